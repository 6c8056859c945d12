// Runs that differ from the plain model in one stated thing: levers, the outside world, parameters, a mechanism left out.
import { createWorld, type Machine, type Population, type Snapshot, simulate, type Tables } from '../../engine/index.ts'
import type { Parameter } from '../../evidence/parameters.ts'
import { type Cells, cellsFor, type Selection } from '../cells.ts'
import { drawValues, type Given, runSeed } from '../draws.ts'
import type { ContextInput } from '../member.ts'
import type { Frame, LabModel, MeasuredMoment } from '../model.ts'
import { firstDifference, policyOf } from '../policy.ts'
import type { Resolved } from '../scenario/types.ts'
import { tallyOf } from '../tally.ts'
import { type StandIn, standIns } from './stand-ins.ts'

/** A figure of the outside world over some months [from, to): multiplied, then added to. */
export interface WorldChange {
  readonly field: string
  readonly times: number
  readonly add: number
  readonly from: number
  readonly to: number
}

/** What is other than in the plain model; plain data. */
export interface Change {
  /** By parameter or `switch_<name>`: a value, or a factor on the value of the draw. */
  readonly parameters?: Readonly<Record<string, number | { readonly times: number }>> | undefined
  readonly world?: readonly WorldChange[] | undefined
  /** Ids of mechanisms that are left out. */
  readonly without?: readonly string[] | undefined
  /** What does a left-out mechanism's work instead. */
  readonly instead?: StandIn | undefined
}

export interface Variant {
  readonly id: string
  readonly scenario: Resolved
  readonly change: Change
  /** Month before which the run ends. */
  readonly months: number
  /** The run goes on from the state of another variant, named before it, in the January `from`; whole runs when absent. */
  readonly trunk?: { readonly id: string; readonly from: number }
}

/** Variants run together under each draw. */
export interface VariantSet {
  readonly id: string
  readonly variants: readonly Variant[]
}

export interface VariantJob {
  readonly index: number
  readonly draw: number
  readonly given?: Given | undefined
  /** Place of the set. */
  readonly set: number
}

export interface VariantResult {
  readonly index: number
  /** By variant, in the order of the set; laid out by the cells of the context. */
  readonly members: readonly Float64Array[]
}

export interface VariantInput {
  readonly model: LabModel
  /** By the mechanisms left out, joined with a blank; '' for the whole model. */
  // biome-ignore lint/suspicious/noExplicitAny: the moment is the model's own type
  readonly machines: ReadonlyMap<string, Machine<any>>
  readonly facts: unknown
  readonly frame: Frame
  readonly population: Population
  readonly tables: Tables
  readonly parameters: readonly Parameter[]
  readonly seed: number
  readonly selection: Selection
  readonly sets: readonly VariantSet[]
  readonly prepare: NonNullable<ContextInput['prepare']>
}

/** How the machine without some mechanisms is called. */
export const machineKey = ({ without = [] }: Change): string => [...without].sort().join(' ')

/** A variant that goes on from `trunk` in the January before anything differs from it. */
export function branchOf(trunk: Variant, rest: Omit<Variant, 'trunk'>, latest = rest.months): Variant {
  const differs = Math.min(firstDifference(trunk.scenario, rest.scenario), latest)
  return { ...rest, trunk: { id: trunk.id, from: Math.floor(differs / 12) * 12 } }
}

/** The task of one draw under one set. The same job gives the same bits wherever it runs. */
export function openVariants(input: VariantInput): { cells: Cells; run: (job: VariantJob) => VariantResult } {
  const { model, machines, facts, frame, population, tables, parameters, seed, selection, sets, prepare } = input
  const cells = cellsFor(selection, model, frame)
  const worlds = new Map<string, ReturnType<typeof createWorld<MeasuredMoment>>>()
  const worldOf = (change: Change) => {
    const key = machineKey(change)
    const machine = machines.get(key)
    if (machine === undefined) throw new RangeError(`there is no machine without ${key}`)
    const world = worlds.get(key) ?? createWorld<MeasuredMoment>(machine, population, tables)
    worlds.set(key, world)
    return world
  }
  const rows = { district: tables.districts, zone: tables.zones, mode: tables.modes }
  const run = (job: VariantJob): VariantResult => {
    const { variants } = sets[job.set] as VariantSet
    const own = runSeed(seed, job.draw)
    const kept = new Map<string, Snapshot>()
    const values = new Map<string, Float64Array>()
    for (const { id, scenario, change, months, trunk } of variants) {
      const { card } = scenario
      const drawn = drawValues(job.draw, seed, parameters, model.switches, card.model, job.given)
      const p = settled(drawn, change.parameters)
      const world = worldOf(change)
      const series = trunk ? (values.get(trunk.id) as Float64Array).slice() : new Float64Array(cells.length)
      const tally = tallyOf(cells, model, rows, series)
      const policy = policyOf(scenario)
      const wanted = new Set(variants.filter(({ trunk: of }) => of?.id === id).map(({ trunk: of }) => of?.from ?? 0))
      const from = trunk && kept.get(`${trunk.id} ${trunk.from}`)
      const instead = change.instead === undefined ? undefined : standIns[change.instead]
      simulate<MeasuredMoment>(world, {
        params: p,
        lever: (month) => policy.at(month),
        world: shifted(model.makeWorld(facts, p, card.world, own, job.given?.shocks), change.world ?? []),
        seed: own,
        months,
        start: (moment) => {
          prepare(world, p)
          model.start(moment, facts)
        },
        onMonth: (moment) => {
          instead?.(moment)
          tally.month(moment)
          const next = moment.month + 1
          if (wanted.has(next)) kept.set(`${id} ${next}`, world.snapshot())
        },
        ...(from ? { from } : {}),
      })
      values.set(id, series)
    }
    return { index: job.index, members: variants.map(({ id }) => values.get(id) as Float64Array) }
  }
  return { cells, run }
}

/** Parameter values with some set or multiplied. Throws RangeError for a name that no draw has. */
export function settled(
  drawn: Readonly<Record<string, number>>,
  settings: Change['parameters'] = {},
): Record<string, number> {
  const values = { ...drawn }
  for (const [name, setting] of Object.entries(settings)) {
    const value = values[name]
    if (value === undefined) throw new RangeError(`there is no parameter ${name}`)
    values[name] = typeof setting === 'number' ? setting : value * setting.times
  }
  return values
}

type Outside = Record<string, number>

/** The outside world with some of its figures changed. Throws RangeError for a figure it does not have. */
export function shifted(
  outside: (month: number) => Outside,
  changes: readonly WorldChange[],
): (month: number) => Outside {
  if (changes.length === 0) return outside
  return (month) => {
    // the world writes all of its figures anew each month
    const now = outside(month)
    for (const { field, times, add, from, to } of changes) {
      const value = now[field]
      if (typeof value !== 'number') throw new RangeError(`the outside world has no figure ${field}`)
      if (month >= from && month < to) now[field] = value * times + add
    }
    return now
  }
}
