// How a pattern stands, in few words: what a run found, or why there is nothing to find yet.
export const STANDINGS = ['outside', 'inside', 'waiting', 'stated'] as const
export type Standing = (typeof STANDINGS)[number]

/** From the status that `vraem validate` gives. */
export function standingOf(status: string): Standing {
  if (status === 'inside' || status === 'outside') return status
  return status === 'stated by a parameter' ? 'stated' : 'waiting'
}
