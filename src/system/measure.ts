// How each outcome is read from the state. The lab adds districts and months up as outcomes.ts says.
import { type Levers, levers } from './levers.ts'
import type { District, SystemMoment } from './mechanism.ts'

type Row = SystemMoment['zone'][number] & SystemMoment['mode'][number]
export interface Measure {
  readonly of: 'district' | 'valley' | 'zone' | 'mode'
  num(row: unknown, moment: unknown): number
  /** Rates are Σ num / Σ den. */
  den?(row: unknown, moment: unknown): number
}
type Read<R> = (row: R, moment: SystemMoment) => number

const district = (num: Read<District>, den?: Read<District>): Measure =>
  ({ of: 'district', num, ...(den ? { den } : {}) }) as unknown as Measure
const valley = (num: Read<SystemMoment['valley']>): Measure => ({ of: 'valley', num }) as unknown as Measure
const modeShare = (index: number): Measure =>
  ({
    of: 'mode',
    num: (row: Row) => (row.index === index ? row.flow : 0),
    den: (row: Row) => row.flow,
  }) as unknown as Measure

const persons: Read<District> = (d) => d.sum.persons
const income: Read<District> = (d) =>
  d.sum.cocaIncomePen + d.sum.legalIncomePen + d.sum.wageIncomePen + d.sum.transferIncomePen
const perPerson = (of: Read<District>): Measure => district((d, m) => of(d, m) * d.sum.persons, persons)

/** By outcome, or `outcome/part`. */
export const measures: Readonly<Record<string, Measure>> = {
  'deaths/civilian': valley((v) => v.deathsCivilians),
  'deaths/forces': valley((v) => v.deathsForces),
  'deaths/militant': valley((v) => v.deathsMilitants),
  displaced: district((d) => d.sum.displacedPersons),
  household_income: district((d, m) => 12 * m.p.soles_2024 * income(d, m), persons),
  poverty_rate: district(
    (d) => d.sum.poorPersons,
    (d) => d.sum.reviewedPersons,
  ),
  extreme_poverty_rate: district(
    (d) => d.sum.extremePersons,
    (d) => d.sum.reviewedPersons,
  ),
  child_labour: district(
    (d) => d.sum.workingChildren,
    (d) => d.sum.reviewedChildren,
  ),
  school_attendance: district(
    (d) => d.sum.schoolChildren,
    (d) => d.sum.reviewedChildren,
  ),
  undernutrition: district(
    (d) => d.sum.undernourished,
    (d) => d.sum.reviewedChildren,
  ),
  services_access: perPerson((d) => ((d.health + d.school + d.water + d.power) / 4) * d.servicesOpen),
  trust: perPerson((d) => d.trust),
  protests: district((d) => d.strikes),
  forest_loss: district((d) => d.forestLossHa),
  soil: district(
    (d) => d.soilIndex * d.sum.cocaHa,
    (d) => d.sum.cocaHa,
  ),
  coca_area: district((d) => d.sum.cocaHa),
  coca_area_reported: valley((v) => v.reportedAreaHa),
  coca_area_outside: { of: 'zone', num: (row) => (row as Row).areaHa },
  leaf_output: district((d) => d.sum.leafT),
  leaf_price: district(
    (d, m) => d.leafPrice * m.p.soles_2024 * d.sum.leafPotentialT,
    (d) => d.sum.leafPotentialT,
  ),
  // the same price stands in every zone: a mean over zones is the price
  leaf_price_outside: { of: 'zone', num: (row) => (row as Row).leafPrice, den: () => 1 },
  product_price: valley((v, m) => (v.leafUsd * v.leafPerKg) / m.p.leaf_cost_share_of_base_value),
  eradicated: district((d) => d.sum.uprootedHa),
  eradicated_outside: { of: 'zone', num: (row) => (row as Row).eradicatedHa },
  coca_income_share: district(
    (d) => d.sum.cocaIncomePen,
    (d) => d.sum.growerIncomePen,
  ),
  'legal_crop_area/cacao': district((d) => d.sum.cacaoHa),
  'legal_crop_area/coffee': district((d) => d.sum.coffeeHa),
  'legal_crop_area/food': district((d) => d.sum.foodHa),
  'legal_crop_area/other': district((d) =>
    Math.max(d.sum.landHa - d.sum.cocaHa - d.sum.cacaoHa - d.sum.coffeeHa - d.sum.foodHa, 0),
  ),
  potential_cocaine: valley((v) => v.product),
  exported: valley((v) => v.exported),
  seized: valley((v) => v.seized),
  'mode_share/air': modeShare(0),
  'mode_share/land': modeShare(1),
  'mode_share/river': modeShare(2),
  'mode_share/foot': modeShare(3),
  attacks: valley((v) => v.attacksAll),
  armed_strength: valley((v) => v.armed),
  armed_revenue: valley((v) => v.levy),
  armed_control: district(
    (d) => d.control * d.sum.cocaHa,
    (d) => d.sum.cocaHa,
  ),
  population: district(persons),
  out_migration: district((d) => d.sum.leftPersons + d.sum.displacedPersons),
  ...Object.fromEntries(
    (Object.keys(levers) as (keyof Levers)[]).map((name) => {
      const cost = `cost_${name}` as const
      return [`public_cost/${name}`, valley((v, m) => v[cost] * m.p.soles_2024)]
    }),
  ),
}
