import { max, min } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** Armed control against state control, district by district, slowly. */
export const control: SystemStep = {
  id: 'control',
  kind: 'step',
  subsystems: ['S16', 'S1'],
  says: 'The armed group holds rugged ground where the state is thin and grievance is high; it yields to lasting security and to organised communities, over years.',
  claims: {
    C0003: 'armed remnants centred in valley',
    C0112: 'terrain gives armed groups cover',
    C0223: 'bases regulate output and movement',
    C0246: 'remnants contained but not gone',
    C0421: 'coca area under armed influence',
    C0427: 'last refuge of armed remnants',
    C0018: 'alliances keep ground under control',
  },
  ignores: 'Places inside a district, and control that changes with the time of day. Shown for the valley only.',
  effect: { outcome: 'armed_control', off: 'lowers', atLeast: 0.05, years: [2004, 2006] },
  equation: ['dC/dt = a · F · rugged · (½ + G) · (1 − C) − b · (security + organisation) · C'],
  reads: [
    'district.control',
    'district.grievance',
    'district.organisation',
    'district.rugged',
    'district.security',
    'district.stronghold',
    'valley.armed',
    'valley.auxiliaries',
    'valley.leadership',
  ],
  writes: ['district.control'],
  parameters: ['control_drift_group', 'control_drift_state'],
  step({ district, valley, p }) {
    const strength = min(2, (valley.armed + 0.3 * valley.auxiliaries) / 400) * (0.5 + 0.5 * valley.leadership)
    for (const d of district) {
      let near = 0
      for (const n of d.neighbours) near += n.control
      const spread = d.neighbours.length > 0 ? near / d.neighbours.length : 0
      const hold = strength * d.rugged * (0.6 + d.stronghold + 0.6 * spread) * (0.5 + d.grievance)
      const grow = p.control_drift_group * hold * (1 - d.control)
      const yieldTo = p.control_drift_state * (2 * d.security + d.organisation * 0.7) * d.control
      d.control = min(0.98, max(0.001, d.control + grow - yieldTo))
    }
  },
}
