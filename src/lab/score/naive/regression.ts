/**
 * Coefficients that minimise Σ (y − x·b)² + Σ ridge·b², by Cholesky's method. rows: cases × coefficients.
 * Throws a RangeError where the columns depend on each other and no ridge parts them.
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  ys: readonly number[],
  ridge: readonly number[],
): number[] {
  const n = ridge.length
  const normal = ridge.map((weight, i) =>
    ridge.map((_, j) => rows.reduce((sum, row) => sum + (row[i] as number) * (row[j] as number), i === j ? weight : 0)),
  )
  const right = ridge.map((_, i) => rows.reduce((sum, row, k) => sum + (row[i] as number) * (ys[k] as number), 0))
  const root: number[][] = normal.map(() => new Array<number>(n).fill(0))
  const at = (i: number, j: number): number => root[i]?.[j] as number
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = normal[i]?.[j] as number
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k)
      if (i === j && !(sum > 1e-12)) throw new RangeError('the columns of a regression depend on each other')
      ;(root[i] as number[])[j] = i === j ? Math.sqrt(sum) : sum / at(j, j)
    }
  const half: number[] = []
  for (let i = 0; i < n; i++) {
    let sum = right[i] as number
    for (let k = 0; k < i; k++) sum -= at(i, k) * (half[k] as number)
    half.push(sum / at(i, i))
  }
  const found = new Array<number>(n).fill(0)
  for (let i = n - 1; i >= 0; i--) {
    let sum = half[i] as number
    for (let k = i + 1; k < n; k++) sum -= at(k, i) * (found[k] as number)
    found[i] = sum / at(i, i)
  }
  return found
}
