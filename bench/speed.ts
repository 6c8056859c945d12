// How fast one thread is: the whole model at full scale.
import type { World } from '../src/engine/index.ts'
import type { SystemMoment } from '../src/system/mechanism.ts'
import type { Row } from './figures.ts'
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
