// Values of scenarios that were run before: a comparison in which one package moves runs that package, not the reference again.
import { type Job, type JobResult, type Plan, same } from '../lab/member.ts'
import type { Resolved } from '../lab/scenario/types.ts'

/** Most bytes of values that nobody shows any more. */
const ROOM = 64 << 20

/** One scenario, written down by one selection. */
interface Run {
  readonly scenario: Resolved
  readonly months: number
  readonly selection: string
  /** What the rows of draws say, and the seed. */
  readonly draws: string
  /** By draw, with what its list gave of it. */
  readonly values: Map<number, { readonly row: Row; readonly values: Float64Array }>
}
type Row = readonly number[] | undefined

/** One draw of a plan. */
export interface Share {
  /** The plan with the scenarios that are still to be run for this draw; undefined where none is. */
  readonly missing: Plan | undefined
  /** The result of the whole plan, from that of what was missing; keeps what is new. */
  whole(part?: JobResult): JobResult
}

export interface Finished {
  /** What is known of a plan, draw by draw. Runs of other plans may now make room. */
  of(plan: Plan): (job: Job) => Share
}

/** room: most bytes of the runs that are kept, unless the newest plan alone takes more. */
export function finishedRuns(room = ROOM): Finished {
  let known: Run[] = []
  return {
    of(plan) {
      const { months, scenarios } = plan
      const selection = JSON.stringify(plan.selection)
      const { seed, fitted } = plan.draws
      const draws = JSON.stringify([seed, fitted?.unknowns, fitted?.shocks, fitted?.flat])
      const rowOf = ({ index }: Job): Row => fitted?.rows[index]
      const valuesOf = ({ values }: Run, job: Job) => {
        const there = values.get(job.draw)
        return there && same(there.row, rowOf(job)) ? there.values : undefined
      }
      const runs = scenarios.map((scenario): Run => {
        const like = (run: Run) =>
          run.months === months && run.selection === selection && run.draws === draws && alike(run.scenario, scenario)
        return known.find(like) ?? { scenario, months, selection, draws, values: new Map() }
      })
      // those used last go last when room is made
      known = [...known.filter((run) => !runs.includes(run)), ...runs.filter((run) => run.scenario.rules === undefined)]
      for (let bytes = known.reduce((sum, run) => sum + sizeOf(run), 0); bytes > room; ) {
        const [oldest] = known
        if (oldest === undefined || runs.includes(oldest)) break
        known = known.slice(1)
        bytes -= sizeOf(oldest)
      }
      const parts = new Map<string, Plan>()
      const part = (there: readonly unknown[]): Plan => {
        if (there.every((one) => one === undefined)) return plan
        const key = there.map((one) => one === undefined).join()
        const fresh = parts.get(key) ?? { ...plan, scenarios: scenarios.filter((_, k) => there[k] === undefined) }
        parts.set(key, fresh)
        return fresh
      }
      return (job) => {
        const there = runs.map((run) => valuesOf(run, job))
        return {
          missing: there.includes(undefined) ? part(there) : undefined,
          whole(result) {
            let next = 0
            const members = runs.map((run, k) => {
              const values = there[k] ?? (result?.members[next++] as Float64Array)
              run.values.set(job.draw, { row: rowOf(job), values })
              return values
            })
            return { index: job.index, draw: job.draw, members }
          },
        }
      }
    },
  }
}

/** The same policy in the same world under the same rules, whatever it is called. */
function alike(a: Resolved, b: Resolved): boolean {
  if (a.rules !== undefined || b.rules !== undefined) return false
  return (
    a === b ||
    (a.card.hash === b.card.hash &&
      same(a.card.model, b.card.model) &&
      same(a.card.world, b.card.world) &&
      same({ ...a, card: undefined }, { ...b, card: undefined }))
  )
}

const sizeOf = ({ values }: Run): number =>
  [...values.values()].reduce((sum, { values: { byteLength } }) => sum + byteLength, 0)
