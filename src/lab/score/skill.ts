// Is a forecast better than the naive rules, and how sure is that? Paired by what was forecast, resampled by year.
import { uniformFor } from '../draws.ts'
import type { Scored } from './rolling.ts'

/** What stands beside every chart and table of an outcome. */
export type Badge = 'has skill' | 'no better than naive' | 'not scored'

/** A forecast held against one rule, on the forecasts that both made. */
export interface Against {
  readonly rule: string
  readonly n: number
  readonly years: number
  readonly crps: number
  readonly crps_rule: number
  /** 1 − CRPS / CRPS of the rule: above 0 is better than the rule, 1 perfect. Null where the rule makes no error at all. */
  readonly crpss: number | null
  /** Share of resamples of the years in which the forecast is better; null for fewer than three years. */
  readonly support: number | null
}

export interface Skill {
  readonly series: string
  readonly place: string
  readonly rule: string
  readonly badge: Badge
  /** The strongest naive rule: the one over which the gain is least. */
  readonly best: string | null
  readonly crpss: number | null
  readonly support: number | null
  readonly years: number
  readonly against: readonly Against[]
}

export const SUPPORT_NEEDED = 0.8
export const FEWEST_YEARS = 3
const RESAMPLES = 2000

export interface Resampling {
  /** Years that stay together, because the misses of neighbouring years hang together; 2 unless said. */
  readonly block?: number
  readonly resamples?: number
  readonly seed?: number
}

/** 1 − a / b; null where b is 0. */
export const crpss = (a: number, b: number): number | null => (b === 0 ? null : 1 - a / b)

/**
 * Share of resamples in which Σ gain is above 0 (an exact 0 counts half). gains: by target year, all forecasts of a year together, in
 * the order of years. Blocks of neighbouring years, going round at the end, are drawn with keyed draws: the same numbers each time.
 */
export function support(
  gains: readonly number[],
  { block = 2, resamples = RESAMPLES, seed = 1 }: Resampling = {},
): number {
  const n = gains.length
  const places = placesOf(n, block, resamples, seed)
  let better = 0
  for (let sample = 0; sample < resamples; sample++) {
    let sum = 0
    for (let taken = 0; taken < n; taken++) sum += gains[places[sample * n + taken] as number] as number
    better += sum > 0 ? 1 : sum === 0 ? 0.5 : 0
  }
  return better / resamples
}

/** Which gain is taken when, resample by resample: the same for all that is compared, so drawn once. */
const drawn = new Map<string, Uint16Array>()

function placesOf(n: number, block: number, resamples: number, seed: number): Uint16Array {
  const key = [n, block, resamples, seed].join()
  const before = drawn.get(key)
  if (before) return before
  const places = new Uint16Array(resamples * n)
  for (let sample = 0; sample < resamples; sample++)
    for (let taken = 0; taken < n; taken++) {
      const piece = Math.floor(taken / block)
      const start = Math.floor(uniformFor('support', sample * n + piece, seed) * n)
      places[sample * n + taken] = (start + (taken % block)) % n
    }
  drawn.set(key, places)
  return places
}

const keyOf = ({ series, place, origin, year }: Scored): string => `${series}|${place}|${origin}|${year}`

/** Holds rule `a` against rule `b`; undefined where they have no forecast in common. */
export function against(scores: readonly Scored[], a: string, b: string, resampling?: Resampling): Against | undefined {
  const others = new Map(scores.filter(({ rule }) => rule === b).map((score) => [keyOf(score), score]))
  const gains = new Map<number, number>()
  let [n, mine, theirs] = [0, 0, 0]
  for (const score of scores) {
    const other = score.rule === a ? others.get(keyOf(score)) : undefined
    if (other === undefined) continue
    n += 1
    mine += score.crps
    theirs += other.crps
    gains.set(score.year, (gains.get(score.year) ?? 0) + other.crps - score.crps)
  }
  if (n === 0) return undefined
  const inOrder = [...gains].sort(([x], [y]) => x - y).map(([, gain]) => gain)
  return {
    rule: b,
    n,
    years: gains.size,
    crps: mine / n,
    crps_rule: theirs / n,
    crpss: crpss(mine, theirs),
    support: gains.size < FEWEST_YEARS ? null : support(inOrder, resampling),
  }
}

/**
 * The badge of a forecast on scores of one series, at one place or at several judged together under the name `place`. 'has skill' only where it beats the strongest naive rule with 80 % support;
 * 'not scored' without scores, or with fewer than three years. A rule that forecasts less than half of what the forecast does is
 * listed, but cannot be the strongest: it would win by choosing its years.
 */
export function skillOf(
  scores: readonly Scored[],
  { series, place, rule, naive }: { series: string; place: string; rule: string; naive: readonly string[] },
  resampling?: Resampling,
): Skill {
  const mine = scores.filter((score) => score.rule === rule)
  const years = new Set(mine.map(({ year }) => year)).size
  const all = naive.flatMap((other) => against(scores, rule, other, resampling) ?? [])
  const strongest = all
    .filter(({ n }) => n >= mine.length / 2)
    .sort((a, b) => (a.crpss ?? -Infinity) - (b.crpss ?? -Infinity))[0]
  const head = { series, place, rule, years, against: all }
  if (strongest === undefined || strongest.support === null)
    return { ...head, badge: 'not scored', best: null, crpss: null, support: null }
  const { crpss: gain, support: share } = strongest
  const better = gain !== null && gain > 0 && share >= SUPPORT_NEEDED
  return {
    ...head,
    badge: better ? 'has skill' : 'no better than naive',
    best: strongest.rule,
    crpss: gain,
    support: share,
  }
}
