/** `npm start`: compares the shipped packages, prints the table, writes the report, and serves the laboratory page beside it. */
import type { CompareResult } from '../../lab/results.ts'
import { compareTable } from '../../report/table.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { ensembleCommand } from '../ensemble-command.ts'
import { surroundingsOf, writeReport } from '../report.ts'
import { serveLaboratory } from '../serving.ts'

/** The packages of the first comparison; the first is what would happen with the policy of 2024. */
export const PACKAGES: readonly string[] = [
  'baseline',
  'no-levers',
  'eradication-30k',
  'cacao-first',
  'school-transfers',
  'roads-power-health',
  'air-interdiction',
  'bases-and-patrols',
  'community-control',
  'balanced',
]

/** Drawn in colour when the report opens; the others are a click away. */
const DRAWN: readonly string[] = ['cacao-first', 'eradication-30k', 'balanced']

export async function start(call: Call): Promise<number> {
  const done = await ensembleCommand(call, 'start', PACKAGES)
  const result = done.result as CompareResult
  const surroundings = { ...surroundingsOf(done.lab, done.draws), focus: DRAWN }
  const file = await writeReport(done.lab.root, done.folder, result, surroundings)
  const { language, words, io } = call
  await answer(call, result, () => compareTable(result, surroundings, { language, width: io.columns }))
  aside(call, words.written(done.folder))
  aside(call, words.report(file))
  if (call.options.once === true) return 0
  // With --json stdout has had its one answer.
  await serveLaboratory(call, done.folder, (served) =>
    call.options.json === true ? aside(call, words.serving(served)) : io.out(`${words.serving(served)}\n`),
  )
  return 0
}
