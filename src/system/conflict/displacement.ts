import { max, min } from '../../language/prim.ts'
import { pow } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** How likely violence drives a household out. */
export const displacement: SystemStep = {
  id: 'displacement',
  kind: 'step',
  subsystems: ['S16', 'S6'],
  says: 'Fear of attacks and of armed control drives families out, more where illicit rent is high; organised communities hold out longer.',
  claims: {
    C0215: 'punishing informers spreads lasting fear',
    C0385: 'killings explained as collective punishment',
    C0292: 'conflict displacement slows population growth',
  },
  ignores: 'Where people go and whether they come back.',
  effect: { outcome: 'displaced', off: 'lowers', atLeast: 0.5, scenario: 'balanced', from: 2026, years: [2027, 2031] },
  equation: [
    'fear += (12 · attacks / people + C · s − fear) / 12',
    'chance = a · fear · (rent / rent_0)^φ · (1 − ½ organisation)',
  ],
  reads: [
    'district.attacks',
    'district.control',
    'district.fearOfViolence',
    'district.leafPrice',
    'district.organisation',
    'sum.leafT',
    'sum.persons',
    'valley.deathsCivilians',
  ],
  writes: ['district.fearOfViolence', 'district.flightChance'],
  parameters: ['displacement_base', 'displacement_rent_elasticity', 'leaf_rent_usual'],
  step({ district, valley, p }) {
    let rent = 0
    for (const d of district) rent += d.sum.leafT * 1000 * d.leafPrice
    const rents = pow(max(rent, 1) / p.leaf_rent_usual, p.displacement_rent_elasticity)
    for (const d of district) {
      const exposure = d.sum.persons > 1 ? (1000 * d.attacks) / d.sum.persons : 0
      d.fearOfViolence += (min(2, 20 * exposure) * (0.3 + d.control) - d.fearOfViolence) / 12
      const deadly = 1 + 0.05 * valley.deathsCivilians
      d.flightChance = min(0.2, p.displacement_base * d.fearOfViolence * rents * deadly * (1 - 0.5 * d.organisation))
    }
  },
  without({ district }) {
    for (const d of district) d.flightChance = 0
  },
}
