// The household part of the model on its own: its world, the calls of its kernels, and what a pass moves through memory.
import {
  type Blocks,
  blocksOf,
  buildMachine,
  COHORTS,
  type RuleMechanism,
  type RuleStage,
  ruleDeclarations,
  type World,
} from '../src/engine/index.ts'
import { needed } from '../src/language/compiler/graph.ts'
import { type Declarations, type Lowered, lower } from '../src/language/index.ts'
import type { SystemMoment } from '../src/system/mechanism.ts'
import { model } from '../src/system/model.ts'
import type { Call, Work } from './reference.ts'
import { type Bench, runBaseline, worldOf } from './valley.ts'

/** The year that is timed: 2015. */
export const FIRST = 15 * 12
export const LENGTH = 12
export const SEED = 1
const BLOCK = 4096

/** All households of the valley, and the rules only. */
export interface Household {
  readonly world: World<SystemMoment>
  readonly count: number
  readonly decl: Declarations
  readonly stages: readonly RuleStage[]
  /** By kernel. */
  readonly lowered: Readonly<Record<string, Lowered>>
  /** State of January 2015. */
  restore(): void
  /** Runs month k of the year that is timed. */
  act(k: number): void
}

/** Runs the model to the end of 2014 first, which takes a second or so. */
export function householdOf(bench: Bench): Household {
  // every household a twelfth of the time: nobody is called to think again
  const rules = model.mechanisms.flatMap((one) => (one.kind === 'rule' ? [withoutCall(one)] : []))
  const machine = buildMachine(model.state, rules, bench.files, model.parameters)
  const world = worldOf(bench, 1, machine)
  const whole = worldOf(bench, 1)
  runBaseline(bench, whole, FIRST)
  const january = whole.snapshot()
  const { lever, world: outside } = whole.moment
  const decl = ruleDeclarations(model.state, bench.files, model.parameters)
  const stages = machine.code.stages.filter((stage) => stage.kind === 'rules')
  world.prepare(bench.central, SEED)
  return {
    world,
    count: world.placement.slotOf.length,
    decl,
    stages,
    lowered: Object.fromEntries(stages.map(({ kernel, rules: names }) => [kernel, lower(bench.files, names, decl)])),
    restore: () => world.restore(january),
    act(k) {
      world.at(FIRST + k, lever, outside)
      world.act()
    },
  }
}

const withoutCall = ({ again: _, ...rule }: RuleMechanism): RuleMechanism => rule

/** The same months as work for the C program. The world has acted at least once, so that its rows of numbers are filled. */
export function workOf({ world, stages, restore }: Household): Work {
  restore()
  const { layout, placement, household } = world
  const { district, sums } = layout.tables
  const all = blocksOf(placement, BLOCK)
  const cohorts = Array.from({ length: COHORTS }, (_, c) => blocksOf(placement, BLOCK, c))
  const calls = (k: number): Call[] =>
    stages.flatMap(({ when }, kernel) => {
      const { starts, low, high }: Blocks = when === 'review' ? (cohorts[(FIRST + k) % 12] as Blocks) : all
      return Array.from({ length: district.rows }, (_, d) =>
        Array.from(low.subarray(starts[d], starts[d + 1]), (lo, block) => ({
          kernel,
          district: layout.districtRows + 4 * d * district.columns.length,
          sums: sums.at + 8 * d * sums.columns.length,
          lo,
          hi: high[(starts[d] as number) + block] as number,
        })),
      ).flat()
    })
  const width = { i32: 4, f32: 4, u8: 1 }
  return {
    memory: new Uint8Array((Object.values(household)[0] as Float32Array).buffer, 0, layout.pages * 65_536).slice(),
    restored: layout.state,
    columns: layout.addresses,
    params: layout.paramRow,
    sums: { at: sums.at, bytes: 8 * sums.rows * sums.columns.length },
    firstMonth: FIRST,
    seed: SEED,
    months: Array.from({ length: LENGTH }, (_, k) => calls(k)),
    regions: layout.columns.map(({ at, type }) => ({ at, bytes: width[type] * layout.slots })),
  }
}

/** Bytes of columns that one household-month loads and stores; review rules act on a twelfth of the households. */
export function bytesMoved({ stages, lowered, decl }: Household): number {
  const bytes = (column: string) => (decl.household[column]?.type === 'u8' ? 1 : 4)
  return stages.reduce((sum, { kernel, when }) => {
    const { graph, stores, sums } = lowered[kernel] as Lowered
    const { order } = needed(graph, [...stores.values(), ...sums.values()])
    const loads = order.flatMap(({ op, name }) => (op === 'column' || op === 'id' ? [bytes(name)] : []))
    const all = [...loads, ...[...stores.keys()].map(bytes)].reduce((a, b) => a + b, 0)
    return sum + all * (when === 'review' ? 1 / COHORTS : 1)
  }, 0)
}
