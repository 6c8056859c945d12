// A search file: a scenario with ranges where numbers are open, what is wanted, and what must be kept. All problems at once.
import { z } from 'zod'
import { parseMonth } from '../../engine/clock.ts'
import type { Problem } from '../../evidence/problem.ts'
import { type Reading, readDocument } from '../document.ts'
import type { Words } from '../results.ts'
import { schemaProblems, show } from '../scenario/issues.ts'
import { suggestion } from '../scenario/near.ts'
import { isRaw } from '../scenario/order.ts'
import { readScenario } from '../scenario/read.ts'
import type { Vocabulary } from '../scenario/types.ts'
import { betterOf } from '../study/layout.ts'
import { isRange, levelsOf, rangeOf, type Space, scenarioText, spaceOf } from './space.ts'

export interface Objective {
  readonly outcome: string
  readonly want: 'less' | 'more'
  /** Step below which no difference is told, in the unit of the outcome; a hundredth of the reference when absent. */
  readonly precision?: number
}

/** On the mean over the futures, in the unit of the outcome. */
export interface Limit {
  readonly outcome: string
  readonly at_most?: number
  readonly at_least?: number
}

export interface SearchFile {
  readonly title: Words
  readonly space: Space
  readonly objectives: readonly Objective[]
  readonly limits: readonly Limit[]
}

type Raw = Record<string, unknown>
const KEYS = ['title', 'from', 'start', 'districts', 'levers', 'rules', 'objectives', 'limits']
const TITLE: Words = { en: 'Search', es: 'Búsqueda' }
const LEAST_START = '2025-01'
/** A grid with more values than this in one number is a mistake. */
const MOST_LEVELS = 10_000

const schemaOf = (outcomes: readonly string[]) => {
  const outcome = z.enum(outcomes as [string, ...string[]])
  return z.strictObject({
    title: z.strictObject({ en: z.string().min(1), es: z.string().min(1) }).optional(),
    from: z.string().min(1),
    start: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
    districts: z.unknown().optional(),
    levers: z.record(z.string(), z.unknown()),
    rules: z.array(z.record(z.string(), z.unknown())).max(6).optional(),
    objectives: z
      .array(
        z.strictObject({ outcome, want: z.enum(['less', 'more']).optional(), precision: z.number().gt(0).optional() }),
      )
      .min(1)
      .max(8),
    limits: z
      .array(z.strictObject({ outcome, at_most: z.number().optional(), at_least: z.number().optional() }))
      .optional(),
  })
}

/**
 * Reads a search file. `outcomes`: those that may be scored or limited. Whatever a scenario file refuses is refused here, so that
 * only levers of the state and of communities can be searched: the outside world and rival mechanisms have no place in the file.
 */
export function readSearch(
  text: string,
  file: string,
  vocabulary: Vocabulary,
  outcomes: readonly string[],
): { search?: SearchFile; problems: Problem[] } {
  const reading = readDocument(text, file)
  const problems = [...reading.problems]
  if (reading.value === undefined) return { problems }
  problems.push(...schemaProblems(schemaOf(outcomes), reading, file, knownAt))
  const say = (path: readonly (string | number)[], problem: Omit<Problem, 'file' | 'line' | 'field'>) =>
    problems.push({ ...problem, file, line: reading.lineOf(path), field: path.join('.') })
  const raw = isRaw(reading.value) ? reading.value : {}
  const open = rangeProblems(raw, say)
  if (open === 0 && isRaw(raw.levers))
    say(['levers'], {
      code: 'no-range',
      what: 'no number is open',
      expected: 'a range such as {low: 0, high: 8000} in place of a number',
      todo: 'write a range for what the search may set',
    })
  wantProblems(raw, say)
  if (problems.length > 0) return { problems }
  const space = spaceIn(raw)
  problems.push(...endsProblems(space, file, reading, vocabulary))
  if (problems.length > 0) return { problems }
  const objectives = (raw.objectives as Objective[]).map((one) => ({ ...one, want: one.want ?? wantOf(one.outcome) }))
  return {
    problems,
    search: {
      title: (raw.title as Words | undefined) ?? TITLE,
      space,
      objectives: objectives as Objective[],
      limits: (raw.limits ?? []) as Limit[],
    },
  }
}

const wantOf = (outcome: string): 'less' | 'more' | undefined => {
  const better = betterOf(outcome)
  return better === 'open' ? undefined : better
}

const knownAt = (path: readonly PropertyKey[]): readonly string[] =>
  path.length === 0
    ? KEYS
    : path[0] === 'objectives'
      ? ['outcome', 'want', 'precision']
      : path[0] === 'limits'
        ? ['outcome', 'at_most', 'at_least']
        : ['en', 'es']

/** Orders begin when the search says so, where they do not say it themselves. */
function spaceIn(raw: Raw): Space {
  const start = typeof raw.start === 'string' ? raw.start : '2026-01'
  const levers = Object.fromEntries(
    Object.entries(raw.levers as Raw).map(([name, order]) => [
      name,
      isRaw(order) ? { start, ...(raw.districts === undefined ? {} : { districts: raw.districts }), ...order } : order,
    ]),
  )
  const rules = ((raw.rules ?? []) as Raw[]).map((rule) => ({ start, ...rule }))
  return spaceOf(raw.from as string, levers, rules)
}

type Say = (path: readonly (string | number)[], problem: Omit<Problem, 'file' | 'line' | 'field'>) => void

/** Number of open numbers; says what is wrong with their ranges. */
function rangeProblems(raw: Raw, say: Say): number {
  let open = 0
  const walk = (value: unknown, path: readonly (string | number)[]): void => {
    if (isRange(value)) {
      open += 1
      checkRange(value, path, say)
    } else if (Array.isArray(value)) value.forEach((one, k) => void walk(one, [...path, k]))
    else if (isRaw(value)) for (const [key, one] of Object.entries(value)) walk(one, [...path, key])
  }
  walk(raw.levers, ['levers'])
  walk(raw.rules, ['rules'])
  const start = typeof raw.start === 'string' ? parseMonth(raw.start) : undefined
  if (start !== undefined && start < (parseMonth(LEAST_START) as number))
    say(['start'], {
      code: 'date',
      what: `${show(raw.start)} lies in the past`,
      expected: `${LEAST_START} or later`,
      todo: 'choose a later month',
    })
  return open
}

function checkRange(value: Raw, path: readonly (string | number)[], say: Say): void {
  const what = wrongInRange(value)
  if (what !== undefined)
    say(path, {
      code: 'range',
      what,
      expected: '{low: NUMBER, high: NUMBER, step: NUMBER} with low under high; the step may be left out',
      todo: 'correct the range',
    })
}

function wrongInRange(value: Raw): string | undefined {
  const strange = Object.keys(value).filter((key) => !['low', 'high', 'step'].includes(key))
  if (strange.length > 0) return `"${strange[0]}" has no meaning in a range`
  const { low, high, step = 1 } = value
  if (![low, high, step].every((one) => typeof one === 'number' && Number.isFinite(one))) return 'a number is missing'
  if ((low as number) >= (high as number)) return `low is ${low} and high is ${high}`
  const levels = levelsOf(rangeOf(value))
  const fits = (step as number) > 0 && levels >= 2 && levels <= MOST_LEVELS
  return fits ? undefined : `the step ${value.step} does not fit between them`
}

function wantProblems(raw: Raw, say: Say): void {
  const wanted = Array.isArray(raw.objectives) ? raw.objectives : []
  wanted.forEach((one: unknown, k) => {
    if (!isRaw(one) || typeof one.outcome !== 'string') return
    const better = betterOf(one.outcome)
    const path = ['objectives', k]
    if (better === 'open' && one.want === undefined)
      say(path, {
        code: 'missing',
        what: `whether more or less of ${one.outcome} is better is open`,
        expected: 'want: less, or want: more',
        todo: 'say which you want',
      })
    if (better !== 'open' && one.want !== undefined && one.want !== better)
      say([...path, 'want'], {
        code: 'harm',
        what: `a search for ${show(one.want)} ${one.outcome} would look for harm`,
        expected: `want: ${better}`,
        todo: 'leave "want" out',
      })
    if (wanted.findIndex((other) => isRaw(other) && other.outcome === one.outcome) < k)
      say(path, {
        code: 'twice',
        what: `${one.outcome} stands twice`,
        expected: 'each outcome once',
        todo: 'remove one',
      })
  })
  for (const [k, one] of (Array.isArray(raw.limits) ? raw.limits : []).entries()) {
    if (isRaw(one) && one.at_most === undefined && one.at_least === undefined)
      say(['limits', k], {
        code: 'missing',
        what: 'no limit stands here',
        expected: 'at_most or at_least, in the unit of the outcome',
        todo: 'add one of them',
      })
  }
}

/** What the reader of scenario files says of the candidates at both ends of all ranges, at the lines of this file. */
function endsProblems(space: Space, file: string, reading: Reading, vocabulary: Vocabulary): Problem[] {
  const told = new Map<string, Problem>()
  for (const end of [0, 1]) {
    const point = Float64Array.from(space.genes, ({ path }) => (path.length === 2 ? 1 : end))
    const { problems } = readScenario(scenarioText(space, point, TITLE), file, vocabulary)
    for (const problem of problems) {
      const path = (problem.field ?? '').split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key))
      told.set(`${problem.field} ${problem.what}`, { ...problem, line: reading.lineOf(path) })
    }
  }
  return [...told.values()]
}

/** The scenario that candidates change, where there is none of that name. */
export function unknownBase(search: SearchFile, file: string, known: readonly string[]): Problem[] {
  if (known.includes(search.space.from)) return []
  return [
    {
      code: 'unknown',
      file,
      field: 'from',
      what: `there is no scenario "${search.space.from}"`,
      expected: 'the name of a scenario that comes with the laboratory',
      todo: suggestion(search.space.from, known),
    },
  ]
}
