// What the tests of the model share: the built model on the shipped facts, small enough to be run often.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildMachine, runJobs, simulate } from '#dist/src/engine/index.js'
import { openLaboratory, resolveAll } from '#dist/src/host/laboratory.js'
import { threadPool } from '#dist/src/host/pool.js'
import { populationOf } from '#dist/src/host/population.js'
import { findRoot } from '#dist/src/host/root.js'
import { centralValues } from '#dist/src/lab/draws.js'
import { policyOf } from '#dist/src/lab/policy.js'
import { model } from '#dist/src/system/model.js'
import type { World } from '../../src/engine/index.ts'
import type { SystemMoment } from '../../src/system/mechanism.ts'

export const laboratory = await openLaboratory()
export { model }

/** Central values and default options. */
export const central = centralValues(laboratory.pack.parameters, model.switches)

/** Rule files by path, as the compiler takes them. */
export const texts = Object.fromEntries(model.ruleFiles.map((file) => [file, laboratory.sources.model[file] ?? '']))

export const machine = buildMachine(model.state, model.mechanisms, texts, model.parameters)
const places = laboratory.facts.valley.districts
export const tables = {
  districts: places.length,
  zones: laboratory.facts.zones.length,
  modes: 4,
  neighbours: places.map((place) => place.neighbours),
}
/** One household in a hundred: one slot in each district and month of review at least. */
export const population = populationOf(laboratory.facts, central, { sample: 100, seed: 1 })
const names = [...laboratory.scenarios.keys()]
export const scenarios = Object.fromEntries(
  resolveAll(laboratory, names, 'test').map((resolved) => [resolved.card.name, resolved]),
)

/** A part of a run: everything as in the trunk up to January of `from`, then with one thing changed, to the end of `to`. */
export interface Branch {
  readonly scenario: string
  readonly from: number
  readonly to: number
  /** Mechanism that is switched off. */
  readonly off?: string
  /** Parameter values that differ from those of the trunk. */
  readonly values?: Readonly<Record<string, number>>
}
export interface Job {
  readonly index: number
  readonly seed: number
  /** Values that differ from the central ones, in the trunk and in all branches. */
  readonly values?: Readonly<Record<string, number>>
  readonly branches: readonly Branch[]
}
interface Result {
  readonly index: number
  /** By branch: outcomes × years. */
  readonly members: readonly Float64Array[]
}

export interface Runner {
  /** The values of all branches of all jobs, outcomes × years each. */
  run(jobs: readonly Omit<Job, 'index'>[]): Promise<(readonly Float64Array[])[]>
  close(): Promise<void>
}

/** Two threads that run branches. */
export function openRunner(): Runner {
  const pool = threadPool<unknown, Job, Result>({
    workers: 2,
    module: pathToFileURL(join(findRoot(), 'test/system/fixtures/branches.mjs')),
    boot: {
      code: machine.code,
      texts,
      facts: laboratory.facts,
      frame: laboratory.frame,
      population,
      tables,
      central,
      scenarios,
    },
  })
  return {
    async run(jobs) {
      const members: (readonly Float64Array[])[] = []
      const numbered = jobs.map((job, index) => ({ ...job, index }))
      await runJobs(numbered, pool.runners, (job, result) => {
        members[job.index] = result.members
      })
      return members
    },
    close: () => pool.close(),
  }
}

/** Runs some months of a scenario: from its start, or from a later month on with the state that the world is in. */
export function stretch(
  world: World<SystemMoment>,
  params: SystemMoment['p'],
  { scenario, month, months }: { readonly scenario: string; readonly month: number; readonly months: number },
): void {
  const resolved = scenarios[scenario] as NonNullable<(typeof scenarios)[string]>
  const policy = policyOf(resolved)
  simulate(world, {
    params,
    lever: (of) => policy.at(of),
    world: model.makeWorld(laboratory.facts, params, resolved.card.world, 1),
    seed: 1,
    months: month + months,
    start: (moment) => model.start(moment, laboratory.facts),
    ...(month > 0 ? { from: { ...world.snapshot(), month } } : {}),
  })
}
