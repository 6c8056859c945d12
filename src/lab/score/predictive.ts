// What a forecast says of one number: a distribution, as plain data, on the scale on which its series is scored.
import jStat from 'jstat'
import {
  effectiveSize,
  normalCdf,
  normalDensity,
  type Sample,
  sampleOf,
  studentCdf,
  studentDensity,
  weightedQuantile,
} from '../../engine/distributions.ts'
import { countCdf, countLogChance, countQuantile } from './counts.ts'

export type Predictive =
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'student'; readonly mean: number; readonly scale: number; readonly df: number }
  /** Negative binomial of this mean and size (variance mean + mean² / size); Poisson where there is no size. */
  | { readonly kind: 'counts'; readonly mean: number; readonly size?: number }
  /** An ensemble, in rising order; weights sum to 1. */
  | ({ readonly kind: 'draws' } & Sample)
  /** Linear pool: one of the parts, with these chances. */
  | { readonly kind: 'pool'; readonly parts: readonly Predictive[]; readonly weights: readonly number[] }

/** How the density of an ensemble is worked out for the log score. */
export type DensityFrom = 'normal fit' | 'kernel'

/** The draws of an ensemble as a forecast. Throws a RangeError for none, for one that is no number and for bad weights. */
export const drawsOf = (values: ArrayLike<number>, weights?: ArrayLike<number>): Predictive => ({
  kind: 'draws',
  ...sampleOf(values, weights),
})

/** Chance of a value of at most x; `below`: of a value below x (differs for draws and counts). */
export function cdf(p: Predictive, x: number, below = false): number {
  switch (p.kind) {
    case 'normal':
      return p.sd === 0 ? stepAt(p.mean, x, below) : normalCdf((x - p.mean) / p.sd)
    case 'student':
      return studentCdf((x - p.mean) / p.scale, p.df)
    case 'counts':
      return countCdf(p, below ? Math.ceil(x) - 1 : Math.floor(x))
    case 'draws':
      return p.weights.reduce((sum, weight, k) => sum + weight * stepAt(p.values[k] as number, x, below), 0)
    case 'pool':
      return p.parts.reduce((sum, part, k) => sum + (p.weights[k] as number) * cdf(part, x, below), 0)
  }
}

const stepAt = (value: number, x: number, below: boolean): number => ((below ? value < x : value <= x) ? 1 : 0)

/** Value below which the forecast lies with chance q, 0 < q < 1. Draws are interpolated. */
export function quantileOf(p: Predictive, q: number): number {
  switch (p.kind) {
    case 'normal':
      return p.mean + p.sd * jStat.normal.inv(q, 0, 1)
    case 'student':
      return p.mean + p.scale * jStat.studentt.inv(q, p.df)
    case 'counts':
      return countQuantile(p, q)
    case 'draws':
      return weightedQuantile(p, q)
    case 'pool':
      return poolQuantile(p, q)
  }
}

function poolQuantile(p: Predictive & { kind: 'pool' }, q: number): number {
  const ends = p.parts.filter((_, k) => (p.weights[k] as number) > 0).map((part) => quantileOf(part, q))
  let low = Math.min(...ends)
  let high = Math.max(...ends)
  for (let k = 0; k < 60 && high > low; k++) {
    const middle = (low + high) / 2
    if (cdf(p, middle) < q) low = middle
    else high = middle
  }
  return high
}

export function meanOf(p: Predictive): number {
  if (p.kind === 'draws') return p.values.reduce((sum, value, k) => sum + value * (p.weights[k] as number), 0)
  if (p.kind === 'pool') return p.parts.reduce((sum, part, k) => sum + (p.weights[k] as number) * meanOf(part), 0)
  return p.mean
}

/**
 * Logarithm of the density at y (of the chance of y, for counts). Of an ensemble by the normal distribution of its mean and
 * standard deviation, or by a Gaussian kernel of Silverman's width.
 */
export function logDensity(p: Predictive, y: number, from: DensityFrom = 'normal fit'): number {
  switch (p.kind) {
    case 'normal':
      return logNormalDensity(y, p.mean, p.sd)
    case 'student':
      return Math.log(studentDensity((y - p.mean) / p.scale, p.df) / p.scale)
    case 'counts':
      return countLogChance(p, y)
    case 'draws':
      return from === 'kernel' ? kernelLogDensity(p, y) : logNormalDensity(y, meanOf(p), spreadOf(p))
    case 'pool': {
      const logs = p.parts.map((part, k) => Math.log(p.weights[k] as number) + logDensity(part, y, from))
      const top = Math.max(...logs)
      return top === -Infinity ? top : top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0))
    }
  }
}

function logNormalDensity(y: number, mean: number, sd: number): number {
  if (sd === 0) return y === mean ? Infinity : -Infinity
  const z = (y - mean) / sd
  return (-z * z) / 2 - Math.log(sd * Math.sqrt(2 * Math.PI))
}

/** Standard deviation of an ensemble, corrected for its (effective) size. */
function spreadOf(p: Predictive & { kind: 'draws' }): number {
  const mean = meanOf(p)
  const squares = p.values.reduce((sum, value, k) => sum + (p.weights[k] as number) * (value - mean) ** 2, 0)
  const size = effectiveSize(p.weights)
  return Math.sqrt(squares * (size > 1 ? size / (size - 1) : 1))
}

function kernelLogDensity(p: Predictive & { kind: 'draws' }, y: number): number {
  const sd = spreadOf(p)
  const middle = (weightedQuantile(p, 0.75) - weightedQuantile(p, 0.25)) / 1.349
  const width = 0.9 * (middle > 0 ? Math.min(sd, middle) : sd) * effectiveSize(p.weights) ** -0.2
  if (width === 0) return logNormalDensity(y, meanOf(p), 0)
  const logs = p.values.map((value, k) => Math.log(p.weights[k] as number) - ((y - value) / width) ** 2 / 2)
  const top = Math.max(...logs)
  const sum = logs.reduce((total, log) => total + Math.exp(log - top), 0)
  return top + Math.log(sum * normalDensity(0)) - Math.log(width)
}
