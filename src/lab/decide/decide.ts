// What is robust: packages under the same futures, outcome by outcome. Plain data; words for it are in src/report/decision.
import { deviation, mean, quantiles } from '../../engine/quantiles.ts'
import { picked } from '../study/picked.ts'
import type { Study, StudyOutcome, StudyPolicy } from '../study/table.ts'
import { type Losses, lossesOf, type RegretFigures, regretFigures, regretsOf, signOf } from './losses.ts'
import { MEASURES, type Measure, type MeasureValues, measuresOf, toldMeasures } from './robustness.ts'
import { type Satisficing, satisfice } from './satisfice.ts'
import { rerunsOf, type Stability, stabilityOf } from './stability.ts'
import type { Threshold, Wishes } from './thresholds.ts'
import { identicalIn, type Usable, usableOf } from './usable.ts'
import { relativeRegret, type Weighted, weighted } from './weights.ts'

/** One package in one outcome. */
export interface PolicyFigures {
  readonly policy: string
  readonly p05: number
  readonly p50: number
  readonly p95: number
  /** Undefined where the outcome has no better direction. */
  readonly regret?: RegretFigures
  readonly measures?: MeasureValues
}

export interface OutcomeDecision extends Omit<StudyOutcome, 'values'> {
  readonly policies: readonly PolicyFigures[]
  /** What the share of Starr's criterion was held against: the user's threshold, or the middle future of the reference. */
  readonly limit?: Threshold & { readonly from: 'user' | 'reference' }
  readonly rankings?: Readonly<Record<Measure, Stability>>
  /** Packages that come first under some measure, the one with most measures first. More than one: the measures disagree. */
  readonly firsts?: readonly { readonly policy: string; readonly measures: readonly Measure[] }[]
}

export interface Decision {
  readonly reference: string
  readonly policies: readonly StudyPolicy[]
  readonly futures: Pick<Usable, 'failed' | 'missing' | 'left'> & { readonly asked: number; readonly kept: number }
  /** Packages that are the same policy: judged once. */
  readonly identical: readonly (readonly [string, string])[]
  readonly outcomes: readonly OutcomeDecision[]
  readonly satisficing?: Satisficing & { readonly ranking: Stability }
  readonly weighted?: Weighted
}

export interface DecideOptions {
  readonly wishes?: Wishes | undefined
  readonly seed?: number
  /** Reruns for the stability of rankings. */
  readonly reruns?: number
}

/** A difference below half a percent of the reference's middle level is a tie, as in the comparison report. */
const INDIFFERENT = 0.005
/** As many reruns as tell nine in ten from eight in ten, mostly. */
const RERUNS = 40

/** Everything about a study that `vraem decide` answers. A study without a future that can be used gives no outcomes. */
export function decide(whole: Study, { wishes, seed = 1, reruns: count = RERUNS }: DecideOptions = {}): Decision {
  const usable = usableOf(whole)
  const identical = identicalIn(usable)
  const single = withoutTwins(usable, identical)
  const { study, kept } = single
  const blocks = study.draws && Array.from(kept, (f) => study.draws?.[f] as number)
  const reruns = rerunsOf(kept.length, count, seed, blocks)
  const thresholds = wishes?.thresholds ?? []
  const some = kept.length > 0
  return {
    reference: study.policies[0]?.name as string,
    policies: whole.policies,
    futures: {
      asked: whole.futures,
      kept: kept.length,
      failed: usable.failed,
      missing: usable.missing,
      left: usable.left,
    },
    identical,
    outcomes: some ? study.outcomes.map((outcome) => outcomeDecision(single, outcome, thresholds, reruns)) : [],
    ...(some && thresholds.length > 0 ? { satisficing: satisficingOf(single, thresholds, reruns) } : {}),
    ...(some && wishes?.weights !== undefined ? withWeights(single, wishes.weights, seed) : {}),
  }
}

/** The study with each policy once. */
export function withoutTwins(usable: Usable, identical: readonly (readonly [string, string])[]): Usable {
  const twins = new Set(identical.map(([, twin]) => twin))
  const { study } = usable
  const stay = study.policies.flatMap(({ name }, k) => (twins.has(name) ? [] : [k]))
  return { ...usable, study: picked(study, stay) }
}

function outcomeDecision(
  usable: Usable,
  outcome: StudyOutcome,
  thresholds: readonly Threshold[],
  reruns: readonly Int32Array[],
): OutcomeDecision {
  const { values, ...card } = outcome
  const { study, kept } = usable
  const names = study.policies.map(({ name }) => name)
  const levels = names.map((_, k) => Float64Array.from(kept, (f) => values[k * study.futures + f] as number))
  const bands = levels.map((row) => quantiles(row, [0.05, 0.5, 0.95]))
  const losses = lossesOf(usable, outcome)
  const sign = signOf(outcome)
  const figures = names.map((policy, k) => {
    const [p05, p50, p95] = bands[k] as [number, number, number]
    return { policy, p05, p50, p95 }
  })
  if (losses === undefined || sign === undefined) return { ...card, policies: figures }
  const middle = bands[0]?.[1] as number
  const limit = limitOf(outcome, thresholds, middle, sign)
  const lossLimit = sign * (limit.at_most ?? limit.at_least ?? middle)
  const regrets = regretsOf(losses)
  const measures = losses.map((row, k) => measuresOf(row, regrets[k] as Float64Array, lossLimit))
  const again = reruns.map((places) => {
    const of = (row: Float64Array | undefined) => Float64Array.from(places, (f) => row?.[f] as number)
    return losses.map((row, k) => measuresOf(of(row), of(regrets[k]), lossLimit))
  })
  const tie = INDIFFERENT * (Math.abs(middle) || Math.abs(spreadOf(losses)))
  const ranking = (measure: Measure): Stability =>
    stabilityOf(
      names,
      measures.map((one) => one[measure]),
      again.map((rerun) => rerun.map((one) => one[measure])),
      measure === 'share' ? INDIFFERENT : tie,
    )
  const rankings = Object.fromEntries(MEASURES.map((measure) => [measure, ranking(measure)])) as Record<
    Measure,
    Stability
  >
  return {
    ...card,
    limit,
    rankings,
    firsts: firstsOf(rankings),
    policies: figures.map((one, k) => ({
      ...one,
      regret: regretFigures(regrets[k] as Float64Array),
      measures: toldMeasures(measures[k] as MeasureValues, sign),
    })),
  }
}

const spreadOf = (losses: Losses): number => mean(losses.map((row) => deviation(row)))

function limitOf(
  outcome: StudyOutcome,
  thresholds: readonly Threshold[],
  middle: number,
  sign: 1 | -1,
): NonNullable<OutcomeDecision['limit']> {
  const own = thresholds.find(
    (threshold) =>
      threshold.outcome === outcome.name && (sign > 0 ? threshold.at_most : threshold.at_least) !== undefined,
  )
  if (own !== undefined) return { ...own, from: 'user' }
  return { outcome: outcome.name, [sign > 0 ? 'at_most' : 'at_least']: middle, from: 'reference' }
}

function firstsOf(rankings: Readonly<Record<Measure, Stability>>): NonNullable<OutcomeDecision['firsts']> {
  const by = new Map<string, Measure[]>()
  for (const measure of MEASURES) {
    const [top] = rankings[measure].order
    if (top !== undefined) by.set(top, [...(by.get(top) ?? []), measure])
  }
  return [...by]
    .map(([policy, measures]) => ({ policy, measures }))
    .sort((a, b) => b.measures.length - a.measures.length)
}

function satisficingOf(
  usable: Usable,
  thresholds: readonly Threshold[],
  reruns: readonly Int32Array[],
): Satisficing & { ranking: Stability } {
  const found = satisfice(usable, thresholds)
  const again = reruns.map((places) => {
    const within = { ...usable, kept: Int32Array.from(places, (place) => usable.kept[place] as number) }
    return satisfice(within, thresholds).all.map((share) => -share)
  })
  const names = usable.study.policies.map(({ name }) => name)
  const ranking = stabilityOf(
    names,
    found.all.map((share) => -share),
    again,
    INDIFFERENT,
  )
  return { ...found, ranking }
}

function withWeights(usable: Usable, given: Readonly<Record<string, number>>, seed: number): { weighted?: Weighted } {
  const parts: Record<string, readonly number[]> = {}
  const ignored: { outcome: string; why: 'absent' | 'open' | 'same' }[] = []
  for (const name of Object.keys(given)) {
    const outcome = usable.study.outcomes.find((one) => one.name === name)
    const losses = outcome && lossesOf(usable, outcome)
    const part = losses && relativeRegret(losses)
    if (part !== undefined) parts[name] = part
    else ignored.push({ outcome: name, why: outcome === undefined ? 'absent' : losses === undefined ? 'open' : 'same' })
  }
  const names = usable.study.policies.map(({ name }) => name)
  const found = weighted(names, parts, given, ignored, seed)
  return found === undefined ? {} : { weighted: found }
}
