// All scenarios together: names once, `from` without gaps or circles, and lever values of every month.
import { sha256Hex } from '../../engine/hash.ts'
import { InputError, type Problem, sortProblems } from '../../evidence/problem.ts'
import type { ScenarioCard } from '../results.ts'
import { suggestion } from './near.ts'
import { readScenario, scenarioName } from './read.ts'
import {
  FIRST,
  LAST,
  type LeverOrder,
  MONTHS,
  type Resolved,
  type ResolvedLever,
  type Scenario,
  type Step,
  type Vocabulary,
} from './types.ts'

export type Library = ReadonlyMap<string, Scenario>

/** Reads files (path to text) and reports every problem of every file. Scenarios with problems are left out. */
export function readScenarios(
  files: Readonly<Record<string, string>>,
  vocabulary: Vocabulary,
): { scenarios: Library; problems: Problem[] } {
  const scenarios = new Map<string, Scenario>()
  const problems: Problem[] = []
  const owner = new Map<string, string>()
  for (const [file, text] of Object.entries(files)) {
    const key = scenarioName(file).toLowerCase()
    const other = owner.get(key)
    if (other !== undefined) {
      problems.push({
        code: 'duplicate-name',
        file,
        line: 1,
        what: `the scenario "${scenarioName(file)}" is also in ${other}`,
        expected: 'a name for each scenario',
        todo: 'rename one of the two files',
      })
      continue
    }
    owner.set(key, file)
    const read = readScenario(text, file, vocabulary)
    problems.push(...read.problems)
    if (read.scenario) scenarios.set(read.scenario.name, read.scenario)
  }
  for (const scenario of scenarios.values()) problems.push(...lineProblems(scenario, scenarios, owner))
  return { scenarios, problems: sortProblems(problems) }
}

/** Names from the scenario itself back to the first one; stops at a circle or a gap. */
export function lineage(name: string, scenarios: Library): string[] {
  const line: string[] = []
  for (
    let next: string | undefined = name;
    next !== undefined && !line.includes(next);
    next = scenarios.get(next)?.from
  )
    line.push(next)
  return line
}

function lineProblems(scenario: Scenario, scenarios: Library, owner: ReadonlyMap<string, string>): Problem[] {
  const { file, from, fromLine } = scenario
  if (from === undefined) return []
  const at = { file, ...(fromLine === undefined ? {} : { line: fromLine }), field: 'from' }
  // a parent with problems of its own has been reported already
  if (!scenarios.has(from) && owner.has(from.toLowerCase())) return []
  if (!scenarios.has(from)) {
    return [
      {
        code: 'unknown',
        ...at,
        what: `there is no scenario "${from}"`,
        expected: 'the name of a scenario: its file name without .yaml',
        todo: suggestion(from, [...scenarios.keys()]),
      },
    ]
  }
  const line = lineage(scenario.name, scenarios)
  const back = scenarios.get(line.at(-1) as string)?.from
  if (back !== scenario.name) return []
  return [
    {
      code: 'cycle',
      ...at,
      what: `this leads back to itself: ${[...line, back].join(' from ')}`,
      expected: 'a chain of scenarios with a first one',
      todo: 'remove one "from"',
    },
  ]
}

/** Lever values of every month of a scenario. Throws an InputError for an unknown name or a broken line of `from`. */
export function resolve(name: string, scenarios: Library, vocabulary: Vocabulary): Resolved {
  const line = lineage(name, scenarios).map((step) => {
    const scenario = scenarios.get(step)
    if (scenario) return scenario
    throw new InputError([
      {
        code: 'unknown',
        file: 'command line',
        what: `there is no usable scenario "${step}"`,
        expected: 'the name of a scenario',
        todo: suggestion(step, [...scenarios.keys()]),
      },
    ])
  })
  const self = line[0] as Scenario
  const order = [...line].reverse()
  const levers = startValues(vocabulary)
  let span = { from: FIRST, to: LAST }
  const world = defaults(vocabulary.worldChoices)
  const model: Record<string, string> = {}
  for (const scenario of order) {
    span = scenario.span ?? span
    for (const [lever, lines] of Object.entries(scenario.levers))
      apply(levers[lever] as Draft, lines, (span.from - FIRST) * 12, vocabulary, lever)
    Object.assign(world, scenario.world)
    Object.assign(model, scenario.model)
  }
  const resolved = Object.fromEntries(
    Object.entries(levers).map(([lever, draft]) => [lever, freeze(draft, vocabulary)]),
  )
  const card: ScenarioCard = {
    name,
    hash: hashOf(resolved, world, model),
    title: self.title,
    ...(self.about ? { about: self.about } : {}),
    ...(self.from ? { from: self.from } : {}),
    world,
    model,
    span,
  }
  return { card, levers: resolved }
}

interface Draft {
  readonly fields: Record<string, Float64Array>
  readonly reach: (readonly string[])[]
}

function startValues({ levers, districts }: Vocabulary): Record<string, Draft> {
  const everywhere = districts.map(({ ubigeo }) => ubigeo)
  return Object.fromEntries(
    Object.entries(levers).map(([name, lever]) => {
      const fields = Object.fromEntries(
        Object.entries(lever.fields).map(([field, { none }]) => [field, new Float64Array(MONTHS).fill(none)]),
      )
      return [name, { fields, reach: new Array<readonly string[]>(MONTHS).fill(everywhere) }]
    }),
  )
}

/** Writes one file's order over what is inherited, from the order's start (the span's when absent) to its end. */
function apply(draft: Draft, order: LeverOrder, spanStart: number, vocabulary: Vocabulary, lever: string): void {
  const start = order.start ?? spanStart
  const end = order.end ?? MONTHS
  if (order.none) {
    for (const [field, values] of Object.entries(draft.fields))
      values.fill(vocabulary.levers[lever]?.fields[field]?.none ?? 0, start, end)
  }
  for (const [field, steps] of Object.entries(order.fields)) {
    const values = draft.fields[field] as Float64Array
    spread(steps, start, end, (month, value) => {
      values[month] = value
    })
  }
  spread(order.districts ?? [], start, end, (month, value) => {
    draft.reach[month] = value
  })
}

/** A list that begins with a later date leaves the months before it as they were. */
function spread<T>(
  steps: readonly Step<T>[],
  start: number,
  end: number,
  write: (month: number, value: T) => void,
): void {
  steps.forEach((step, k) => {
    const until = Math.min(end, steps[k + 1]?.from ?? MONTHS)
    for (let month = Math.max(start, step.from); month < until; month++) write(month, step.value)
  })
}

function freeze(draft: Draft, { districts }: Vocabulary): ResolvedLever {
  const masks: Float64Array[] = []
  const places = new Map<string, number>()
  // months of one step share their list, so each list is turned into a mask once
  const known = new Map<readonly string[], number>()
  const mask = Uint8Array.from(draft.reach, (ubigeos) => {
    const seen = known.get(ubigeos)
    if (seen !== undefined) return seen
    const values = Float64Array.from(districts, ({ ubigeo }) => (ubigeos.includes(ubigeo) ? 1 : 0))
    const key = values.join('')
    const place = places.get(key) ?? masks.push(values) - 1
    places.set(key, place)
    known.set(ubigeos, place)
    return place
  })
  return { fields: draft.fields, mask, masks }
}

const defaults = (choices: Vocabulary['worldChoices']): Record<string, string> =>
  Object.fromEntries(Object.entries(choices).map(([name, choice]) => [name, choice.default]))

function hashOf(levers: Readonly<Record<string, ResolvedLever>>, world: object, model: object): string {
  const sorted = (record: object) => JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
  const parts: (string | Uint8Array)[] = [sorted(world), sorted(model)]
  for (const [name, lever] of Object.entries(levers).sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const [field, values] of Object.entries(lever.fields).sort(([a], [b]) => (a < b ? -1 : 1))) {
      parts.push(`${name}.${field}`, new Uint8Array(values.buffer.slice(0)))
    }
    parts.push(lever.mask, ...lever.masks.map((mask) => mask.join('')))
  }
  return sha256Hex(...parts)
}
