/** The mechanism contest run: the model as it is and each swap under the same draws, patterns and packages. */
import { throwIfAny } from '../evidence/problem.ts'
import type { DrawList } from '../lab/draws.ts'
import { HISTORY, selectionFor, variantsOf } from '../lab/patterns/causes.ts'
import { contrasted } from '../lab/patterns/contrasts.ts'
import type { Pattern } from '../lab/patterns/schema.ts'
import { LAST, MONTHS } from '../lab/scenario/types.ts'
import { answersIn } from '../lab/structure/answers.ts'
import { type Round, roundOf, type Worked } from '../lab/structure/contest.ts'
import { BASE, type Swap } from '../lab/structure/swaps.ts'
import { branchOf, type Variant, type VariantSet } from '../lab/structure/variant.ts'
import { model } from '../system/model.ts'
import { type Laboratory, resolveAll } from './laboratory.ts'
import { vary } from './variants.ts'

/** Packages whose answers are watched, against the first. */
export const CONTEST_PACKAGES = ['baseline', 'eradication-30k', 'cacao-first', 'community-control', 'balanced'] as const
/** Years over which packages are judged. */
export const CONTEST_YEARS = [2026, LAST] as const

export interface Contest {
  readonly lab: Laboratory
  readonly patterns: readonly Pattern[]
  readonly swaps: readonly Swap[]
  readonly draws: DrawList
  /** Draws, the first of the list, under which the pairs of runs of S-patterns are made: the dearer half of the work. */
  readonly pairs: number
  readonly sample: number
  readonly workers?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** Keeps finished runs, for when it is stopped. */
  readonly folder?: string | undefined
  readonly onProgress?: (done: number, total: number) => void
  readonly onLost?: (why: string) => void
}

/**
 * Patterns that may decide: fitted ones and scenario ones. Held-out patterns have no say in the structure, before the first look
 * at the hold-out or after it.
 */
export const contestPatterns = (patterns: readonly Pattern[]): Pattern[] =>
  patterns.filter(({ role, answer }) => (role === 'C' || role === 'S' || role === 'bound') && answer !== 'parameters')

/** The base and a round for each swap. Nothing is fitted again. Throws Stopped, and InputError for a bad cause of a pattern. */
export async function contest(options: Contest): Promise<{ base: Worked; rounds: Round[]; outcomes: string[] }> {
  const { lab, swaps, draws, pairs, sample, folder, workers, signal, onProgress, onLost } = options
  const chosen = contestPatterns(options.patterns)
  const past = chosen.filter(({ counterfactual: of }) => of === undefined)
  const made = chosen.filter(({ counterfactual: of }) => of !== undefined)
  const [baseline, ...packages] = resolveAll(lab, CONTEST_PACKAGES, 'vraem structure')
  if (baseline === undefined) throw new RangeError('there is no baseline')
  const sets = [BASE, ...swaps].flatMap(({ id, change }): (VariantSet & { draws?: number })[] => {
    // the baseline is history with its last values: one run serves both
    const trunk: Variant = { id: HISTORY, scenario: baseline, change, months: MONTHS }
    const future = packages.map((scenario) =>
      branchOf(trunk, { id: scenario.card.name, scenario, change, months: MONTHS }),
    )
    const { variants, problems } = variantsOf(made, lab.scenarios, lab.vocabulary, change)
    throwIfAny(problems)
    return [
      { id, variants: [trunk, ...future] },
      { id: `${id} pairs`, variants, draws: Math.min(pairs, draws.indices.length) },
    ]
  })
  const outcomes = Object.entries(model.outcomes).flatMap(([name, outcome]) => ('headline' in outcome ? [name] : []))
  const own = selectionFor(chosen, LAST)
  const selection = { ...own, outcomes: [...new Set([...own.outcomes, ...outcomes])] }
  const varied = await vary({ lab, draws, sample, sets, selection, folder, workers, signal, onProgress, onLost })
  const workedOf = ({ id }: Swap): Worked => {
    const runs = varied.of(id)
    const named = (set: string) => varied.of(set).map((values) => (name: string) => values.get(name))
    return {
      patterns: [...contrasted(past, varied.cells, named(id)), ...contrasted(made, varied.cells, named(`${id} pairs`))],
      answers: answersIn(varied.cells, runs, {
        baseline: HISTORY,
        packages: packages.map(({ card }) => card.name),
        outcomes,
        years: CONTEST_YEARS,
      }),
    }
  }
  const base = workedOf(BASE)
  return { base, rounds: swaps.map((swap) => roundOf(swap, base, workedOf(swap))), outcomes }
}
