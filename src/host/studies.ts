/** Runs a study: packages under many futures, on worker threads, kept in a folder as it goes. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { runJobs } from '../engine/index.ts'
import { InputError, type Problem, throwIfAny } from '../evidence/problem.ts'
import { Stopped } from '../lab/bands.ts'
import type { DrawList } from '../lab/draws.ts'
import type { Plan } from '../lab/member.ts'
import { firstDifference } from '../lab/policy.ts'
import { resolve } from '../lab/scenario/library.ts'
import { FIRST, type Resolved } from '../lab/scenario/types.ts'
import { districtRows, groupFigures, type Numbers, studyOf } from '../lab/study/assemble.ts'
import { planFutures } from '../lab/study/futures.ts'
import { inputColumns } from '../lab/study/inputs.ts'
import { studyLayout, studySelection } from '../lab/study/layout.ts'
import {
  planStudyJobs,
  type StudyFailure,
  type StudyJob,
  type StudyJobResult,
  type StudyPlan,
} from '../lab/study/run.ts'
import { type StudyResult, studyManifest } from '../lab/study/study.ts'
import { model } from '../system/model.ts'
import { shippedDraws } from './draws.ts'
import { bootOf, fingerprintOf } from './ensemble.ts'
import type { Laboratory } from './laboratory.ts'
import { type MemberLog, openMembers } from './members.ts'
import { unknownScenarios } from './named.ts'
import { inlinePool, type Pool, threadPool, workersFor } from './pool.ts'
import { spool } from './shelf.ts'
import type { StudyBoot } from './study-member.ts'

/** Finished futures, in the folder of a study that is not finished. */
export const FUTURES_FILE = 'futures.bin'

export interface StudyWish {
  /** Names of scenarios, or scenarios themselves; the first is the reference. */
  readonly policies: readonly (string | Resolved)[]
  readonly futures: number
  /** Keys which draws and worlds go together; 1 when absent. */
  readonly seed?: number
  /** One household in so many is simulated; 20 when absent. */
  readonly sample?: number
  /** The shipped posterior when absent. */
  readonly draws?: DrawList
  /** Threads; one per core when absent, 0 for none. */
  readonly workers?: number | undefined
  /** Keeps finished futures; what it holds of the same study is taken over. */
  readonly folder?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Told how many futures are finished: first what was taken over, then after each few. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly onFailed?: ((failure: StudyFailure) => void) | undefined
  readonly onLost?: ((why: string) => void) | undefined
  /** ISO date and time for the manifest; now when absent. */
  readonly created?: string
}

/**
 * All packages under all futures. The same bits for any number of workers, stopped and resumed or not; memory does not grow with
 * districts and groups, which stay in a file until they are summed up. A future that makes the model fail is told and left out.
 * Throws InputError for what cannot be run, and for a folder that holds another study; Stopped when `signal` is aborted: finished
 * futures are in the folder.
 */
export async function runStudy(lab: Laboratory, wish: StudyWish): Promise<StudyResult> {
  const { seed = 1, sample = 20, signal } = wish
  const plan = studyPlan(lab, wish)
  const layout = studyLayout(plan.selection, model, lab.frame)
  const { switches, worldChoices: worlds } = model
  const columns = inputColumns({ draws: plan.draws, parameters: lab.pack.parameters, switches, worlds })
  const jobs = planStudyJobs(plan.futures)
  const asPlan = ensembleOf(plan)
  const log = wish.folder
    ? openMembers(join(wish.folder, FUTURES_FILE), fingerprint({ lab, plan: asPlan, sample }, plan))
    : await spool(lab.root)
  let pool: Pool<StudyJob, StudyJobResult> | undefined
  const end = async () => {
    await pool?.close()
    await log.flush()
    log.close()
  }
  try {
    const numbers = numbersIn(log, jobs, plan.policies.length, layout.length, columns.length)
    const whole = (job: StudyJob) => log.has(job.index) && !numbers.failed(job)
    const left = jobs.filter((job) => !whole(job))
    let done = plan.futures.length - left.reduce((sum, { futures }) => sum + futures.length, 0)
    wish.onProgress?.(done, plan.futures.length)
    const failures: StudyFailure[] = []
    if (left.length > 0) {
      const boot = bootOf({ lab, plan: asPlan, sample, signal }).then((made): StudyBoot => ({ ...made, study: plan }))
      boot.catch(() => undefined)
      pool = await poolFor(workersFor(left.length, wish.workers), boot, wish)
      const take = (job: StudyJob, result: StudyJobResult) => {
        for (const failure of result.failures) {
          failures.push(failure)
          wish.onFailed?.(failure)
        }
        done += job.futures.length
        wish.onProgress?.(done, plan.futures.length)
      }
      const runners = pool.runners.map((run) => async (job: StudyJob) => {
        const result = await run(job)
        log.add(result)
        return result
      })
      if ((await runJobs(left, runners, take, signal)) < left.length) throw new Stopped()
    }
    const study = studyOf(plan, layout, columns, numbers, model)
    const { version, hashes, kernels } = lab
    const created = wish.created ?? new Date().toISOString()
    const result: StudyResult = {
      study,
      districts: districtRows(plan, layout, numbers, study.failed),
      groups: groupFigures(plan, layout, numbers, study.failed),
      failures: failures.sort((a, b) => a.future - b.future),
      manifest: studyManifest(plan, study, { version, ...hashes, sample, seed, kernels, created }),
    }
    await end()
    return result
  } catch (error) {
    const ended = end()
    if (error instanceof Stopped) ended.catch(() => undefined)
    else await ended
    throw error
  }
}

/** What a wish comes to. Throws InputError with everything that cannot be run. */
export function studyPlan(lab: Laboratory, wish: StudyWish): StudyPlan {
  const policies = policiesFor(lab, wish.policies)
  const draws = wish.draws ?? shippedDraws(lab)
  if (draws === undefined) throw new InputError([NO_DRAWS])
  const reference = policies[0] as Resolved
  const years = reference.card.span
  const parted = Math.min(...policies.map((one) => firstDifference(reference, one)))
  const acts = Math.min(years.to, Math.max(years.from, FIRST + Math.floor(parted / 12)))
  const driven = { from: Number.isFinite(parted) ? acts : years.from, to: years.to }
  const futures = planFutures({ draws, count: wish.futures, seed: wish.seed ?? 1, worlds: model.worldChoices })
  return { policies, draws, futures, years, driven, selection: studySelection(model, years) }
}

const NO_DRAWS: Problem = {
  code: 'no-draws',
  file: 'data/posterior',
  what: 'no draws are there',
  expected: 'a posterior, or a list of draws',
  todo: 'make one with vraem calibrate, or give draws',
}

const WORLDS: Readonly<Record<string, { readonly default: string }>> = model.worldChoices

function policiesFor(lab: Laboratory, wished: readonly (string | Resolved)[]): Resolved[] {
  const names = wished.filter((one) => typeof one === 'string')
  throwIfAny(unknownScenarios(names, [...lab.scenarios.keys()], 'study'))
  const policies = wished.map((one) => (typeof one === 'string' ? resolve(one, lab.scenarios, lab.vocabulary) : one))
  const problem = (name: string, what: string, expected: string, todo: string): Problem => ({
    ...{ code: 'study', file: 'study', field: name, what, expected, todo },
  })
  const problems: Problem[] = []
  if (policies.length === 0) problems.push(problem('policies', 'no package is named', 'at least one', 'name a package'))
  const seen = new Set<string>()
  for (const { card, rules } of policies) {
    const { name, world } = card
    if (seen.has(name)) problems.push(problem(name, 'the package is named twice', 'each once', 'leave one out'))
    seen.add(name)
    const chosen = Object.entries(world).filter(([choice, option]) => WORLDS[choice]?.default !== option)
    const fixed = [...chosen.map(([choice]) => choice), ...Object.keys(card.model)]
    if (fixed.length > 0)
      problems.push(
        problem(
          name,
          `the package fixes ${fixed.join(', ')}`,
          'a package that leaves the world and the switches to the futures',
          'take those lines out of its file',
        ),
      )
    if (rules !== undefined)
      problems.push(
        problem(name, 'it runs under changed rules', "the model's own rules", 'run it with vraem run --model'),
      )
  }
  throwIfAny(problems)
  return policies
}

/** The study as the plan of an ensemble: what households and code are made for, and named by. */
const ensembleOf = ({ policies, draws, years, selection }: StudyPlan): Plan => ({
  scenarios: policies,
  draws,
  months: (years.to + 1 - FIRST) * 12,
  selection,
})

function fingerprint(made: Parameters<typeof fingerprintOf>[0], { futures, driven }: StudyPlan): string {
  return createHash('sha256')
    .update(JSON.stringify([fingerprintOf(made), futures, driven]))
    .digest('hex')
}

async function poolFor(
  workers: number,
  boot: Promise<StudyBoot>,
  { signal, onLost }: StudyWish,
): Promise<Pool<StudyJob, StudyJobResult>> {
  if (workers === 0)
    return inlinePool<StudyBoot, StudyJob, StudyJobResult>(await import('./study-member.ts'), await boot, signal)
  return threadPool({ workers, module: new URL('./study-member.js', import.meta.url), boot, signal, onLost })
}

/** Numbers of finished jobs, read where they lie in the file. */
function numbersIn(
  log: MemberLog,
  jobs: readonly StudyJob[],
  packages: number,
  length: number,
  columns: number,
): Numbers & { failed(job: StudyJob): boolean } {
  const places = new Map<number, { readonly job: StudyJob; readonly f: number }>()
  for (const job of jobs) for (const [f, future] of job.futures.entries()) places.set(future.index, { job, f })
  const placeOf = (future: number) => places.get(future) as { readonly job: StudyJob; readonly f: number }
  const numbers: Numbers = {
    take(future, policy, from, into) {
      const { job, f } = placeOf(future)
      log.values(job.index, f * packages + policy, length, from, into)
    },
    inputs(future) {
      const { job, f } = placeOf(future)
      const into = new Float64Array(columns)
      // behind all numbers of the job
      log.values(job.index, job.futures.length * packages, length, f * columns, into)
      return into
    },
  }
  return {
    ...numbers,
    failed: ({ index, futures }) =>
      log
        .job(index)
        .members.slice(0, futures.length * packages)
        .some((values) => Number.isNaN(values[0])),
  }
}
