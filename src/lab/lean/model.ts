// The lean model: mean households of 18 districts and two farm sizes, coca by age, two legal crops, a leaf market with two
// elasticities and a closing discount, one zone outside. A warm start for calibration, and the benchmark the valley has to beat.
import { LEAN_MONTHS, type LeanDrivers } from './drivers.ts'
import { leafMarket } from './market.ts'
import type { LeanValues } from './parameters.ts'

export interface LeanRun {
  /** Hectares in the valley and outside, by month. */
  readonly area: Float64Array
  readonly outside: Float64Array
  /** Leaf in the valley and outside, USD/kg. */
  readonly price: Float64Array
  readonly borderPrice: Float64Array
  /** Leaf of the whole country, t/yr. */
  readonly leaf: Float64Array
  /** Hectares by district, Decembers from 2000. */
  readonly districts: readonly Float64Array[]
}

/** Farm sizes: share of households, land relative to the mean. */
const SIZES = [
  [0.6, 0.5],
  [0.4, 1.75],
] as const
const AREA_2000 = 11475
const OUTSIDE_2000 = 34000
const LIQUIDITY = 0.6

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** Land of one farm size in one district, hectares by use and age. */
interface Land {
  readonly district: number
  readonly households: number
  readonly size: number
  young: number
  rising: number
  mature: number
  old: number
  cacaoYoung: number
  cacao: number
  coffeeYoung: number
  coffee: number
}

const cocaOf = (land: Land): number => land.young + land.rising + land.mature + land.old

function startingLand(p: LeanValues, { districts }: LeanDrivers): Land[] {
  const classes = districts.flatMap(({ households }, district) =>
    SIZES.map(([share, size]) => ({ district, households: households * share, size: p.farm_land * size })),
  )
  const totals = districts.map((_, d) =>
    classes.reduce((sum, one) => sum + (one.district === d ? one.households * one.size : 0), 0),
  )
  return classes.map((one) => {
    const land = one.households * one.size
    const area = (AREA_2000 * (districts[one.district]?.share ?? 0) * land) / (totals[one.district] as number)
    // fields one by one: a spread makes objects that are slow to change
    return {
      district: one.district,
      households: one.households,
      size: one.size,
      young: area * 0.1,
      rising: area * 0.15,
      mature: area * 0.55,
      old: area * 0.2,
      cacao: land * 0.06,
      cacaoYoung: land * 0.02,
      coffee: land * 0.16,
      coffeeYoung: land * 0.02,
    }
  })
}

/** ln returns of a family day in coca, cacao and coffee, relative to a mix of the alternatives; and raw returns of the legal crops. */
function returnsAt(
  t: number,
  p: LeanValues,
  x: LeanDrivers,
  expected: { leaf: number; cacao: number; coffee: number },
  cropYield: number,
) {
  const wage = p.reservation_wage * (x.wages[t] as number)
  const level = x.prices[t] as number
  const least = 0.15 * wage
  const coca = cropYield * 1000 * expected.leaf - p.inputs * level - (p.establishment * level) / 8
  const cacao = Math.max(
    (p.cacao_yield * 1000 * expected.cacao - 900 * level - (14000 * level * 0.8) / 12) / 105,
    least,
  )
  const harvest = (x.coffeeYield[t] as number) ** p.rust_response
  const coffee = Math.max((750 * harvest * expected.coffee - 700 * level - (9000 * level * 0.8) / 12) / 115, least)
  const others = 0.3 * cacao + 0.3 * coffee + 0.4 * 0.6 * wage * 1.2
  const hired = p.hired_share * p.labour_days * wage * 1.6
  const own = Math.max((coca - hired) / ((1 - p.hired_share) * p.labour_days), least)
  return {
    wage,
    coca: Math.log(own / others),
    cacao: Math.log(cacao / others),
    coffee: Math.log(coffee / others),
    // what makes plots of a legal crop be given up
    cacaoLoss: (0.03 / 12) * Math.min(2.5, 1 / Math.max(0.3, cacao / wage)),
    coffeeLoss: (0.03 / 12) * Math.min(2.5, 1 / Math.max(0.3, coffee / wage)),
  }
}

/** Runs January 2000 to December 2024. Deterministic. */
export function runLean(p: LeanValues, x: LeanDrivers): LeanRun {
  const months = () => new Float64Array(LEAN_MONTHS)
  const run = { area: months(), outside: months(), price: months(), borderPrice: months(), leaf: months() }
  const yearEnds: Float64Array[] = []
  const lands = startingLand(p, x)
  const market = leafMarket(p)
  const held = new Float64Array(x.districts.length)
  let outside = OUTSIDE_2000
  let replanting = 0
  let expected = { leaf: 0, cacao: 0, coffee: 0 }
  for (let t = 0; t < LEAN_MONTHS; t++) {
    const rate = x.exchange[t] as number
    held.fill(0)
    let total = 0
    let bearing = 0
    for (const land of lands) {
      const area = cocaOf(land)
      held[land.district] = (held[land.district] as number) + area
      total += area
      bearing += 0.5 * land.rising + land.mature + 0.75 * land.old
    }
    const wage = p.reservation_wage * (x.wages[t] as number)
    const last = t > 0 ? (run.price[t - 1] as number) * rate : 1.2 * rate
    const picked = logistic(Math.log((p.kilos_a_day * last * p.picker_share) / wage) / p.harvest_slope + 1)
    const harvestYield = (p.yield_before + (p.yield_after - p.yield_before) * logistic((t - 84) / 26)) / 0.78
    const elsewhere =
      p.outside_yield_2004 + (p.outside_yield_2014 - p.outside_yield_2004) * Math.min(1, Math.max(0, (t - 48) / 120))
    const legal = x.legalLeaf[t] as number
    const leaf = (bearing * harvestYield * picked) / 12
    const { price, borderPrice } = market(t, leaf, (outside * elsewhere) / 12, legal)
    run.area[t] = total
    run.outside[t] = outside
    run.price[t] = price
    run.borderPrice[t] = borderPrice
    run.leaf[t] = bearing * harvestYield + outside * elsewhere
    const now = {
      leaf: Math.log(price * rate),
      cacao: Math.log((x.cacao[t] as number) * 0.85 * rate),
      coffee: Math.log((x.coffee[t] as number) * 0.85 * rate),
    }
    if (t === 0) expected = market.startOfExpectations(rate, now)
    const follow = (from: number, to: number) => from + p.expectation_gain * (to - from)
    expected = {
      leaf: follow(expected.leaf, now.leaf),
      cacao: follow(expected.cacao, now.cacao),
      coffee: follow(expected.coffee, now.coffee),
    }
    const money = { leaf: Math.exp(expected.leaf), cacao: Math.exp(expected.cacao), coffee: Math.exp(expected.coffee) }
    choose(t, p, x, lands, held, returnsAt(t, p, x, money, harvestYield))
    const removed = x.eradicated[t] as number
    const pull = Math.log(Math.max(0.05, borderPrice / p.outside_threshold))
    outside +=
      ((outside * p.outside_growth) / 12) * pull * (1 - outside / (p.outside_limit * 1000)) -
      removed +
      p.replanted * replanting
    replanting += (removed - replanting) / 9
    outside = Math.max(3000, Math.min(outside, 2e5))
    if (t % 12 === 11) yearEnds.push(held.slice())
  }
  return { ...run, districts: yearEnds }
}

/** A month of ageing, planting and giving up. */
function choose(
  t: number,
  p: LeanValues,
  x: LeanDrivers,
  lands: readonly Land[],
  held: Float64Array,
  back: ReturnType<typeof returnsAt>,
): void {
  const threat = p.threat_weight * (x.threat[t] as number)
  const growth = Math.exp((0.012 * (t - 204)) / 12)
  const b = p.return_weight
  const cacaoPull = Math.exp(Math.max(-30, b * back.cacao - p.legal_cost))
  const coffeePull = Math.exp(Math.max(-30, b * back.coffee - p.legal_cost))
  const renewed = logistic(1.2 + b * back.coca * 0.8)
  const pulls = x.districts.map(({ households, north }, d) => {
    const norm = p.norm_weight * (0.5 - Math.exp(-(held[d] as number) / (households * growth * 0.55)))
    const state = north ? p.state_presence : 0
    return {
      plant: Math.exp(Math.min(20, b * back.coca + norm - p.planting_cost - threat - state)),
      leave: Math.exp(Math.min(20, -b * back.coca - norm - p.leaving_cost + 0.3 * threat + 0.5 * state)),
    }
  })
  for (const land of lands) {
    const { plant, leave } = pulls[land.district] as (typeof pulls)[number]
    const all = 1 + plant + leave + cacaoPull + coffeePull
    const own = land.households * growth * land.size
    const left = ((1 / 12) * leave * p.most_change) / all
    const planted = (((1 / 12) * plant * p.most_change) / all) * own * LIQUIDITY
    const coca = cocaOf(land)
    const toRising = land.young / 10
    const toMature = land.rising / 16
    const toOld = land.mature / 120
    const ending = land.old / 72
    land.young += planted + ending * renewed - toRising - left * land.young
    land.rising += toRising - toMature - left * land.rising
    land.mature += toMature - toOld - left * land.mature
    land.old += toOld - ending - left * land.old * 1.5
    const free =
      Math.max(0, own * 0.8 - land.cacaoYoung - land.cacao - land.coffeeYoung - land.coffee - 0.5 * coca) /
      Math.max(own, 1)
    const room = (((1 / 12) * p.most_change) / all) * own * free * LIQUIDITY
    const cacaoBears = land.cacaoYoung / 36
    const coffeeBears = land.coffeeYoung / 36
    land.cacaoYoung += cacaoPull * room - cacaoBears
    land.cacao += cacaoBears - back.cacaoLoss * land.cacao
    land.coffeeYoung += coffeePull * room - coffeeBears
    land.coffee += coffeeBears - back.coffeeLoss * land.coffee
  }
}
