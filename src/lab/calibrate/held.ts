// What a fit is held to: series whose errors hang together, statistics, each district's mean level once.
import { mean } from '../../engine/quantiles.ts'
import { firmCholesky, forward, matrix } from './linear.ts'
import { randomEffect } from './random-effect.ts'
import type { CalibrationTarget } from './targets.ts'
import type { FitTarget, RunOutcome } from './task.ts'

/** One number: a weighted sum of the answers to the targets at these places. */
export interface Held extends FitTarget {
  readonly of: readonly number[]
  readonly weights: readonly number[]
}

const alone = (id: string, { value, sd }: CalibrationTarget, k: number): Held => ({
  id,
  value,
  sd,
  of: [k],
  weights: [1],
})

/**
 * Shares (of variances) of errors that stay from year to year in a series. What a model of this kind gets wrong in a level it gets wrong
 * every year: what it misses in a single one is in the yearly shocks, which are unknowns of their own. And half of what a survey gets
 * wrong is its way of looking, the same each time. Taken as independent, the same errors would say that growth over five years is
 * known no better than to 13 %. Set before the first look.
 */
export const PERSISTENT = { discrepancy: 0.9, observation: 0.5 } as const

/** Before any run: how far apart the levels of districts lie for reasons that no covariate tells, ln. */
export const FIRST_SD = 0.6

/** Levels and statistics that do not repeat each other, and one mean level for each district: what a likelihood may count. */
export function heldLevels(targets: readonly CalibrationTarget[], districtSd = FIRST_SD): Held[] {
  const series = [...seriesOf(targets).values()].flatMap((places) => heldSeries(targets, places))
  const statistics = targets.flatMap((target, k): Held[] =>
    target.shape || target.district || target.asked.kind === 'figure' ? [] : [alone(target.id, target, k)],
  )
  return [...series, ...statistics, ...heldDistricts(targets, districtSd)]
}

/**
 * The figures of one series as what each adds to those before it, which are independent of each other: with the Cholesky factor L of
 * the covariance of their errors, L⁻¹ y has unit errors.
 */
function heldSeries(targets: readonly CalibrationTarget[], places: readonly number[]): Held[] {
  const all = places.map((k) => targets[k] as CalibrationTarget)
  const n = all.length
  const lower = firmCholesky(
    matrix(n, n, (i, j) => {
      const [a, b] = [all[i] as CalibrationTarget, all[j] as CalibrationTarget]
      if (i === j) return a.discrepancy ** 2 + a.observation ** 2
      return (
        PERSISTENT.discrepancy * a.discrepancy * b.discrepancy + PERSISTENT.observation * a.observation * b.observation
      )
    }),
  )
  const columns = all.map((_, j) =>
    forward(
      lower,
      Float64Array.from(all, (_, i) => (i === j ? 1 : 0)),
    ),
  )
  return all.map(({ id }, k) => {
    const weights = columns.slice(0, k + 1).map((column) => column[k] as number)
    const value = weights.reduce((sum, w, j) => sum + w * (all[j] as CalibrationTarget).value, 0)
    return { id: k === 0 ? id : `${id}, beyond those before`, value, sd: 1, of: places.slice(0, k + 1), weights }
  })
}

/** Places of the figures of each series in the order given; growth and districts are not levels of a series. */
function seriesOf(targets: readonly CalibrationTarget[]): Map<string, number[]> {
  const series = new Map<string, number[]>()
  targets.forEach(({ id, asked, shape, district }, k) => {
    if (shape || district || asked.kind !== 'figure') return
    const name = id.replace(/ \d{4}(-\d\d)?( .*)?$/, '')
    series.set(name, [...(series.get(name) ?? []), k])
  })
  return series
}

function heldDistricts(targets: readonly CalibrationTarget[], districtSd: number): Held[] {
  const names = [...new Set(targets.flatMap(({ district }) => district ?? []))]
  return names.map((name) => {
    const of = targets.flatMap(({ district }, k) => (district === name ? [k] : []))
    const all = of.map((k) => targets[k] as CalibrationTarget)
    const observation = Math.hypot(...all.map((target) => target.observation)) / all.length
    const discrepancy = Math.max(...all.map((target) => target.discrepancy))
    return {
      id: `district ${name}`,
      value: mean(all.map(({ value }) => value)),
      sd: Math.hypot(observation, discrepancy, districtSd),
      of,
      weights: of.map(() => 1 / of.length),
    }
  })
}

/** Levels of one series that history matching looks at: its first, its middle and its last. */
const OF_A_SERIES = 3

/** What rules out: shapes and statistics, and a few levels of each series. Districts are left to the fit. */
export function heldShapes(targets: readonly CalibrationTarget[]): Held[] {
  const kept = new Set<number>()
  targets.forEach(({ asked, shape, district }, k) => {
    if (!district && (shape || asked.kind !== 'figure')) kept.add(k)
  })
  for (const places of seriesOf(targets).values())
    for (let n = 0; n < OF_A_SERIES; n++)
      kept.add(places[Math.round((n * (places.length - 1)) / (OF_A_SERIES - 1))] as number)
  return [...kept]
    .sort((a, b) => a - b)
    .map((k) => alone((targets[k] as CalibrationTarget).id, targets[k] as CalibrationTarget, k))
}

/** Answers to all targets as the answers to what is held. */
export const heldOutcome = (held: readonly Held[], answers: RunOutcome): RunOutcome =>
  answers &&
  held.map(({ of, weights }) => of.reduce((sum, k, j) => sum + (weights[j] as number) * (answers[k] as number), 0))

/** Spread of the levels of districts about what the runs say of them: one variance for all. */
export function districtSdOf(targets: readonly CalibrationTarget[], runs: readonly RunOutcome[]): number {
  const held = heldDistricts(targets, 0)
  const outcomes = runs.flatMap((run) => heldOutcome(held, run) ?? []).length > 0 ? runs : []
  const good = outcomes.flatMap((run) => {
    const own = heldOutcome(held, run)
    return own?.every(Number.isFinite) ? [own] : []
  })
  if (held.length < 3 || good.length === 0) return FIRST_SD
  const residuals = held.map(({ value }, j) => value - mean(good.map((own) => own[j] as number)))
  return randomEffect(
    residuals,
    held.map(({ sd }) => sd),
  ).sd
}
