import { max, min, quantity } from '../../language/prim.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const landUseText: SystemMechanism = {
  id: 'land-use',
  kind: 'rule',
  when: 'review',
  again: 'reviewNow',
  file: 'src/system/farm/land-use.ts',
  rule: 'landUse',
  without: 'landAsItIs',
  subsystems: ['S5', 'S7', 'S8', 'S4'],
  says: 'A change takes at most a step of the holding. What does not fit on idle land is cleared, as far as land is within reach.',
  claims: {
    C0095: 'colonisation sped settlement and crops',
    C0096: 'reform split holdings, moved people',
    C0106: 'short cycle cropping clears forest',
    C0410: 'planting moves to remoter forest',
    C0155: 'plots of one two hectares',
  },
  ignores: 'Renting, sharecropping and land sales.',
  effect: { outcome: 'coca_area', off: 'lowers', atLeast: 0.15, years: [2004, 2006] },
}

/** Land after the choice of the year. */
export const landUse = rule(({ h, d, p, o }) => {
  const step = p.max_land_change_share * h.land
  const coca = h.cocaYoung + h.cocaBearing
  const crops = coca + h.cacaoYoung + h.cacaoBearing + h.coffeeYoung + h.coffeeBearing + h.food
  const idle = max(h.land - crops, 0)
  const toCoca = h.choice === 1 ? min(step, max(d.plotLimitHa - coca, 0)) * d.openLand : 0
  const fromCoca = h.choice === 2 ? min(max(step, 0.3 * coca), coca) : 0
  const wanted = h.choice === 3 ? step : h.choice === 4 ? step : 0
  const cleared = max(toCoca + wanted - idle, 0)
  const reach = min(cleared, step * d.openLand * p.clearing_ease)
  const toTrees = wanted > 0 ? wanted - (cleared - reach) : 0
  const planted = toCoca > 0 ? toCoca - max(cleared - toCoca, 0) : 0
  const clearedCoca = toCoca > 0 ? min(cleared, planted) : 0
  const clearedTrees = wanted > 0 ? reach : 0
  const left = 1 - fromCoca / max(coca, quantity(0.0001, 'ha'))
  h.cocaYoung = h.cocaYoung * left + planted
  h.cocaBearing = h.cocaBearing * left
  h.cacaoYoung += h.choice === 3 ? toTrees : 0
  h.coffeeYoung += h.choice === 4 ? toTrees : 0
  const newFood = h.choice === 5 ? min(step, idle) : 0
  const oldFood = h.choice === 5 ? 0 : h.food * (1 - p.food_kept)
  h.food += newFood - oldFood
  h.land += clearedCoca + clearedTrees
  const aided = h.contract === 2 ? d.grantShare : 0
  const trees =
    h.choice === 3 ? toTrees * p.cacao_establishment_cost : h.choice === 4 ? toTrees * p.coffee_establishment_cost : 0
  const cost = planted * p.coca_establishment_cost + trees * (1 - aided)
  const paid = min(cost, h.cash)
  h.cash -= paid
  const signs = h.choice === 6 ? 1 : 0
  h.contract = signs === 1 ? 1 : h.contract
  h.contractMonths = signs === 1 ? 0 : h.contractMonths
  const w = h.weight * h.here
  o.plantedHa += w * planted
  o.plantedFrontierHa += w * clearedCoca
  o.droppedHa += w * fromCoca
  o.newLegalHa += w * toTrees
  o.clearedLegalHa += w * clearedTrees
  o.newFoodHa += w * newFood
  o.lostLegalHa += w * oldFood
  o.establishCashPen += w * paid
  o.grantPen += w * trees * aided
  o.signed += w * signs
})

/** Without it no choice changes the land. */
export const landAsItIs = rule(({ h }) => {
  h.land = h.land + h.choice * quantity(0, 'ha')
})
