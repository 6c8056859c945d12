// One more outcome for those who said what counts how much: the weighted regret, by package and future.

import { mean } from '../../engine/quantiles.ts'
import { lossesOf, regretsOf } from '../decide/losses.ts'
import { usableOf } from '../decide/usable.ts'
import { relativeRegret } from '../decide/weights.ts'
import type { Study, StudyOutcome } from '../study/table.ts'

export const WEIGHED = 'weighed'

/**
 * The study with the weighted regret as its last outcome: in each future the distance to the best package, as a part of what lies
 * between the best and the worst on average. Outcomes without an agreed direction, and those in which all packages are the same,
 * count for nothing; the study as it is where none counts.
 */
export function withWeighed(study: Study, weights: Readonly<Record<string, number>>): Study {
  const usable = usableOf(study)
  const values = new Float64Array(study.policies.length * study.futures).fill(Number.NaN)
  for (let k = 0; k < study.policies.length; k++) for (const f of usable.kept) values[k * study.futures + f] = 0
  let total = 0
  let last: StudyOutcome | undefined
  for (const outcome of usable.study.outcomes) {
    const weight = weights[outcome.name] ?? 0
    const losses = lossesOf(usable, outcome)
    if (weight <= 0 || losses === undefined || relativeRegret(losses) === undefined) continue
    const regrets = regretsOf(losses)
    const spread = mean(usable.kept.map((_, at) => Math.max(...regrets.map((row) => row[at] as number))))
    total += weight
    last = outcome
    regrets.forEach((row, k) => {
      usable.kept.forEach((f, at) => {
        const place = k * study.futures + f
        values[place] = (values[place] as number) + (weight * (row[at] as number)) / spread
      })
    })
  }
  if (last === undefined) return study
  const { how, from, to } = last
  const outcome: StudyOutcome = {
    ...{ name: WEIGHED, en: 'Weighted regret', es: 'Arrepentimiento ponderado', unit: 'part', how, from, to },
    better: 'less',
    values: values.map((v) => v / total),
  }
  return { ...study, outcomes: [...study.outcomes, outcome] }
}
