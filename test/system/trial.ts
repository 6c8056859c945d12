// What the tests of the model share: the shipped facts, the compiled machine, and worlds that run any policy under any draw.
import {
  buildMachine,
  createWorld,
  type Population,
  type Snapshot,
  simulate,
  type World,
} from '../../src/engine/index.ts'
import { openLaboratory } from '../../src/host/laboratory.ts'
import { centralValues, runSeed } from '../../src/lab/draws.ts'
import { policyOf } from '../../src/lab/policy.ts'
import { resolve } from '../../src/lab/scenario/library.ts'
import { type LeverValues, levers } from '../../src/system/levers.ts'
import type { SystemMoment } from '../../src/system/mechanism.ts'
import { model } from '../../src/system/model.ts'
import type { ParameterValues } from '../../src/system/parameters.ts'
import { synthesise } from '../../src/valley/population.ts'

export const lab = await openLaboratory()
const { facts } = lab
const files = Object.fromEntries(model.ruleFiles.map((path) => [path, lab.sources.model[path] ?? '']))
export const machine = buildMachine(model.state, model.mechanisms, files, model.parameters)
export const central = centralValues(lab.pack.parameters, model.switches) as ParameterValues
export const tables = {
  districts: facts.valley.districts.length,
  zones: facts.zones.length,
  modes: model.outcomes.mode_share.parts.length,
  neighbours: facts.valley.districts.map(({ neighbours }) => neighbours),
}

/** One household in `sample`. Columns are shared between calls: copy what you change. */
export const people = (sample: number, seed = 1): Population => synthesise(facts.valley, central, { sample, seed })
export const worldOf = (population: Population): World<SystemMoment> => createWorld(machine, population, tables)

export interface Trial {
  readonly p?: Partial<ParameterValues>
  /** By month; 'history' when absent, else the name of a scenario. */
  readonly policy?: string | ((month: number) => LeverValues)
  readonly choices?: Readonly<Record<string, string>>
  readonly seed?: number
  readonly months: number
  readonly from?: Snapshot
  /** Changes the outside world, in place. */
  readonly shock?: (world: SystemMoment['world']) => void
  /** After the start values are set. */
  readonly prepare?: (moment: SystemMoment) => void
  readonly onMonth?: (moment: SystemMoment) => void
}

/** Runs a trial on a world of the model. */
export function run(world: World<SystemMoment>, trial: Trial): void {
  const { policy = 'history', choices = {}, seed = runSeed(1, 0), months, from, shock, prepare, onMonth } = trial
  const params = { ...central, ...trial.p }
  const named = typeof policy === 'string' ? policyOf(resolve(policy, lab.scenarios, lab.vocabulary)) : undefined
  const outside = model.makeWorld(facts, params, choices, seed)
  simulate<SystemMoment>(world, {
    params,
    lever: typeof policy === 'string' ? (month) => named?.at(month) as LeverValues : policy,
    world: (month) => {
      const now = outside(month)
      shock?.(now)
      return now
    },
    seed,
    months,
    start: (moment) => {
      model.start(moment, facts)
      prepare?.(moment)
    },
    ...(onMonth ? { onMonth } : {}),
    ...(from ? { from } : {}),
  })
}

/** Public money spent this month on all levers, PEN. */
export const publicCost = (valley: SystemMoment['valley']): number =>
  (Object.keys(levers) as (keyof typeof levers)[]).reduce((sum, name) => sum + valley[`cost_${name}`], 0)

/** Sum over districts, or over those for which `only` holds. */
export function valleySum(
  moment: SystemMoment,
  of: (d: SystemMoment['district'][number]) => number,
  only: (d: SystemMoment['district'][number]) => boolean = () => true,
): number {
  let sum = 0
  for (const d of moment.district) if (only(d)) sum += of(d)
  return sum
}
