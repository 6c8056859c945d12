// The exact filter and smoother of a linear model with normal noise (Kalman 1960; Rauch, Tung and Striebel 1965): what the ensemble
// methods are held against, and all that a small linear forecast needs.
import {
  applied,
  dot,
  entry,
  firmCholesky,
  inverseOf,
  type Matrix,
  matrix,
  plus,
  product,
  rowOf,
  transpose,
} from './linear.ts'

/** x' = F x + noise of covariance Q, from N(mean, covariance) at time 0. */
export interface LinearModel {
  readonly transition: Matrix
  readonly noise: Matrix
  readonly mean: ArrayLike<number>
  readonly covariance: Matrix
}

/** A reading of h · x with error sd. Several at one time count as separate sources. */
export interface LinearReading {
  readonly time: number
  readonly h: ArrayLike<number>
  readonly value: number
  readonly sd: number
}

export interface Belief {
  readonly mean: Float64Array
  readonly covariance: Matrix
}

/** Beliefs at times 0 … times − 1 given readings up to then (filtered) and all readings (smoothed), and ln of their likelihood. */
export function kalman(
  model: LinearModel,
  readings: readonly LinearReading[],
  times: number,
): { filtered: Belief[]; smoothed: Belief[]; lnLikelihood: number } {
  const { transition, noise } = model
  const d = transition.rows
  const filtered: Belief[] = []
  const foretold: Belief[] = []
  let lnLikelihood = 0
  for (let t = 0; t < times; t++) {
    const before = filtered[t - 1]
    let { mean, covariance }: Belief = before
      ? {
          mean: applied(transition, before.mean),
          covariance: plus(product(product(transition, before.covariance), transpose(transition)), noise),
        }
      : { mean: Float64Array.from(model.mean), covariance: model.covariance }
    foretold.push({ mean, covariance })
    for (const { h, value, sd } of readings.filter(({ time }) => time === t)) {
      const cross = applied(covariance, h)
      const variance = dot(h, cross) + sd * sd
      const gap = value - dot(h, mean)
      lnLikelihood -= 0.5 * (Math.log(2 * Math.PI * variance) + (gap * gap) / variance)
      mean = mean.map((v, k) => v + ((cross[k] as number) * gap) / variance)
      const old = covariance
      covariance = matrix(d, d, (i, j) => entry(old, i, j) - ((cross[i] as number) * (cross[j] as number)) / variance)
    }
    filtered.push({ mean, covariance })
  }
  const smoothed = [...filtered]
  for (let t = times - 2; t >= 0; t--) {
    const here = filtered[t] as Belief
    const next = foretold[t + 1] as Belief
    const later = smoothed[t + 1] as Belief
    const gain = product(product(here.covariance, transpose(transition)), inverseOf(firmCholesky(next.covariance)))
    const mean = applied(
      gain,
      later.mean.map((v, k) => v - (next.mean[k] as number)),
    ).map((v, k) => v + (here.mean[k] as number))
    const change = product(product(gain, plus(later.covariance, next.covariance, -1)), transpose(gain))
    smoothed[t] = { mean, covariance: plus(here.covariance, change) }
  }
  return { filtered, smoothed, lnLikelihood }
}

/** Mean and covariance of an ensemble, the divisor n − 1. */
export function beliefOf(members: readonly ArrayLike<number>[]): Belief {
  const n = members.length
  const d = members[0]?.length ?? 0
  const mean = Float64Array.from({ length: d }, (_, j) => members.reduce((s, x) => s + (x[j] as number), 0) / n)
  const away = matrix(d, n, (j, k) => (members[k]?.[j] as number) - (mean[j] as number))
  return { mean, covariance: matrix(d, d, (i, j) => dot(rowOf(away, i), rowOf(away, j)) / (n - 1)) }
}
