/** `vraem discover [PACKAGE]`: in which futures a package fails, in plain words. */
import { throwIfAny } from '../../evidence/problem.ts'
import { findRoot } from '../../host/root.ts'
import { type Discovery, discover as discovered } from '../../lab/discover/discover.ts'
import type { Failing } from '../../lab/discover/failing.ts'
import { readRule } from '../../lab/discover/rule.ts'
import type { Study } from '../../lab/study/table.ts'
import { boxTable, discoverySentences } from '../../report/decision/boxes.ts'
import { answer } from '../answer.ts'
import type { Call } from '../command.ts'
import { sentenceLines, tableLines } from '../decision-text.ts'
import { anyStudyOf, faultOf, requirePackages, wishesOf } from '../studies.ts'
import { watched } from '../watched.ts'

/** Without a rule: worse than the reference in what people feel first. */
const ASKED = ['deaths', 'household_income', 'poverty_rate']
/** Halves of the draws where one package is asked about, and where all are. */
const RERUNS = { one: 20, all: 10 }

export async function discover(call: Call): Promise<number> {
  const { operands, options, language, io, words } = call
  const { study, manifest } = await anyStudyOf(call, findRoot())
  requirePackages(call, study, operands)
  const rules = await rulesOf(call, study)
  const names = operands.length > 0 ? operands : study.policies.slice(1).map(({ name }) => name)
  const asked = names.flatMap((policy) => rules.map((failing) => ({ policy, failing })))
  const reruns = operands.length > 0 ? RERUNS.one : RERUNS.all
  const found: Discovery[] = []
  await watched(call, words.decision.step, async (line, signal) => {
    for (const one of asked) {
      line.note(words.decision.looking(one.policy, found.length + 1, asked.length))
      // a look lasts seconds: Ctrl-C is heard between two of them
      await new Promise((resolve) => setImmediate(resolve))
      signal.throwIfAborted()
      found.push(discovered(study, { ...one, seed: options.seed ?? 1, reruns }))
    }
  })
  const told = found.map((discovery) => ({ discovery, sentences: discoverySentences(discovery, study) }))
  await answer(
    call,
    { manifest, discoveries: told.map(({ discovery, sentences }) => ({ ...discovery, sentences })) },
    () =>
      told
        .map(({ discovery, sentences }) => {
          const table = boxTable(discovery)
          const lines = sentenceLines(sentences, language, io.columns)
          return table === undefined ? lines : `${lines}${tableLines(table, language, io.columns)}`
        })
        .join('\n'),
  )
  return 0
}

/** What failing means: --fails, else the thresholds of the file, else worse than the reference. */
async function rulesOf(call: Call, { outcomes }: Study): Promise<Failing[]> {
  const known = outcomes.map(({ name }) => name)
  const wishes = await wishesOf(call, known)
  const { fails } = call.options
  if (fails !== undefined) {
    const read = readRule(fails, known)
    if ('failing' in read) return [read.failing]
    throwIfAny([faultOf(read.fault, '--fails', call.command)])
  }
  if (wishes !== undefined && wishes.thresholds.length > 0)
    return [{ kind: 'thresholds', thresholds: wishes.thresholds }]
  const usual = ASKED.filter((name) => known.includes(name))
  const better = outcomes.filter((outcome) => outcome.better !== 'open').map(({ name }) => name)
  return (usual.length > 0 ? usual : better.slice(0, 3)).map((outcome) => ({ kind: 'worse', outcome }))
}
