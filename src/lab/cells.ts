// Which numbers a run keeps: lines of one outcome at one place over some years (or all months), laid out in one array.
import type { Outcome } from '../system/outcomes.ts'
import { GROUP_MEASURES, GROUPS } from './groups/groups.ts'
import type { Frame, LabModel } from './model.ts'
import type { Scope } from './results.ts'
import { FIRST, LAST } from './scenario/types.ts'

/** What is asked of a run. Outcomes are named as in results: `deaths`, `deaths/civilian`. */
export interface Selection {
  /** Kept for the valley in every year, under every scope. */
  readonly outcomes: readonly string[]
  readonly years: readonly [from: number, to: number]
  /** Kept by district (or by coca zone, for outcomes of zones) in `districtYears`. */
  readonly districts: readonly string[]
  readonly districtYears: readonly number[]
  /** Kept for the valley in every month of `years`, under the outcome's own scope. */
  readonly monthly: readonly string[]
  /** Household groups as of December `since`, kept in Decembers of `years` (not before `since`). Not computed when absent. */
  readonly groups?: { readonly since: number; readonly years: readonly number[] }
}

/** Where the figures of household groups stand: by year, by group, by measure. */
export interface GroupCells {
  readonly since: number
  readonly years: readonly number[]
  readonly offset: number
}

/** One outcome at one place. `offset` is where its first value stands in a member's array; the rest follow in the order of time. */
export interface Line {
  readonly outcome: string
  readonly unit: string
  readonly year: Outcome['year']
  readonly place: string
  readonly scope: string
  /** Scopes under which a table shows this line. */
  readonly shownIn: readonly Scope[]
  /** Measures that are added up. */
  readonly keys: readonly string[]
  /** Places in the list of masks, a single row, or everything. */
  readonly rows: { readonly mask: number } | { readonly row: number } | 'all'
  readonly times: readonly number[]
  readonly monthly: boolean
  readonly offset: number
}

export interface Cells {
  readonly lines: readonly Line[]
  /** District masks: coca zone, A, A+B, all. */
  readonly masks: readonly Float64Array[]
  readonly groups?: GroupCells
  readonly length: number
}

const MASKS = ['coca zone', 'A', 'A+B', 'all'] as const

/** Outcomes and parts that the model can answer: those with a measure, and totals whose parts all have one. */
export function answerable({ outcomes, measures }: Pick<LabModel, 'outcomes' | 'measures'>): string[] {
  return Object.entries(outcomes).flatMap(([name, { parts = [] }]) => {
    const keys = parts.map((part) => `${name}/${part}`)
    const own =
      measures[name] !== undefined || (keys.length > 0 && additive(name) && keys.every((key) => measures[key]))
    return [...(own ? [name] : []), ...keys.filter((key) => measures[key])]
  })
}

/** Shares of one whole have no total. */
const additive = (name: string): boolean => name !== 'mode_share'

/** What `run` and `compare` keep unless asked otherwise. */
export function selectionFor(
  kind: 'run' | 'compare' | 'history',
  model: Pick<LabModel, 'outcomes' | 'measures'>,
  span = { from: FIRST, to: LAST },
): Selection {
  const outcomes = answerable(model)
  const finer = outcomes.filter((name) => {
    const { places, headline } = outcomeOf(model, name)
    return places === 'zone' || (places === 'district' && headline === true)
  })
  const all = Array.from({ length: span.to - FIRST + 1 }, (_, k) => FIRST + k)
  // years of the maps: the past, the eve of the packages, half way, the end
  const ends = [FIRST + 10, FIRST + 20, Math.max(FIRST, span.from - 1), FIRST + 30, span.to]
    .filter((year) => year <= span.to)
    .sort((a, b) => a - b)
  return {
    outcomes,
    years: [FIRST, span.to],
    districts: finer,
    districtYears: kind === 'compare' ? [...new Set(ends)] : all,
    monthly: kind === 'compare' ? [] : outcomes.filter((name) => name === 'leaf_price'),
  }
}

export function outcomeOf({ outcomes }: Pick<LabModel, 'outcomes'>, name: string): Outcome {
  const outcome = outcomes[name.split('/')[0] as string]
  if (outcome === undefined) throw new RangeError(`${name} is not an outcome`)
  return outcome
}

function measureKeys({ outcomes, measures }: Pick<LabModel, 'outcomes' | 'measures'>, name: string): string[] {
  if (measures[name]) return [name]
  return (outcomes[name]?.parts ?? []).map((part) => `${name}/${part}`)
}

/** Lays out what a selection asks for. Throws RangeError for an outcome the model does not have. */
export function cellsFor(selection: Selection, model: Pick<LabModel, 'outcomes' | 'measures'>, frame: Frame): Cells {
  const lines: Line[] = []
  let length = 0
  const add = (line: Omit<Line, 'offset'>) => {
    lines.push({ ...line, offset: length })
    length += line.times.length
  }
  const [from, to] = selection.years
  const years = Array.from({ length: to - from + 1 }, (_, k) => from + k)
  const months = years.flatMap((year) => Array.from({ length: 12 }, (_, k) => (year - FIRST) * 12 + k))
  const base = (name: string) => {
    const outcome = outcomeOf(model, name)
    const keys = measureKeys(model, name)
    const of = model.measures[keys[0] ?? '']?.of
    if (of === undefined) throw new RangeError(`no measure for ${name}`)
    return { of, outcome, line: { outcome: name, unit: outcome.unit, year: outcome.year, keys } }
  }
  for (const name of selection.outcomes) {
    const { of, outcome, line } = base(name)
    for (const part of valleyLines(of, outcome)) add({ ...line, ...part, times: years, monthly: false })
  }
  for (const name of selection.monthly) {
    const { of, outcome, line } = base(name)
    const own = valleyLines(of, outcome).find(({ shownIn }) => shownIn.includes('default'))
    if (own) add({ ...line, ...own, times: months, monthly: true })
  }
  const finerYears = selection.districtYears.filter((year) => year >= from && year <= to)
  for (const name of selection.districts) {
    const { of, line } = base(name)
    const places = of === 'zone' ? frame.zones : of === 'district' ? frame.districts.map(({ ubigeo }) => ubigeo) : []
    const scope = of === 'zone' ? 'zone' : 'district'
    places.forEach((place, row) => {
      add({
        ...line,
        place,
        scope,
        shownIn: ['default', 'A', 'A+B', 'all'],
        rows: { row },
        times: finerYears,
        monthly: false,
      })
    })
  }
  const masks = masksOf(frame)
  if (selection.groups === undefined) return { lines, masks, length }
  const groups = { ...selection.groups, offset: length }
  return { lines, masks, groups, length: length + groups.years.length * GROUPS.length * GROUP_MEASURES.length }
}

type Part = Pick<Line, 'place' | 'scope' | 'shownIn' | 'rows'>

function valleyLines(of: 'district' | 'valley' | 'zone' | 'mode', outcome: Outcome): Part[] {
  const everywhere: Scope[] = ['default', 'A', 'A+B', 'all']
  if (of === 'zone') return [{ place: 'outside', scope: 'zone', shownIn: everywhere, rows: 'all' }]
  if (of !== 'district') return [{ place: 'VRAEM', scope: 'valley', shownIn: everywhere, rows: 'all' }]
  const own = outcome.scope === 'coca zone' ? 'coca zone' : outcome.scope === 'A+B' ? 'A+B' : 'all'
  return MASKS.flatMap((scope, mask): Part[] => {
    const shownIn: Scope[] = [
      ...(scope === own ? (['default'] as const) : []),
      ...(scope === 'coca zone' ? [] : [scope]),
    ]
    return shownIn.length === 0 ? [] : [{ place: 'VRAEM', scope, shownIn, rows: { mask } }]
  })
}

function masksOf({ districts }: Frame): Float64Array[] {
  return MASKS.map((scope) =>
    Float64Array.from(districts, ({ devida, grade }) => {
      const inside =
        scope === 'all' || (scope === 'coca zone' ? devida : grade === 'A' || (scope === 'A+B' && grade === 'B'))
      return inside ? 1 : 0
    }),
  )
}
