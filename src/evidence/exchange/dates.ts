import type { Findings } from './findings.ts'

/** A date as exactly as it is kept: never a day. */
export interface MonthOfYear {
  readonly year: number
  readonly month?: number
  /** The cell held a day. */
  readonly coarsened: boolean
  /** First and last day that the cell can mean, as numbers that grow with time: only to compare dates, never kept. */
  readonly from: number
  readonly to: number
}

export type DateOrder = 'day-first' | 'month-first'

const MONTHS: readonly string[] = [
  'january|jan|enero|ene',
  'february|feb|febrero',
  'march|mar|marzo',
  'april|apr|abril|abr',
  'may|mayo',
  'june|jun|junio',
  'july|jul|julio',
  'august|aug|agosto|ago',
  'september|sept|sep|septiembre|setiembre|set',
  'october|oct|octubre',
  'november|nov|noviembre',
  'december|dec|diciembre|dic',
]
const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)),
)

const ISO = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d{1,2}:.*)?$/
const NUMERIC = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ]\d{1,2}:.*)?$/
const SHORT = /^(\d{1,2})[-/.](\d{4})$/
const NAMED =
  /^(?:(\d{1,2})[\s.-]+(?:de\s+)?)?([a-z]+)\.?[\s-]+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?:de[l]?\s+)?(\d{4})$/

/** What the dates of a column show about the order of day and month; fed with every cell before any is read. */
export class DateStyle {
  #dayFirst = false
  #monthFirst = false

  see(cell: string): void {
    const [, a, b] = NUMERIC.exec(cell.trim()) ?? []
    if (Number(a) > 12) this.#dayFirst = true
    else if (Number(b) > 12) this.#monthFirst = true
  }

  /** The order, when the column proves one and only one. */
  get order(): DateOrder | undefined {
    if (this.#dayFirst === this.#monthFirst) return undefined
    return this.#dayFirst ? 'day-first' : 'month-first'
  }

  get mixed(): boolean {
    return this.#dayFirst && this.#monthFirst
  }
}

/** Reads the dates of one column. */
export class Dates {
  readonly #order: DateOrder | undefined
  readonly #mixed: boolean
  readonly #findings: Findings
  readonly #field: string

  constructor(style: DateStyle, declared: DateOrder | undefined, field: string, findings: Findings) {
    this.#order = declared ?? style.order
    this.#mixed = style.mixed
    this.#findings = findings
    this.#field = field
    if (declared === undefined && this.#order !== undefined)
      findings.notice({
        code: 'date-order',
        field,
        what: `dates such as 04/05/2013 were read with the ${this.#order.replace('-', ' ')}`,
      })
  }

  /** Year and month; undefined after a problem was reported. */
  read(cell: string, line: number): MonthOfYear | undefined {
    const text = cell.trim()
    const found = clearDate(text)
    if (found) return this.#valid(found, cell, line)
    const [, a, b, year] = NUMERIC.exec(text) ?? []
    if (a === undefined || b === undefined || year === undefined) return this.#refuse('date', cell, line)
    const [first, second] = [Number(a), Number(b)]
    const order = first > 12 ? 'day-first' : second > 12 ? 'month-first' : first === second ? 'day-first' : this.#order
    if (order === undefined) return this.#refuse('ambiguous-date', cell, line)
    const [day, month] = order === 'day-first' ? [first, second] : [second, first]
    return this.#valid({ year: Number(year), month, day }, cell, line)
  }

  #valid(date: Parts, cell: string, line: number): MonthOfYear | undefined {
    const { year, month, day } = date
    const wrong =
      (month !== undefined && (month < 1 || month > 12)) ||
      (day !== undefined && (day < 1 || day > daysOf(year, month ?? 1)))
    if (wrong || year < 1900 || year > 2100) return this.#refuse('date', cell, line)
    return { year, ...(month === undefined ? {} : { month }), coarsened: day !== undefined, ...span(date) }
  }

  #refuse(code: 'date' | 'ambiguous-date', cell: string, line: number): undefined {
    const shown = cell.slice(0, 40)
    const why = this.#mixed ? 'the column has both orders' : 'no other date of the column shows the order'
    this.#findings.problem({
      code,
      line,
      field: this.#field,
      what:
        code === 'date'
          ? `"${shown}" is not a date of the calendar`
          : `"${shown}" can be read day first or month first; ${why}`,
      expected: 'YYYY-MM-DD, YYYY-MM or YYYY',
      todo:
        code === 'date'
          ? 'write it in that form'
          : 'write it in that form, or repeat with --dates day-first or month-first',
    })
    return undefined
  }
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The year of a day that `from` or `to` of a date gives. */
export function yearOf(day: number): number {
  return Math.floor((day - 32) / (12 * 31))
}

function span({ year, month, day }: Parts): { from: number; to: number } {
  const number = (m: number, d: number) => (year * 12 + m) * 31 + d
  return { from: number(month ?? 1, day ?? 1), to: number(month ?? 12, day ?? 31) }
}

interface Parts {
  readonly year: number
  readonly month?: number
  readonly day?: number
}

/** A date that can be read in one way only. */
function clearDate(text: string): Parts | undefined {
  if (/^\d{4}$/.test(text)) return { year: Number(text) }
  const iso = ISO.exec(text)
  if (iso) return parts(iso[1], iso[2], iso[3])
  const short = SHORT.exec(text)
  if (short) return parts(short[2], short[1])
  const plain = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
  const named = NAMED.exec(plain)
  const month = MONTH_OF.get(named?.[2] ?? '')
  if (!named || month === undefined) return undefined
  return parts(named[4], String(month), named[1] ?? named[3])
}

function parts(year: string | undefined, month: string | undefined, day?: string): Parts {
  return { year: Number(year), month: Number(month), ...(day === undefined ? {} : { day: Number(day) }) }
}
