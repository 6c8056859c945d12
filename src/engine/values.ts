// Parameter values as mechanisms read them.
import { type RowClass, rowClass } from './rows.ts'

const classes = new Map<string, RowClass>()

/**
 * The same numbers under the same names, as quick to read as the columns of a row: an object with hundreds of keys is a hash
 * table to the engine, and mechanisms read `p.name` for each district. What is no list of numbers comes back as it is.
 */
export function valuesOf(params: unknown): unknown {
  if (typeof params !== 'object' || params === null) return params
  const values = Object.values(params)
  if (!values.every((value) => typeof value === 'number')) return params
  const names = Object.keys(params)
  const key = names.join()
  const Values = classes.get(key) ?? rowClass(names)
  classes.set(key, Values)
  return new Values(Float64Array.from(values))
}
