import { max, min, quantity } from '../../language/prim.ts'
import { clamp, logistic } from '../../language/std.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const ageingText: SystemMechanism = {
  id: 'ageing',
  kind: 'rule',
  when: 'review',
  file: 'src/system/farm/ageing.ts',
  rule: 'ageing',
  without: 'ageless',
  subsystems: ['S7', 'S8'],
  says: 'A stand has good and bad years. Coca yields rise for two years, hold, then fall; worn-out stands are renewed while coca pays and given up otherwise. Cacao and coffee take three years to bear.',
  claims: {
    C0335: 'months from planting to harvest',
    C0071: 'soils decline after ten years',
    C0353: 'substitution of 2014 mostly unimplemented',
    C0070: 'young coca leaves soil sound',
  },
  ignores: 'The age of each plant: a stand has one mean age. Stumping is part of the plateau.',
  effect: { outcome: 'leaf_output', off: 'raises', atLeast: 0.03, from: 2008, years: [2010, 2012] },
}

/** A year of growth and wear. */
export const ageing = rule(({ h, d, p, o, draw }) => {
  const year = quantity(1, 'yr')
  const standing = max(h.cocaYoung + h.cocaBearing, quantity(0.0001, 'ha'))
  const renewedByYoung = h.cocaYoung / standing
  h.cocaAge = (h.cocaAge + year) * (1 - renewedByYoung)
  const full = p.coca_months_to_full_yield / quantity(12, 'month/yr')
  const rising = clamp(p.first_yield_share + ((1 - p.first_yield_share) * h.cocaAge) / full, 0, 1)
  const falling = max(1 - p.coca_yield_decline_rate * max(h.cocaAge - p.coca_plateau_end_age, 0), 0.2)
  const luck = 1 + p.harvest_spread * (draw('weather') - 0.5)
  h.vigour = min(rising, falling) * luck
  // worn-out stands
  const worn =
    h.cocaBearing *
    clamp((h.cocaAge - p.coca_plateau_end_age) / (p.coca_max_life - p.coca_plateau_end_age), 0, 1) *
    p.worn_stand_loss *
    year
  const renewed = worn * logistic(1.2 + p.logit_income_weight * h.cocaWorth)
  h.cocaBearing -= worn
  h.cocaYoung += renewed
  // trees
  const cacaoMature = h.cacaoYoung * min(quantity(12, 'month') / p.cacao_months_to_first_harvest, 1)
  const coffeeMature = h.coffeeYoung * min(quantity(12, 'month') / p.coffee_months_to_first_harvest, 1)
  const cacaoLost = h.cacaoBearing * p.tree_loss * year * clamp((0.3 * d.farmWage) / d.cacaoReturn, 0.4, 1.2)
  const coffeeLost = h.coffeeBearing * p.tree_loss * year * clamp((0.3 * d.farmWage) / d.coffeeReturn, 0.4, 1.2)
  h.cacaoYoung -= cacaoMature
  h.cacaoBearing += cacaoMature - cacaoLost
  h.coffeeYoung -= coffeeMature
  h.coffeeBearing += coffeeMature - coffeeLost
  const w = h.weight * h.here
  o.droppedHa += w * (worn - renewed)
  o.lostLegalHa += w * (cacaoLost + coffeeLost)
})

/** Without it stands neither age nor mature. */
export const ageless = rule(() => {})
