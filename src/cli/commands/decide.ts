/** `vraem decide [A B …]`: what is robust under many futures, outcome by outcome; a finished study, or one that is run now. */
import { join } from 'node:path'
import { readCsv } from '../../evidence/csv.ts'
import { InputError } from '../../evidence/problem.ts'
import { findRoot } from '../../host/root.ts'
import { readLimited } from '../../host/sources.ts'
import { writeWhole } from '../../host/write.ts'
import { type Decision, decide as decided } from '../../lab/decide/decide.ts'
import { studyOutcomes } from '../../lab/study/layout.ts'
import { gainsSentences, type Sides } from '../../report/decision/gains.ts'
import { decisionSentences } from '../../report/decision/sentences.ts'
import { decisionTables } from '../../report/decision/tables.ts'
import type { Words } from '../../report/input.ts'
import { model } from '../../system/model.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { sentenceLines, tableLines } from '../decision-text.ts'
import { anyStudyOf, type ReadStudy, requireNoRun, wishesOf, withPackages } from '../studies.ts'
import { type RanStudy, ranStudy } from '../study-run.ts'

export async function decide(call: Call): Promise<number> {
  const { operands, options, command } = call
  const root = findRoot()
  const runs = options.resume !== undefined || (operands.length > 0 && options.study === undefined)
  if (!runs) requireNoRun(call)
  if (runs && options.budget !== undefined && operands.length < 2 && options.resume === undefined)
    throw new InputError([
      {
        ...{ code: 'missing-operand', file: command, field: '--budget', what: 'there is no package to scale' },
        expected: 'a reference and at least one package',
        todo: 'name them',
      },
    ])
  let ran: RanStudy | undefined
  let result: ReadStudy
  if (runs) {
    // what is wrong with the wishes is said before minutes of work
    await wishesOf(call, studyOutcomes(model))
    ran = await ranStudy(call, root)
    result = ran.result
  } else result = withPackages(call, await anyStudyOf(call, root), operands)
  const { study } = result
  const wishes = await wishesOf(
    call,
    study.outcomes.map(({ name }) => name),
  )
  const decision = decided(study, { wishes, seed: options.seed ?? 1 })
  const sides: Sides = { ...result, policies: study.policies, futures: decision.futures.kept, names: await names(root) }
  const gains = Object.fromEntries(study.policies.slice(1).map(({ name }) => [name, gainsSentences(sides, name)]))
  const sentences = decisionSentences(decision)
  const { manifest } = result
  const budget = ran?.request.budget
  const full = {
    ...{ manifest, decision, sentences, gains },
    ...(budget === undefined ? {} : { budget: { soles: budget, fits: ran?.request.fits } }),
  }
  if (ran !== undefined) await writeWhole(join(ran.folder, 'decision.json'), `${JSON.stringify(full, null, 1)}\n`)
  await answer(call, full, () => text(call, decision, sentences, gains))
  if (ran !== undefined) aside(call, call.words.written(ran.folder))
  return 0
}

/** Names of districts by ubigeo. */
async function names(root: string): Promise<Map<string, string>> {
  const file = 'data/geo/districts.csv'
  const { records } = readCsv(await readLimited(join(root, file), file), file)
  const [head, ...rows] = records.map(({ cells }) => cells)
  const [ubigeo, district] = ['ubigeo', 'district'].map((name) => head?.indexOf(name) ?? -1) as [number, number]
  return new Map(rows.map((cells) => [cells[ubigeo] ?? '', cells[district] ?? '']))
}

function text(
  { language, io }: Call,
  decision: Decision,
  sentences: readonly Words[],
  gains: Readonly<Record<string, readonly Words[]>>,
): string {
  // what the data cannot say is the same for every package: said once, at the end
  const effects = Object.values(gains)
  const common = effects[0]?.at(-1)
  const order = [...effects.flatMap((list) => list.filter(({ en }) => en !== common?.en)), ...(common ? [common] : [])]
  return [
    sentenceLines(sentences, language, io.columns),
    ...decisionTables(decision).map((table) => tableLines(table, language, io.columns)),
    sentenceLines(order, language, io.columns),
  ].join('\n')
}
