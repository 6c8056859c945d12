// What an outcome is read from: its measure is run on rows that note what is asked of them.
import type { Measure } from '../../system/measure.ts'
import type { Described } from './description.ts'

/** Rows of a table that a measure may tell apart by `index`: ways out of the valley are four. */
const ROWS = 4

/** State columns by outcome, in the order of the outcomes. */
export function readByOutcomes({ outcomes, measures }: Described['model']): Record<string, string[]> {
  return Object.fromEntries(
    Object.keys(outcomes).map((name) => {
      const own = Object.entries(measures).filter(([key]) => key === name || key.startsWith(`${name}/`))
      return [name, [...new Set(own.flatMap(([, measure]) => readBy(measure)))].sort()]
    }),
  )
}

function readBy({ of, num, den }: Measure): string[] {
  const seen = new Set<string>()
  const noting = (table: string, known: Readonly<Record<string, unknown>> = {}): unknown =>
    new Proxy(known, {
      get(_, name) {
        if (typeof name !== 'string') return 1
        if (name in known) return known[name]
        seen.add(`${table}.${name}`)
        return 1
      },
    })
  const sum = noting('sum')
  const moment = { p: new Proxy({}, { get: () => 1 }) }
  for (let index = 0; index < ROWS; index++) {
    const row = noting(of, { index, sum })
    num(row, moment)
    den?.(row, moment)
  }
  return [...seen]
}
