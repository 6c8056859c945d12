/** `vraem data check`: every problem of the data package with file and line. */
import { isAbsolute, join } from 'node:path'
import { checkPackage } from '../../evidence/package.ts'
import { formatProblem } from '../../evidence/problem.ts'
import { findRoot } from '../../host/root.ts'
import { readDataPackage } from '../../host/sources.ts'
import { answer } from '../answer.ts'
import type { Call } from '../command.ts'

/** Exit code of data that cannot be used: the input is wrong. */
const WRONG_DATA = 2

export async function dataCheck(call: Call): Promise<number> {
  const { io, words, operands } = call
  const given = operands[0]
  const folder = given === undefined ? join(findRoot(), 'data') : isAbsolute(given) ? given : join(io.cwd, given)
  const name = given === undefined ? 'data/' : `${given.replace(/[/\\]+$/, '')}/`
  const { problems, package: pack } = checkPackage(await readDataPackage(folder), name)
  await answer(call, { problems }, () => {
    if (problems.length > 0) return `${problems.map(formatProblem).join('\n')}\n${words.problems(problems.length)}\n`
    const rows = [...pack.tables.values()].reduce((sum, table) => sum + table.rows.length, 0)
    return `${words.dataFine(pack.tables.size, rows)}\n`
  })
  return problems.length === 0 ? 0 : WRONG_DATA
}
