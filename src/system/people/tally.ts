import { quantity } from '../../language/prim.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const tallyText: SystemMechanism = {
  id: 'tally',
  kind: 'rule',
  bookkeeping: true,
  when: 'monthly',
  file: 'src/system/people/tally.ts',
  rule: 'tally',
  without: 'tally',
  subsystems: [],
  says: 'Stocks of the month by district, added up.',
  claims: 'judgement',
  ignores: 'Nothing: it only counts.',
  effect: { outcome: 'population', off: 'lowers', atLeast: 0 },
}

/** Sums of stocks by district, before this month's reviews. */
export const tally = rule(({ h, o }) => {
  const w = h.weight * h.here
  const coca = h.cocaYoung + h.cocaBearing
  o.households += w
  o.farms += w * h.farm
  o.persons += w * (h.adults + h.children)
  o.cocaHa += w * coca
  o.cocaFarms += w * (coca > quantity(0.05, 'ha') ? 1 : 0)
  o.cacaoHa += w * (h.cacaoYoung + h.cacaoBearing)
  o.coffeeHa += w * (h.coffeeYoung + h.coffeeBearing)
  o.foodHa += w * h.food
  o.landHa += w * h.land
})
