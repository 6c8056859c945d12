import type { DataPackage } from '../evidence/package.ts'
import { clamp, log } from '../language/std.ts'
import type { Site } from './district.ts'
import { figures, inherit, shareOut, tableOf } from './sites.ts'

/** Kilometres between two points given in degrees; the valley is small enough for a plane. */
export function distanceKm(a: readonly [number, number], b: readonly [number, number]): number {
  const x = (a[0] - b[0]) * 111.3 * Math.cos((12.4 * Math.PI) / 180)
  const y = (a[1] - b[1]) * 110.6
  return Math.sqrt(x * x + y * y)
}

/** Suitability by belt of the capital. */
const BY_BELT = { valley: 0.75, ceja: 0.35, highland: 0.02 } as const
const BY_BASIN = { Apurímac: 1, Ene: 1, Mantaro: 0.8, other: 0.6 } as const

/**
 * Suitability for coca, 0 … 1. Belt and basin give a base; being watched by the coca monitoring adds a fifth. The belt follows the
 * altitude of the capital only, and some highland districts own lowland, so any coca in the panel of 2012–2017 lifts the
 * figure: 0.3 for a trace, 1 for 4 ha per km². Apart from that no district has a constant of its own.
 */
export function suitabilityOf(pack: DataPackage, sites: readonly Site[]): { value: number; observed: boolean }[] {
  const panel = shareOut(sites, figures(pack, sites, 'coca_area_district', 2012, 2017), (site) => site.areaKm2)
  return sites.map((site) => {
    const base = BY_BELT[site.belt] * BY_BASIN[site.basin] + (site.devidaZone ? 0.2 : 0)
    const perKm2 = (panel[site.index] ?? 0) / site.areaKm2
    const seen = perKm2 > 0 ? clamp(0.3 + 0.7 * (log(1 + 25 * perKm2) / log(101)), 0, 1) : 0
    return { value: clamp(Math.max(base, seen), 0, 1), observed: panel[site.index] !== undefined }
  })
}

/** Difficulty of the terrain, 0 … 1: 0.25 on the plain, more where neighbouring capitals lie at other heights; 1 at 2,000 m. */
export function ruggedOf(sites: readonly Site[]): number[] {
  return sites.map((site) => {
    const heights = site.neighbours.map((k) => Math.abs((sites[k] as Site).altitudeM - site.altitudeM))
    const mean = heights.reduce((sum, height) => sum + height, 0) / Math.max(1, heights.length)
    return clamp(0.25 + (0.75 * mean) / 2000, 0.25, 1)
  })
}

/** Boats go up the Apurímac to about 760 m, and up the Mantaro to about 500 m, the height of Canayre. */
const NAVIGABLE: Readonly<Record<string, number>> = { Apurímac: 760, Mantaro: 500, Ene: 500, Tambo: 500, Perené: 400 }

/** Navigable river at hand: 1 up to 6 km from the capital, falling to 0 at 30 km. */
export function riverAccessOf(pack: DataPackage, sites: readonly Site[]): number[] {
  const points: [number, number][] = []
  let height = new Map<string, number>()
  const rows = tableOf(pack, 'geo-rivers').rows.map((row) => row.values)
  for (const row of rows) {
    const river = String(row.river)
    const known = typeof row.elevation_m === 'number' ? row.elevation_m : height.get(river)
    if (known === undefined) continue
    height = height.set(river, known)
    if (known <= (NAVIGABLE[river] ?? 0)) points.push([row.lon as number, row.lat as number])
  }
  return sites.map((site) => {
    const near = Math.min(...points.map((point) => distanceKm(point, [site.lon, site.lat])))
    return clamp(1 - (near - 6) / 24, 0, 1)
  })
}

/** Share of persons with an Indigenous mother tongue (2017), children of the splits of 2021 as their parent. */
export function indigenousOf(pack: DataPackage, sites: readonly Site[]): { value: number; observed: boolean }[] {
  const seen = figures(pack, sites, 'indigenous_mother_tongue', 2017)
  const own = inherit(sites, seen)
  return sites.map(({ index }) => ({ value: (own[index] ?? 70) / 100, observed: seen[index] !== undefined }))
}
