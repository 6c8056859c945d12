// Rows of tables as objects: `district.trust += 0.1` reads and writes the world's memory.
import { type Text, written } from './written.ts'

/** Told of each access; only tests look. */
export type Seen = (kind: 'read' | 'write', column: string) => void

/** A row: one property per column, and its place in the table. */
export type TableRow = { readonly index: number } & { [column: string]: number }
export type RowsOf = (cells: Float64Array, rows: number) => TableRow[]

/** Names that a column may not have. */
export const RESERVED = ['index', 'neighbours', 'sum', 'cells'] as const

/** Makes the rows of a table with these columns; cells: rows × columns, row by row. */
export function rowsOf(columns: readonly string[], seen?: Seen): RowsOf {
  const Row = rowClass(columns, seen)
  const width = columns.length
  return (cells, rows) =>
    Array.from({ length: rows }, (_, index) => {
      const row = new Row(cells.subarray(width * index, width * (index + 1)))
      return Object.defineProperty(row, 'index', { value: index, enumerable: true }) as unknown as TableRow
    })
}

/** Names for numbers that lie side by side. */
export type RowClass = new (cells: Float64Array) => object

/**
 * The class of rows with these columns. One class per call: all worlds of a machine share it, so that the accessors stay as
 * fast as the fields of an object.
 */
export const rowClass = (columns: readonly string[], seen?: Seen): RowClass =>
  seen || !columns.every((column) => IDENTIFIER.test(column))
    ? watched(columns, seen)
    : (written<RowClass>(rowText(columns)) ?? watched(columns))

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/

/**
 * The class as source text, each accessor with its own place in it: short enough for the compiler to put it inside the
 * mechanisms (measured: 1.5–1.9 ns an access; accessors that close over their place cost 10 ns in mechanisms of usual length).
 */
export const rowText = (columns: readonly string[]): Text => ({
  key: `row ${columns.join()}`,
  text() {
    const accessors = columns.map(
      (column, k) => `get ${column}() { return this.cells[${k}] } set ${column}(v) { this.cells[${k}] = v }`,
    )
    return `class Row {
      constructor(cells) { Object.defineProperty(this, 'cells', { value: cells }) }
      ${accessors.join('\n')}
    }`
  },
})

/** The same without code from text, told of each access if somebody looks. */
function watched(columns: readonly string[], seen?: Seen): RowClass {
  class Row {
    readonly #cells: Float64Array

    constructor(cells: Float64Array) {
      this.#cells = cells
    }

    static {
      columns.forEach((column, k) => {
        Object.defineProperty(Row.prototype, column, {
          enumerable: true,
          get(this: Row) {
            seen?.('read', column)
            return this.#cells[k]
          },
          set(this: Row, value: number) {
            seen?.('write', column)
            this.#cells[k] = value
          },
        })
      })
    }
  }
  return Row
}
