// Rows with parts as columns side by side (`difference_p50`), and back.

export type Cell = string | number | boolean
export interface RowTable {
  readonly rows: number
  /** Values of one column, row by row; NaN for a number that a row does not have. */
  readonly columns: readonly { readonly name: string; readonly values: readonly (string | number)[] }[]
}

/** Truth is written 0 or 1. Names of parts hold no underscore of their own before the first. */
export function flatRows(rows: readonly object[]): RowTable {
  const flat = rows.map((row) => Object.fromEntries(entriesOf(row, '')))
  const names = [...new Set(flat.flatMap((row) => Object.keys(row)))]
  return {
    rows: rows.length,
    columns: names.map((name) => ({ name, values: flat.map((row) => cellOf(row[name])) })),
  }
}

const cellOf = (cell: Cell | undefined): string | number =>
  cell === undefined ? Number.NaN : typeof cell === 'boolean' ? Number(cell) : cell

function entriesOf(row: object, lead: string): [string, Cell][] {
  return Object.entries(row).flatMap(([key, value]): [string, Cell][] => {
    if (typeof value === 'object' && value !== null) return entriesOf(value, `${lead}${key}_`)
    return value === undefined || value === null ? [] : [[lead + key, value as Cell]]
  })
}

const TRUTHS = ['suppressed']

/** Rows again, as `flatRows` took them; numbers that are none were not there. */
export function rowsFrom<Row>({ rows, columns }: RowTable): Row[] {
  return Array.from({ length: rows }, (_, k) => {
    const row: Record<string, unknown> = {}
    for (const { name, values } of columns) {
      const value = values[k] as string | number
      if (Number.isNaN(value)) continue
      const [part, ...rest] = name.split('_')
      const told = TRUTHS.includes(name) ? value === 1 : value
      if (rest.length === 0 || part !== 'difference') row[name] = told
      else {
        row.difference ??= {}
        ;(row.difference as Record<string, unknown>)[rest.join('_')] = told
      }
    }
    return row as Row
  })
}
