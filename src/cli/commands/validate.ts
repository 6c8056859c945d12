/** `vraem validate`: the patterns of history that one ensemble can answer, misses included. */
import { throwIfAny } from '../../evidence/problem.ts'
import { openLaboratory, resolveAll } from '../../host/laboratory.ts'
import { answerable } from '../../lab/cells.ts'
import { evaluate, type PatternResult } from '../../lab/patterns/patterns.ts'
import { readPatterns } from '../../lab/patterns/read.ts'
import { number } from '../../report/format.ts'
import { model } from '../../system/model.ts'
import { answer, aside } from '../answer.ts'
import type { Call } from '../command.ts'
import { drawsFor } from '../draws.ts'
import { planFor, runPlan } from '../ensemble.ts'
import type { Language } from '../language.ts'
import { DEFAULT_DRAWS, DEFAULT_SAMPLE } from '../request.ts'
import { textTable } from '../table.ts'

export async function validate(call: Call): Promise<number> {
  const { words, options, language } = call
  const lab = await openLaboratory()
  const { patterns, problems } = readPatterns(lab.sources.checks, answerable(model))
  throwIfAny(problems)
  const wish = { seed: options.seed, draws: options.draws ?? DEFAULT_DRAWS, prior: options.prior ?? false }
  const draws = drawsFor(lab, wish, call.command)
  const plan = planFor('history', resolveAll(lab, ['history'], call.command), draws)
  const collector = await runPlan(call, { lab, plan, sample: options.sample ?? DEFAULT_SAMPLE })
  const results = evaluate(patterns, collector)
  aside(call, draws.note[language])
  const json = { patterns: results.map((result) => ({ ...result, band: result.tests[0]?.band ?? null })), skill: [] }
  await answer(call, json, () => {
    const counted = results.filter((result) => result.pass !== null)
    const inside = counted.filter((result) => result.pass).length
    const rest = results.filter((result) => result.share_inside === null).length
    const table = textTable(
      words.patternsHead,
      results.flatMap((result) => rows(call, result)),
    )
    return `${table}${words.patternsSum(inside, counted.length, rest)}\n`
  })
  return 0
}

/** One line per band of the pattern; what stands for the whole pattern only on the first. */
function rows({ words, language }: Call, result: PatternResult): string[][] {
  const head = [result.id, clipped(result[language]), result.role]
  const status = words.patternWords[result.status]
  if (result.tests.length === 0) return [[...head, '', '', '', status]]
  const share = result.share_inside === null ? '' : `${Math.round(result.share_inside * 100)}%`
  return result.tests.map((test, k) => [
    ...(k === 0 ? [...head, share] : ['', '', '', '']),
    figure(test.p50, language),
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
