import { quantity } from '../../language/prim.ts'
import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const comingAndGoingText: SystemMechanism = {
  id: 'coming-and-going',
  kind: 'rule',
  when: 'review',
  file: 'src/system/people/coming-and-going.ts',
  rule: 'comingAndGoing',
  without: 'nobodyMoves',
  subsystems: ['S6', 'S16'],
  says: 'Households leave by choice or flee violence; vacant holdings are taken by settlers, who come for coca.',
  claims: {
    C0093: 'state schemes settled migrant families',
    C0095: 'colonisation sped settlement and crops',
    C0290: 'young people leave for cities',
    C0547: 'seasonal workers on one farm',
    C0292: 'conflict displacement slows population growth',
  },
  ignores:
    'Return of the displaced to the same holding, and sales of land: a holding that was left lies idle until somebody settles, its coca lost and its trees kept.',
  effect: { outcome: 'out_migration', off: 'lowers', atLeast: 0.3, years: [2001, 2003] },
}

/** Moves in the year of the review. */
export const comingAndGoing = rule(({ h, d, p, o, draw }) => {
  const w = h.weight
  const legal = h.cacaoYoung + h.cacaoBearing + h.coffeeYoung + h.coffeeBearing + h.food
  let fled = 0
  if (d.flightChance > 0) fled = h.here === 1 && draw('flight') < d.flightChance ? 1 : 0
  const left = h.here === 1 && fled === 0 && h.choice === 8 ? 1 : 0
  let came = 0
  if (h.here === 0) came = draw('settling') < d.settleChance ? 1 : 0
  // coca goes wild without hands, trees outlive an absence
  if (fled === 1 || left === 1) {
    const persons = h.adults + h.children
    o.leftHouseholds += w
    o.displacedPersons += w * fled * persons
    o.leftPersons += w * left * persons
    o.abandonedHa += w * (h.cocaYoung + h.cocaBearing)
    o.givenUpHa += w * h.uprooted
    o.leftLandHa += w * h.land
    o.leftLegalHa += w * legal
    o.takenAwayPen += w * h.cash
    h.here = 0
    h.cocaYoung = 0
    h.cocaBearing = 0
    h.cocaAge = 0
    h.uprooted = 0
    h.fear = 0
    h.unpicked = 0
    h.contract = 0
    h.contractMonths = 0
    h.cash = 0
    h.income = 0
    h.cocaIncome = 0
    h.goesTo = 0
    h.landless = 0
  }
  // a settler takes a holding as it was left, or clears a small one where nobody farmed before
  if (came === 1) {
    const fresh = h.land < quantity(0.1, 'ha') ? h.farm : 0
    const cleared = fresh * p.new_entrant_land * (1 + draw('newcomer'))
    o.arrivedHouseholds += w
    o.arrivedPersons += w * (p.settler_adults + p.settler_children)
    o.takenLandHa += w * (h.land + cleared)
    o.takenLegalHa += w * legal
    o.broughtPen += w * p.settler_cash
    o.settledHa += w * cleared
    o.newFoodHa += w * cleared * 0.4
    h.here = 1
    h.land += cleared
    h.food += cleared * 0.4
    h.adults = p.settler_adults
    h.children = p.settler_children
    h.cash = p.settler_cash
    h.income = (p.settler_adults + p.settler_children) * p.poverty_line
  }
})

/** Without it nobody leaves and nobody comes. */
export const nobodyMoves = rule(() => {})
