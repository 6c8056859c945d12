// What it means that a package fails in a future: the user's thresholds, one condition, much regret, or worse than the reference.
import { quantile } from '../../engine/quantiles.ts'
import { lossesOf, regretsOf, signOf } from '../decide/losses.ts'
import { keeps } from '../decide/satisfice.ts'
import type { Threshold } from '../decide/thresholds.ts'
import type { Usable } from '../decide/usable.ts'
import { valuesOf } from '../study/table.ts'

export type Failing =
  /** Any of the thresholds is not kept. */
  | { readonly kind: 'thresholds'; readonly thresholds: readonly Threshold[] }
  /** Regret in the outcome is in the top quarter of all packages' regrets. */
  | { readonly kind: 'regret'; readonly outcome: string }
  /** Worse than the reference in the same future. */
  | { readonly kind: 'worse'; readonly outcome: string }

/** Regrets above this share of all packages' regrets count as failing. */
const TOP = 0.75

/** By kept future 1 where the package fails; undefined where an outcome is not in the study or has no better direction. */
export function failingIn(usable: Usable, policy: number, failing: Failing): Uint8Array | undefined {
  const { study, kept } = usable
  const named = (name: string) => study.outcomes.find((outcome) => outcome.name === name)
  if (failing.kind === 'thresholds') {
    const columns = failing.thresholds.map((threshold) => ({ threshold, outcome: named(threshold.outcome) }))
    if (columns.some(({ outcome }) => outcome === undefined)) return undefined
    const rows = columns.flatMap(({ threshold, outcome }) =>
      outcome === undefined ? [] : [{ threshold, values: valuesOf(study, outcome, policy) }],
    )
    return Uint8Array.from(kept, (f) =>
      rows.every(({ threshold, values }) => keeps(values[f] as number, threshold)) ? 0 : 1,
    )
  }
  const outcome = named(failing.outcome)
  const losses = outcome && lossesOf(usable, outcome)
  const own = losses?.[policy]
  if (outcome === undefined || losses === undefined || own === undefined || signOf(outcome) === undefined)
    return undefined
  if (failing.kind === 'worse') return Uint8Array.from(own, (loss, f) => (loss > (losses[0]?.[f] as number) ? 1 : 0))
  const regrets = regretsOf(losses)
  const sorted = Float64Array.from(regrets.flatMap((row) => [...row])).sort()
  const limit = quantile(sorted, TOP)
  return Uint8Array.from(regrets[policy] as Float64Array, (regret) => (regret > limit ? 1 : 0))
}
