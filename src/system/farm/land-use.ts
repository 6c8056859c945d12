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
  const w = h.weight * h.here
  const step = p.max_land_change_share * h.land
  const coca = h.cocaYoung + h.cocaBearing
  const crops = coca + h.cacaoYoung + h.cacaoBearing + h.coffeeYoung + h.coffeeBearing + h.food
  const idle = max(h.land - crops, 0)
  if (h.choice === 1) {
    const planted = min(step, max(d.plotLimitHa - coca, 0)) * d.openLand
    const cleared = max(planted - idle, 0)
    const paid = min(planted * p.coca_establishment_cost, h.cash)
    h.cocaYoung += planted
    h.land += cleared
    h.cash -= paid
    o.plantedHa += w * planted
    o.plantedFrontierHa += w * cleared
    o.establishCashPen += w * paid
  }
  if (h.choice === 2) {
    const dropped = min(max(step, 0.3 * coca), coca)
    const left = 1 - dropped / max(coca, quantity(0.0001, 'ha'))
    h.cocaYoung = h.cocaYoung * left
    h.cocaBearing = h.cocaBearing * left
    o.droppedHa += w * dropped
  }
  if (h.choice === 3 || h.choice === 4) {
    const missing = max(step - idle, 0)
    const cleared = min(missing, step * d.openLand * p.clearing_ease)
    const planted = step - (missing - cleared)
    const cost = planted * (h.choice === 3 ? p.cacao_establishment_cost : p.coffee_establishment_cost)
    const aided = h.contract === 2 ? d.grantShare : 0
    const paid = min(cost * (1 - aided), h.cash)
    h.cacaoYoung += h.choice === 3 ? planted : 0
    h.coffeeYoung += h.choice === 4 ? planted : 0
    h.land += cleared
    h.cash -= paid
    o.newLegalHa += w * planted
    o.clearedLegalHa += w * cleared
    o.establishCashPen += w * paid
    o.grantPen += w * cost * aided
  }
  const newFood = h.choice === 5 ? min(step, idle) : 0
  const oldFood = h.choice === 5 ? 0 : h.food * (1 - p.food_kept)
  h.food += newFood - oldFood
  o.newFoodHa += w * newFood
  o.lostLegalHa += w * oldFood
  if (h.choice === 6) {
    h.contract = 1
    h.contractMonths = 0
    o.signed += w
  }
})

/** Without it no choice changes the land. */
export const landAsItIs = rule(({ h }) => {
  h.land = h.land + h.choice * quantity(0, 'ha')
})
