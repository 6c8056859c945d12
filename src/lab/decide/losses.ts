// An outcome as a loss: the same numbers with a sign that makes lower better, so that all that follows minds one direction only.
import { quantile } from '../../engine/quantiles.ts'
import { type StudyOutcome, valuesOf } from '../study/table.ts'
import type { Usable } from './usable.ts'

/** Losses of one outcome by package, over the kept futures. */
export type Losses = readonly Float64Array[]

/** 1 where less is better, −1 where more is; undefined where the sources disagree. */
export const signOf = ({ better }: Pick<StudyOutcome, 'better'>): 1 | -1 | undefined =>
  better === 'less' ? 1 : better === 'more' ? -1 : undefined

/** Undefined where the outcome has no better direction. */
export function lossesOf({ study, kept }: Usable, outcome: StudyOutcome): Losses | undefined {
  const sign = signOf(outcome)
  if (sign === undefined) return undefined
  return study.policies.map((_, k) => {
    const values = valuesOf(study, outcome, k)
    return Float64Array.from(kept, (f) => sign * (values[f] as number))
  })
}

/** Regret: in each future, the distance from the package that does best there. Never below 0. */
export function regretsOf(losses: Losses): Losses {
  const [first] = losses
  if (first === undefined) return []
  const best = first.map((_, f) => losses.reduce((least, row) => Math.min(least, row[f] as number), Infinity))
  return losses.map((row) => row.map((loss, f) => loss - (best[f] as number)))
}

export interface RegretFigures {
  readonly p50: number
  readonly p90: number
  readonly max: number
}

/** Median, 90th percentile and maximum of regret. */
export function regretFigures(regret: Float64Array): RegretFigures {
  const sorted = regret.slice().sort()
  return { p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9), max: sorted.at(-1) ?? Number.NaN }
}
