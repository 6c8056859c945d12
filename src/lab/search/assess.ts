// What is left of a search on futures that it has not seen: the scores again, how much the search flattered itself, and what is better.
import { mean, quantile } from '../../engine/quantiles.ts'
import type { Study, StudyOutcome } from '../study/table.ts'
import { valuesOf } from '../study/table.ts'
import type { Objective } from './file.ts'

/** A package in one objective, as differences to the reference on the same futures. */
export interface Score {
  readonly outcome: string
  /** Mean difference in the futures of the search, and in fresh ones. */
  readonly searched: number
  readonly fresh: number
  /** Over the fresh futures. */
  readonly p05: number
  readonly p50: number
  readonly p95: number
  /** Share of fresh futures in which the package is better than the reference, and worse. */
  readonly better: number
  readonly worse: number
  /** Score in the search minus score after, in the wanted direction: above zero, the search promised too much. */
  readonly optimism: number
}

export interface Found {
  readonly name: string
  readonly scores: readonly Score[]
  /** Means over the fresh futures are beaten in no objective without being better in another. */
  readonly onFront: boolean
  /** Breaks no limit on the fresh futures. */
  readonly kept: boolean
}

export interface Optimism {
  readonly outcome: string
  /** Mean over the packages. */
  readonly mean: number
  /** Twice the standard error that chance alone would give the mean, by the spread over futures. */
  readonly chance: number
}

export interface Assessment {
  readonly objectives: readonly (Objective & { readonly unit: string; readonly reference: number })[]
  readonly futures: { readonly search: number; readonly fresh: number }
  readonly found: readonly Found[]
  readonly optimism: readonly Optimism[]
  /** Packages that are very likely better in one objective at least, and very likely worse in none. */
  readonly gains: readonly string[]
  /** Very likely better in one, very likely worse in another. */
  readonly trades: readonly string[]
}

/** So sure that a difference is told: the share of futures that go one way; of few futures by the rule of succession. */
const SURE = 0.9
const FEW = 40
const weighed = (share: number, futures: number): number =>
  futures < FEW ? (share * futures + 1) / (futures + 2) : share

/**
 * Both studies hold the reference first and the same packages after it, under futures that have no draw in common. Futures that made
 * the model fail are left out.
 */
export function assess(
  searched: Study,
  fresh: Study,
  objectives: readonly Objective[],
  keeps: (study: Study, policy: number) => boolean,
): Assessment {
  const packages = fresh.policies.slice(1)
  const scores = packages.map((_, k) => objectives.map((objective) => scoreOf(searched, fresh, k + 1, objective)))
  const wanted = (k: number) =>
    objectives.map(({ want }, m) => (want === 'less' ? 1 : -1) * (scores[k]?.[m]?.fresh as number))
  const found = packages.map(({ name }, k): Found => {
    const mine = wanted(k)
    const beaten = packages.some((_, other) => {
      const theirs = wanted(other)
      return theirs.every((one, m) => one <= (mine[m] as number)) && theirs.some((one, m) => one < (mine[m] as number))
    })
    return { name, scores: scores[k] as Score[], onFront: !beaten, kept: keeps(fresh, k + 1) }
  })
  const n = count(fresh)
  const sure = (one: Found, side: 'better' | 'worse') => one.scores.some((score) => weighed(score[side], n) >= SURE)
  const better = found.filter((one) => sure(one, 'better'))
  return {
    objectives: objectives.map((objective) => {
      const outcome = outcomeIn(fresh, objective.outcome)
      return { ...objective, unit: outcome.unit, reference: mean(usable(fresh, outcome, 0)) }
    }),
    futures: { search: count(searched), fresh: count(fresh) },
    found,
    optimism: objectives.map((objective, m) =>
      optimismOf(
        searched,
        fresh,
        objective,
        scores.map((row) => row[m] as Score),
      ),
    ),
    gains: better.filter((one) => !sure(one, 'worse')).map(({ name }) => name),
    trades: better.filter((one) => sure(one, 'worse')).map(({ name }) => name),
  }
}

function scoreOf(searched: Study, fresh: Study, policy: number, { outcome, want }: Objective): Score {
  const before = differences(searched, outcome, policy)
  const after = differences(fresh, outcome, policy)
  const sorted = after.slice().sort()
  const sign = want === 'less' ? -1 : 1
  const n = after.length
  const [was, is] = [mean(before), mean(after)]
  return {
    outcome,
    searched: was,
    fresh: is,
    p05: quantile(sorted, 0.05),
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    better: after.filter((one) => sign * one > 0).length / n,
    worse: after.filter((one) => sign * one < 0).length / n,
    optimism: sign * (was - is),
  }
}

function optimismOf(searched: Study, fresh: Study, { outcome }: Objective, scores: readonly Score[]): Optimism {
  // packages share their futures: what chance does to one of them it does to all, so their spread is that of their mean
  const spread = (study: Study) => {
    const all = scores.map((_, k) => differences(study, outcome, k + 1))
    const each = Float64Array.from({ length: all[0]?.length ?? 0 }, (_, f) => mean(all.map((one) => one[f] as number)))
    return variance(each) / Math.max(1, each.length)
  }
  return {
    outcome,
    mean: mean(scores.map(({ optimism }) => optimism)),
    chance: 2 * Math.sqrt(spread(searched) + spread(fresh)),
  }
}

const variance = (values: Float64Array): number => {
  const centre = mean(values)
  return values.reduce((sum, one) => sum + (one - centre) ** 2, 0) / Math.max(1, values.length - 1)
}

export function outcomeIn(study: Study, name: string): StudyOutcome {
  const found = study.outcomes.find((one) => one.name === name)
  if (found === undefined) throw new RangeError(`${name} is no outcome of the study`)
  return found
}

const count = ({ failed }: Study): number => failed.reduce((sum, one) => sum + (one ? 0 : 1), 0)

/** Values of a package in the futures that did not fail. */
export const usable = (study: Study, outcome: StudyOutcome, policy: number): Float64Array =>
  valuesOf(study, outcome, policy).filter((value, f) => !study.failed[f] && Number.isFinite(value))

/** To the reference, future by future. */
function differences(study: Study, name: string, policy: number): Float64Array {
  const outcome = outcomeIn(study, name)
  const [mine, base] = [valuesOf(study, outcome, policy), valuesOf(study, outcome, 0)]
  return mine
    .map((value, f) => value - (base[f] as number))
    .filter((value, f) => !study.failed[f] && Number.isFinite(value))
}
