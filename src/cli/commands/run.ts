/** `vraem run SCENARIO`: one scenario over an ensemble of draws; with --model beside the same under changed rules. */
import { compareTable } from '../../report/table.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { ensembleCommand } from '../ensemble-command.ts'
import { surroundingsOf } from '../report.ts'
import { runTable } from '../run-table.ts'

export async function run(call: Call): Promise<number> {
  const done = await ensembleCommand(call, 'run', call.operands)
  if ('periods' in done.result) {
    const result = done.result
    const surroundings = surroundingsOf(done.lab, done.draws)
    await answer(call, result, () =>
      compareTable(result, surroundings, { language: call.language, width: call.io.columns }),
    )
  } else {
    const result = done.result
    await answer(call, result, () => runTable(result, call.language))
  }
  aside(call, call.words.written(done.folder))
  return 0
}
