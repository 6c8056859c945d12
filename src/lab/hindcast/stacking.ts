// The weights of the stack at the origin of the hold-out, and the stated discrepancies: fixed in a file before the hold-out is opened.
import type { DataPackage } from '../../evidence/package.ts'
import { DISCREPANCY } from '../calibrate/figures.ts'
import { CUT, known } from '../calibrate/information.ts'
import { HOLDOUT } from '../score/area.ts'
import { knownAt } from '../score/rolling.ts'
import { stackedAt } from '../score/stack.ts'
import type { Hindcast } from './format.ts'
import { observedIn } from './observed.ts'
import { askedIn, rulesFor, STACKING } from './skill-card.ts'

export const STACKING_FORMAT = 'vraem-stacking-1'

export interface StackWeights {
  readonly format: typeof STACKING_FORMAT
  readonly origin: number
  /** Draws of the model at that origin. */
  readonly posterior: string
  /** How far the best model of this kind may miss, on the scale of each target; set before any fit. */
  readonly discrepancies: typeof DISCREPANCY
  readonly stacks: readonly {
    readonly outcome: string
    readonly place: string
    readonly cases: number
    readonly members: readonly { readonly rule: string; readonly weight: number }[]
  }[]
}

/** Weights as learnt by rolling origin on facts to 2018; undefined while the hindcasts they rest on are not there. */
export function stackWeights(whole: DataPackage, hindcasts: readonly Hindcast[]): StackWeights | undefined {
  const made = ['rolling', 'holdout'].flatMap((set) => hindcasts.find((one) => one.set === set) ?? [])
  const posterior = made.find(({ set }) => set === 'holdout')?.origins[0]?.draws
  if (made.length < 2 || posterior === undefined) return undefined
  const pack = known(whole, { until: CUT })
  const stacks = observedIn(pack, askedIn(made), []).flatMap((observed) => {
    const { stacks, models, naive } = rulesFor(observed, made, {})
    const [model] = models
    if (stacks.length === 0 || model === undefined) return []
    const { yearly, beside } = observed
    const { members, cases } = stackedAt(knownAt(HOLDOUT.origin, yearly, beside), [model, ...naive], STACKING)
    const rounded = members.map(({ rule, weight }) => ({ rule, weight: Math.round(weight * 1e4) / 1e4 }))
    return [{ outcome: yearly.name, place: yearly.place, cases, members: rounded }]
  })
  return { format: STACKING_FORMAT, origin: HOLDOUT.origin, posterior, discrepancies: DISCREPANCY, stacks }
}

export const stackingText = (weights: StackWeights): string => `${JSON.stringify(weights, null, 1)}\n`
