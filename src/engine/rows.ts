// Rows of tables as objects: `district.trust += 0.1` reads and writes the world's memory.

/** Told of each access; only tests look. */
export type Seen = (kind: 'read' | 'write', column: string) => void

/** A row: one property per column, and its place in the table. */
export type TableRow = { readonly index: number } & { [column: string]: number }
export type RowsOf = (cells: Float64Array, rows: number) => TableRow[]

/** Names that a column may not have. */
export const RESERVED = ['index', 'neighbours', 'sum'] as const

/**
 * Makes the rows of a table with these columns; cells: rows × columns, row by row. One class per call, so that all worlds
 * of a machine share it and the accessors stay as fast as the fields of an object (about 2 ns).
 */
export function rowsOf(columns: readonly string[], seen?: Seen): RowsOf {
  class Row {
    readonly index: number
    readonly #cells: Float64Array
    readonly #first: number

    constructor(cells: Float64Array, index: number) {
      this.index = index
      this.#cells = cells
      this.#first = index * columns.length
    }

    static {
      columns.forEach((column, k) => {
        Object.defineProperty(Row.prototype, column, seen ? watched(column, k, seen) : plain(k))
      })
      function plain(k: number): PropertyDescriptor {
        return {
          enumerable: true,
          get(this: Row) {
            return this.#cells[this.#first + k]
          },
          set(this: Row, value: number) {
            this.#cells[this.#first + k] = value
          },
        }
      }
      function watched(column: string, k: number, seen: Seen): PropertyDescriptor {
        return {
          enumerable: true,
          get(this: Row) {
            seen('read', column)
            return this.#cells[this.#first + k]
          },
          set(this: Row, value: number) {
            seen('write', column)
            this.#cells[this.#first + k] = value
          },
        }
      }
    }
  }
  return (cells, rows) => Array.from({ length: rows }, (_, index) => new Row(cells, index) as unknown as TableRow)
}
