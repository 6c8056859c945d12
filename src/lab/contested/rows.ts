// A study as rows of equal standing: one a draw where futures share draws, since futures of one draw are no independent witnesses.

import { usableOf } from '../decide/usable.ts'
import { type Study, type Uncertainty, valuesOf } from '../study/table.ts'
import type { Column } from './basis.ts'
import { drawsBehind } from './ranks.ts'

export interface Rows {
  readonly count: number
  /** Futures behind each row. */
  readonly weight: Float64Array
  readonly root: Float64Array
  /** Row of each future; −1 for one that is left out. */
  readonly rowOf: Int32Array
  /** A future of each row. */
  readonly some: Int32Array
  /** By outcome and package, the mean of each row. */
  readonly values: readonly (readonly Float64Array[])[]
}

/** Futures that can be used: 1 or 0 by future. */
export function usableFutures(study: Study): Uint8Array {
  const usable = new Uint8Array(study.futures)
  for (const f of usableOf(study).kept) usable[f] = 1
  return usable
}

export const columnOf = (uncertainty: Uncertainty): Column =>
  uncertainty.kind === 'number'
    ? uncertainty
    : { kind: 'choice', values: uncertainty.values, options: uncertainty.options.length }

/** Names of worlds and of their figures: not of a draw. */
export const isWorld = (name: string): boolean => name.startsWith('world_')

/** Draws behind futures: as the study says, else told from the numbers that come with them. */
export const drawsOfStudy = (study: Study & { readonly draws?: Int32Array | undefined }): Int32Array =>
  study.draws ??
  drawsBehind(
    study.uncertainties.flatMap((one) => (one.kind === 'number' && !isWorld(one.name) ? [one.values] : [])),
    study.futures,
  )

/** One row a draw, or one a future. */
export function rowsOf(study: Study, part: Int32Array): Rows {
  const usable = usableFutures(study)
  const place = new Map<number, number>()
  const rowOf = part.map((draw, f) => {
    if (!usable[f]) return -1
    const row = place.get(draw) ?? place.size
    place.set(draw, row)
    return row
  })
  const count = place.size
  const weight = new Float64Array(count)
  const some = new Int32Array(count)
  rowOf.forEach((row, f) => {
    if (row < 0) return
    weight[row] = (weight[row] as number) + 1
    some[row] = f
  })
  const meansOf = (values: Float64Array): Float64Array => {
    const sums = new Float64Array(count)
    rowOf.forEach((row, f) => {
      if (row >= 0) sums[row] = (sums[row] as number) + (values[f] as number)
    })
    return sums.map((sum, row) => sum / (weight[row] as number))
  }
  const values = study.outcomes.map((outcome) =>
    study.policies.map((_, policy) => meansOf(valuesOf(study, outcome, policy))),
  )
  return { count, weight, root: weight.map(Math.sqrt), rowOf, some, values }
}

/** All futures of a row have the same value of the column. */
export const isOfRows = ({ rowOf, some }: Rows, { values }: Pick<Uncertainty, 'values'>): boolean =>
  rowOf.every((row, f) => row < 0 || values[f] === values[some[row] as number])
