// What the lean model says to the targets of a calibration: areas, leaf and prices of the valley and the country, and districts.
import type { CalibrationTarget } from '../calibrate/targets.ts'
import { DISTRICTS_FROM, type LeanDrivers } from './drivers.ts'
import type { LeanRun } from './model.ts'
import type { LeanValues } from './parameters.ts'

/** A row asked: series, place, year and perhaps month. */
interface Row {
  readonly series: string
  readonly place: string
  readonly year: number
  readonly month?: number
}

const december = (year: number): number => (year - 2000) * 12 + 11

/** ln step of the surveys: gross area up to 2010, another agency from 2018. */
const step = (year: number, p: LeanValues): number => (year <= 2010 ? p.gross_to_net : year >= 2018 ? p.agency_step : 0)

function mean(of: Float64Array, { year, month }: Row): number {
  const from = (year - 2000) * 12
  if (month !== undefined) return of[from + month - 1] as number
  let sum = 0
  for (let k = 0; k < 12; k++) sum += of[from + k] as number
  return sum / 12
}

function figure(row: Row, unit: string, run: LeanRun, p: LeanValues, x: LeanDrivers): number | undefined {
  const { series, place, year } = row
  const at = december(year)
  const seen = Math.exp(step(year, p))
  const country = place === 'Peru'
  if (!country && place !== 'VRAEM' && !/^\d{6}$/.test(place)) return undefined
  if (/^coca_area_(unodc|devida)$|^coca_area$/.test(series)) {
    const area = (run.area[at] as number) + (country ? (run.outside[at] as number) : 0)
    return area * seen
  }
  if (series === 'leaf_production_potential') return country ? run.leaf[at] : undefined
  if (/^leaf_price_farmgate/.test(series)) {
    const dollars = country ? 0.35 * mean(run.price, row) + 0.65 * mean(run.borderPrice, row) : mean(run.price, row)
    const kilos = /arroba/.test(series) ? 11.5 : 1
    const soles = /^(S\/|PEN)/.test(unit)
    return dollars * kilos * (soles ? mean(x.exchange, row) : 1)
  }
  return undefined
}

/** Answer to a target on its scale; undefined where the lean model has none. */
export function leanAnswer(target: CalibrationTarget, run: LeanRun, p: LeanValues, x: LeanDrivers): number | undefined {
  const { asked, district } = target
  if (asked.kind === 'statistic') return undefined
  if (district !== undefined) {
    const d = x.districts.findIndex(({ ubigeo }) => ubigeo === district)
    const year = asked.kind === 'figure' ? asked.row.year : DISTRICTS_FROM
    const area = run.districts[year - DISTRICTS_FROM]?.[d]
    return area === undefined ? undefined : Math.log(Math.max(1e-6, area * Math.exp(step(year, p))))
  }
  const unit = target.unit
  if (asked.kind === 'growth') {
    const [a, b] = [figure(asked.from, unit, run, p, x), figure(asked.to, unit, run, p, x)]
    return a === undefined || b === undefined ? undefined : Math.log(b / a)
  }
  const value = figure(asked.row, unit, run, p, x)
  return value === undefined ? undefined : target.scale === 'ln' ? Math.log(Math.max(1e-12, value)) : value
}
