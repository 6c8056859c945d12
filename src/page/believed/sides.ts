// The sides that the reader believes, as the ledger tells them, and what they ask of a run.
import type { StandsFor } from '../../evidence/ledger/contradiction.ts'
import { type Conflict, type Wish, wishesOf } from '../../lab/beliefs/asked.ts'
import { isReachable, type Unknowns } from '../../lab/beliefs/restrict.ts'
import type { Words } from '../../report/input.ts'
import type { Resolved } from '../../web/index.ts'
import type { Beliefs } from '../beliefs.ts'
import type { ContradictionSheet } from '../ledger/claim-sheet.ts'

export interface Believed {
  readonly contradiction: string
  readonly title: Words
  readonly side: string
  readonly label: Words
  readonly standsFor?: StandsFor | undefined
}

/** Sheets of contradictions that are not known, and sides that they do not have, are passed over. */
export function believedIn(beliefs: Beliefs, sheets: readonly (ContradictionSheet | undefined)[]): Believed[] {
  return sheets.flatMap((sheet) => {
    const found = sheet?.full.find(({ side }) => side === beliefs[sheet.id])
    if (!sheet || !found) return []
    const { side, label, standsFor } = found
    return [{ contradiction: sheet.id, title: sheet.title, side, label, standsFor }]
  })
}

/** What becomes of what is believed. */
export interface Demands {
  /** What the run keeps to. */
  readonly wishes: readonly Wish[]
  readonly conflicts: readonly Conflict[]
  /** Nothing in the model stands for these. */
  readonly untested: readonly Believed[]
  /** The model's range ends before these begin. */
  readonly outside: readonly Wish[]
  /** A scenario fixes the switch another way. */
  readonly fixedElsewhere: readonly { readonly wish: Wish; readonly scenario: Words }[]
}

export function demandsOf(believed: readonly Believed[], of: Unknowns, scenarios: readonly Resolved[]): Demands {
  const { wishes, conflicts, untested } = wishesOf(believed)
  const elsewhere = wishes.flatMap((wish) => {
    const other =
      wish.kind === 'switch' &&
      scenarios.find(({ card }) => card.model[wish.target] !== undefined && card.model[wish.target] !== wish.option)
    return other ? [{ wish, scenario: other.card.title }] : []
  })
  const lost = new Set<Wish>(elsewhere.map(({ wish }) => wish))
  const key = ({ contradiction, side }: { readonly contradiction: string; readonly side: string }) =>
    `${contradiction}.${side}`
  const nothing = new Set(untested.map(key))
  return {
    wishes: wishes.filter((wish) => isReachable(wish, of) && !lost.has(wish)),
    conflicts,
    untested: believed.filter((one) => nothing.has(key(one))),
    outside: wishes.filter((wish) => !isReachable(wish, of)),
    fixedElsewhere: elsewhere,
  }
}
