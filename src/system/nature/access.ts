import { min } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** Hours to the market: terrain, road works, rain, blockades. */
export const access: SystemStep = {
  id: 'access',
  kind: 'step',
  subsystems: ['S1', 'S2', 'S21'],
  says: 'Terrain sets the distance, road works shorten it, rain and blockades cut it off; a navigable river softens all three.',
  claims: {
    C0034: 'terrain and roads isolate settlements',
    C0056: 'steep relief restricts all access',
    C0509: 'rain and rockfall cut roads',
    C0523: 'more than twenty hours driving',
    C0064: 'heavy rain floods and slides',
  },
  ignores: 'Which road or river: one number for a district.',
  effect: { outcome: 'services_access', off: 'raises', atLeast: 0.02, years: [2001, 2003] },
  equation: ['hours = base · (1 − gain) · (1 + a · wet · rugged · (1 − ½ river)) · (1 + b · protest)'],
  reads: [
    'district.baseHours',
    'district.protest',
    'district.riverAccess',
    'district.roadGain',
    'district.rugged',
    'district.wet',
  ],
  writes: ['district.roadHours'],
  parameters: ['blockade_delay', 'wet_delay'],
  step({ district, p }) {
    for (const d of district) {
      const rain = 1 + p.wet_delay * d.wet * d.rugged * (1 - 0.5 * d.riverAccess)
      const blockade = 1 + p.blockade_delay * min(1, d.protest * 5)
      d.roadHours = d.baseHours * (1 - d.roadGain) * rain * blockade
    }
  },
}
