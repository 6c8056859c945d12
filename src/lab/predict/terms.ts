// Shares of places turned into terms over the outcomes of a run.

import type { Frame } from '../model.ts'
import type { Pack } from './districts.ts'
import { type Quantity, SERIES, type SeriesRule } from './series.ts'
import { type Where, whereOf } from './where.ts'
import { PRICE_OVER_MEAN, type Shares, zonesOf } from './zones.ts'

/** share × outcome at a place (`VRAEM`, `outside`, a ubigeo or a zone) × gain. */
export interface Term {
  readonly outcome: string
  readonly place: string
  readonly share: number
  /** Area as the survey of the year sees it; area turned into leaf by the yield of other zones times `yieldFactor`. */
  readonly gain?: 'survey' | 'yield'
  readonly yieldFactor?: number
  /** Soles of 2024 (the valley's prices) or dollars of the day (prices outside). */
  readonly money?: 'PEN of 2024' | 'USD'
  readonly monthly?: true
}

export interface Terms {
  readonly terms: readonly Term[]
  readonly over?: readonly Term[]
  /** Times the price of leaf in the country over its price in the valley, weighted by leaf. */
  readonly national?: { readonly valley: Term; readonly outside: Term; readonly leaf: readonly Term[] }
  /** Times the month's price in the valley over the year's: districts are kept by the year. */
  readonly season?: { readonly month: Term; readonly year: Term }
  /** What borrowing from another place adds to the spread, in ln units. */
  readonly sd?: number
}

/** Terms for a series at some places; undefined where one of them has no such thing. */
export function termsFor(
  rule: SeriesRule,
  where: Where,
  month: boolean,
  year: number,
  pack: Pack,
  frame: Frame,
): Terms | undefined {
  if (rule.of === 'leaf price' || rule.of === 'product price') return priceTerms(rule.of, where, month, pack, frame)
  const terms = rule.of === 'removed' && month ? monthsRemoved(where) : quantityTerms(rule.of, where.shares, pack)
  if (terms === undefined || terms.length === 0) return undefined
  if (rule.over === undefined) return { terms }
  const peru = rule.share && whereOf(PERU, SERIES.coca_area as SeriesRule, year, pack, frame)
  const over = quantityTerms(rule.over, (peru ?? where).shares, pack)
  return over && { terms, over }
}

const PERU = { id: 'Peru', kind: 'country', name: 'Peru', ubigeos: [] } as const

function quantityTerms(of: Quantity | readonly string[], shares: Shares, pack: Pack): Term[] | undefined {
  const zones = new Map(zonesOf(pack.tables.get('geo-zones')).map((zone) => [zone.name, zone]))
  const terms: Term[] = []
  for (const [place, share] of Object.entries(shares)) {
    const zone = zones.get(place)
    const valley = place === 'VRAEM'
    if (typeof of !== 'string') {
      const area = of[0] === 'coca_area'
      if (zone && !area) return undefined
      for (const outcome of zone ? ['coca_area_outside'] : of) terms.push({ outcome, place, share })
    } else if (of === 'coca')
      terms.push({ outcome: zone ? 'coca_area_outside' : 'coca_area', place, share, gain: 'survey' })
    else if (of === 'removed') terms.push({ outcome: zone ? 'eradicated_outside' : 'eradicated', place, share })
    else if (zone)
      terms.push({ outcome: 'coca_area_outside', place, share, gain: 'yield', yieldFactor: zone.yieldFactor })
    else if (of === 'leaf') terms.push({ outcome: 'leaf_output', place, share })
    else if (of === 'product' && valley) terms.push({ outcome: 'potential_cocaine', place, share })
    else return undefined
  }
  return terms
}

/** Months are kept for the valley and for the other zones together. */
function monthsRemoved({ shares, country }: Where): Term[] | undefined {
  const valley: Term = { outcome: 'eradicated', place: 'VRAEM', share: 1, monthly: true }
  if (country) return [valley, { outcome: 'eradicated_outside', place: 'outside', share: 1, monthly: true }]
  return Object.keys(shares).join() === 'VRAEM' ? [valley] : undefined
}

/** Zones differ in the months of 2020 by about this from what their group says. */
const ZONE_PRICE_SD = 0.2
const DISTRICT_PRICE_SD = 0.1

function priceTerms(
  of: 'leaf price' | 'product price',
  { shares, country }: Where,
  month: boolean,
  pack: Pack,
  frame: Frame,
): Terms | undefined {
  const yearly: Term = { outcome: 'leaf_price', place: 'VRAEM', share: 1, money: 'PEN of 2024' }
  const now = (term: Term): Term => (month ? { ...term, monthly: true } : term)
  const valley = now(yearly)
  const outside = now({ outcome: 'leaf_price_outside', place: 'outside', share: 1, money: 'USD' })
  const own = of === 'leaf price' ? valley : now({ outcome: 'product_price', place: 'VRAEM', share: 1, money: 'USD' })
  const places = Object.keys(shares)
  if (country) {
    const leaf = quantityTerms('leaf', shares, pack) ?? []
    return { terms: [own], national: { valley, outside, leaf }, sd: 0.05 }
  }
  if (places.join() === 'VRAEM') return { terms: [own] }
  if (of === 'product price') return undefined
  const zones = zonesOf(pack.tables.get('geo-zones')).filter(({ name }) => places.includes(name))
  if (zones.length === places.length) {
    const over = zones.reduce((sum, { group }) => sum + (PRICE_OVER_MEAN[group] ?? 1), 0) / zones.length
    return { terms: [{ ...outside, share: over }], sd: zones.length === frame.zones.length ? 0 : ZONE_PRICE_SD }
  }
  const growing = places.filter((place) => frame.districts.some(({ ubigeo, devida }) => ubigeo === place && devida))
  if (growing.length < places.length) return undefined
  if (places.length > 1) return { terms: [valley], sd: DISTRICT_PRICE_SD }
  const terms: Term[] = [{ ...yearly, place: places[0] as string }]
  return { terms, ...(month ? { season: { month: valley, year: yearly } } : {}), sd: DISTRICT_PRICE_SD }
}
