/** Rules to a WebAssembly module, in one call. Pure: the same in a build step, a worker or a page. */
import type { Declarations } from '../rule.ts'
import { Library } from './library.ts'
import { type Lowered, type LowerOptions, lower } from './lower.ts'
import { distinct, type LanguageProblem, Refused } from './problem.ts'
import type { Files } from './source.ts'
import type { Gap } from './wasm/gaps.ts'
import { type ModuleOptions, wasmModule } from './wasm/module.ts'

export type CompileOptions = LowerOptions & ModuleOptions

export interface Compiled {
  /** A WebAssembly module that imports its memory as env.memory and exports each kernel under its name. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** With the option `gaps`: where addresses of columns are missing, for `filled`. */
  readonly gaps: readonly Gap[]
  readonly kernels: Readonly<Record<string, Lowered>>
}

/**
 * A compiled kernel. columns, district, params, sums: addresses in bytes of the table of column addresses (i32, order of
 * declaration), the district's row (f32), the row of parameters (f32) and the block's row of sums (f64, added to).
 * Households lo (a multiple of four) to hi − 1; those from hi on keep their values. month 0 … 2047; seed any 32-bit integer.
 */
export type Kernel = (
  columns: number,
  district: number,
  params: number,
  sums: number,
  lo: number,
  hi: number,
  month: number,
  seed: number,
) => void

/**
 * kernels: name -> rules fused in this order. Throws Refused with the mistakes of all kernels.
 * files: the rule files and every file they import from, except the primitives and what is not read by rules.
 */
export function compile(
  files: Files,
  kernels: Readonly<Record<string, readonly string[]>>,
  decl: Declarations,
  options: CompileOptions = {},
): Compiled {
  const library = new Library(files)
  const lowered: Record<string, Lowered> = {}
  const problems: LanguageProblem[] = []
  for (const [kernel, names] of Object.entries(kernels)) {
    try {
      lowered[kernel] = lower(library, names, decl, options)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      problems.push(...error.problems)
    }
  }
  if (problems.length) throw new Refused(distinct(problems))
  return { ...wasmModule(lowered, decl, options), kernels: lowered }
}
