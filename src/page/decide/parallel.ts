// Parallel coordinates: one upright axis an outcome, better at the top; one line a package through its middle futures.
import type { Decision } from '../../lab/decide/decide.ts'
import { inOrder, summaryOf } from '../../report/decision/sentences.ts'

export interface Axis {
  readonly outcome: string
  readonly unit: string
  readonly en: string
  readonly es: string
  /** What stands at the top and at the foot. */
  readonly best: number
  readonly worst: number
  /** By package, in the order of the decision: 0 at the foot, 1 at the top. */
  readonly places: readonly number[]
}

/** Axes of the summary and of the cost. An axis on which all packages are one stands in the middle. */
export function axesOf(decision: Decision): Axis[] {
  const cost = decision.outcomes.filter(({ name, better }) => name === 'public_cost' && better !== 'open')
  return inOrder([...summaryOf(decision), ...cost]).map(({ name, unit, en, es, better, policies }) => {
    const middles = policies.map(({ p50 }) => p50)
    const [low, high] = [Math.min(...middles), Math.max(...middles)]
    const [worst, best] = better === 'more' ? [low, high] : [high, low]
    const places = middles.map((value) => (best === worst ? 0.5 : Math.abs(value - worst) / Math.abs(best - worst)))
    return { outcome: name, unit, en, es, best, worst, places }
  })
}
