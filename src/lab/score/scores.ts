// Proper scores of a forecast against what came. All are losses: lower is better, in the unit of the scale (log score in nats).

import jStat from 'jstat'
import { normalCdf, normalDensity, sampleOf, studentCdf, studentDensity } from '../../engine/distributions.ts'
import { countCrps } from './counts.ts'
import { cdf, type DensityFrom, logDensity, type Predictive, quantileOf } from './predictive.ts'

/** Atoms that stand for a distribution without draws where it is a part of a pool. */
const ATOMS = 400

/**
 * Continuous ranked probability score: mean |x − y| − ½ mean |x − x'|. Closed form for normal and Student forecasts, a sum for
 * counts, sorted draws for ensembles. In a pool, a part without draws stands as its 400 mid-quantiles (error below 0.1 %).
 */
export function crps(p: Predictive, y: number): number {
  switch (p.kind) {
    case 'normal':
      return normalCrps(p.mean, p.sd, y)
    case 'student':
      return studentCrps(p.mean, p.scale, p.df, y)
    case 'counts':
      return countCrps(p, y)
    case 'draws':
      return sortedCrps(p.values, p.weights, y)
    case 'pool': {
      const { values, weights } = atomsOf(p)
      return crpsOfEnsemble(values, y, weights)
    }
  }
}

/** Values and weights that stand for a forecast. */
export function atomsOf(p: Predictive): { values: number[]; weights: number[] } {
  if (p.kind === 'draws') return { values: [...p.values], weights: [...p.weights] }
  if (p.kind !== 'pool') return { values: middles(p), weights: new Array<number>(ATOMS).fill(1 / ATOMS) }
  const parts = p.parts.map(atomsOf)
  return {
    values: parts.flatMap(({ values }) => values),
    weights: parts.flatMap(({ weights }, k) => weights.map((weight) => weight * (p.weights[k] as number))),
  }
}

/** Mid-quantiles of standard normal and Student forecasts, which are worked out once. */
const standard = new Map<number, number[]>()

function middles(p: Exclude<Predictive, { kind: 'draws' | 'pool' }>): number[] {
  const all = (of: Predictive) => Array.from({ length: ATOMS }, (_, k) => quantileOf(of, (k + 0.5) / ATOMS))
  if (p.kind === 'counts') return all(p)
  const df = p.kind === 'student' ? p.df : Infinity
  const found = standard.get(df)
  const grid =
    found ?? all(df === Infinity ? { kind: 'normal', mean: 0, sd: 1 } : { kind: 'student', mean: 0, scale: 1, df })
  if (!found) standard.set(df, grid)
  const scale = p.kind === 'student' ? p.scale : p.sd
  return grid.map((z) => p.mean + scale * z)
}

/** CRPS of the distribution that the draws make: O(n log n). Weights need not sum to 1. Throws a RangeError for no draws. */
export function crpsOfEnsemble(values: ArrayLike<number>, y: number, weights?: ArrayLike<number>): number {
  const sample = sampleOf(values, weights)
  return sortedCrps(sample.values, sample.weights, y)
}

function sortedCrps(values: readonly number[], weights: readonly number[], y: number): number {
  // Σ w (x − y)⁺ … written as the area between two step functions: no difference of large numbers
  let total = 0
  let below = 0
  for (let k = 0; k < values.length; k++) {
    const here = values[k] as number
    if (k > 0) total += area(values[k - 1] as number, here, below, y)
    below += weights[k] as number
  }
  const first = values[0] as number
  const last = values[values.length - 1] as number
  return total + Math.max(0, first - y) + Math.max(0, y - last)
}

/** Of (F − step at y)² between two draws, where F is constant. */
function area(from: number, to: number, chance: number, y: number): number {
  const cut = Math.min(to, Math.max(from, y))
  return (cut - from) * chance * chance + (to - cut) * (1 - chance) * (1 - chance)
}

/**
 * Fair CRPS (Ferro 2014): unbiased for the distribution from which n ≥ 2 equally weighted draws come; mean |x − x'| over
 * different draws only. Can be negative. Use it to compare ensembles of different sizes.
 */
export function fairCrps(values: ArrayLike<number>, y: number): number {
  const n = values.length
  if (n < 2) throw new RangeError('the fair CRPS needs two draws or more')
  const plain = crpsOfEnsemble(values, y)
  const distance = Array.from(values).reduce((sum, x) => sum + Math.abs(x - y), 0) / n
  // plain = distance − spread / 2, and fair = distance − spread · n / (n − 1) / 2
  return distance - ((distance - plain) * n) / (n - 1)
}

function normalCrps(mean: number, sd: number, y: number): number {
  if (sd === 0) return Math.abs(y - mean)
  const z = (y - mean) / sd
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI))
}

/** Jordan, Krüger and Lerch 2019; infinite at one degree of freedom, where the mean does not exist. */
function studentCrps(mean: number, scale: number, df: number, y: number): number {
  if (df <= 1) return Infinity
  const z = (y - mean) / scale
  const betas = Math.exp(jStat.betaln(0.5, df - 0.5) - 2 * jStat.betaln(0.5, df / 2))
  return (
    scale *
    (z * (2 * studentCdf(z, df) - 1) +
      (2 * studentDensity(z, df) * (df + z * z)) / (df - 1) -
      ((2 * Math.sqrt(df)) / (df - 1)) * betas)
  )
}

/** −ln density at y; how an ensemble gets its density is said by `from`. */
export const logScore = (p: Predictive, y: number, from: DensityFrom = 'normal fit'): number => -logDensity(p, y, from)

/** Central interval of this level (0.9: from the 5 % to the 95 % point). */
export const interval = (p: Predictive, level: number): [low: number, high: number] => [
  quantileOf(p, (1 - level) / 2),
  quantileOf(p, (1 + level) / 2),
]

/** Width, and 2 / (1 − level) times the distance by which y lies outside. */
export const intervalScore = ([low, high]: readonly [number, number], level: number, y: number): number =>
  high - low + (2 / (1 - level)) * (Math.max(0, low - y) + Math.max(0, y - high))

/** Of the quantile forecast `value` at chance q. */
export const pinball = (value: number, q: number, y: number): number =>
  y >= value ? q * (y - value) : (1 - q) * (value - y)

/** Of the chance given to an event. */
export const brier = (chance: number, happened: boolean): number => (chance - (happened ? 1 : 0)) ** 2

/**
 * Probability integral transform: where y lies in the forecast, 0 to 1, uniform if the forecasts are right. u in [0, 1) settles
 * ties and the steps between draws, so that n draws give n + 1 equal places.
 */
export function pit(p: Predictive, y: number, u: number): number {
  const low = cdf(p, y, true)
  const high = cdf(p, y)
  if (p.kind !== 'draws') return low + u * (high - low)
  const n = 1 / p.weights.reduce((sum, weight) => sum + weight * weight, 0)
  return (n * low + u * (1 + n * (high - low))) / (n + 1)
}

/** Shares of the values in equal bins of [0, 1]. */
export function pitHistogram(values: readonly number[], bins = 5): number[] {
  const shares = new Array<number>(bins).fill(0)
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor(value * bins))
    shares[bin] = (shares[bin] as number) + 1 / values.length
  }
  return shares
}
