// What a fit is held to: figures and statistics, each district's mean level once, and only what an algorithm can use.
import { mean } from '../../engine/quantiles.ts'
import { randomEffect } from './random-effect.ts'
import type { CalibrationTarget } from './targets.ts'
import type { FitTarget, RunOutcome } from './task.ts'

/** One number: the mean of the answers to the targets at these places. */
export interface Held extends FitTarget {
  readonly of: readonly number[]
}

/** Before any run: how far apart the levels of districts lie for reasons that no covariate tells, ln. */
export const FIRST_SD = 0.6

/** Levels and statistics that do not repeat each other, and one mean level for each district: what a likelihood may count. */
export function heldLevels(targets: readonly CalibrationTarget[], districtSd = FIRST_SD): Held[] {
  const own = targets.flatMap(({ id, value, sd, shape, district }, k): Held[] =>
    shape || district ? [] : [{ id, value, sd, of: [k] }],
  )
  return [...own, ...heldDistricts(targets, districtSd)]
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
    }
  })
}

/** Levels of one series that history matching looks at: its first, its middle and its last. */
const OF_A_SERIES = 3

/** What rules out: shapes and statistics, and a few levels of each series. Districts are left to the fit. */
export function heldShapes(targets: readonly CalibrationTarget[]): Held[] {
  const series = new Map<string, number[]>()
  const kept = new Set<number>()
  targets.forEach(({ id, asked, shape, district }, k) => {
    if (district) return
    if (shape || asked.kind !== 'figure') kept.add(k)
    else {
      const name = id.replace(/ \d{4}(-\d\d)?( .*)?$/, '')
      series.set(name, [...(series.get(name) ?? []), k])
    }
  })
  for (const places of series.values())
    for (let n = 0; n < OF_A_SERIES; n++)
      kept.add(places[Math.round((n * (places.length - 1)) / (OF_A_SERIES - 1))] as number)
  return [...kept]
    .sort((a, b) => a - b)
    .map((k) => {
      const { id, value, sd } = targets[k] as CalibrationTarget
      return { id, value, sd, of: [k] }
    })
}

/** Answers to all targets as the answers to what is held. */
export const heldOutcome = (held: readonly Held[], answers: RunOutcome): RunOutcome =>
  answers && held.map(({ of }) => mean(of.map((k) => answers[k] as number)))

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
