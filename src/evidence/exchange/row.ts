import type { CsvRecord } from '../csv.ts'
import { soundText, unguarded } from './cells.ts'
import type { Columns } from './columns.ts'
import { DateStyle, Dates } from './dates.ts'
import type { Findings } from './findings.ts'
import { NumberStyle, Numbers } from './numbers.ts'
import type { ImportOptions } from './result.ts'

/** What the first pass over a file shows: how it writes numbers and dates. */
export class Survey {
  readonly #numbers = new NumberStyle()
  readonly #dates = new Map<string, DateStyle>()
  readonly #numberCells: readonly number[]
  readonly #dateCells: readonly (readonly [number, DateStyle])[]

  constructor(columns: Columns) {
    const at = (name: string) => columns.at.get(name)
    const known = (index: number | undefined) => index !== undefined
    this.#numberCells = [...columns.layout.numbers.map(at).filter(known), ...columns.years.keys()]
    for (const name of columns.layout.dates) if (at(name) !== undefined) this.#dates.set(name, new DateStyle())
    this.#dateCells = [...this.#dates].map(([name, style]) => [at(name) ?? -1, style])
  }

  see({ cells }: CsvRecord): void {
    for (const index of this.#numberCells) {
      const cell = cells[index]
      if (cell !== undefined && cell !== '') this.#numbers.see(cell)
    }
    for (const [index, style] of this.#dateCells) style.see(cells[index] ?? '')
  }

  numbers(options: ImportOptions, findings: Findings): Numbers {
    return new Numbers(this.#numbers, options.decimal, findings)
  }

  dates(field: string, options: ImportOptions, findings: Findings): Dates {
    return new Dates(this.#dates.get(field) ?? new DateStyle(), options.dates, field, findings)
  }
}

/** One row of the user's file, cell by cell. `sound` turns false with the first problem found in it. */
export class ImportRow {
  readonly line: number
  sound = true
  readonly #cells: readonly string[]
  readonly #columns: Columns
  readonly #findings: Findings

  constructor(record: CsvRecord, columns: Columns, findings: Findings) {
    this.line = record.line
    this.#cells = record.cells
    this.#columns = columns
    this.#findings = findings
  }

  has(column: string): boolean {
    return this.#columns.at.has(column)
  }

  /** The cell as it stands, without blanks around it; empty where the file has no such column. */
  raw(column: string): string {
    const index = this.#columns.at.get(column)
    return index === undefined ? '' : (this.#cells[index] ?? '').trim()
  }

  /** A text that is kept: checked, and without the guard that an export puts before formulas. */
  text(column: string): string {
    const index = this.#columns.at.get(column)
    const cell = unguarded(index === undefined ? '' : (this.#cells[index] ?? ''))
    if (cell !== '' && !soundText(cell, this.line, column, this.#findings)) this.sound = false
    return /^[\t\r\n]/.test(cell) ? cell : cell.trim()
  }

  /** A text that must be there. */
  needed(column: string): string {
    const text = this.text(column)
    if (text === '') this.fault('required', column, 'is empty', 'a value', 'fill it in, or remove the row')
    return text
  }

  /** A number; undefined where there is none or it was refused. */
  number(column: string, numbers: Numbers): number | undefined {
    const value = numbers.read(this.raw(column), this.line, column)
    if (value === null) this.sound = false
    return value ?? undefined
  }

  /** One of a few words. */
  choice<Word extends string>(column: string, words: readonly Word[], otherwise: Word): Word {
    const raw = this.raw(column).toLowerCase()
    const found = words.find((word) => word === raw)
    if (found !== undefined) return found
    if (raw !== '') {
      const what = `"${raw.slice(0, 40)}" is not in the list`
      this.fault('enum', column, what, `one of ${words.join(', ')}`, 'choose one of them')
    }
    return otherwise
  }

  fault(code: string, field: string, what: string, expected: string, todo: string): void {
    this.sound = false
    this.#findings.problem({ code, line: this.line, field, what, expected, todo })
  }
}
