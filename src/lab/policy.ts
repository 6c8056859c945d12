import type { LeverValues } from '../system/levers.ts'
import type { Resolved, ResolvedLever } from './scenario/types.ts'

/** What the levers are set to, month by month. */
export interface Policy {
  /** One object, written anew by each call: read it before the next. Months outside 2000–2035 take the nearest. */
  at(month: number): LeverValues
}

/** The values that a resolved scenario gives the mechanisms. Nothing is allocated after this call. */
export function policyOf({ levers }: Resolved): Policy {
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
  return {
    at(month) {
      const within = Math.min(last, Math.max(0, month))
      for (const write of writes) write(within)
      return values as unknown as LeverValues
    },
  }
}

/** First month in which two policies differ; `Infinity` when they never do. */
export function firstDifference(a: Resolved, b: Resolved): number {
  let first = Number.POSITIVE_INFINITY
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
