/** `vraem interactions [A B …]`: what instruments add to each outcome, what pairs do beyond that, and which to begin with. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from '../../engine/index.ts'
import { InputError } from '../../evidence/problem.ts'
import { readyFolder } from '../../host/folder.ts'
import { countProblems, readInstruments, runInteractions } from '../../host/interactions.ts'
import { openLaboratory } from '../../host/laboratory.ts'
import { namedScenarios, shippedNames, unknownScenarios } from '../../host/named.ts'
import { Stopped } from '../../host/pool.ts'
import { findRoot } from '../../host/root.ts'
import { writeWhole } from '../../host/write.ts'
import { hashOfDraws } from '../../lab/draws.ts'
import { FIVE, type InstrumentWord, instrumentWord } from '../../lab/interactions/instruments.ts'
import type { Interactions } from '../../lab/interactions/interactions.ts'
import { studyOutcomes } from '../../lab/study/layout.ts'
import { interactionsHtml } from '../../report/interactions/html.ts'
import { aboutInteractions, pairSentences, sharesTable, toldOutcomes } from '../../report/interactions/tables.ts'
import { model } from '../../system/model.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { sentenceLines, tableLines } from '../decision-text.ts'
import { StoppedAt } from '../ensemble.ts'
import { listed, unknownNames } from '../listed.ts'
import { absolute, UNFINISHED } from '../request.ts'
import { wholeList } from '../search.ts'
import { watched } from '../watched.ts'

const FUTURES = 40
const SAMPLE = 100
const LATE = 36

export async function interactions(call: Call): Promise<number> {
  const { options, io, words, command, operands, language } = call
  const root = findRoot()
  const named = (operands.length > 0 ? operands : FIVE).map(instrumentWord)
  const scenarios = [...new Set(named.map(({ scenario }) => scenario))]
  const problems = [
    ...countProblems(
      named.map(({ word }) => word),
      command,
    ),
    ...unknownScenarios(scenarios, await shippedNames(root), command),
  ]
  if (problems.length > 0) throw new InputError(problems)
  const outcomes = listed(options.outcome)
  if (outcomes !== undefined)
    unknownNames(outcomes, studyOutcomes(model), { file: command, field: '--outcome', what: 'an outcome of a study' })
  const { names, files } = await namedScenarios(scenarios, io.cwd)
  const lab = await openLaboratory(files, root)
  const nameOf = new Map(scenarios.map((word, k) => [word, names[k] ?? word]))
  const instruments = readInstruments(
    lab,
    named.map((one): InstrumentWord => ({ ...one, scenario: nameOf.get(one.scenario) ?? one.scenario })),
  )
  const draws = wholeList(lab, call)
  const [futures, sample, late, seed] = [
    options.futures ?? FUTURES,
    options.sample ?? SAMPLE,
    options.late ?? LATE,
    options.seed ?? 1,
  ]
  const what = [lab.hashes, instruments.map(({ hash }) => hash), hashOfDraws(draws), futures, sample, late, seed]
  const own = join(root, 'out', `interactions-${sha256Hex(JSON.stringify(what)).slice(0, 12)}`)
  const folder = await readyFolder(options.out === undefined ? own : absolute(options.out, io.cwd))
  const unfinished = await readyFolder(join(folder, UNFINISHED))
  aside(
    call,
    words.search.combining(
      instruments.map(({ name }) => name),
      2 ** instruments.length,
      futures,
      sample,
    ),
  )
  const result = await watched(call, words.search.futuresStep, (line, signal) =>
    runInteractions(lab, {
      ...{ instruments, late, draws, futures, sample, seed, folder: unfinished, workers: options.workers, signal },
      onProgress: (done, total) => line.step(done, total),
      onLost: (why) => line.note(words.workerLost(why)),
    }),
  ).catch((error) => {
    if (!(error instanceof Stopped)) throw error
    throw new StoppedAt(words.search.stopped(folder))
  })
  const { version, hashes } = lab
  const full = { command: 'interactions', version, ...hashes, seed, sample, draws: draws.kind, ...result }
  await writeWhole(join(folder, 'interactions.json'), `${JSON.stringify(full, null, 1)}\n`)
  await writeWhole(join(folder, 'interactions.html'), interactionsHtml(result, sample, language))
  await rm(unfinished, { recursive: true, force: true })
  await answer(call, full, () => text(call, result, sample, outcomes))
  aside(call, words.written(folder))
  return 0
}

function text({ language, io }: Call, result: Interactions, sample: number, asked?: readonly string[]): string {
  const told = toldOutcomes(result, asked)
  const said = [...pairSentences(result, told), ...aboutInteractions(result, sample)]
  return [
    ...told.map((of) => tableLines(sharesTable(result, of), language, io.columns)),
    sentenceLines(said, language, io.columns),
  ].join('\n')
}
