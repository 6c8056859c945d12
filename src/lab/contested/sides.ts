// Futures re-weighted to one side of a question: levels, differences, regret, and which packages change places.
import type { Study, StudyOutcome } from '../study/table.ts'
import type { Side } from './questions.ts'
import type { ContestedRow, SideFigures } from './result.ts'
import type { Rows } from './rows.ts'
import { sideMean } from './worth.ts'

/** Fewer draws than this on a side say nothing. */
export const FEW_DRAWS = 12
/** An order of two packages is clear when their mean difference is so many standard errors from zero. */
const CLEAR = 2.6

const signOf = ({ better }: Pick<StudyOutcome, 'better'>): number =>
  better === 'less' ? -1 : better === 'more' ? 1 : 0

export function sideFigures(
  study: Study,
  outcome: StudyOutcome,
  o: number,
  rows: Rows,
  sides: readonly Side[],
  members: readonly Float64Array[],
): SideFigures[] {
  const values = rows.values[o] as readonly Float64Array[]
  const sign = signOf(outcome)
  const regrets = sign === 0 ? undefined : regretsOf(study, outcome, rows, sign)
  const all = new Float64Array(rows.count).fill(1)
  const number = (value: number) => (Number.isFinite(value) ? value : null)
  const overall = values.map((own) => sign * sideMean(own, all, rows.root).mean)
  const kept = overall.indexOf(Math.max(...overall))
  return sides.map(({ side }, s) => {
    const member = members[s] as Float64Array
    const draws = member.reduce((sum, v) => sum + v, 0)
    const futures = member.reduce((sum, v, k) => sum + v * (rows.weight[k] as number), 0)
    const few = draws < FEW_DRAWS
    const means = values.map((own) => sideMean(own, member, rows.root).mean)
    const gains = means.map((mean) => sign * mean)
    const best = gains.indexOf(Math.max(...gains))
    const chosen = sign === 0 || few ? undefined : study.policies[best]?.name
    const packages = study.policies.map(({ name }, k) => ({
      name,
      level: number(means[k] as number),
      difference: number((means[k] as number) - (means[0] as number)),
      regret: regrets === undefined ? null : number(sideMean(regrets[k] as Float64Array, member, rows.root).mean),
    }))
    const choice =
      chosen === undefined ? {} : { preferred: chosen, forgone: (gains[best] as number) - (gains[kept] as number) }
    return { side, futures, effective: draws, few, ...choice, packages }
  })
}

/** By package and row, the mean distance to the best package of each future. */
function regretsOf(
  study: Study,
  { values }: StudyOutcome,
  { rowOf, weight, count }: Rows,
  sign: number,
): Float64Array[] {
  const { futures, policies } = study
  const sums = policies.map(() => new Float64Array(count))
  for (let f = 0; f < futures; f++) {
    const row = rowOf[f] as number
    if (row < 0) continue
    const own = policies.map((_, k) => sign * (values[k * futures + f] as number))
    const top = Math.max(...own)
    sums.forEach((sum, k) => {
      sum[row] = (sum[row] as number) + top - (own[k] as number)
    })
  }
  return sums.map((sum) => sum.map((v, row) => v / (weight[row] as number)))
}

/** Pairs of packages whose order on one side is clear, and clear the other way round on another. */
export function turnedBetween(
  study: Study,
  outcome: StudyOutcome,
  o: number,
  rows: Rows,
  sides: readonly Side[],
  members: readonly Float64Array[],
): ContestedRow['turned'] {
  const values = rows.values[o] as readonly Float64Array[]
  const sign = signOf(outcome) || 1
  const heard = sides.flatMap((side, s) => {
    const member = members[s] as Float64Array
    return member.reduce((sum, v) => sum + v, 0) < FEW_DRAWS ? [] : [{ side, member }]
  })
  return study.policies.flatMap((a, i) =>
    study.policies.slice(0, i).flatMap((b, j) => {
      const gap = (values[i] as Float64Array).map((v, k) => sign * (v - ((values[j] as Float64Array)[k] as number)))
      const orders = heard.map(({ side, member }) => {
        const { mean, error } = sideMean(gap, member, rows.root)
        return { side: side.side, order: Math.abs(mean) > CLEAR * error ? Math.sign(mean) : 0 }
      })
      const up = orders.find(({ order }) => order > 0)
      const down = orders.find(({ order }) => order < 0)
      return up && down ? [{ better: a.name, worse: b.name, on: up.side, not_on: down.side }] : []
    }),
  )
}
