// Futures of one draw under every package. The past of the draw is run once; months that packages share are run once a future.
import { firstNonFinite, type Snapshot, type World } from '../../engine/index.ts'
import { grouped } from '../../evidence/ledger/grouped.ts'
import type { Parameter } from '../../evidence/parameters.ts'
import { type Cells, cellsFor, type Selection } from '../cells.ts'
import { type DrawList, drawValues, type Given, givenAt, runSeed } from '../draws.ts'
import { groupTallyOf, type Membership } from '../groups/tally.ts'
import type { Frame, LabModel, MeasuredMoment } from '../model.ts'
import { firstDifference, type Policy, policyOf } from '../policy.ts'
import { watchOf } from '../rules-of-policy/watch.ts'
import { FIRST, type Resolved } from '../scenario/types.ts'
import { tallyOf } from '../tally.ts'
import { type Future, futureSeed } from './futures.ts'
import { driversOf, type InputColumn } from './inputs.ts'
import type { StudyLayout, Years } from './layout.ts'

/** What a study runs; plain data. */
export interface StudyPlan {
  /** The first is the reference. */
  readonly policies: readonly Resolved[]
  readonly draws: DrawList
  readonly futures: readonly Future[]
  /** Years of the outcomes. */
  readonly years: Years
  /** Years over which the world outside is described: those in which packages act. */
  readonly driven: Years
  readonly selection: Selection
}

/** Some futures of one draw. */
export interface StudyJob {
  readonly index: number
  readonly draw: number
  readonly futures: readonly Future[]
}

export interface StudyFailure {
  readonly future: number
  readonly policy: string
  readonly what: string
}

export interface StudyJobResult {
  readonly index: number
  readonly draw: number
  /** Numbers of the layout by future and, within it, by package (NaN where the model failed); last, the inputs by future. */
  readonly members: readonly Float64Array[]
  readonly failures: readonly StudyFailure[]
}

/** More futures of a draw than this make another job. */
const MOST = 8

/** Futures of a draw go together: its past is run once for them. */
export function planStudyJobs(futures: readonly Future[]): StudyJob[] {
  const jobs: StudyJob[] = []
  for (const some of grouped(futures.map((future) => [String(future.place), future] as const)).values())
    for (let from = 0; from < some.length; from += MOST) {
      const together = some.slice(from, from + MOST)
      jobs.push({ index: jobs.length, draw: (together[0] as Future).draw, futures: together })
    }
  return jobs
}

/** First month after which nothing outside is known: worlds part here. */
const TODAY = 25 * 12

/** January until which packages, and worlds, have one past. */
export function pastMonths(policies: readonly Resolved[], { from }: Years): number {
  const reference = policies[0] as Resolved
  const parted = policies.map((one) => firstDifference(reference, one))
  return Math.min(TODAY, (from - FIRST) * 12, ...parted.map((month) => Math.floor(month / 12) * 12))
}

export interface StudyContextInput {
  readonly model: LabModel
  readonly facts: unknown
  readonly frame: Frame
  readonly world: World<MeasuredMoment>
  readonly parameters: readonly Parameter[]
  readonly plan: StudyPlan
  readonly layout: StudyLayout
  readonly inputs: readonly InputColumn[]
  readonly prepare: (world: World<MeasuredMoment>, p: Readonly<Record<string, number>>) => void
}

/** Where a run stands; without a state of the world, at its start. */
interface State {
  readonly at?: Snapshot | undefined
  readonly values: Float64Array
  readonly members?: Membership | undefined
}
type Outside = (month: number) => unknown

/** One draw under one world: what all its packages meet. */
interface Chance {
  readonly p: Record<string, number>
  readonly seed: number
  readonly outside: Outside
}

/** The task of a worker. Futures that make the model fail are told and left empty; the others go on. */
export function studyTask(input: StudyContextInput): (job: StudyJob) => StudyJobResult {
  const { model, facts, frame, world, plan, layout, parameters } = input
  const { policies, draws, years } = plan
  const cells = cellsFor(plan.selection, model, frame)
  const watch = watchOf(policies, model, frame)
  const orders = policies.map((one) => policyOf(one, watch))
  const months = (years.to + 1 - FIRST) * 12
  const past = pastMonths(policies, years)
  const splits = policies.map((one) => {
    const month = firstDifference(policies[0] as Resolved, one)
    return month >= months ? past : Math.floor(month / 12) * 12
  })
  const runner = runnerOf({ ...input, cells, watch: watch?.cells })

  /** By package, or what went wrong. */
  const run = (chance: Chance, from: State): (Float64Array | string)[] => {
    const kept = new Map<number, State>([[past, from]])
    return orders.map((order, k) => {
      const start = kept.get(splits[k] as number) ?? from
      try {
        const end = runner(chance, order, start, months, (month, state) => {
          if (k === 0 && splits.includes(month)) kept.set(month, state())
        })
        const found = firstNonFinite(world)
        if (found) return `${found.where} became ${found.value}`
        return layout.reduce(end.subarray(0, cells.length))
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      }
    })
  }
  return ({ index, draw, futures }) => {
    const given = givenAt(draws, futures[0]?.place ?? 0)
    const members: Float64Array[] = []
    const failures: StudyFailure[] = []
    const inputs = new Float64Array(futures.length * input.inputs.length).fill(Number.NaN)
    const fail = (future: Future, k: number, what: string) => {
      failures.push({ future: future.index, policy: policies[k]?.card.name ?? '', what })
      return new Float64Array(layout.length).fill(Number.NaN)
    }
    const p = attempt(() => drawValues(draw, draws.seed, parameters, model.switches, {}, given))
    const trunk = typeof p === 'string' ? p : attempt(() => pastOf(draw, p, given))
    futures.forEach((future, f) => {
      const seed = futureSeed(draws.seed, future)
      const chance = (known: Record<string, number>): Chance => {
        return { p: known, seed, outside: model.makeWorld(facts, known, future.choices, seed, given?.shocks) }
      }
      const known = typeof p === 'string' ? {} : p
      const drivers = typeof p === 'string' ? {} : driversOf(chance(p).outside, p, plan.driven)
      input.inputs.forEach((column, c) => {
        inputs[f * input.inputs.length + c] = column.of({ future, p: known, drivers })
      })
      const done = typeof trunk === 'string' ? policies.map(() => trunk) : run(chance(known), trunk)
      members.push(...done.map((one, k) => (typeof one === 'string' ? fail(future, k, one) : one)))
    })
    return { index, draw, members: [...members, inputs], failures }
  }

  function pastOf(draw: number, p: Record<string, number>, given: Given | undefined): State {
    const seed = runSeed(draws.seed, draw)
    const outside: Outside = model.makeWorld(facts, p, {}, seed, given?.shocks)
    const values = new Float64Array(cells.length + (watch?.cells.length ?? 0))
    let state: State = { values }
    runner({ p, seed, outside }, orders[0] as Policy, state, past, (month, now) => {
      if (month === past) state = now()
    })
    return state
  }
}

const attempt = <T>(work: () => T): T | string => {
  try {
    return work()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

interface RunnerInput extends StudyContextInput {
  readonly cells: Cells
  readonly watch: Cells | undefined
}

/** Runs one package from the start, or from a state, until `end`; tells each January, when its state can be had. Gives the values. */
function runnerOf({ model, facts, world, frame, cells, watch, prepare }: RunnerInput) {
  const { tables } = world.layout
  const rows = { district: tables.district.rows, zone: tables.zone.rows, mode: tables.mode.rows }
  return (
    { p, seed, outside }: Chance,
    order: Policy,
    from: State,
    end: number,
    january: (month: number, state: () => State) => void,
  ): Float64Array => {
    const values = from.values.slice()
    const tally = tallyOf(cells, model, rows, values)
    const groups = cells.groups && groupTallyOf(cells.groups, world, frame, values, from.members)
    const seen = values.subarray(cells.length)
    const watching = watch && tallyOf(watch, model, rows, seen)
    order.begin(seen)
    world.prepare(p, seed)
    if (from.at) world.restore(from.at)
    else {
      world.reset()
      world.at(0, order.at(0), outside(0))
      prepare(world, p)
      model.start(world.moment, facts)
    }
    for (let month = world.next; month < end; month++) {
      world.at(month, order.at(month), outside(month))
      world.act()
      tally.month(world.moment)
      watching?.month(world.moment)
      groups?.month()
      if (month % 12 === 11)
        january(month + 1, () => ({ at: world.snapshot(), values: values.slice(), members: groups?.state() }))
    }
    return values
  }
}
