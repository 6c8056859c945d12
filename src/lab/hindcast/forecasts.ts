// From an ensemble to the forecasts that a hindcast keeps.
import type { DataPackage } from '../../evidence/package.ts'
import { seriesOf } from '../../evidence/series.ts'
import { drawValues, givenAt, uniformFor } from '../draws.ts'
import type { Collector } from '../ensemble.ts'
import type { Target } from '../predict/formula.ts'
import { type PredictFrame, predictions } from '../predict/predict.ts'
import { optionsOf } from '../scenario/types.ts'
import type { Forecast } from './format.ts'
import { COUNTED_DEATHS, DEATHS } from './rows.ts'

export interface Foretelling {
  /** What is kept, and what is only learnt from. */
  readonly rows: readonly Target[]
  readonly learnt: readonly Target[]
}

/** The rows that the model answers, by draw, with what sources would report. `context.pack` ends at the origin. */
export function forecastsOf({ rows, learnt }: Foretelling, collector: Collector, context: PredictFrame): Forecast[] {
  const answered = (targets: readonly Target[]): Forecast[] =>
    predictions(targets, collector, context).flatMap(({ target, values, unit = '' }) => {
      if (values === undefined || !values.every(Number.isFinite)) return []
      const { line: _, ...asked } = target
      return [{ ...asked, unit, values: Array.from(values) }]
    })
  const made = answered(rows)
  const deaths = made.filter(({ series }) => series === DEATHS.series)
  return [...made, ...countedDeaths(deaths, answered(learnt), context.pack as DataPackage)]
}

/**
 * A count of sources holds part of the deaths. How large a part is learnt, draw by draw, from the years that are known; what is
 * counted of them is chance.
 */
function countedDeaths(deaths: readonly Forecast[], past: readonly Forecast[], pack: DataPackage): Forecast[] {
  const { series, place } = COUNTED_DEATHS
  const counted = new Map(
    seriesOf(pack, { series, place }).flatMap(({ year, month, value }) =>
      month === undefined && value !== undefined ? [[year, value] as const] : [],
    ),
  )
  const known = past.filter(({ year }) => counted.has(year))
  if (known.length < 3) return []
  const seen = known.reduce((sum, { year }) => sum + (counted.get(year) as number), 0)
  return deaths.map(({ year, values }) => ({
    series,
    place,
    unit: 'deaths/yr',
    year,
    values: values.map((value, k) => {
      const modelled = known.reduce((sum, one) => sum + (one.values[k] as number), 0)
      // half a death more on both sides: a count of none says little
      const share = (seen + 0.5) / (modelled + 0.5)
      return poisson(value * share, uniformFor(`counted deaths ${year}`, k, 1))
    }),
  }))
}

/** Quantile of a Poisson count. */
function poisson(mean: number, u: number): number {
  let term = Math.exp(-mean)
  let below = term
  let count = 0
  while (below < u && count < 1000) {
    count += 1
    term *= mean / count
    below += term
  }
  return count
}

/** Option of each draw, for the switches that draws differ in. */
export function armsOf(
  { plan, count }: Pick<Collector, 'plan' | 'count'>,
  { model, parameters }: Pick<PredictFrame, 'model' | 'parameters'>,
): Record<string, string[]> {
  const fixed = plan.scenarios[0]?.card.model
  const { indices, seed } = plan.draws
  const values = indices
    .slice(0, count)
    .map((index, place) => drawValues(index, seed, parameters, model.switches, fixed, givenAt(plan.draws, place)))
  return Object.fromEntries(
    Object.entries(model.switches).flatMap(([name, choice]) => {
      if (choice.asked) return []
      const options = optionsOf(choice)
      return [[name, values.map((one) => options[one[`switch_${name}`] as number] ?? '')]]
    }),
  )
}
