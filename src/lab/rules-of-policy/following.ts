// One rule of policy during a run: it looks at what is known each month and sets its levers while it is in force.
import type { ResolvedRule } from '../scenario/types.ts'
import { streakOf, type Watch } from './watch.ts'

export interface Following {
  /** Begins a run; see Policy.begin. */
  begin(seen: Float64Array): void
  /** Sets the levers for this month where the rule is in force. Months come in rising order. */
  set(month: number): void
}

type Values = Readonly<Record<string, Record<string, number | Float64Array>>>

/**
 * Where a run goes on from a kept state, the months before are looked at again on the first call: what a rule remembers follows from
 * what was measured, and is kept nowhere else.
 */
export function following({ when, start, lasts, sets }: ResolvedRule, watch: Watch, values: Values): Following {
  const streak = streakOf(watch, when)
  const acts = Object.entries(sets).flatMap(([lever, { fields, where }]) => {
    const target = values[lever]
    return target === undefined ? [] : [{ target, fields: Object.entries(fields), where }]
  })
  let measured: Float64Array | undefined
  let [next, row, metLast] = [0, 0, Number.NEGATIVE_INFINITY]
  return {
    begin(seen) {
      measured = seen
      ;[next, row, metLast] = [0, 0, Number.NEGATIVE_INFINITY]
    },
    set(month) {
      if (measured === undefined) throw new RangeError('a policy with rules runs without begin()')
      for (; next <= month; next++) {
        row = streak(measured, next, row)
        if (row >= when.months && next >= start) metLast = next
      }
      if (month - metLast >= lasts || metLast > month || metLast === Number.NEGATIVE_INFINITY) return
      for (const { target, fields, where } of acts) {
        for (const [field, value] of fields) target[field] = value
        if (where !== undefined) target.where = where
      }
    },
  }
}
