// What believed sides ask of a run, put together: one range for a parameter, one option for a switch, and what does not go together.
import type { StandsFor } from '../../evidence/ledger/contradiction.ts'

/** A side that is believed. Without `standsFor` nothing in the model says the same. */
export interface Asked {
  readonly contradiction: string
  readonly side: string
  readonly standsFor?: StandsFor | undefined
}

/** What a run must keep to. */
export type Wish = { readonly target: string; readonly by: readonly Asked[] } & (
  | { readonly kind: 'parameter'; readonly low: number; readonly high: number }
  | { readonly kind: 'switch'; readonly option: string }
)

/** Believed sides that no run can keep to at once. */
export interface Conflict {
  readonly target: string
  readonly by: readonly Asked[]
}

export interface Wishes {
  readonly wishes: readonly Wish[]
  readonly conflicts: readonly Conflict[]
  /** Sides for which nothing in a run stands: no parameter and no switch. */
  readonly untested: readonly Asked[]
}

/** Ranges of one parameter are cut to what they share; without anything shared, and with two options of one switch, they conflict. */
export function wishesOf(asked: readonly Asked[]): Wishes {
  const untested: Asked[] = []
  const groups = new Map<string, { readonly standsFor: StandsFor; readonly by: Asked[] }>()
  for (const one of asked) {
    const { standsFor } = one
    if (standsFor === undefined || standsFor.kind === 'mechanism') {
      untested.push(one)
      continue
    }
    const key = `${standsFor.kind} ${standsFor.target}`
    groups.set(key, { standsFor, by: [...(groups.get(key)?.by ?? []), one] })
  }
  const wishes: Wish[] = []
  const conflicts: Conflict[] = []
  for (const { standsFor, by } of groups.values()) {
    const { kind, target, option } = standsFor
    if (kind === 'switch' && option !== undefined) {
      if (by.every((one) => one.standsFor?.option === option)) wishes.push({ kind, target, option, by })
      else conflicts.push({ target, by })
      continue
    }
    const low = Math.max(...by.map((one) => one.standsFor?.low ?? -Infinity))
    const high = Math.min(...by.map((one) => one.standsFor?.high ?? Infinity))
    if (low <= high) wishes.push({ kind: 'parameter', target, low, high, by })
    else conflicts.push({ target, by })
  }
  return { wishes, conflicts, untested }
}
