// A comparison keeps districts for a few years only; for looking at the playing map the years between are drawn in.
import type { Compared } from '../../report/compared.ts'
import type { YearlyField } from '../chart/frames.ts'

export function everyYear(compared: Compared, outcome: string, districts: readonly string[]): YearlyField {
  const years = Array.from({ length: 36 }, (_, k) => 2000 + k)
  const rows = districts.map((ubigeo) => compared.series(compared.reference.name, outcome, ubigeo))
  const at = (k: number, year: number): number => {
    const own = rows[k] ?? []
    const later = own.find((row) => row.year >= year) ?? own.at(-1)
    const earlier = own.findLast((row) => row.year <= year) ?? own[0]
    if (!later || !earlier) return Number.NaN
    const share = later.year === earlier.year ? 0 : (year - earlier.year) / (later.year - earlier.year)
    return earlier.p50 + share * (later.p50 - earlier.p50)
  }
  const unit = rows.flat()[0]?.unit ?? ''
  return { outcome, unit, years, values: years.map((year) => districts.map((_, k) => at(k, year))), difference: false }
}
