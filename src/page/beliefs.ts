// "If I believe this side": at most one side of each contradiction, kept in the address. What it means for a run: src/lab/beliefs.

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
