// A scenario and its forebears made into lever values of every month.
import { sha256Hex } from '../../engine/hash.ts'
import { InputError } from '../../evidence/problem.ts'
import type { ScenarioCard } from '../results.ts'
import { resolvedRules, ruleCards, rulesKey } from '../rules-of-policy/resolve.ts'
import { type Library, lineage } from './lineage.ts'
import { suggestion } from './near.ts'
import {
  FIRST,
  LAST,
  type LeverOrder,
  MONTHS,
  type Resolved,
  type ResolvedLever,
  type ResolvedRule,
  type Scenario,
  type Step,
  type Vocabulary,
} from './types.ts'

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
  let adaptive: ResolvedRule[] = []
  for (const scenario of order) {
    span = scenario.span ?? span
    for (const [lever, lines] of Object.entries(scenario.levers))
      apply(levers[lever] as Draft, lines, (span.from - FIRST) * 12, vocabulary, lever)
    if (scenario.rules) adaptive = resolvedRules(scenario.rules, (span.from - FIRST) * 12, vocabulary)
    Object.assign(world, scenario.world)
    Object.assign(model, scenario.model)
  }
  const resolved = Object.fromEntries(
    Object.entries(levers).map(([lever, draft]) => [lever, freeze(draft, vocabulary)]),
  )
  const card: ScenarioCard = {
    name,
    hash: hashOf(resolved, adaptive, world, model),
    title: self.title,
    ...(self.about ? { about: self.about } : {}),
    ...(self.from ? { from: self.from } : {}),
    world,
    model,
    span,
    ...(adaptive.length > 0 ? { rules: ruleCards(adaptive, vocabulary) } : {}),
  }
  return { card, levers: resolved, ...(adaptive.length > 0 ? { adaptive } : {}) }
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

function hashOf(
  levers: Readonly<Record<string, ResolvedLever>>,
  adaptive: readonly ResolvedRule[],
  world: object,
  model: object,
): string {
  const sorted = (record: object) => JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
  const parts: (string | Uint8Array)[] = [sorted(world), sorted(model)]
  for (const [name, lever] of Object.entries(levers).sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const [field, values] of Object.entries(lever.fields).sort(([a], [b]) => (a < b ? -1 : 1))) {
      parts.push(`${name}.${field}`, new Uint8Array(values.buffer.slice(0)))
    }
    parts.push(lever.mask, ...lever.masks.map((mask) => mask.join('')))
  }
  if (adaptive.length > 0) parts.push(rulesKey(adaptive))
  return sha256Hex(...parts)
}
