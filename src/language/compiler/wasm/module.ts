/** Kernels as one WebAssembly module. It imports its memory as env.memory and exports one function per kernel. */
import type { Declarations } from '../../rule.ts'
import type { Lowered } from '../lower.ts'
import { Bytes } from './bytes.ts'
import { I32 } from './code.ts'
import { kernel, PARAMETERS } from './kernel.ts'
import { scalarKernel } from './scalar.ts'

const MAGIC = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
const [TYPES, IMPORTS, FUNCTIONS, EXPORTS, CODE] = [1, 2, 3, 7, 10]
const LARGEST = 65_536 // pages: 4 GiB

export interface ModuleOptions {
  /** For a memory shared between workers. */
  readonly shared?: boolean
  /** false: for machines without SIMD. The bits are the same. */
  readonly vectors?: boolean
}

export function wasmModule(
  kernels: Readonly<Record<string, Lowered>>,
  decl: Declarations,
  { shared = false, vectors = true }: ModuleOptions = {},
): Uint8Array<ArrayBuffer> {
  const signature = new Bytes().byte(0x60).unsigned(PARAMETERS.length)
  signature.byte(...PARAMETERS.map(() => I32), 0)
  const memory = new Bytes().text('env').text('memory').byte(2)
  if (shared) memory.byte(3, 1).unsigned(LARGEST)
  else memory.byte(0, 1)
  const module = new Bytes().byte(...MAGIC)
  section(module, TYPES, [signature])
  section(module, IMPORTS, [memory])
  section(
    module,
    FUNCTIONS,
    Object.keys(kernels).map(() => new Bytes().unsigned(0)),
  )
  section(
    module,
    EXPORTS,
    Object.keys(kernels).map((name, k) => new Bytes().text(name).byte(0).unsigned(k)),
  )
  section(
    module,
    CODE,
    Object.values(kernels).map((lowered) => (vectors ? kernel : scalarKernel)(lowered, decl)),
  )
  return module.written.slice()
}

function section(module: Bytes, id: number, items: readonly Bytes[]): void {
  const body = new Bytes().unsigned(items.length)
  for (const item of items) body.append(item.written)
  module.byte(id).sized(body)
}
