// The state of districts, zones, modes and the valley in January 2000.
import { max, min, sqrt } from '../language/prim.ts'
import { exp, log } from '../language/std.ts'
import type { Facts } from './facts.ts'
import type { SystemMoment } from './mechanism.ts'

/** Sets every table value that is not zero at the start. */
export function start({ district, zone, mode, valley, p }: SystemMoment, facts: Facts): void {
  const places = facts.valley.districts
  let coca = 0
  let reach = 0
  for (const place of places) {
    coca += place.cocaHa
    reach += place.suitable * sqrt(place.farmlandHa * 1)
  }
  // ---- the valley
  valley.exchangeRate = 5.3
  valley.wageIndex = 0.75
  valley.cacaoWorld = 573
  valley.coffeeWorld = 991
  valley.demandIndex = 1
  valley.borderPrice = p.border_price_start
  valley.leafOutsideUsd = p.leaf_price_outside_2000
  valley.leafUsd = p.leaf_price_outside_2000 * exp(-p.valley_discount)
  valley.clans = p.clans_usual
  valley.markdown = 0.08
  valley.leafPerKg = p.leaf_per_kg_hcl_old
  valley.product = (coca * p.coca_yield_vraem_2001) / 12 / valley.leafPerKg
  valley.processingCapacity = ((coca * p.coca_yield_vraem_2001) / 12) * p.capacity_margin
  valley.armed = p.fighters_2000
  valley.auxiliaries = p.fighters_2000 * p.auxiliaries_per_fighter
  valley.funds = p.fighters_2000 * p.cost_per_fighter
  valley.leadership = 1
  valley.troops = 1500
  valley.intelligence = 0.3
  valley.operationsKnown = 0.1 * valley.troops * p.operations_per_soldier
  const shareOfAir = p.mode_share_air_2013
  const rest = 1 - shareOfAir
  const shares = [shareOfAir, rest * 0.5, rest * 0.2, rest * 0.3]
  for (const m of mode) {
    m.share = shares[m.index] as number
    m.deterred = m.index === 0 ? p.lethal_air_deterrence_max * 0.2 : 0
    m.capacity = (valley.product * m.share * 1.1) / (1 - m.deterred)
    m.flow = valley.product * m.share
    m.effort = 0.3
    m.risk = 0.03
    m.trials = m.flow
    m.losses = 0.02 * m.flow
    m.cost = [p.mode_cost_air, p.mode_cost_land, p.mode_cost_river, p.mode_cost_foot][m.index] as number
    m.cost += m.risk * valley.borderPrice * 0.5
    m.pull = log(m.share) + m.cost / p.mode_choice_scale
    valley.haulUsd += m.share * m.cost
  }
  valley.haulAtStart = valley.haulUsd
  valley.outletOpen = 1 - shareOfAir * p.lethal_air_deterrence_max * 0.2
  valley.outletCapacity = valley.product / valley.outletOpen
  // ---- districts
  const wage = (p.reservation_wage / p.soles_2018) * valley.wageIndex
  const leafSoles = valley.leafUsd * valley.exchangeRate
  for (const d of district) {
    const place = places[d.index] as (typeof places)[number]
    d.areaKm2 = place.areaKm2
    d.suitable = place.suitable
    d.baseHours = place.baseHours
    d.rugged = place.rugged
    d.riverAccess = place.riverAccess
    d.zone = place.devidaZone === undefined ? 0 : 1
    d.indigenous = place.indigenous
    d.poorAtStart = place.poverty.start
    d.warm = place.belt === 'valley' ? 1 : place.belt === 'ceja' ? 0.7 : d.zone === 1 ? 0.6 : 0.05
    d.cool = place.belt === 'valley' ? 0.6 : place.belt === 'ceja' ? 1 : d.zone === 1 ? 0.8 : 0.3
    d.stronghold = facts.incidents[d.index] ?? 0
    d.roadHours = d.baseHours
    d.forestHa = place.forestHa
    d.soilIndex = 0.97
    const part = 0.5 * (place.cocaHa / coca) + (0.5 * place.suitable * sqrt(place.farmlandHa)) / reach
    d.capacityHa = max(p.frontier_capacity_start * part, place.cocaHa * 1.1)
    d.openLand = d.suitable
    d.titled = p.titled_start
    d.intensity = p.intensity_start
    d.weather = 1
    d.leafYield = p.coca_yield_vraem_2001 / 12
    d.leafPrice = leafSoles
    d.leafExpected = leafSoles
    d.cacaoPrice = 2.5
    d.coffeePrice = 3
    d.cacaoExpected = 2.5
    d.coffeeExpected = 3
    d.foodPrice = p.food_price * valley.wageIndex
    d.farmWage = wage
    d.cocaWage = wage * 1.2
    d.labourMet = 1
    d.legalLabourMet = 1
    d.townWork = d.zone === 1 ? p.town_work : min(p.town_work + p.highland_work, 1)
    d.cocaReturn = 2 * wage
    d.cacaoReturn = 0.6 * wage
    d.coffeeReturn = 0.6 * wage
    d.foodReturn = 0.7 * wage
    d.prevalence = min(0.9, place.cocaHa / max(place.farms, 1))
    d.power = max(0.1, min(0.8, 0.2 + 0.8 * (place.hdi - 0.25)))
    d.health = max(0.15, min(0.75, 0.25 + 0.9 * (place.hdi - 0.2)))
    d.school = max(0.45, min(0.9, 0.6 + 0.6 * (place.hdi - 0.2)))
    d.water = max(0.05, min(0.6, 0.1 + 0.8 * (place.hdi - 0.2)))
    d.servicesOpen = 0.9
    d.governance = p.governance_base
    d.trust = p.trust_base
    d.organisation = min(0.9, p.organisation_base + 0.2 * d.stronghold)
    d.control = d.zone === 1 ? 0.2 + 0.5 * d.rugged * d.stronghold : 0.02
    d.plotLimitHa = 99
    d.outsideWage = wage * (1 + p.outside_wage_gap)
    d.leaveUtility = log(p.out_migration_base)
    d.cocaSeen = place.cocaHa
    d.farmsSeen = place.farms
  }
  // ---- other zones
  for (const z of zone) {
    const fact = facts.zones[z.index] as Facts['zones'][number]
    z.areaHa = p.outside_area_start * fact.startShare
    z.capacityHa = p.outside_capacity * (0.5 * fact.startShare + 0.5 / facts.zones.length)
    z.leafYield = p.coca_yield_other_zones * fact.yieldFactor
    z.reach = fact.reach
    z.response = fact.response
    z.leafPrice = p.leaf_price_outside_2000
    z.uprootedHa = 0.3 * z.areaHa * fact.reach
    valley.nationalLeaf += (z.areaHa * z.leafYield) / 12
  }
  valley.nationalLeaf += (coca * p.coca_yield_vraem_2001) / 12
  valley.nationalLeafAtStart = valley.nationalLeaf
}
