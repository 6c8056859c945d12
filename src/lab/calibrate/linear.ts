// The linear algebra the algorithms need. Matrices are square or tall lists of rows stored one after the other.

/** Row-major, rows × columns. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly data: Float64Array
}

export const matrix = (rows: number, columns: number, at?: (i: number, j: number) => number): Matrix => {
  const data = new Float64Array(rows * columns)
  if (at) for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) data[i * columns + j] = at(i, j)
  return { rows, columns, data }
}

export const identity = (n: number): Matrix => matrix(n, n, (i, j) => (i === j ? 1 : 0))
export const entry = (m: Matrix, i: number, j: number): number => m.data[i * m.columns + j] as number
export const rowOf = (m: Matrix, i: number): Float64Array => m.data.subarray(i * m.columns, (i + 1) * m.columns)
export const transpose = (m: Matrix): Matrix => matrix(m.columns, m.rows, (i, j) => entry(m, j, i))

/** a − b. */
export const less = (a: ArrayLike<number>, b: ArrayLike<number>): number[] =>
  Array.from(a, (v, k) => v - (b[k] as number))

/** Σ a_k b_k over the shorter length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0
  const n = Math.min(a.length, b.length)
  for (let k = 0; k < n; k++) total += (a[k] as number) * (b[k] as number)
  return total
}

export function product(a: Matrix, b: Matrix): Matrix {
  const turned = transpose(b)
  return matrix(a.rows, b.columns, (i, j) => dot(rowOf(a, i), rowOf(turned, j)))
}

export const applied = (m: Matrix, x: ArrayLike<number>): Float64Array =>
  Float64Array.from({ length: m.rows }, (_, i) => dot(rowOf(m, i), x))

export const plus = (a: Matrix, b: Matrix, times = 1): Matrix => ({
  ...a,
  data: a.data.map((v, k) => v + times * (b.data[k] as number)),
})

/**
 * Lower Cholesky factor of a symmetric matrix; undefined when it is not positive definite. `ridge` times the mean of the
 * diagonal is added to the diagonal first.
 */
export function cholesky(m: Matrix, ridge = 0): Matrix | undefined {
  const n = m.rows
  const l = new Float64Array(n * n)
  let trace = 0
  for (let i = 0; i < n; i++) trace += entry(m, i, i)
  const extra = (ridge * trace) / n
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = (m.data[i * n + j] as number) + (i === j ? extra : 0)
      for (let k = 0; k < j; k++) sum -= (l[i * n + k] as number) * (l[j * n + k] as number)
      if (i === j) {
        if (!(sum > 0)) return undefined
        l[i * n + i] = Math.sqrt(sum)
      } else l[i * n + j] = sum / (l[j * n + j] as number)
    }
  }
  return { rows: n, columns: n, data: l }
}

/** Cholesky factor with the smallest ridge (0, 1e-12 … 1) that makes the matrix positive definite. Throws RangeError for NaN. */
export function firmCholesky(m: Matrix): Matrix {
  for (const ridge of [0, 1e-12, 1e-10, 1e-8, 1e-6, 1e-4, 1e-2, 1]) {
    const factor = cholesky(m, ridge)
    if (factor) return factor
  }
  if (m.data.every((v) => v === 0)) return m
  throw new RangeError('a covariance is no number or not positive')
}

/** x with L x = b, L lower triangular. */
export function forward(l: Matrix, b: ArrayLike<number>): Float64Array {
  const n = l.rows
  const x = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let sum = b[i] as number
    for (let k = 0; k < i; k++) sum -= (l.data[i * n + k] as number) * (x[k] as number)
    x[i] = sum / (l.data[i * n + i] as number)
  }
  return x
}

/** x with Lᵀ x = b. */
export function backward(l: Matrix, b: ArrayLike<number>): Float64Array {
  const n = l.rows
  const x = Float64Array.from(b)
  for (let i = n - 1; i >= 0; i--) {
    x[i] = (x[i] as number) / (l.data[i * n + i] as number)
    for (let k = 0; k < i; k++) x[k] = (x[k] as number) - (l.data[i * n + k] as number) * (x[i] as number)
  }
  return x
}

/** x with L Lᵀ x = b. */
export const solved = (l: Matrix, b: ArrayLike<number>): Float64Array => backward(l, forward(l, b))

/** L Lᵀ inverted. */
export function inverseOf(l: Matrix): Matrix {
  const n = l.rows
  // rows of (L⁻¹)ᵀ, each from its diagonal on
  const turned = Array.from({ length: n }, (_, j) => {
    const column = new Float64Array(n)
    column[j] = 1 / entry(l, j, j)
    for (let i = j + 1; i < n; i++) {
      let sum = 0
      for (let k = j; k < i; k++) sum -= (l.data[i * n + k] as number) * (column[k] as number)
      column[i] = sum / (l.data[i * n + i] as number)
    }
    return column
  })
  const inverse = matrix(n, n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const [a, b] = [turned[i] as Float64Array, turned[j] as Float64Array]
      let sum = 0
      for (let k = i; k < n; k++) sum += (a[k] as number) * (b[k] as number)
      inverse.data[i * n + j] = sum
      inverse.data[j * n + i] = sum
    }
  return inverse
}

/** ln det(L Lᵀ). */
export function lnDeterminant(l: Matrix): number {
  let sum = 0
  for (let i = 0; i < l.rows; i++) sum += 2 * Math.log(entry(l, i, i))
  return sum
}

/** Σ w (x − mean)(x − mean)ᵀ / Σ w and the mean, over points with weights (equal ones when left out). */
export function moments(
  points: readonly ArrayLike<number>[],
  weights?: ArrayLike<number>,
): { mean: Float64Array; covariance: Matrix } {
  const d = points[0]?.length ?? 0
  const mean = new Float64Array(d)
  let total = 0
  points.forEach((x, k) => {
    const w = weights?.[k] ?? 1
    total += w
    for (let j = 0; j < d; j++) mean[j] = (mean[j] as number) + w * (x[j] as number)
  })
  for (let j = 0; j < d; j++) mean[j] = (mean[j] as number) / total
  const covariance = matrix(d, d)
  points.forEach((x, k) => {
    const w = (weights?.[k] ?? 1) / total
    for (let i = 0; i < d; i++)
      for (let j = 0; j < d; j++)
        covariance.data[i * d + j] =
          entry(covariance, i, j) +
          w * ((x[i] as number) - (mean[i] as number)) * ((x[j] as number) - (mean[j] as number))
  })
  return { mean, covariance }
}
