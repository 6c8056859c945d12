// The schematic geography of a report, from the valley's cells and the lines of the data package.
import type { DataPackage } from '../evidence/package.ts'
import type { Row } from '../evidence/table.ts'
import { cells } from '../valley/cells.ts'
import type { Valley } from '../valley/district.ts'
import type { Geography, Line, Point, PublishedAttacks } from './input.ts'
import { outsideZones } from './map/zones.ts'

/** Names written on the map that says where we are. */
const TOWNS = 12
/** Towns nearer than this, in degrees, would write over each other. */
const APART = 0.09

export function geographyOf(pack: DataPackage, valley: Valley): Geography {
  const rows = (name: string): readonly Row[] => pack.tables.get(name)?.rows ?? []
  const rivers = new Map<string, Point[]>()
  for (const { values } of rows('geo-rivers')) {
    const line = rivers.get(String(values.river)) ?? []
    line.push([Number(values.lon), Number(values.lat)])
    rivers.set(String(values.river), line)
  }
  const roads: Line[] = rows('geo-roads').map(({ values }) => ({
    name: `${values.from}–${values.to}`,
    points: [
      [Number(values.from_lon), Number(values.from_lat)],
      [Number(values.to_lon), Number(values.to_lat)],
    ],
  }))
  const shapes = new Map(
    cells(valley.districts, valley.outline).features.map((f) => [f.properties.ubigeo, f.geometry.coordinates]),
  )
  return {
    cells: valley.districts.map(({ ubigeo, name, grade, province }) => ({
      ubigeo,
      name,
      grade,
      province,
      rings: (shapes.get(ubigeo) ?? []).flat().map((ring) => ring.map(([lon = 0, lat = 0]) => [lon, lat] as const)),
    })),
    rivers: [...rivers].map(([name, points]) => ({ name, points })),
    roads,
    towns: townsOf(valley),
    zones: outsideZones(rows('geo-zones').map(({ values }) => String(values.zone))),
    attacks: attacksOf(rows('events-incidents'), valley),
  }
}

/** Fewer published attacks than this are not shown for a district, and do not leave here. */
const LEAST_ATTACKS = 5

/** An attack that several sources tell counts once; where the district is not told, it counts nowhere. */
function attacksOf(incidents: readonly Row[], valley: Valley): PublishedAttacks {
  const plain = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
  const codes = new Map(
    valley.districts.map(({ name, province, ubigeo }) => [plain(`${name}, ${province}`), ubigeo] as const),
  )
  const told = new Map(incidents.map(({ values }) => [String(values.incident_id), values]))
  const counts = new Map<string, number>()
  for (const { district, province } of told.values()) {
    const code = codes.get(plain(`${district}, ${province}`))
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const years = [...told.values()].map(({ year }) => Number(year))
  return {
    from: Math.min(...years),
    to: Math.max(...years),
    least: LEAST_ATTACKS,
    counts: Object.fromEntries([...counts].filter(([, count]) => count >= LEAST_ATTACKS)),
  }
}

/** The largest capitals of the coca monitoring zone, spaced so that names do not touch. */
function townsOf(valley: Valley): Geography['towns'] {
  const ordered = valley.districts
    .filter(({ devidaZone }) => devidaZone !== undefined)
    .sort((a, b) => b.population.census2017 - a.population.census2017)
  const kept: { name: string; at: Point }[] = []
  for (const { capital, lon, lat } of ordered) {
    if (kept.length === TOWNS) break
    if (kept.every(({ at }) => Math.abs(at[1] - lat) > APART || Math.abs(at[0] - lon) > 4 * APART))
      kept.push({ name: capital, at: [lon, lat] })
  }
  return kept
}
