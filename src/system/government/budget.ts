import { max } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** What the levers cost the public purse this month, in soles of 2015. */
export const budget: SystemStep = {
  id: 'budget',
  kind: 'step',
  subsystems: ['S27', 'S17', 'S18', 'S20', 'S21', 'S22'],
  says: 'Every lever costs money, whether it works or not.',
  claims: {
    C0483: 'state spending against drug trade',
    C0266: 'public investment portfolio in dollars',
    C0283: 'jointly funded territorial development project',
  },
  ignores: 'Debt, and money that leaks on the way. Spending that all scenarios share cancels in comparisons.',
  effect: { outcome: 'public_cost', off: 'lowers', atLeast: 0.5, years: [2000, 2001] },
  equation: ['cost of a lever = quantity · unit cost', 'cost = Σ'],
  reads: [
    'district.assistance',
    'district.cacaoPrice',
    'district.coffeePrice',
    'district.uprootPlanHa',
    'lever.air_interdiction',
    'lever.alternative_development',
    'lever.announced_benefits',
    'lever.bases_and_patrols',
    'lever.community_control',
    'lever.crop_market',
    'lever.dialogue',
    'lever.forced_eradication',
    'lever.ground_interdiction',
    'lever.health_and_schools',
    'lever.integrity',
    'lever.land_titles',
    'lever.legal_purchase',
    'lever.power',
    'lever.roads',
    'lever.self_defence',
    'sum.bonusPen',
    'sum.cacaoT',
    'sum.coffeeT',
    'sum.farms',
    'sum.grantPen',
    'sum.persons',
    'sum.supportedFamilies',
    'sum.transferIncomePen',
    'sum.uprootedHa',
    'valley.exchangeRate',
    'valley.uprootedElsewhere',
    'valley.wageIndex',
  ],
  writes: [
    'valley.cost_air_interdiction',
    'valley.cost_alternative_development',
    'valley.cost_announced_benefits',
    'valley.cost_bases_and_patrols',
    'valley.cost_community_control',
    'valley.cost_crop_market',
    'valley.cost_dialogue',
    'valley.cost_forced_eradication',
    'valley.cost_ground_interdiction',
    'valley.cost_health_and_schools',
    'valley.cost_integrity',
    'valley.cost_land_titles',
    'valley.cost_legal_purchase',
    'valley.cost_outside_eradication',
    'valley.cost_power',
    'valley.cost_roads',
    'valley.cost_school_transfers',
    'valley.cost_self_defence',
  ],
  parameters: [
    'ad_assist_family_cost',
    'ad_overhead_cost',
    'air_cost',
    'benefit_cost',
    'dialogue_cost',
    'erad_cost',
    'ground_cost',
    'idle_crew_cost',
    'input_control_cost',
    'integrity_cost',
    'irrigation_cost',
    'power_cost',
    'premium_cost_share',
    'purchase_subsidy',
    'register_cost',
    'road_cost',
    'self_defence_cost',
    'soldier_cost',
    'soles_2024',
    'title_cost',
  ],
  step({ district, valley, lever, p }) {
    const soles = valley.exchangeRate
    const wage = valley.wageIndex
    let removed = 0
    let ordered = 0
    let grants = 0
    let bonuses = 0
    let transfers = 0
    let supported = 0
    let persons = 0
    let premium = 0
    let registered = 0
    let farms = 0
    let talks = 0
    let defended = 0
    let audited = 0
    for (const d of district) {
      const on = (where: Float64Array): number => where[d.index] as number
      removed += d.sum.uprootedHa
      ordered += d.uprootPlanHa
      grants += d.sum.grantPen
      bonuses += d.sum.bonusPen
      transfers += d.sum.transferIncomePen
      supported += d.sum.supportedFamilies * d.assistance
      persons += d.sum.persons * on(lever.health_and_schools.where)
      premium += (d.sum.cacaoT * d.cacaoPrice + d.sum.coffeeT * d.coffeePrice) * 1000 * on(lever.crop_market.where)
      registered += d.sum.farms * on(lever.community_control.where)
      farms += d.sum.farms * on(lever.announced_benefits.where)
      talks += d.sum.farms * on(lever.dialogue.where)
      defended += d.sum.farms * on(lever.self_defence.where)
      audited += on(lever.integrity.where)
    }
    const year = 12
    const price = lever.legal_purchase.price / p.soles_2024
    const idle = p.idle_crew_cost * max(ordered - removed, 0)
    const watch = lever.bases_and_patrols
    const soldier =
      p.soldier_cost * wage * (1 + 0.5 * watch.operational + 0.3 * watch.intelligence + 0.1 * watch.conduct)
    const aMonth = (penPerYear: number): number => penPerYear / year
    valley.cost_alternative_development = aMonth(
      lever.alternative_development.places_per_year * p.ad_overhead_cost +
        (grants + bonuses) * year +
        supported * p.ad_assist_family_cost,
    )
    valley.cost_crop_market = aMonth(
      lever.crop_market.irrigation_per_year * p.irrigation_cost +
        premium * year * lever.crop_market.price_premium * p.premium_cost_share,
    )
    valley.cost_legal_purchase = aMonth(lever.legal_purchase.tonnes_per_year * 1000 * price * p.purchase_subsidy)
    valley.cost_forced_eradication = aMonth(
      (removed + idle) * year * p.erad_cost * soles * (1 + lever.forced_eradication.follow_up),
    )
    valley.cost_outside_eradication = aMonth(valley.uprootedElsewhere * year * p.erad_cost * soles)
    valley.cost_air_interdiction = aMonth(lever.air_interdiction.effort * p.air_cost * soles)
    valley.cost_ground_interdiction = aMonth(
      (lever.ground_interdiction.effort * p.ground_cost + lever.ground_interdiction.inputs * p.input_control_cost) *
        soles,
    )
    valley.cost_bases_and_patrols = aMonth(watch.troops * soldier)
    valley.cost_school_transfers = aMonth((transfers - bonuses) * year)
    valley.cost_roads = aMonth(lever.roads.km_per_year * p.road_cost)
    valley.cost_power = aMonth(lever.power.homes_per_year * p.power_cost)
    valley.cost_health_and_schools = aMonth((lever.health_and_schools.pen_per_person / p.soles_2024) * persons)
    valley.cost_integrity = aMonth(lever.integrity.effort * audited * p.integrity_cost)
    valley.cost_community_control = aMonth(lever.community_control.coverage * registered * p.register_cost)
    valley.cost_announced_benefits = aMonth(lever.announced_benefits.strength * farms * p.benefit_cost)
    valley.cost_dialogue = aMonth(lever.dialogue.effort * talks * p.dialogue_cost)
    valley.cost_self_defence = aMonth(lever.self_defence.support * defended * p.self_defence_cost)
    valley.cost_land_titles = aMonth(lever.land_titles.holdings_per_year * p.title_cost)
  },
}
