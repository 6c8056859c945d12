// From a study of one generation to scores: means over its futures, turned so that lower is better, and limits.
import { mean } from '../../engine/quantiles.ts'
import type { Study } from '../study/table.ts'
import { outcomeIn, usable } from './assess.ts'
import type { Scored } from './dominance.ts'
import type { Limit, Objective, SearchFile } from './file.ts'

/** Scores of every package after the reference, in their order. */
export const scoresOf = (study: Study, { objectives, limits }: Pick<SearchFile, 'objectives' | 'limits'>): Scored[] =>
  study.policies.slice(1).map((_, k) => {
    const scores = objectives.map((objective) => scoreOf(study, objective, k + 1))
    // a package under which the model fails in every future is worse than any other
    if (scores.some(Number.isNaN)) return { scores: scores.map(() => WORST), broken: WORST }
    return { scores, broken: limits.reduce((sum, limit) => sum + brokenBy(study, limit, k + 1), 0) }
  })

const WORST = Number.MAX_VALUE

const meanOf = (study: Study, name: string, policy: number): number =>
  mean(usable(study, outcomeIn(study, name), policy))

function scoreOf(study: Study, { outcome, want }: Objective, policy: number): number {
  const value = meanOf(study, outcome, policy)
  return want === 'less' ? value : -value
}

/** By how much of the limit it is broken. */
function brokenBy(study: Study, { outcome, at_most, at_least }: Limit, policy: number): number {
  const value = meanOf(study, outcome, policy)
  const over = at_most === undefined ? 0 : Math.max(0, value - at_most) / Math.max(Math.abs(at_most), 1e-9)
  const under = at_least === undefined ? 0 : Math.max(0, at_least - value) / Math.max(Math.abs(at_least), 1e-9)
  return over + under
}

export const keepsLimits =
  (limits: readonly Limit[]) =>
  (study: Study, policy: number): boolean =>
    limits.every((limit) => brokenBy(study, limit, policy) === 0)

/** A hundredth of the reference's mean where no precision is given; something where that is nothing. */
export const epsilonsOf = (study: Study, objectives: readonly Objective[]): number[] =>
  objectives.map(({ outcome, precision }) => precision ?? Math.max(Math.abs(meanOf(study, outcome, 0)) / 100, 1e-9))
