/** Runs the plan of an ensemble on worker threads, keeps finished draws in a folder, and gathers them in job order. */
import { join } from 'node:path'
import { buildMachine, runJobs, sha256Hex } from '../engine/index.ts'
import { centralValues, hashOfDraws } from '../lab/draws.ts'
import { type Collector, collectorFor } from '../lab/ensemble.ts'
import { type Job, type JobResult, type Plan, planJobs } from '../lab/member.ts'
import { model } from '../system/model.ts'
import type { Laboratory } from './laboratory.ts'
import type { MemberBoot } from './member.ts'
import { type FinishedJob, type MemberLog, openMembers } from './members.ts'
import { inlinePool, type Pool, threadPool, workersFor } from './pool.ts'
import { populationOf } from './population.ts'

export const MEMBERS_FILE = 'members.bin'

export interface Gathering {
  readonly lab: Laboratory
  readonly plan: Plan
  /** One household in so many is simulated. */
  readonly sample: number
  /** Threads asked for; one per core when absent, 0 for none. */
  readonly workers?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** Folder that keeps finished draws; what it holds of the same plan is taken over. */
  readonly folder?: string | undefined
  /** Told how many jobs are finished: first what was taken over, then after each job. */
  readonly onProgress?: (done: number, total: number) => void
  readonly onStart?: (workers: number, takenOver: number) => void
  readonly onLost?: (why: string) => void
}

/**
 * All draws of the plan under all its scenarios. The same plan gives the same bits on any number of workers, stopped and
 * resumed or not. Throws Stopped when `signal` is aborted (finished draws stay in the folder), InputError when the folder
 * belongs to another plan or takes no more, or when a worker was lost twice.
 */
export async function gather(gathering: Gathering): Promise<Collector> {
  const { lab, plan, signal, onProgress } = gathering
  const jobs = planJobs(plan)
  const kept = await keeping(gathering)
  let pool: Pool<Job, JobResult> | undefined
  try {
    const left = jobs.filter((job) => !kept.finished.has(job.index)).length
    const workers = left === 0 ? 0 : workersFor(left, gathering.workers)
    gathering.onStart?.(workers, kept.finished.size)
    let done = kept.finished.size
    onProgress?.(done, jobs.length)
    const collector = collectorFor(plan, model, lab.frame)
    pool = left === 0 ? nothing : await poolFor(workers, bootOf(gathering), gathering)
    const runners = pool.runners.map((run) => async (job: Job): Promise<JobResult> => {
      const finished = kept.finished.get(job.index)
      if (finished) return finished
      const result = await run(job)
      await kept.log?.add(result)
      done += 1
      onProgress?.(done, jobs.length)
      return result
    })
    await runJobs(jobs, runners, (_, result) => collector.add(result), signal)
    return collector
  } finally {
    await pool?.close()
    await kept.log?.close()
  }
}

/** When every draw is taken over there is nothing to run; the one runner only hands on what is kept. */
const nothing: Pool<Job, JobResult> = {
  runners: [() => Promise.reject(new Error('no job is left'))],
  close: () => Promise.resolve(),
}

async function poolFor(
  workers: number,
  boot: MemberBoot,
  { signal, onLost }: Gathering,
): Promise<Pool<Job, JobResult>> {
  if (workers === 0) return inlinePool<MemberBoot, Job, JobResult>(await import('./member.ts'), boot, signal)
  return threadPool({ workers, module: new URL('./member.js', import.meta.url), boot, signal, onLost })
}

async function keeping(gathering: Gathering): Promise<{ log?: MemberLog; finished: ReadonlyMap<number, FinishedJob> }> {
  if (gathering.folder === undefined) return { finished: new Map() }
  return openMembers(join(gathering.folder, MEMBERS_FILE), fingerprintOf(gathering))
}

/** Names everything that the bits of a draw depend on. */
export function fingerprintOf({ lab, plan, sample }: Pick<Gathering, 'lab' | 'plan' | 'sample'>): string {
  const scenarios = plan.scenarios.map(({ card }) => [card.name, card.hash, card.span])
  const { months, selection, draws } = plan
  return sha256Hex(JSON.stringify([lab.hashes, sample, scenarios, months, selection, hashOfDraws(draws)]))
}

function bootOf({ lab, plan, sample }: Gathering): MemberBoot {
  const { facts, frame, pack } = lab
  const machine = buildMachine(model.state, model.mechanisms, ruleTexts(lab), model.parameters)
  const values = centralValues(pack.parameters, model.switches)
  return {
    code: machine.code,
    facts,
    frame,
    population: populationOf(facts, values, { sample, seed: plan.draws.seed }),
    tables: {
      districts: frame.districts.length,
      zones: frame.zones.length,
      modes: model.outcomes.mode_share.parts.length,
      neighbours: facts.valley.districts.map((district) => district.neighbours),
    },
    parameters: pack.parameters,
    plan,
  }
}

/** Texts of the rule files, and of what they import. */
function ruleTexts({ sources }: Laboratory): Readonly<Record<string, string>> {
  return Object.fromEntries(model.ruleFiles.map((path) => [path, sources.model[path] ?? '']))
}
