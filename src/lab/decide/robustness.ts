// Robustness measures side by side. They answer different questions, so they may rank packages differently; none of them is the truth.
import { deviation, mean, quantile } from '../../engine/quantiles.ts'

/**
 * `worst` the worst future (maximin, Wald); `tenth` the level that one future in ten is worse than; `mean` over all futures
 * (Laplace); `mean_spread` mean worsened by one standard deviation; `regret_p90` and `regret_max` regret that one future in
 * ten, or none, exceeds (minimax regret, Savage); `deviations` mean distance below the package's own middle future
 * (undesirable deviations, Kwakkel and others 2016); `share` of futures that keep a threshold (Starr's domain criterion).
 */
export const MEASURES = [
  'worst',
  'tenth',
  'mean',
  'mean_spread',
  'regret_p90',
  'regret_max',
  'deviations',
  'share',
] as const
export type Measure = (typeof MEASURES)[number]
export type MeasureValues = Readonly<Record<Measure, number>>

/**
 * The measures of one package in one outcome, all with lower as better; `share` is the share of futures that miss the threshold.
 * `losses` and `regrets` over the same futures; `limit` is the threshold as a loss.
 */
export function measuresOf(losses: Float64Array, regrets: Float64Array, limit: number): MeasureValues {
  const sorted = losses.slice().sort()
  const regret = regrets.slice().sort()
  const centre = mean(losses)
  const middle = quantile(sorted, 0.5)
  let beyond = 0
  let missed = 0
  for (const loss of losses) {
    beyond += Math.max(0, loss - middle)
    if (loss > limit) missed++
  }
  return {
    worst: sorted.at(-1) ?? Number.NaN,
    tenth: quantile(sorted, 0.9),
    mean: centre,
    mean_spread: centre + deviation(losses),
    regret_p90: quantile(regret, 0.9),
    regret_max: regret.at(-1) ?? Number.NaN,
    deviations: beyond / losses.length,
    share: missed / losses.length,
  }
}

/** As a reader knows them: levels with the outcome's own sign, and the share that keeps the threshold. */
export function toldMeasures(values: MeasureValues, sign: 1 | -1): MeasureValues {
  return {
    ...values,
    worst: sign * values.worst,
    tenth: sign * values.tenth,
    mean: sign * values.mean,
    mean_spread: sign * values.mean_spread,
    share: 1 - values.share,
  }
}
