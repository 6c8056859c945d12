// What knowing would be worth (expected value of partial perfect information, by regression: Strong, Oakley and Brennan 2014), and
// how far expected outcomes move between the sides of a question.
import { dot, orthonormal } from './basis.ts'

/** Values of one outcome, by package and row, larger is better; rows weigh as `root` squared. */
export interface Choices {
  readonly root: Float64Array
  /** By package other than the best one: how much better than that, times the root of the weight. */
  readonly ahead: readonly Float64Array[]
  /** The package that is best as far as one knows now. */
  readonly best: number
}

/** `sign`: 1 where more is better, −1 where less is. */
export function choicesOf(values: readonly Float64Array[], root: Float64Array, sign: number): Choices {
  const total = root.reduce((sum, r) => sum + r * r, 0)
  const means = values.map((own) => (sign * own.reduce((sum, v, k) => sum + v * (root[k] as number) ** 2, 0)) / total)
  const best = means.indexOf(Math.max(...means))
  const mine = values[best] as Float64Array
  const ahead = values
    .filter((_, k) => k !== best)
    .map((own) => own.map((v, k) => sign * (v - (mine[k] as number)) * (root[k] as number)))
  return { root, ahead, best }
}

/** Expected gain over the package that is best now, when the terms are known before one chooses. Never negative. */
export function worthOfKnowing({ root, ahead }: Choices, basis: readonly Float64Array[]): number {
  const along = ahead.map((values) => basis.map((vector) => dot(vector, values)))
  let gain = 0
  let total = 0
  for (let k = 0; k < root.length; k++) {
    let top = 0
    for (const own of along) {
      let fit = 0
      for (let j = 0; j < own.length; j++) fit += (own[j] as number) * ((basis[j] as Float64Array)[k] as number)
      if (fit > top) top = fit
    }
    const r = root[k] as number
    gain += top * r
    total += r * r
  }
  return gain / total
}

/** The same when everything is known. */
export const worthOfAll = ({ root, ahead }: Choices): number => gainOf(root, ahead)

function gainOf(root: Float64Array, ahead: readonly Float64Array[]): number {
  let gain = 0
  let total = 0
  for (let k = 0; k < root.length; k++) {
    let top = 0
    for (const values of ahead) top = Math.max(top, values[k] as number)
    const r = root[k] as number
    gain += top * r
    total += r * r
  }
  return gain / total
}

/** The basis when the rows were dealt anew: row k has the terms of row `from[k]`. */
export const shuffledBasis = (terms: readonly Float64Array[], root: Float64Array, from: ArrayLike<number>) =>
  orthonormal(
    terms.map((term) => term.map((_, k) => term[from[k] as number] as number)),
    root,
  )

export interface SideMean {
  readonly mean: number
  /** Its standard error, rows being the witnesses. */
  readonly error: number
}

/** Mean over the rows of a side. `member`: 1 or 0 by row. NaN where there is none. */
export function sideMean(values: Float64Array, member: Float64Array, root: Float64Array): SideMean {
  const mean = meanOf(values, member, root)
  let squares = 0
  let total = 0
  for (let k = 0; k < values.length; k++) {
    const weight = (member[k] as number) * (root[k] as number) ** 2
    squares += (weight * ((values[k] as number) - mean)) ** 2
    total += weight
  }
  return { mean, error: Math.sqrt(squares) / total }
}

function meanOf(values: Float64Array, member: Float64Array, root: Float64Array): number {
  let sum = 0
  let total = 0
  for (let k = 0; k < values.length; k++) {
    const r = root[k] as number
    const weight = (member[k] as number) * r * r
    sum += weight * (values[k] as number)
    total += weight
  }
  return sum / total
}

/** Largest distance between the means of two sides, over packages. */
export function spreadOf(
  values: readonly Float64Array[],
  members: readonly Float64Array[],
  root: Float64Array,
): { spread: number; package: number } {
  const spreads = values.map((own) => {
    const means = members.map((member) => meanOf(own, member, root))
    return Math.max(...means) - Math.min(...means)
  })
  const spread = Math.max(0, ...spreads)
  return { spread, package: spreads.indexOf(spread) }
}
