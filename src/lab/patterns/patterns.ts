// Which patterns an ensemble makes: of history, of pairs of runs, of the values of its draws.
import { quantile } from '../../engine/quantiles.ts'
import type { Cells } from '../cells.ts'
import type { Collector } from '../ensemble.ts'
import type { Words } from '../results.ts'
import type { Pattern } from './schema.ts'
import { type Measured, measured } from './statistics.ts'

export interface PatternResult {
  readonly id: string
  readonly number: number
  readonly role: Pattern['role']
  readonly en: string
  readonly es: string
  readonly source: string
  readonly status: 'inside' | 'outside' | 'not run' | 'held back'
  /** Share of draws that meet every test; null where nothing was worked out. */
  readonly share_inside: number | null
  /** Of each test, over the draws in which it can be worked out; no number (null in JSON) where there are none. */
  readonly tests: readonly {
    readonly band: readonly [number, number]
    readonly p05: number
    readonly p50: number
    readonly p95: number
  }[]
  /** Null where the pattern is not counted (roles I and B) or not worked out. */
  readonly pass: boolean | null
  /** Why nothing was worked out, or what of the fact the tests leave out. */
  readonly words?: Words
}

/** Roles whose patterns count. */
const COUNTED: readonly Pattern['role'][] = ['C', 'V', 'S', 'bound']

const NOT_HERE = {
  state: {
    en: 'asks for quantities that this run did not keep; vraem validate runs it',
    es: 'pide magnitudes que esta corrida no guardó; la corre vraem validate',
  },
  counterfactual: {
    en: 'asks for pairs of runs with and without the cause; vraem validate runs them',
    es: 'pide pares de corridas con y sin la causa; las corre vraem validate',
  },
  parameters: {
    en: 'is read from the draws, not from a run; vraem validate reads it',
    es: 'se lee de las muestras, no de una corrida; lo lee vraem validate',
  },
  history: { en: 'the run does not hold the years it asks for', es: 'la corrida no tiene los años que pide' },
} as const satisfies Record<Pattern['answer'], Words>

const HELD: Words = {
  en: 'held out: not looked at before the first look at the hold-out stands in docs/looks.csv',
  es: 'apartado: no se mira antes de que la primera mirada conste en docs/looks.csv',
}

/** How many tests of a pattern a single run meets, and of how many; undefined when the run did not keep what is needed. */
export function meets(
  pattern: Pattern,
  cells: Cells,
  values: ArrayLike<number>,
): { met: number; of: number } | undefined {
  const answers = answersOf(pattern, cells, values)
  return answers && { met: answers.filter(inside).length, of: answers.length }
}

const inside = ({ value, band }: Measured): boolean => value >= band[0] && value <= band[1]

/** Answers to all tests of a run; undefined when it did not keep what is needed. */
export function answersOf({ tests }: Pattern, cells: Cells, values: ArrayLike<number>): Measured[] | undefined {
  const all = tests.map((test) => measured(test, cells, values))
  return all.length > 0 && all.every((m) => m !== undefined) ? all.flat() : undefined
}

/** Evaluates on scenario `scenario` of the ensemble (history) what outcomes of history answer; the rest says why not. */
export function evaluate(patterns: readonly Pattern[], collector: Collector, scenario = 0): PatternResult[] {
  const runs = membersOf(collector, scenario)
  return patterns.map((pattern) =>
    judged(pattern, pattern.answer === 'history' ? runs.map((run) => answersOf(pattern, collector.cells, run)) : []),
  )
}

/** The result of a pattern from its answers, draw by draw. A number that is none lies outside of any band. */
export function judged(pattern: Pattern, answers: readonly (readonly Measured[] | undefined)[]): PatternResult {
  const { role, left_out: words } = pattern
  if (answers.length === 0 || !answers.every((a) => a !== undefined)) return without(pattern, 'not run')
  const share = answers.filter((each) => each.every(inside)).length / answers.length
  const made = share >= (pattern.need ?? 0.5)
  return {
    ...headOf(pattern),
    status: made ? 'inside' : 'outside',
    share_inside: share,
    tests: spreads(answers),
    pass: COUNTED.includes(role) ? made : null,
    ...(words && { words }),
  }
}

/** The result of a pattern that nothing was worked out for. */
export const without = (pattern: Pattern, status: 'not run' | 'held back'): PatternResult => ({
  ...headOf(pattern),
  status,
  share_inside: null,
  tests: [],
  pass: null,
  words: status === 'held back' ? HELD : NOT_HERE[pattern.answer],
})

/** One result a pattern, in file order: the last one that was worked out. */
export function together(
  patterns: readonly Pattern[],
  ...results: readonly (readonly PatternResult[])[]
): PatternResult[] {
  return patterns.map((pattern) => {
    const found = results.flat().filter(({ id }) => id === pattern.id)
    return found.findLast(({ status }) => status !== 'not run') ?? found.at(-1) ?? without(pattern, 'not run')
  })
}

const headOf = ({ id, number, role, en, es, source }: Pattern) => ({ id, number, role, en, es, source })

function membersOf(collector: Collector, scenario: number): Float64Array[] {
  const runs = Array.from({ length: collector.count }, () => new Float64Array(collector.cells.length))
  const column = new Float64Array(collector.count)
  for (let cell = 0; cell < collector.cells.length; cell++) {
    collector.values(scenario, cell, column)
    runs.forEach((run, draw) => {
      run[cell] = column[draw] as number
    })
  }
  return runs
}

function spreads(answers: readonly (readonly Measured[])[]): PatternResult['tests'] {
  return (answers[0] ?? []).map(({ band }, k) => {
    const sorted = Float64Array.from(answers, (tests) => tests[k]?.value ?? Number.NaN)
      .filter(Number.isFinite)
      .sort()
    const at = (q: number) => (sorted.length === 0 ? Number.NaN : quantile(sorted, q))
    return { band, p05: at(0.05), p50: at(0.5), p95: at(0.95) }
  })
}
