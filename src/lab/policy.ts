import type { LeverValues } from '../system/levers.ts'
import { following } from './rules-of-policy/following.ts'
import { rulesKey } from './rules-of-policy/resolve.ts'
import type { Watch } from './rules-of-policy/watch.ts'
import type { Resolved, ResolvedLever } from './scenario/types.ts'

/** What the levers are set to, month by month. */
export interface Policy {
  /** One object, written anew by each call: read it before the next. Months outside 2000–2035 take the nearest. */
  at(month: number): LeverValues
  /**
   * Begins a run of a scenario with rules: `seen` holds what is measured, as `watch.cells` lays it out, and until the month in which
   * the run goes on from a kept state, what was measured before. Fixed scenarios need no such call.
   */
  begin(seen: Float64Array): void
}

/**
 * The values that a resolved scenario gives the mechanisms. Nothing is allocated after this call. `watch`: where what is measured
 * stands; a scenario with rules throws RangeError without.
 */
export function policyOf({ card, levers, adaptive = [] }: Resolved, watch?: Watch): Policy {
  const values: Record<string, Record<string, number | Float64Array>> = {}
  const writes: ((month: number) => void)[] = []
  let last = 0
  for (const [name, lever] of Object.entries(levers)) {
    const target: Record<string, number | Float64Array> = { where: lever.masks[0] as Float64Array }
    values[name] = target
    for (const [field, series] of Object.entries(lever.fields)) {
      last = series.length - 1
      target[field] = series[0] as number
      // most fields never change: they are written once
      if (series.some((value) => !Object.is(value, series[0]))) {
        writes.push((month) => {
          target[field] = series[month] as number
        })
      }
    }
    if (lever.masks.length > 1) {
      writes.push((month) => {
        target.where = lever.masks[lever.mask[month] as number] as Float64Array
      })
    }
  }
  const rules = adaptive.map((rule) => {
    if (watch === undefined) throw new RangeError(`${card.name} has rules, and nothing is measured for them`)
    return following(rule, watch, values)
  })
  // what a rule sets is set anew each month, so that its end brings back what the months have
  for (const [name, fields] of touchedBy(adaptive)) {
    const { [name]: target } = values
    const { [name]: lever } = levers
    if (target === undefined || lever === undefined) continue
    writes.push((month) => {
      for (const field of fields) target[field] = lever.fields[field]?.[month] as number
      target.where = lever.masks[lever.mask[month] as number] as Float64Array
    })
  }
  return {
    at(month) {
      const within = Math.min(last, Math.max(0, month))
      for (const write of writes) write(within)
      for (const rule of rules) rule.set(within)
      return values as unknown as LeverValues
    },
    begin(seen) {
      for (const rule of rules) rule.begin(seen)
    },
  }
}

function touchedBy(rules: NonNullable<Resolved['adaptive']>): Map<string, Set<string>> {
  const touched = new Map<string, Set<string>>()
  for (const [lever, { fields }] of rules.flatMap(({ sets }) => Object.entries(sets)))
    touched.set(lever, new Set([...(touched.get(lever) ?? []), ...Object.keys(fields)]))
  return touched
}

/** First month in which two policies differ; `Infinity` when they never do. */
export function firstDifference(a: Resolved, b: Resolved): number {
  let first = firstOtherRules(a, b)
  for (const [name, lever] of Object.entries(a.levers)) {
    const other = b.levers[name]
    if (other === undefined) return 0
    for (const [field, series] of Object.entries(lever.fields)) {
      const theirs = other.fields[field] as Float64Array
      for (let month = 0; month < Math.min(series.length, first); month++)
        if (!Object.is(series[month], theirs[month])) first = month
    }
    first = Math.min(first, firstOtherMask(lever, other))
  }
  return first
}

/** Other rules may act from the first month in which one of them may. */
function firstOtherRules({ adaptive: mine = [] }: Resolved, { adaptive: theirs = [] }: Resolved): number {
  if (rulesKey(mine) === rulesKey(theirs)) return Number.POSITIVE_INFINITY
  return Math.min(...[...mine, ...theirs].map(({ start }) => start))
}

/** First month in which two levers are set for other districts. Few masks serve many months: each pair is compared once. */
function firstOtherMask(lever: ResolvedLever, other: ResolvedLever): number {
  const like = new Map<number, boolean>()
  for (let month = 0; month < lever.mask.length; month++) {
    const mine = lever.mask[month] as number
    const theirs = other.mask[month] as number
    const pair = mine * other.masks.length + theirs
    const known = like.get(pair) ?? alike(lever.masks[mine] as Float64Array, other.masks[theirs] as Float64Array)
    if (!known) return month
    like.set(pair, known)
  }
  return Number.POSITIVE_INFINITY
}

function alike(mine: Float64Array, theirs: Float64Array): boolean {
  for (let d = 0; d < mine.length; d++) if (mine[d] !== theirs[d]) return false
  return true
}
