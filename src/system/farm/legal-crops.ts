import { quantity } from '../../language/prim.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const legalCropsText: SystemMechanism = {
  id: 'legal-crops',
  kind: 'rule',
  when: 'monthly',
  file: 'src/system/farm/legal-crops.ts',
  rule: 'legalCrops',
  without: 'noLegalHarvest',
  subsystems: ['S8', 'S9'],
  says: 'Cacao, coffee and food crops bring less than coca per hectare and need fewer hands; technical help lifts cacao.',
  claims: {
    C0337: 'weak incentives stall voluntary substitution',
    C0302: 'profit gap limits cacao projects',
    C0419: 'better cacao yields in places',
    C0582: 'legal crop trials changed little',
    C0256: 'cacao coffee fruit as substitutes',
  },
  ignores: 'Other trees, timber, animals, and quality premiums beyond the buyer lever.',
  effect: { outcome: 'household_income', off: 'lowers', atLeast: 0.1, years: [2000, 2001] },
}

/** What legal crops bring and the labour they want. */
export const legalCrops = rule(({ h, d, p, o }) => {
  const helped = h.contract === 2 ? 1 : h.contract === 3 ? p.assistance_kept : 0
  const skill = 1 + p.cacao_yield_gain_assistance * helped * d.assistance
  const tended = d.legalLabourMet * h.soil
  const cacao = h.cacaoBearing * d.cacaoYield * tended * skill
  const coffee = h.coffeeBearing * d.coffeeYield * tended
  const food = h.food * d.foodYield * tended
  const year = quantity(12, 'month/yr')
  const inputs = h.cacaoBearing * (p.cacao_input_cost / year) + h.coffeeBearing * (p.coffee_input_cost / year)
  h.legalMoney =
    quantity(1000, 'kg/t') * (cacao * d.cacaoPrice + coffee * d.coffeePrice + food * d.foodPrice) -
    inputs +
    h.farm * h.land * p.animal_income
  h.legalDays =
    h.cacaoBearing * (p.cacao_labour_days / year) +
    h.coffeeBearing * (p.coffee_labour_days / year) +
    h.food * (p.food_labour_days / year)
  const w = h.weight * h.here
  o.cacaoT += w * cacao
  o.coffeeT += w * coffee
  o.foodT += w * food
  o.inputsPen += w * inputs
})

/** Without it legal crops bring nothing and want no labour. */
export const noLegalHarvest = rule(({ h }) => {
  h.legalMoney = 0
  h.legalDays = 0
})
