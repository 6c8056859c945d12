// The targets file in, the same rows with quantiles out.
import { readCsv, writeCsv } from '../../evidence/csv.ts'
import { nearest, type Problem } from '../../evidence/problem.ts'
import type { Quantiles } from '../results.ts'
import type { Status, Target } from './formula.ts'

export interface TargetFile {
  readonly columns: readonly string[]
  /** Cells as they stand, row by row. */
  readonly cells: readonly (readonly string[])[]
  readonly targets: readonly Target[]
}

const NEEDED = ['series', 'place', 'year'] as const
const MAX_ROWS = 100_000

/** Reads `series,place,year,month` (month may be empty or missing; other columns are carried along). All problems at once. */
export function readTargets(text: string, file: string): { file: TargetFile; problems: Problem[] } {
  const read = readCsv(text, file)
  const problems: Problem[] = [...read.problems]
  const [header, ...rows] = read.records
  const columns = header?.cells.map((cell) => cell.trim()) ?? []
  for (const name of NEEDED) {
    if (columns.includes(name)) continue
    const near = nearest(name, columns)
    problems.push({
      code: 'missing-column',
      file,
      line: 1,
      field: name,
      what: `there is no column "${name}"`,
      expected: 'the columns series, place, year and perhaps month',
      todo: near ? `rename "${near}" if it is meant` : 'add it',
    })
  }
  if (rows.length > MAX_ROWS)
    problems.push({
      code: 'size',
      file,
      what: `${rows.length} rows`,
      expected: `at most ${MAX_ROWS}`,
      todo: 'split the file',
    })
  if (problems.length > 0) return { file: { columns, cells: [], targets: [] }, problems }
  const at = (name: string, cells: readonly string[]) => (cells[columns.indexOf(name)] ?? '').trim()
  const targets: Target[] = []
  for (const { line, cells } of rows) {
    if (cells.length !== columns.length) {
      problems.push({
        code: 'ragged',
        file,
        line,
        what: `the row has ${cells.length} cells, the header ${columns.length}`,
        expected: `${columns.length} cells`,
        todo: 'quote cells that contain a comma',
      })
      continue
    }
    const year = Number(at('year', cells))
    const month = at('month', cells)
    if (!Number.isInteger(year) || at('year', cells) === '')
      problems.push({
        code: 'type',
        file,
        line,
        field: 'year',
        what: `"${at('year', cells)}" is not a year`,
        expected: 'a year as 2022',
        todo: 'correct it',
      })
    if (month !== '' && !(Number.isInteger(Number(month)) && Number(month) >= 1 && Number(month) <= 12))
      problems.push({
        code: 'type',
        file,
        line,
        field: 'month',
        what: `"${month}" is not a month`,
        expected: '1 to 12, or nothing for the year',
        todo: 'correct it',
      })
    for (const name of ['series', 'place'])
      if (at(name, cells) === '')
        problems.push({
          code: 'required',
          file,
          line,
          field: name,
          what: 'is empty',
          expected: 'a value',
          todo: 'fill it in, or remove the row',
        })
    targets.push({
      line,
      series: at('series', cells),
      place: at('place', cells),
      year,
      ...(month === '' ? {} : { month: Number(month) }),
    })
  }
  return { file: { columns, cells: rows.map(({ cells }) => cells), targets }, problems }
}

export interface Prediction {
  readonly target: Target
  readonly status: Status
  readonly quantiles?: Quantiles
  /** By draw, in `unit`: what a source would print, errors of reporting included. */
  readonly values?: Float64Array
  /** The unit of the series. */
  readonly unit?: string
}

const ADDED = ['p05', 'p25', 'p50', 'p75', 'p95', 'mean', 'status'] as const

/** CSV: the columns of the file, then quantiles, mean and status; empty where there is no prediction. */
export function writePredictions({ columns, cells }: TargetFile, predictions: readonly Prediction[]): string {
  const rows = cells.map((row, k) => {
    const { status, quantiles } = predictions[k] as Prediction
    const numbers = ADDED.slice(0, 6).map((name) => (quantiles ? round(quantiles[name as keyof Quantiles]) : ''))
    return [...row, ...numbers, status]
  })
  return writeCsv([...columns, ...ADDED], rows)
}

/** Seven significant digits: more says nothing, and files stay readable. */
const round = (value: number): string => String(Number(value.toPrecision(7)))
