import { extremes, type Figure, yearsOf } from './figure.ts'
import { grouped } from './grouped.ts'
import type { Source } from './source.ts'

/** A figure of a voice, and all who pass it on. */
export interface Told {
  /** As written by whoever says it first. */
  readonly period: string
  readonly low: number
  readonly high: number
  /** First whoever says it first: the origin itself where it is there, else the oldest source. The others repeat it. */
  readonly claims: readonly string[]
}

/** One origin about one year or span: a single voice, with one figure or with several. */
export interface Voice {
  /** Source behind the statements. */
  readonly origin: string
  /** `2014`, `2013/2014` or `undated`. */
  readonly years: string
  readonly low: number
  readonly high: number
  readonly figures: readonly Told[]
  readonly claims: readonly string[]
}

/** Voices of different origins that give the same figure for the same year: probably one figure, so counted once. */
export interface Echo {
  readonly years: string
  readonly low: number
  readonly high: number
  readonly origins: readonly string[]
  readonly claims: readonly string[]
}

/** How many voices there are, with echoes counted once. */
export interface Count {
  /** Over all years. */
  readonly voices: number
  /** The most for one year or span. */
  readonly most: number
}

/** Figures of one origin and period this near are one figure, rounded differently. */
const SAME = 0.005
/** Digits in which figures of different origins must agree to be one; a figure with fewer than three tells nothing. */
const DIGITS = { least: 3, most: 4 } as const

/** Statements with the same origin and years as one voice each, by years and size. All of one place. */
export function voicesOf(figures: readonly Figure[], sources: ReadonlyMap<string, Source>): Voice[] {
  const groups = grouped(figures.map((figure) => [keyOf(figure), figure] as const))
  return [...groups.values()].map((group) => voice(group, sources)).sort(byYears)
}

const keyOf = ({ claim }: Figure): string => [originOf(claim), yearsOf(claim)].join('\n')
const originOf = ({ origin, source, attributedTo }: Figure['claim']): string => origin || source || attributedTo
const byYears = (a: Voice, b: Voice): number =>
  order(a.years, b.years) || a.low - b.low || order(a.claims[0] ?? '', b.claims[0] ?? '')

function voice(group: readonly Figure[], sources: ReadonlyMap<string, Source>): Voice {
  const periods = grouped(group.map((figure) => [`${figure.claim.period}\n${figure.open ?? ''}`, figure] as const))
  const figures = [...periods.values()]
    .flatMap((same) => chains(same.toSorted((a, b) => a.low - b.low || a.high - b.high)))
    .map((chain) => told(chain, sources))
    .sort((a, b) => order(a.period, b.period) || a.low - b.low || order(a.claims[0] ?? '', b.claims[0] ?? ''))
  const { claim } = group[0] as Figure
  const claims = figures.flatMap((one) => one.claims)
  return { origin: originOf(claim), years: yearsOf(claim), ...extremes(group), figures, claims }
}

/** Neighbours in size that say the same. */
function chains(sorted: readonly Figure[]): Figure[][] {
  const found: Figure[][] = []
  for (const figure of sorted) {
    const chain = found.at(-1)
    const last = chain?.at(-1)
    if (chain && last && near(last.low, figure.low) && near(last.high, figure.high)) chain.push(figure)
    else found.push([figure])
  }
  return found
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b))

function told(chain: readonly Figure[], sources: ReadonlyMap<string, Source>): Told {
  const rank = ({ claim }: Figure) =>
    (claim.source === originOf(claim) ? '0' : '1') + (sources.get(claim.source)?.date || '9999')
  const sorted = chain.toSorted((a, b) => order(rank(a), rank(b)) || order(a.claim.id, b.claim.id))
  const period = (sorted[0] as Figure).claim.period
  return { period, ...extremes(chain), claims: sorted.map(({ claim }) => claim.id) }
}

/** Figures that different origins give for the same years, equal in the digits of the rounder one (three or four). */
export function echoesOf(voices: readonly Voice[]): Echo[] {
  return [...grouped(voices.map((one) => [one.years, one] as const))].flatMap(([years, sameYears]) => {
    const all = sameYears.flatMap(({ origin, figures }) => figures.map((one) => ({ ...one, origin })))
    const sorted = all.toSorted((a, b) => a.low - b.low || a.high - b.high || order(a.origin, b.origin))
    const runs: (typeof all)[] = []
    for (const one of sorted) {
      const run = runs.find((some) => some.some((other) => equal(one.low, other.low) && equal(one.high, other.high)))
      if (run) run.push(one)
      else runs.push([one])
    }
    return runs.flatMap((run): Echo[] => {
      const origins = [...new Set(run.map(({ origin }) => origin))].sort()
      if (origins.length < 2) return []
      return [{ years, ...extremes(run), origins, claims: run.flatMap(({ claims }) => claims).sort() }]
    })
  })
}

/** `19 700` and `19 723` are equal: three digits are all that the first one has. `20 000` is too round to tell. */
function equal(a: number, b: number): boolean {
  const digits = Math.min(digitsOf(a), digitsOf(b), DIGITS.most)
  return digits >= DIGITS.least && a.toPrecision(digits) === b.toPrecision(digits)
}

const digitsOf = (figure: number): number =>
  figure === 0
    ? 0
    : figure
        .toPrecision(DIGITS.most)
        .replace(/e.*/, '')
        .replace(/[-.]/g, '')
        .replace(/^0+|0+$/g, '').length

/** Counts voices; those that an echo joins are one. */
export function counted(voices: readonly Voice[], echoes: readonly Echo[]): Count {
  const years = [...grouped(voices.map((one) => [one.years, one.origin] as const))].map(([at, origins]) =>
    apart(
      origins,
      echoes.filter((echo) => echo.years === at),
    ),
  )
  return { voices: years.reduce((sum, n) => sum + n, 0), most: Math.max(0, ...years) }
}

/** Origins, those that stand in one echo together as one. */
function apart(origins: readonly string[], echoes: readonly Echo[]): number {
  const group = new Map(origins.map((origin) => [origin, origin]))
  for (const echo of echoes) {
    const joined = new Set(echo.origins.flatMap((origin) => group.get(origin) ?? []))
    const [first] = joined
    for (const [origin, at] of group) if (first !== undefined && joined.has(at)) group.set(origin, first)
  }
  return new Set(group.values()).size
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
