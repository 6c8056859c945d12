import type { DataPackage } from '../evidence/package.ts'
import type { Site } from './district.ts'
import { tableOf } from './sites.ts'
import { distanceKm } from './terrain.ts'

/** Km per hour on dry roads. Judgement: Kimbiri–Quillabamba took about ten hours for some 225 km of dirt road in 2009. */
const SPEED = { paved: 42, improved: 28, dirt: 22, track: 12 } as const
/** Hours to wait for and cross by boat or ferry. */
const CROSSING = 0.5
/** A track is this much longer than the straight line. */
const DETOUR = 1.7
/** Straight km between a capital and a place of the road table up to which they are the same place. */
const SAME_PLACE_KM = 2.5
/** Regional markets: towns of the road table in which the crops of the valley are bought. */
const MARKETS = ['Ayacucho (Huamanga)', 'Huancayo', 'Satipo', 'Andahuaylas', 'Quillabamba'] as const

interface Edge {
  readonly to: string
  readonly hours: number
}

/** Hours for a link as it was in `year`; undefined where it was not open. */
function hoursOf(km: number, surface: string, opened: string, year: number): number | undefined {
  const since = Number(/(\d{4})(?!.*\d{4})/.exec(opened)?.[1] ?? Number.NaN)
  if (opened.startsWith('opened') && year < since) return undefined
  const crossing = /river|crossing|ferry|bridge/.test(surface) ? CROSSING : 0
  const late = Number.isFinite(since) && year < since && !opened.startsWith('before')
  const decade = /^(late |mid |by mid )?(\d{3}0)s/.exec(opened)
  const later = decade
    ? year < Number(decade[2]) + (opened.startsWith('late') ? 8 : opened.includes('mid') ? 5 : 0)
    : late
  const now = later
    ? 'dirt'
    : surface.startsWith('paved') || surface.startsWith('mostly paved')
      ? 'paved'
      : kindOf(surface)
  return km / SPEED[now] + crossing
}

const kindOf = (surface: string): keyof typeof SPEED =>
  /partly paved/.test(surface) ? 'improved' : /^improved/.test(surface) ? 'improved' : 'dirt'

function network(pack: DataPackage, year: number): { at: Map<string, [number, number]>; edges: Map<string, Edge[]> } {
  const at = new Map<string, [number, number]>()
  const edges = new Map<string, Edge[]>()
  for (const { values } of tableOf(pack, 'geo-roads').rows) {
    const [from, to] = [String(values.from), String(values.to)]
    at.set(from, [values.from_lon as number, values.from_lat as number])
    at.set(to, [values.to_lon as number, values.to_lat as number])
    const hours = hoursOf(
      values.road_km as number,
      String(values.surface ?? ''),
      String(values.paved_or_opened ?? ''),
      year,
    )
    if (hours === undefined) continue
    edges.set(from, [...(edges.get(from) ?? []), { to, hours }])
    edges.set(to, [...(edges.get(to) ?? []), { to: from, hours }])
  }
  return { at, edges }
}

/** Hours from every place of the network to the nearest market, with that market. */
function toMarket(edges: ReadonlyMap<string, readonly Edge[]>): Map<string, { hours: number; market: string }> {
  const best = new Map<string, { hours: number; market: string }>(
    MARKETS.map((market) => [market, { hours: 0, market }]),
  )
  const open = new Set<string>(MARKETS)
  while (open.size > 0) {
    const next = [...open].reduce((a, b) => ((best.get(a)?.hours ?? 0) <= (best.get(b)?.hours ?? 0) ? a : b))
    open.delete(next)
    const here = best.get(next) as { hours: number; market: string }
    for (const { to, hours } of edges.get(next) ?? []) {
      if (here.hours + hours >= (best.get(to)?.hours ?? Number.POSITIVE_INFINITY)) continue
      best.set(to, { hours: here.hours + hours, market: here.market })
      open.add(to)
    }
  }
  return best
}

/**
 * Hours from each district's capital to the nearest regional market on dry roads as they were in `year`, by index. Rough: the
 * capital reaches the network by a track to the place that gives the shortest trip. Road lengths are mostly estimates (±20 %).
 */
export function travelTo(pack: DataPackage, sites: readonly Pick<Site, 'lon' | 'lat'>[], year: number) {
  const { at, edges } = network(pack, year)
  const places = [...toMarket(edges)]
  return sites.map((site) => {
    let best = { hours: Number.POSITIVE_INFINITY, market: '' }
    for (const [name, { hours, market }] of places) {
      const km = distanceKm(at.get(name) as [number, number], [site.lon, site.lat])
      const access = km <= SAME_PLACE_KM ? 0.1 : 0.1 + (km * DETOUR) / SPEED.track
      if (hours + access < best.hours) best = { hours: hours + access, market }
    }
    return best
  })
}

/** The hours alone. */
export const travelHours = (
  pack: DataPackage,
  sites: readonly Pick<Site, 'lon' | 'lat'>[],
  year: number,
): Float64Array => Float64Array.from(travelTo(pack, sites, year), ({ hours }) => hours)
