import { inverseNormal } from '../engine/draws.ts'
import { clamp, exp, pow } from '../language/std.ts'
import type { HouseholdColumns } from './columns.ts'
import { FALLOW, fillTo } from './crops.ts'
import type { District } from './district.ts'
import type { HouseholdDraws } from './draws.ts'
import { SIZE_CLASSES } from './sizes.ts'

/** Mean plot of those who grow a crop, ha, and the largest share of farms that grow it. Coca: plots of 1–2 ha are told of. */
export const PLOTS = {
  coca: { mean: 1.1, most: 0.75, spread: 0.5 },
  cacao: { mean: 1.2, most: 0.6, spread: 0.5 },
  coffee: { mean: 1.8, most: 0.7, spread: 0.5 },
} as const
/** Mean holding of the smallest size class: limits within which it takes up what the district's farm land needs. */
const SMALLEST = { least: 0.6, most: 3.2 }
/** Part of a holding that coca may take, and of what coca leaves that a tree crop may. */
const COCA_AT_MOST = 0.8
const TREE_AT_MOST = 0.85
/** Share of trees not yet bearing. */
const YOUNG_TREES = 0.06

/** Land of the farms of a district: size classes by count, within a class skewed to the small side. */
export function fillLand(columns: HouseholdColumns, draws: HouseholdDraws, district: District, first: number): void {
  const counts = district.farmsBySize
  const inLarge = SIZE_CLASSES.reduce((sum, { mean }, k) => sum + (k > 0 ? mean * (counts[k] as number) : 0), 0)
  const smallest = clamp(
    (district.farmlandHa - inLarge) / Math.max(1, counts[0] as number),
    SMALLEST.least,
    SMALLEST.most,
  )
  let at = 0
  SIZE_CLASSES.forEach(({ low, high, mean }, k) => {
    const count = counts[k] as number
    const skew = (high - low) / ((k === 0 ? smallest : mean) - low) - 1
    for (let j = 0; j < count; j++, at++) {
      const u = (j + (draws.land[at] as number)) / count
      columns.land[first + at] = low + (high - low) * Math.min(0.9999, pow(u, skew))
    }
  })
}

/** Who grows: the `count` farms with the smallest draws, small holdings drawing longer odds. */
function growersOf(draw: Float64Array, land: Float32Array, first: number, farms: number, count: number): Uint8Array {
  const odds = new Float64Array(farms)
  for (let k = 0; k < farms; k++) odds[k] = (draw[k] as number) / Math.min(1, land[first + k] as number)
  const edge = count <= 0 ? -1 : count >= farms ? Number.POSITIVE_INFINITY : (odds.slice().sort()[count - 1] as number)
  const grows = new Uint8Array(farms)
  for (let k = 0; k < farms; k++) grows[k] = (odds[k] as number) <= edge ? 1 : 0
  return grows
}

/** Areas of a crop on a district's farms with the sum `total`, none above its room. */
function areasOf(
  total: number,
  plot: (typeof PLOTS)[keyof typeof PLOTS],
  farms: number,
  draws: { who: Float64Array; size: Float64Array },
  land: Float32Array,
  first: number,
  room: Float64Array,
): ArrayLike<number> {
  const wanted = new Float64Array(farms)
  if (total <= 0) return wanted
  const count = Math.ceil(Math.min(total / plot.mean, plot.most * farms))
  const grows = growersOf(draws.who, land, first, farms, count)
  for (let k = 0; k < farms; k++) {
    if (grows[k] === 0) continue
    wanted[k] = exp(plot.spread * inverseNormal(draws.size[k] as number)) * pow(land[first + k] as number, 0.35)
  }
  return fillTo(total, wanted, room)
}

/** Coca, cacao, coffee and food of a district's farms. */
export function fillCrops(columns: HouseholdColumns, draws: HouseholdDraws, district: District, first: number): void {
  const { land } = columns
  const { farms } = district
  const free = Float64Array.from(land.subarray(first, first + farms))
  const room = new Float64Array(farms)
  const grow = (total: number, crop: keyof typeof PLOTS, who: Float64Array, size: Float64Array, atMost: number) => {
    for (let k = 0; k < farms; k++) room[k] = atMost * (free[k] as number)
    const areas = areasOf(total, PLOTS[crop], farms, { who, size }, land, first, room)
    for (let k = 0; k < farms; k++) free[k] = (free[k] as number) - (areas[k] as number)
    return areas
  }
  const coca = grow(district.cocaHa, 'coca', draws.grows, draws.plot, COCA_AT_MOST)
  const cacao = grow(district.cacaoHa, 'cacao', draws.cacao, draws.cacaoPlot, TREE_AT_MOST)
  const coffee = grow(district.coffeeHa, 'coffee', draws.coffee, draws.coffeePlot, TREE_AT_MOST)
  for (let k = 0; k < district.farms; k++) {
    const at = first + k
    const [ofCoca, ofCacao, ofCoffee] = [coca[k] as number, cacao[k] as number, coffee[k] as number]
    const young = 0.3 * (draws.young[k] as number) ** 2
    const age = 1.5 + 9 * (draws.age[k] as number)
    columns.cocaYoung[at] = ofCoca * young
    columns.cocaBearing[at] = ofCoca * (1 - young)
    columns.cocaAge[at] = ofCoca > 0 ? age : 0
    columns.vigour[at] = ofCoca > 0 ? Math.min(1, 0.4 + 0.2 * age, 1 - 0.05 * (age - 8)) : 1
    columns.cacaoYoung[at] = ofCacao * YOUNG_TREES
    columns.cacaoBearing[at] = ofCacao * (1 - YOUNG_TREES)
    columns.coffeeYoung[at] = ofCoffee * YOUNG_TREES
    columns.coffeeBearing[at] = ofCoffee * (1 - YOUNG_TREES)
    columns.food[at] = (free[k] as number) * (1 - FALLOW[district.belt] * (0.7 + 0.6 * (draws.fallow[k] as number)))
  }
}
