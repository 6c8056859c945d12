// Regression on a few inputs without a formula: a smooth function of the rank of a number, a level for each option of a choice.
import { rankedPart } from './ranks.ts'

/** A column that something may depend on: numbers, or places of options (with their number). */
export type Column =
  | { readonly kind: 'number'; readonly values: ArrayLike<number> }
  | { readonly kind: 'choice'; readonly values: ArrayLike<number>; readonly options: number }

/** Where the pieces of the smooth function meet, in parts of the ranks. */
const KNOTS = [1 / 3, 2 / 3]
/** More terms than this fit noise. */
const MOST_TERMS = 24
/** Numbers with fewer values than this are taken as options. */
const FEW_VALUES = 6

/** Terms of one column, without the constant; by row. */
function termsOf(column: Column): Float64Array[] {
  if (column.kind === 'choice') return levels(column.values, column.options)
  const { ranks, distinct } = rankedPart(column.values)
  if (distinct.length < 2) return []
  if (distinct.length < FEW_VALUES)
    return levels(
      Array.from(column.values, (v) => distinct.indexOf(v)),
      distinct.length,
    )
  const powers = [1, 2, 3].map((power) => ranks.map((r) => (2 * r - 1) ** power))
  return [...powers, ...KNOTS.map((knot) => ranks.map((r) => Math.max(0, r - knot) ** 3))]
}

const levels = (values: ArrayLike<number>, options: number): Float64Array[] =>
  Array.from({ length: Math.max(0, options - 1) }, (_, k) =>
    Float64Array.from(values, (value) => (value === k + 1 ? 1 : 0)),
  )

/**
 * Terms of several columns together: each alone, then products of the first two terms of each pair, as many as there is room for.
 * `rows`: number of rows.
 */
export function termsTogether(columns: readonly Column[]): Float64Array[] {
  const own = columns.map(termsOf)
  const terms = own.flat()
  for (let i = 0; i < own.length; i++)
    for (let j = 0; j < i; j++)
      for (const a of leading(columns[i] as Column, own[i] as Float64Array[]))
        for (const b of leading(columns[j] as Column, own[j] as Float64Array[]))
          if (terms.length < MOST_TERMS) terms.push(a.map((v, k) => v * (b[k] as number)))
  return terms
}

const leading = ({ kind }: Column, terms: readonly Float64Array[]): readonly Float64Array[] =>
  kind === 'choice' ? terms : terms.slice(0, 2)

/** What is left below this share of a term is rounding. */
const ROUNDING = 1e-9

/**
 * Orthonormal vectors that span the constant and the terms, by Gram and Schmidt, twice; terms that add nothing are left out.
 * `root`: by row, the square root of its weight; the vectors are those of rows times their root.
 */
export function orthonormal(terms: readonly Float64Array[], root: Float64Array): Float64Array[] {
  const rows = root.length
  const basis: Float64Array[] = []
  for (const term of [new Float64Array(rows).fill(1), ...terms]) {
    const rest = term.map((v, k) => v * (root[k] as number))
    const size = Math.sqrt(dot(rest, rest))
    for (const _ of [1, 2])
      for (const vector of basis) {
        const along = dot(vector, rest)
        for (let k = 0; k < rows; k++) rest[k] = (rest[k] as number) - along * (vector[k] as number)
      }
    const left = Math.sqrt(dot(rest, rest))
    if (left > ROUNDING * size) basis.push(rest.map((v) => v / left))
  }
  return basis
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number)
  return sum
}
