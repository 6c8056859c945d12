/**
 * Threads that each run whole members of an ensemble. A runner takes one job at a time; which runner gets which job has no
 * influence on the result, and `runJobs` of the engine takes the results in the order of the jobs.
 */
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { InputError } from '../evidence/problem.ts'
import { Stopped } from '../lab/bands.ts'
import { type TaskModule, Thread, ThreadLost } from './thread.ts'

/** More threads than this gain nothing in an ensemble and cost memory. */
const MOST_WORKERS = 32

export { Stopped }

export interface Pool<J, R> {
  /** One function per thread; each may be given its next job when it has answered. */
  readonly runners: readonly ((job: J) => Promise<R>)[]
  /** Ends all threads; resolves when they are gone. */
  close(): Promise<void>
}
export interface PoolOptions<B> {
  /** Number of threads, at least 1. */
  readonly workers: number
  /** The emitted task module (its `openTask` is called once per thread). */
  readonly module: URL
  /** Plain data for `openTask`, or what will be: threads load their code meanwhile. */
  readonly boot: B | Promise<B>
  /** Aborting rejects jobs under way with Stopped at once; their threads end behind that. */
  readonly signal?: AbortSignal | undefined
  /** Told when a thread died and its job is given to a fresh one. */
  readonly onLost?: ((why: string) => void) | undefined
}

/** Threads for `jobs` jobs: what the user asked for, or one per core; never more than there are jobs. 0 means in this thread. */
export function workersFor(jobs: number, asked?: number): number {
  if (asked === 0) return 0
  return Math.max(1, Math.min(asked ?? Math.min(availableParallelism(), MOST_WORKERS), jobs))
}

/** Starts the threads; they prepare themselves while the caller goes on. */
export function threadPool<B, J, R>(options: PoolOptions<B>): Pool<J, R> {
  const start = () => new Thread(options.module.href, options.boot)
  const threads = Array.from({ length: options.workers }, start)
  const stop = () => {
    for (const thread of threads) void thread.stop(new Stopped())
  }
  options.signal?.addEventListener('abort', stop, { once: true })

  const runOn = async (place: number, job: J): Promise<R> => {
    if (options.signal?.aborted) throw new Stopped()
    try {
      return (await (threads[place] as Thread).run(job)) as R
    } catch (error) {
      if (!(error instanceof ThreadLost)) throw error
      if (options.signal?.aborted) throw new Stopped()
      options.onLost?.(error.message)
      const fresh = start()
      threads[place] = fresh
      return (await fresh.run(job).catch((second) => lostTwice(second, job))) as R
    }
  }
  return {
    runners: threads.map((_, place) => (job: J) => runOn(place, job)),
    async close() {
      options.signal?.removeEventListener('abort', stop)
      await Promise.all(threads.map((thread) => thread.stop()))
    },
  }
}

function lostTwice(error: unknown, job: unknown): never {
  if (!(error instanceof ThreadLost)) throw error
  throw new InputError([
    {
      code: 'worker-lost',
      file: 'worker',
      what: `two worker threads in a row died on the same piece of work ${JSON.stringify(job)}: ${error.message}`,
      expected: 'a thread that ends its work',
      todo: 'repeat with fewer --workers or a smaller --sample if memory is short; finished work is kept, see --resume',
    },
  ])
}

/** The same without threads: jobs run here, one after the other, with a look at the signal between them. */
export async function inlinePool<B, J, R>(
  task: TaskModule<B, J, R>,
  boot: B,
  signal?: AbortSignal,
): Promise<Pool<J, R>> {
  const run = await task.openTask(boot)
  const runner = async (job: J): Promise<R> => {
    // Signals and timers only get their turn between jobs.
    await setImmediate()
    if (signal?.aborted) throw new Stopped()
    return run(job)
  }
  return { runners: [runner], close: () => Promise.resolve() }
}
