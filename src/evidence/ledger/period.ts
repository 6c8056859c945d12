/**
 * A span of time as the ledger writes it: `undated`, `2003`, `2003-09`, `2003/2005`, `2003-09/2004-01`, with `~` at the end
 * when it is inferred or approximate. Never a day. Months count from year 0 (`year * 12 + month - 1`); both ends are inside.
 */
export interface Period {
  /** As written. */
  readonly text: string
  readonly from: number
  readonly to: number
  readonly approximate: boolean
}

const POINT = '(\\d{4})(?:-(0[1-9]|1[0-2]))?'
const PERIOD = new RegExp(`^${POINT}(?:/${POINT})?(~?)$`)

/** The period, undefined for `undated`, `'bad'` for anything else: a day, a wrong month, an end before its start. */
export function parsePeriod(text: string): Period | undefined | 'bad' {
  if (text === 'undated') return undefined
  const [, year, month, endYear, endMonth, mark] = PERIOD.exec(text) ?? []
  if (year === undefined) return 'bad'
  const from = firstMonth(year, month)
  const to = endYear === undefined ? lastMonth(year, month) : lastMonth(endYear, endMonth)
  return to < from ? 'bad' : { text, from, to, approximate: mark === '~' }
}

function firstMonth(year: string, month: string | undefined): number {
  return Number(year) * 12 + (month === undefined ? 0 : Number(month) - 1)
}

function lastMonth(year: string, month: string | undefined): number {
  return Number(year) * 12 + (month === undefined ? 11 : Number(month) - 1)
}

/** The period of a year, or of one month of it (1 … 12). */
export function periodOf(year: number, month?: number): Period {
  const text = String(year).padStart(4, '0')
  if (month === undefined) return { text, from: year * 12, to: year * 12 + 11, approximate: false }
  const at = year * 12 + month - 1
  return { text: `${text}-${String(month).padStart(2, '0')}`, from: at, to: at, approximate: false }
}

/** Whether the two share a month. */
export function overlap(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** Whether the two cover the same months; how sure their dates are does not count. */
export function samePeriod(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to
}
