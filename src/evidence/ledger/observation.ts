import type { Places } from '../places.ts'
import type { Point } from '../series.ts'
import type { Claim } from './claim.ts'
import { observationIds } from './observation-id.ts'
import { periodOf } from './period.ts'
import { originOf, type Source } from './source.ts'
import type { Subject } from './subject.ts'
import { unitInWords } from './unit-words.ts'
import { figureInWords, periodInWords, placeInWords } from './words.ts'

/** What observations need to know about the rest of the ledger. */
export interface Surroundings {
  readonly sources: ReadonlyMap<string, Source>
  readonly subjects: ReadonlyMap<string, Subject>
  readonly places: Places
}

/**
 * Rows of series, events and more as claims, in their order. The source is found by its title (empty when it is not listed;
 * the title is the origin then), the subject by the series (the name of the series when no subject has it).
 */
export function observationsOf(points: readonly Point[], around: Surroundings): Claim[] {
  const sourceByTitle = new Map([...around.sources.values()].map(({ title, id }) => [title, id]))
  const subjectBySeries = new Map([...around.subjects.values()].flatMap(({ series, id }) => series.map((s) => [s, id])))
  const places = new Map(around.places.all.map((place) => [place.id, place]))
  const ids = observationIds(points)
  return points.map((point, index) => {
    const { series, place, placeId, year, month, unit, source: title, url, confidence, note, file, line } = point
    const source = sourceByTitle.get(title) ?? ''
    const subject = subjectBySeries.get(series) ?? series
    const found = placeId === undefined ? undefined : places.get(placeId)
    const when = periodOf(year, month)
    const label = around.subjects.get(subject)?.label
    const sentence = (language: 'en' | 'es') => {
      const what = label?.[language] ?? series.replaceAll('_', ' ')
      const figure = figureInWords(point, unitInWords(unit, language), language)
      return `${what}, ${placeInWords(found?.name ?? place, language)}, ${periodInWords(when, language)}: ${figure}`
    }
    return {
      id: ids[index] as string,
      source,
      locator: `${file}:${line}`,
      kind: 'observation',
      subject,
      place,
      ...(placeId === undefined ? {} : { placeId }),
      ...(found?.kind === 'district' || found?.kind === 'outside district' ? { ubigeo: found.id } : {}),
      period: when.text,
      when,
      ...(point.low === undefined ? {} : { low: point.low }),
      ...(point.value === undefined ? {} : { value: point.value }),
      ...(point.high === undefined ? {} : { high: point.high }),
      unit,
      attributedTo: title,
      origin: source === '' ? title : originOf(source, around.sources),
      flags: [],
      // Made when read: few of the many rows are ever shown.
      paraphrase: {
        get en() {
          return sentence('en')
        },
        get es() {
          return sentence('es')
        },
      },
      note,
      series,
      url,
      confidence,
      file,
      line,
    }
  })
}
