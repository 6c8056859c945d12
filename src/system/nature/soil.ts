import { max, min } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** Soil under crops tires with continuous use and recovers in fallow. */
export const soil: SystemStep = {
  id: 'soil',
  kind: 'step',
  subsystems: ['S3'],
  says: 'Soil under coca declines slowly with use; sources disagree whether it is ruined. Fallow restores it.',
  claims: {
    C0069: 'topsoil under coca stays manageable',
    C0071: 'soils decline after ten years',
    C0538: 'coca said to ruin land',
    C0070: 'young coca leaves soil sound',
    C0297: 'poor soils and rugged terrain',
  },
  ignores: 'Erosion downstream, and inputs that mask the decline for a while.',
  effect: { outcome: 'soil', off: 'raises', atLeast: 0.007, years: [2004, 2006] },
  equation: ['dS/dt = −a · coca share · S + b · fallow share · (1 − S)'],
  reads: ['district.soilIndex', 'sum.cacaoHa', 'sum.cocaHa', 'sum.coffeeHa', 'sum.foodHa', 'sum.landHa'],
  writes: ['district.soilIndex'],
  parameters: ['fallow_recovery', 'soil_yield_loss'],
  step({ district, p }) {
    for (const d of district) {
      const land = max(d.sum.landHa, 1)
      const coca = min(1, d.sum.cocaHa / land)
      const crops = min(1, (d.sum.cocaHa + d.sum.cacaoHa + d.sum.coffeeHa + d.sum.foodHa) / land)
      const wear = (p.soil_yield_loss / 12) * (0.2 + 0.8 * coca) * d.soilIndex
      const rest = (p.fallow_recovery / 12) * (1 - crops) * (1 - d.soilIndex)
      d.soilIndex = max(0.4, d.soilIndex - wear + rest)
    }
  },
}
