// The laboratory opened from the files beside the page.
import { hexToBytes } from '@noble/hashes/utils.js'
import type { Code } from '../engine/machine.ts'
import { type Kernels, kernelsHere } from '../engine/support.ts'
import { InputError } from '../evidence/problem.ts'
import {
  type HouseholdsKey,
  type PackedCode,
  type PackedLaboratory,
  type PackedTexts,
  unpackHouseholds,
} from '../lab/packed.ts'
import { resolve } from '../lab/scenario/resolve.ts'
import type { Resolved, Scenario, Vocabulary } from '../lab/scenario/types.ts'
import { levers } from '../system/levers.ts'
import { switches } from '../system/switches.ts'
import { worldChoices } from '../system/world.ts'
import type { Synthesis } from '../valley/population.ts'

export interface Laboratory extends Omit<PackedLaboratory, 'scenarios' | 'households'> {
  readonly scenarios: ReadonlyMap<string, Scenario>
  readonly vocabulary: Vocabulary
  readonly code: Code
  /** What household rules are compiled to here. */
  readonly kernels: Kernels
  /** The packed sample of households; undefined where this browser cannot unpack it: each worker makes it then. */
  readonly households: Synthesis | undefined
  /** One household in so many is packed. */
  readonly sample: number
  /** Data, scenarios, checks and source texts by path, fetched when first asked for. */
  readonly texts: () => Promise<PackedTexts>
}

/** Kernels asked for; by default the fastest that runs here. Throws InputError when a file cannot be fetched. */
export async function openLaboratory({ kernels = kernelsAllowed() }: { kernels?: Kernels } = {}): Promise<Laboratory> {
  const [packed, code, block] = await Promise.all([
    fetched<PackedLaboratory>('laboratory'),
    fetched<PackedCode>(`rules-${kernels}`),
    householdsBlock(),
  ])
  const { scenarios, households: key, ...rest } = packed
  const { frame } = packed
  let texts: Promise<PackedTexts> | undefined
  return {
    ...rest,
    scenarios: new Map(scenarios.map((scenario) => [scenario.name, scenario])),
    vocabulary: { levers, worldChoices, switches, districts: frame.districts },
    code: { ...code, bytes: hexToBytes(code.bytes) as Code['bytes'] },
    kernels,
    households: block && householdsOf(key, block),
    sample: key.sample,
    texts() {
      texts ??= fetched<PackedTexts>('texts')
      return texts
    },
  }
}

/** Lever values of a scenario, shipped or of the user. Throws InputError for an unknown name. */
export const resolved = (lab: Laboratory, name: string, scenarios = lab.scenarios): Resolved =>
  resolve(name, scenarios, lab.vocabulary)

function householdsOf(key: HouseholdsKey, block: ArrayBuffer): Synthesis {
  try {
    return unpackHouseholds(key, block)
  } catch {
    return cutShort('households')
  }
}

const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)

/** The fastest that runs here: a content policy can forbid what the browser could do. */
export function kernelsAllowed(): Kernels {
  const here = kernelsHere()
  try {
    if (here !== 'plain') new WebAssembly.Module(EMPTY_MODULE)
    return here
  } catch {
    return 'plain'
  }
}

/** In memory that all workers share, where the host allows that. */
async function householdsBlock(): Promise<ArrayBuffer | undefined> {
  if (typeof DecompressionStream === 'undefined') return undefined
  const { body } = await answer('households')
  if (!body) return undefined
  const unpacked = new Response(body.pipeThrough(new DecompressionStream('gzip')))
  const block = await unpacked.arrayBuffer().catch(() => cutShort('households'))
  if (typeof SharedArrayBuffer === 'undefined' || globalThis.crossOriginIsolated !== true) return block
  const shared = new SharedArrayBuffer(block.byteLength)
  new Uint8Array(shared).set(new Uint8Array(block))
  return shared as unknown as ArrayBuffer
}

async function fetched<T>(key: string): Promise<T> {
  const response = await answer(key)
  return response.json().catch(() => cutShort(key)) as Promise<T>
}

async function answer(key: string): Promise<Response> {
  const name = nameOf(key)
  const address = new URL(name, import.meta.url)
  const response = await fetch(address).catch((error: unknown) => unread('cannot-fetch', name, String(error)))
  return response.ok ? response : unread('cannot-read', name, `the server answers ${response.status}`)
}

const nameOf = (key: string): string => import.meta.packed[key] ?? key
const cutShort = (key: string): never => unread('cut-short', nameOf(key), 'its end is missing, or it is damaged')

function unread(code: string, name: string, why: string): never {
  throw new InputError([
    {
      code,
      file: name,
      what: `cannot be fetched: ${why}`,
      expected: 'a file beside this page',
      todo: 'check the connection and load the page again',
    },
  ])
}
