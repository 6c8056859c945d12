/** Runs of history that a calibration asks for: one set of threads for all of them, only the cells that targets need. */
import { runJobs } from '../engine/index.ts'
import { answersOf, selectionForFit } from '../lab/calibrate/answers.ts'
import type { CalibrationTarget } from '../lab/calibrate/targets.ts'
import type { RunOutcome } from '../lab/calibrate/task.ts'
import { listOf, type RunTrials, type Trial } from '../lab/calibrate/trial.ts'
import type { DrawList } from '../lab/draws.ts'
import { collectorFor } from '../lab/ensemble.ts'
import type { Job, JobResult, Plan } from '../lab/member.ts'
import { FIRST } from '../lab/scenario/types.ts'
import { model } from '../system/model.ts'
import { bootOf } from './ensemble.ts'
import { type Laboratory, resolveAll } from './laboratory.ts'
import type { MemberBoot } from './member.ts'
import { inlinePool, type Pool, Stopped, threadPool, workersFor } from './pool.ts'

export interface TrialOptions {
  readonly lab: Laboratory
  readonly targets: readonly CalibrationTarget[]
  /** Facts that formulas may use: none later than what is known. */
  readonly pack: Laboratory['pack']
  readonly seed: number
  readonly sample: number
  /** What is run: history unless said. */
  readonly scenario?: string
  readonly workers?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** Told after each run of a batch. */
  readonly onRun?: (done: number, total: number) => void
  readonly onLost?: (why: string) => void
}

export interface Trials {
  /** Fewer answers than trials where it was stopped. Answers do not depend on the number of threads. */
  readonly run: RunTrials
  close(): Promise<void>
}

/** Threads that have run nothing yet wait for their first trial. */
export async function openTrials(options: TrialOptions): Promise<Trials> {
  const { lab, targets, pack, seed, sample, signal, onRun } = options
  const context = { pack, frame: lab.frame, model, facts: lab.facts, parameters: lab.pack.parameters }
  const selection = selectionForFit(targets, context)
  const planOf = (draws: DrawList): Plan => ({
    scenarios: resolveAll(lab, [options.scenario ?? 'history'], 'vraem calibrate'),
    draws,
    months: (selection.years[1] - FIRST + 1) * 12,
    selection,
  })
  const plan = planOf(listOf([], seed))
  const boot = bootOf({ lab, plan, sample, signal })
  boot.catch(() => undefined)
  const workers = workersFor(Number.POSITIVE_INFINITY, options.workers)
  const pool: Pool<Job, JobResult> =
    workers === 0
      ? await inlinePool<MemberBoot, Job, JobResult>(await import('./member.ts'), await boot, signal)
      : threadPool({
          workers,
          module: new URL('./member.js', import.meta.url),
          boot,
          signal,
          onLost: options.onLost,
        })
  const run = async (trials: readonly Trial[]): Promise<RunOutcome[]> => {
    if (signal?.aborted) return []
    const jobs = trials.map(({ draw, given }, index): Job => ({ index, draw, given }))
    const collector = collectorFor(planOf(listOf(trials, seed)), model, lab.frame)
    const members: Float64Array[] = []
    try {
      await runJobs(
        jobs,
        pool.runners,
        (_, result) => {
          collector.add(result)
          members.push(result.members[0] as Float64Array)
          onRun?.(members.length, jobs.length)
        },
        signal,
      )
    } catch (error) {
      if (error instanceof Stopped) return []
      throw error
    }
    return members.length < jobs.length ? [] : answersOf(targets, collector, members, context)
  }
  return { run, close: () => pool.close() }
}
