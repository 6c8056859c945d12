import type { SystemStep } from '../mechanism.ts'

/** What a hectare of coca in full yield gives this month. */
export const leafYield: SystemStep = {
  id: 'leaf-yield',
  kind: 'step',
  subsystems: ['S7', 'S3', 'S2'],
  says: 'Denser planting and more harvests raised the yield of the valley before 2010; weather, season and tired soil move it around.',
  claims: {
    C0141: 'two or three harvests yearly',
    C0535: 'up to four harvests yearly',
    C0131: 'valley share of national area',
    C0071: 'soils decline after ten years',
    C0140: 'alluvium and rain raise density',
  },
  ignores: 'Varieties, and single harvests: the four harvests of a year are spread over the months.',
  effect: { outcome: 'leaf_output', off: 'lowers', atLeast: 0.035, years: [2004, 2006] },
  equation: [
    'dI/dt = g · I · (1 − I)   while leaf pays',
    'y = (y_0 + (y_1 − y_0) · I) / bearing share / 12 · weather · soil · season',
  ],
  reads: [
    'district.farmWage',
    'district.intensity',
    'district.leafPrice',
    'district.soilIndex',
    'district.weather',
    'district.wet',
  ],
  writes: ['district.intensity', 'district.leafYield'],
  parameters: [
    'bearing_share',
    'coca_kg_dried_per_picker_day',
    'coca_yield_vraem_2001',
    'coca_yield_vraem_2014',
    'intensification_rate',
    'leaf_season',
    'picker_share_of_leaf_value',
  ],
  step({ district, p }) {
    for (const d of district) {
      const pays = d.leafPrice * p.picker_share_of_leaf_value * p.coca_kg_dried_per_picker_day > d.farmWage ? 1 : 0.2
      d.intensity += (p.intensification_rate / 12) * d.intensity * (1 - d.intensity) * pays
      const yearly =
        (p.coca_yield_vraem_2001 + (p.coca_yield_vraem_2014 - p.coca_yield_vraem_2001) * d.intensity) / p.bearing_share
      const season = 1 + p.leaf_season * (d.wet - 0.5)
      d.leafYield = (yearly / 12) * d.weather * d.soilIndex * season
    }
  },
  without({ district, p }) {
    for (const d of district) d.leafYield = p.coca_yield_vraem_2001 / p.bearing_share / 12
  },
}
