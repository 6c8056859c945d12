import { max, min } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** Rain of the month, the wet season, and what weather does to yields. */
export const climate: SystemStep = {
  id: 'climate',
  kind: 'step',
  subsystems: ['S2', 'S3'],
  says: 'Half the year is wet. Dry years cut yields a little; very wet years bring disease and slides.',
  claims: {
    C0052: 'wet months from November on',
    C0063: 'wet months exceed 200 mm',
    C0065: 'dry months May to October',
    C0064: 'heavy rain floods and slides',
    C0140: 'alluvium and rain raise density',
  },
  ignores: 'Frost, single storms, and differences within a district.',
  effect: { outcome: 'services_access', off: 'raises', atLeast: 0.02, years: [2001, 2003] },
  equation: ['wet = min(1, season · (½ + ½ rain))', 'weather = 1 − a · max(0, 1 − rain) − b · max(0, rain − 1.1)'],
  reads: ['district.rain', 'world.rain', 'world.season'],
  writes: ['district.rain', 'district.weather', 'district.wet'],
  parameters: ['drought_loss', 'flood_loss'],
  step({ district, world, p }) {
    for (const d of district) {
      d.rain = world.rain[d.index] as number
      d.wet = min(1, world.season * (0.5 + 0.5 * d.rain))
      d.weather = 1 - p.drought_loss * max(0, 1 - d.rain) - p.flood_loss * max(0, d.rain - 1.1)
    }
  },
}
