// Rolling origin: from each year the forecaster is asked for the years after it, and gets nothing that was not known then.
import { InputError } from '../../evidence/problem.ts'
import { uniformFor } from '../draws.ts'
import { attempt } from './attempt.ts'
import { type Predictive, quantileOf } from './predictive.ts'
import { crps, interval, intervalScore, logScore, pit } from './scores.ts'
import { fromScale, upTo, type Yearly } from './yearly.ts'

/** The information set of a forecast: everything ends at the origin. */
export interface Known {
  readonly origin: number
  readonly series: Yearly
  /** Other series that a rule may look at, cut at the same year. */
  readonly beside: Readonly<Record<string, Yearly>>
}

/** Forecasts of these later years, in their order, on the scale of the series. Throws an InputError where it cannot. */
export type Forecaster = (known: Known, years: readonly number[]) => readonly Predictive[]

export interface Rule {
  readonly id: string
  readonly en: string
  readonly es: string
  readonly forecast: Forecaster
}

/** One forecast and what came. */
export interface Scored {
  readonly rule: string
  readonly series: string
  readonly place: string
  readonly origin: number
  readonly year: number
  readonly lead: number
  /** In the unit of the series, as are median and bands. */
  readonly observed: number
  readonly p05: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p95: number
  /** On the scale of the series. */
  readonly crps: number
  readonly log_score: number
  readonly interval50: number
  readonly interval90: number
  /** Distance of the median from the figure, and half the width of the 90 % band, on the scale. */
  readonly error: number
  readonly half_width90: number
  readonly pit: number
}

export interface Skipped {
  readonly rule: string
  readonly origin: number
  readonly why: string
}

export interface RollingPlan {
  readonly series: Yearly
  readonly beside?: Readonly<Record<string, Yearly>>
  readonly rules: readonly Rule[]
  readonly origins: readonly number[]
  /** Years ahead that are scored, where observed; 1 to 5 unless said. */
  readonly leads?: readonly number[]
  /** Years after this are neither asked for nor scored: keeps a hold-out closed. */
  readonly until?: number
}

const LEADS = [1, 2, 3, 4, 5]

/** The information set at the end of a year. */
export const knownAt = (origin: number, series: Yearly, beside: Readonly<Record<string, Yearly>> = {}): Known =>
  Object.freeze({
    origin,
    series: upTo(series, origin),
    beside: Object.freeze(
      Object.fromEntries(Object.entries(beside).map(([name, other]) => [name, upTo(other, origin)])),
    ),
  })

/** Scores each rule from each origin. A rule that cannot forecast from an origin is listed with its reason, never scored as 0. */
export function rollingOrigin(plan: RollingPlan): { scores: Scored[]; skipped: Skipped[] } {
  const scores: Scored[] = []
  const skipped: Skipped[] = []
  for (const origin of plan.origins) {
    const targets = targetsFrom(plan, origin)
    if (targets.length === 0) continue
    const known = knownAt(origin, plan.series, plan.beside)
    const years = targets.map(({ year }) => year)
    for (const rule of plan.rules) {
      const made = attempt(() => rule.forecast(known, years))
      if (made instanceof InputError) skipped.push({ rule: rule.id, origin, why: made.message })
      else
        targets.forEach((target, k) => {
          const forecast = made[k]
          if (forecast === undefined)
            throw new RangeError(`${rule.id} gave ${made.length} forecasts for ${years.length} years`)
          scores.push(scoredOf(rule.id, plan.series, origin, target, forecast))
        })
    }
  }
  return { scores, skipped }
}

const targetsFrom = ({ series, leads = LEADS, until = Infinity }: RollingPlan, origin: number) =>
  series.points.filter(({ year }) => leads.includes(year - origin) && year <= until)

/** Scores one forecast. */
export function scoredOf(
  rule: string,
  series: Yearly,
  origin: number,
  { year, value, y }: Yearly['points'][number],
  forecast: Predictive,
): Scored {
  const [low90, high90] = interval(forecast, 0.9)
  const [low50, high50] = interval(forecast, 0.5)
  const median = quantileOf(forecast, 0.5)
  const back = (x: number) => fromScale(x, series.scale)
  return {
    rule,
    series: series.name,
    place: series.place,
    origin,
    year,
    lead: year - origin,
    observed: value,
    p05: back(low90),
    p25: back(low50),
    p50: back(median),
    p75: back(high50),
    p95: back(high90),
    crps: crps(forecast, y),
    log_score: logScore(forecast, y),
    interval50: intervalScore([low50, high50], 0.5, y),
    interval90: intervalScore([low90, high90], 0.9, y),
    error: Math.abs(median - y),
    half_width90: (high90 - low90) / 2,
    pit: pit(forecast, y, uniformFor(`pit ${rule}|${series.name}|${series.place}|${origin}`, year, 1)),
  }
}
