import { max, min } from '../../language/prim.ts'
import { log } from '../../language/std.ts'
import type { SystemStep } from '../mechanism.ts'

/** Where in the valley families would rather live, next door. */
export const movingPull: SystemStep = {
  id: 'moving-pull',
  kind: 'step',
  subsystems: ['S6', 'S5'],
  says: 'If families move within the valley at all, they go next door, where land is open, a day on coca brings more and violence is less; the families of a district who decide in one month go the same way.',
  claims: {
    C0095: 'colonisation sped settlement and crops',
    C0292: 'conflict displacement slows population growth',
    C0410: 'planting moves to remoter forest',
  },
  ignores:
    'Relatives, schools and moves across several districts. No source counts such moves: they are off unless asked for.',
  effect: {
    outcome: 'legal_crop_area/coffee',
    off: 'raises',
    atLeast: 0.01,
    switches: { moves_within: 'open-land' },
    years: [2015, 2019],
  },
  equation: [
    'pull_j = open land_j · max(0, ln(R_j / R) + fear − fear_j)',
    'destination = j with chance pull_j / Σ pull, j over the neighbours',
    'chance = rate · min(1, 5 · Σ pull)',
  ],
  reads: ['district.cocaReturn', 'district.fearOfViolence', 'district.openLand'],
  writes: ['district.destination', 'district.moveChance'],
  parameters: ['move_within_rate'],
  step({ district, p, uniform }) {
    for (const d of district) {
      d.moveChance = 0
      d.destination = 0
      if (p.switch_moves_within === 0) continue
      let all = 0
      const limit = uniform('destination', d.index)
      const pull = d.neighbours.map((n) => {
        const better = log(max(n.cocaReturn, 0.1) / max(d.cocaReturn, 0.1)) + d.fearOfViolence - n.fearOfViolence
        all += n.openLand * max(0, better)
        return all
      })
      const chosen = pull.findIndex((sum) => sum > limit * all)
      if (all > 0 && chosen >= 0) d.destination = 1 + (d.neighbours[chosen]?.index ?? -1)
      d.moveChance = p.move_within_rate * min(1, 5 * all)
    }
  },
  without({ district }) {
    for (const d of district) {
      d.moveChance = 0
      d.destination = 0
    }
  },
}
