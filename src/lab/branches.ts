// Draws run for plan after plan: the state at the policy date is kept, so that a plan that differs only later runs only the rest.
import { createWorld, type Machine, type MomentShape, type Tables, type World } from '../engine/index.ts'
import type { Parameter } from '../evidence/parameters.ts'
import type { Synthesis } from '../valley/population.ts'
import { type Cells, cellsFor } from './cells.ts'
import { drawValues, runSeed } from './draws.ts'
import { groupTallyOf } from './groups/tally.ts'
import { growersOf } from './households.ts'
import { type Job, type JobResult, type Plan, requireFinite, same } from './member.ts'
import type { Frame, LabModel, MeasuredMoment } from './model.ts'
import { type Past, pastsOf, type Trunk } from './pasts.ts'
import { type Policy, policyOf } from './policy.ts'
import { type Watch, watchOf } from './rules-of-policy/watch.ts'
import { FIRST, type Resolved } from './scenario/types.ts'
import { tallyOf } from './tally.ts'

export interface BranchesInput {
  readonly model: LabModel
  // biome-ignore lint/suspicious/noExplicitAny: the moment is the model's own type
  readonly machine: Machine<any>
  readonly facts: unknown
  readonly frame: Frame
  readonly population: Synthesis
  readonly tables: Tables
  readonly parameters: readonly Parameter[]
  /** Most bytes of kept states. */
  readonly room: number
}

export interface BranchResult extends JobResult {
  /** Whether the state at the policy date of every scenario that has one is kept here. */
  readonly kept: boolean
  /** Months that were run; fewer than scenarios times months where something was kept. */
  readonly months: number
}

/** Changed rules made ready. */
export interface ChangedMachine {
  /** Equal rules have equal keys, no others. */
  readonly key: string
  readonly machine: BranchesInput['machine']
}

/** Runs a draw, stopping for breath after each year: whoever drives it may leave it there. */
export type DrawRun = Generator<void, BranchResult, void>

export interface Branches {
  /**
   * Makes ready for the draws of a plan. The bits are those of `runJob`. Throws RangeError where the plan names changed rules
   * that are not given; a draw throws InputError where they lead to a number that is none.
   */
  open(plan: Plan, changed?: ChangedMachine): (job: Job) => DrawRun
}

/** Makes a world and keeps it, and one more for the changed rules it met last. One run at a time; a run that is left alone is over. */
export function branchesOf(input: BranchesInput): Branches {
  const { model, population, tables, frame } = input
  const worldOf = (machine: BranchesInput['machine']) =>
    createWorld<MomentShape>(machine, population, tables) as unknown as World<MeasuredMoment>
  const own = worldOf(input.machine)
  let other: { readonly key: string; readonly world: World<MeasuredMoment> } | undefined
  const pasts = pastsOf(input.room)
  const prepare = growersOf(population)
  const rows = { district: tables.districts, zone: tables.zones, mode: tables.modes }
  return {
    open(plan, changed) {
      if (changed === undefined && plan.scenarios.some(({ rules }) => rules !== undefined))
        throw new RangeError('the plan names changed rules, and there is no machine of them')
      if (changed && other?.key !== changed.key) other = { key: changed.key, world: worldOf(changed.machine) }
      const worldFor = (scenario: Resolved) => (scenario.rules && other ? other.world : own)
      const cells = cellsFor(plan.selection, model, frame)
      const watch = watchOf(plan.scenarios, model, frame)
      const arms = pasts.of(plan, branchMonths(plan), changed?.key ?? '', watch?.key).map((past, k): Arm => {
        const scenario = plan.scenarios[k] as Resolved
        return { scenario, policy: policyOf(scenario, watch), past, world: worldFor(scenario) }
      })
      return function* run(job) {
        const seed = runSeed(plan.draws.seed, job.draw)
        const members: Float64Array[] = []
        let [kept, months] = [true, 0]
        const keep = (past: Past, trunk: Trunk) => {
          kept = pasts.keep(past, job.draw, trunk) && kept
        }
        try {
          for (const arm of arms) {
            const done = yield* runArm({ ...input, prepare, plan, cells, watch, rows, seed, job, keep }, arm)
            members.push(watch ? done.values.slice(0, cells.length) : done.values)
            months += done.months
          }
        } finally {
          pasts.forgetSpare()
        }
        return { index: job.index, draw: job.draw, members, kept, months }
      }
    },
  }
}

/** By scenario, the January in which its span begins; 0 where that is the start or lies beyond the plan. */
const branchMonths = ({ scenarios, months }: Plan): number[] =>
  scenarios.map(({ card }) => {
    const month = (card.span.from - FIRST) * 12
    return month < months ? month : 0
  })

interface Arm {
  readonly scenario: Resolved
  readonly policy: Policy
  /** Undefined where the scenario has no policy date. */
  readonly past: Past | undefined
  readonly world: World<MeasuredMoment>
}

interface Setting extends BranchesInput {
  readonly prepare: ReturnType<typeof growersOf>
  readonly plan: Plan
  readonly cells: Cells
  /** What rules of policy look at; its values stand behind those of `cells`. */
  readonly watch: Watch | undefined
  readonly rows: Readonly<Record<'district' | 'zone' | 'mode', number>>
  readonly seed: number
  readonly job: Job
  readonly keep: (past: Past, trunk: Trunk) => void
}

/** One scenario of a draw, from its past where that is known; else its own past is kept on the way. */
function* runArm(setting: Setting, { scenario, policy, past, world }: Arm) {
  const { model, facts, parameters, plan, cells, watch, seed, job } = setting
  const choices = scenario.card.world
  const known = past?.trunks.get(job.draw)
  const p =
    known?.[0]?.p ?? drawValues(job.draw, plan.draws.seed, parameters, model.switches, scenario.card.model, job.given)
  const outside = model.makeWorld(facts, p, choices, seed, job.given?.shocks)
  const from = known?.find(
    (trunk) => same(trunk.choices, choices) || sameUntil(trunk.outside, outside, past?.month ?? 0),
  )
  const values = from ? from.values.slice() : new Float64Array(cells.length + (watch?.cells.length ?? 0))
  const tally = tallyOf(cells, model, setting.rows, values)
  const groups = cells.groups && groupTallyOf(cells.groups, world, setting.frame, values, from?.members)
  const seen = values.subarray(cells.length)
  const watching = watch && tallyOf(watch.cells, model, setting.rows, seen)
  policy.begin(seen)
  world.prepare(p, seed)
  if (from) world.restore(from.snapshot)
  else {
    world.reset()
    world.at(0, policy.at(0), outside(0))
    setting.prepare(world, p)
    model.start(world.moment, facts)
  }
  for (let month = world.next; month < plan.months; month++) {
    world.at(month, policy.at(month), outside(month))
    world.act()
    tally.month(world.moment)
    watching?.month(world.moment)
    groups?.month()
    if (!from && past?.month === month + 1)
      setting.keep(past, {
        p,
        choices,
        outside,
        snapshot: world.snapshot(),
        values: values.slice(),
        members: groups?.state(),
      })
    if (month % 12 === 11) yield
  }
  if (scenario.rules) requireFinite(world, scenario.card.name, job.draw)
  return { values, months: plan.months - (from?.snapshot.month ?? 0) }
}

/** The world outside, until the policy date, under choices that only matter later. */
function sameUntil(a: (month: number) => unknown, b: (month: number) => unknown, before: number): boolean {
  for (let month = 0; month < before; month++) if (!same(a(month), b(month))) return false
  return true
}
