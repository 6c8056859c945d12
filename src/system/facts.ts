// What the model takes from the data package: plain values that can be posted to a worker.
import type { DataPackage } from '../evidence/package.ts'
import { seriesOf } from '../evidence/series.ts'
import type { Valley } from '../valley/district.ts'
import { valleyOf } from '../valley/geography.ts'
import { travelHours } from '../valley/roads.ts'

/** A yearly path, ascending years. */
export type Path = readonly (readonly [year: number, value: number])[]

export interface ZoneFact {
  readonly name: string
  readonly group: string
  readonly startShare: number
  /** Share of the zone that eradication crews can work in. */
  readonly reach: number
  /** How far the area answers to the leaf price, 0 to 1. */
  readonly response: number
  readonly yieldFactor: number
  readonly watchedFrom: number
}
export interface Announcement {
  readonly month: number
  readonly kind: 'raised' | 'cancelled'
  readonly weight: number
}
export interface Facts {
  readonly valley: Valley
  readonly zones: readonly ZoneFact[]
  readonly announcements: readonly Announcement[]
  readonly exchangeRate: Path
  readonly minimumWage: Path
  readonly cacaoPrice: Path
  readonly coffeePrice: Path
  readonly coffeeYield: Path
  readonly legalLeafDemand: Path
  /** Rain of the year relative to the district's mean, by district and year from 2001. */
  readonly rain: readonly Path[]
  /** Share of a year's rain that falls in each month, January first. */
  readonly rainByMonth: readonly number[]
  /** Month in which the armed group lost its two commanders (data/events/interventions.csv), −1 when not recorded. */
  readonly leadersLost: number
  /** Armed incidents to 2010 by district, relative to the district with most: a covariate of presence, never shown. */
  readonly incidents: readonly number[]
  /** Hours to the market on dry roads with the road works of 2024, by district. */
  readonly hours2024: readonly number[]
}

const yearly = (pack: DataPackage, series: string, place: string): Path => {
  const values = new Map<number, number>()
  for (const point of seriesOf(pack, { series, place }))
    if (point.value !== undefined && point.month === undefined) values.set(point.year, point.value)
  return [...values].sort((a, b) => a[0] - b[0])
}

/** Later prices continue a producer-price series with the change of a world price. */
const continued = (own: Path, world: Path): Path => {
  const [lastYear, last] = own.at(-1) ?? [0, 0]
  const base = world.find(([year]) => year === lastYear)?.[1]
  if (base === undefined) return own
  return [
    ...own,
    ...world.filter(([year]) => year > lastYear).map(([year, value]) => [year, (last * value) / base] as const),
  ]
}

const minimumWages = (pack: DataPackage): Path => {
  const steps = seriesOf(pack, { series: 'minimum_wage_monthly', place: 'Peru' })
  return steps.map((step) => [step.year + ((step.month ?? 6) - 1) / 12, step.value ?? 0] as const)
}

const relative = (path: Path): Path => {
  const mean = path.reduce((sum, [, value]) => sum + value, 0) / Math.max(path.length, 1)
  return path.map(([year, value]) => [year, value / mean] as const)
}

/** Months of 2023 that were measured; November and December take what is left of an ordinary year. */
const monthShares = (pack: DataPackage): number[] => {
  const points = pack.observations.filter((point) => point.series === 'rain_month_2023_core_mean')
  const byMonth = Array.from({ length: 12 }, (_, month) => points.find((point) => point.month === month + 1)?.value)
  const known = byMonth.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  const missing = byMonth.filter((value) => value === undefined).length
  const rest = missing > 0 ? (known * 0.2) / missing : 0
  const total = known + rest * missing
  return byMonth.map((value) => (value ?? rest) / total)
}

const incidentsOf = (pack: DataPackage, ubigeos: readonly string[]): number[] => {
  const counts = new Map<string, Set<string>>()
  for (const row of pack.tables.get('events-incidents')?.rows ?? []) {
    const place = pack.places.resolve(text(row.values.place))
    if (place === undefined || Number(row.values.year) > 2010) continue
    for (const ubigeo of place.ubigeos.length <= 2 ? place.ubigeos : []) {
      const ids = counts.get(ubigeo) ?? new Set()
      counts.set(ubigeo, ids.add(text(row.values.incident_id)))
    }
  }
  const most = Math.max(1, ...[...counts.values()].map((ids) => ids.size))
  return ubigeos.map((ubigeo) => (counts.get(ubigeo)?.size ?? 0) / most)
}

const leadersLostIn = (pack: DataPackage): number => {
  const row = pack.observations.find((point) => point.series === 'military' && point.unit === 'leaders')
  return row?.month === undefined ? -1 : (row.year - 2000) * 12 + row.month - 1
}

const text = (value: unknown): string => String(value ?? '')

/** Reads what the model needs. Throws InputError where a table or a series is missing. */
export function factsOf(pack: DataPackage): Facts {
  const valley = valleyOf(pack)
  const rows = (name: string) => pack.tables.get(name)?.rows.map((row) => row.values) ?? []
  const hours = travelHours(pack, valley.districts, 2024)
  return {
    valley,
    zones: rows('geo-zones').map((row) => ({
      name: text(row.zone),
      group: text(row.group),
      startShare: Number(row.start_share),
      reach: Number(row.reach),
      response: Number(row.response),
      yieldFactor: Number(row.yield_factor),
      watchedFrom: Number(row.watched_from),
    })),
    announcements: rows('events-announcements').map((row) => ({
      month: (Number(row.year) - 2000) * 12 + Number(row.month) - 1,
      kind: row.kind === 'cancelled' ? 'cancelled' : 'raised',
      weight: Number(row.weight),
    })),
    exchangeRate: yearly(pack, 'exchange_rate_pen_usd', 'Peru'),
    minimumWage: minimumWages(pack),
    cacaoPrice: continued(yearly(pack, 'cacao_producer_price', 'Peru'), yearly(pack, 'cocoa_world_price', 'World')),
    coffeePrice: continued(
      yearly(pack, 'coffee_producer_price', 'Peru'),
      yearly(pack, 'coffee_other_mild_arabica_world_price', 'World'),
    ),
    coffeeYield: relative(yearly(pack, 'coffee_yield', 'Peru')),
    legalLeafDemand: yearly(pack, 'legal_demand_traditional', 'Peru'),
    rain: valley.districts.map((district) => relative(yearly(pack, 'rain_annual_chirps', district.ubigeo))),
    rainByMonth: monthShares(pack),
    leadersLost: leadersLostIn(pack),
    incidents: incidentsOf(
      pack,
      valley.districts.map((district) => district.ubigeo),
    ),
    hours2024: [...hours],
  }
}
