/** Packs the laboratory into the files that a page opens it from. */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Kernels } from '../engine/index.ts'
import { moduleOf } from '../engine/written.ts'
import { centralValues, type DrawList } from '../lab/draws.ts'
import type { Credentials } from '../lab/marks.ts'
import { same } from '../lab/member.ts'
import { type PackedCode, type PackedLaboratory, packHouseholds } from '../lab/packed.ts'
import { textsOf } from '../lab/texts.ts'
import { model } from '../system/model.ts'
import { compiled } from './code.ts'
import type { Laboratory } from './laboratory.ts'
import { populationOf } from './population.ts'

/** One household in so many is what a page runs unless it asks for more. */
export const PAGE_SAMPLE = 20
const KERNELS: readonly Kernels[] = ['simd', 'scalar', 'plain']

export interface PackedFile {
  /** As code asks for it: `laboratory`, `households`, `written`, `texts`, `rules-simd`, … */
  readonly key: string
  /** Holds the beginning of the hash of its bytes: a file of that name never changes. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** The files of a page. `draws`: the list that a page runs, with its credentials; the seed of its households. */
export function packedFiles(lab: Laboratory, draws: DrawList, credentials: Credentials): PackedFile[] {
  const { facts, frame, pack, version, hashes } = lab
  const values = centralValues(pack.parameters, model.switches)
  const households = packHouseholds(populationOf(facts, values, { sample: PAGE_SAMPLE, seed: draws.seed }))
  const laboratory: PackedLaboratory = {
    version,
    hashes,
    facts,
    frame,
    parameters: pack.parameters,
    scenarios: [...lab.scenarios.values()],
    draws,
    credentials,
    households: households.key,
  }
  const { data, draws: lists, scenarios, checks, model: texts } = lab.sources
  const below = Object.fromEntries(Object.entries(data).map(([path, text]) => [`data/${path}`, text]))
  return [
    jsonFile('laboratory', laboratory),
    // a host may not compress a file of no known type
    fileOf('households', 'gz', gzipSync(households.bytes, { level: 9 })),
    ...KERNELS.map((kernels) => jsonFile(`rules-${kernels}`, packedCode(lab, kernels))),
    // good hosts forbid code from text: a module is none
    fileOf('written', 'js', new TextEncoder().encode(moduleOf(textsOf(model, values)))),
    jsonFile('texts', { ...below, ...lists, ...scenarios, ...checks, ...texts }),
  ]
}

function packedCode(lab: Laboratory, kernels: Kernels): PackedCode {
  const code = compiled({ ...lab, kernels }, {})
  return { ...code, bytes: bytesToHex(code.bytes) }
}

/** Throws when something in the value is lost in JSON, such as −0 or an infinite number. */
function jsonFile(key: string, value: unknown): PackedFile {
  const text = JSON.stringify(value)
  if (!same(defined(value), JSON.parse(text))) throw new Error(`${key} holds what JSON cannot`)
  return fileOf(key, 'json', new TextEncoder().encode(text))
}

function fileOf(key: string, ending: string, bytes: Uint8Array): PackedFile {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  return { key, name: `${key}-${hash}.${ending}`, bytes }
}

/** The value without members that are not set. */
function defined(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) throw new Error('a list of bytes or numbers is not JSON')
  if (Array.isArray(value)) return value.map(defined)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, of]) => (of === undefined ? [] : [[key, defined(of)]])),
  )
}
