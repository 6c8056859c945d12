// What the model does not reproduce, and why: patterns that a run of `vraem validate` found outside, with a reason by mechanism.
import { z } from 'zod'
import { nearest, type Problem } from '../evidence/problem.ts'
import { readDocument } from './document.ts'
import { outcomesOf, type Pattern, yearsOf } from './patterns/schema.ts'
import type { Words } from './results.ts'
import { schemaProblems } from './scenario/issues.ts'

export const VALIDATION_FOLDER = 'data/validation'
export const VALIDATED_FILE = `${VALIDATION_FOLDER}/validated.json`
export const REASONS_FILE = `${VALIDATION_FOLDER}/reasons.yaml`

const validated = z.object({
  draws: z.int().min(1),
  /** Year of the last facts that the draws were chosen by. */
  until: z.int().exactOptional(),
  sample: z.int().min(1),
  /** ISO date. */
  date: z.string().min(1),
  /** Hash of the model that was run. */
  model: z.string().min(1),
  patterns: z.array(z.object({ id: z.string().min(1), status: z.string().min(1), share: z.number().exactOptional() })),
})
/** What a run of `vraem validate --json` found, cut down: made by `npm run validated`. */
export type Validated = z.infer<typeof validated>

/** Undefined where there is no such file. Throws where it is not one that the script wrote. */
export const readValidated = (text: string | undefined): Validated | undefined =>
  text === undefined ? undefined : validated.parse(JSON.parse(text))

const printed = z.object({
  patterns: z.array(
    z.object({ id: z.string(), status: z.string(), share_inside: z.number().nullable().exactOptional() }),
  ),
})

/** What `vraem validate --json` printed, cut down; shares in thousandths. Throws where it is something else. */
export function cutDown(json: unknown, run: Omit<Validated, 'patterns'>): Validated {
  const { patterns } = printed.parse(json)
  return validated.parse({
    ...run,
    patterns: patterns.map(({ id, status, share_inside: share }) => ({
      id,
      status,
      ...(typeof share === 'number' ? { share: Math.round(share * 1000) / 1000 } : {}),
    })),
  })
}

const said = { mechanism: z.string().min(1), en: z.string().min(1), es: z.string().min(1) }
const year = z.int().min(2000).max(2035)
const reasonsSchema = z.strictObject({
  reasons: z.array(
    z.union([
      z.strictObject({ pattern: z.string().min(1), ...said }),
      z.strictObject({ outcome: z.string().min(1), years: z.tuple([year, year]), ...said }),
    ]),
  ),
})
/** Why a pattern, or the years of an outcome, are missed: one sentence and the mechanism that makes it so. */
export type Reason = z.infer<typeof reasonsSchema>['reasons'][number]

/** What a reason may name. */
export interface Named {
  readonly patterns: readonly string[]
  readonly outcomes: readonly string[]
  readonly mechanisms: readonly string[]
}

/** Reads data/validation/reasons.yaml; every problem of it, and none where there is no such file. */
export function readReasons(
  text: string | undefined,
  named: Named,
  file = REASONS_FILE,
): { reasons: Reason[]; problems: Problem[] } {
  if (text === undefined) return { reasons: [], problems: [] }
  const reading = readDocument(text, file)
  const problems = [...reading.problems]
  if (reading.value === undefined) return { reasons: [], problems }
  problems.push(...schemaProblems(reasonsSchema, reading, file, () => []))
  const reasons = reasonsSchema.safeParse(reading.value).data?.reasons ?? []
  for (const [k, reason] of reasons.entries()) {
    const names = [
      'pattern' in reason
        ? (['pattern', reason.pattern, named.patterns] as const)
        : (['outcome', reason.outcome, named.outcomes] as const),
      ['mechanism', reason.mechanism, named.mechanisms] as const,
    ]
    for (const [field, name, known] of names)
      if (!known.includes(name))
        problems.push({
          code: 'unknown',
          file,
          line: reading.lineOf(['reasons', k, field]),
          field,
          what: `there is no ${field} ${name}`,
          expected: `the id of a ${field}`,
          todo: `write ${nearest(name, known) ?? `one of those that vraem ${field === 'pattern' ? 'validate' : 'model'} lists`}`,
        })
  }
  return { reasons, problems }
}

/** One thing of the past that the model does not make. */
export interface Miss {
  /** Id of the pattern; absent for the years of an outcome that a reason names by themselves. */
  readonly pattern?: string
  readonly role?: Pattern['role']
  readonly said?: Words
  readonly outcomes: readonly string[]
  /** First and last year; absent where a pattern is about no years. */
  readonly years?: readonly [from: number, to: number] | undefined
  /** Share of the draws that meet every test. */
  readonly share?: number
  readonly mechanism?: string
  readonly reason?: Words
}

/** Input echoes and blind patterns are not counted, so they are no misses. */
const SHOWN_ONLY: readonly Pattern['role'][] = ['I', 'B']

/** Failing patterns in the order of the checks, each with its reason where one is written; then the years that reasons name. */
export function missesOf(
  patterns: readonly Pattern[],
  found: Pick<Validated, 'patterns'> | undefined,
  reasons: readonly Reason[],
): Miss[] {
  const failing = patterns.flatMap((pattern): Miss[] => {
    const result = found?.patterns.find(({ id }) => id === pattern.id)
    if (result?.status !== 'outside' || SHOWN_ONLY.includes(pattern.role)) return []
    const years = pattern.tests.flatMap(yearsOf)
    const { share } = result
    return [
      {
        pattern: pattern.id,
        role: pattern.role,
        said: { en: pattern.en, es: pattern.es },
        outcomes: outcomesOf(pattern),
        ...(years.length === 0 ? {} : { years: [Math.min(...years), Math.max(...years)] as const }),
        ...(share === undefined ? {} : { share }),
        ...becauseOf(reasons.find((one) => 'pattern' in one && one.pattern === pattern.id)),
      },
    ]
  })
  const years = reasons.flatMap((reason): Miss[] =>
    'outcome' in reason ? [{ outcomes: [reason.outcome], years: reason.years, ...becauseOf(reason) }] : [],
  )
  return [...failing, ...years]
}

const becauseOf = (reason: Reason | undefined): Pick<Miss, 'mechanism' | 'reason'> =>
  reason === undefined ? {} : { mechanism: reason.mechanism, reason: { en: reason.en, es: reason.es } }

/** The years as text; empty where there are none. */
export const spanOf = ({ years }: Pick<Miss, 'years'>): string =>
  years === undefined ? '' : years[0] === years[1] ? String(years[0]) : `${years[0]}–${years[1]}`
