import type { SystemStep } from '../mechanism.ts'

/** What the levers cost the public purse this month, in soles of 2015. */
export const budget: SystemStep = {
  id: 'budget',
  kind: 'step',
  subsystems: ['S27', 'S17', 'S18', 'S20', 'S21', 'S22'],
  says: 'Every lever costs money, whether it works or not.',
  claims: ['C0483', 'C0266', 'C0283'],
  ignores: 'Debt, and money that leaks on the way. Spending that all scenarios share cancels in comparisons.',
  effect: { outcome: 'public_cost', off: 'lowers', atLeast: 0.5 },
  equation: ['cost = Σ quantity · unit cost'],
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
  writes: ['valley.publicCost'],
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
    const price = lever.legal_purchase.price / p.soles_2024
    const yearly =
      lever.alternative_development.places_per_year * p.ad_overhead_cost +
      lever.land_titles.holdings_per_year * p.title_cost +
      lever.roads.km_per_year * p.road_cost +
      lever.power.homes_per_year * p.power_cost +
      lever.crop_market.irrigation_per_year * p.irrigation_cost +
      (lever.health_and_schools.pen_per_person / p.soles_2024) * persons +
      lever.legal_purchase.tonnes_per_year * 1000 * price * p.purchase_subsidy +
      lever.community_control.coverage * registered * p.register_cost +
      lever.announced_benefits.strength * farms * p.benefit_cost +
      lever.dialogue.effort * talks * p.dialogue_cost +
      lever.self_defence.support * defended * p.self_defence_cost +
      lever.integrity.effort * audited * p.integrity_cost +
      lever.bases_and_patrols.troops *
        p.soldier_cost *
        wage *
        (1 +
          0.5 * lever.bases_and_patrols.operational +
          0.3 * lever.bases_and_patrols.intelligence +
          0.1 * lever.bases_and_patrols.conduct) +
      (lever.air_interdiction.effort * p.air_cost +
        lever.ground_interdiction.effort * p.ground_cost +
        lever.ground_interdiction.inputs * p.input_control_cost) *
        soles
    const market = premium * 12 * lever.crop_market.price_premium * p.premium_cost_share
    const idle = p.idle_crew_cost * Math.max(ordered - removed, 0)
    const crews = (removed + idle) * 12 * p.erad_cost * soles * (1 + lever.forced_eradication.follow_up)
    const outside = valley.uprootedElsewhere * 12 * p.erad_cost * soles
    valley.publicCost =
      (yearly + market + crews + outside) / 12 + grants + transfers + (supported * p.ad_assist_family_cost) / 12
  },
}
