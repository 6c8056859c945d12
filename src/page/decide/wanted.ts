// What a reader wants kept, and what failing means, as they stand in the address: `umbrales=poverty_rate>0.3,deaths>20`.
import type { Threshold } from '../../lab/decide/thresholds.ts'
import type { Failing } from '../../lab/discover/failing.ts'
import { readRule, writtenRule } from '../../lab/discover/rule.ts'

/** Thresholds of an address; what cannot be read is left out. Rules say when something fails, thresholds what is kept. */
export const readWanted = (text: string, known: readonly string[]): Threshold[] =>
  text.split(',').flatMap((part) => {
    const read = readRule(part, known)
    return 'failing' in read && read.failing.kind === 'thresholds' ? read.failing.thresholds : []
  })

export const writeWanted = (thresholds: readonly Threshold[]): string =>
  thresholds.flatMap((threshold) => writtenRule({ kind: 'thresholds', thresholds: [threshold] }) ?? []).join(',')

/** Failing as an address has it; without one, missing any threshold, or worse than the reference in the first outcome. */
export function failingOf(text: string, thresholds: readonly Threshold[], known: readonly string[]): Failing {
  const read = readRule(text, known)
  if ('failing' in read) return read.failing
  return thresholds.length > 0 ? { kind: 'thresholds', thresholds } : { kind: 'worse', outcome: known[0] ?? '' }
}

/** Three digits: what a slider can tell. */
export const near = (value: number): number => Number(value.toPrecision(3))
