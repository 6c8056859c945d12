// A table that somebody else wrote, in the columns of the EMA Workbench: experiment, uncertainties, policy, outcomes.
import { readCsv } from '../../evidence/csv.ts'
import type { Problem } from '../../evidence/problem.ts'
import { betterOf } from './layout.ts'
import type { Study, StudyOutcome, Uncertainty } from './table.ts'

/** Problems that are told one by one; the rest is counted. */
const MOST = 20

/** Years of the outcomes, which such a table does not say. */
export interface TableYears {
  readonly from: number
  readonly to: number
}

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * CSV: one row a future and package, every package under the same futures. Columns between `experiment` and `policy` are uncertainties
 * (words where not all are numbers), those after `policy` are outcomes; a column `failed` (true, false) marks futures to leave out, whose
 * outcomes may be empty. The first package in the file is the reference. A number that is none, or is missing, is told with its line
 * and column.
 */
export function readStudyTable(text: string, file: string, years: TableYears): { study?: Study; problems: Problem[] } {
  const { records, problems } = readCsv(text, file)
  const [head, ...rows] = records
  if (head === undefined || problems.length > 0) return { problems }
  const columns = head.cells.map((cell) => cell.trim())
  const at = { experiment: columns.indexOf('experiment'), policy: columns.indexOf('policy') }
  const failedAt = columns.indexOf('failed')
  const say = (line: number, field: string, what: string, expected: string, todo: string) =>
    void problems.push({ code: 'table', file, line, field, what, expected, todo })
  for (const [name, place] of Object.entries(at))
    if (place < 0) say(1, name, 'there is no such column', 'experiment, uncertainties, policy, outcomes', 'add it')
  const inputs = columns.flatMap((_, c) => (c > at.experiment && c < at.policy ? [c] : []))
  const answers = columns.flatMap((_, c) => (c > at.policy && c !== failedAt ? [c] : []))
  if (problems.length === 0 && answers.length === 0)
    say(1, columns.at(-1) ?? '', 'no column stands after policy', 'at least one outcome', 'put outcomes after policy')
  if (problems.length > 0) return { problems }

  for (const { line, cells } of rows)
    if (cells.length !== columns.length)
      say(line, '', `the row has ${cells.length} cells`, `${columns.length}, as the header`, 'quote cells with a comma')
  if (problems.length > 0) return { problems: problems.slice(0, MOST) }

  const cell = (row: Row, c: number) => (row.cells[c] ?? '').trim()
  const experiments = [...new Set(rows.map((row) => cell(row, at.experiment)))]
  const policies = [...new Set(rows.map((row) => cell(row, at.policy)))]
  const grid = new Map<string, Row>()
  for (const row of rows) {
    const key = `${cell(row, at.policy)}\n${cell(row, at.experiment)}`
    if (grid.has(key))
      say(row.line, 'experiment', 'this future and package stand in the file twice', 'once', 'remove one')
    grid.set(key, row)
  }
  const rowOf = (policy: string, experiment: string) => grid.get(`${policy}\n${experiment}`)
  for (const policy of policies) {
    const missing = experiments.filter((experiment) => rowOf(policy, experiment) === undefined)
    if (missing.length > 0)
      say(
        1,
        policy,
        `experiment ${missing[0]} is missing${more(missing)}`,
        'every package in every future',
        'add the rows',
      )
  }
  const failed = Uint8Array.from(experiments, (experiment) =>
    policies.some((policy) => {
      const row = rowOf(policy, experiment)
      return row !== undefined && failedAt >= 0 && /^(true|1)$/i.test(cell(row, failedAt))
    })
      ? 1
      : 0,
  )
  const numberAt = (row: Row, c: number, mayBeEmpty: boolean): number => {
    const written = cell(row, c)
    const value = written === '' ? Number.NaN : Number(written)
    if (!Number.isFinite(value) && !mayBeEmpty)
      say(
        row.line,
        columns[c] as string,
        written === '' ? 'is empty' : `"${written}" is not a number`,
        'a finite number',
        'correct it, or mark the future as failed',
      )
    return Number.isFinite(value) ? value : Number.NaN
  }
  const first = experiments.map((experiment) => rowOf(policies[0] as string, experiment))
  const uncertainties = inputs.map((c): Uncertainty => {
    const told = { name: columns[c] as string, en: columns[c] as string, es: columns[c] as string }
    const written = rows.map((row) => cell(row, c))
    const words = written.filter((word) => word !== '' && Number.isNaN(Number(word)) && !/^nan$/i.test(word))
    if (words.length === 0)
      return {
        kind: 'number',
        ...told,
        unit: '',
        values: Float64Array.from(first, (row) => (row ? numberAt(row, c, false) : Number.NaN)),
      }
    const options = [...new Set(written)].map((name) => ({ name, en: name, es: name }))
    return {
      kind: 'choice',
      ...told,
      options,
      values: Int32Array.from(first, (row) => options.findIndex(({ name }) => row && name === cell(row, c))),
    }
  })
  const outcomes = answers.map((c): StudyOutcome => {
    const name = columns[c] as string
    const values = policies.flatMap((policy) =>
      experiments.map((experiment, f) => {
        const row = rowOf(policy, experiment)
        return row ? numberAt(row, c, failed[f] === 1) : Number.NaN
      }),
    )
    return {
      name,
      en: name,
      es: name,
      unit: '',
      how: 'mean',
      ...years,
      better: betterOf(name),
      values: Float64Array.from(values),
    }
  })
  if (problems.length > 0) return { problems: shortened(problems, file) }
  return {
    problems,
    study: {
      futures: experiments.length,
      policies: policies.map((name) => ({ name, title: { en: name, es: name }, hash: name })),
      uncertainties,
      outcomes,
      failed,
    },
  }
}

const more = (all: readonly unknown[]): string => (all.length > 1 ? `, and ${all.length - 1} more` : '')

function shortened(problems: readonly Problem[], file: string): Problem[] {
  if (problems.length <= MOST) return [...problems]
  const rest = problems.length - MOST
  const told = {
    what: `${rest} more problems`,
    expected: 'a table without them',
    todo: 'correct the first ones, and read again',
  }
  return [...problems.slice(0, MOST), { code: 'table', file, ...told }]
}
