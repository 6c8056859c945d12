// A small valley in the middle of its history: what its household rules are handed in one month.
import { ruleDeclarations } from '../../src/engine/build.ts'
import { buildMachine, createWorld, type RuleStage, simulate } from '../../src/engine/index.ts'
import { openLaboratory, resolveAll } from '../../src/host/laboratory.ts'
import { populationOf } from '../../src/host/population.ts'
import { centralValues } from '../../src/lab/draws.ts'
import { tablesOf } from '../../src/lab/households.ts'
import { policyOf } from '../../src/lab/policy.ts'
import type { Resolved } from '../../src/lab/scenario/types.ts'
import { model } from '../../src/system/model.ts'
import type { ParameterValues } from '../../src/system/parameters.ts'

const MONTH = 131
const SEED = 7

const lab = await openLaboratory()
export const files = Object.fromEntries(model.ruleFiles.map((path) => [path, lab.sources.model[path] ?? '']))
export const decl = ruleDeclarations(model.state, files, model.parameters)
const machine = buildMachine(model.state, model.mechanisms, files, model.parameters)
/** The fused kernels of the model. */
export const kernels = machine.code.stages.filter((stage): stage is RuleStage => stage.kind === 'rules')

const values = centralValues(lab.pack.parameters, model.switches) as ParameterValues
const world = createWorld(
  machine,
  populationOf(lab.facts, values, { sample: 200, seed: 1 }),
  tablesOf(lab.facts, lab.frame),
)
const policy = policyOf(resolveAll(lab, ['baseline'], 'test')[0] as Resolved)
simulate(world, {
  params: values,
  lever: (month) => policy.at(month),
  world: model.makeWorld(lab.facts, values, {}, SEED),
  seed: SEED,
  months: MONTH,
  start: (moment) => model.start(moment, lab.facts),
})

const { starts } = world.placement
/** Row of the district in which a slot lies; each has twelve cohorts. */
const place = new Uint32Array(world.placement.slots)
for (let d = 0; d < world.placement.districts; d++) place.fill(d, starts[12 * d], starts[12 * (d + 1)])

/** Households by slot, and the row of the district of each. */
export const state = () => ({
  columns: { ...world.household, id: world.id } as Readonly<
    Record<string, Float32Array | Uint8ClampedArray | Int32Array>
  >,
  place,
  params: Float32Array.from(
    Object.keys(decl.param),
    (name) => (values as unknown as Record<string, number>)[name] ?? 0,
  ),
  month: MONTH,
  seed: SEED,
})

export const districtRows = (): Float32Array => Float32Array.from(world.cells.district)
