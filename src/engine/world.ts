// One world: the memory in which a model runs, and the views that mechanisms, tests and outcomes have of it.
import { type Blocks, type Placement, type Population, place, spread } from './blocks.ts'
import { viewColumns } from './columns.ts'
import { refuse } from './fault.ts'
import { sha256Hex } from './hash.ts'
import { type RunStage, stageRunner, worksOf } from './kernels.ts'
import { type Layout, layoutOf, TABLES, type TableName } from './layout.ts'
import type { Machine, MomentShape } from './machine.ts'
import type { StepMechanism } from './model.ts'
import { type Access, momentOf, type Now } from './moment.ts'
import type { RuleStage } from './schedule.ts'
import { settlementOf } from './settlement.ts'

export interface Tables {
  readonly districts: number
  readonly zones: number
  readonly modes: number
  /** Rows of the neighbours of each district. */
  readonly neighbours: readonly (readonly number[])[]
}

export interface WorldOptions {
  /** Most households added up in f32 before f64 takes over; a multiple of four. Other sizes give other last digits. */
  readonly blockSize?: number
  /** Told of everything that steps touch; slow, for tests. */
  readonly watch?: (access: Access) => void
}

/** The state after a month. Fits every world of the same model and population. */
export interface Snapshot {
  /** The month to run next. */
  readonly month: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface World<M extends MomentShape> {
  readonly machine: Machine<M>
  readonly layout: Layout
  /** Where the households are now: they may have moved. */
  readonly placement: Placement
  /** What mechanisms see; always the same object. */
  readonly moment: M
  /** Household columns by slot, padding included. */
  readonly household: Readonly<Record<string, Float32Array | Uint8ClampedArray>>
  readonly id: Int32Array
  /** Tables row by row, columns in the order of declaration. */
  readonly cells: Readonly<Record<TableName, Float64Array>>
  /** The month to run next. */
  readonly next: number
  /** Sets the parameters of the draw and the seed. Throws ModelError when a rule reads a parameter that has no finite value. */
  prepare(params: M['p'], seed: number): void
  /** Sets the month, and the levers and outside world in force in it. */
  at(month: number, lever: M['lever'], outside: M['world']): void
  /** All mechanisms of the month set, in order. */
  act(): void
  /** A household column in the order of the population. */
  column(name: string): Float32Array
  /** Back to the population as given, with tables and sums at zero. */
  reset(): void
  snapshot(): Snapshot
  restore(snapshot: Snapshot): void
  /** SHA-256 of the whole state, households, tables and sums. */
  hash(): string
}

/** Makes a world; reusable for any number of runs. Throws ModelError when the population does not fit the declarations. */
export function createWorld<M extends MomentShape>(
  machine: Machine<M>,
  population: Population,
  tables: Tables,
  { blockSize = 4096, watch }: WorldOptions = {},
): World<M> {
  if (!(blockSize > 0) || blockSize % 4 !== 0) throw new RangeError(`blockSize ${blockSize} is not a multiple of four`)
  const { state, code } = machine
  checkNeighbours(tables)
  const first = place(state, population, tables.districts)
  const groups = state.moves ? first.ends.length : 0
  const layout = layoutOf(state, { ...tables, slots: first.slots, groups }, code.params.length)
  const { buffer, kernels } = worksOf(machine, layout)
  const bytes = new Uint8Array(buffer, 0, layout.state)
  const { household, id } = viewColumns(layout, buffer)
  const cells = Object.fromEntries(
    TABLES.map((name) => {
      const { at, rows, columns } = layout.tables[name]
      return [name, new Float64Array(buffer, at, rows * columns.length)]
    }),
  ) as Record<TableName, Float64Array>

  id.fill(-1)
  spread(first, population.id, id, -1)
  for (const [name, column] of Object.entries(household))
    spread(first, population.columns[name] as Float32Array, column, population.vacant?.[name])
  const settlement = settlementOf(state, layout, buffer, { population, placement: first, blockSize, household, id })
  const january = bytes.slice()
  writeAddresses(layout, Object.keys(state.household), buffer)

  const now = momentOf(state, layout, cells, tables.neighbours, watch)
  const moment = now.moment as unknown as M
  const { turns } = settlement
  const runnerOf = (stage: RuleStage): RunStage[] => {
    const kernel = kernels[stage.kernel]
    if (!kernel) return []
    const runner = (blocks: (monthOfYear: number, d: number) => Blocks) => stageRunner(kernel, layout, buffer, blocks)
    if (stage.when === 'monthly') return [runner(() => turns().all)]
    if (stage.when === 'review') return [runner((monthOfYear) => turns().review[monthOfYear] as Blocks)]
    const called = calls(layout, cells.district, stage.call ?? '')
    const again = runner((monthOfYear, d) => (called(d) ? (turns().beside[monthOfYear] as Blocks) : turns().none))
    const districts = Array.from(moment.district.keys())
    return [(month, key) => districts.some(called) && again(month, key)]
  }
  const off = new Set(code.switchedOff)
  const acts = code.stages.flatMap((stage): RunStage[] => {
    if (stage.kind === 'rules') return runnerOf(stage)
    const step = machine.mechanisms.find((one) => one.id === stage.mechanism)
    return step?.kind === 'step' ? [stepRunner(step, off.has(step.id), moment, watch && now)] : []
  })

  const params = new Float32Array(buffer, layout.paramRow, code.params.length)
  let seed = 0
  let next = 0

  return {
    machine,
    layout,
    get placement() {
      return settlement.placement
    },
    moment,
    household,
    id,
    cells,
    get next() {
      return next
    },
    prepare(values, key) {
      fillParams(params, code.params, values as Readonly<Record<string, number>>)
      now.prepare(values, key)
      seed = key
    },
    at: now.at,
    act() {
      settlement.move(moment.month)
      cells.sums.fill(0)
      for (let k = 0; k < acts.length; k++) acts[k]?.(moment.month, seed)
      next = moment.month + 1
    },
    column: (name) => Float32Array.from(settlement.placement.slotOf, (slot) => household[name]?.[slot] ?? Number.NaN),
    reset() {
      bytes.set(january)
      settlement.settle(true)
      next = 0
    },
    snapshot: () => ({ month: next, bytes: bytes.slice() }),
    restore(snapshot) {
      if (snapshot.bytes.length !== bytes.length)
        throw new RangeError(`the snapshot has ${snapshot.bytes.length} bytes, this world ${bytes.length}`)
      bytes.set(snapshot.bytes)
      settlement.settle()
      next = snapshot.month
    },
    hash: () => sha256Hex(bytes),
  }
}

/** Whether a district calls its households this month. */
function calls({ tables }: Layout, cells: Float64Array, column: string): (d: number) => boolean {
  const { columns } = tables.district
  const at = columns.indexOf(column)
  return (d) => (cells[d * columns.length + at] as number) > 0
}

function checkNeighbours({ districts, neighbours }: Tables): void {
  const lost = neighbours.findIndex((around) => around.some((n) => !(n in neighbours)))
  const where = 'tables.neighbours'
  const todo = 'correct the list'
  if (neighbours.length !== districts)
    refuse([{ where, what: `has ${neighbours.length} entries`, expected: `${districts}, one per district`, todo }])
  if (lost >= 0)
    refuse([{ where, what: `of ${lost} name a row that is not there`, expected: 'rows of districts', todo }])
}

/** The table in which kernels find the household columns, flows included: those have an entry that is never read. */
function writeAddresses(layout: Layout, declared: readonly string[], buffer: ArrayBufferLike): void {
  const places = new Map(layout.columns.map(({ name, at }) => [name, at]))
  const addresses = ['id', ...declared].map((name) => places.get(name) ?? 0)
  new Int32Array(buffer, layout.addresses, addresses.length).set(addresses)
}

function stepRunner<M>(step: StepMechanism<M>, off: boolean, moment: M, watched?: Now): () => void {
  const act = off ? () => step.without?.(moment) : () => step.step(moment)
  if (!watched) return act
  return () => {
    watched.mechanism = step.id
    act()
    watched.mechanism = undefined
  }
}

function fillParams(row: Float32Array, names: readonly string[], values: Readonly<Record<string, number>>): void {
  const missing = names.filter((name) => !Number.isFinite(values[name]))
  refuse(
    missing.map((name) => ({
      where: `parameter ${name}`,
      what: `is ${values[name]}`,
      expected: 'a finite number, since a rule reads it',
      todo: 'add it to the draw',
    })),
  )
  names.forEach((name, k) => {
    row[k] = values[name] as number
  })
}
