import { inverseNormal } from '../engine/draws.ts'
import { clamp, exp } from '../language/std.ts'
import { emptyColumns, type HouseholdColumns } from './columns.ts'
import type { District, Valley } from './district.ts'
import { drawsFor, type HouseholdDraws } from './draws.ts'
import { fillFamilies, fillIncome } from './families.ts'
import { fillCrops, fillLand } from './holdings.ts'

/** Every household of the valley and every slot kept for settlers, district by district: farms, towns, vacant slots. */
export interface Whole {
  readonly columns: HouseholdColumns
  readonly district: Uint16Array
  readonly cohort: Uint8Array
  readonly typeDraw: Float32Array
  readonly holder: Uint8Array
  /** Share of a district's farms that grow coca. */
  readonly holderShare: Float64Array
  /** First household of each district; one more entry at the end. The place of a household is its id. */
  readonly starts: Int32Array
}

/** Spread of what makes households unlike each other, ln units. Judgement. */
const SPREAD = { soil: 0.18, walk: 0.5, frugal: 0.25, farmPay: 0.3, townPay: 0.4 } as const
/** Pay of a town household's work relative to the farm wage. Judgement: minimum wage against a farm day. */
const TOWN_PAY = 1.4
/** Plots that settlers find lie further out. */
const FURTHER = 1.4

/** The full population, each household with weight 1 and without a grower type; pauses after each district. */
export function* wholePopulation(valley: Valley, seed: number): Generator<void, Whole> {
  const starts = new Int32Array(valley.districts.length + 1)
  valley.districts.forEach((one, d) => {
    starts[d + 1] = (starts[d] as number) + one.households + one.vacant
  })
  const count = starts[valley.districts.length] as number
  const columns = emptyColumns(count)
  const district = new Uint16Array(count)
  const cohort = new Uint8Array(count)
  const typeDraw = new Float32Array(count)
  const holder = new Uint8Array(count)
  const holderShare = new Float64Array(valley.districts.length)
  for (const [d, one] of valley.districts.entries()) {
    const first = starts[d] as number
    const slots = one.households + one.vacant
    const draws = drawsFor(first, slots, seed)
    district.fill(d, first, first + slots)
    fillPlace(columns, draws, one, first)
    fillLand(columns, draws, one, first)
    fillCrops(columns, draws, one, first)
    fillFamilies(columns, draws, one, first)
    fillIncome(columns, draws, one, first)
    let growers = 0
    for (let k = 0; k < slots; k++) {
      cohort[first + k] = Math.floor(12 * (draws.cohort[k] as number))
      typeDraw[first + k] = draws.type[k] as number
      const grows = (columns.cocaBearing[first + k] as number) > 0 ? 1 : 0
      holder[first + k] = grows
      growers += grows
    }
    holderShare[d] = growers / Math.max(1, one.farms)
    yield
  }
  return { columns, district, cohort, typeDraw, holder, holderShare, starts }
}

/** Hours of walking to the district market: a third of the district's radius at 4 km per hour, longer on rough ground. */
const walkOf = (district: District): number =>
  clamp(((0.33 * Math.sqrt(district.areaKm2 / Math.PI)) / 4) * (0.7 + 0.6 * district.rugged), 0.3, 4)

/** Weight, presence, soil, distance and tastes. */
function fillPlace(columns: HouseholdColumns, draws: HouseholdDraws, district: District, first: number): void {
  const walk = walkOf(district)
  const lognormal = (u: number, spread: number) => exp(spread * inverseNormal(u))
  for (let k = 0; k < district.households + district.vacant; k++) {
    const at = first + k
    const vacant = k >= district.households
    const town = !vacant && k >= district.farms
    columns.weight[at] = 1
    columns.farm[at] = town ? 0 : 1
    columns.here[at] = vacant ? 0 : 1
    columns.soil[at] = clamp(lognormal(draws.soil[k] as number, SPREAD.soil), 0.6, 1.5)
    columns.walk[at] = town ? 0.2 : walk * (vacant ? FURTHER : 1) * lognormal(draws.walk[k] as number, SPREAD.walk)
    columns.frugal[at] = SPREAD.frugal * inverseNormal(draws.frugal[k] as number)
    const pay = lognormal(draws.townPay[k] as number, town ? SPREAD.townPay : SPREAD.farmPay)
    columns.townPay[at] = town ? TOWN_PAY * pay : pay
    columns.vigour[at] = 1
  }
}
