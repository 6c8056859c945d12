/** The task of a worker thread: runs that differ from the plain model in one stated thing, draw by draw. */
import { attach, type Code, type Machine, type Tables } from '../engine/index.ts'
import type { Parameter } from '../evidence/parameters.ts'
import type { Selection } from '../lab/cells.ts'
import { growersOf } from '../lab/households.ts'
import type { Frame } from '../lab/model.ts'
import { withQuantities } from '../lab/patterns/quantities.ts'
import { openVariants, type VariantJob, type VariantResult, type VariantSet } from '../lab/structure/variant.ts'
import { type Facts, model } from '../system/model.ts'
import type { Synthesis } from '../valley/population.ts'

/** Plain data, made once in the main thread and posted to each worker. */
export interface VariantBoot {
  /** By the mechanisms left out, as machineKey names them. */
  readonly codes: Readonly<Record<string, Code>>
  readonly facts: Facts
  readonly frame: Frame
  readonly population: Synthesis
  readonly tables: Tables
  readonly parameters: readonly Parameter[]
  readonly seed: number
  readonly selection: Selection
  readonly sets: readonly VariantSet[]
}

export function openTask(boot: VariantBoot): (job: VariantJob) => VariantResult {
  const machines = new Map(
    Object.entries(boot.codes).map(([key, code]): [string, Machine<never>] => [
      key,
      attach(model.state, model.mechanisms, code) as unknown as Machine<never>,
    ]),
  )
  const { run } = openVariants({
    ...boot,
    model: withQuantities(model),
    machines,
    prepare: growersOf(boot.population),
  })
  return run
}
