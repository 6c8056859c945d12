// What some patterns ask of the state that no outcome reports: read beside the outcomes in runs made for patterns alone.
import { pow } from '../../language/std.ts'
import type { District, SystemMoment } from '../../system/mechanism.ts'
import type { Outcome } from '../../system/outcomes.ts'
import type { LabModel, Measure } from '../model.ts'

type Read<R> = (row: R, moment: SystemMoment) => number
const district = (num: Read<District>, den?: Read<District>) =>
  ({ of: 'district', num, ...(den && { den }) }) as unknown as Measure
const valley = (num: Read<SystemMoment['valley']>, den?: Read<SystemMoment['valley']>) =>
  ({ of: 'valley', num, ...(den && { den }) }) as unknown as Measure

/** What a family day brings in the mix of other uses, PEN. */
const otherUses: Read<District> = (d, { p }) =>
  p.weight_cacao * d.cacaoReturn +
  p.weight_coffee * d.coffeeReturn +
  (1 - p.weight_cacao - p.weight_coffee) * d.foodReturn
const coca: Read<District> = (d) => d.sum.cocaHa
/** Forest that falls for a hectare of coca on new land, as nature/forest.ts has it. */
const perCoca = ({ p }: SystemMoment): number =>
  p.switch_forest_cost === 1 ? 2 + 0.33 * p.forest_per_coca_ha : 0.2 + 0.1 * p.forest_per_coca_ha

/** Days that highland pickers offer at the pay of the month. */
const pickers: Read<SystemMoment['valley']> = (_, { district: places, p, world }) => {
  let paid = 0
  let usual = 0
  for (const d of places) {
    paid += d.cocaWage * d.sum.cocaDaysAll * d.zone
    usual += d.farmWage * d.sum.cocaDaysAll * d.zone
  }
  return usual > 0 ? p.picker_pool * pow(paid / usual, p.seasonal_labour_elasticity) * (1 - world.outletShut) : 0
}

const made = {
  relative_return: [
    '1',
    'coca zone',
    district(
      (d) => d.cocaReturn * d.sum.cocaHa,
      (d, m) => otherUses(d, m) * d.sum.cocaHa,
    ),
  ],
  perceived_risk: ['1', 'coca zone', district((d) => d.threat * d.sum.cocaHa, coca)],
  day_pay_ratio: [
    '1',
    'coca zone',
    district(
      (d) => d.cocaWage * d.sum.cocaHa,
      (d) => d.farmWage * d.sum.cocaHa,
    ),
  ],
  revenue_ratio: [
    '1',
    'coca zone',
    district(
      (d) => d.sum.leafT * d.leafPrice,
      (d) => d.coffeeYield * d.coffeePrice * d.sum.cocaHa,
    ),
  ],
  border_over_valley: [
    '1',
    'valley',
    valley(
      (v) => v.borderPrice,
      (v, { p }) => (v.leafUsd * v.leafPerKg) / p.leaf_cost_share_of_base_value,
    ),
  ],
  coca_part_of_clearing: [
    '1',
    'A+B',
    district(
      (d, m) => perCoca(m) * d.sum.plantedFrontierHa * (d.forestHa / (d.forestHa + 2000)),
      (d) => d.forestLossHa,
    ),
  ],
  national_leaf_share: [
    '1',
    'valley',
    valley(
      (v) => v.leafOutput,
      (v, { p, lever }) => v.nationalLeaf + (lever.legal_purchase.tonnes_per_year + p.legal_leaf_demand_national) / 12,
    ),
  ],
  harvest_share: [
    '1',
    'coca zone',
    district(
      (d) => d.sum.leafT,
      (d) => d.sum.leafPotentialT,
    ),
  ],
  picker_days: ['day/month', 'valley', valley(pickers)],
  contract_reconverted: ['ha/yr', 'coca zone', district((d) => d.sum.contractDroppedHa)],
} as const satisfies Readonly<Record<string, readonly [string, Outcome['scope'], Measure]>>

export type QuantityName = keyof typeof made
export const quantityNames = Object.keys(made) as QuantityName[]

/** The model with these quantities among its outcomes; nothing else of it changes. */
export function withQuantities<M extends Pick<LabModel, 'outcomes' | 'measures'>>(model: M): M {
  const outcomes = Object.fromEntries(
    Object.entries(made).map(([name, [unit, scope, { of }]]): [string, Outcome] => [
      name,
      {
        unit,
        en: name,
        es: name,
        about: { en: name, es: name },
        scope,
        places: of === 'district' ? 'district' : 'valley',
        year: unit.endsWith('/yr') ? 'sum' : 'mean',
      },
    ]),
  )
  const measures = Object.fromEntries(Object.entries(made).map(([name, [, , measure]]) => [name, measure]))
  return { ...model, outcomes: { ...model.outcomes, ...outcomes }, measures: { ...model.measures, ...measures } }
}
