// How good a registered forecast was, on the figures that have come since, beside the naive rules.
import type { DataPackage } from '../../evidence/package.ts'
import { InputError } from '../../evidence/problem.ts'
import { seriesOf } from '../../evidence/series.ts'
import type { OriginForecasts } from '../hindcast/format.ts'
import { VALLEY_AREA } from '../hindcast/rows.ts'
import { areaOfValley } from '../score/area.ts'
import { attempt } from '../score/attempt.ts'
import { naiveRules } from '../score/naive/rules.ts'
import { drawsOf, type Predictive } from '../score/predictive.ts'
import { knownAt, type Scored, type Skipped, scoredOf } from '../score/rolling.ts'
import { onScale, type Scale, type Yearly, yearlyOf } from '../score/yearly.ts'

export interface ScoredForecast {
  /** Rule `model` and naive rules, on the scale of each series. */
  readonly scores: readonly Scored[]
  /** Rules that could not forecast, and series whose sources contradict each other. */
  readonly skipped: readonly (Skipped & { readonly series: string; readonly place: string })[]
  /** Forecasts whose figure has not come. */
  readonly waiting: number
}

/** Series that may be nought; percentages are scored as they are, everything else on the ln scale. */
const COUNTED = /deaths|terrorist_acts|armed/
const scaleOf = (series: string, unit: string): Scale =>
  /^(percent|%)/.test(unit) ? 'plain' : COUNTED.test(series) ? 'shifted ln' : 'ln'

/** Holds the forecasts of one origin against the yearly figures of `pack` that are later than it. Rule `model`, then naive ones. */
export function scoreRegistered({ origin, forecasts }: OriginForecasts, pack: DataPackage): ScoredForecast {
  const scores: Scored[] = []
  const skipped: ScoredForecast['skipped'][number][] = []
  let waiting = 0
  const keys = [...new Set(forecasts.map(({ series, place, unit }) => JSON.stringify([series, place, unit])))]
  for (const key of keys) {
    const [series, place, unit] = JSON.parse(key) as [string, string, string]
    const own = forecasts.filter((one) => one.series === series && one.place === place && one.unit === unit)
    const yearly = attempt(() => figuresOf(pack, series, place, unit))
    if (yearly instanceof InputError) {
      waiting += own.length
      if (yearly.problems.some(({ code }) => code !== 'no-data'))
        skipped.push({ series, place, rule: 'model', origin, why: yearly.message })
      continue
    }
    const came = own.flatMap((forecast) => {
      const point = yearly.points.find(({ year }) => year === forecast.year)
      return point ? [{ forecast, point }] : []
    })
    waiting += own.length - came.length
    if (came.length === 0) continue
    for (const { forecast, point } of came) {
      const values = forecast.values.map((value) => onScale(Math.max(value, LEAST), yearly.scale))
      scores.push(scoredOf('model', yearly, origin, point, drawsOf(values)))
    }
    const years = came.map(({ point }) => point.year)
    for (const rule of naiveRules(yearly.scale)) {
      const made = attempt(() => rule.forecast(knownAt(origin, yearly), years))
      if (made instanceof InputError) skipped.push({ series, place, rule: rule.id, origin, why: made.message })
      else scores.push(...came.map(({ point }, k) => scoredOf(rule.id, yearly, origin, point, made[k] as Predictive)))
    }
  }
  return { scores, skipped, waiting }
}

/** A forecast of nothing has no logarithm. */
const LEAST = 1e-6

/** Yearly figures as they are scored. Throws InputError: none, or sources that contradict each other. */
function figuresOf(pack: DataPackage, series: string, place: string, unit: string): Yearly {
  if (series === VALLEY_AREA.series && place === VALLEY_AREA.place) return areaOfValley(pack)
  const rows = seriesOf(pack, { series, place }).filter((point) => point.unit === unit)
  const scale = scaleOf(series, unit)
  return yearlyOf(scale === 'ln' ? rows.filter(({ value = 0 }) => value > 0) : rows, {
    name: series,
    place,
    unit,
    scale,
  })
}
