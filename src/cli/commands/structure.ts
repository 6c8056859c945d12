/** `vraem structure`: the mechanism contest: what patterns and policy answers lose when one mechanism is swapped. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { throwIfAny } from '../../evidence/problem.ts'
import { readyFolder } from '../../host/folder.ts'
import { openLaboratory } from '../../host/laboratory.ts'
import { Stopped } from '../../host/pool.ts'
import { CONTEST_PACKAGES, CONTEST_YEARS, contest } from '../../host/structure.ts'
import { writeWhole } from '../../host/write.ts'
import { answerable } from '../../lab/cells.ts'
import { readPatterns } from '../../lab/patterns/read.ts'
import { givenIn } from '../../lab/structure/answers.ts'
import { contestCsv } from '../../lab/structure/contest.ts'
import { swaps } from '../../lab/structure/swaps.ts'
import { type ContestFacts, contestDocument, contestHead, contestNotes, contestRows } from '../../report/contest.ts'
import { model } from '../../system/model.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { drawsFor } from '../draws.ts'
import { StoppedAt } from '../ensemble.ts'
import { absolute, UNFINISHED } from '../request.ts'
import { textTable } from '../table.ts'
import { watched } from '../watched.ts'

/** Draws when nothing else is said: about ten minutes on two idle cores. */
const DRAWS = 32
/** Draws for the pairs of runs of S-patterns, dearer than all else together. */
const PAIRS = 12
const SAMPLE = 100

export async function structure(call: Call): Promise<number> {
  const { words, options, io, language } = call
  const lab = await openLaboratory()
  const { patterns, problems } = readPatterns(lab.sources.checks, answerable(model))
  throwIfAny(problems)
  const wish = { seed: options.seed, draws: options.draws ?? DRAWS, prior: options.prior ?? false }
  const draws = drawsFor(lab, wish, call.command)
  const sample = options.sample ?? SAMPLE
  const pairs = Math.min(PAIRS, draws.indices.length)
  const folder = options.out === undefined ? undefined : absolute(options.out, io.cwd)
  const unfinished = folder === undefined ? undefined : await readyFolder(join(folder, UNFINISHED))
  aside(call, draws.note[language])
  aside(call, words.contesting(swaps.length, draws.indices.length, sample))

  const { base, rounds, outcomes } = await watched(call, words.progress, (line, signal) =>
    contest({
      lab,
      patterns,
      swaps,
      draws,
      pairs,
      sample,
      folder: unfinished,
      workers: options.workers,
      signal,
      onProgress: (done, total) => line.step(done, total),
      onLost: (why) => line.note(words.workerLost(why)),
    }),
  ).catch((error) => {
    if (!(error instanceof Stopped)) throw error
    throw new StoppedAt(unfinished === undefined ? words.stoppedPlain : words.contestStopped)
  })

  const counted = base.patterns.filter(({ pass }) => pass !== null)
  const facts: ContestFacts = {
    draws: draws.indices.length,
    pairs,
    sample,
    kind: draws.kind,
    packages: CONTEST_PACKAGES,
    years: CONTEST_YEARS,
    base: [counted.filter(({ pass }) => pass).length, counted.length],
    given: [givenIn(base.answers), base.answers.length],
    created: new Date().toISOString(),
    model: lab.hashes.model.slice(0, 12),
  }
  if (folder !== undefined) {
    await writeWhole(join(folder, 'structure.csv'), contestCsv(rounds))
    await writeWhole(join(folder, 'structure.md'), contestDocument(rounds, facts))
    await rm(join(folder, UNFINISHED), { recursive: true, force: true })
  }
  await answer(call, { ...facts, refitted: false, outcomes, patterns: base.patterns, rounds }, () => {
    const table = textTable(contestHead(language), contestRows(rounds, language))
    return `${table}\n${contestNotes(rounds, facts, language).join('\n')}\n`
  })
  if (folder !== undefined) aside(call, words.written(folder))
  return 0
}
