import { CROP_SHARES } from './crops.ts'
import type { District, Valley } from './district.ts'
import { UNDER_15 } from './families.ts'
import { counter, districtSums } from './margins.ts'
import { FARMS, HOUSEHOLD_SIZE } from './people.ts'
import type { Synthesis } from './population.ts'
import { departmentKey, SIZE_CLASSES } from './sizes.ts'

/** One comparison of the synthetic population with what it was drawn from. */
export interface Margin {
  readonly name: string
  /** Ubigeo, name of a department, `VRAEM` for the coca zone, or `valley` for all districts. */
  readonly place: string
  readonly unit: string
  readonly target: number
  readonly value: number
  /** Relative to the target; for shares (unit 1) the difference. */
  readonly error: number
  readonly tolerance: number
  readonly pass: boolean
  /** Where the target comes from, and how sure it is. */
  readonly source: string
}

/** What is compared for each district: name, unit, target, sum that answers it, tolerance, source, figure that may be estimated. */
type Line = readonly [
  name: string,
  unit: string,
  target: (one: District) => number,
  value: (sums: Sums, d: number) => number,
  tolerance: number,
  source: string,
  figure: string,
]
type Sums = ReturnType<typeof districtSums>

const at = (values: Float64Array, d: number): number => values[d] as number
const TREES = 'judgement: over farm land of the right belt'
const LINES: readonly Line[] = [
  [
    'persons',
    'person',
    (one) => one.population.start,
    (s, d) => at(s.persons, d),
    0.001,
    'census 2007 taken back to 2000',
    'population.start',
  ],
  [
    'households',
    'household',
    (one) => one.households,
    (s, d) => at(s.households, d),
    0.001,
    'persons by household size; judgement',
    '',
  ],
  [
    'farms',
    'household',
    (one) => one.farms,
    (s, d) => at(s.farms, d),
    0.001,
    'development index and farm workers of 2007',
    'farmShare',
  ],
  [
    'poverty',
    '1',
    (one) => one.poverty.start,
    (s, d) => at(s.poor, d) / at(s.persons, d),
    0.02,
    'poverty map 2007',
    'poverty.start',
  ],
  [
    'farmland',
    'ha',
    (one) => one.farmlandHa,
    (s, d) => at(s.land, d),
    0.3,
    'register 2024 and satellite maps taken back',
    'farmlandHa',
  ],
  [
    'coca_area',
    'ha',
    (one) => one.cocaHa,
    (s, d) => at(s.coca, d),
    0.001,
    'claim C0135 over districts by the panel of 2012–2017',
    '',
  ],
  ['cacao_area', 'ha', (one) => one.cacaoHa, (s, d) => at(s.cacao, d), 0.05, TREES, ''],
  ['coffee_area', 'ha', (one) => one.coffeeHa, (s, d) => at(s.coffee, d), 0.05, TREES, ''],
  [
    'food_area',
    'ha',
    (one) => one.foodHa,
    (s, d) => at(s.food, d),
    0.35,
    'judgement: land left by other crops less fallow',
    '',
  ],
]

/**
 * How the population fits the facts and rules it was made from, figure by figure. Figures that a sample keeps exactly have the
 * same tolerance for any sample; shares that it only estimates (poverty, farm sizes) get three standard errors on top.
 */
export function marginsOf(population: Synthesis, valley: Valley): { margins: Margin[] } {
  const { districts } = valley
  const sums = districtSums(population, districts.length)
  const margins: Margin[] = []
  const add = (
    name: string,
    place: string,
    unit: string,
    target: number,
    value: number,
    limit: number,
    source: string,
  ) => {
    const error = unit === '1' ? value - target : target === 0 ? (value === 0 ? 0 : 1) : value / target - 1
    margins.push({ name, place, unit, target, value, error, tolerance: limit, pass: Math.abs(error) <= limit, source })
  }
  const slots = new Float64Array(districts.length)
  for (const d of population.district) slots[d] = at(slots, d) + 1
  const noise = (share: number, size: number) =>
    population.sample === 1 ? 0 : 3 * Math.sqrt(Math.max(share * (1 - share), 0.05) / size)
  const all = (values: Float64Array, of: (one: District) => boolean = () => true) =>
    districts.reduce((sum, one) => sum + (of(one) ? at(values, one.index) : 0), 0)
  const wanted = (figure: (one: District) => number) => districts.reduce((sum, one) => sum + figure(one), 0)

  add('households', 'valley', 'household', 150_000, all(sums.households), 0.05, 'design: about 150,000 households')
  add('farms', 'valley', 'household', FARMS, all(sums.farms), 0.01, 'farm units 2014 (more/households), taken for 2000')
  add('household_size', 'valley', 'person', HOUSEHOLD_SIZE, all(sums.persons) / all(sums.households), 0.02, 'judgement')
  const young = all(sums.children) / all(sums.persons)
  add('under_15', 'valley', '1', UNDER_15, young, 0.01, 'claim C0309 (33 % in 2017) taken back; judgement')
  add('coca_area', 'VRAEM', 'ha', valley.cocaHa, all(sums.coca, isZone), 0.001, 'claim C0135, zone of 24 districts')
  const plot = all(sums.coca) / all(sums.growers)
  add('coca_plot', 'VRAEM', 'ha', 1.25, plot, 0.3, 'plots of 1–2 ha are told of (claim C0539: 2 ha); judgement')
  for (const crop of ['cacao', 'coffee'] as const) {
    const share = `${Math.round(CROP_SHARES[crop] * 100)} % of the harvested area of Peru in 2000 (FAOSTAT); judgement`
    add(`${crop}_area`, 'valley', 'ha', valley[`${crop}Ha`], all(sums[crop]), 0.02, share)
  }
  add(
    'farmland',
    'valley',
    'ha',
    wanted((one) => one.farmlandHa),
    all(sums.land),
    0.05,
    'register 2024 and satellite maps taken back',
  )
  for (const [department, shares] of Object.entries(valley.sizeShares)) {
    const inside = (one: District) => departmentKey(one.department) === department
    SIZE_CLASSES.forEach((size, c) => {
      const share =
        all(farmsFrom(population, districts.length, c === 0 ? 0 : size.low, size.high), inside) /
        all(sums.farms, inside)
      const limit = 0.02 + noise(share, all(slots, inside))
      add(
        `farms_${size.name.replace(' ', '_')}`,
        department,
        '1',
        shares[c] as number,
        share,
        limit,
        'CENAGRO 2012, units up to 50 ha',
      )
    })
  }
  for (const one of districts) {
    for (const [name, unit, target, value, tolerance, source, figure] of LINES) {
      const seen = value(sums, one.index)
      const limit = unit === '1' ? tolerance + noise(target(one), at(slots, one.index)) : tolerance
      const rough = one.estimated.includes(figure) ? '; estimated for this district' : ''
      add(name, one.ubigeo, unit, target(one), seen, limit, source + rough)
    }
  }
  return { margins }
}

const isZone = (one: District): boolean => one.devidaZone !== undefined

/** Farms with at least `low` and less than `high` ha, by district. */
function farmsFrom(population: Synthesis, districts: number, low: number, high: number): Float64Array {
  const { farm, land } = population.columns
  return counter(
    population,
    districts,
  )((k) => {
    const size = land[k] as number
    return farm[k] === 1 && size >= low && size < high ? 1 : 0
  })
}
