/** `vraem evidence check [FOLDER]`: every problem of the ledger and of the tables it stands on. */
import { checkPackage } from '../../../evidence/package.ts'
import { formatProblem } from '../../../evidence/problem.ts'
import { dataFolder } from '../../../host/ledger.ts'
import { readDataPackage } from '../../../host/sources.ts'
import { answer } from '../../answer.ts'
import type { Call } from '../../command.ts'

/** Exit code of a ledger that cannot be used: the input is wrong. */
const WRONG_DATA = 2

export async function evidenceCheck(call: Call): Promise<number> {
  const { words } = call
  const { folder, name } = dataFolder(call.operands[0], call.io.cwd)
  const { problems, package: pack } = checkPackage(await readDataPackage(folder), name)
  const { claims, sources, contradictions, links } = pack.ledger
  const counts = {
    claims: claims.length,
    sources: sources.size,
    contradictions: contradictions.length,
    links: links.length,
  }
  await answer(call, { problems, ...counts }, () =>
    problems.length > 0
      ? `${problems.map(formatProblem).join('\n')}\n${words.problems(problems.length)}\n`
      : `${words.ledgerFine(counts.claims, counts.sources, counts.contradictions, counts.links)}\n`,
  )
  return problems.length === 0 ? 0 : WRONG_DATA
}
