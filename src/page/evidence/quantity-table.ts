// What the chart of a quantity shows, as rows.
import type { Language } from '../../report/input.ts'
import type { ChartTable } from '../chart/table.ts'
import type { QuantitySheet } from '../ledger/quantity-sheet.ts'
import { evidence } from '../messages/evidence.ts'

export function quantityTable({ marks, unit }: QuantitySheet, language: Language): ChartTable {
  const head = (key: keyof typeof evidence): string => evidence[key][language]
  return {
    columns: [
      head('column_claim'),
      head('column_period'),
      head('column_figure'),
      unit[language],
      head('column_who'),
      head('column_source'),
      head('column_said'),
    ],
    rows: marks.map((mark) => [
      mark.id,
      mark.period[language],
      mark.shown[language],
      mark.value ?? (mark.low + mark.high) / 2,
      mark.by,
      mark.source,
      mark.said[language],
    ]),
  }
}
