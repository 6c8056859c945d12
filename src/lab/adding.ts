// Adding a measure up over the rows of a table, each measure in a loop of its own.
import { type Text, written } from '../engine/written.ts'
import type { Measure, MeasuredMoment } from './model.ts'

type Read = Measure['num']

/** Adds what is read of each row to its sum; starts the sums anew where `fresh`. */
export type Add = (rows: readonly unknown[], moment: MeasuredMoment, sums: Float64Array, fresh: boolean) => void

const made = new WeakMap<Read, Add>()

/** The loop of a measure, made once: all runs of a process use it. */
export function addingOf(read: Read): Add {
  const add = made.get(read) ?? looped(read)
  made.set(read, add)
  return add
}

let count = 0

function looped(read: Read): Add {
  count += 1
  return written<(read: Read) => Add>(addText(count))?.(read) ?? plain(read)
}

/**
 * The loop as source text, another one for each measure: a loop that meets a single `read` takes it in, a loop that meets forty
 * calls each of them and boxes each result (four times as slow).
 */
export const addText = (place: number): Text => ({
  key: `add ${place}`,
  text: () => `(read) => function add${place}(rows, moment, sums, fresh) {
    for (let k = 0; k < sums.length; k++) sums[k] = fresh ? read(rows[k], moment) : sums[k] + read(rows[k], moment)
  }`,
})

const plain =
  (read: Read): Add =>
  (rows, moment, sums, fresh) => {
    for (let k = 0; k < sums.length; k++)
      sums[k] = fresh ? read(rows[k], moment) : (sums[k] as number) + read(rows[k], moment)
  }
