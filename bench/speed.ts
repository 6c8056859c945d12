// How fast one thread is: the whole model at full scale, the kernels alone, and the kernels against the rules as JavaScript.
import { buildMachine, ruleDeclarations, type World } from '../src/engine/index.ts'
import { resolveAll } from '../src/host/laboratory.ts'
import { policyOf } from '../src/lab/policy.ts'
import { oracle } from '../src/language/index.ts'
import type { SystemMoment } from '../src/system/mechanism.ts'
import { model } from '../src/system/model.ts'
import type { Ratio, Row } from './figures.ts'
import { type Bench, runBaseline, worldOf } from './valley.ts'

const seconds = (work: () => void): number => {
  const began = performance.now()
  work()
  return (performance.now() - began) / 1000
}
const best = (times: number, work: () => number): number => Math.min(...Array.from({ length: times }, work))

/** The whole model at full scale on one thread, and the most memory that took. */
export function fullScale(bench: Bench): Row[] {
  let world: World<SystemMoment> | undefined
  const made = seconds(() => {
    world = worldOf(bench, 1)
  })
  const run = best(2, () => seconds(() => world && runBaseline(bench, world)))
  return [
    { name: 'open_data_ms', value: bench.openMs, unit: 'ms' },
    { name: 'compile_rules_ms', value: bench.compileMs, unit: 'ms' },
    { name: 'full_scale_population_seconds', value: made, unit: 's' },
    { name: 'full_scale_seconds', value: run, unit: 's' },
    { name: 'peak_memory_mb', value: process.resourceUsage().maxRSS / 1024, unit: 'MB' },
  ]
}

/** Kernels alone, in the state of January 2015: monthly rules for all households, review rules for a twelfth. */
export function kernels(bench: Bench): { rows: Row[]; ratios: Ratio[] } {
  const rules = model.mechanisms.filter(({ kind }) => kind === 'rule')
  const households = worldOf(bench, 1, buildMachine(model.state, rules, bench.files, model.parameters))
  const whole = worldOf(bench, 1)
  runBaseline(bench, whole, 180)
  const january = whole.snapshot()
  const [baseline] = resolveAll(bench.lab, ['baseline'], 'bench')
  const policy = baseline && policyOf(baseline)
  households.prepare(bench.central, 1)
  const year = best(5, () => {
    households.restore(january)
    return seconds(() => {
      for (let month = 180; month < 192; month++) {
        households.at(month, policy?.at(month) as SystemMoment['lever'], whole.moment.world)
        households.act()
      }
    })
  })
  const ns = (1e9 * year) / 12 / households.placement.householdOf.filter((k) => k >= 0).length
  const slow = oracleNs(bench, whole)
  return {
    rows: [
      { name: 'household_ns', value: ns, unit: 'ns/household-month' },
      { name: 'household_ns_oracle', value: slow, unit: 'ns/household-month' },
    ],
    ratios: [{ name: 'oracle_to_kernel', value: slow / ns }],
  }
}

/** The same rules as JavaScript, every operation rounded to f32, on the first households of a world. */
function oracleNs(bench: Bench, world: World<SystemMoment>): number {
  const decl = ruleDeclarations(model.state, bench.files, model.parameters)
  const names = (when: string) =>
    model.mechanisms.flatMap((one) => (one.kind === 'rule' && one.when === when ? [one.rule] : []))
  const { layout, household, id, cells } = world
  const hi = 4096
  const run = {
    columns: { id, ...household },
    district: Float32Array.from(cells.district.subarray(0, layout.tables.district.columns.length)),
    params: Float32Array.from(Object.keys(decl.param), (name) => bench.central[name as keyof typeof bench.central]),
    sums: new Float64Array(layout.tables.sums.columns.length),
    lo: 0,
    hi,
    month: 180,
    seed: 1,
  }
  const ns = (when: string) => {
    const act = oracle(bench.files, names(when), decl, { id: 'id' })
    return (1e9 * best(3, () => seconds(() => act(run)))) / hi
  }
  return ns('monthly') + ns('review') / 12
}
