// Districts as sources count them: splits, groups that notes tag, and districts outside the valley by their zone.
import type { DataPackage } from '../../evidence/package.ts'
import { placeKey } from '../../evidence/places.ts'
import type { Point } from '../../evidence/series.ts'
import type { Frame } from '../model.ts'
import { type Shares, zoneOfProvince } from './zones.ts'

export type Pack = Pick<DataPackage, 'places' | 'observations' | 'tables'>

interface Split {
  readonly child: string
  readonly parent: string
  /** First year in which the survey reports the child apart. */
  readonly from: number
  /** Part of the child that the survey counted in the parent. */
  readonly share: number
}

/** Districts that the coca survey reported within another before (series/coca_area_subregional.csv, README of the data). */
const SPLITS: readonly Split[] = [
  { child: '050409', parent: '050408', from: 2014, share: 1 },
  { child: '050510', parent: '050502', from: 2014, share: 1 },
  // Samugari lay in San Miguel; what Santa Rosa lost when it was told apart is about half of it
  { child: '050509', parent: '050507', from: 2014, share: 0.55 },
  { child: '080913', parent: '080907', from: 2015, share: 1 },
  { child: '120609', parent: '120606', from: 2015, share: 1 },
]
/** Villa Virgen came out of a district that is not in the valley. */
const APART: Readonly<Record<string, number>> = { '080912': 2015 }
/** The districts of `parent_ubigeo` in geo/districts.csv. */
const LATEST_SPLITS = 2021

function splitsOf({ tables }: Pack, limits: 'of the time' | '2017'): Split[] {
  const rows = tables.get('geo-districts')?.rows ?? []
  const late = rows.flatMap(({ values }): Split[] => {
    const parent = String(values.parent_ubigeo ?? '')
    const from = limits === '2017' ? LATEST_SPLITS + 1 : LATEST_SPLITS
    return parent === '' ? [] : [{ child: String(values.ubigeo), parent, from, share: 1 }]
  })
  return limits === '2017' ? late : [...SPLITS, ...late]
}

/** A single district of the valley as it was counted in a year: with those later split off, or as nothing before it was told apart. */
export function asCounted(ubigeo: string, year: number, limits: 'of the time' | '2017', pack: Pack): Shares {
  const splits = splitsOf(pack, limits)
  const notYet =
    limits === 'of the time' && (splits.find(({ child }) => child === ubigeo)?.from ?? APART[ubigeo] ?? 0) > year
  if (notYet) return { [ubigeo]: 0 }
  const shares: Record<string, number> = {}
  const add = (part: string, share: number) => {
    shares[part] = (shares[part] ?? 0) + share
    for (const split of splits) if (split.parent === part && split.from > year) add(split.child, share * split.share)
  }
  add(ubigeo, 1)
  return shares
}

/** Smallest part of a group that must lie inside the valley for the rest to be scaled up. */
const ENOUGH = 0.6

/** A group of districts `tagged in the notes` of a series; scaled up for members outside the valley by the years known to 2020. */
export function taggedGroup(name: string, series: string, { observations }: Pack, frame: Frame): Shares | undefined {
  const tags = /rim/.test(name) ? /\b(core|rim)\b/ : /\bcore\b/
  const inside = new Set(frame.districts.map(({ ubigeo }) => ubigeo))
  const members = new Set<string>()
  let all = 0
  let here = 0
  for (const point of observations) {
    if (point.series !== series || !/^\d{6}$/.test(point.placeId ?? '') || !tags.test(point.note)) continue
    const ubigeo = point.placeId as string
    const weight = point.year >= 2012 && point.year <= 2020 ? (point.value ?? 0) : 0
    all += weight
    if (!inside.has(ubigeo)) continue
    members.add(ubigeo)
    here += weight
  }
  if (members.size === 0 || here < ENOUGH * all) return undefined
  return Object.fromEntries([...members].map((ubigeo) => [ubigeo, here > 0 ? all / here : 1]))
}

interface Outside {
  readonly zone: string
  readonly ha: number
}

const known = new WeakMap<readonly Point[], ReadonlyMap<string, Outside>>()
const LAST_YEARS = [2016, 2017, 2018]
/** Hectares that nobody sees: a district without coca may have some later. */
const LITTLE = 2

/** Mean coca of 2016–2018 of the districts outside the valley, by ubigeo. */
function outsideDistricts({ places, observations }: Pack, frame: Frame): ReadonlyMap<string, Outside> {
  const before = known.get(observations)
  if (before) return before
  const valley = new Set(frame.districts.map(({ ubigeo }) => ubigeo))
  const found = new Map<string, Outside>()
  for (const { series, place, placeId, year, value = 0 } of observations) {
    if (series !== 'coca_area_district' || placeId === undefined || valley.has(placeId)) continue
    const zone = zoneOfProvince(place)
    if (zone === undefined || places.resolve(place) === undefined) continue
    const more = LAST_YEARS.includes(year) ? value / LAST_YEARS.length : 0
    found.set(placeId, { zone, ha: (found.get(placeId)?.ha ?? LITTLE) + more })
  }
  known.set(observations, found)
  return found
}

/** Districts outside the valley as shares of their zones; those nobody reported are left out. */
export function sharesOfZones(ubigeos: readonly string[], pack: Pack, frame: Frame): Shares | undefined {
  const districts = outsideDistricts(pack, frame)
  const total: Record<string, number> = {}
  for (const { zone, ha } of districts.values()) total[zone] = (total[zone] ?? 0) + ha
  const shares: Record<string, number> = {}
  for (const ubigeo of ubigeos) {
    const own = districts.get(ubigeo)
    if (own) shares[own.zone] = (shares[own.zone] ?? 0) + own.ha / (total[own.zone] as number)
  }
  return Object.keys(shares).length === 0 ? undefined : shares
}

/** Districts outside the valley in a province `DEPARTMENT/PROVINCE`. */
export function outsideOfProvince(province: string, pack: Pack, frame: Frame): string[] {
  const key = placeKey(province)
  const names = new Map(pack.places.all.map(({ id, name, kind }) => [id, { name, kind }]))
  return [...outsideDistricts(pack, frame).keys()].filter((ubigeo) => {
    const parts = (names.get(ubigeo)?.name ?? '').split('/')
    if (parts.length === 3) return placeKey(`${parts[0]}/${parts[1]}`) === key
    const [, inProvince, department] = (names.get(ubigeo)?.name ?? '').split(',')
    return placeKey(`${department}/${inProvince}`) === key
  })
}
