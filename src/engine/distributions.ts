// Distribution functions and weighted samples. Not for rules: the last bits may differ from machine to machine.
import jStat from 'jstat'

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI)

/** Density of the standard normal distribution. */
export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / ROOT_TWO_PI

/** Standard normal distribution function. */
export const normalCdf = (z: number): number => jStat.normal.cdf(z, 0, 1)

/** Student's distribution function with df degrees of freedom. */
export const studentCdf = (z: number, df: number): number => {
  // by the incomplete beta function on the side where its argument is small, which keeps the tails
  const tail = jStat.ibeta(df / (df + z * z), df / 2, 0.5) / 2
  return z > 0 ? 1 - tail : tail
}

/** Density of Student's distribution with df degrees of freedom. */
export const studentDensity = (z: number, df: number): number =>
  Math.exp(
    jStat.gammaln((df + 1) / 2) -
      jStat.gammaln(df / 2) -
      Math.log(Math.PI * df) / 2 -
      ((df + 1) / 2) * Math.log1p((z * z) / df),
  )

/** A sample in rising order with its weights, which sum to 1. Values of weight 0 are left out. */
export interface Sample {
  readonly values: readonly number[]
  readonly weights: readonly number[]
}

/**
 * Sorts values and scales their weights to sum 1; without weights all count the same.
 * Throws a RangeError where there is no value, a value is not a number, a weight is negative or all are 0.
 */
export function sampleOf(values: ArrayLike<number>, weights?: ArrayLike<number>): Sample {
  const order = Array.from({ length: values.length }, (_, k) => k)
    .filter((k) => weights === undefined || weights[k] !== 0)
    .sort((a, b) => (values[a] as number) - (values[b] as number))
  const raw = order.map((k) => (weights === undefined ? 1 : (weights[k] as number)))
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  const sorted = order.map((k) => values[k] as number)
  if (!(total > 0 && Number.isFinite(total)) || raw.some((weight) => !(weight > 0)) || sorted.some(Number.isNaN))
    throw new RangeError('a sample needs values that are numbers and weights of 0 or more, not all 0')
  return { values: sorted, weights: raw.map((weight) => weight / total) }
}

/**
 * Quantile of a weighted sample by linear interpolation: each value stands in the middle of its weight, the first at 0 and
 * the last at 1. With equal weights it is that of `quantile` (type 7).
 */
export function weightedQuantile({ values, weights }: Sample, q: number): number {
  const n = values.length
  const steps = weights.slice(1).map((weight, k) => (weight + (weights[k] as number)) / 2)
  const span = steps.reduce((sum, step) => sum + step, 0)
  let left = Math.min(1, Math.max(0, q)) * span
  for (let k = 0; k < n - 1; k++) {
    const step = steps[k] as number
    const [low, high] = [values[k] as number, values[k + 1] as number]
    if (left <= step) return high === low || left === 0 ? low : low + (left / step) * (high - low)
    left -= step
  }
  return values[n - 1] as number
}

/** Effective size of a weighted sample: (Σ w)² / Σ w². */
export function effectiveSize(weights: ArrayLike<number>): number {
  let total = 0
  let squares = 0
  for (let k = 0; k < weights.length; k++) {
    total += weights[k] as number
    squares += (weights[k] as number) ** 2
  }
  return (total * total) / squares
}
