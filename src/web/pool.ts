// Workers that run whole draws, and an ensemble gathered from them. They live as long as the page and keep what they know.
import { InputError } from '../evidence/problem.ts'
import { Stopped } from '../lab/bands.ts'
import type { BranchResult } from '../lab/branches.ts'
import { type Collector, collectorFor, memoryShelf } from '../lab/ensemble.ts'
import { tablesOf } from '../lab/households.ts'
import { type Job, type JobResult, type Plan, planJobs } from '../lab/member.ts'
import { measures } from '../system/measure.ts'
import { outcomes } from '../system/outcomes.ts'
import { bandsInTime } from './bands-in-time.ts'
import { finishedRuns } from './finished.ts'
import { hashWhenAsked } from './hash-when-asked.ts'
import type { Laboratory } from './laboratory.ts'
import { MemberWorker, WorkerLost } from './member-worker.ts'
import type { Boot, ChangedCode } from './protocol.ts'
import { turnsOf } from './turns.ts'

export interface Request {
  readonly plan: Plan
  /** Where the plan has scenarios under changed rules. */
  readonly rules?: ChangedCode | undefined
  /** Aborting rejects with Stopped at once; workers are free for the next request a few milliseconds later. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  /** As soon as a first look is worth it, after 16 draws and at each doubling, until all are there. */
  readonly onBand?: ((collector: Collector) => void) | undefined
  /** Somebody waits for the next request: the first look may be a hasty one. */
  readonly hurried?: (() => boolean) | undefined
}

export interface Pool {
  readonly size: number
  /** All workers are prepared; rejects with what prevents that. */
  readonly ready: Promise<void>
  /**
   * All draws of a plan, in order; the same bits as anywhere. One request at a time: a later one waits. Rejects with Stopped,
   * or with InputError when a draw cannot be run.
   */
  gather(request: Request): Promise<Collector>
  /** Workers that were lost and replaced so far. */
  readonly lost: number
  /** Months that were run so far, all workers together: a branch runs fewer. */
  readonly months: number
  /** Functions that workers had to do without, since the host forbids code from text and they were not shipped. */
  readonly refusals: number
  close(): void
}

export interface PoolOptions {
  /** One for each core of the machine when absent, at most 8. */
  readonly workers?: number
  /** One household in so many; the packed one when absent. Another one is made by each worker, which takes a second. */
  readonly sample?: number
  /** Most bytes of kept states, all workers together. */
  readonly room?: number
}

const MOST_WORKERS = 8
const ROOM = 160 << 20

export function openPool(lab: Laboratory, options: PoolOptions = {}): Pool {
  const size = options.workers ?? Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency || 1))
  const boot = bootOf(lab, options.sample, (options.room ?? ROOM) / size)
  const workers = Array.from({ length: size }, () => new MemberWorker(boot))
  /** By draw, the worker that keeps its state at the policy date. */
  const homes = new Map<number, number>()
  const finished = finishedRuns()
  const count = { lost: 0, months: 0 }
  let turn: Promise<unknown> = Promise.resolve()
  let closed = false

  const replace = (place: number): MemberWorker => {
    for (const [draw, home] of homes) if (home === place) homes.delete(draw)
    workers[place]?.end()
    const fresh = new MemberWorker(boot)
    workers[place] = fresh
    return fresh
  }
  const run = async (place: number, { plan, rules }: Request, job: Job): Promise<BranchResult> => {
    const worker = workers[place] as MemberWorker
    try {
      return await (worker.gone ? replace(place) : worker).run(plan, job, rules)
    } catch (error) {
      if (closed) throw new Stopped()
      // one that did not leave in time: the next is prepared while nobody waits for it
      if (error instanceof Stopped && workers[place]?.gone) replace(place)
      if (!(error instanceof WorkerLost)) throw error
      count.lost += 1
      return replace(place)
        .run(plan, job, rules)
        .catch((second) => lostTwice(second, job))
    }
  }
  const work = async (request: Request): Promise<Collector> => {
    const { plan, signal, onProgress, onBand } = request
    if (signal?.aborted) throw new Stopped()
    const collector = collectorFor(plan, { outcomes, measures }, lab.frame, memoryShelf(), hashWhenAsked())
    const shareOf = finished.of(plan)
    const turns = turnsOf(planJobs(plan), homes)
    const isBand = bandsInTime(turns.total, request.hurried)
    const faults: unknown[] = []
    const leave = () => {
      for (const worker of workers) worker.leave()
    }
    signal?.addEventListener('abort', leave, { once: true })
    const take = (result: JobResult) => {
      collector.add(result)
      onProgress?.(collector.count, turns.total)
      if (isBand(collector.count)) onBand?.(collector)
    }
    await Promise.all(
      workers.map(async (_, place) => {
        try {
          for (let job = turns.next(place); job && faults.length === 0; job = turns.next(place)) {
            if (signal?.aborted) throw new Stopped()
            const { missing, whole } = shareOf(job)
            const result = missing && (await run(place, { ...request, plan: missing }, job))
            if (result) {
              count.months += result.months
              settle(homes, result, place)
            }
            if (faults.length === 0 && !signal?.aborted) turns.finished(whole(result), take)
          }
        } catch (error) {
          faults.push(error)
          leave()
        }
      }),
    )
    signal?.removeEventListener('abort', leave)
    if (signal?.aborted) throw new Stopped()
    if (faults.length > 0) throw faults[0]
    return collector
  }
  return {
    size,
    ready: Promise.all(workers.map(({ ready }) => ready)).then(() => undefined),
    gather(request) {
      const result = turn.then(() => work(request))
      turn = result.catch(() => {})
      return Promise.race([result, stopped(request.signal)])
    },
    get lost() {
      return count.lost
    },
    get months() {
      return count.months
    },
    get refusals() {
      return workers.reduce((sum, worker) => sum + worker.refusals, 0)
    },
    close() {
      closed = true
      for (const worker of workers) worker.end()
    },
  }
}

function settle(homes: Map<number, number>, { draw, kept }: BranchResult, place: number): void {
  if (kept) homes.set(draw, place)
  else homes.delete(draw)
}

function bootOf(lab: Laboratory, sample: number | undefined, room: number): Boot {
  const { code, facts, frame, parameters, draws, households } = lab
  const packed = households !== undefined && (sample === undefined || sample === households.sample)
  return {
    code,
    facts,
    frame,
    tables: tablesOf(facts, frame),
    parameters,
    households: packed ? households : { sample: sample ?? lab.sample, seed: draws.seed },
    room,
  }
}

function stopped(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(new Stopped())
    signal?.addEventListener('abort', () => reject(new Stopped()), { once: true })
  })
}

function lostTwice(error: unknown, job: Job): never {
  if (!(error instanceof WorkerLost)) throw error
  throw new InputError([
    {
      code: 'worker-lost',
      file: 'worker',
      what: `two workers in a row were lost on draw ${job.draw}: ${error.message}`,
      expected: 'a worker that ends its work',
      todo: 'close other pages if memory is short, and load this page again',
    },
  ])
}
