// One draw of the uncertain, under every scenario. Months that scenarios share are run once.
import {
  createWorld,
  type Machine,
  type MomentShape,
  type Population,
  type Snapshot,
  simulate,
  type Tables,
  type World,
} from '../engine/index.ts'
import type { Parameter } from '../evidence/parameters.ts'
import { type Cells, cellsFor, type Selection } from './cells.ts'
import { type DrawList, drawValues, runSeed } from './draws.ts'
import type { Frame, LabModel, MeasuredMoment } from './model.ts'
import { firstDifference, type Policy, policyOf } from './policy.ts'
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
}

export interface JobResult extends Job {
  /** Values by scenario, in the order of the plan; the layout is that of `cellsFor`. */
  readonly members: readonly Float64Array[]
}

export const planJobs = ({ draws }: Plan): Job[] => draws.indices.map((draw, index) => ({ index, draw }))

/** What a worker keeps between jobs. */
export interface Context {
  readonly model: LabModel
  readonly facts: unknown
  readonly world: World<MeasuredMoment>
  readonly rows: Readonly<Record<'district' | 'zone' | 'mode', number>>
  readonly parameters: readonly Parameter[]
  readonly plan: Plan
  readonly prepare: NonNullable<ContextInput['prepare']>
  readonly cells: Cells
  readonly policies: readonly Policy[]
  /** By scenario, the January in which its levers leave those of the reference at the latest. */
  readonly split: readonly number[]
}

export interface ContextInput {
  readonly model: LabModel
  // biome-ignore lint/suspicious/noExplicitAny: the moment is the model's own type
  readonly machine: Machine<any>
  readonly facts: unknown
  readonly frame: Frame
  readonly population: Population
  readonly tables: Tables
  readonly parameters: readonly Parameter[]
  readonly plan: Plan
  /** Districts where all households are reviewed each month; see the engine's world. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly reviewAll?: (district: any) => boolean
  /** Sets what the parameters of a draw change in the households at the start; called before the first month. */
  readonly prepare?: (world: World<MeasuredMoment>, p: Readonly<Record<string, number>>) => void
}

export function contextOf(input: ContextInput): Context {
  const { model, machine, facts, frame, population, tables, parameters, plan, reviewAll, prepare } = input
  const reference = plan.scenarios[0] as Resolved
  return {
    model,
    facts,
    parameters,
    plan,
    prepare: prepare ?? (() => {}),
    world: createWorld<MomentShape>(
      machine,
      population,
      tables,
      reviewAll === undefined ? {} : { reviewAll },
    ) as unknown as World<MeasuredMoment>,
    rows: { district: tables.districts, zone: tables.zones, mode: tables.modes },
    cells: cellsFor(plan.selection, model, frame),
    policies: plan.scenarios.map(policyOf),
    split: plan.scenarios.map((scenario) => {
      const span = (scenario.card.span.from - FIRST) * 12
      // a scenario that is the reference again still runs its own span: its zero difference is computed, not copied
      return Math.min(firstDifference(reference, scenario), span < plan.months ? span : 0)
    }),
  }
}

const january = (month: number): number => Math.floor(month / 12) * 12

/**
 * Runs one draw under every scenario. The reference runs through; every other scenario starts from the reference's state in
 * the January before anything differs. The bits are those of a run from the start.
 */
export function runJob(context: Context, job: Job): JobResult {
  const { model, facts, plan, parameters, world, cells, policies } = context
  const seed = runSeed(plan.draws.seed, job.draw)
  // quantiles of many parameters take their time: once for all scenarios that fix the same switches
  const drawn = new Map<string, Record<string, number>>()
  const runs = plan.scenarios.map(({ card }) => {
    const key = JSON.stringify(card.model)
    const p = drawn.get(key) ?? drawValues(job.draw, plan.draws.seed, parameters, model.switches, card.model)
    drawn.set(key, p)
    return { p, choices: card.world, outside: () => model.makeWorld(facts, p, card.world, seed) }
  })
  const reference = runs[0] as (typeof runs)[number]
  const starts = runs.map((run, k) => {
    if (k === 0 || !same(run.p, reference.p)) return 0
    const split = Math.min(context.split[k] as number, plan.months)
    if (same(run.choices, reference.choices)) return january(split)
    return january(worldsPart(reference.outside(), run.outside(), split))
  })
  const snapshots = new Map<number, Snapshot>()
  const wanted = new Set(starts.filter((month) => month > 0))
  const members: Float64Array[] = []
  runs.forEach((run, k) => {
    const start = k === 0 ? 0 : (starts[k] as number)
    const from = snapshots.get(start)
    const values = from ? (members[0] as Float64Array).slice() : new Float64Array(cells.length)
    const tally = tallyOf(cells, model, context.rows, values)
    const policy = policies[k] as Policy
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
        const next = moment.month + 1
        if (k === 0 && wanted.has(next)) snapshots.set(next, world.snapshot())
      },
      ...(from ? { from } : {}),
    })
    members.push(values)
  })
  return { ...job, members }
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
