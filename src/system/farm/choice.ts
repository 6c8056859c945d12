import { max, quantity } from '../../language/prim.ts'
import { log, logit } from '../../language/std.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const choiceText: SystemMechanism = {
  id: 'choice',
  kind: 'rule',
  when: 'review',
  again: 'reviewNow',
  file: 'src/system/farm/choice.ts',
  rule: 'choice',
  without: 'keepAll',
  subsystems: ['S9', 'S7', 'S8', 'S20', 'S6'],
  says: 'Once a year a household weighs one change: more or less coca, cacao, coffee, food, a contract, sending a member away, leaving. Return, neighbours, attitude, fear, trust and liquidity decide, with chance.',
  claims: {
    C0296: 'coca yields more, sells surely',
    C0534: 'frequent harvests attracted most farmers',
    C0306: 'neglect and coercion breed distrust',
    C0099: 'dollar coca replaced legal crops',
    C0337: 'weak incentives stall voluntary substitution',
    C0290: 'young people leave for cities',
    C0134: 'demand and state absence matter',
  },
  ignores: 'Long plans: a household changes one thing a year. Attitudes do not change.',
  effect: { outcome: 'coca_area', off: 'lowers', atLeast: 0.15, years: [2004, 2006] },
}

/** Ln of the share of a cost that savings could carry, never below ln 0.02. */
const means = (cash: number, cost: number): number => log(cash / (cash + cost + quantity(1, 'PEN')) + 0.02)

/** A logit over nine options; an option that is out of reach loses 30 units of utility. */
export const choice = rule(({ h, d, p, draw }) => {
  const out = 30
  const coca = h.cocaYoung + h.cocaBearing
  const b = p.logit_income_weight
  const worth = b * h.cocaWorth
  const neighbours = p.norm_weight * 2 * (d.prevalence - 0.5)
  const risk = p.threat_weight * (d.threat + h.fear + p.risk_spillover_weight * d.uprootChance * quantity(12, 'month'))
  const stubborn = h.grower === 2 ? 1 : 0
  const moral = h.grower === 1 ? p.moral_cost_responsive : 0
  const bound = h.contract === 2 && d.conditional > 0.5 ? out : 0
  const other =
    p.weight_cacao * d.cacaoReturn +
    p.weight_coffee * d.coffeeReturn +
    (1 - p.weight_cacao - p.weight_coffee) * d.foodReturn
  const step = p.max_land_change_share * h.land

  const keep = 0
  const moreCoca =
    worth * (1 - stubborn * p.stubborn_inelastic) +
    neighbours -
    moral -
    risk * (1 - stubborn * p.stubborn_inelastic) +
    p.announcement_entry_boost * d.anticipation -
    p.planting_reluctance +
    d.mood +
    p.liquidity_weight * means(h.cash, step * p.coca_establishment_cost) +
    log(d.openLand + 0.001) +
    log(p.title_coca_odds) * d.titled +
    log(p.power_access_coca_odds) * d.power -
    (coca >= d.plotLimitHa ? out : 0) -
    bound -
    (h.grower === 0 ? out : 0) -
    p.access_weight * d.security
  const lessCoca =
    -worth * (1 - stubborn * p.stubborn_inelastic) -
    neighbours -
    p.giving_up_reluctance -
    d.mood +
    0.3 * risk * (1 - stubborn) +
    p.unpicked_weight * h.unpicked +
    (coca > d.plotLimitHa ? p.limit_pressure : 0) -
    (coca > quantity(0.01, 'ha') ? 0 : out)
  const free = max(h.land - coca - h.cacaoYoung - h.cacaoBearing - h.coffeeYoung - h.coffeeBearing - h.food, 0)
  const room = log((free + p.clearing_ease * d.openLand * step) / (h.land + quantity(0.01, 'ha')) + 0.02)
  const trees = p.services_weight * d.servicesOpen + p.title_tree_gain * d.titled - p.tree_reluctance + room
  const aided = h.contract === 2 ? d.grantShare : 0
  const wait = (b * 0.5 * p.subjective_discount) / quantity(12, 'month/yr')
  const cacao =
    b * log(d.cacaoReturn / other) -
    wait * p.cacao_months_to_first_harvest +
    trees +
    p.liquidity_weight * means(h.cash, step * p.cacao_establishment_cost * (1 - aided)) -
    out * (1 - d.warm)
  const coffee =
    b * log(d.coffeeReturn / other) -
    wait * p.coffee_months_to_first_harvest +
    trees +
    p.liquidity_weight * means(h.cash, step * p.coffee_establishment_cost) -
    out * (1 - d.cool)
  const food = b * log(d.foodReturn / other) - p.food_reluctance
  const sign =
    p.ad_trust_weight * (d.trust - 0.3) * 3 -
    p.ad_threat_weight * d.threatToLeaders +
    p.bonus_weight * log(1 + d.bonus / quantity(300, 'PEN/month')) +
    p.grant_weight * d.grantShare -
    (d.conditional > 0.5 ? worth + 1 : 0) -
    p.signing_reluctance +
    p.ad_imitation_q * quantity(1, 'yr') * d.enrolled * 4 -
    (h.contract === 0 && draw('offer') < d.offer ? 0 : out)
  const sendAway =
    p.migration_income_elasticity * log(d.outsideWage / (other + quantity(1, 'PEN/day'))) -
    p.sending_reluctance -
    (h.adults > quantity(1.5, 'person') ? 0 : out)
  const leave =
    d.leaveUtility +
    p.migration_income_elasticity *
      log(
        ((h.adults + h.children) * p.poverty_line + quantity(1, 'PEN/month')) /
          max(h.income + quantity(30, 'PEN/month'), quantity(30, 'PEN/month')),
      )
  const chosen = logit([keep, moreCoca, lessCoca, cacao, coffee, food, sign, sendAway, leave], draw('choice'))
  // who was called to think again within the year has made the change of the year; leaving waits for the own review
  const fields = h.farm === 1 && (d.reviewNow > 0 || d.calmMonths === 0)
  h.choice = h.here === 0 ? 0 : fields || chosen >= 7 ? chosen : 0
})

/** Without it every household keeps what it has. */
export const keepAll = rule(({ h }) => {
  h.choice = h.cocaWorth * 0
})
