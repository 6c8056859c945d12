/** Tables of other programs, read as studies. */
import { readFile } from 'node:fs/promises'
import { throwIfAny } from '../evidence/problem.ts'
import { readStudyTable, type TableYears } from '../lab/study/read-table.ts'
import type { Study } from '../lab/study/table.ts'
import { fileFault } from './fault.ts'

/**
 * A CSV table in the columns of the EMA Workbench (experiment, uncertainties, policy, outcomes), as `experiments.csv` has them.
 * Throws InputError with the line and column of every number that is none.
 */
export async function readTable(file: string, years: TableYears = { from: 2025, to: 2035 }): Promise<Study> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw fileFault('cannot-read', file, error)
  })
  const { study, problems } = readStudyTable(text, file, years)
  throwIfAny(problems)
  return study as Study
}
