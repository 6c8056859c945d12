// The answer to what the page shows when it is opened, worked out before it is shipped: the numbers that the engine finds too.
import type { CompareResult } from '../../lab/results.ts'
import type { Collector, Plan } from '../../web/index.ts'

/** first.json: rows of the first screen, as the engine makes them. `null` is shipped where they are of another laboratory. */
export interface FirstAnswer extends Pick<CompareResult, 'outcomes' | 'periods'> {
  /** Hashes of the scenarios, the reference first. */
  readonly scenarios: readonly string[]
  readonly seed: number
  readonly draws: readonly number[]
}

/** Whether the plan asks just that. */
export const answers = ({ scenarios, seed, draws }: FirstAnswer, plan: Plan): boolean =>
  plan.scenarios.length === scenarios.length &&
  plan.scenarios.every(({ card, rules }, k) => rules === undefined && card.hash === scenarios[k]) &&
  plan.draws.seed === seed &&
  plan.draws.indices.length === draws.length &&
  plan.draws.indices.every((draw, k) => draw === draws[k])

/** What stands behind such an answer: no simulations yet. */
export const nothingGathered = (plan: Plan): Collector => ({
  plan,
  cells: { lines: [], masks: [], length: 0 },
  count: 0,
  add() {
    throw new RangeError('nothing is gathered here')
  },
  values: () => new Float64Array(0),
  hash: () => '',
})
