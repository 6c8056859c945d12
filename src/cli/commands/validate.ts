/** `vraem validate`: the patterns of history, misses included, and the score card of past forecasts. `--look` opens the hold-out. */
import { throwIfAny } from '../../evidence/problem.ts'
import { COUNTERFACTUAL_DRAWS, COUNTERFACTUAL_SAMPLE, counterfactuals } from '../../host/counterfactuals.ts'
import { type Laboratory, openLaboratory, resolveAll } from '../../host/laboratory.ts'
import type { Progress } from '../../host/progress.ts'
import { CUT } from '../../lab/calibrate/information.ts'
import { answerable } from '../../lab/cells.ts'
import { type DrawList, firstDraws } from '../../lab/draws.ts'
import { skillRows } from '../../lab/hindcast/verdict.ts'
import { evaluate, type PatternResult, together, without } from '../../lab/patterns/patterns.ts'
import { readPatterns } from '../../lab/patterns/read.ts'
import { type Pattern, yearsOf } from '../../lab/patterns/schema.ts'
import { number } from '../../report/format.ts'
import { model } from '../../system/model.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { drawsFor } from '../draws.ts'
import { planFor, runPlan } from '../ensemble.ts'
import type { Language } from '../language.ts'
import { takeLook } from '../look.ts'
import { explained, reasonLines } from '../misses.ts'
import { DEFAULT_DRAWS, DEFAULT_SAMPLE } from '../request.ts'
import { lookTable, skillIn, skillTables } from '../skill.ts'
import { textTable } from '../table.ts'
import { watched } from '../watched.ts'

export async function validate(call: Call): Promise<number> {
  const { options, language } = call
  const lab = await openLaboratory()
  if (options.look === true) return look(call, lab)
  const { patterns, problems } = readPatterns(lab.sources.checks, answerable(model))
  throwIfAny(problems)
  const skill = await skillIn(lab)
  const wish = { seed: options.seed, draws: options.draws ?? DEFAULT_DRAWS, prior: options.prior ?? false }
  const draws = drawsFor(lab, wish, call.command)
  aside(call, draws.note[language])
  const results = await patternsOf(call, lab, patterns, draws, skill.looks.length > 0)
  for (const { file, line, what, todo } of skill.remarks)
    aside(call, `${file}${line === undefined ? '' : `:${line}`}: ${what}; ${todo.replace('nothing: ', '')}`)
  const misses = explained(lab, patterns, results)
  const reasonOf = (id: string) => {
    const miss = misses.find(({ pattern }) => pattern === id)
    return miss && { reason: miss.reason, mechanism: miss.mechanism }
  }
  const json = {
    patterns: results.map((result) => ({ ...result, band: result.tests[0]?.band ?? null, ...reasonOf(result.id) })),
    skill: skillRows(skill.card, skill.looks),
    opened: skill.looks.length > 0,
    remarks: skill.remarks,
  }
  await answer(
    call,
    json,
    () => `${patternTables(call, results)}${reasonLines(misses, language)}\n${skillTables(call, skill)}`,
  )
  return 0
}

/** Scores the hold-out, writes the look down and shows it. */
async function look(call: Call, lab: Laboratory): Promise<number> {
  const { look, card, looks } = await takeLook(lab)
  const own = looks.filter((row) => row.look === look)
  await answer(call, { look, rows: own, card }, () => lookTable(call, own))
  return 0
}

/** Patterns whose facts are later than 2018 stay unanswered until the hold-out was opened. */
const heldBack = ({ role, answer, tests }: Pattern): boolean => {
  const years = tests.flatMap(yearsOf)
  return answer === 'history' && (role === 'V' || role === 'B') && (years.length === 0 || Math.max(...years) > CUT)
}

/** Every pattern: of history, of pairs of runs with and without a cause, of the draws themselves. */
async function patternsOf(
  call: Call,
  lab: Laboratory,
  patterns: readonly Pattern[],
  draws: DrawList,
  looked: boolean,
): Promise<PatternResult[]> {
  const { options, words } = call
  const plan = planFor('history', resolveAll(lab, ['history'], call.command), draws)
  const collector = await runPlan(call, { lab, plan, sample: options.sample ?? DEFAULT_SAMPLE })
  const hidden = looked ? [] : patterns.filter(heldBack)
  const open = patterns.filter((pattern) => !hidden.includes(pattern))
  const say = ({ done, total }: Progress) => words.skill.withCause(done, total)
  const caused = await watched(call, say, (line, signal) =>
    counterfactuals({
      ...{ lab, patterns, held: looked, workers: options.workers, signal },
      draws: firstDraws(draws, COUNTERFACTUAL_DRAWS),
      sample: options.sample ?? COUNTERFACTUAL_SAMPLE,
      onProgress: (done, total) => line.step(done, total),
      onLost: (why) => line.note(words.workerLost(why)),
    }),
  )
  const back = hidden.map((pattern) => without(pattern, 'held back'))
  return together(patterns, evaluate(open, collector), back, caused)
}

const ROLES = ['C', 'V', 'S', 'bound'] as const

function patternTables(call: Call, results: readonly PatternResult[]): string {
  const { words, language } = call
  const table = textTable(
    words.patternsHead,
    results.flatMap((result) => rows(call, result)),
  )
  const sums = ROLES.flatMap((role) => {
    const counted = results.filter((result) => result.role === role && result.pass !== null)
    const missed = counted.filter(({ pass }) => pass === false).length
    return counted.length === 0 ? [] : [words.skill.patterns(role, missed, counted.length)]
  })
  const why = new Map<string, string[]>()
  for (const { id, words: said } of results) if (said) why.set(said[language], [...(why.get(said[language]) ?? []), id])
  const notes = [...why].map(([said, ids]) => `${ids.join(', ')}: ${said}`)
  return `${[table.trimEnd(), ...notes, sums.join(' ')].join('\n')}\n`
}

/** One line per band of the pattern; what stands for the whole pattern only on the first. */
function rows({ words, language }: Call, result: PatternResult): string[][] {
  const head = [result.id, clipped(result[language]), result.role]
  const status = words.patternWords[result.status]
  if (result.tests.length === 0) return [[...head, '', '', '', status]]
  const share = result.share_inside === null ? '' : `${Math.round(result.share_inside * 100)}%`
  return result.tests.map((test, k) => [
    ...(k === 0 ? [...head, share] : ['', '', '', '']),
    Number.isFinite(test.p50) ? figure(test.p50, language) : '–',
    test.band.map((edge) => figure(edge, language)).join(' … '),
    k === 0 ? status : '',
  ])
}

const WIDEST = 56
const clipped = (text: string): string => (text.length > WIDEST ? `${text.slice(0, WIDEST - 1).trimEnd()}…` : text)

function figure(value: number, language: Language): string {
  const size = Math.abs(value)
  return number(value, size >= 100 || Number.isInteger(value) ? 0 : size >= 1 ? 1 : 3, language)
}
