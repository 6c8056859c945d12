// The shipped valley, ready to be timed: machine, populations, worlds, and one run of the whole model.
import { buildMachine, createWorld, type Machine, simulate, type World } from '../src/engine/index.ts'
import { type Laboratory, openLaboratory, resolveAll } from '../src/host/laboratory.ts'
import { populationOf } from '../src/host/population.ts'
import { centralValues, runSeed } from '../src/lab/draws.ts'
import { policyOf } from '../src/lab/policy.ts'
import type { SystemMoment } from '../src/system/mechanism.ts'
import { model } from '../src/system/model.ts'
import type { ParameterValues } from '../src/system/parameters.ts'

/** January 2000 to December 2035. */
export const MONTHS = 432
/** Names of the headline outcomes. */
export const HEADLINE = Object.entries(model.outcomes).flatMap(([name, outcome]) =>
  'headline' in outcome ? [name] : [],
)

export interface Bench {
  readonly lab: Laboratory
  readonly files: Readonly<Record<string, string>>
  readonly machine: Machine<SystemMoment>
  readonly central: ParameterValues
  /** To read the shipped files; to compile the rules. */
  readonly openMs: number
  readonly compileMs: number
}

export async function openBench(): Promise<Bench> {
  const began = performance.now()
  const lab = await openLaboratory()
  const opened = performance.now()
  const files = Object.fromEntries(model.ruleFiles.map((path) => [path, lab.sources.model[path] ?? '']))
  const machine = buildMachine(model.state, model.mechanisms, files, model.parameters)
  return {
    lab,
    files,
    machine,
    central: centralValues(lab.pack.parameters, model.switches) as ParameterValues,
    openMs: opened - began,
    compileMs: performance.now() - opened,
  }
}

/** A world of one household in `sample`, on this machine or another one of the same state. */
export function worldOf({ lab, central, machine }: Bench, sample: number, other = machine): World<SystemMoment> {
  return createWorld(other, populationOf(lab.facts, central, { sample, seed: 1 }), {
    districts: lab.frame.districts.length,
    zones: lab.frame.zones.length,
    modes: model.outcomes.mode_share.parts.length,
    neighbours: lab.facts.valley.districts.map(({ neighbours }) => neighbours),
  })
}

/** The baseline at central parameters, from the start to before month `months`. */
export function runBaseline({ lab, central }: Bench, world: World<SystemMoment>, months = MONTHS): void {
  const [baseline] = resolveAll(lab, ['baseline'], 'bench')
  if (baseline === undefined) return
  const policy = policyOf(baseline)
  const seed = runSeed(1, 0)
  simulate(world, {
    params: central,
    lever: (month) => policy.at(month),
    world: model.makeWorld(lab.facts, central, {}, seed),
    seed,
    months,
    start: (moment) => model.start(moment, lab.facts),
  })
}
