// A place turned into shares of what the model has: the valley, its districts, the other zones.
import { type Place, placeKey } from '../../evidence/places.ts'
import type { Frame } from '../model.ts'
import { asCounted, outsideOfProvince, type Pack, sharesOfZones, taggedGroup } from './districts.ts'
import type { SeriesRule } from './series.ts'
import { DEPARTMENTS, NEAR_ZONES, newZone, type Shares, watchedZones, zonesOf } from './zones.ts'

export interface Where {
  /** By `VRAEM`, ubigeo, or zone. */
  readonly shares: Shares
  /** What the place adds to the spread, in ln units: coarse and borrowed places are less sure. */
  readonly sd: number
  readonly country?: true
}

const SUM_SD = 0.05
const GROUP_SD = 0.35
const BORROWED_SD = 0.45
const NEW_ZONE_SD = 0.9

/** Counts of the country or of wider areas that are nearly all of the valley, with what is added to the spread. */
const NEARLY_VALLEY: Readonly<Record<string, number>> = {
  'Peru (almost all VRAEM)': 0.05,
  'Peru (VRAEM+Huallaga)': 0.25,
  'VRAEM+Huallaga': 0.25,
  'VRAEM and rim': 0.1,
}

/** Where a series is asked for; undefined where the model has nothing to say. */
export function whereOf(place: Place, rule: SeriesRule, year: number, pack: Pack, frame: Frame): Where | undefined {
  if (place.id === 'VRAEM') return { shares: { VRAEM: 1 }, sd: 0 }
  if (rule.places === 'valley') {
    const sd = place.id === 'Peru' ? rule.peruSd : rule.of === 'product' ? undefined : NEARLY_VALLEY[place.id]
    return sd === undefined ? undefined : { shares: { VRAEM: 1 }, sd }
  }
  const inside = frame.districts.filter((district) => belongs(district, place))
  const single = inside.length === 1 && place.kind === 'district' ? inside[0] : undefined
  if (single) {
    const shares = rule.limits ? asCounted(single.ubigeo, year, rule.limits, pack) : { [single.ubigeo]: 1 }
    return { shares, sd: 0 }
  }
  if (rule.places === 'zones') {
    const zones = elsewhere(place, inside, year, pack, frame)
    if (zones) return zones
  }
  if (rule.tagged && /^vraem core/.test(placeKey(place.name)) && place.ubigeos.length === 0) {
    const shares = taggedGroup(place.name, rule.tagged, pack, frame)
    return shares && { shares, sd: 0.1 }
  }
  return inside.length === 0 ? undefined : { shares: sharesOf(inside), sd: SUM_SD }
}

function elsewhere(
  place: Place,
  inside: Frame['districts'],
  year: number,
  pack: Pack,
  frame: Frame,
): Where | undefined {
  const zones = zonesOf(pack.tables.get('geo-zones'))
  const watched = watchedZones(year, zones)
  if (place.id === 'Peru') return { shares: { VRAEM: 1, ...watched }, sd: 0, country: true }
  if (place.id === 'Other zones than VRAEM') return { shares: watched, sd: 0 }
  // all but the three that the same tables name
  if (place.id === 'Other zones') return { shares: { ...watched, Huallaga: 0, 'La Convencion-Lares': 0 }, sd: GROUP_SD }
  if (frame.zones.includes(place.id)) return { shares: { [place.id]: 1 }, sd: 0 }
  const near = NEAR_ZONES[place.id]
  if (near) return { shares: near, sd: place.kind === 'group' ? 0.15 : GROUP_SD }
  const department = DEPARTMENTS[place.id]
  if (department) {
    const own = frame.districts.filter(
      (d) => d.devida && placeKey(`${d.department} (department)`) === placeKey(place.id),
    )
    const some = own.length > 0
    return { shares: { ...sharesOf(own), ...department }, sd: some ? SUM_SD : year < 2021 ? 0.25 : GROUP_SD }
  }
  if (place.kind === 'province' && place.name.includes('/')) {
    const outside = sharesOfZones(outsideOfProvince(place.name, pack, frame), pack, frame)
    return outside && { shares: { ...sharesOf(inside), ...outside }, sd: inside.length > 0 ? 0.1 : GROUP_SD }
  }
  if (isNewZone(place)) return whereNamed(place.name, year, pack)
  const outside = inside.length === 0 && place.ubigeos.length > 0 && sharesOfZones(place.ubigeos, pack, frame)
  return outside ? { shares: outside, sd: BORROWED_SD } : undefined
}

/** A zone that geo/outside_zones.csv names, and of which no file has a figure. */
export const isNewZone = ({ id }: Place): boolean => id === 'Atalaya – lower Urubamba'

/** A zone that stands in no file, by the words of its name; undefined where these say nothing. */
export function whereNamed(text: string, year: number, pack: Pack): Where | undefined {
  const shares = newZone(text, year, zonesOf(pack.tables.get('geo-zones')))
  return shares && { shares, sd: NEW_ZONE_SD }
}

function belongs(district: Frame['districts'][number], place: Place): boolean {
  if (place.ubigeos.length > 0) return place.ubigeos.includes(district.ubigeo)
  const name = placeKey(place.name)
  if (place.kind !== 'province' && !name.includes('vraem districts')) return false
  if (!district.devida) return false
  const department = place.name.includes('/') ? `${district.department}/` : ''
  return placeKey(place.name.split(' (')[0] ?? '') === placeKey(`${department}${district.province}`)
}

const sharesOf = (districts: Frame['districts']): Record<string, number> =>
  Object.fromEntries(districts.map(({ ubigeo }) => [ubigeo, 1]))
