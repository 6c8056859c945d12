import { max, min } from '../../language/prim.ts'
import type { SystemStep } from '../mechanism.ts'

/** Road works, grid and irrigation. */
export const infrastructure: SystemStep = {
  id: 'infrastructure',
  kind: 'step',
  subsystems: ['S21'],
  says: 'Kilometres built shorten the way to market after some years and wear off without upkeep; the grid and irrigation spread with connections paid for.',
  claims: {
    C0267: 'road paving of 65 kilometres',
    C0269: 'irrigation package of 49 works',
    C0270: 'irrigation works in one department',
    C0276: 'residents reached by power schemes',
    C0279: 'people served by electrification scheme',
    C0268: 'roads make legal trade easier',
  },
  ignores: 'Which road, and which works fail. Gains are spread over the districts a lever names.',
  effect: {
    outcome: 'services_access',
    off: 'lowers',
    atLeast: 0.015,
    scenario: 'roads-power-health',
    from: 2026,
    years: [2030, 2032],
  },
  equation: [
    'pipeline → gain with a lag of two years',
    'dG/dt = built · (G_max − G) − wear · G',
    'power += trend + homes / households',
  ],
  reads: [
    'district.baseHours',
    'district.irrigation',
    'district.power',
    'district.roadBuilt',
    'district.roadGain',
    'district.roadPipeline',
    'lever.crop_market',
    'lever.power',
    'lever.roads',
    'sum.households',
    'sum.landHa',
  ],
  writes: ['district.irrigation', 'district.power', 'district.roadBuilt', 'district.roadGain', 'district.roadPipeline'],
  parameters: ['power_coverage_growth', 'road_gain_most', 'road_gain_per_km', 'road_lag_months', 'road_wear'],
  step({ district, lever, p }) {
    let households = 0
    let land = 0
    let places = 0
    for (const d of district) {
      households += d.sum.households * (lever.power.where[d.index] as number)
      land += d.sum.landHa * (lever.crop_market.where[d.index] as number)
      places += (lever.roads.where[d.index] as number) * d.baseHours
    }
    for (const d of district) {
      const share = places > 0 ? ((lever.roads.where[d.index] as number) * d.baseHours) / places : 0
      d.roadPipeline += (lever.roads.km_per_year * share) / 12
      const finished = d.roadPipeline / p.road_lag_months
      d.roadPipeline -= finished
      d.roadBuilt = max(0, finished * p.road_gain_per_km * (p.road_gain_most - d.roadGain))
      d.roadGain = min(p.road_gain_most, max(0, d.roadGain + d.roadBuilt - (p.road_wear / 12) * d.roadGain))
      const homes =
        households > 0 ? (lever.power.homes_per_year * (lever.power.where[d.index] as number)) / households : 0
      d.power = min(0.98, d.power + ((p.power_coverage_growth + homes) * (0.98 - d.power)) / 12)
      const watered =
        land > 0 ? (lever.crop_market.irrigation_per_year * (lever.crop_market.where[d.index] as number)) / land : 0
      d.irrigation = min(0.6, d.irrigation + watered / 12)
    }
  },
}
