/** `vraem evidence import FILE`: checks further claims, series or events and shows what they would add; --write adds them. */
import { isAbsolute, join } from 'node:path'
import { formatProblem } from '../../../evidence/problem.ts'
import { importEvidence } from '../../../host/evidence.ts'
import { stoppable } from '../../../host/evidence-stop.ts'
import { STOPPED_EXIT } from '../../../host/interrupt.ts'
import { dataFolder, openLedger } from '../../../host/ledger.ts'
import { Stopped } from '../../../host/pool.ts'
import { importedText } from '../../../report/evidence/imported.ts'
import { answer } from '../../answer.ts'
import type { Call } from '../../command.ts'

const WRONG_INPUT = 2

/** Stopped with Ctrl-C, with the words that say that nothing was written. */
class StoppedImport extends Stopped {
  readonly words: string

  constructor(words: string) {
    super()
    this.words = words
  }
}

export async function evidenceImport(call: Call): Promise<number> {
  const { io, operands, options, language, words } = call
  const [given = ''] = operands
  const { folder } = dataFolder(undefined, io.cwd)
  const { as, source, subject, series, unit, decimal, dates, encoding, replace } = options
  const said = { as, source, subject, series, unit, decimal, dates, encoding, replace }
  const write = options.write === true
  const importing = stoppable((signal) =>
    importEvidence({
      folder,
      file: isAbsolute(given) ? given : join(io.cwd, given),
      name: given,
      options: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
      write,
      signal,
      ...(io.terminal ? { onProgress: ({ rows }) => io.renew(`\r${words.rowsRead(rows)}`) } : {}),
    }),
  )
  const { result, stopped } = await importing.catch((error) => {
    throw error instanceof Stopped ? new StoppedImport(words.importStopped) : error
  })
  if (io.terminal) io.renew('\r\u001B[K')
  const faulty = result.problems.length > 0
  // Names for the text; programs and lists of problems need none.
  const around = faulty || options.json === true ? undefined : await openLedger()
  await answer(call, result, () =>
    around === undefined
      ? `${result.problems.map(formatProblem).join('\n')}\n${words.nothingImported(Object.values(result.problemCounts).reduce((sum, n) => sum + n, 0))}\n`
      : importedText(
          result,
          around.ledger,
          around.pack.places,
          language,
          write,
          Math.max(80, Math.min(110, io.columns)),
        ),
  )
  if (stopped && result.written.length > 0) {
    io.err(`${words.importWritten}\n`)
    return STOPPED_EXIT
  }
  return faulty ? WRONG_INPUT : 0
}
