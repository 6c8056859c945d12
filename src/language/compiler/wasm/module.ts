/** Kernels as one WebAssembly module. It imports its memory as env.memory and exports one function per kernel. */
import type { Declarations } from '../../rule.ts'
import type { Lowered } from '../lower.ts'
import { Bytes } from './bytes.ts'
import { Code, END, I32, V128 } from './code.ts'
import type { Gap } from './gaps.ts'
import { kernel, PARAMETERS } from './kernel.ts'
import { scalarKernel } from './scalar.ts'

const MAGIC = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
const [TYPES, IMPORTS, FUNCTIONS, GLOBALS, EXPORTS, BODIES] = [1, 2, 3, 6, 7, 10]
const LARGEST = 65_536 // pages: 4 GiB

export interface ModuleOptions {
  /** For a memory shared between workers. */
  readonly shared?: boolean
  /** false: for machines without SIMD. The bits are the same. */
  readonly vectors?: boolean
  /** Leaves gaps for the addresses of the columns, which `filled` fills in; kernels with vectors only. */
  readonly gaps?: boolean
}

export interface Module {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** None when kernels read the addresses from their table. */
  readonly gaps: readonly Gap[]
}

export function wasmModule(
  kernels: Readonly<Record<string, Lowered>>,
  decl: Declarations,
  { shared = false, vectors = true, gaps = false }: ModuleOptions = {},
): Module {
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
  if (vectors) section(module, GLOBALS, globalsOf(kernels))
  section(
    module,
    EXPORTS,
    Object.keys(kernels).map((name, k) => new Bytes().text(name).byte(0).unsigned(k)),
  )
  section(
    module,
    BODIES,
    Object.values(kernels).map((lowered) => (vectors ? kernel(lowered, decl, gaps) : scalarKernel(lowered, decl))),
  )
  return { bytes: module.written.slice(), gaps: module.gaps }
}

/** The lanes of the sums, for one kernel after the other: variables of four zeros. */
function globalsOf(kernels: Readonly<Record<string, Lowered>>): Bytes[] {
  const most = Math.max(0, ...Object.values(kernels).map(({ sums }) => sums.size))
  return Array.from({ length: most }, () =>
    new Bytes().byte(V128, 1).append(new Code(0).constant('float', 0)).byte(END),
  )
}

function section(module: Bytes, id: number, items: readonly Bytes[]): void {
  const body = new Bytes().unsigned(items.length)
  for (const item of items) body.append(item)
  module.byte(id).sized(body)
}
