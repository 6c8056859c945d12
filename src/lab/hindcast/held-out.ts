// Scores of what was held out among known facts: whole years, and whole districts.
import type { DataPackage } from '../../evidence/package.ts'
import { InputError } from '../../evidence/problem.ts'
import { attempt } from '../score/attempt.ts'
import type { CardSet } from '../score/card.ts'
import type { Predictive } from '../score/predictive.ts'
import { knownAt, type Scored, type Skipped, scoredOf } from '../score/rolling.ts'
import type { Yearly } from '../score/yearly.ts'
import { betweenNeighbours, likeOthers, NEIGHBOURS, OTHERS } from './between.ts'
import type { Hindcast, OriginForecasts } from './format.ts'
import { DISTRICTS, isDistrict, type Observed, observedOf } from './observed.ts'
import { DISTRICT_AREA } from './rows.ts'
import { byYear, MODEL } from './rules.ts'

type Point = Yearly['points'][number]

/** Observed points that an origin forecasts, with the model's forecast of each. */
function forecastPoints(
  { forecasts }: OriginForecasts,
  { series, place, yearly }: Observed,
): { point: Point; model: Predictive }[] {
  const made = byYear(forecasts, { series, place, scale: yearly.scale })
  return yearly.points.flatMap((point) => {
    const model = made[point.year]
    return model ? [{ point, model }] : []
  })
}

/** Years held out: the model knew all other years, and so does the line between the neighbours; other rules know what came before. */
export function betweenSet({ set, title, origins }: Hindcast, series: readonly Observed[]): CardSet {
  const scores: Scored[] = []
  const skipped: Skipped[] = []
  for (const at of origins)
    for (const observed of series.filter(({ together }) => !together)) {
      const { yearly, beside, naive } = observed
      const out = at.information.without ?? []
      const rest = { ...yearly, points: yearly.points.filter(({ year }) => !out.includes(year)) }
      for (const { point, model } of forecastPoints(at, observed)) {
        if (!out.includes(point.year)) continue
        const add = (rule: string, forecast: Predictive) =>
          scores.push(scoredOf(rule, yearly, at.origin, point, forecast))
        add(MODEL.id, model)
        const line = attempt(() => betweenNeighbours(rest, point.year))
        if (line !== undefined && !(line instanceof InputError)) add(NEIGHBOURS.id, line)
        for (const rule of naive) {
          const made = attempt(() => rule.forecast(knownAt(at.origin, yearly, beside), [point.year]))
          if (made instanceof InputError) skipped.push({ rule: rule.id, origin: at.origin, why: made.message })
          else if (made[0]) add(rule.id, made[0])
        }
      }
    }
  const once = new Map(skipped.map((skip) => [`${skip.rule} ${skip.origin}`, skip]))
  return { id: set, title, tuned: true, scores, skipped: [...once.values()] }
}

/** Districts held out: the rule that knows as little says that they are like the others. */
export function spaceSet({ set, title, origins }: Hindcast, series: readonly Observed[], pack: DataPackage): CardSet {
  const scores: Scored[] = []
  for (const at of origins) {
    const out = new Set(at.information.withoutDistricts ?? [])
    const others = othersIn(pack, series, out)
    for (const observed of series.filter(({ place, series: name }) => name === DISTRICT_AREA && out.has(place)))
      for (const { point, model } of forecastPoints(at, observed)) {
        scores.push(scoredOf(MODEL.id, observed.yearly, at.origin, point, model))
        const like = likeOthers(others, point.year)
        if (like) scores.push(scoredOf(OTHERS.id, observed.yearly, at.origin, point, like))
      }
  }
  return { id: set, title, tuned: true, together: DISTRICTS, scores, skipped: [] }
}

/** Districts of the valley whose areas are known: those that other hindcasts forecast, else all that the package has beside. */
function othersIn(pack: DataPackage, series: readonly Observed[], out: ReadonlySet<string>): Yearly[] {
  const forecast = series.filter(({ place, series: name }) => name === DISTRICT_AREA && !out.has(place))
  if (forecast.length >= 3) return forecast.map(({ yearly }) => yearly)
  const coca = pack.tables.get('geo-districts')?.rows ?? []
  return coca.flatMap(({ values }) => {
    const place = String(values.ubigeo)
    if (!isDistrict(place) || out.has(place) || String(values.devida_zone_2021 ?? '').trim() === '') return []
    return observedOf(pack, { series: DISTRICT_AREA, place }, [])?.yearly ?? []
  })
}
