import type { Places } from '../places.ts'
import { numberIn, type Table, textIn } from '../table.ts'
import type { Claim, ClaimFlag, ClaimKind } from './claim.ts'
import { parsePeriod } from './period.ts'
import { listIn } from './read.ts'
import { originOf, type Source } from './source.ts'

/** The claims of evidence/claims.csv in file order, with their place, period and origin resolved as far as they can be. */
export function claimsIn(table: Table | undefined, places: Places, sources: ReadonlyMap<string, Source>): Claim[] {
  return (table?.rows ?? []).map(({ line, values }) => {
    const source = textIn(values, 'source')
    const place = textIn(values, 'place')
    const period = textIn(values, 'period')
    const when = parsePeriod(period)
    return {
      id: textIn(values, 'id'),
      source,
      locator: textIn(values, 'locator'),
      kind: (values.kind as ClaimKind | null) ?? 'qualitative',
      subject: textIn(values, 'subject'),
      place,
      ...placeOf(place, places),
      period,
      ...(when === undefined || when === 'bad' ? {} : { when }),
      ...numberIn(values, 'low', 'low'),
      ...numberIn(values, 'value', 'value'),
      ...numberIn(values, 'high', 'high'),
      unit: textIn(values, 'unit'),
      attributedTo: textIn(values, 'attributed_to'),
      origin: originOf(textIn(values, 'origin') || source, sources),
      flags: listIn(values, 'flags') as ClaimFlag[],
      paraphrase: { en: textIn(values, 'paraphrase'), es: textIn(values, 'paraphrase_es') },
      note: textIn(values, 'note'),
      file: table?.file ?? '',
      line,
    }
  })
}

/** Id of the place and, where it is one district, its ubigeo; nothing for a place that is not known. */
export function placeOf(text: string, places: Places): { placeId?: string; ubigeo?: string } {
  const place = places.resolve(text)
  if (place === undefined) return {}
  const district = place.kind === 'district' || place.kind === 'outside district'
  return { placeId: place.id, ...(district ? { ubigeo: place.id } : {}) }
}
