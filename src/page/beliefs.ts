// "If I believe this side": at most one side of each contradiction, kept in the address, and what that would mean for the model.
import type { StandsFor } from '../evidence/ledger/contradiction.ts'

/** Contradiction → side. */
export type Beliefs = Readonly<Record<string, string>>

/** `K3.a,K9.b`; anything else in the text is passed over. */
export function readBeliefs(text: string | undefined): Beliefs {
  const pairs = (text ?? '').split(',').flatMap((part) => {
    const [, contradiction, side] = /^(K\d+)\.([a-z])$/.exec(part) ?? []
    return contradiction && side ? [[contradiction, side] as const] : []
  })
  return Object.fromEntries(pairs)
}

export function writeBeliefs(beliefs: Beliefs): string {
  return Object.entries(beliefs)
    .map(([contradiction, side]) => `${contradiction}.${side}`)
    .sort()
    .join(',')
}

/** The side is believed, or no longer. */
export function toggled(beliefs: Beliefs, contradiction: string, side: string): Beliefs {
  const { [contradiction]: now, ...others } = beliefs
  return now === side ? others : { ...others, [contradiction]: side }
}

/** What the beliefs ask of a run: ranges of parameters, options of switches, mechanisms on or off. */
export function askedOf(
  beliefs: Beliefs,
  contradictions: readonly {
    readonly id: string
    readonly sides: readonly { readonly side: string; readonly standsFor?: StandsFor }[]
  }[],
): StandsFor[] {
  return contradictions.flatMap(({ id, sides }) => {
    const side = sides.find((one) => one.side === beliefs[id])
    return side?.standsFor ? [side.standsFor] : []
  })
}
