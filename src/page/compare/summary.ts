// Gathered simulations made into what sentences and charts read, in slices: headline outcomes first, the rest after.
import { compareRows, differenceOf, periodRows } from '../../lab/compare.ts'
import { makeManifest } from '../../lab/manifest.ts'
import { marksSoFar } from '../../lab/marks.ts'
import type { CompareResult, CompareRow, PeriodRow } from '../../lab/results.ts'
import { type Compared, compared, HEADLINES, VALLEY } from '../../report/compared.ts'
import { type Collector, firstDraws, type Laboratory, type Plan, summarise } from '../../web/index.ts'
import type { YearlyField } from '../chart/frames.ts'
import { inSlices } from './slices.ts'

/** People first, never coca alone: the charts of the first screen. */
export const FRONT: readonly string[] = [
  'deaths', 'displaced', 'household_income', 'poverty_rate', 'child_labour', 'services_access',
  'forest_loss', 'coca_area', 'leaf_price', 'public_cost',
] // biome-ignore format: names of outcomes
const FIRST: ReadonlySet<string> = new Set([...FRONT, ...HEADLINES])

/** The first `count` simulations of an ensemble that still grows. */
export function snapshot(collector: Collector): Collector {
  const { count } = collector
  return {
    ...collector,
    count,
    values: (scenario, cell, into = new Float64Array(count)) => collector.values(scenario, cell, into),
  }
}

/** `all`: every outcome of the valley and the zones; else those of the first screen. Undefined when `stale` says so on the way. */
export async function summary(
  lab: Laboratory,
  gathered: Collector,
  all: boolean,
  stale: () => boolean,
): Promise<Compared | undefined> {
  const lines = gathered.cells.lines.filter(
    ({ shownIn, scope, monthly, outcome, place }) =>
      shownIn.includes('default') &&
      !monthly &&
      scope !== 'district' &&
      (all ? true : place === VALLEY && FIRST.has(outcome)),
  )
  const outcomes: CompareRow[] = []
  const periods: PeriodRow[] = []
  const whole = await inSlices(
    lines,
    (line) => {
      const one: Collector = { ...gathered, cells: { ...gathered.cells, lines: [line] } }
      outcomes.push(...compareRows(one, 'default'))
      periods.push(...periodRows(one, 'default'))
    },
    stale,
  )
  if (!whole) return undefined
  return comparedOf(lab, gathered.plan, gathered.count, { outcomes, periods })
}

/** Rows with what they were made from: the first `count` draws of a plan. */
export function comparedOf(
  lab: Laboratory,
  plan: Plan,
  count: number,
  { outcomes, periods }: Pick<CompareResult, 'outcomes' | 'periods'>,
): Compared {
  return compared({
    manifest: makeManifest(
      {
        ...{ command: 'compare', version: lab.version, ...lab.hashes, plan, sample: lab.sample, scope: 'default' },
        ...{ kernels: lab.kernels, created: new Date().toISOString(), result: '' },
      },
      firstDraws(plan.draws, count),
    ),
    reference: plan.scenarios[0]?.card.name ?? '',
    scenarios: plan.scenarios.map(({ card }) => card),
    outcomes,
    periods,
    marks: marksSoFar(lab.credentials),
  })
}

export interface DistrictRow {
  readonly ubigeo: string
  readonly p05: number
  readonly p50: number
  readonly p95: number
  /** Share of the simulations in which it lies above, and below, the reference. */
  readonly above: number
  readonly below: number
}

/** One outcome by district: every year, levels or differences, with bands. */
export interface DistrictField extends YearlyField {
  readonly low: readonly (readonly number[])[]
  readonly high: readonly (readonly number[])[]
}

/** `districts`: ubigeos in the order wanted. Undefined when `stale`, or where the outcome is not kept by district. */
export async function districtField(
  gathered: Collector,
  ask: { readonly outcome: string; readonly scenario: number; readonly difference: boolean },
  districts: readonly string[],
  stale: () => boolean,
): Promise<DistrictField | undefined> {
  const { outcome, scenario, difference } = ask
  const lines = new Map(
    gathered.cells.lines
      .filter((line) => line.outcome === outcome && line.scope === 'district')
      .map((line) => [line.place, line]),
  )
  const first = [...lines.values()][0]
  if (!first) return undefined
  const empty = () => first.times.map(() => districts.map(() => Number.NaN))
  const [values, low, high, levels] = [empty(), empty(), empty(), empty()]
  const set = (to: number[][], year: number, cell: number, value: number) => {
    ;(to[year] as number[])[cell] = value
  }
  const whole = await inSlices(
    districts.entries(),
    ([cell, ubigeo]) => {
      const line = lines.get(ubigeo)
      line?.times.forEach((_, year) => {
        const mine = gathered.values(scenario, line.offset + year)
        const level = summarise(mine)
        const shown = difference ? differenceOf(mine, gathered.values(0, line.offset + year)) : level
        set(values, year, cell, shown.p50)
        set(low, year, cell, shown.p05)
        set(high, year, cell, shown.p95)
        set(levels, year, cell, level.p50)
      })
    },
    stale,
  )
  if (!whole) return undefined
  return { outcome, unit: first.unit, years: first.times, values, low, high, levels, difference }
}

/** Who gains and who loses: the difference of the mean year of the comparison, by district. */
export async function districtDifferences(
  gathered: Collector,
  outcome: string,
  scenario: number,
  stale: () => boolean,
): Promise<DistrictRow[] | undefined> {
  const span = gathered.plan.scenarios[0]?.card.span ?? { from: 2025, to: 2035 }
  const rows: DistrictRow[] = []
  const lines = gathered.cells.lines.filter((line) => line.outcome === outcome && line.scope === 'district')
  const whole = await inSlices(
    lines,
    (line) => {
      const cells = line.times.flatMap((year, k) =>
        (line.year === 'december' ? year === span.to : year >= span.from) ? [line.offset + k] : [],
      )
      const mean = (of: number): Float64Array => {
        const columns = cells.map((cell) => gathered.values(of, cell))
        return Float64Array.from(
          { length: gathered.count },
          (_, draw) => columns.reduce((sum, column) => sum + (column[draw] ?? 0), 0) / Math.max(1, columns.length),
        )
      }
      const { p05, p50, p95, above, below } = differenceOf(mean(scenario), mean(0))
      rows.push({ ubigeo: line.place, p05, p50, p95, above, below })
    },
    stale,
  )
  return whole ? rows : undefined
}
