// How answers follow unknowns, on average over an ensemble: ridge regressions whose strength is found by generalised cross-validation
// (Golub, Heath and Wahba 1979), first on the members themselves, then on what each member's own moves did to its answers.
import {
  applied,
  dot,
  entry,
  firmCholesky,
  identity,
  inverseOf,
  less,
  type Matrix,
  matrix,
  moments,
  plus,
  product,
  rowOf,
  solved,
  transpose,
} from './linear.ts'

/** A member as it stands: scores of the unknowns, misfits of the targets. */
export interface Standing {
  readonly z: readonly number[]
  readonly r: readonly number[]
}

/** Strengths of the ridge, in units of the variance of a score. */
const STRENGTHS = [0.001, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]
/** A fit that uses nearly all its members is not trusted further. */
const LEAST_FREE = 0.02

/** Slopes of misfits on scores, targets × unknowns, from members that stand apart. Needs three or more. */
export function slopesOf(members: readonly Standing[]): Matrix {
  const points = moments(members.map(({ z }) => z)).mean
  const outputs = moments(members.map(({ r }) => r)).mean
  return ridge(members.map(({ z, r }) => ({ z: less(z, points), r: less(r, outputs) })))
}

/**
 * Slopes corrected by what moves did: `moves` hold changes of scores and of misfits of one member each, so that whatever else tells
 * members apart (their chance, what is not fitted) drops out.
 */
export function corrected(slopes: Matrix, moves: readonly Standing[]): Matrix {
  if (moves.length < 3) return slopes
  return plus(slopes, ridge(moves.map(({ z, r }) => ({ z, r: less(r, applied(slopes, z)) }))))
}

function ridge(cases: readonly Standing[]): Matrix {
  const n = cases.length
  const [d, m] = [cases[0]?.z.length ?? 0, cases[0]?.r.length ?? 0]
  const square = matrix(d, d)
  const cross = matrix(m, d)
  const total = new Float64Array(m)
  for (const { z, r } of cases) {
    for (let i = 0; i < d; i++) {
      const v = (z[i] as number) / n
      for (let k = 0; k < d; k++) square.data[i * d + k] = entry(square, i, k) + v * (z[k] as number)
    }
    for (let j = 0; j < m; j++) {
      const v = (r[j] as number) / n
      total[j] = (total[j] as number) + v * (r[j] as number)
      for (let i = 0; i < d; i++) cross.data[j * d + i] = entry(cross, j, i) + v * (z[i] as number)
    }
  }
  let size = 0
  for (let i = 0; i < d; i++) size += entry(square, i, i) / d
  const tries = STRENGTHS.map((strength) => {
    const inverse = inverseOf(firmCholesky(plus(square, identity(d), strength * size)))
    let trace = 0
    for (let i = 0; i < d; i++) trace += entry(inverse, i, i)
    const slopes = product(cross, inverse)
    const free = Math.max(1 - (d - strength * size * trace) / n, LEAST_FREE)
    const errors = Array.from(total, (variance, j) => {
      const row = rowOf(slopes, j)
      const rest = variance - 2 * dot(row, rowOf(cross, j)) + dot(row, applied(square, row))
      return Math.max(rest, 0) / free ** 2
    })
    return { slopes, errors }
  })
  const best = matrix(m, d)
  for (let j = 0; j < m; j++) {
    const { slopes, errors } = tries.reduce((a, b) => ((b.errors[j] as number) < (a.errors[j] as number) ? b : a))
    // no slope at all is a fit as well
    if ((errors[j] as number) < (total[j] as number)) best.data.set(rowOf(slopes, j), j * d)
  }
  return best
}

/** Advises steps: −((1 + damping) I + sᵀ s)⁻¹ (away + sᵀ r), by way of the smaller matrix of targets. */
export function adviser(s: Matrix): (away: readonly number[], r: readonly number[], damping: number) => number[] {
  const square = product(s, transpose(s))
  const factors = new Map<number, Matrix>()
  return (away, r, damping) => {
    const a = 1 + damping
    const factor = factors.get(damping) ?? firmCholesky(plus(square, identity(s.rows), a))
    factors.set(damping, factor)
    const gradient = away.map((v, i) => {
      let sum = v
      for (let j = 0; j < s.rows; j++) sum += entry(s, j, i) * (r[j] as number)
      return sum
    })
    const inner = solved(factor, applied(s, gradient))
    return gradient.map((v, i) => {
      let sum = v
      for (let j = 0; j < s.rows; j++) sum -= entry(s, j, i) * (inner[j] as number)
      return -sum / a
    })
  }
}
