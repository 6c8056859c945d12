// Forecasts go on from the last figures that were observed: the model gives the change since, not the level. Years up to the last
// observed one are answered by the model alone, so that looking back says how good the model is.
import type { Point } from '../../evidence/series.ts'
import { FIRST } from '../scenario/types.ts'
import type { Pack } from './districts.ts'
import { pointsOf, type Target } from './formula.ts'
import { SERIES, type SeriesRule } from './series.ts'
import { UNITS } from './units.ts'
import { isNewZone } from './where.ts'
import { NEW_ZONE_HA, NEWLY_WATCHED } from './zones.ts'

export interface Anchor {
  /** The rows that ask for what was observed, one for each time. */
  readonly base: readonly Target[]
  /** The sum of what was observed in these years, in the unit of the series. */
  readonly observed: number
  /** Years since the last of them. */
  readonly since: number
  /** Whose figures they are: of the place itself, of the district it was made from, of places like it. */
  readonly of: 'itself' | 'parent' | 'others'
}

/** Where a forecast of this row starts; undefined for the past, and where nothing was observed. */
export function anchorOf(target: Target, rule: SeriesRule, pack: Pack): Anchor | undefined {
  if (rule.anchor === undefined) return undefined
  const place = pack.places.resolve(target.place)
  if (place === undefined || isNewZone(place)) {
    const base = [{ ...target, year: NEWLY_WATCHED }]
    return { base, observed: NEW_ZONE_HA, since: target.year - NEWLY_WATCHED, of: 'others' }
  }
  const { id } = place
  const own = observedAt(id, target.series, rule, pack)
  const points = own.length > 0 ? own : observedAt(parentOf(id, pack), target.series, rule, pack)
  const last = points.at(-1)?.year
  if (last === undefined || last >= target.year) return undefined
  const years = [...new Set(points.map(({ year }) => year))].slice(-rule.anchor.years)
  const base: Target[] = []
  let observed = 0
  for (const now of timesOf(points.filter(({ year }) => years.includes(year)))) {
    const [{ series, place, year, month }] = now as [Point]
    base.push({ line: target.line, series, place, year, ...(month === undefined ? {} : { month }) })
    observed += now.reduce((sum, { value = 0 }) => sum + value, 0) / now.length
  }
  return { base, observed, since: target.year - last, of: own.length > 0 ? 'itself' : 'parent' }
}

/** Points of the same year and month together, in the order of time. */
function timesOf(points: readonly Point[]): Point[][] {
  const times = new Map<string, Point[]>()
  for (const point of points) {
    const key = `${point.year}|${point.month ?? ''}`
    times.set(key, [...(times.get(key) ?? []), point])
  }
  return [...times.values()]
}

/** Figures at a place, in the order of time: of the series, else of another that tells the same. Months count for prices only. */
function observedAt(id: string, series: string, rule: SeriesRule, { observations }: Pack): Point[] {
  const usable = (name: string) =>
    pointsOf(observations, name, id).filter(
      ({ month, value, unit, year }) =>
        value !== undefined &&
        year >= FIRST &&
        (rule.money ? typeof UNITS[unit] === 'object' : month === undefined && UNITS[unit] === 1),
    )
  const own = usable(series)
  if (own.length > 0) return own
  const others = Object.keys(SERIES).filter((name) => name !== series && SERIES[name] === rule)
  return others.map(usable).find((points) => points.length > 0) ?? []
}

/** The district out of which a newer one was made. */
function parentOf(id: string, { tables }: Pack): string {
  const row = tables.get('geo-districts')?.rows.find(({ values }) => String(values.ubigeo) === id)
  return String(row?.values.parent_ubigeo ?? '')
}
