// One worker and what is said to it. It does one draw at a time.
import { InputError } from '../evidence/problem.ts'
import { Stopped } from '../lab/bands.ts'
import type { BranchResult } from '../lab/branches.ts'
import type { Job, Plan } from '../lab/member.ts'
import { afterAwake } from './patience.ts'
import type { Answer, Boot, ChangedCode, Order } from './protocol.ts'

/** The worker is gone without an answer. */
export class WorkerLost extends Error {}

/** A worker that has been asked to leave its draw may take so long, milliseconds that the page is awake; then it is ended. */
const GRACE = 1000
/** A worker that says nothing for so long while it has work, milliseconds awake, is asked; and after as long again, lost. */
const SILENCE = 30_000

interface Waiting {
  readonly id: number
  readonly resolve: (result: BranchResult) => void
  readonly reject: (error: unknown) => void
}

export class MemberWorker {
  /** Resolves when it is prepared; rejects with what prevents that. */
  readonly ready: Promise<void>
  readonly #worker: Worker
  #opened: { resolve: () => void; reject: (error: unknown) => void } | undefined
  #waiting: Waiting | undefined
  #gone: Error | undefined
  #plan: Plan | undefined
  #count = 0
  #refusals = 0
  #callOff: () => void = () => {}

  constructor(boot: Boot) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    this.#worker.onmessage = ({ data }: MessageEvent<Answer>) => this.#take(data)
    this.#worker.onerror = (event) => {
      event.preventDefault()
      this.#lose(new WorkerLost(event.message || 'the worker could not be started'))
    }
    this.#worker.onmessageerror = () => this.#lose(new WorkerLost('an answer could not be read'))
    this.ready = new Promise((resolve, reject) => {
      this.#opened = { resolve, reject }
    })
    // whoever runs a draw hears of it
    this.ready.catch(() => {})
    this.#say({ kind: 'open', boot })
  }

  /** A draw of a plan; `rules` where the plan names changed ones. Rejects with the error of the draw, with Stopped after `leave`, or with WorkerLost. */
  async run(plan: Plan, job: Job, rules?: ChangedCode): Promise<BranchResult> {
    await this.ready
    if (this.#gone) throw this.#gone
    if (this.#plan !== plan) this.#say({ kind: 'plan', plan, rules })
    this.#plan = plan
    const id = this.#count++
    return new Promise((resolve, reject) => {
      this.#waiting = { id, resolve, reject }
      this.#say({ kind: 'run', id, job })
      this.#listen()
    })
  }

  /** Has the draw under way left; what it keeps of other draws stays. */
  leave(): void {
    const waiting = this.#waiting
    if (!waiting) return
    this.#say({ kind: 'leave', id: waiting.id })
    afterAwake(GRACE, () => this.#waiting === waiting && this.end(new Stopped()))
  }

  /** Ends the worker at once. */
  end(reason: Error = new WorkerLost('ended')): void {
    this.#worker.terminate()
    const waiting = this.#waiting
    this.#waiting = undefined
    this.#lose(new WorkerLost('ended'))
    waiting?.reject(reason)
  }

  /** Functions that it had to do without, since they were not shipped and the host forbids code from text: it is slow then. */
  get refusals(): number {
    return this.#refusals
  }

  get gone(): boolean {
    return this.#gone !== undefined
  }

  #say(order: Order): void {
    this.#worker.postMessage(order)
  }

  #take(answer: Answer): void {
    if (this.#waiting) this.#listen()
    if (answer.kind === 'pong') return
    if (answer.kind === 'ready') {
      this.#opened?.resolve()
      return
    }
    const error = answer.kind === 'left' ? new Stopped() : answer.kind === 'fault' ? errorOf(answer) : undefined
    if (answer.id === undefined) this.#lose(error ?? new WorkerLost('no number'))
    if (answer.id === undefined || answer.id !== this.#waiting?.id) return
    const { resolve, reject } = this.#waiting
    this.#waiting = undefined
    this.#callOff()
    if (answer.kind === 'done') {
      this.#refusals = answer.refusals
      resolve(answer.result)
    } else reject(error)
  }

  /** Some browsers end a worker that wants too much memory and tell nobody: a worker that breathes answers between years. */
  #listen(): void {
    this.#callOff()
    this.#callOff = afterAwake(SILENCE, () => {
      this.#say({ kind: 'ping' })
      this.#callOff = afterAwake(SILENCE, () => this.#waiting && this.#lose(new WorkerLost('it fell silent')))
    })
  }

  #lose(why: Error): void {
    this.#callOff()
    this.#gone ??= why
    this.#worker.terminate()
    this.#opened?.reject(this.#gone)
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.reject(this.#gone)
  }
}

function errorOf({ message, problems }: Extract<Answer, { kind: 'fault' }>): Error {
  return problems ? new InputError(problems) : new Error(message)
}
