import { expect } from 'vitest'
import { checkPackage } from '../../src/evidence/package.ts'
import { formatProblem, type Problem } from '../../src/evidence/problem.ts'
import { ROWS, smallPackage, type TableName } from './small.ts'

/** Problems of the small package after rows were added to a table, or one row was replaced (`at` from 0). */
export function planted(table: TableName, row: readonly (string | number)[], at?: number): Problem[] {
  const rows = [...ROWS[table]]
  if (at === undefined) rows.push(row)
  else rows[at] = row
  return checkPackage(smallPackage({ [table]: rows })).problems
}

/** Exactly one problem, with this code, file, line and column; it says what to do. */
export function expectOne(
  problems: readonly Problem[],
  code: string,
  table: TableName,
  line: number,
  field?: string,
): Problem {
  expect(problems.map(formatProblem)).toHaveLength(1)
  const [problem] = problems as [Problem]
  expect(problem).toMatchObject({ code, file: `data/${table}`, line, ...(field === undefined ? {} : { field }) })
  expect(formatProblem(problem)).toMatch(/^data\/\S+:\d+: .+ — expected .+; do .+$/)
  return problem
}
