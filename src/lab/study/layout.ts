// What a study keeps of a run: one number for each outcome of the valley, of the districts, and of the household groups.
import { mean } from '../../engine/quantiles.ts'
import { type Cells, cellsFor, type Line, outcomeOf, type Selection } from '../cells.ts'
import { waysOf } from '../compare.ts'
import { GROUP_MEASURES, GROUPS, type GroupMeasure } from '../groups/groups.ts'
import type { Frame, LabModel } from '../model.ts'
import type { StudyOutcome } from './table.ts'

/** Beside the headlines. */
const ALSO = [
  ...['deaths/civilian', 'displaced', 'extreme_poverty_rate', 'school_attendance', 'undernutrition'],
  ...['services_access', 'trust', 'protests', 'attacks', 'coca_area_outside'],
]
export const DISTRICT_OUTCOMES = ['household_income', 'poverty_rate', 'coca_area'] as const

/** Where more, or less, is better for people. All others are open: sources disagree, or it depends on why. */
const BETTER: Readonly<Record<string, StudyOutcome['better']>> = {
  ...{ deaths: 'less', 'deaths/civilian': 'less', displaced: 'less', attacks: 'less' },
  ...{ household_income: 'more', poverty_rate: 'less', extreme_poverty_rate: 'less', child_labour: 'less' },
  ...{ school_attendance: 'more', undernutrition: 'less', services_access: 'more', trust: 'more' },
  ...{ forest_loss: 'less', public_cost: 'less' },
}
export const betterOf = (outcome: string): StudyOutcome['better'] => BETTER[outcome] ?? 'open'

export interface Years {
  readonly from: number
  readonly to: number
}

/** Outcomes in the order in which the model declares them, a part after its total. */
export function studyOutcomes({ outcomes, measures }: Pick<LabModel, 'outcomes' | 'measures'>): string[] {
  return Object.entries(outcomes).flatMap(([name, { headline, parts = [] }]) =>
    [name, ...parts.map((part) => `${name}/${part}`)].filter(
      (one) =>
        ((headline && one === name) || ALSO.includes(one)) &&
        (measures[one] !== undefined || parts.some((part) => measures[`${one}/${part}`] !== undefined)),
    ),
  )
}

/** Household groups are read in every third December only: reading them takes as long as running months. */
const GROUP_EVERY = 3

/** What is tallied: every year of policy, and groups as of the December before. */
export function studySelection(model: Pick<LabModel, 'outcomes' | 'measures'>, { from, to }: Years): Selection {
  const years = Array.from({ length: to - from + 1 }, (_, k) => from + k)
  return {
    outcomes: studyOutcomes(model),
    years: [from, to],
    districts: DISTRICT_OUTCOMES.filter((name) => model.measures[name] !== undefined),
    districtYears: years,
    monthly: [],
    groups: { since: from - 1, years: years.filter((year) => (to - year) % GROUP_EVERY === 0) },
  }
}

export interface OutcomeColumn {
  readonly line: Line
  readonly how: StudyOutcome['how']
}
export interface GroupColumn {
  readonly group: string
  readonly measure: GroupMeasure
  readonly how: StudyOutcome['how']
}

/** The numbers of one run, in order: outcomes, districts, groups. */
export interface StudyLayout {
  readonly outcomes: readonly OutcomeColumn[]
  readonly districts: readonly OutcomeColumn[]
  readonly groups: readonly GroupColumn[]
  readonly length: number
  /** From the cells of a run. */
  reduce(values: Float64Array): Float64Array
}

const LEVELS = ['coca_area', 'left', 'persons', 'slots']

export function studyLayout(
  selection: Selection,
  model: Pick<LabModel, 'outcomes' | 'measures'>,
  frame: Frame,
): StudyLayout {
  const cells = cellsFor(selection, model, frame)
  const column = (line: Line): OutcomeColumn => ({ line, how: waysOf(line)[0] as StudyOutcome['how'] })
  const valley = cells.lines.filter(({ place }) => place === 'VRAEM' || place === 'outside')
  const outcomes = selection.outcomes.map((name) => {
    const shown = valley.find(({ outcome, shownIn }) => outcome === name && shownIn.includes('default'))
    if (shown === undefined) throw new RangeError(`${name} is not kept`)
    return column(shown)
  })
  const districts = cells.lines.filter(({ scope }) => scope === 'district').map(column)
  const groups = GROUPS.flatMap(({ id }) =>
    GROUP_MEASURES.map(
      (measure): GroupColumn => ({ group: id, measure, how: LEVELS.includes(measure.name) ? 'last' : 'mean' }),
    ),
  )
  const lines = [...outcomes, ...districts]
  return {
    outcomes,
    districts,
    groups,
    length: lines.length + groups.length,
    reduce(values) {
      const groupsOver = groups.map(({ how }, k) => over(groupSeries(values, cells, groups.length, k), how))
      return Float64Array.from([
        ...lines.map(({ line, how }) => over(values.subarray(line.offset, line.offset + line.times.length), how)),
        ...groupsOver,
      ])
    },
  }
}

const over = (years: Float64Array, how: StudyOutcome['how']): number =>
  how === 'last' ? (years.at(-1) as number) : mean(years)

/** By year, the values of one group and measure. */
function groupSeries(values: Float64Array, { groups }: Cells, width: number, place: number): Float64Array {
  return Float64Array.from(
    groups?.years ?? [],
    (_, year) => values[(groups?.offset ?? 0) + year * width + place] as number,
  )
}

export const wordsOf = (model: Pick<LabModel, 'outcomes'>, name: string) => {
  const outcome = outcomeOf(model, name)
  const part = name.split('/')[1]
  return part === undefined ? { en: outcome.en, es: outcome.es } : partWords(outcome, part)
}

const PARTS: Readonly<Record<string, { readonly en: string; readonly es: string }>> = {
  civilian: { en: 'civilians', es: 'civiles' },
}
const partWords = ({ en, es }: { readonly en: string; readonly es: string }, part: string) => ({
  en: `${en}: ${PARTS[part]?.en ?? part}`,
  es: `${es}: ${PARTS[part]?.es ?? part}`,
})
