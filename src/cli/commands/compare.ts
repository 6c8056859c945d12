/** `vraem compare A B …`: paired runs, the first is the reference; a table, files and the report. */
import type { CompareResult } from '../../lab/results.ts'
import { compareTable } from '../../report/table.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { ensembleCommand } from '../ensemble-command.ts'
import { surroundingsOf, writeReport } from '../report.ts'

export async function compare(call: Call): Promise<number> {
  const done = await ensembleCommand(call, 'compare', call.operands)
  const result = done.result as CompareResult
  const surroundings = surroundingsOf(done.lab, done.draws)
  const file = await writeReport(done.lab.root, done.folder, result, surroundings)
  await answer(call, result, () =>
    compareTable(result, surroundings, { language: call.language, width: call.io.columns }),
  )
  aside(call, call.words.written(done.folder))
  aside(call, call.words.report(file))
  return 0
}
