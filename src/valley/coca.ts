import type { DataPackage } from '../evidence/package.ts'
import type { Site } from './district.ts'
import { type Figures, figures } from './sites.ts'

/** Coca of the valley in 2000 in ha, by the claim that states it. */
const AREA_CLAIM = 'C0135'
/** Most coca per farm of a district, ha: plots of 1–2 ha on most farms. */
export const COCA_PER_FARM = 1.2

/** Districts made between 2010 and 2015 and the one they came from: the satellite panel counts them together before 2015. */
const FORMER: Readonly<Record<string, string>> = {
  '050409': '050408',
  '050509': '050507',
  '050510': '050502',
  '080913': '080907',
  '120609': '120606',
}

/** How much of a district's people live low enough for coca: splits the area of 2021's children and parents. */
const LOWLAND = { valley: 1, ceja: 0.5, highland: 0.25 } as const

export const cocaClaim = (pack: DataPackage): number => pack.ledger.claim(AREA_CLAIM)?.value ?? 11_475

/**
 * Coca of each district in 2000, ha. No survey by district exists before 2012: each group of districts that was one before
 * the splits keeps its mean share of 2012–2014, within a group the panel of 2015–2017 divides, and among parents and
 * children of 2021 the people do, highland ones counting less. No district gets more than `COCA_PER_FARM`; what is over goes
 * to the rest of its group, then to all. The districts of the monitoring zone add up to the claim; a district outside
 * it with coca in the panel comes on top.
 */
export function cocaOf(pack: DataPackage, sites: readonly Site[], farms: readonly number[]): number[] {
  const early = figures(pack, sites, 'coca_area_district', 2012, 2014)
  const late = figures(pack, sites, 'coca_area_district', 2015, 2017)
  const groups = new Map<string, Site[]>()
  for (const site of sites) {
    const root = rootOf(site)
    groups.set(root, [...(groups.get(root) ?? []), site])
  }
  const area = sites.map(() => 0)
  for (const members of groups.values()) {
    const inPanel = sum(members, early) > 0 ? sum(members, early) : sum(members, late)
    if (inPanel === 0) continue
    const weights = members.map((site) => weightOf(site, members, sum(members, late) > 0 ? late : early))
    const all = weights.reduce((total, weight) => total + weight, 0)
    members.forEach((site, m) => {
      area[site.index] = (inPanel * (weights[m] as number)) / all
    })
  }
  const inZone = sites.reduce((total, site) => total + (site.devidaZone ? (area[site.index] as number) : 0), 0)
  const factor = cocaClaim(pack) / inZone
  const scaled = area.map((hectares) => hectares * factor)
  const room = (site: Site) => COCA_PER_FARM * (farms[site.index] as number)
  for (const members of groups.values()) spread(scaled, members, room)
  spread(
    scaled,
    sites.filter((site) => site.devidaZone && (scaled[site.index] as number) > 0),
    room,
  )
  return scaled
}

const rootOf = (site: Site): string => {
  const before2021 = site.parent ?? site.ubigeo
  return FORMER[before2021] ?? before2021
}

const sum = (members: readonly Site[], seen: Figures): number =>
  members.reduce((total, site) => total + (seen[site.index] ?? 0), 0)

/** A member's part: what the panel shows on the limits of 2017, divided over parent and children of 2021. */
function weightOf(site: Site, members: readonly Site[], seen: Figures): number {
  const head = site.parent ?? site.ubigeo
  const family = members.filter((other) => (other.parent ?? other.ubigeo) === head)
  const low = (other: Site) => other.population2017 * LOWLAND[other.belt]
  const all = family.reduce((total, other) => total + low(other), 0)
  return (sum(family, seen) * low(site)) / all
}

/** Moves what is above the room of some members to those that have room, in proportion to it. */
function spread(area: number[], members: readonly Site[], room: (site: Site) => number): void {
  let over = 0
  let free = 0
  for (const site of members) {
    const gap = room(site) - (area[site.index] as number)
    if (gap < 0) over -= gap
    else if ((area[site.index] as number) > 0) free += gap
  }
  if (over === 0 || free === 0) return
  const moved = Math.min(over, free)
  for (const site of members) {
    const held = area[site.index] as number
    const gap = room(site) - held
    if (gap < 0) area[site.index] = held + (gap * moved) / over
    else if (held > 0) area[site.index] = held + (gap * moved) / free
  }
}
