/** `vraem contested [PACKAGE …]`: which open question would change the choice, and what finding out would be worth. */
import { join } from 'node:path'

import { type SideRun, sideRuns } from '../../host/contested.ts'
import { shippedDraws } from '../../host/draws.ts'
import { readyFolder } from '../../host/folder.ts'
import { type Laboratory, openLaboratory } from '../../host/laboratory.ts'
import { Stopped } from '../../host/pool.ts'
import { findRoot } from '../../host/root.ts'
import { writeWhole } from '../../host/write.ts'
import { withColumns } from '../../lab/contested/columns.ts'
import { contested as settled } from '../../lab/contested/contested.ts'
import { columnQuestions, contestedNames, contradictionQuestions } from '../../lab/contested/questions.ts'
import type { Contested } from '../../lab/contested/result.ts'
import { slim, slimmer } from '../../lab/contested/slim.ts'
import { WEIGHED, withWeighed } from '../../lab/contested/weighed.ts'
import { hashOfDraws } from '../../lab/draws.ts'
import type { StudyManifest } from '../../lab/study/study.ts'
import type { Study } from '../../lab/study/table.ts'
import { rerunTable } from '../../report/contested/rerun.ts'
import { aboutContested, contestedSentences, doubtfulSentences } from '../../report/contested/sentences.ts'
import { effectsTable, firstTable } from '../../report/contested/tables.ts'
import { model } from '../../system/model.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { sentenceLines, tableLines } from '../decision-text.ts'
import { StoppedAt } from '../ensemble.ts'
import { listed, unknownNames } from '../listed.ts'
import { absolute, DEFAULT_SAMPLE } from '../request.ts'
import { shortened } from '../shortened.ts'
import { studyOf, wishesOf, withPackages } from '../studies.ts'
import { watched } from '../watched.ts'

/** Outcomes of a study that are not asked about unless named: parts of others. */
const PARTS = /\//
/** Shuffles for single unknowns, which share them: many questions are asked at once. */
const SHUFFLES = 299
/** Futures of each side that is run inside. */
const RERUN = 48
export const CONTESTED_FILE = 'contested.json'

export async function contested(call: Call): Promise<number> {
  const { operands, options, io, words, language } = call
  const root = findRoot()
  const { study: whole, manifest } = withPackages(call, await studyOf(call, root), operands)
  const asked = await askedOf(call, whole)
  const lab = await openLaboratory()
  const { contradictions } = lab.pack.ledger
  const again = listed(options.rerun)
  const list = shippedDraws(lab)
  if (again)
    unknownNames(
      again,
      contradictions.map(({ id }) => id),
      { file: call.command, field: '--rerun', what: 'a contradiction' },
    )
  const names = contestedNames(contradictions)
  const ours = list !== undefined && hashOfDraws(list) === manifest.draws.hash
  const study = ours ? withColumns(asked, names, { ...lab.pack, list, switches: model.switches }) : asked
  const found = await answered(call, study, lab)
  const reruns = again === undefined || list === undefined ? [] : await rerun(call, lab, study, manifest, again)
  const result = { manifest, ...found.ledger, doubtful: found.doubtful, ...(again === undefined ? {} : { reruns }) }
  if (options.out !== undefined) {
    const folder = await readyFolder(absolute(options.out, io.cwd))
    await writeWhole(
      join(folder, CONTESTED_FILE),
      `${JSON.stringify(shortened({ ...result, ...slim(found.ledger), doubtful: slimmer(found.doubtful) }))}\n`,
    )
    aside(call, words.written(folder))
  }
  await answer(call, result, () => {
    const tables = [
      firstTable(found.ledger, 'contradictions'),
      effectsTable(found.ledger),
      firstTable(found.doubtful, 'unknowns'),
    ]
    const shown = tables.filter(({ rows }) => rows.length > 0).map((table) => tableLines(table, language, io.columns))
    const said = [
      ...contestedSentences(found.ledger),
      ...doubtfulSentences(found.doubtful),
      aboutContested(found.ledger),
    ]
    const inside = reruns.length === 0 ? [] : [tableLines(rerunTable(reruns, contradictions), language, io.columns)]
    return [sentenceLines(said, language, io.columns), ...shown, ...inside].join('\n')
  })
  return 0
}

/** The outcomes that are asked about, and the weighted regret where weights are given. */
async function askedOf(call: Call, study: Study): Promise<Study> {
  const known = study.outcomes.map(({ name }) => name)
  const wishes = await wishesOf(call, known)
  const named = listed(call.options.outcome)
  if (named) unknownNames(named, known, { file: call.command, field: '--outcome', what: 'an outcome of this study' })
  const outcomes = study.outcomes.filter(({ name }) => (named ? named.includes(name) : !PARTS.test(name)))
  const weighed = wishes?.weights === undefined ? study : withWeighed(study, wishes.weights)
  return { ...study, outcomes: [...outcomes, ...weighed.outcomes.filter(({ name }) => name === WEIGHED)] }
}

/** Contradictions, then every unknown by itself; of the latter what was found. */
async function answered(
  call: Call,
  study: Study,
  lab: Laboratory,
): Promise<{ ledger: Contested; doubtful: Contested }> {
  const { contradictions } = lab.pack.ledger
  const varied = new Set(study.uncertainties.map(({ name }) => name))
  const { questions, unanswered } = contradictionQuestions(contradictions, varied)
  const seed = call.options.seed ?? 1
  return watched(
    call,
    ({ done, total }) => call.words.open.shuffling(done, total),
    async (line) => {
      // the work is one piece of some seconds; the line says how far it is before and after
      const step = { onQuestion: (done: number, total: number) => line.step(done, total) }
      const ledger = settled(study, questions, { seed, unanswered, ...step })
      const all = settled(study, columnQuestions(study, contradictions), { seed, shuffles: SHUFFLES, ...step })
      const groups = all.groups.filter((row) => row.effect > 0 || (row.evpi ?? 0) > 0 || row.ranking_changes > 0)
      return { ledger, doubtful: { ...all, groups } }
    },
  )
}

async function rerun(
  call: Call,
  lab: Laboratory,
  study: Study,
  manifest: StudyManifest,
  groups: readonly string[],
): Promise<SideRun[]> {
  const { options, words } = call
  const list = shippedDraws(lab)
  const policies = study.policies.map(({ name }) => name)
  unknownNames(policies, [...lab.scenarios.keys()], {
    file: call.command,
    field: '--rerun',
    what: 'a scenario that can be run',
  })
  const runs: SideRun[] = []
  for (const group of groups) {
    const contradiction = lab.pack.ledger.contradictions.find(({ id }) => id === group)
    if (contradiction === undefined || list === undefined) continue
    const own = await watched(call, words.decision.step, (line, signal) =>
      sideRuns({
        ...{ lab, contradiction, list, policies, signal },
        outcomes: study.outcomes.map(({ name }) => name),
        futures: options.futures ?? RERUN,
        sample: options.sample ?? DEFAULT_SAMPLE,
        seed: options.seed ?? manifest.seed,
        workers: options.workers,
        onSide: (side) => line.note(words.open.rerunning(group, side)),
        onProgress: (done, total) => line.step(done, total),
      }),
    ).catch((error) => {
      if (!(error instanceof Stopped)) throw error
      throw new StoppedAt(words.stoppedPlain)
    })
    runs.push(...own)
  }
  return runs
}
