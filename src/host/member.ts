/** The task of a worker thread: one machine and one world, then draw after draw under every scenario of the plan. */
import { attach, type Code, type Population, type Tables } from '../engine/index.ts'
import type { Parameter } from '../evidence/parameters.ts'
import { contextOf, type Job, type JobResult, type Plan, runJob } from '../lab/member.ts'
import type { Frame } from '../lab/model.ts'
import { type Facts, model } from '../system/model.ts'

/** Plain data, made once in the main thread and posted to each worker. */
export interface MemberBoot {
  readonly code: Code
  readonly facts: Facts
  readonly frame: Frame
  readonly population: Population
  readonly tables: Tables
  readonly parameters: readonly Parameter[]
  readonly plan: Plan
}

export function openTask(boot: MemberBoot): (job: Job) => JobResult {
  const machine = attach(model.state, model.mechanisms, boot.code)
  const context = contextOf({ ...boot, model, machine })
  return (job) => runJob(context, job)
}
