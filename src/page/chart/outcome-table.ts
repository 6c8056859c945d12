// The years of one outcome as rows, in the scaled unit of the chart.
import { type Compared, VALLEY } from '../../report/compared.ts'
import { mannerOf } from '../../report/format.ts'
import type { Language, Observed } from '../../report/input.ts'
import { chart } from '../messages/chart.ts'
import type { ChartTable } from './table.ts'

const PUBLISHED = 'published'
const COLUMNS = [
  'column_scenario',
  'column_year',
  'column_low',
  'column_quarter',
  'column_median',
  'column_three',
  'column_high',
] as const

/** Every scenario of the comparison, the valley or the district `place`; after them what was published, with its source. */
export function outcomeTable(
  compared: Compared,
  outcome: string,
  language: Language,
  place = VALLEY,
  observed: readonly Observed[] = [],
): ChartTable {
  const { reference, packages } = compared
  const near = (value: number): number => Number(value.toPrecision(6))
  const { factor } = mannerOf(outcome, compared.series(reference.name, outcome, place)[0]?.unit ?? '')
  return {
    columns: COLUMNS.map((key) => chart[key][language]),
    rows: [
      ...[reference, ...packages].flatMap(({ name, title }) =>
        compared.series(name, outcome, place).map((row) => {
          const values = [row.p05, row.p25, row.p50, row.p75, row.p95].map((value) => near(value * factor))
          return [title[language], row.year, ...values]
        }),
      ),
      ...observed
        .filter((point) => point.outcome === outcome)
        .map(({ year, value, low, high, source, note }) => [
          ...[`${chart[PUBLISHED][language]}: ${source}${note ? ` (${note})` : ''}`, year],
          ...[near((low ?? Number.NaN) * factor), '', near(value * factor), '', near((high ?? Number.NaN) * factor)],
        ]),
    ],
  }
}

const DIFFERENCES = [
  'column_scenario',
  'column_year',
  'column_low',
  'column_median',
  'column_high',
  'column_above',
] as const

/** Paired differences from the reference, in the scaled unit of the chart; the share of simulations above it. */
export function differenceTable(compared: Compared, outcome: string, language: Language): ChartTable {
  const near = (value: number): number => Number(value.toPrecision(6))
  return {
    columns: DIFFERENCES.map((key) => chart[key][language]),
    rows: compared.packages.flatMap(({ name, title }) =>
      compared.series(name, outcome).flatMap(({ year, unit, difference: { p05, p50, p95, above } }) => {
        const { factor } = mannerOf(outcome, unit)
        return [[title[language], year, near(p05 * factor), near(p50 * factor), near(p95 * factor), near(above)]]
      }),
    ),
  }
}
