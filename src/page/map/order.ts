// The order in which outcomes are listed: people before forest, forest before coca, cost last.
import { GROUPS } from '../../report/compared.ts'

const ORDER: readonly string[] = Object.values(GROUPS).flat()

/** Outcomes that no group names come last, in the order given. */
export function peopleFirst(outcomes: readonly string[]): string[] {
  const place = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length)
  return [...new Set(outcomes)].sort((a, b) => place(a) - place(b))
}

/** Stands among the outcomes of the map: what was published of attacks in the past. */
export const ATTACKS = 'ataques'
