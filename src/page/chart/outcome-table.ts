// The years of one outcome as rows, in the scaled unit of the chart.
import { type Compared, VALLEY } from '../../report/compared.ts'
import { mannerOf } from '../../report/format.ts'
import type { Language } from '../../report/input.ts'
import { chart } from '../messages/chart.ts'
import type { ChartTable } from './table.ts'

const COLUMNS = [
  'column_scenario',
  'column_year',
  'column_low',
  'column_quarter',
  'column_median',
  'column_three',
  'column_high',
] as const

/** Every scenario of the comparison, the valley or the district `place`. */
export function outcomeTable(compared: Compared, outcome: string, language: Language, place = VALLEY): ChartTable {
  const { reference, packages } = compared
  const near = (value: number): number => Number(value.toPrecision(6))
  return {
    columns: COLUMNS.map((key) => chart[key][language]),
    rows: [reference, ...packages].flatMap(({ name, title }) =>
      compared.series(name, outcome, place).map((row) => {
        const { factor } = mannerOf(outcome, row.unit)
        const values = [row.p05, row.p25, row.p50, row.p75, row.p95].map((value) => near(value * factor))
        return [title[language], row.year, ...values]
      }),
    ),
  }
}
