// A target row turned into a formula over outcomes and places of a run, or into the reason why there is none.
import type { Point } from '../../evidence/series.ts'
import type { Frame } from '../model.ts'
import { FIRST, LAST } from '../scenario/types.ts'
import type { Pack } from './districts.ts'
import { isRate, SERIES, type SeriesRule } from './series.ts'
import { type Terms, termsFor } from './terms.ts'
import { type MoneyUnit, UNITS } from './units.ts'
import { whereNamed, whereOf } from './where.ts'

/** One row of a targets file. */
export interface Target {
  readonly line: number
  readonly series: string
  readonly place: string
  readonly year: number
  readonly month?: number
}

export type Status = 'ok' | 'not modelled' | 'unknown place'

export interface Formula extends Omit<Terms, 'sd'> {
  readonly rule: SeriesRule
  readonly factor: number
  /** In which the answer is given: the unit of the series. */
  readonly unit: string
  readonly money?: MoneyUnit['money']
  /** Added to the spread of reports, in ln units. */
  readonly extraSd: number
}

/** The formula of a target, or why it has none. */
export function formulaOf(target: Target, pack: Pack, frame: Frame): Formula | Exclude<Status, 'ok'> {
  const { series, year, month } = target
  const rule = SERIES[series]
  const place = pack.places.resolve(target.place)
  const named = place || rule?.places !== 'zones' ? undefined : whereNamed(target.place, year, pack)
  if (place === undefined && named === undefined) return 'unknown place'
  if (rule === undefined || !answersTime(rule, year, month)) return 'not modelled'
  const name = unitOf(target, place?.id ?? '', pack.observations)
  const unit = UNITS[name]
  if (unit === undefined || (rule.money === true) === (typeof unit === 'number')) return 'not modelled'
  const where = named ?? (place && whereOf(place, rule, year, pack, frame))
  if (where === undefined) return 'not modelled'
  if (isRate(rule) && Object.keys(where.shares).length > 1) return 'not modelled'
  const parts = termsFor(rule, where, month !== undefined && rule.monthly === true, year, pack, frame)
  if (parts === undefined) return 'not modelled'
  const { sd = 0, ...terms } = parts
  const inPercent = rule.change?.as === 'relative' ? 100 : 1
  return {
    ...terms,
    rule,
    unit: name,
    factor: (rule.factor ?? inPercent) * (typeof unit === 'number' ? unit : unit.kilos),
    ...(typeof unit === 'number' ? {} : { money: unit.money }),
    extraSd: Math.hypot(where.sd, sd),
  }
}

function answersTime(rule: SeriesRule, year: number, month: number | undefined): boolean {
  if (year > LAST || year < FIRST + (rule.change?.since === 'year' ? 1 : 0)) return false
  if (month === undefined) return rule.change === undefined || rule.change.since === 'year'
  // finer questions than valley and year are not answered for what must not be shown finer
  if (rule.places === 'valley') return false
  return rule.change?.since !== 'month' || year > FIRST || month > 1
}

/**
 * The unit in which the series is given for this place and time; for the place, or at all, where that is not known; and where the
 * series is not there yet, that of another that tells the same.
 */
function unitOf(target: Target, id: string, observations: readonly Point[]): string {
  const here = pointsOf(observations, target.series, id)
  const now = here.find(({ year, month }) => year === target.year && (month ?? 0) === (target.month ?? 0))
  const known = ({ unit }: Point) => UNITS[unit] !== undefined
  const own = now ?? here.findLast(known) ?? pointsOf(observations, target.series).findLast(known)
  if (own) return own.unit
  const rule = SERIES[target.series]
  const others = Object.keys(SERIES).filter((name) => SERIES[name] === rule)
  return others.flatMap((name) => pointsOf(observations, name).findLast(known) ?? [])[0]?.unit ?? ''
}

const indexed = new WeakMap<readonly Point[], Map<string, Point[]>>()

/** Points of a series, everywhere or at one place, in the order of time. */
export const pointsOf = (observations: readonly Point[], series: string, id = ''): readonly Point[] =>
  (indexed.get(observations) ?? indexOf(observations)).get(`${series}|${id}`) ?? []

function indexOf(observations: readonly Point[]): ReadonlyMap<string, readonly Point[]> {
  const index = new Map<string, Point[]>()
  for (const point of observations)
    for (const key of [`${point.series}|`, `${point.series}|${point.placeId ?? '?'}`]) {
      const points = index.get(key)
      if (points) points.push(point)
      else index.set(key, [point])
    }
  for (const points of index.values()) points.sort((a, b) => a.year - b.year || (a.month ?? 0) - (b.month ?? 0))
  indexed.set(observations, index)
  return index
}
