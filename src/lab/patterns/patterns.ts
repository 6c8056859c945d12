// Which patterns an ensemble of history makes, and which only calibration or counterfactual runs can answer.
import { quantile } from '../../engine/quantiles.ts'
import type { Cells } from '../cells.ts'
import type { Collector } from '../ensemble.ts'
import type { Pattern } from './schema.ts'
import { measured } from './statistics.ts'

export interface PatternResult {
  readonly id: string
  readonly number: number
  readonly role: Pattern['role']
  readonly en: string
  readonly es: string
  readonly source: string
  readonly status:
    | 'inside'
    | 'outside'
    | 'not run'
    | 'needs calibration'
    | 'needs counterfactual'
    | 'stated by a parameter'
  /** Share of draws that meet every test; null where nothing was worked out. */
  readonly share_inside: number | null
  /** Of each test, over the draws. */
  readonly tests: readonly {
    readonly band: readonly [number, number]
    readonly p05: number
    readonly p50: number
    readonly p95: number
  }[]
  /** Null where the pattern is not counted (roles I and B) or not worked out. */
  readonly pass: boolean | null
}

const UNANSWERED = {
  calibration: 'needs calibration',
  counterfactual: 'needs counterfactual',
  parameters: 'stated by a parameter',
} as const

/** How many tests of a pattern a single run meets, and of how many; undefined when the run did not keep what is needed. */
export function meets(
  pattern: Pattern,
  cells: Cells,
  values: ArrayLike<number>,
): { met: number; of: number } | undefined {
  const all = pattern.tests.map((test) => measured(test, cells, values))
  if (all.length === 0 || !all.every((m) => m !== undefined)) return undefined
  const flat = all.flat()
  return { met: flat.filter(({ value, band }) => value >= band[0] && value <= band[1]).length, of: flat.length }
}

/** Evaluates all patterns on scenario `scenario` of the ensemble (history). */
export function evaluate(patterns: readonly Pattern[], collector: Collector, scenario = 0): PatternResult[] {
  const runs = membersOf(collector, scenario)
  return patterns.map((pattern) => {
    const { id, number, role, en, es, source } = pattern
    const head = { id, number, role, en, es, source }
    if (pattern.answer !== 'history')
      return { ...head, status: UNANSWERED[pattern.answer], share_inside: null, tests: [], pass: null }
    const answers = runs.map((values) => meets(pattern, collector.cells, values))
    if (answers.length === 0 || !answers.every((a) => a !== undefined))
      return { ...head, status: 'not run', share_inside: null, tests: [], pass: null }
    const share = answers.filter(({ met, of }) => met === of).length / answers.length
    const inside = share >= (pattern.need ?? 0.5)
    const counted = role === 'C' || role === 'V' || role === 'bound'
    return {
      ...head,
      status: inside ? 'inside' : 'outside',
      share_inside: share,
      tests: spreads(pattern, collector.cells, runs),
      pass: counted ? inside : null,
    }
  })
}

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

function spreads(pattern: Pattern, cells: Cells, runs: readonly Float64Array[]): PatternResult['tests'] {
  const byRun = runs.map((values) => pattern.tests.flatMap((test) => measured(test, cells, values) ?? []))
  return (byRun[0] ?? []).map(({ band }, k) => {
    const sorted = Float64Array.from(byRun, (tests) => tests[k]?.value ?? Number.NaN).sort()
    return { band, p05: quantile(sorted, 0.05), p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }
  })
}
