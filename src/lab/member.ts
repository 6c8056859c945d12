// One draw of the uncertain, under every scenario. Months that scenarios share are run once.
import {
  createWorld,
  firstNonFinite,
  type Machine,
  type MomentShape,
  type Population,
  type Snapshot,
  simulate,
  type Tables,
  type World,
} from '../engine/index.ts'
import type { Parameter } from '../evidence/parameters.ts'
import { InputError } from '../evidence/problem.ts'
import { type Cells, cellsFor, type Selection } from './cells.ts'
import { type DrawList, drawValues, type Given, givenAt, runSeed } from './draws.ts'
import { groupTallyOf, type Membership } from './groups/tally.ts'
import type { Frame, LabModel, MeasuredMoment } from './model.ts'
import { firstDifference, type Policy, policyOf } from './policy.ts'
import { type Watch, watchOf } from './rules-of-policy/watch.ts'
import { FIRST, type Resolved } from './scenario/types.ts'
import { tallyOf } from './tally.ts'

/** What an ensemble runs: plain data, sent once to each worker. */
export interface Plan {
  /** The first is the reference of a comparison. */
  readonly scenarios: readonly Resolved[]
  readonly draws: DrawList
  /** Months to run, whole years: 432 to the end of 2035. */
  readonly months: number
  readonly selection: Selection
}

/** One draw under all scenarios of the plan. */
export interface Job {
  readonly index: number
  readonly draw: number
  /** What is given of the draw, where its list gives something. */
  readonly given?: Given | undefined
}

export interface JobResult {
  readonly index: number
  readonly draw: number
  /** Values by scenario, in the order of the plan; the layout is that of `cellsFor`. */
  readonly members: readonly Float64Array[]
}

export const planJobs = ({ draws }: Plan): Job[] =>
  draws.indices.map((draw, index) => ({ index, draw, ...(draws.fitted && { given: givenAt(draws, index) }) }))

/** What a worker keeps between jobs. */
export interface Context {
  readonly model: LabModel
  readonly facts: unknown
  readonly frame: Frame
  /** By scenario; those under the same rules share a world. */
  readonly worlds: readonly World<MeasuredMoment>[]
  /** By scenario, the place of the first one under the same rules: it is run whole, and the others branch from it. */
  readonly trunk: readonly number[]
  readonly rows: Readonly<Record<'district' | 'zone' | 'mode', number>>
  readonly parameters: readonly Parameter[]
  readonly plan: Plan
  readonly prepare: NonNullable<ContextInput['prepare']>
  readonly cells: Cells
  /** What rules of policy look at; its values stand behind those of `cells`. */
  readonly watch: Watch | undefined
  readonly policies: readonly Policy[]
  /** By scenario, the January in which its levers leave those of its trunk at the latest. */
  readonly split: readonly number[]
}

export interface ContextInput {
  readonly model: LabModel
  // biome-ignore lint/suspicious/noExplicitAny: the moment is the model's own type
  readonly machine: Machine<any>
  /** For the scenarios of the plan that run under changed rules. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly changed?: Machine<any> | undefined
  readonly facts: unknown
  readonly frame: Frame
  readonly population: Population
  readonly tables: Tables
  readonly parameters: readonly Parameter[]
  readonly plan: Plan
  /** Sets what the parameters of a draw change in the households at the start; called before the first month. */
  readonly prepare?: (world: World<MeasuredMoment>, p: Readonly<Record<string, number>>) => void
}

export function contextOf(input: ContextInput): Context {
  const { model, machine, changed, facts, frame, population, tables, parameters, plan, prepare } = input
  const { scenarios } = plan
  const worldOf = (of: ContextInput['machine']) =>
    createWorld<MomentShape>(of, population, tables) as unknown as World<MeasuredMoment>
  if (changed === undefined && scenarios.some(({ rules }) => rules !== undefined))
    throw new RangeError('the plan names changed rules, and there is no machine of them')
  const own = worldOf(machine)
  const other = changed && worldOf(changed)
  const watch = watchOf(scenarios, model, frame)
  const trunk = scenarios.map(({ rules }) => scenarios.findIndex((one) => one.rules === rules))
  return {
    model,
    facts,
    frame,
    parameters,
    plan,
    prepare: prepare ?? (() => {}),
    worlds: scenarios.map(({ rules }) => (rules && other) || own),
    trunk,
    rows: { district: tables.districts, zone: tables.zones, mode: tables.modes },
    cells: cellsFor(plan.selection, model, frame),
    watch,
    policies: scenarios.map((scenario) => policyOf(scenario, watch)),
    split: scenarios.map((scenario, k) => {
      const span = (scenario.card.span.from - FIRST) * 12
      // a scenario that is the reference again still runs its own span: its zero difference is computed, not copied
      const from = scenarios[trunk[k] as number] as Resolved
      return Math.min(firstDifference(from, scenario), span < plan.months ? span : 0)
    }),
  }
}

/** A state from which other scenarios go on. */
interface Branch {
  readonly at: Snapshot
  /** Who was in which household group, where that is kept. */
  readonly members: Membership | undefined
}

const january = (month: number): number => Math.floor(month / 12) * 12

/**
 * Runs one draw under every scenario. The first one under each set of rules runs through; every other starts from its state in
 * the January before anything differs. The bits are those of a run from the start. Throws InputError when changed rules lead to
 * a number that is none.
 */
export function runJob(context: Context, job: Job): JobResult {
  const { model, facts, plan, parameters, worlds, trunk, cells, watch, policies } = context
  const seed = runSeed(plan.draws.seed, job.draw)
  // quantiles of many parameters take their time: once for all scenarios that fix the same switches
  const drawn = new Map<string, Record<string, number>>()
  const runs = plan.scenarios.map(({ card }) => {
    const key = JSON.stringify(card.model)
    const p = drawn.get(key) ?? drawValues(job.draw, plan.draws.seed, parameters, model.switches, card.model, job.given)
    drawn.set(key, p)
    return { p, choices: card.world, outside: () => model.makeWorld(facts, p, card.world, seed, job.given?.shocks) }
  })
  const starts = runs.map((run, k) => {
    const from = runs[trunk[k] as number] as (typeof runs)[number]
    if (run === from || !same(run.p, from.p)) return 0
    const split = Math.min(context.split[k] as number, plan.months)
    if (same(run.choices, from.choices)) return january(split)
    return january(worldsPart(from.outside(), run.outside(), split))
  })
  const snapshots = trunk.map(() => new Map<number, Branch>())
  const members: Float64Array[] = []
  runs.forEach((run, k) => {
    const of = trunk[k] as number
    const world = worlds[k] as World<MeasuredMoment>
    const wanted = new Set(starts.filter((month, other) => of === k && trunk[other] === k && month > 0))
    const from = snapshots[of]?.get(starts[k] as number)
    const room = cells.length + (watch?.cells.length ?? 0)
    const values = from ? (members[of] as Float64Array).slice() : new Float64Array(room)
    const tally = tallyOf(cells, model, context.rows, values)
    const groups = cells.groups && groupTallyOf(cells.groups, world, context.frame, values, from?.members)
    const policy = policies[k] as Policy
    // a branch takes over what its trunk had measured; what comes later is written before a rule may know it
    const seen = values.subarray(cells.length)
    const watching = watch && tallyOf(watch.cells, model, context.rows, seen)
    policy.begin(seen)
    simulate<MeasuredMoment>(world, {
      params: run.p,
      lever: (month) => policy.at(month),
      world: run.outside(),
      seed,
      months: plan.months,
      start: (moment) => {
        context.prepare(world, run.p)
        model.start(moment, facts)
      },
      onMonth: (moment) => {
        tally.month(moment)
        watching?.month(moment)
        groups?.month()
        const next = moment.month + 1
        if (wanted.has(next)) snapshots[k]?.set(next, { at: world.snapshot(), members: groups?.state() })
      },
      ...(from ? { from: from.at } : {}),
    })
    if (plan.scenarios[k]?.rules) requireFinite(world, plan.scenarios[k]?.card.name ?? '', job.draw)
    members.push(values)
  })
  const kept = watch === undefined ? members : members.map((values) => values.slice(0, cells.length))
  return { index: job.index, draw: job.draw, members: kept }
}

/**
 * Throws InputError where changed rules led to a number that is none. A rule that divides by nothing shows in the state at the
 * end, since what is no number stays none.
 */
export function requireFinite(world: World<MeasuredMoment>, scenario: string, draw: number): void {
  const found = firstNonFinite(world)
  if (found === undefined) return
  throw new InputError([
    {
      code: 'not-finite',
      file: scenario,
      field: found.where,
      what: `the changed rules lead to ${found.value} (draw ${draw})`,
      expected: 'finite numbers in every month',
      todo: 'keep what the rules divide by, and take logarithms of, away from zero: max(x, quantity(1, …))',
    },
  ])
}

function worldsPart(a: (month: number) => unknown, b: (month: number) => unknown, before: number): number {
  for (let month = 0; month < before; month++) if (!same(a(month), b(month))) return month
  return before
}

/** Equal numbers, words and lists, however deep. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Float64Array && b instanceof Float64Array)
    return a.length === b.length && a.every((v, k) => Object.is(v, b[k]))
  const mine = a as Record<string, unknown>
  const theirs = b as Record<string, unknown>
  const keys = Object.keys(mine)
  return keys.length === Object.keys(theirs).length && keys.every((key) => same(mine[key], theirs[key]))
}
