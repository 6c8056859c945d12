// In how many futures does a package keep what the user wants kept? At once, so that sliders may ask.
import { type StudyOutcome, valuesOf } from '../study/table.ts'
import type { Threshold } from './thresholds.ts'
import type { Usable } from './usable.ts'

export interface Satisficing {
  /** By package: share of futures in which every threshold is kept. */
  readonly all: readonly number[]
  readonly each: readonly {
    readonly threshold: Threshold
    /** By package, for this threshold alone. */
    readonly shares: readonly number[]
    /** The best that any package reaches in any future. */
    readonly best: number
  }[]
  /** No package keeps all of them in any future. */
  readonly nobody: boolean
}

/** Whether a value keeps a threshold. */
export const keeps = (value: number, { at_most = Infinity, at_least = -Infinity }: Threshold): boolean =>
  value <= at_most && value >= at_least

/** Thresholds of outcomes that the study does not have are left out. */
export function satisfice({ study, kept }: Usable, thresholds: readonly Threshold[]): Satisficing {
  const asked = thresholds.flatMap((threshold) => {
    const outcome = study.outcomes.find(({ name }) => name === threshold.outcome)
    return outcome === undefined ? [] : [{ threshold, outcome }]
  })
  const share = (met: (f: number) => boolean): number => {
    let count = 0
    for (const f of kept) if (met(f)) count++
    return count / kept.length
  }
  const columns = asked.map(({ threshold, outcome }) => ({
    threshold,
    rows: study.policies.map((_, k) => valuesOf(study, outcome, k)),
    best: bestOf(outcome, threshold, study.futures, kept),
  }))
  const all = study.policies.map((_, k) =>
    share((f) => columns.every(({ threshold, rows }) => keeps(rows[k]?.[f] as number, threshold))),
  )
  const each = columns.map(({ threshold, rows, best }) => ({
    threshold,
    best,
    shares: rows.map((row) => share((f) => keeps(row[f] as number, threshold))),
  }))
  return { all, each, nobody: asked.length > 0 && all.every((one) => one === 0) }
}

/** The most of what is wanted as at least, the least of what is wanted as at most. */
function bestOf({ values }: StudyOutcome, threshold: Threshold, futures: number, kept: Int32Array): number {
  const wantsMore = threshold.at_least !== undefined
  let best = wantsMore ? -Infinity : Infinity
  for (let row = 0; row < values.length; row += futures)
    for (const f of kept) {
      const value = values[row + f] as number
      best = wantsMore ? Math.max(best, value) : Math.min(best, value)
    }
  return best
}
