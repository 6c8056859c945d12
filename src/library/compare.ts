/** Packages side by side, as `vraem compare` has them: one call, for scripts. */

import { InputError } from '../evidence/problem.ts'
import { drawsOf } from '../host/draws.ts'
import { gather } from '../host/ensemble.ts'
import { type Laboratory, resolveAll } from '../host/laboratory.ts'
import { selectionFor } from '../lab/cells.ts'
import { compareResult } from '../lab/compare.ts'
import { type GroupRow, groupRows } from '../lab/groups/rows.ts'
import { makeManifest } from '../lab/manifest.ts'
import type { CompareResult, Scope } from '../lab/results.ts'
import { FIRST, type Resolved } from '../lab/scenario/types.ts'
import { model } from '../system/model.ts'

export interface CompareWish {
  /** Names of scenarios, the first is the reference. */
  readonly policies: readonly string[]
  /** Draws of the shipped posterior; 100 when absent, all 340 at most. */
  readonly draws?: number
  /** One household in so many is simulated, 1 to 200; 20 when absent. Fewer households run faster and say less of small places. */
  readonly sample?: number
  /** Which districts `VRAEM` means; what each outcome declares when absent. */
  readonly scope?: Scope
  /** Years in which household groups are read as well; none when absent. */
  readonly groups?: readonly number[]
  /** Threads; one per core when absent, 0 for none. */
  readonly workers?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

/** The result of `vraem compare`, and rows of household groups where years were asked for. */
export interface Compared extends CompareResult {
  readonly groups: readonly GroupRow[]
}

/**
 * Runs the packages on the same draws and puts them side by side: rows by outcome, year and place, and by outcome over the years
 * of the packages, each with its paired difference to the first. Throws InputError for unknown names, Stopped when aborted.
 */
export async function compare(lab: Laboratory, wish: CompareWish): Promise<Compared> {
  const { sample = 20, scope = 'default', draws: count = 100, workers, signal, onProgress } = wish
  const scenarios = resolveAll(lab, wish.policies, 'compare')
  const reference = scenarios[0]
  if (reference === undefined) throw new InputError([NO_PACKAGE])
  const span = spanOf(scenarios)
  const groups = wish.groups && { since: reference.card.span.from - 1, years: wish.groups }
  const plan = {
    scenarios,
    draws: drawsOf(lab, count),
    months: (span.to - FIRST + 1) * 12,
    selection: { ...selectionFor('compare', model, span), ...(groups && { groups }) },
  }
  const collector = await gather({ lab, plan, sample, workers, signal, ...(onProgress && { onProgress }) })
  const manifest = makeManifest({
    ...{ command: 'compare', version: lab.version, ...lab.hashes, plan, sample, scope, kernels: lab.kernels },
    ...{ created: new Date().toISOString(), result: collector.hash() },
  })
  return { ...compareResult(collector, manifest, scope), groups: groupRows(collector) }
}

const spanOf = (scenarios: readonly Resolved[]) => ({
  from: Math.min(...scenarios.map(({ card }) => card.span.from)),
  to: Math.max(...scenarios.map(({ card }) => card.span.to)),
})

const NO_PACKAGE = {
  ...{ code: 'compare', file: 'compare', field: 'policies', what: 'no package is named' },
  ...{ expected: 'at least one', todo: 'name the reference, and what is compared with it' },
}
