import type { SystemMechanism } from '../mechanism.ts'
import { rule } from '../rule.ts'

export const movingText: SystemMechanism = {
  id: 'moving',
  kind: 'rule',
  when: 'review',
  file: 'src/system/people/moving.ts',
  rule: 'moving',
  without: 'nobodyGoesNextDoor',
  subsystems: ['S6', 'S5'],
  says: 'A family that moves within the valley gives up its holding, lives on wages until the new year, and clears a small holding where it comes to live.',
  claims: {
    C0095: 'colonisation sped settlement and crops',
    C0093: 'state schemes settled migrant families',
  },
  ignores: 'Land sales: what is left lies fallow. Contracts end, and trees are lost to the family.',
  effect: {
    outcome: 'legal_crop_area/coffee',
    off: 'raises',
    atLeast: 0.01,
    switches: { moves_within: 'open-land' },
    years: [2015, 2019],
  },
}

/** Giving up the old holding, and taking a new one. */
export const moving = rule(({ h, d, p, o, draw }) => {
  const w = h.weight * h.here
  const arrived = h.landless === 1 && h.goesTo === 0 ? h.here : 0
  const goes =
    h.here === 1 && h.farm === 1 && h.landless === 0 && d.destination > 0 && draw('within') < d.moveChance ? 1 : 0
  const stays = 1 - goes
  const cleared = arrived * p.new_entrant_land
  o.movedPersons += w * goes * (h.adults + h.children)
  o.abandonedHa += w * goes * (h.cocaYoung + h.cocaBearing)
  o.givenUpHa += w * goes * h.uprooted
  o.leftLandHa += w * goes * h.land
  o.leftLegalHa += w * goes * (h.cacaoYoung + h.cacaoBearing + h.coffeeYoung + h.coffeeBearing + h.food)
  o.takenLandHa += w * cleared
  o.settledHa += w * cleared
  o.newFoodHa += w * cleared * 0.4
  h.land = h.land * stays + cleared
  h.food = h.food * stays + cleared * 0.4
  h.cocaYoung = h.cocaYoung * stays
  h.cocaBearing = h.cocaBearing * stays
  h.cocaAge = h.cocaAge * stays
  h.cacaoYoung = h.cacaoYoung * stays
  h.cacaoBearing = h.cacaoBearing * stays
  h.coffeeYoung = h.coffeeYoung * stays
  h.coffeeBearing = h.coffeeBearing * stays
  h.uprooted = h.uprooted * stays
  h.contract = h.contract * stays
  h.contractMonths = h.contractMonths * stays
  h.goesTo = goes === 1 ? d.destination : h.here === 1 ? h.goesTo : 0
  h.landless = goes === 1 ? 1 : arrived > 0 ? 0 : h.here === 1 ? h.landless : 0
})

/** Without it nobody goes next door. */
export const nobodyGoesNextDoor = rule(() => {})
