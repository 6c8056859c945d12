/** The task of a worker thread: one machine and one world, then draw after draw under every scenario of the plan. */
import { attach, type Code, type Tables } from '../engine/index.ts'
import type { Parameter } from '../evidence/parameters.ts'
import { growersOf } from '../lab/households.ts'
import { contextOf, type Job, type JobResult, type Plan, runJob } from '../lab/member.ts'
import type { Frame } from '../lab/model.ts'
import { type Facts, model } from '../system/model.ts'
import type { Synthesis } from '../valley/population.ts'

/** Plain data, made once in the main thread and posted to each worker. */
export interface MemberBoot {
  readonly code: Code
  /** Of changed rules, where the plan has scenarios that run under them. */
  readonly changed?: Code | undefined
  readonly facts: Facts
  readonly frame: Frame
  readonly population: Synthesis
  readonly tables: Tables
  readonly parameters: readonly Parameter[]
  readonly plan: Plan
}

export function openTask(boot: MemberBoot): (job: Job) => JobResult {
  const machine = attach(model.state, model.mechanisms, boot.code)
  const changed = boot.changed && attach(model.state, model.mechanisms, boot.changed)
  const context = contextOf({ ...boot, model, machine, changed, prepare: growersOf(boot.population) })
  return (job) => runJob(context, job)
}
