import type { Claim } from '../../src/evidence/ledger/claim.ts'
import type { Contradiction } from '../../src/evidence/ledger/contradiction.ts'
import { Ledger } from '../../src/evidence/ledger/ledger.ts'
import { parsePeriod } from '../../src/evidence/ledger/period.ts'
import type { Source } from '../../src/evidence/ledger/source.ts'
import type { Subject } from '../../src/evidence/ledger/subject.ts'

/** Ledgers made of a few claims, without files. */

let line = 1

/** A claim about the coca of the valley in 2013, with these properties. */
export function said(parts: Partial<Claim> & { id: string }): Claim {
  const period = parts.period ?? '2013'
  const when = parsePeriod(period)
  const source = parts.source ?? '000'
  line += 1
  return {
    locator: `L${line}`,
    kind: parts.series === undefined ? 'quantity' : 'observation',
    subject: 'coca_area',
    place: 'VRAEM',
    placeId: parts.place ?? 'VRAEM',
    unit: 'ha',
    attributedTo: source,
    origin: source,
    flags: [],
    paraphrase: { en: `Said in ${parts.id}.`, es: `Dicho en ${parts.id}.` },
    note: '',
    file: 'claims.csv',
    line,
    ...parts,
    source,
    period,
    ...(when === undefined || when === 'bad' ? {} : { when }),
  }
}

/** Rates of two years, as the ledger holds them. */
export const RATES: readonly Claim[] = [
  [2013, 2.5],
  [2019, 4],
].map(([year, value]) =>
  said({
    id: `Orate${year}`,
    subject: 'exchange_rate_pen_usd',
    series: 'exchange_rate_pen_usd',
    place: 'Peru',
    period: String(year),
    unit: 'S/ per US$',
    value: value as number,
  }),
)

/** A ledger of claims, those of a series as observations, with coca_area in ha, leaf_price in USD/kg and clash in deaths. */
export function made(
  claims: readonly Claim[],
  { contradictions = [], sources = [] }: { contradictions?: Contradiction[]; sources?: Partial<Source>[] } = {},
): Ledger {
  return new Ledger({
    sources: new Map(sources.map((source) => [source.id ?? '', { ...SOURCE, ...source }])),
    subjects: new Map(Object.entries(SUBJECTS).map(([id, [en, es, unit]]) => [id, subject(id, en, es, unit)])),
    topics: new Map(),
    claims: claims.filter(({ series }) => series === undefined),
    observations: () => [...RATES, ...claims.filter(({ series }) => series !== undefined)],
    contradictions,
    links: [],
    sentences: [],
  })
}

const SUBJECTS: Readonly<Record<string, readonly [string, string, string]>> = {
  coca_area: ['Area under coca', 'Superficie con coca', 'ha'],
  leaf_price: ['Price of dry leaf', 'Precio de la hoja seca', 'USD/kg'],
  clash: ['Deaths in a clash', 'Muertes en un enfrentamiento', 'deaths'],
  eradicated_area: ['Area cleared', 'Superficie erradicada', 'ha/yr'],
}

const subject = (id: string, en: string, es: string, unit: string): Subject => ({
  id,
  topic: 'coca',
  label: { en, es },
  unit,
  series: [],
  about: '',
  line: 1,
})

const SOURCE: Source = {
  id: '000',
  title: 'A page',
  producer: '',
  date: '',
  dateBasis: '',
  kind: 'press',
  url: '',
  reliability: '',
  origin: '',
  independence: '',
  line: 1,
}

/** A written contradiction with these claims on its sides. */
export function contradiction(id: string, ...sides: string[][]): Contradiction {
  const both = { en: id, es: id }
  return {
    id,
    subject: 'coca_area',
    title: both,
    reason: 'method',
    also: [],
    why: both,
    settle: both,
    status: 'open',
    sides: sides.map((claims, k) => ({ side: 'abc'[k] ?? '', label: both, claims, line: 1 })),
    line: 1,
  }
}
