// Requests of somebody who is still moving a lever: a burst of them is answered by its first band and by the last one whole.
import { Stopped } from '../lab/bands.ts'
import type { Collector } from '../lab/ensemble.ts'
import type { Pool, Request } from './pool.ts'

export type Asking = Omit<Request, 'signal' | 'hurried'>

export interface Desk {
  /**
   * Takes the place of what was asked before: that rejects with Stopped, at once while it waits; what is already running may
   * first show its first band, if that is soon there.
   */
  ask(request: Asking): Promise<Collector>
  /** Stops what runs and what waits, at once. */
  cancel(): void
  /** Requests that were begun so far. */
  readonly begun: number
}

/** How long a run may go on to its first band when a later request waits, milliseconds. */
const PATIENCE = 400

interface Asked {
  readonly request: Asking
  readonly resolve: (collector: Collector) => void
  readonly reject: (error: unknown) => void
}

export function deskOf(pool: Pick<Pool, 'gather'>, patience = PATIENCE): Desk {
  let waiting: Asked | undefined
  let running: { readonly controller: AbortController; shown: boolean } | undefined
  let begun = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const begin = async () => {
    clearTimeout(timer)
    timer = undefined
    const asked = waiting
    if (asked === undefined || running !== undefined) return
    waiting = undefined
    begun += 1
    const mine = { controller: new AbortController(), shown: false }
    running = mine
    const { request, resolve, reject } = asked
    const onBand = (collector: Collector) => {
      mine.shown = true
      request.onBand?.(collector)
      if (waiting) mine.controller.abort()
    }
    const hurried = () => waiting !== undefined
    await pool.gather({ ...request, onBand, hurried, signal: mine.controller.signal }).then(resolve, reject)
    running = undefined
    void begin()
  }
  return {
    ask(request) {
      waiting?.reject(new Stopped())
      return new Promise((resolve, reject) => {
        waiting = { request, resolve, reject }
        if (running?.shown) running.controller.abort()
        else if (running) timer ??= setTimeout(() => running?.controller.abort(), patience)
        // what else comes in this turn of the page's loop belongs to the same burst
        else timer ??= setTimeout(begin, 0)
      })
    },
    cancel() {
      waiting?.reject(new Stopped())
      waiting = undefined
      clearTimeout(timer)
      timer = undefined
      running?.controller.abort()
    },
    get begun() {
      return begun
    },
  }
}
