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
  const persons = h.adults + h.children
  const fled = h.here === 1 && draw('flight') < d.flightChance ? 1 : 0
  const left = h.here === 1 && fled === 0 && h.choice === 8 ? 1 : 0
  const came = h.here === 0 && draw('settling') < d.settleChance ? 1 : 0
  const gone = fled + left
  const stays = 1 - gone
  const legal = h.cacaoYoung + h.cacaoBearing + h.coffeeYoung + h.coffeeBearing + h.food
  const w = h.weight
  // a settler takes a holding as it was left, or clears a small one where nobody farmed before
  const fresh = came === 1 && h.land < quantity(0.1, 'ha') ? h.farm : 0
  const cleared = fresh * p.new_entrant_land * (1 + draw('newcomer'))
  o.leftHouseholds += w * gone
  o.arrivedHouseholds += w * came
  o.displacedPersons += w * fled * persons
  o.leftPersons += w * left * persons
  o.arrivedPersons += w * came * (p.settler_adults + p.settler_children)
  o.abandonedHa += w * gone * (h.cocaYoung + h.cocaBearing)
  o.givenUpHa += w * gone * h.uprooted
  o.leftLandHa += w * gone * h.land
  o.leftLegalHa += w * gone * legal
  o.takenLandHa += w * came * (h.land + cleared)
  o.takenLegalHa += w * came * legal
  o.takenAwayPen += w * gone * h.cash
  o.broughtPen += w * came * p.settler_cash
  o.settledHa += w * cleared
  o.newFoodHa += w * cleared * 0.4
  h.here = gone > 0 ? 0 : came > 0 ? 1 : h.here
  h.land += cleared
  h.food += cleared * 0.4
  // coca goes wild without hands, trees outlive an absence
  h.cocaYoung = h.cocaYoung * stays
  h.cocaBearing = h.cocaBearing * stays
  h.cocaAge = h.cocaAge * stays
  h.uprooted = h.uprooted * stays
  h.fear = h.fear * stays
  h.unpicked = h.unpicked * stays
  h.contract = h.contract * stays
  h.contractMonths = h.contractMonths * stays
  h.adults = came === 1 ? p.settler_adults : h.adults
  h.children = came === 1 ? p.settler_children : h.children
  h.cash = came === 1 ? p.settler_cash : h.cash * stays
  h.income = came === 1 ? (p.settler_adults + p.settler_children) * p.poverty_line : h.income * stays
  h.cocaIncome = h.cocaIncome * stays
})

/** Without it nobody leaves and nobody comes. */
export const nobodyMoves = rule(() => {})
