// The rows of a comparison, found by name: what charts, tables and sentences read.
import { type Outcome, outcomes } from '../system/outcomes.ts'
import { type Certainty, certaintyOf } from './certainty.ts'
import { baseOf, type Manner, mannerOf } from './format.ts'
import {
  type CompareResult,
  type CompareRow,
  type PeriodRow,
  packagesOf,
  referenceOf,
  type ScenarioCard,
} from './input.ts'

export const VALLEY = 'VRAEM'
export type Group = 'people' | 'nature' | 'coca' | 'chain' | 'cost'

/** People first; never coca alone. What the illicit chain and the armed group gain stands last and is never a headline. */
export const GROUPS: Readonly<Record<Group, readonly string[]>> = {
  people: [
    'deaths',
    'deaths/civilian',
    'displaced',
    'household_income',
    'poverty_rate',
    'extreme_poverty_rate',
    'child_labour',
    'school_attendance',
    'undernutrition',
    'services_access',
    'trust',
    'protests',
    'out_migration',
    'population',
  ],
  nature: ['forest_loss', 'soil'],
  coca: [
    'coca_area',
    'leaf_output',
    'leaf_price',
    'coca_income_share',
    'legal_crop_area',
    'legal_crop_area/cacao',
    'legal_crop_area/coffee',
    'coca_area_outside',
  ],
  chain: [
    'attacks',
    'armed_strength',
    'armed_control',
    'armed_revenue',
    'potential_cocaine',
    'exported',
    'seized',
    'mode_share/air',
    'mode_share/land',
    'mode_share/river',
    'mode_share/foot',
  ],
  cost: ['public_cost'],
}

/** Outcomes of the first screens and charts, in their order. */
export const HEADLINES: readonly string[] = Object.values(GROUPS)
  .flat()
  .filter((name) => (outcomes as Record<string, Outcome>)[name]?.headline)

/** One outcome of one package against the reference, over the years compared. */
export interface Change {
  readonly outcome: string
  readonly manner: Manner
  readonly reference: PeriodRow
  readonly row: PeriodRow
  readonly certainty: Certainty
}

export interface Compared {
  readonly result: CompareResult
  readonly reference: ScenarioCard
  readonly packages: readonly ScenarioCard[]
  /** First and last year of the comparison. */
  readonly from: number
  readonly to: number
  /** Undefined where the result has no such outcome. */
  change(scenario: string, outcome: string): Change | undefined
  /** Rows of one scenario, outcome and place, by year; empty where there are none. */
  series(scenario: string, outcome: string, place?: string): readonly CompareRow[]
  /** Places that have rows of this outcome, beside the valley. */
  places(outcome: string): readonly string[]
  has(outcome: string): boolean
}

export function compared(result: CompareResult): Compared {
  const series = new Map<string, CompareRow[]>()
  const places = new Map<string, Set<string>>()
  for (const row of result.outcomes) {
    const key = keyOf(row.scenario, row.outcome, row.place)
    const rows = series.get(key)
    if (rows) rows.push(row)
    else series.set(key, [row])
    if (row.place !== VALLEY) places.set(row.outcome, (places.get(row.outcome) ?? new Set<string>()).add(row.place))
  }
  for (const rows of series.values()) rows.sort((a, b) => a.year - b.year)
  const periods = new Map<string, PeriodRow>()
  for (const row of result.periods)
    if (row.how !== 'sum' && row.place === VALLEY) periods.set(keyOf(row.scenario, row.outcome), row)
  const spans = [...periods.values()]
  const draws = result.manifest.draws.count
  return {
    result,
    reference: referenceOf(result),
    packages: packagesOf(result),
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
    change(scenario, outcome) {
      const reference = periods.get(keyOf(result.reference, outcome))
      const row = periods.get(keyOf(scenario, outcome))
      if (!reference || !row) return undefined
      const scale = row.unit === '1' ? 1 : Math.abs(reference.p50)
      return {
        outcome,
        reference,
        row,
        manner: mannerOf(outcome, row.unit),
        certainty: certaintyOf(row.difference, scale, draws),
      }
    },
    series: (scenario, outcome, place = VALLEY) => series.get(keyOf(scenario, outcome, place)) ?? [],
    places: (outcome) => [...(places.get(outcome) ?? [])],
    has: (outcome) => periods.has(keyOf(result.reference, outcome)),
  }
}

/** The median difference as a part of the reference; undefined for shares, indices and cost, which are given in their own unit. */
export function relative({ outcome, row }: Change): number | undefined {
  if (row.unit === '1' || baseOf(outcome) === 'public_cost' || row.difference.level === 0) return undefined
  return row.difference.level
}

const keyOf = (...names: readonly string[]): string => names.join('\u0000')
