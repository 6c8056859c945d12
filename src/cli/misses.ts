/** Why the patterns that a run misses are missed: lines under the table of `vraem validate`, and words of its JSON. */
import { reasonsIn } from '../host/credentials.ts'
import type { Laboratory } from '../host/laboratory.ts'
import { type Miss, missesOf, spanOf } from '../lab/misses.ts'
import type { PatternResult } from '../lab/patterns/patterns.ts'
import type { Pattern } from '../lab/patterns/schema.ts'
import type { Language } from './language.ts'

/** Misses of these results for which a reason is written. Throws InputError where the reasons cannot be used. */
export function explained(lab: Laboratory, patterns: readonly Pattern[], results: readonly PatternResult[]): Miss[] {
  const found = { patterns: results.map(({ id, status }) => ({ id, status })) }
  return missesOf(patterns, found, reasonsIn(lab, patterns)).filter(({ reason }) => reason !== undefined)
}

/** `32b: why it is missed (mechanism)`, a line each; years of an outcome by its name. */
export const reasonLines = (misses: readonly Miss[], language: Language): string =>
  misses
    .map(({ pattern, outcomes, years, reason, mechanism }) => {
      const what = pattern ?? `${outcomes.join(', ')} ${spanOf({ years })}`
      return `${what}: ${reason?.[language] ?? ''} (${mechanism ?? ''})\n`
    })
    .join('')
