// What the map says in words and as a table, in the reader's language.
import { suppressed } from '../../report/harm.ts'
import type { Geography } from '../../report/input.ts'
import type { ChartTable } from '../chart/table.ts'
import { language, say } from '../state/language.svelte.ts'
import { figures, mannerFor, type Shown } from './shown.ts'
import type { ZoneField } from './zone-field.ts'

/** Of a district or a zone outside in a year: median and band. */
export function readingIn(shown: Shown, of: 'field' | 'outside', place: number, year: number): string {
  const found = figures(shown, of, place, year, language.now)
  if (!found) return say('map_nothing')
  return `${found.mid} (${say('band_from_to', { low: found.low, high: found.high })})`
}

const COLUMNS = [
  'column_kind',
  'column_ubigeo',
  'column_place',
  'column_grade',
  'column_year',
  'column_low',
  'column_median',
  'column_high',
] as const
/** Every district and zone, in `years` or in all there are. Figures that are too small to be shown are empty. */
export function mapTable(shown: Shown, places: Geography, years: readonly number[] = shown.field.years): ChartTable {
  const { field, outside } = shown
  const { factor } = mannerFor(shown)
  const near = (value = Number.NaN): number => Number((value * factor).toPrecision(6))
  const row = (of: ZoneField | undefined, k: number, place: number) =>
    [of?.low[k]?.[place], of?.values[k]?.[place], of?.high[k]?.[place]].map(near)
  const hidden = ['', say('map_few'), '']
  return {
    columns: COLUMNS.map((key) => say(key)),
    rows: years.flatMap((year) => {
      const k = field.years.indexOf(year)
      const districts = places.cells.map(({ ubigeo, name, grade }, cell) => {
        const level = field.levels?.[k]?.[cell] ?? field.values[k]?.[cell] ?? Number.NaN
        const cells = suppressed(field.unit, level) ? hidden : row(field, k, cell)
        return [say('kind_district'), ubigeo, name, grade, year, ...cells]
      })
      const zones = outside
        ? (places.zones ?? []).map(({ label }, zone) => [
            ...[say('kind_zone'), '', label, '', year],
            ...row(outside, k, zone),
          ])
        : []
      return [...districts, ...zones]
    }),
  }
}
