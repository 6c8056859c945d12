import { beforeAll, describe, expect, it } from 'vitest'
import { outcomeNames } from './fixtures/branches.mjs'
import { type Branch, laboratory, model, openRunner } from './valley.ts'

const SEEDS = 6
const YEARS = 36
const FIRST = 2000

/** `MECHANISM=trust npx vitest run test/system/switch-off.test.ts` measures one mechanism alone: seconds instead of minutes. */
const { MECHANISM: only } = process.env
const tested = model.mechanisms.filter((one) => !one.bookkeeping && (only === undefined || one.id === only))
type Tested = (typeof tested)[number]
const optionOf = (name: string, option: string) =>
  (model.switches as Record<string, { options: readonly string[] }>)[name]?.options.indexOf(option) ?? -1

/** By mechanism and seed: the outcome with the mechanism on and off, one value a year of the effect. */
const pairs = new Map<string, { on: number[]; off: number[] }[]>()

const spanOf = ({ effect }: Tested) => ({
  scenario: effect.scenario ?? 'history',
  from: effect.from ?? FIRST,
  to: effect.years?.[1] ?? 2024,
})

beforeAll(async () => {
  // Mechanisms that need the same options share their trunks.
  const optionsOf = ({ effect }: Tested) => JSON.stringify(effect.switches ?? {})
  const jobs = [...new Set(tested.map(optionsOf))].flatMap((switches) => {
    const members = tested.filter((one) => optionsOf(one) === switches)
    const values = Object.fromEntries(
      Object.entries(JSON.parse(switches) as Record<string, string>).map(([name, option]) => [
        `switch_${name}`,
        optionOf(name, option),
      ]),
    )
    const branches = members.flatMap((one): Branch[] => [spanOf(one), { ...spanOf(one), off: one.id }])
    return Array.from({ length: SEEDS }, (_, k) => ({ seed: 1 + k, values, branches, members }))
  })
  const runner = openRunner()
  const results = await runner.run(jobs.map(({ members: _, ...job }) => job)).finally(() => runner.close())
  jobs.forEach(({ members }, j) => {
    members.forEach((one, k) => {
      const [from, to] = one.effect.years ?? [FIRST, 2024]
      const row = outcomeNames.indexOf(one.effect.outcome) * YEARS - FIRST
      const of = (branch: number) => Array.from(results[j]?.[branch]?.slice(row + from, row + to + 1) ?? [])
      pairs.set(one.id, [...(pairs.get(one.id) ?? []), { on: of(2 * k), off: of(2 * k + 1) }])
    })
  })
}, 400_000)

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Change in the stated direction when the mechanism is off: relative to its value when on, and in standard errors over pairs of runs. */
function effectOf(one: Tested) {
  const runs = pairs.get(one.id) ?? []
  const on = runs.map((run) => mean(run.on))
  const sign = one.effect.off === 'raises' ? 1 : -1
  const changes = runs.map((run, k) => {
    if (one.effect.off === 'shifts')
      return mean(run.off.map((value, year) => Math.abs(value - (run.on[year] as number))))
    return sign * (mean(run.off) - (on[k] as number))
  })
  const change = mean(changes)
  const variance = mean(changes.map((own) => (own - change) ** 2)) / (changes.length - 1)
  return { relative: change / Math.abs(mean(on)), errors: change / Math.sqrt(variance) }
}

describe('a mechanism switched off', () => {
  it.each(tested.map((one) => [one.id, one.effect.off, one.effect.outcome] as const))('%s %s %s', (id) => {
    const one = tested.find((each) => each.id === id) as Tested
    expect(laboratory.scenarios.has(spanOf(one).scenario)).toBe(true)
    for (const [name, option] of Object.entries(one.effect.switches ?? {}))
      expect(optionOf(name, option)).toBeGreaterThanOrEqual(0)
    expect(outcomeNames).toContain(one.effect.outcome)
    expect(one.effect.atLeast).toBeGreaterThanOrEqual(0.001)
    const { relative, errors } = effectOf(one)
    expect(relative).toBeGreaterThan(one.effect.atLeast)
    expect(errors).toBeGreaterThan(3)
  })
})
