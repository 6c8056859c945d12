// The data of a chart: columns with names, rows of texts and numbers. One table for the screen and for the file.
export type Cell = string | number
export interface ChartTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** CSV after RFC 4180, numbers with a decimal point. A text that a spreadsheet would take for a formula is quoted with an apostrophe. */
export function csvOf({ columns, rows }: ChartTable): string {
  return `${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(value: Cell): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = /^[=+@\t\r-]/.test(value) && !/^-?\d/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
