// What a user wants kept, and how much each outcome counts: a small YAML file, every mistake of it at once.
import { z } from 'zod'
import type { Problem } from '../../evidence/problem.ts'
import { readDocument } from '../document.ts'
import { schemaProblems } from '../scenario/issues.ts'

/** At least one of the two; in the unit of the outcome, shares from 0 to 1. */
export interface Threshold {
  readonly outcome: string
  readonly at_most?: number
  readonly at_least?: number
}

export interface Wishes {
  readonly thresholds: readonly Threshold[]
  /** How much outcomes count against each other, above 0. Without them nothing is added up. */
  readonly weights?: Readonly<Record<string, number>>
}

type Limits = Omit<Threshold, 'outcome'>
interface Written {
  readonly thresholds?: Record<string, Limits | undefined>
  readonly weights?: Record<string, number | undefined>
}

const LIMITS = ['at_most', 'at_least']
const KEYS = ['thresholds', 'weights']

function schemaOf(known: readonly string[]) {
  const limits = z.strictObject({ at_most: z.number().optional(), at_least: z.number().optional() })
  const each = <S extends z.ZodType>(schema: S) =>
    z.strictObject(Object.fromEntries(known.map((name) => [name, schema.optional()])))
  return z.strictObject({
    thresholds: each(limits).optional(),
    weights: each(z.number().min(0).max(1e6)).optional(),
  })
}

/**
 * Reads `thresholds: {poverty_rate: {at_most: 0.3}}` and `weights: {deaths: 3, poverty_rate: 1}`.
 * @param known names of outcomes that may stand in it
 */
export function readWishes(
  text: string,
  file: string,
  known: readonly string[],
): { wishes?: Wishes; problems: Problem[] } {
  const reading = readDocument(text, file)
  const problems = [...reading.problems]
  if (reading.value === undefined) return { problems }
  const knownAt = (path: readonly PropertyKey[]) => (path.length === 0 ? KEYS : path.length === 1 ? known : LIMITS)
  problems.push(...schemaProblems(schemaOf(known), reading, file, knownAt))
  if (problems.length > 0) return { problems }
  const { thresholds = {}, weights } = reading.value as Written
  const say = (path: readonly string[], problem: Pick<Problem, 'code' | 'what' | 'expected' | 'todo'>) =>
    problems.push({ ...problem, file, line: reading.lineOf(path), field: path.join('.') })
  for (const [outcome, { at_most, at_least } = {}] of Object.entries(thresholds)) {
    const path = ['thresholds', outcome]
    if (at_most === undefined && at_least === undefined)
      say(path, {
        code: 'missing',
        what: 'this threshold has no limit',
        expected: 'at_most or at_least',
        todo: `write {at_most: …} or {at_least: …}`,
      })
    if (at_most !== undefined && at_least !== undefined && at_most < at_least)
      say(path, {
        code: 'range',
        what: `nothing is at least ${at_least} and at most ${at_most}`,
        expected: 'at_least not above at_most',
        todo: 'correct one of the two',
      })
  }
  if (weights !== undefined && Object.values(weights).every((weight) => weight === 0))
    say(['weights'], {
      code: 'range',
      what: 'every weight is 0',
      expected: 'at least one weight above 0',
      todo: 'give a weight, or leave weights out',
    })
  if (Object.keys(thresholds).length === 0 && weights === undefined)
    say([], {
      code: 'empty',
      what: 'the file holds neither thresholds nor weights',
      expected: 'thresholds: or weights:',
      todo: 'write what should be kept, for example thresholds: {poverty_rate: {at_most: 0.3}}',
    })
  if (problems.length > 0) return { problems }
  const kept = Object.entries(weights ?? {}).filter((pair): pair is [string, number] => (pair[1] ?? 0) > 0)
  return {
    problems,
    wishes: {
      thresholds: Object.entries(thresholds).map(([outcome, limits]) => ({ outcome, ...limits })),
      ...(weights === undefined ? {} : { weights: Object.fromEntries(kept) }),
    },
  }
}
