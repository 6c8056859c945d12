/** Runs the plan of an ensemble on worker threads, keeps finished draws in a folder, and gathers them in job order. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Hash } from '../engine/hash.ts'
import { runJobs, sha256Hex } from '../engine/index.ts'
import { isBand, Stopped } from '../lab/bands.ts'
import { cellsFor } from '../lab/cells.ts'
import { centralValues, hashOfDraws } from '../lab/draws.ts'
import { type Collector, collectorFor, memoryShelf } from '../lab/ensemble.ts'
import { tablesOf } from '../lab/households.ts'
import { type Job, type JobResult, type Plan, planJobs } from '../lab/member.ts'
import { model } from '../system/model.ts'
import type { ChangedRules } from './changed-rules.ts'
import { codeOf } from './code.ts'
import type { Laboratory } from './laboratory.ts'
import type { MemberBoot } from './member.ts'
import { type MemberLog, openMembers } from './members.ts'
import { inlinePool, type Pool, threadPool, workersFor } from './pool.ts'
import { populationInTurns } from './population.ts'
import { fileShelf, IN_MEMORY, spool } from './shelf.ts'

export const MEMBERS_FILE = 'members.bin'

export interface Gathering {
  readonly lab: Laboratory
  readonly plan: Plan
  /** One household in so many is simulated. */
  readonly sample: number
  /** For the scenarios of the plan that run under changed rules. */
  readonly rules?: ChangedRules | undefined
  /** Threads asked for; one per core when absent, 0 for none. */
  readonly workers?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** Folder that keeps finished draws; what it holds of the same plan is taken over. */
  readonly folder?: string | undefined
  /** Told how many jobs are finished: first what was taken over, then after each job. */
  readonly onProgress?: (done: number, total: number) => void
  /** Told what there is after the first 16 draws, and whenever they have doubled; not after the last. */
  readonly onBand?: (collector: Collector) => void
  readonly onStart?: (workers: number, takenOver: number) => void
  readonly onLost?: (why: string) => void
  /** Most bytes of values that stay in memory; beyond, they are read from a file. */
  readonly inMemory?: number
}

/**
 * All draws of the plan under all its scenarios. The same plan gives the same bits on any number of workers, stopped and
 * resumed or not. Memory does not grow with the number of draws: many of them are kept in a file, in `folder` or without a name.
 * Throws Stopped when `signal` is aborted, at once: finished draws are in the folder, threads end behind that. Throws InputError
 * when the folder belongs to another plan or takes no more, or when a worker was lost twice.
 */
export async function gather(gathering: Gathering): Promise<Collector> {
  const { lab, plan, signal, onProgress, onBand } = gathering
  const jobs = planJobs(plan)
  const { length } = cellsFor(plan.selection, model, lab.frame)
  const large = 8 * length * plan.scenarios.length * jobs.length > (gathering.inMemory ?? IN_MEMORY)
  const log = await keeping(gathering, large)
  let pool: Pool<Job, JobResult> | undefined
  const end = async (close: boolean) => {
    await pool?.close()
    await log?.flush()
    if (close) log?.close()
  }
  try {
    let done = jobs.filter((job) => log?.has(job.index)).length
    const left = jobs.length - done
    const workers = left === 0 ? 0 : workersFor(left, gathering.workers)
    gathering.onStart?.(workers, done)
    onProgress?.(done, jobs.length)
    const shelf = large && log ? fileShelf(log, plan.scenarios.length, length) : memoryShelf()
    const collector = collectorFor(plan, model, lab.frame, shelf, nativeHash())
    pool = left === 0 ? nothing : await poolFor(workers, gathering)
    const runners = pool.runners.map((run) => async (job: Job): Promise<JobResult> => {
      if (log?.has(job.index)) return log.job(job.index)
      const result = await run(job)
      log?.add(result)
      done += 1
      onProgress?.(done, jobs.length)
      return result
    })
    const take = (_: Job, result: JobResult) => {
      collector.add(result)
      if (isBand(collector.count) && collector.count < jobs.length) onBand?.(collector)
    }
    if ((await runJobs(jobs, runners, take, signal)) < jobs.length) throw new Stopped()
    // a large ensemble is read from the file as long as there is a collector of it
    await end(!large)
    return collector
  } catch (error) {
    const ended = end(true)
    // threads and disks take their time, and whoever stops has waited enough
    if (error instanceof Stopped) ended.catch(() => undefined)
    else await ended
    throw error
  }
}

/** SHA-256 by the program that Node has, several times as fast as the portable one. */
function nativeHash(): Hash {
  const hash = createHash('sha256')
  return { add: (part) => void hash.update(part), hex: () => hash.copy().digest('hex') }
}

/** When every draw is taken over there is nothing to run; the one runner only hands on what is kept. */
const nothing: Pool<Job, JobResult> = {
  runners: [() => Promise.reject(new Error('no job is left'))],
  close: () => Promise.resolve(),
}

async function poolFor(workers: number, gathering: Gathering): Promise<Pool<Job, JobResult>> {
  const { signal, onLost } = gathering
  const boot = bootOf(gathering)
  // whoever needs it hears why it failed
  boot.catch(() => undefined)
  if (workers === 0) return inlinePool<MemberBoot, Job, JobResult>(await import('./member.ts'), await boot, signal)
  return threadPool({ workers, module: new URL('./member.js', import.meta.url), boot, signal, onLost })
}

async function keeping(gathering: Gathering, large: boolean): Promise<MemberLog | undefined> {
  const { folder, lab } = gathering
  if (folder !== undefined) return openMembers(join(folder, MEMBERS_FILE), fingerprintOf(gathering))
  return large ? spool(lab.root) : undefined
}

/** Names everything that the bits of a draw depend on; changed rules are in the hashes of the scenarios that run under them. */
export function fingerprintOf({ lab, plan, sample }: Pick<Gathering, 'lab' | 'plan' | 'sample'>): string {
  const scenarios = plan.scenarios.map(({ card }) => [card.name, card.hash, card.span])
  const { months, selection, draws } = plan
  return sha256Hex(JSON.stringify([lab.hashes, sample, scenarios, months, selection, hashOfDraws(draws)]))
}

/** Some tenths of a second of work, with turns for a signal. */
export async function bootOf({
  lab,
  plan,
  sample,
  rules,
  signal,
}: Pick<Gathering, 'lab' | 'plan' | 'sample' | 'rules' | 'signal'>): Promise<MemberBoot> {
  const { facts, frame, pack } = lab
  const go = () => {
    if (signal?.aborted) throw new Stopped()
  }
  // threads are on their way before this one is busy
  await setImmediate()
  go()
  const code = codeOf(lab)
  const values = centralValues(pack.parameters, model.switches)
  const population = await populationInTurns(facts, values, { sample, seed: plan.draws.seed }, go)
  return {
    code,
    changed: rules?.code,
    facts,
    frame,
    population,
    tables: tablesOf(facts, frame),
    parameters: pack.parameters,
    plan,
  }
}
