/** One worker thread and what is said to it. A thread does one job at a time. */
import { Worker } from 'node:worker_threads'
import { InputError, type Problem } from '../evidence/problem.ts'

/** What a task module exports: preparation once, then one call per job. */
export interface TaskModule<B = unknown, J = unknown, R = unknown> {
  openTask(boot: B): Promise<(job: J) => R | Promise<R>> | ((job: J) => R | Promise<R>)
}
export interface WorkerStart {
  /** URL of the emitted task module. */
  readonly module: string
}
/** What a thread is told first: plain data for openTask. */
export interface Boot {
  readonly boot: unknown
}
export interface Order {
  readonly id: number
  readonly job: unknown
}
export type Answer =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | {
      readonly id: number
      readonly ok: false
      readonly message: string
      readonly stack: string
      readonly problems?: readonly Problem[]
    }

/** Number of the answer of a thread whose preparation failed: no job will do better on a fresh one. */
export const UNPREPARED = -1

/** The thread ended without an answer: killed, out of memory, or an error outside of a job. */
export class ThreadLost extends Error {}

/**
 * Megabytes of JavaScript objects in a thread; worlds and results lie outside of them. Few objects outlive a member, so little
 * room for fresh ones is enough, and with a low ceiling V8 takes garbage away early instead of letting it pile up.
 */
const ROOM = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 } as const

interface Waiting {
  readonly id: number
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

export class Thread {
  readonly #worker: Worker
  #waiting: Waiting | undefined
  #lost: Error | undefined
  #count = 0

  /** boot: the thread loads its code while this is still made. */
  constructor(module: string, boot: unknown) {
    const workerData: WorkerStart = { module }
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), { workerData, resourceLimits: ROOM })
    this.#worker.on('message', (answer: Answer) => this.#take(answer))
    this.#worker.on('error', (error) =>
      this.#lose(new ThreadLost(String(error instanceof Error ? error.message : error))),
    )
    this.#worker.on('exit', (code) => this.#lose(new ThreadLost(`it ended with code ${code}`)))
    Promise.resolve(boot)
      .then((made) => this.#worker.postMessage({ boot: made } satisfies Boot))
      .catch((error: Error) => this.#lose(error))
  }

  /** The job's result. Rejects with the error of the job or of the preparation, or with ThreadLost when the thread is gone. */
  run(job: unknown): Promise<unknown> {
    if (this.#lost) return Promise.reject(this.#lost)
    return new Promise((resolve, reject) => {
      this.#waiting = { id: this.#count++, resolve, reject }
      this.#worker.postMessage({ id: this.#waiting.id, job } satisfies Order)
    })
  }

  /** Ends the thread at once, in the middle of a job too; a job under way is rejected with `reason`. */
  async stop(reason?: Error): Promise<void> {
    if (reason) this.#settle((waiting) => waiting.reject(reason))
    this.#lost ??= new ThreadLost('stopped')
    await this.#worker.terminate()
  }

  #take(answer: Answer): void {
    if (answer.id === UNPREPARED && !answer.ok) this.#lose(errorOf(answer))
    if (answer.id !== this.#waiting?.id) return
    this.#settle((waiting) => (answer.ok ? waiting.resolve(answer.result) : waiting.reject(errorOf(answer))))
  }

  #lose(why: Error): void {
    const lost = this.#lost ?? why
    this.#lost = lost
    this.#settle((waiting) => waiting.reject(lost))
  }

  #settle(act: (waiting: Waiting) => void): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    if (waiting) act(waiting)
  }
}

function errorOf(answer: Extract<Answer, { ok: false }>): Error {
  if (answer.problems) return new InputError([...answer.problems])
  const error = new Error(answer.message)
  error.stack = answer.stack
  return error
}
