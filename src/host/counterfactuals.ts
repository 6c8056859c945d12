/** Patterns that need runs of their own: pairs with and without a cause, and what the state of history holds. */
import { throwIfAny } from '../evidence/problem.ts'
import type { DrawList } from '../lab/draws.ts'
import { selectionFor, variantsOf } from '../lab/patterns/causes.ts'
import { contrasted, stated } from '../lab/patterns/contrasts.ts'
import { type PatternResult, without } from '../lab/patterns/patterns.ts'
import type { Pattern } from '../lab/patterns/schema.ts'
import { FIRST } from '../lab/scenario/types.ts'
import { model } from '../system/model.ts'
import type { Laboratory } from './laboratory.ts'
import { vary } from './variants.ts'

/** Draws that pairs of runs are made for when nothing else is said: a response needs fewer than a forecast. */
export const COUNTERFACTUAL_DRAWS = 32
/** One household in so many: in smaller samples the answer of a year drowns in the steps of single households. */
export const COUNTERFACTUAL_SAMPLE = 50

export interface Counterfactuals {
  readonly lab: Laboratory
  readonly patterns: readonly Pattern[]
  readonly draws: DrawList
  readonly sample: number
  /** Patterns held out (roles V and B) are worked out too: only once the first look at the hold-out stands. */
  readonly held: boolean
  readonly workers?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (done: number, total: number) => void
  readonly onLost?: (why: string) => void
}

/**
 * Results of the patterns that outcomes of history do not answer, in the order of the patterns. Throws InputError for a cause
 * that no scenario could name, Stopped when `signal` is aborted.
 */
export async function counterfactuals(options: Counterfactuals): Promise<PatternResult[]> {
  const { lab, draws, sample, held, workers, signal, onProgress, onLost } = options
  const patterns = options.patterns.filter(({ answer }) => answer !== 'history')
  const hidden = patterns.filter(({ role }) => !held && (role === 'V' || role === 'B'))
  const open = patterns.filter((pattern) => !hidden.includes(pattern))
  const run = open.filter(({ answer }) => answer !== 'parameters')
  const results = [
    ...hidden.map((pattern) => without(pattern, 'held back')),
    ...stated(open, draws, lab.pack.parameters, model.switches),
  ]
  if (run.length > 0) {
    const { variants, problems } = variantsOf(run, lab.scenarios, lab.vocabulary)
    throwIfAny(problems)
    const months = Math.max(...variants.map((variant) => variant.months))
    const selection = selectionFor(run, FIRST + months / 12 - 1)
    const varied = await vary({
      lab,
      draws,
      sample,
      sets: [{ id: 'patterns', variants }],
      selection,
      workers,
      signal,
      onProgress,
      onLost,
    })
    const runs = varied.of('patterns').map((values) => (name: string) => values.get(name))
    results.push(...contrasted(run, varied.cells, runs))
  }
  return patterns.flatMap(({ id }) => results.find((result) => result.id === id) ?? [])
}
