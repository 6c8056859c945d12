/** `vraem run SCENARIO`: one scenario over an ensemble of draws. */
import type { RunResult } from '../../lab/results.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { ensembleCommand } from '../ensemble-command.ts'
import { runTable } from '../run-table.ts'

export async function run(call: Call): Promise<number> {
  const done = await ensembleCommand(call, 'run', call.operands)
  const result = done.result as RunResult
  await answer(call, result, () => runTable(result, call.language))
  aside(call, call.words.written(done.folder))
  return 0
}
