// A Gaussian process for one output of the model: linear mean, Matérn 5/2 with a length scale for each input, length scales and
// nugget by restricted maximum likelihood with weak priors. Deterministic.
import { mean } from '../../engine/quantiles.ts'
import {
  applied,
  dot,
  entry,
  firmCholesky,
  forward,
  inverseOf,
  lnDeterminant,
  type Matrix,
  matrix,
  product,
  rowOf,
  solved,
  transpose,
} from './linear.ts'

/** What the fit found; with the points and values it gives the emulator back. Plain data. */
export interface Shape {
  /** Of each input, on the unit cube: small ones matter. */
  readonly lengths: readonly number[]
  /** Variance of noise, in units of the process variance. */
  readonly nugget: number
}

export interface Emulator {
  readonly shape: Shape
  /** Process variance, in the output's unit squared. */
  readonly variance: number
  /** Expected output at u. */
  expect(u: ArrayLike<number>): number
  /** Variance of that expectation: without the nugget. */
  doubt(u: ArrayLike<number>): number
  /** Largest variance that `doubt` gives inside the cube, cheaply and generously. */
  readonly mostDoubt: number
  /** Each point predicted from all others. */
  readonly leftOut: readonly { readonly error: number; readonly sd: number }[]
}

const ROOT5 = Math.sqrt(5)
const LENGTH = { least: Math.log(0.05), most: Math.log(20), centre: 0, sd: 1 }
const NUGGET = { least: Math.log(1e-6), most: Math.log(10), centre: Math.log(0.01), sd: 2.5 }

const bounded = (theta: readonly number[]): number[] =>
  theta.map((v, k) => {
    const { least, most } = k < theta.length - 1 ? LENGTH : NUGGET
    return Math.min(most, Math.max(least, v))
  })

interface Solution {
  readonly correlation: Matrix
  readonly factor: Matrix
  /** K⁻¹ less what the mean takes up. */
  readonly p: Matrix
  readonly alpha: Float64Array
  readonly variance: number
  readonly meanFactor: Matrix
  readonly lnLikelihood: number
}

function distance(x: ArrayLike<number>, y: ArrayLike<number>, inverse: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < inverse.length; k++) {
    const step = ((x[k] as number) - (y[k] as number)) * (inverse[k] as number)
    sum += step * step
  }
  return Math.sqrt(sum)
}

const matern = (r: number): number => (1 + ROOT5 * r + (5 / 3) * r * r) * Math.exp(-ROOT5 * r)

function solve(points: readonly Float64Array[], basis: Matrix, y: Float64Array, theta: readonly number[]): Solution {
  const n = points.length
  const inverse = theta.slice(0, -1).map((v) => Math.exp(-v))
  const nugget = Math.exp(theta.at(-1) as number)
  const correlation = matrix(n, n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const r = i === j ? 1 : matern(distance(points[i] as Float64Array, points[j] as Float64Array, inverse))
      correlation.data[i * n + j] = r
      correlation.data[j * n + i] = r
    }
  const factor = firmCholesky({
    ...correlation,
    data: correlation.data.map((v, k) => (k % (n + 1) === 0 ? v + nugget : v)),
  })
  const inverted = inverseOf(factor)
  const kh = product(inverted, basis)
  const meanFactor = firmCholesky(product(transpose(basis), kh))
  const turned = transpose(kh)
  const inner = matrix(n, basis.columns)
  for (let i = 0; i < n; i++) inner.data.set(solved(meanFactor, rowOf(kh, i)), i * basis.columns)
  const p = matrix(n, n, (i, j) => {
    let sum = entry(inverted, i, j)
    for (let k = 0; k < basis.columns; k++) sum -= entry(inner, i, k) * entry(turned, k, j)
    return sum
  })
  const alpha = applied(p, y)
  const freedom = Math.max(1, n - basis.columns)
  const variance = Math.max(1e-300, dot(y, alpha) / freedom)
  const prior = theta.reduce((sum, v, k) => {
    const { centre, sd } = k < theta.length - 1 ? LENGTH : NUGGET
    return sum - 0.5 * ((v - centre) / sd) ** 2
  }, 0)
  const lnLikelihood = -0.5 * (freedom * Math.log(variance) + lnDeterminant(factor) + lnDeterminant(meanFactor)) + prior
  return { correlation, factor, p, alpha, variance, meanFactor, lnLikelihood }
}

function gradient(points: readonly Float64Array[], theta: readonly number[], at: Solution): number[] {
  const n = points.length
  const d = theta.length - 1
  const inverse = theta.slice(0, -1).map((v) => Math.exp(-v))
  const slope = new Float64Array(d)
  let noise = 0
  for (let i = 0; i < n; i++) {
    const x = points[i] as Float64Array
    noise += (at.alpha[i] as number) ** 2 / at.variance - entry(at.p, i, i)
    for (let j = 0; j < i; j++) {
      const w = ((at.alpha[i] as number) * (at.alpha[j] as number)) / at.variance - entry(at.p, i, j)
      const other = points[j] as Float64Array
      const r = distance(x, other, inverse)
      const change = w * (5 / 3) * (1 + ROOT5 * r) * Math.exp(-ROOT5 * r)
      for (let k = 0; k < d; k++) {
        const step = ((x[k] as number) - (other[k] as number)) * (inverse[k] as number)
        // both (i, j) and (j, i), times one half
        slope[k] = (slope[k] as number) + change * step * step
      }
    }
  }
  const all = [...slope, 0.5 * noise * Math.exp(theta[d] as number)]
  return all.map((v, k) => {
    const { centre, sd } = k < d ? LENGTH : NUGGET
    return v - ((theta[k] as number) - centre) / sd ** 2
  })
}

/** Climbs with steps that grow while the slope keeps its sign (Riedmiller's Rprop). */
function climb(
  points: readonly Float64Array[],
  basis: Matrix,
  y: Float64Array,
  from: readonly number[],
  rounds: number,
): number[] {
  let theta = bounded(from)
  let best = theta
  let top = Number.NEGATIVE_INFINITY
  const step = theta.map(() => 0.3)
  let before = theta.map(() => 0)
  for (let round = 0; round < rounds; round++) {
    const at = solve(points, basis, y, theta)
    if (at.lnLikelihood > top) {
      top = at.lnLikelihood
      best = theta
    }
    const slope = gradient(points, theta, at)
    slope.forEach((v, k) => {
      const kept = v * (before[k] as number)
      step[k] = Math.min(1, Math.max(1e-3, (step[k] as number) * (kept > 0 ? 1.3 : kept < 0 ? 0.5 : 1)))
    })
    if (step.every((v) => v < 5e-3)) break
    theta = bounded(theta.map((v, k) => v + Math.sign(slope[k] as number) * (step[k] as number)))
    before = slope
  }
  return best
}

const basisOf = (points: readonly ArrayLike<number>[]): Matrix =>
  matrix(points.length, (points[0]?.length ?? 0) + 1, (i, j) => (j === 0 ? 1 : (points[i]?.[j - 1] as number) - 0.5))

/** Fits an emulator, or rebuilds it when its shape is given. Throws RangeError with fewer points than a linear mean needs. */
export function emulator(
  points: readonly ArrayLike<number>[],
  values: readonly number[],
  shape?: Shape,
  rounds = 40,
): Emulator {
  const d = points[0]?.length ?? 0
  if (points.length < d + 4) throw new RangeError(`${points.length} runs are too few to emulate ${d} inputs`)
  const own = points.map((x) => Float64Array.from(x))
  const centre = mean(values)
  const y = Float64Array.from(values, (v) => v - centre)
  const basis = basisOf(own)
  // an output that never varies: the mean is all there is to say
  const scale = Math.sqrt(dot(y, y) / y.length)
  const unit = scale > 0 ? y.map((v) => v / scale) : y
  const theta = shape
    ? [...shape.lengths.map(Math.log), Math.log(shape.nugget)]
    : climb(own, basis, unit, [...Array.from({ length: d }, () => Math.log(1)), Math.log(0.05)], scale > 0 ? rounds : 0)
  const at = solve(own, basis, unit, theta)
  const inverse = theta.slice(0, -1).map((v) => Math.exp(-v))
  const variance = scale > 0 ? at.variance * scale * scale : 0
  const beta = solved(at.meanFactor, applied(transpose(basis), solved(at.factor, unit)))
  const weights = solved(
    at.factor,
    Float64Array.from(unit, (v, i) => v - dot(beta, rowOf(basis, i))),
  )
  const row = (u: ArrayLike<number>) => [1, ...Array.from(u, (v) => v - 0.5)]
  const scaled = matrix(own.length, d, (i, k) => (own[i]?.[k] as number) * (inverse[k] as number)).data
  const seen = (u: ArrayLike<number>): Float64Array => {
    const at = Float64Array.from(inverse, (v, k) => v * (u[k] as number))
    const k = new Float64Array(own.length)
    for (let i = 0; i < k.length; i++) {
      let sum = 0
      for (let j = 0; j < d; j++) {
        const step = (at[j] as number) - (scaled[i * d + j] as number)
        sum += step * step
      }
      k[i] = matern(Math.sqrt(sum))
    }
    return k
  }
  const kh = Array.from({ length: basis.columns }, (_, j) =>
    solved(
      at.factor,
      Float64Array.from({ length: own.length }, (_, i) => entry(basis, i, j)),
    ),
  )
  const doubtOf = (u: ArrayLike<number>): number => {
    const k = seen(u)
    const v = forward(at.factor, k)
    const r = row(u).map((h, j) => h - dot(kh[j] as Float64Array, k))
    const s = forward(at.meanFactor, r)
    return Math.max(0, variance * (1 - dot(v, v) + dot(s, s)))
  }
  return {
    shape: { lengths: theta.slice(0, -1).map(Math.exp), nugget: Math.exp(theta.at(-1) as number) },
    variance,
    expect: (u) => centre + scale * (dot(beta, row(u)) + dot(weights, seen(u))),
    doubt: doubtOf,
    mostDoubt: variance * (1 + (4 * (d + 1)) / own.length),
    leftOut: values.map((_, i) => ({
      error: (scale * (at.alpha[i] as number)) / entry(at.p, i, i),
      sd: Math.sqrt(variance / entry(at.p, i, i)),
    })),
  }
}

export interface Diagnosis {
  /** Share of points whose left-out error is within two standard deviations: 0.95 when the emulator knows its doubt. */
  readonly withinTwo: number
  /** Root mean square left-out error over the standard deviation of the values: 1 is no better than their mean. */
  readonly relativeError: number
}

export function diagnose(of: Emulator, values: readonly number[]): Diagnosis {
  const centre = mean(values)
  const spread = mean(values.map((v) => (v - centre) ** 2))
  const errors = of.leftOut.map(({ error }) => error * error)
  return {
    withinTwo: mean(of.leftOut.map(({ error, sd }) => (Math.abs(error) <= 2 * sd ? 1 : 0))),
    relativeError: spread > 0 ? Math.sqrt(mean(errors) / spread) : 0,
  }
}
