/** Runs sets of variants on worker threads, every draw of a list under each set. */
import { join } from 'node:path'
import { buildMachine, type Code, runJobs, sha256Hex } from '../engine/index.ts'
import { type Cells, cellsFor, type Selection } from '../lab/cells.ts'
import { centralValues, type DrawList, givenAt, hashOfDraws } from '../lab/draws.ts'
import { tablesOf } from '../lab/households.ts'
import { withQuantities } from '../lab/patterns/quantities.ts'
import { machineKey, type VariantJob, type VariantResult, type VariantSet } from '../lab/structure/variant.ts'
import { model } from '../system/model.ts'
import { codeOf } from './code.ts'
import type { Laboratory } from './laboratory.ts'
import { type MemberLog, openMembers } from './members.ts'
import { inlinePool, type Pool, Stopped, threadPool, workersFor } from './pool.ts'
import { populationInTurns } from './population.ts'
import type { VariantBoot } from './variant.ts'

export interface Varying {
  readonly lab: Laboratory
  readonly draws: DrawList
  /** One household in so many is simulated. */
  readonly sample: number
  /** Each with the number of draws it is run under, the first ones of the list; all of them when absent. */
  readonly sets: readonly (VariantSet & { readonly draws?: number })[]
  readonly selection: Selection
  /** Threads; one per core when absent, 0 for none. */
  readonly workers?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** Keeps finished runs, and takes over those that the same runs left there. */
  readonly folder?: string | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly onLost?: ((why: string) => void) | undefined
}

export interface Varied {
  readonly cells: Cells
  /** By set and draw, the values of each variant by its name. */
  readonly of: (set: string) => readonly ReadonlyMap<string, Float64Array>[]
}

/** All sets under their draws; bits do not depend on the number of threads. Throws Stopped when `signal` is aborted. */
export async function vary(varying: Varying): Promise<Varied> {
  const { lab, draws, sets, selection, signal, onProgress } = varying
  const jobs = sets
    .flatMap(({ draws: most = draws.indices.length }, set) =>
      draws.indices.slice(0, most).map((draw, place) => ({ set, draw, given: givenAt(draws, place) })),
    )
    .map((job, index): VariantJob => ({ ...job, index }))
  const boot = bootOf(varying)
  boot.catch(() => undefined)
  const workers = workersFor(jobs.length, varying.workers)
  const pool: Pool<VariantJob, VariantResult> =
    workers === 0
      ? await inlinePool<VariantBoot, VariantJob, VariantResult>(await import('./variant.ts'), await boot, signal)
      : threadPool({
          workers,
          module: new URL('./variant.js', import.meta.url),
          boot,
          signal,
          onLost: varying.onLost,
        })
  const gathered = new Map(sets.map(({ id }) => [id, [] as Map<string, Float64Array>[]]))
  const log = keeping(varying)
  const runners = pool.runners.map((run) => async (job: VariantJob): Promise<VariantResult> => {
    if (log?.has(job.index)) return log.job(job.index)
    const result = await run(job)
    log?.add({ ...result, draw: job.draw })
    return result
  })
  let done = 0
  const take = (job: VariantJob, { members }: VariantResult) => {
    const { id, variants } = sets[job.set] as VariantSet
    gathered.get(id)?.push(new Map(variants.map((variant, k) => [variant.id, members[k] as Float64Array])))
    done += 1
    onProgress?.(done, jobs.length)
  }
  try {
    if ((await runJobs(jobs, runners, take, signal)) < jobs.length) throw new Stopped()
  } finally {
    await pool.close()
    log?.close()
  }
  return { cells: cellsFor(selection, withQuantities(model), lab.frame), of: (set) => gathered.get(set) ?? [] }
}

/** Runs of other draws, sets or models stand in files of other names. */
function keeping({ lab, draws, sample, sets, selection, folder }: Varying): MemberLog | undefined {
  if (folder === undefined) return undefined
  const runs = sets.map(({ id, draws: most, variants }) => [
    id,
    most,
    variants.map(({ scenario, ...rest }) => [scenario.card.hash, rest]),
  ])
  const fingerprint = sha256Hex(JSON.stringify([lab.hashes, hashOfDraws(draws), sample, runs, selection]))
  return openMembers(join(folder, `${fingerprint.slice(0, 12)}.bin`), fingerprint)
}

async function bootOf({ lab, draws, sample, sets, selection, signal }: Varying): Promise<VariantBoot> {
  const { facts, frame, pack } = lab
  const go = () => {
    if (signal?.aborted) throw new Stopped()
  }
  const off = new Map(
    sets.flatMap(({ variants }) => variants.map(({ change }) => [machineKey(change), change.without ?? []])),
  )
  const codes: Record<string, Code> = {}
  for (const [key, ids] of off) {
    go()
    codes[key] = ids.length === 0 ? codeOf(lab) : codeWithout(lab, ids)
  }
  const values = centralValues(pack.parameters, model.switches)
  return {
    codes,
    facts,
    frame,
    population: await populationInTurns(facts, values, { sample, seed: draws.seed }, go),
    tables: tablesOf(facts, frame),
    parameters: pack.parameters,
    seed: draws.seed,
    selection,
    sets: sets.map(({ id, variants }) => ({ id, variants })),
  }
}

/** The rules with some mechanisms switched off. */
function codeWithout({ sources, kernels }: Laboratory, ids: readonly string[]): Code {
  const files = Object.fromEntries(model.ruleFiles.map((path) => [path, sources.model[path] ?? '']))
  return buildMachine(model.state, model.mechanisms, files, model.parameters, { kernels, switchedOff: [...ids] }).code
}
