/** `vraem evidence import FILE`: checks further claims, series or events and shows what they would add; --write adds them. */
import { isAbsolute, join } from 'node:path'
import { formatProblem } from '../../../evidence/problem.ts'
import { importEvidence } from '../../../host/evidence.ts'
import { dataFolder, openLedger } from '../../../host/ledger.ts'
import { importedText } from '../../../report/evidence/imported.ts'
import { answer } from '../../answer.ts'
import type { Call } from '../../command.ts'

const WRONG_INPUT = 2

export async function evidenceImport(call: Call): Promise<number> {
  const { io, operands, options, language, words } = call
  const [given = ''] = operands
  const { folder } = dataFolder(undefined, io.cwd)
  const { as, source, subject, series, unit, decimal, dates, encoding } = options
  const result = await importEvidence({
    folder,
    file: isAbsolute(given) ? given : join(io.cwd, given),
    name: given,
    options: Object.fromEntries(
      Object.entries({ as, source, subject, series, unit, decimal, dates, encoding }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
    write: options.write === true,
    ...(io.terminal ? { onProgress: ({ rows }) => io.err(`\r${words.rowsRead(rows)}`) } : {}),
  })
  if (io.terminal) io.err('\r\u001B[K')
  const { ledger } = await openLedger()
  await answer(call, result, () =>
    result.problems.length > 0
      ? `${result.problems.map(formatProblem).join('\n')}\n${words.nothingImported(Object.values(result.problemCounts).reduce((sum, n) => sum + n, 0))}\n`
      : importedText(result, ledger, language, Math.max(80, Math.min(110, io.columns))),
  )
  return result.problems.length > 0 ? WRONG_INPUT : 0
}
