import type { DataPackage } from '../evidence/package.ts'
import { InputError } from '../evidence/problem.ts'
import type { Cell, Table } from '../evidence/table.ts'
import type { Basin, Belt, Grade, Site } from './district.ts'

/** A table of the data package; throws InputError when it is not there. */
export function tableOf(pack: DataPackage, name: string): Table {
  const table = pack.tables.get(name)
  if (table) return table
  throw new InputError([
    {
      code: 'missing-table',
      file: 'data/datapackage.json',
      field: name,
      what: `the data package has no table ${name}`,
      expected: `a table ${name}`,
      todo: 'restore the file and its description',
    },
  ])
}

const text = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell))
const number = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : Number.NaN)

/** The districts inside the outline, by ubigeo, with their neighbours. */
export function sitesOf(pack: DataPackage): Site[] {
  const rows = tableOf(pack, 'geo-districts')
    .rows.map((row) => row.values)
    .filter((row) => row.in_outline === 1 || row.in_outline === true)
    .sort((a, b) => (text(a.ubigeo) < text(b.ubigeo) ? -1 : 1))
  const place = new Map(rows.map((row, index) => [text(row.ubigeo), index]))
  const neighbours = rows.map(() => new Set<number>())
  for (const { values } of tableOf(pack, 'geo-adjacency').rows) {
    const a = place.get(text(values.ubigeo_a))
    const b = place.get(text(values.ubigeo_b))
    if (a === undefined || b === undefined) continue
    neighbours[a]?.add(b)
    neighbours[b]?.add(a)
  }
  return rows.map((row, index) => {
    const parent = text(row.parent_ubigeo)
    const zone = text(row.devida_zone_2021)
    return {
      index,
      ubigeo: text(row.ubigeo),
      name: text(row.district),
      capital: text(row.capital),
      department: text(row.department),
      province: text(row.province),
      lat: number(row.lat),
      lon: number(row.lon),
      altitudeM: number(row.altitude_m),
      areaKm2: number(row.area_km2),
      centroid: [number(row.centroid_lon), number(row.centroid_lat)],
      ellipse: {
        aKm: number(row.ellipse_a_km),
        bKm: number(row.ellipse_b_km),
        angleDeg: number(row.ellipse_angle_deg),
      },
      population2007: typeof row.population_2007 === 'number' ? row.population_2007 : undefined,
      population2017: number(row.population_2017),
      population2022: number(row.population_2022_proj),
      poverty2018: number(row.poverty_pct) / 100,
      hdi: number(row.hdi),
      basin: text(row.basin) as Basin,
      belt: text(row.eco_belt) as Belt,
      grade: text(row.membership_confidence) as Grade,
      direct: text(row.intervention) === 'direct',
      devidaZone: zone === 'norte' || zone === 'centro' || zone === 'sur' ? zone : undefined,
      emergency2020: row.emergency_2020 === 1 || row.emergency_2020 === true,
      parent: place.has(parent) ? parent : undefined,
      neighbours: [...(neighbours[index] ?? [])].sort((a, b) => a - b),
    }
  })
}

/**
 * One figure per district (by index) from a series, undefined where no row states it. Where several rows do, the mean of
 * those that are not of low confidence, or of all if all are; `from` and `to` bound the years.
 */
export function figures(pack: DataPackage, sites: readonly Site[], series: string, from: number, to = from): Figures {
  const place = new Map(sites.map((site) => [site.ubigeo, site.index]))
  const found = new Map<number, { value: number; low: boolean }[]>()
  for (const point of pack.observations) {
    if (point.series !== series || point.value === undefined || point.year < from || point.year > to) continue
    const index = place.get(point.placeId ?? '')
    if (index === undefined) continue
    found.set(index, [...(found.get(index) ?? []), { value: point.value, low: point.confidence === 'low' }])
  }
  return sites.map(({ index }) => {
    const all = found.get(index) ?? []
    const sure = all.filter((point) => !point.low)
    const kept = sure.length > 0 ? sure : all
    return kept.length === 0 ? undefined : kept.reduce((sum, { value }) => sum + value, 0) / kept.length
  })
}
export type Figures = readonly (number | undefined)[]

/** The children of the splits of 2021 and their parents, whose figures are on the limits of 2017: shares by a size. */
export function shareOut(sites: readonly Site[], observed: Figures, size: (site: Site) => number): Figures {
  const family = new Map<string, Site[]>()
  for (const site of sites)
    family.set(site.parent ?? site.ubigeo, [...(family.get(site.parent ?? site.ubigeo) ?? []), site])
  const result: (number | undefined)[] = [...observed]
  for (const members of family.values()) {
    const head = members.find((site) => site.parent === undefined)
    const whole = head === undefined ? undefined : observed[head.index]
    if (whole === undefined || members.length === 1 || members.some((m) => m.parent && observed[m.index] !== undefined))
      continue
    const all = members.reduce((sum, site) => sum + size(site), 0)
    for (const site of members) result[site.index] = (whole * size(site)) / all
  }
  return result
}

/** The same figure for parent and children: for shares and indices. */
export function inherit(sites: readonly Site[], observed: Figures): Figures {
  const place = new Map(sites.map((site) => [site.ubigeo, site.index]))
  return sites.map((site) => observed[site.index] ?? (site.parent ? observed[place.get(site.parent) ?? -1] : undefined))
}
