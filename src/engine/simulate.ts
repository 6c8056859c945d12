import { LAST_MONTH } from './clock.ts'
import type { MomentShape } from './machine.ts'
import type { Snapshot, World } from './world.ts'

/** What a run is a function of, next to the machine and the population of its world. */
export interface Run<M extends MomentShape> {
  /** One draw of the parameters. Kernels use them rounded to f32. */
  readonly params: M['p']
  /** What is in force in a month; return the same object while nothing changes. */
  readonly lever: (month: number) => M['lever']
  readonly world: (month: number) => M['world']
  /** Any 32-bit integer. */
  readonly seed: number
  /** The run ends before this month; at most 2048. */
  readonly months: number
  /** Sets the tables before the first month; not called when the run goes on from a snapshot. */
  readonly start: (moment: M) => void
  /** Called after all mechanisms of a month; `world.snapshot()` taken here is the state after the month. */
  readonly onMonth?: (moment: M) => void
  /** Where to go on from; the first month of the population when absent. */
  readonly from?: Snapshot
}

/**
 * Runs a world, month by month. A pure function of its arguments: whatever the world did before is gone. The state after the
 * last month stays in the world. Throws ModelError for a parameter without value, RangeError for months out of range.
 */
export function simulate<M extends MomentShape>(world: World<M>, run: Run<M>): void {
  const { params, lever, world: outside, seed, months, start, onMonth, from } = run
  if (!(months >= 0 && months <= LAST_MONTH + 1)) throw new RangeError(`months is ${months}, not 0 … ${LAST_MONTH + 1}`)
  if (seed !== (seed | 0) && seed !== seed >>> 0) throw new RangeError(`seed is ${seed}, not a 32-bit integer`)
  world.prepare(params, seed)
  if (from) world.restore(from)
  else {
    world.reset()
    world.at(0, lever(0), outside(0))
    start(world.moment)
  }
  for (let month = world.next; month < months; month++) {
    world.at(month, lever(month), outside(month))
    world.act()
    onMonth?.(world.moment)
  }
}
