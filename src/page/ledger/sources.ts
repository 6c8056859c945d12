// How much each source says.
import type { Ledger } from '../../evidence/ledger/ledger.ts'

interface Counts {
  claims: number
  observations: number
}
const known = new WeakMap<Ledger, Map<string, Counts>>()

/** Claims and observations made from the source. Counted once for all sources. */
export function countsOf(ledger: Ledger, source: string): Counts {
  let counts = known.get(ledger)
  if (counts === undefined) {
    counts = new Map()
    for (const { source: id, kind } of ledger.everything()) {
      const one = counts.get(id) ?? { claims: 0, observations: 0 }
      one[kind === 'observation' ? 'observations' : 'claims']++
      counts.set(id, one)
    }
    known.set(ledger, counts)
  }
  return counts.get(source) ?? { claims: 0, observations: 0 }
}
