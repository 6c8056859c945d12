import { max, min } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** Secure titles. */
export const tenure: SystemStep = {
  id: 'tenure',
  kind: 'step',
  subsystems: ['S5'],
  says: 'Titles come slowly and armed control undermines them; where they hold, families plant trees and fewer plant coca.',
  claims: {
    C0096: 'reform split holdings, moved people',
    C0323: 'armed presence weakens property rights',
    C0299: 'illegality deters investment, poverty persists',
  },
  ignores: 'Communal land and overlapping claims.',
  effect: {
    outcome: 'coca_area',
    off: 'raises',
    atLeast: 0.01,
    scenario: 'community-control',
    from: 2026,
    years: [2030, 2032],
  },
  equation: ['dT/dt = trend + titled / farms − a · control · T'],
  reads: ['district.control', 'district.titled', 'lever.land_titles', 'sum.farms'],
  writes: ['district.titled'],
  parameters: ['title_erosion', 'title_trend'],
  step({ district, lever, p }) {
    let farms = 0
    for (const d of district) farms += d.sum.farms * (lever.land_titles.where[d.index] as number)
    for (const d of district) {
      const programme =
        (lever.land_titles.holdings_per_year * (lever.land_titles.where[d.index] as number)) / max(farms, 1)
      d.titled += ((p.title_trend + programme) * (1 - d.titled) - p.title_erosion * d.control * d.titled) / 12
      d.titled = min(0.98, max(0, d.titled))
    }
  },
}
