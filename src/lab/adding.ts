// Adding a measure up over the rows of a table, each measure in a loop of its own.
import type { Measure, MeasuredMoment } from './model.ts'

type Read = Measure['num']

/** Adds what is read of each row to its sum; starts the sums anew where `fresh`. */
export type Add = (rows: readonly unknown[], moment: MeasuredMoment, sums: Float64Array, fresh: boolean) => void

const made = new WeakMap<Read, Add>()

/** The loop of a measure, made once: all runs of a process use it. */
export function addingOf(read: Read): Add {
  const add = made.get(read) ?? written(read) ?? plain(read)
  made.set(read, add)
  return add
}

const plain =
  (read: Read): Add =>
  (rows, moment, sums, fresh) => {
    for (let k = 0; k < sums.length; k++)
      sums[k] = fresh ? read(rows[k], moment) : (sums[k] as number) + read(rows[k], moment)
  }

let count = 0

/**
 * The same as source text, different for each measure: a loop that meets a single `read` takes it in, a loop that meets forty
 * calls each of them and boxes each result (four times as slow). Undefined where the host forbids code from text.
 */
function written(read: Read): Add | undefined {
  count += 1
  const text = `return function add${count}(rows, moment, sums, fresh) {
    for (let k = 0; k < sums.length; k++) sums[k] = fresh ? read(rows[k], moment) : sums[k] + read(rows[k], moment)
  }`
  try {
    return new Function('read', text)(read) as Add
  } catch {
    return undefined
  }
}
