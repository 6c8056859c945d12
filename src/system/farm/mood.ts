import { sqrt } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** Common drift of planting that no mechanism here explains. */
export const mood: SystemStep = {
  id: 'mood',
  kind: 'step',
  subsystems: ['S7'],
  says: 'Area growth wanders by some five per cent a year for reasons that the records do not show. Leaving that out would make every band too narrow.',
  claims: 'judgement',
  ignores: 'Causes. It is noise with memory, kept small, and it is the same for all districts.',
  effect: { outcome: 'coca_area', off: 'shifts', atLeast: 0.02, years: [2002, 2009] },
  equation: ['m += sd · √(2 / τ) · N(0, 1) − m / τ'],
  reads: ['valley.mood', 'world.moodShock'],
  writes: ['valley.mood'],
  parameters: ['area_drift', 'area_growth_noise', 'mood_memory_months'],
  step({ valley, world, p }) {
    const months = p.mood_memory_months
    valley.mood +=
      p.area_growth_noise * sqrt(2 / months) * world.moodShock - valley.mood / months + p.area_drift / months
  },
}
