// Which worker takes which draw, and results put back into order.
import type { Job, JobResult } from '../lab/member.ts'

export interface Turns {
  readonly total: number
  /** The next job for a worker; undefined when there is nothing (more) for it. */
  next(place: number): Job | undefined
  /** Hands on every result whose turn has come. */
  finished<R extends JobResult>(result: R, take: (result: R) => void): void
}

/** A worker takes a draw from another one's home only when that one has more than so many left: it must run all of its past. */
const SPARED = 4

/** homes: by draw, the worker that keeps its past. Draws go there; those without a home to whoever is free. */
export function turnsOf(jobs: readonly Job[], homes: ReadonlyMap<number, number>): Turns {
  const left = [...jobs]
  const waiting = new Map<number, JobResult>()
  let due = 0
  const takeAt = (k: number) => (k < 0 ? undefined : left.splice(k, 1)[0])
  return {
    total: jobs.length,
    next(place) {
      const own = left.findIndex(({ draw }) => (homes.get(draw) ?? place) === place)
      if (own >= 0) return takeAt(own)
      return left.length > SPARED ? takeAt(left.length - 1) : undefined
    },
    finished(result, take) {
      waiting.set(result.index, result)
      for (let next = waiting.get(due); next; next = waiting.get(due)) {
        waiting.delete(due)
        due += 1
        take(next as typeof result)
      }
    },
  }
}
