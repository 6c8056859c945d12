// A target row turned into a formula over outcomes and places of a run, or into the reason why there is none.
import type { DataPackage } from '../../evidence/package.ts'
import { type Place, placeKey } from '../../evidence/places.ts'
import type { Point } from '../../evidence/series.ts'
import type { Frame } from '../model.ts'
import { FIRST, LAST } from '../scenario/types.ts'
import { DEPARTMENTS, NEAR_ZONES, NEARLY_VALLEY, SERIES, type SeriesRule, UNITS } from './series.ts'

/** One row of a targets file. */
export interface Target {
  readonly line: number
  readonly series: string
  readonly place: string
  readonly year: number
  readonly month?: number
}

export type Status = 'ok' | 'not modelled' | 'unknown place'

/** share × outcome at a place: `VRAEM`, `outside`, a ubigeo or a zone. */
export interface Term {
  readonly outcome: string
  readonly place: string
  readonly share: number
}

export interface Formula {
  readonly rule: SeriesRule
  readonly terms: readonly Term[]
  readonly over?: readonly Term[]
  readonly factor: number
  /** Money of the day: divide by this unit after the price level is applied. */
  readonly money?: 'PEN' | 'USD'
  /** Added to the spread of reports: coarse places are less sure. In ln units. */
  readonly extraSd: number
}

const SMALL_PLACE_SD = 0.2
const ZONE_SD = 0.15
const GROUP_SD = 0.35

/** The formula of a target, or why it has none. */
export function formulaOf(
  target: Target,
  pack: Pick<DataPackage, 'places' | 'observations'>,
  frame: Frame,
): Formula | Exclude<Status, 'ok'> {
  const rule = SERIES[target.series]
  const place = pack.places.resolve(target.place)
  if (place === undefined) return 'unknown place'
  if (rule === undefined || target.year < FIRST || target.year > LAST) return 'not modelled'
  const month = target.month !== undefined
  if (month && !(rule.money && target.series !== 'family_income_per_capita')) return 'not modelled'
  const unit = UNITS[unitOf(target, place, pack)]
  if (unit === undefined || (rule.money === true) === (typeof unit === 'number')) return 'not modelled'
  const where = placesOf(place, rule, frame)
  if (where === undefined) return 'not modelled'
  if (month && !(where.shares.VRAEM === 1)) return 'not modelled'
  const over =
    rule.over && termsOf(rule.over, rule.over.includes('coca_area_outside') ? { VRAEM: 1, outside: 1 } : where.shares)
  return {
    rule,
    terms: termsOf(rule.outcomes, where.shares),
    ...(over ? { over } : {}),
    factor:
      (rule.factor ?? 1) *
      (typeof unit === 'number' ? unit : unit.endsWith('11.3') ? 11.3 : unit.endsWith('arroba') ? 11.5 : 1),
    ...(typeof unit === 'number' ? {} : { money: unit.startsWith('PEN') ? 'PEN' : 'USD' }),
    extraSd: where.sd,
  }
}

/** The unit in which the series is given for this place and year; for the place, or at all, where that is not known. */
function unitOf(target: Target, place: Place, { observations }: Pick<DataPackage, 'observations'>): string {
  const points = bySeries(observations).get(target.series) ?? []
  const here = points.filter(({ placeId }) => placeId === place.id)
  const now = here.filter(({ year, month }) => year === target.year && (month ?? 0) === (target.month ?? 0))
  return (
    (
      now[0] ??
      here.findLast(({ unit }) => UNITS[unit] !== undefined) ??
      points.find(({ unit }) => UNITS[unit] !== undefined)
    )?.unit ?? ''
  )
}

const indexed = new WeakMap<readonly Point[], Map<string, Point[]>>()

function bySeries(observations: readonly Point[]): ReadonlyMap<string, readonly Point[]> {
  const known = indexed.get(observations)
  if (known) return known
  const index = new Map<string, Point[]>()
  for (const point of observations) {
    const points = index.get(point.series)
    if (points) points.push(point)
    else index.set(point.series, [point])
  }
  indexed.set(observations, index)
  return index
}

interface Where {
  readonly shares: Readonly<Record<string, number>>
  readonly sd: number
}

function placesOf(place: Place, rule: SeriesRule, frame: Frame): Where | undefined {
  if (place.id === 'VRAEM') return { shares: { VRAEM: 1 }, sd: 0 }
  const nearly = NEARLY_VALLEY[place.id]
  if (nearly !== undefined && rule.places === 'valley') return { shares: { VRAEM: 1 }, sd: nearly }
  if (rule.places === 'valley') return undefined
  const inside = frame.districts.filter((d) => belongs(d, place))
  if (rule.places === 'area') {
    if (place.id === 'Peru') return { shares: { VRAEM: 1, outside: 1 }, sd: 0 }
    if (frame.zones.includes(place.id)) return { shares: { [place.id]: 1 }, sd: ZONE_SD }
    const near = NEAR_ZONES[place.id]
    if (near) return { shares: near, sd: GROUP_SD }
    const department = DEPARTMENTS[place.id]
    if (department) {
      const own = frame.districts.filter(
        (d) => d.devida && placeKey(`${d.department} (department)`) === placeKey(place.id),
      )
      return { shares: { ...sharesOf(own), ...department }, sd: own.length > 0 ? ZONE_SD : GROUP_SD }
    }
  }
  if (inside.length === 0) return undefined
  // the province of La Convención lies half in the valley and half in the next zone
  if (rule.places === 'area' && place.name === 'CUSCO/LA CONVENCION')
    return { shares: { ...sharesOf(inside), 'La Convencion-Lares': 0.95 }, sd: ZONE_SD }
  const rates = rule.factor !== undefined || rule.money === true || rule.over !== undefined
  // a rate of several districts would need weights: it is answered for single districts only
  if (rates && inside.length > 1 && rule.over === undefined) return undefined
  return { shares: sharesOf(inside), sd: inside.length === 1 ? SMALL_PLACE_SD : ZONE_SD }
}

function belongs(district: Frame['districts'][number], place: Place): boolean {
  if (place.ubigeos.length > 0) return place.ubigeos.includes(district.ubigeo)
  const name = placeKey(place.name)
  if (/^vraem core/.test(name)) return district.direct && district.devida
  if (place.kind !== 'province' && !name.includes('vraem districts')) return false
  return district.devida && name.split(' (')[0]?.includes(placeKey(district.province)) === true
}

const sharesOf = (districts: Frame['districts']): Record<string, number> =>
  Object.fromEntries(districts.map(({ ubigeo }) => [ubigeo, 1]))

function termsOf(outcomes: readonly string[], shares: Readonly<Record<string, number>>): Term[] {
  const zonal = outcomes.includes('coca_area_outside')
  return Object.entries(shares).flatMap(([place, share]): Term[] => {
    const valley = place === 'VRAEM' || /^\d{6}$/.test(place)
    if (valley)
      return outcomes.filter((outcome) => outcome !== 'coca_area_outside').map((outcome) => ({ outcome, place, share }))
    return zonal || outcomes.includes('coca_area') ? [{ outcome: 'coca_area_outside', place, share }] : []
  })
}
