// Ensembles: whole members are the unit of work, and results are taken in job order, so the number of workers changes nothing.

/** One run of an ensemble. */
export interface Job {
  /** Place in the list. */
  readonly index: number
  readonly scenario: string
  /** Number of the parameter draw. */
  readonly draw: number
}

/** Every scenario under every draw, draw by draw: a comparison of the first draws is complete long before the last. */
export const planJobs = (scenarios: readonly string[], draws: readonly number[]): Job[] =>
  draws.flatMap((draw, d) => scenarios.map((scenario, s) => ({ index: d * scenarios.length + s, scenario, draw })))

/** How far workers may run ahead of the result that is due, in jobs per worker: bounds what waits in memory. */
const AHEAD = 8

/**
 * Gives the jobs to the workers, one job per worker at a time, and hands each result to `consume` in the order of the jobs.
 * Stops handing out jobs when `signal` is aborted (then resolves with fewer jobs consumed) or when a job or `consume` fails
 * (then rejects with that error once the jobs under way have ended). Returns the number of results consumed.
 */
export async function runJobs<J, R>(
  jobs: readonly J[],
  workers: readonly ((job: J) => Promise<R>)[],
  consume: (job: J, result: R) => void,
  signal: { readonly aborted: boolean } = { aborted: false },
): Promise<number> {
  const finished = new Map<number, R>()
  const faults: unknown[] = []
  let next = 0
  let due = 0
  let room = gate()

  const work = async (worker: (job: J) => Promise<R>) => {
    while (next < jobs.length && faults.length === 0 && !signal.aborted) {
      if (next - due >= AHEAD * workers.length) {
        await room.opened
        continue
      }
      const place = next++
      try {
        finished.set(place, await worker(jobs[place] as J))
        for (; finished.has(due) && faults.length === 0; due++) {
          consume(jobs[due] as J, finished.get(due) as R)
          finished.delete(due)
        }
      } catch (fault) {
        faults.push(fault)
      }
      room.open()
      room = gate()
    }
  }
  await Promise.all(workers.map(work))
  if (faults.length > 0) throw faults[0]
  return due
}

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}
