/** Everything that is shipped, read and checked once: facts, places, parameters, scenarios, and the hashes that name them. */
import { join } from 'node:path'
import { type Kernels, kernelsHere } from '../engine/index.ts'
import { type DataPackage, loadPackage } from '../evidence/package.ts'
import { throwIfAny } from '../evidence/problem.ts'
import { hashOfFiles } from '../lab/manifest.ts'
import { type Frame, frameOf } from '../lab/model.ts'
import { readScenarios, resolve } from '../lab/scenario/library.ts'
import type { Resolved, Scenario, Vocabulary } from '../lab/scenario/types.ts'
import { type Facts, model } from '../system/model.ts'
import { unknownScenarios } from './named.ts'
import { findRoot, packageOf } from './root.ts'
import { readSources, type Sources, type Texts } from './sources.ts'

export interface Laboratory {
  readonly root: string
  /** Of the program. */
  readonly version: string
  readonly sources: Sources
  readonly pack: DataPackage
  readonly facts: Facts
  readonly frame: Frame
  readonly vocabulary: Vocabulary
  readonly scenarios: ReadonlyMap<string, Scenario>
  /** Texts of scenario files that the user named, by the name messages show. */
  readonly userFiles: Texts
  /** What household rules are compiled to here; VRAEM_NO_SIMD and VRAEM_NO_WASM ask for less than there is. */
  readonly kernels: Kernels
  /** SHA-256 of data files, of the parameter table, of the texts of language, engine, valley and system. */
  readonly hashes: { readonly data: string; readonly parameters: string; readonly model: string }
}

/**
 * Reads everything. `userFiles`: scenario files beside the shipped ones. Throws InputError with every problem of the data
 * package, or of all scenario files.
 */
export async function openLaboratory(userFiles: Texts = {}, root = findRoot()): Promise<Laboratory> {
  const sources = await readSources(root)
  const pack = loadPackage(sources.data)
  const facts = model.factsOf(pack)
  const districts = pack.tables.get('geo-districts')
  if (districts === undefined) throw new Error('the data package has no table geo-districts')
  const frame = frameOf(
    districts,
    facts.zones.map((zone) => zone.name),
  )
  const { levers, worldChoices, switches } = model
  const vocabulary: Vocabulary = { levers, worldChoices, switches, districts: frame.districts }
  const { scenarios, problems } = readScenarios({ ...sources.scenarios, ...userFiles }, vocabulary)
  throwIfAny(problems)
  return {
    root,
    version: packageOf(join(root, 'package.json')).version ?? '0',
    sources,
    pack,
    facts,
    frame,
    vocabulary,
    scenarios,
    userFiles,
    kernels: kernelsFor(process.env),
    hashes: {
      data: hashOfFiles(sources.data),
      parameters: hashOfFiles({ 'parameters.csv': sources.data['parameters.csv'] ?? '' }),
      model: hashOfFiles(sources.model),
    },
  }
}

function kernelsFor(env: Readonly<Record<string, string | undefined>>): Kernels {
  const here = kernelsHere()
  if (env.VRAEM_NO_WASM) return 'plain'
  return env.VRAEM_NO_SIMD && here === 'simd' ? 'scalar' : here
}

/** Lever values of the named scenarios. Throws InputError that names every unknown one, with near names. */
export function resolveAll(lab: Laboratory, names: readonly string[], command: string): Resolved[] {
  throwIfAny(unknownScenarios(names, [...lab.scenarios.keys()], command))
  return names.map((name) => resolve(name, lab.scenarios, lab.vocabulary))
}
