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
  const arrived = h.here === 1 && h.landless === 1 && h.goesTo === 0 ? 1 : 0
  let goes = 0
  if (d.destination > 0)
    goes = h.here === 1 && h.farm === 1 && h.landless === 0 && draw('within') < d.moveChance ? 1 : 0
  if (goes === 1) {
    o.movedPersons += w * (h.adults + h.children)
    o.abandonedHa += w * (h.cocaYoung + h.cocaBearing)
    o.givenUpHa += w * h.uprooted
    o.leftLandHa += w * h.land
    o.leftLegalHa += w * (h.cacaoYoung + h.cacaoBearing + h.coffeeYoung + h.coffeeBearing + h.food)
    h.land = 0
    h.food = 0
    h.cocaYoung = 0
    h.cocaBearing = 0
    h.cocaAge = 0
    h.cacaoYoung = 0
    h.cacaoBearing = 0
    h.coffeeYoung = 0
    h.coffeeBearing = 0
    h.uprooted = 0
    h.contract = 0
    h.contractMonths = 0
    h.goesTo = d.destination
    h.landless = 1
  }
  if (arrived === 1) {
    o.takenLandHa += w * p.new_entrant_land
    o.settledHa += w * p.new_entrant_land
    o.newFoodHa += w * p.new_entrant_land * 0.4
    h.land += p.new_entrant_land
    h.food += p.new_entrant_land * 0.4
    h.landless = 0
  }
})

/** Without it nobody goes next door. */
export const nobodyGoesNextDoor = rule(() => {})
