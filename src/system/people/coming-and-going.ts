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
  claims: ['C0093', 'C0095', 'C0290', 'C0292', 'C0547'],
  ignores:
    'Return of the displaced to the same holding, and who buys the land of those who leave: it lies idle until somebody settles.',
  effect: { outcome: 'out_migration', off: 'lowers', atLeast: 0.1 },
}

/** Moves in the year of the review. */
export const comingAndGoing = rule(({ h, d, p, o, draw }) => {
  const persons = h.adults + h.children
  const fled = h.here === 1 && draw('flight') < d.flightChance ? 1 : 0
  const left = h.here === 1 && fled === 0 && h.choice === 8 ? 1 : 0
  const came = h.here === 0 && h.farm === 1 && draw('settling') < d.settleChance ? 1 : 0
  const gone = fled + left
  const w = h.weight
  o.displacedPersons += w * fled * persons
  o.leftPersons += w * left * persons
  o.abandonedHa += w * gone * (h.cocaYoung + h.cocaBearing)
  h.here = gone > 0 ? 0 : came > 0 ? 1 : h.here
  // the holding of those who left falls idle; a settler begins with a small one
  const stays = 1 - gone
  h.cocaYoung = h.cocaYoung * stays
  h.cocaBearing = h.cocaBearing * stays
  h.cacaoYoung = h.cacaoYoung * stays
  h.cacaoBearing = h.cacaoBearing * stays
  h.coffeeYoung = h.coffeeYoung * stays
  h.coffeeBearing = h.coffeeBearing * stays
  h.uprooted = h.uprooted * stays
  h.fear = h.fear * stays
  h.contract = h.contract * stays
  const newLand = p.new_entrant_land * (1 + draw('newcomer'))
  h.land = came === 1 ? newLand : h.land
  h.food = came === 1 ? newLand * 0.4 : h.food * stays
  h.adults = came === 1 ? p.settler_adults : h.adults
  h.children = came === 1 ? p.settler_children : h.children
  h.cash = came === 1 ? p.settler_cash : h.cash * stays
  h.income = came === 1 ? (p.settler_adults + p.settler_children) * p.poverty_line : h.income * stays
  h.cocaIncome = h.cocaIncome * stays
  o.arrivedPersons += w * came * (p.settler_adults + p.settler_children)
  o.settledHa += w * came * newLand
  h.unpicked = h.unpicked * stays + came * 0
  h.contractMonths = h.contractMonths * stays
  h.cocaAge = h.cocaAge * stays + came * quantity(0, 'yr')
})

/** Without it nobody leaves and nobody comes. */
export const nobodyMoves = rule(() => {})
