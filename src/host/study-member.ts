/** The task of a worker thread in a study: one machine and one world, then the futures of draw after draw. */
import { attach, createWorld, type MomentShape, type World } from '../engine/index.ts'
import { growersOf } from '../lab/households.ts'
import type { MeasuredMoment } from '../lab/model.ts'
import { inputColumns } from '../lab/study/inputs.ts'
import { studyLayout } from '../lab/study/layout.ts'
import { type StudyJob, type StudyJobResult, type StudyPlan, studyTask } from '../lab/study/run.ts'
import { model } from '../system/model.ts'
import type { MemberBoot } from './member.ts'

/** Plain data, made once in the main thread and posted to each worker. */
export interface StudyBoot extends MemberBoot {
  readonly study: StudyPlan
}

export function openTask(boot: StudyBoot): (job: StudyJob) => StudyJobResult {
  const { code, population, tables, facts, frame, parameters, study: plan } = boot
  const machine = attach(model.state, model.mechanisms, code)
  const world = createWorld<MomentShape>(machine, population, tables) as unknown as World<MeasuredMoment>
  return studyTask({
    ...{ model, facts, frame, world, parameters, plan },
    layout: studyLayout(plan.selection, model, frame),
    inputs: inputColumns({ draws: plan.draws, parameters, switches: model.switches, worlds: model.worldChoices }),
    prepare: growersOf(population),
  })
}
