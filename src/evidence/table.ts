import { type CsvRecord, readCsv } from './csv.ts'
import { nearest, type Problem } from './problem.ts'
import { type Field, nameList, type TableSchema } from './schema.ts'

/** A typed cell; null is an empty one. */
export type Cell = string | number | boolean | null

/** A typed row with the line of the file on which it starts. */
export interface Row {
  readonly line: number
  readonly values: Readonly<Record<string, Cell>>
}

export interface Table {
  readonly file: string
  readonly fields: readonly Field[]
  readonly rows: readonly Row[]
}

/**
 * Turns CSV text into typed rows after a Frictionless schema. Never throws: every problem of the text is returned at once
 * (encoding, quotes, missing and extra columns, ragged rows, types, ranges, lists, patterns, required cells, keys).
 * Rows with a problem are kept, a faulty cell as null.
 */
export function parseTable(text: string, schema: TableSchema, file: string): { table: Table; problems: Problem[] } {
  const { records, problems } = readCsv(text, file)
  const [header, ...body] = records
  if (!header) return { table: { file, fields: schema.fields, rows: [] }, problems }
  problems.push(...headerProblems(header, schema, file))
  const columnOf = schema.fields.map((field) => header.cells.indexOf(field.name))
  const missing = new Set(schema.missingValues ?? [''])
  const readers = schema.fields.map(cellReader)
  const rows: Row[] = []
  for (const { line, cells } of body) {
    if (cells.length !== header.cells.length) {
      problems.push({
        code: 'ragged',
        file,
        line,
        what: `the row has ${cells.length} cells, the header ${header.cells.length}`,
        expected: `${header.cells.length} cells`,
        todo: 'add or remove commas, and quote cells that contain one',
      })
      continue
    }
    const values: Record<string, Cell> = {}
    schema.fields.forEach((field, index) => {
      const column = columnOf[index] ?? -1
      const raw = column < 0 ? '' : (cells[column] ?? '')
      if (column >= 0 && missing.has(raw) && field.constraints?.required) {
        const todo = 'fill it in, or remove the row'
        problems.push({ code: 'required', file, line, field: field.name, what: 'is empty', expected: 'a value', todo })
      }
      values[field.name] = null
      if (missing.has(raw)) return
      const fault = (part: Pick<Problem, 'code' | 'what' | 'expected' | 'todo'>) =>
        problems.push({ file, line, field: field.name, ...part })
      values[field.name] = readers[index]?.(raw, fault) ?? null
    })
    rows.push({ line, values })
  }
  const table: Table = { file, fields: schema.fields, rows }
  problems.push(...keyProblems(table, schema))
  return { table, problems }
}

function headerProblems(header: CsvRecord, schema: TableSchema, file: string): Problem[] {
  const problems: Problem[] = []
  const known = schema.fields.map((field) => field.name)
  const present = new Set(header.cells)
  const expected = `the columns ${known.join(', ')}`
  for (const field of known) {
    if (present.has(field)) continue
    const near = nearest(
      field,
      header.cells.filter((cell) => !known.includes(cell)),
    )
    const todo = near === undefined ? 'add the column (its cells may be empty)' : `rename "${near}" to "${field}"`
    problems.push({
      code: 'missing-column',
      file,
      line: header.line,
      field,
      what: 'the column is missing',
      expected,
      todo,
    })
  }
  header.cells.forEach((field, index) => {
    const place = { file, line: header.line, field: field || `column ${index + 1}`, expected }
    if (header.cells.indexOf(field) < index)
      problems.push({ code: 'duplicate-column', ...place, what: 'the column appears twice', todo: 'remove one' })
    else if (!known.includes(field))
      problems.push({
        code: 'extra-column',
        ...place,
        what: 'the column is not described',
        todo: 'remove or describe it',
      })
  })
  return problems
}

type Fault = (part: Pick<Problem, 'code' | 'what' | 'expected' | 'todo'>) => void

function cellReader(field: Field): (raw: string, fault: Fault) => Cell {
  const { enum: list, minimum, maximum, pattern } = field.constraints ?? {}
  const allowed = list && new Set<Cell>(list)
  const expression = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`, 'u')
  return (raw, fault) => {
    const value = typed(raw, field, fault)
    if (value === null) return null
    if (allowed && !allowed.has(value)) {
      const near = nearest(raw, [...allowed].map(String))
      const todo = near === undefined ? 'choose one of them' : `write "${near}" if that is meant`
      const expected = `one of ${[...allowed].join(', ')}`
      fault({ code: 'enum', what: `"${raw}" is not in the list`, expected, todo })
      return null
    }
    const number = typeof value === 'number' ? value : undefined
    if (number !== undefined && (number < (minimum ?? number) || number > (maximum ?? number))) {
      const expected = `a number from ${minimum ?? '-∞'} to ${maximum ?? '∞'}${field.unit ? ` (${field.unit})` : ''}`
      fault({ code: 'range', what: `${raw} is out of range`, expected, todo: 'check the figure and its unit' })
      return null
    }
    if (expression && !expression.test(raw)) {
      const todo = 'write it in that form'
      fault({ code: 'pattern', what: `"${raw}" has the wrong form`, expected: `text of the form ${pattern}`, todo })
      return null
    }
    return value
  }
}

const DECIMAL = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/
const INTEGER = /^-?\d+$/

function typed(raw: string, field: Field, fault: Fault): Cell {
  if (field.type === 'string') return raw
  if (field.type === 'boolean') {
    if (raw === 'true' || raw === 'false') return raw === 'true'
    fault({ code: 'type', what: `"${raw}" is not true or false`, expected: 'true or false', todo: 'write one of them' })
    return null
  }
  const whole = field.type === 'integer'
  if ((whole ? INTEGER : DECIMAL).test(raw)) {
    if (Number.isFinite(Number(raw))) return Number(raw)
    const todo = 'correct the exponent'
    fault({ code: 'infinite', what: `${raw} is too large to be told`, expected: 'a number below 1.8e308', todo })
    return null
  }
  const expected = whole ? 'a whole number' : 'a number with a decimal point'
  if (/^-?[\d.\s]*\d,\d+$/.test(raw)) {
    const todo = 'write a point before decimals and nothing between thousands'
    fault({ code: 'decimal-comma', what: `"${raw}" contains a comma`, expected, todo })
  } else {
    const todo = 'write digits only, or leave the cell empty if the figure is unknown'
    fault({ code: 'type', what: `"${raw}" is not ${whole ? 'a whole number' : 'a number'}`, expected, todo })
  }
  return null
}

/** Repeated primary keys and repeated values of columns that must be unique. */
function keyProblems(table: Table, schema: TableSchema): Problem[] {
  const keys = schema.fields
    .filter((field) => field.constraints?.unique)
    .map((field) => [field.name] as readonly string[])
  const primary = nameList(schema.primaryKey)
  if (primary.length > 0 && !keys.some((key) => key.join() === primary.join())) keys.push(primary)
  return keys.flatMap((key) => repeatedRows(table, key, 'duplicate-key'))
}

/** A problem for each row whose values in these columns repeat an earlier row. Rows with an empty key are passed over. */
export function repeatedRows(table: Table, columns: readonly string[], code: string): Problem[] {
  const problems: Problem[] = []
  const first = new Map<string, number>()
  for (const { line, values } of table.rows) {
    const key = columns.map((column) => values[column] ?? null)
    if (key.every((part) => part === null)) continue
    // No cell can hold the separator without having been reported, and a column has one type.
    const text = key.join('\0')
    const earlier = first.get(text)
    if (earlier === undefined) first.set(text, line)
    else {
      const what =
        code === 'duplicate-row' ? `repeats line ${earlier}` : `${key.join(', ')} stands already in line ${earlier}`
      const where = code === 'duplicate-row' ? {} : { field: columns.join('+') }
      const expected = code === 'duplicate-row' ? 'rows that differ in some column' : 'a value that occurs once'
      problems.push({
        code,
        file: table.file,
        line,
        ...where,
        what,
        expected,
        todo: 'remove or correct one of the two',
      })
    }
  }
  return problems
}

/** `{name: number}` if the column holds one, else `{}`: optional properties are absent, never undefined. */
export function numberIn<Name extends string>(
  values: Row['values'],
  column: string,
  name: Name,
): { [K in Name]?: number } {
  const value = values[column]
  return (typeof value === 'number' ? { [name]: value } : {}) as { [K in Name]?: number }
}

/** The text of a column, empty if the cell is. */
export function textIn(values: Row['values'], column: string): string {
  const value = values[column]
  return value === null || value === undefined ? '' : String(value)
}
