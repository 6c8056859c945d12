import { min } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** Forest cleared for coca, for other crops, along roads and by settlers. */
export const forest: SystemStep = {
  id: 'forest',
  kind: 'step',
  subsystems: ['S4'],
  says: 'Most clearing is for food, trees and pasture by settlers along roads; coca takes a small part itself, how much more it drags along is disputed.',
  claims: {
    C0104: 'forest lost until early 2000s',
    C0105: 'yearly clearing rate in 2001',
    C0106: 'short cycle cropping clears forest',
    C0410: 'planting moves to remoter forest',
    C0079: 'weak local coca forest link',
  },
  ignores: 'Logging, regrowth, and species. Protected land only slows clearing.',
  effect: { outcome: 'forest_loss', off: 'lowers', atLeast: 0.5, years: [2000, 2001] },
  equation: [
    'loss = f_c · new coca on forest + f_l · new crops on forest + f_r · road gain + f_p · farms + settlers · land',
    'f_c is 0.2–0.5 or 2–3, a switch',
  ],
  reads: [
    'district.areaKm2',
    'district.forestHa',
    'district.forestLossHa',
    'district.roadBuilt',
    'sum.clearedLegalHa',
    'sum.farms',
    'sum.plantedFrontierHa',
    'sum.settledHa',
  ],
  writes: ['district.forestHa', 'district.forestLossHa'],
  parameters: ['forest_per_coca_ha', 'forest_per_farm', 'forest_per_legal_ha', 'road_forest_loss'],
  step({ district, p }) {
    const perCoca = p.switch_forest_cost === 1 ? 2 + 0.33 * p.forest_per_coca_ha : 0.2 + 0.1 * p.forest_per_coca_ha
    for (const d of district) {
      const farming = (d.sum.farms * p.forest_per_farm) / 12
      const roads = (d.roadBuilt * d.areaKm2 * (p.road_forest_loss / 400) * 100) / 120
      const loss =
        perCoca * d.sum.plantedFrontierHa +
        p.forest_per_legal_ha * d.sum.clearedLegalHa +
        farming +
        roads +
        d.sum.settledHa
      d.forestLossHa = min(loss * (d.forestHa / (d.forestHa + 2000)), d.forestHa)
      d.forestHa -= d.forestLossHa
    }
  },
  without({ district }) {
    for (const d of district) d.forestLossHa = 0
  },
}
