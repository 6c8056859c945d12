/** `vraem screen`: prior draws tried against what is known up to 2018; writes the list of those that pass. */
import { dirname, join } from 'node:path'
import { InputError, throwIfAny } from '../../evidence/problem.ts'
import { readyFolder } from '../../host/folder.ts'
import { openLaboratory, resolveAll } from '../../host/laboratory.ts'
import { writeWhole } from '../../host/write.ts'
import { answerable } from '../../lab/cells.ts'
import { priorDraws } from '../../lab/draws.ts'
import type { Collector } from '../../lab/ensemble.ts'
import { hashOfFiles } from '../../lab/manifest.ts'
import { readPatterns } from '../../lab/patterns/read.ts'
import { judge, screenedList, screenPatterns, type Verdict } from '../../lab/screen.ts'
import { model } from '../../system/model.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { DEFAULT_SEED, SHIPPED_DRAWS } from '../draws.ts'
import { planFor, runPlan } from '../ensemble.ts'
import { absolute, DEFAULT_SAMPLE } from '../request.ts'
import { textTable } from '../table.ts'

/** Draws tried when nothing else is said. */
const DEFAULT_TRIED = 300
/** C-patterns a kept draw may miss; bounds may not be missed. */
const MISSES = 9
/** Last year of what draws are screened by. */
const LAST_YEAR = 2018

export async function screen(call: Call): Promise<number> {
  const { words, options, io, command } = call
  const lab = await openLaboratory()
  const { patterns, problems } = readPatterns(lab.sources.checks, answerable(model))
  throwIfAny(problems)
  const rule = { patterns: screenPatterns(patterns), misses: options.misses ?? MISSES }
  const file = options.out === undefined ? join(lab.root, SHIPPED_DRAWS) : absolute(options.out, io.cwd)
  await readyFolder(dirname(file))
  const draws = priorDraws(options.seed ?? DEFAULT_SEED, options.draws ?? DEFAULT_TRIED)
  const plan = planFor('history', resolveAll(lab, ['history'], command), draws)
  const collector = await runPlan(call, { lab, plan, sample: options.sample ?? DEFAULT_SAMPLE })
  const verdicts = upTo(
    options.keep,
    membersOf(collector).map((values, k) => judge(draws.indices[k] ?? k, rule, collector.cells, values)),
  )
  const list = screenedList(draws.seed, rule, verdicts, hashOfFiles(lab.hashes))
  if (list.indices.length === 0) throw nothingKept(command, verdicts)
  await writeWhole(file, `${JSON.stringify(list, null, 1)}\n`)
  const missed = missedCounts(verdicts)
  await answer(call, { list, missed, file }, () => {
    const rows = missed.map(({ id, misses }) => [id, `${Math.round((100 * misses) / verdicts.length)}%`])
    return `${textTable(words.missedHead, rows)}${words.screened(list.indices.length, verdicts.length)}\n`
  })
  aside(call, words.written(file))
  return 0
}

/** Verdicts until so many draws are kept. */
function upTo(keep: number | undefined, verdicts: readonly Verdict[]): readonly Verdict[] {
  if (keep === undefined) return verdicts
  let kept = 0
  const end = verdicts.findIndex((verdict) => {
    if (verdict.kept) kept += 1
    return kept === keep
  })
  return end < 0 ? verdicts : verdicts.slice(0, end + 1)
}

/** How often each pattern was missed, most often first. */
function missedCounts(verdicts: readonly Verdict[]): { id: string; misses: number }[] {
  const counts = new Map<string, number>()
  for (const id of verdicts.flatMap((verdict) => verdict.missed)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].map(([id, misses]) => ({ id, misses })).sort((a, b) => b.misses - a.misses)
}

/** Values of the first scenario, draw by draw. */
function membersOf(collector: Collector): Float64Array[] {
  const members = Array.from({ length: collector.count }, () => new Float64Array(collector.cells.length))
  const column = new Float64Array(collector.count)
  for (let cell = 0; cell < collector.cells.length; cell++) {
    collector.values(0, cell, column)
    for (const [draw, values] of members.entries()) values[cell] = column[draw] as number
  }
  return members
}

function nothingKept(command: string, verdicts: readonly Verdict[]): InputError {
  const worst = missedCounts(verdicts)[0]
  return new InputError([
    {
      code: 'nothing-kept',
      file: command,
      field: '--draws',
      what: `none of ${verdicts.length} draws passes; ${worst?.id ?? 'a bound'} is missed most often`,
      expected: 'at least one',
      todo: `try more draws, or allow more --misses; the list that is there stays as it is (patterns up to ${LAST_YEAR})`,
    },
  ])
}
