// Calibration of weights (Deville and Särndal 1992, linear distance): the smallest change of the weights for which weighted sums
// of chosen columns meet given totals.

/** Limits of the change of a weight, as a factor. */
export const FACTORS = { least: 0.25, most: 4 }
/** Relative error of a total that counts as met, well below the error of weights kept in f32. */
const MET = 1e-9

/**
 * New weights w with Σ w · x = totals for every column x, each w within FACTORS of its start; undefined where no such weights are
 * found. Weights that reach a limit stay there and the others take over. Columns may be dependent only if exactly proportional
 * ones are left out by the caller.
 */
export function calibrate(
  start: Float64Array,
  columns: readonly Float64Array[],
  totals: readonly number[],
): Float64Array | undefined {
  const count = start.length
  const size = columns.length
  const weights = start.slice()
  const fixed = new Uint8Array(count)
  for (let round = 0; round < 12; round++) {
    const lack = totals.map((total, a) => total - dot(weights, columns[a] as Float64Array))
    if (lack.every((gap, a) => Math.abs(gap) <= MET * Math.max(1e-12, Math.abs(totals[a] as number)))) return weights
    const matrix = new Float64Array(size * size)
    for (let a = 0; a < size; a++) {
      const xa = columns[a] as Float64Array
      for (let b = 0; b <= a; b++) {
        const xb = columns[b] as Float64Array
        let sum = 0
        for (let k = 0; k < count; k++) {
          if (fixed[k] === 0) sum += (start[k] as number) * (xa[k] as number) * (xb[k] as number)
        }
        matrix[a * size + b] = sum
        matrix[b * size + a] = sum
      }
    }
    const lambda = solve(matrix, lack)
    if (lambda === undefined) return undefined
    for (let k = 0; k < count; k++) {
      if (fixed[k] === 1) continue
      let shift = 0
      for (let a = 0; a < size; a++) shift += (lambda[a] as number) * ((columns[a] as Float64Array)[k] as number)
      const moved = (weights[k] as number) + (start[k] as number) * shift
      const low = FACTORS.least * (start[k] as number)
      const high = FACTORS.most * (start[k] as number)
      weights[k] = Math.min(Math.max(moved, low), high)
      if (moved < low || moved > high) fixed[k] = 1
    }
  }
  return undefined
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number)
  return sum
}

/** Solves a symmetric positive definite system by Gaussian elimination after scaling; undefined when it is (nearly) singular. */
function solve(matrix: Float64Array, right: readonly number[]): Float64Array | undefined {
  const size = right.length
  const scale = right.map((_, a) => Math.sqrt(matrix[a * size + a] as number))
  if (scale.some((value) => !(value > 0))) return undefined
  const m = Float64Array.from(matrix, (value, k) => {
    const row = Math.floor(k / size)
    return value / ((scale[row] as number) * (scale[k - row * size] as number))
  })
  const x = Float64Array.from(right, (value, a) => value / (scale[a] as number))
  for (let a = 0; a < size; a++) {
    const pivot = m[a * size + a] as number
    if (pivot < 1e-9) return undefined
    for (let b = a + 1; b < size; b++) {
      const factor = (m[b * size + a] as number) / pivot
      if (factor === 0) continue
      for (let c = a; c < size; c++)
        m[b * size + c] = (m[b * size + c] as number) - factor * (m[a * size + c] as number)
      x[b] = (x[b] as number) - factor * (x[a] as number)
    }
  }
  for (let a = size - 1; a >= 0; a--) {
    let sum = x[a] as number
    for (let b = a + 1; b < size; b++) sum -= (m[a * size + b] as number) * (x[b] as number)
    x[a] = sum / (m[a * size + a] as number)
  }
  return x.map((value, a) => value / (scale[a] as number))
}
