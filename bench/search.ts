// How fast a ledger of 20,000 claims is indexed and searched. The claims are made from the real ones: the beginning of one
// paraphrase and the whole of another, with the names, figures and periods of further ones, chosen by keyed draws.
import type { Claim } from '../src/evidence/ledger/claim.ts'
import type { Ledger } from '../src/evidence/ledger/ledger.ts'
import { searchIndex } from '../src/evidence/ledger/search.ts'
import { philox2x32 } from '../src/language/draws.ts'
import type { Row } from './figures.ts'

const CLAIMS = 20_000
const TIMES = 7
/** What readers type: common words and rare ones, both languages, numbers, ids, unfinished words, whole questions. */
const QUERIES = [
  'coca',
  'coca VRAEM',
  'hectáreas de coca 2022',
  'precio de la hoja',
  'erradicacion forzosa en el valle',
  'police killed in an ambush',
  'levy the armed group takes on cocaine',
  '35 709',
  '35,709 ha',
  'C0135',
  'C01',
  'c',
  'erradic',
  'USD per kg of base paste 2013',
  'población de los distritos de Huanta según el censo',
  'what share of national production comes from the valley',
  'nothing of this zzz qqq is there',
]

/** Milliseconds to build the index once; worst and median over the queries, each the median of a few times. */
export function searching(ledger: Ledger): Row[] {
  const claims = manyClaims([...ledger.claims, ...ledger.observations.slice(0, 2000)])
  const began = performance.now()
  const index = searchIndex(claims, ledger)
  const built = performance.now() - began
  const times = QUERIES.map((query) => median(Array.from({ length: TIMES }, () => timed(() => index.search(query)))))
  return [
    { name: `search_build_ms_${CLAIMS}`, value: built, unit: 'ms' },
    { name: `search_ms_${CLAIMS}`, value: Math.max(...times), unit: 'ms, worst query' },
    { name: `search_median_ms_${CLAIMS}`, value: median(times), unit: 'ms, median query' },
  ]
}

function manyClaims(real: readonly Claim[]): Claim[] {
  const draw = (k: number, use: number): Claim => real[(philox2x32(k, use, 3)[0] ?? 0) % real.length] as Claim
  return Array.from({ length: CLAIMS }, (_, k) => {
    const [first, second, third] = [draw(k, 0), draw(k, 1), draw(k, 2)]
    const mixed = (language: 'en' | 'es') =>
      `${first.paraphrase[language].split(' ').slice(0, 10).join(' ')} ${second.paraphrase[language]}`
    return {
      ...second,
      id: `C${String(k).padStart(5, '0')}`,
      source: third.source,
      attributedTo: third.attributedTo,
      place: first.place,
      period: third.period,
      paraphrase: { en: mixed('en'), es: mixed('es') },
    }
  })
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
