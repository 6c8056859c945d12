// The laboratory as files of a page: what a run needs, as JSON, and the households as one block of bytes.
import type { Code } from '../engine/index.ts'
import type { Parameter } from '../evidence/parameters.ts'
import type { Facts } from '../system/model.ts'
import type { Synthesis } from '../valley/population.ts'
import type { DrawList } from './draws.ts'
import type { Credentials } from './marks.ts'
import type { Frame } from './model.ts'
import type { Scenario } from './scenario/types.ts'

/** laboratory.json: everything that a run needs besides compiled rules and households. */
export interface PackedLaboratory {
  /** Of the program. */
  readonly version: string
  /** SHA-256 of data files, of the parameter table, of the texts of the model. */
  readonly hashes: { readonly data: string; readonly parameters: string; readonly model: string }
  readonly facts: Facts
  readonly frame: Frame
  readonly parameters: readonly Parameter[]
  readonly scenarios: readonly Scenario[]
  /** The list that is used when nothing else is said. */
  readonly draws: DrawList
  /** What marks of these draws are made from. */
  readonly credentials: Credentials
  /** How the block of households is to be read. */
  readonly households: HouseholdsKey
}

/** texts.json: what evidence pages and edited rules need; `data/…`, `scenarios/…`, `checks/…` and `src/…`, by path. */
export type PackedTexts = Readonly<Record<string, string>>

/** rules-*.json: compiled rules; bytes of a module as hexadecimal digits. */
export type PackedCode = Omit<Code, 'bytes'> & { readonly bytes: string }

export interface HouseholdsKey {
  readonly sample: number
  readonly seed: number
  readonly holderShare: readonly number[]
  readonly vacant: Readonly<Record<string, number>>
  /** In the order of the block, each from the next multiple of four on. */
  readonly parts: readonly HouseholdPart[]
}
export interface HouseholdPart {
  /** A column, or `.id`, `.district`, `.cohort`, `.typeDraw`, `.holder`. */
  readonly name: string
  readonly type: keyof typeof ARRAYS
  readonly length: number
}

const ARRAYS = { Float32Array, Int32Array, Uint8Array, Uint8ClampedArray, Uint16Array } as const
type ArrayOf = new (block: ArrayBuffer, at: number, length: number) => Numbers
const OWN = ['id', 'district', 'cohort', 'typeDraw', 'holder'] as const

type Numbers = Float32Array | Int32Array | Uint8Array | Uint8ClampedArray | Uint16Array

const padded = (bytes: number): number => Math.ceil(bytes / 4) * 4

/** Households as a key and a block of bytes (of this machine's byte order, as all that run a browser have: little-endian). */
export function packHouseholds(population: Synthesis): { key: HouseholdsKey; bytes: Uint8Array } {
  const { sample, seed, holderShare, vacant = {} } = population
  const named: [string, Numbers][] = [
    ...Object.entries(population.columns),
    ...OWN.map((name): [string, Numbers] => [`.${name}`, population[name]]),
  ]
  const parts = named.map(([name, numbers]) => ({
    name,
    type: numbers[Symbol.toStringTag] as HouseholdPart['type'],
    length: numbers.length,
  }))
  const bytes = new Uint8Array(named.reduce((sum, [, { byteLength }]) => sum + padded(byteLength), 0))
  let at = 0
  for (const [, numbers] of named) {
    bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at)
    at += padded(numbers.byteLength)
  }
  return { key: { sample, seed, holderShare: [...holderShare], vacant, parts }, bytes }
}

/** The households again. Throws RangeError when the block is not that of the key. */
export function unpackHouseholds(key: HouseholdsKey, block: ArrayBuffer): Synthesis {
  const found: Record<string, Numbers> = {}
  let at = 0
  for (const { name, type, length } of key.parts) {
    found[name] = new (ARRAYS[type] as ArrayOf)(block, at, length)
    at += padded(length * ARRAYS[type].BYTES_PER_ELEMENT)
  }
  if (at !== block.byteLength) throw new RangeError(`the block of households has ${block.byteLength} bytes, not ${at}`)
  const entries = Object.entries(found)
  const own = Object.fromEntries(
    entries.flatMap(([name, numbers]) => (name[0] === '.' ? [[name.slice(1), numbers]] : [])),
  )
  const columns = Object.fromEntries(entries.filter(([name]) => name[0] !== '.'))
  const { sample, seed, vacant } = key
  const holderShare = Float64Array.from(key.holderShare)
  return { ...own, columns, sample, seed, holderShare, vacant } as unknown as Synthesis
}
