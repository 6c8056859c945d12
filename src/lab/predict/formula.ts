// A target row turned into a formula over outcomes and places of a run, or into the reason why there is none.
import type { Point } from '../../evidence/series.ts'
import type { Frame } from '../model.ts'
import { FIRST, LAST } from '../scenario/types.ts'
import type { Pack } from './districts.ts'
import { isRate, type Quantity, SERIES, type SeriesRule } from './series.ts'
import { type MoneyUnit, UNITS } from './units.ts'
import { type Where, whereNamed, whereOf } from './where.ts'
import { PRICE_OVER_MEAN, type Shares, zonesOf } from './zones.ts'

/** One row of a targets file. */
export interface Target {
  readonly line: number
  readonly series: string
  readonly place: string
  readonly year: number
  readonly month?: number
}

export type Status = 'ok' | 'not modelled' | 'unknown place'

/** share × outcome at a place (`VRAEM`, `outside`, a ubigeo or a zone) × gain. */
export interface Term {
  readonly outcome: string
  readonly place: string
  readonly share: number
  /** Area as the survey of the year sees it; area turned into leaf by the yield of other zones, relative to `yieldFactor`. */
  readonly gain?: 'survey' | 'yield'
  readonly yieldFactor?: number
  /** Soles of 2024 (the valley's prices) or dollars of the day (prices outside). */
  readonly money?: 'PEN of 2024' | 'USD'
  readonly monthly?: true
}

export interface Formula {
  readonly rule: SeriesRule
  readonly terms: readonly Term[]
  readonly over?: readonly Term[]
  /** Times the price of leaf in the country over its price in the valley, weighted by leaf. */
  readonly national?: { readonly valley: readonly Term[]; readonly outside: readonly Term[]; readonly leaf: readonly Term[] }
  /** Times the month's price in the valley over the year's: districts are kept by the year. */
  readonly season?: readonly [month: Term, year: Term]
  readonly factor: number
  readonly money?: MoneyUnit['money']
  /** Added to the spread of reports, in ln units. */
  readonly extraSd: number
}

/** The formula of a target, or why it has none. */
export function formulaOf(target: Target, pack: Pack, frame: Frame): Formula | Exclude<Status, 'ok'> {
  const rule = SERIES[target.series]
  const { year } = target
  const place = pack.places.resolve(target.place)
  const named = place || !rule ? undefined : whereNamed(target.place, rule, year, pack)
  if (place === undefined && named === undefined) return 'unknown place'
  const first = FIRST + (rule?.change && target.month !== 1 ? 1 : 0)
  if (rule === undefined || year < first || year > LAST) return 'not modelled'
  // finer questions than valley and year are not answered for what must not be shown finer
  if (target.month !== undefined && rule.places === 'valley') return 'not modelled'
  if (rule.change && rule.change.since !== 'year' && target.month === undefined) return 'not modelled'
  const unit = UNITS[unitOf(target, place?.id ?? '', pack.observations)]
  if (unit === undefined || (rule.money === true) === (typeof unit === 'number')) return 'not modelled'
  const where = named ?? (place && whereOf(place, rule, year, pack, frame))
  if (where === undefined) return 'not modelled'
  if (isRate(rule) && Object.keys(where.shares).length > 1) return 'not modelled'
  const month = target.month !== undefined && rule.monthly === true
  const parts = partsOf(rule, where, month, year, pack, frame)
  if (parts === undefined) return 'not modelled'
  return {
    rule,
    ...parts,
    factor:
      (rule.factor ?? (rule.change?.as === 'relative' ? 100 : 1)) * (typeof unit === 'number' ? unit : unit.kilos),
    ...(typeof unit === 'number' ? {} : { money: unit.money }),
    extraSd: Math.hypot(where.sd, parts.sd ?? 0),
  }
}

type Parts = Pick<Formula, 'terms' | 'over' | 'national' | 'season'> & { readonly sd?: number }

function partsOf(
  rule: SeriesRule,
  where: Where,
  month: boolean,
  year: number,
  pack: Pack,
  frame: Frame,
): Parts | undefined {
  if (rule.of === 'leaf price' || rule.of === 'product price') return priceParts(rule.of, where, month, year, pack, frame)
  const terms = termsOf(rule.of, where.shares, month, pack)
  if (terms === undefined || terms.length === 0) return undefined
  if (rule.over === undefined) return { terms }
  const peru = rule.share && whereOf({ id: 'Peru', kind: 'country', name: 'Peru', ubigeos: [] }, SERIES.coca_area as SeriesRule, year, pack, frame)
  const over = termsOf(rule.over, (peru ?? where).shares, false, pack)
  return over && { terms, over }
}

/** Terms of a quantity, or of outcomes of the valley; undefined where one of the places has none. */
function termsOf(of: Quantity | readonly string[], shares: Shares, month: boolean, pack: Pack): Term[] | undefined {
  const zones = new Map(zonesOf(pack.tables.get('geo-zones')).map((zone) => [zone.name, zone]))
  const terms: Term[] = []
  for (const [place, share] of Object.entries(shares)) {
    const zone = zones.get(place)
    const valley = place === 'VRAEM'
    if (typeof of !== 'string') {
      const outside = of[0] === 'coca_area' && zone
      for (const outcome of outside ? ['coca_area_outside'] : of) terms.push({ outcome, place, share })
      if (zone && !outside) return undefined
    } else if (of === 'coca')
      terms.push({
        outcome: zone ? 'coca_area_outside' : valley ? 'coca_area_reported' : 'coca_area',
        place,
        share,
        ...(valley ? {} : { gain: 'survey' as const }),
      })
    else if (of === 'removed') {
      if (month && !valley && !zone) return undefined
      terms.push({ outcome: zone ? 'eradicated_outside' : 'eradicated', place, share, ...(month ? { monthly: true } : {}) })
    } else if (of === 'leaf' || (of === 'product' && zone))
      terms.push(
        zone
          ? { outcome: 'coca_area_outside', place, share, gain: 'yield', yieldFactor: zone.yieldFactor }
          : { outcome: 'leaf_output', place, share },
      )
    else if (of === 'product' && valley) terms.push({ outcome: 'potential_cocaine', place, share })
    else return undefined
  }
  return month && of === 'removed' ? together(terms) : terms
}

/** Months are kept for the other zones together only. */
function together(terms: readonly Term[]): Term[] | undefined {
  const own = terms.filter(({ outcome }) => outcome === 'eradicated')
  return own.length > 0 && terms.length > own.length
    ? [...own, { outcome: 'eradicated_outside', place: 'outside', share: 1, monthly: true }]
    : own.length === terms.length
      ? own
      : undefined
}

/** A judgement: zones and months of 2020 differ by this from what their group says. */
const ZONE_PRICE_SD = 0.2

function priceParts(of: Quantity, { shares, country }: Where, month: boolean, year: number, pack: Pack, frame: Frame): Parts | undefined {
  const when = month ? { monthly: true as const } : {}
  const valley: Term = { outcome: 'leaf_price', place: 'VRAEM', share: 1, money: 'PEN of 2024', ...when }
  const outside: Term = { outcome: 'leaf_price_outside', place: 'outside', share: 1, money: 'USD', ...when }
  const own: Term = of === 'leaf price' ? valley : { outcome: 'product_price', place: 'VRAEM', share: 1, money: 'USD', ...when }
  const places = Object.keys(shares)
  const zones = zonesOf(pack.tables.get('geo-zones')).filter(({ name }) => places.includes(name))
  const districts = places.filter((place) => /^\d{6}$/.test(place))
  if (country) {
    const leaf = termsOf('leaf', shares, false, pack) as Term[]
    return { terms: [own], national: { valley: [valley], outside: [outside], leaf }, sd: 0.05 }
  }
  if (places.length === 1 && places[0] === 'VRAEM') return { terms: [own] }
  if (of !== 'leaf price') return undefined
  if (zones.length > 0 && zones.length === places.length) {
    const over = zones.reduce((sum, { group }) => sum + (PRICE_OVER_MEAN[group] ?? 1), 0) / zones.length
    return { terms: [{ ...outside, share: over }], sd: zones.length === frame.zones.length ? 0 : ZONE_PRICE_SD }
  }
  const [ubigeo = ''] = districts
  const zoned = districts.filter((d) => frame.districts.some(({ ubigeo: id, devida }) => id === d && devida))
  // several districts of the coca zone: the valley's price
  if (places.length > 1 && zoned.length === places.length) return { terms: [valley], sd: 0.05 }
  if (places.length !== 1 || zoned.length !== 1) return undefined
  const term: Term = { outcome: 'leaf_price', place: ubigeo, share: 1, money: 'PEN of 2024' }
  return { terms: [term], ...(month ? { season: [valley, { ...valley, monthly: undefined } as unknown as Term] as const } : {}), sd: 0.1 }
}

/** The unit in which the series is given for this place and time; for the place, or at all, where that is not known. */
function unitOf(target: Target, id: string, observations: readonly Point[]): string {
  const points = bySeries(observations).get(target.series) ?? []
  const here = points.filter(({ placeId }) => placeId === id)
  const now = here.find(({ year, month }) => year === target.year && (month ?? 0) === (target.month ?? 0))
  const known = ({ unit }: Point) => UNITS[unit] !== undefined
  return (now ?? here.findLast(known) ?? points.findLast(known))?.unit ?? ''
}

const indexed = new WeakMap<readonly Point[], Map<string, Point[]>>()

/** Points by series, in the order of time. */
function bySeries(observations: readonly Point[]): ReadonlyMap<string, readonly Point[]> {
  const known = indexed.get(observations)
  if (known) return known
  const index = new Map<string, Point[]>()
  for (const point of observations) index.set(point.series, [...(index.get(point.series) ?? []), point])
  for (const points of index.values())
    points.sort((a, b) => a.year - b.year || (a.month ?? 0) - (b.month ?? 0))
  indexed.set(observations, index)
  return index
}
