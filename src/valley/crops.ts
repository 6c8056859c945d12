import type { DataPackage } from '../evidence/package.ts'
import { seriesOf } from '../evidence/series.ts'
import type { Site } from './district.ts'
import { type Figures, figures, shareOut } from './sites.ts'

/**
 * Share of the country's harvested area of 2000 that stood in the 95 districts. Judgement: the valley made about 15 % of
 * the country's cacao in 2017, after the north of the country had multiplied its own; the province of Satipo with the
 * slopes of the Apurímac holds about a seventh of the country's coffee.
 */
export const CROP_SHARES = { cacao: 0.22, coffee: 0.15 } as const
/** Where the two trees stood: weight of a hectare of farm land. Judgement from altitude and the roads of the time. */
const PLACES = {
  cacao: { valley: 1, ceja: 0.15, highland: 0 },
  coffee: { valley: 0.6, ceja: 0.5, highland: 0 },
} as const
/** Highland districts that own lowland, which their coca shows, hold some of both there. */
const LOWLAND_OF_HIGHLAND = 0.15
/** Coffee concentrates on the slopes of the province of Satipo. */
const SATIPO_COFFEE = 3
/** Largest part of the farm land left by coca that the two trees take, by district. */
const TREES_AT_MOST = 0.55
/** Crop land per farm beyond which a figure of the register is not believed, ha. */
export const LAND_PER_FARM = { least: 0.8, most: { valley: 5.5, ceja: 4.5, highland: 3 } } as const
/** Share of the land left by trees and coca that rests, by belt. Judgement: short fallows in the highlands, longer below. */
export const FALLOW = { valley: 0.5, ceja: 0.45, highland: 0.35 } as const

export interface Land {
  readonly farmlandHa: number
  readonly forestHa: number
  readonly estimated: readonly string[]
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 1
}

/**
 * Farm land (crops and fallow) and forest in 2000, ha. Farm land: the register of 2024 taken back by what satellite maps show
 * from 2001 to 2017 (the median of the belt where there is none), else the satellite map of 2001 (not in the highlands, where it
 * misses most small fields), else the belt's land per farm; limits on land per farm catch what cannot be (a few hundred farms
 * on ten thousand hectares). Forest: the satellite map of 2001, else the belt's share of the area.
 */
export function landOf(pack: DataPackage, sites: readonly Site[], farms: readonly number[]): Land[] {
  const people = (site: Site) => site.population2017
  const area = (site: Site) => site.areaKm2
  const sure = pack.observations.filter((point) => point.series === 'farmland_area' && point.confidence !== 'low')
  const register = shareOut(sites, figures({ ...pack, observations: sure }, sites, 'farmland_area', 2024), people)
  const seen2001 = shareOut(sites, figures(pack, sites, 'farm_area_mapbiomas', 2001), people)
  const seen2017 = shareOut(sites, figures(pack, sites, 'farm_area_mapbiomas', 2017), people)
  const forest = shareOut(sites, figures(pack, sites, 'forest_area_mapbiomas', 2001), area)
  const ratio: Figures = sites.map(({ index }) => {
    const [a, b] = [seen2001[index], seen2017[index]]
    return a && b ? Math.min(1, a / b) : undefined
  })
  const ofBelt = (site: Site, values: Figures, size: (other: Site) => number): number =>
    median(
      sites
        .filter((other) => other.belt === site.belt && values[other.index] !== undefined)
        .map((other) => (values[other.index] as number) / size(other)),
    )
  return sites.map((site) => {
    const i = site.index
    const inRegister = register[i]
    const count = farms[i] as number
    const onMap = site.belt === 'highland' ? undefined : seen2001[i]
    const known = inRegister === undefined ? onMap : inRegister * (ratio[i] ?? ofBelt(site, ratio, () => 1))
    const hectares = known ?? count * ofBelt(site, register, (other) => farms[other.index] as number)
    const limited = Math.min(Math.max(hectares, count * LAND_PER_FARM.least), count * LAND_PER_FARM.most[site.belt])
    return {
      farmlandHa: limited,
      forestHa: forest[i] ?? site.areaKm2 * ofBelt(site, forest, area),
      estimated: [
        ...(known === undefined || limited !== hectares ? ['farmlandHa'] : []),
        ...(forest[i] === undefined ? ['forestHa'] : []),
      ],
    }
  })
}

export const treeTotal = (pack: DataPackage, crop: keyof typeof CROP_SHARES): number =>
  (seriesOf(pack, { series: `${crop}_area_harvested`, place: 'Peru', from: 2000, to: 2000 })[0]?.value ?? 0) *
  CROP_SHARES[crop]

/** Cacao and coffee (bearing and young) of each district in 2000, ha: the valley's area over farm land of the right belt. */
export function treesOf(
  pack: DataPackage,
  sites: readonly Site[],
  land: readonly number[],
  coca: readonly number[],
): { cacao: Float64Array; coffee: Float64Array } {
  const free = sites.map(({ index }) =>
    Math.max(0, TREES_AT_MOST * ((land[index] as number) - (coca[index] as number))),
  )
  const weight = (crop: 'cacao' | 'coffee') =>
    sites.map((site) => {
      const own = PLACES[crop][site.belt]
      const lowland = site.belt === 'highland' && (coca[site.index] as number) > 0 ? LOWLAND_OF_HIGHLAND : own
      const slopes = crop === 'coffee' && site.province === 'Satipo' ? SATIPO_COFFEE : 1
      const river = crop === 'cacao' && site.basin === 'other' ? 0.4 : 1
      return lowland * slopes * river * (free[site.index] as number)
    })
  const cacao = fillTo(
    treeTotal(pack, 'cacao'),
    weight('cacao'),
    free.map((hectares) => hectares * 0.6),
  )
  const coffee = fillTo(
    treeTotal(pack, 'coffee'),
    weight('coffee'),
    free.map((hectares, i) => hectares - (cacao[i] as number)),
  )
  return { cacao, coffee }
}

/** min(f · wanted, most) with the f for which the sum is `total`; everything at its most when the total is out of reach. */
export function fillTo(total: number, wanted: ArrayLike<number>, most: ArrayLike<number>): Float64Array {
  const result = new Float64Array(wanted.length)
  const full = new Uint8Array(wanted.length)
  let left = total
  for (;;) {
    let sum = 0
    for (let i = 0; i < wanted.length; i++) if (full[i] === 0) sum += wanted[i] as number
    const factor = sum > 0 && left > 0 ? left / sum : 0
    let reached = false
    for (let i = 0; i < wanted.length; i++) {
      if (full[i] === 1 || factor * (wanted[i] as number) < (most[i] as number)) continue
      if (wanted[i] === 0) continue
      full[i] = 1
      reached = true
      result[i] = most[i] as number
      left -= most[i] as number
    }
    if (reached && factor > 0) continue
    for (let i = 0; i < wanted.length; i++) if (full[i] === 0) result[i] = factor * (wanted[i] as number)
    return result
  }
}
