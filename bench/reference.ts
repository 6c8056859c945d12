// The C reference: kernels as C text, built with the machine's own gcc and run as a program over the same memory.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findRoot } from '../src/host/root.ts'
import { c } from '../src/language/compiler/c/kernel.ts'
import type { Declarations, Lowered } from '../src/language/index.ts'

/** One call of a kernel: its place among the kernels, and the arguments that change. Addresses in bytes. */
export interface Call {
  readonly kernel: number
  readonly district: number
  readonly sums: number
  readonly lo: number
  readonly hi: number
}

/** What a program runs: a memory, and the calls of each month. Addresses in bytes. */
export interface Work {
  readonly memory: Uint8Array
  /** Bytes from 0 on that are set back before each time. */
  readonly restored: number
  readonly columns: number
  readonly params: number
  /** All rows of sums, zeroed before each month. */
  readonly sums: Region
  readonly firstMonth: number
  readonly seed: number
  readonly months: readonly (readonly Call[])[]
  /** What is hashed at the end. */
  readonly regions: readonly Region[]
}
export interface Region {
  readonly at: number
  readonly bytes: number
}

export interface Outcome {
  /** Households in a vector. */
  readonly lanes: number
  /** Of each time all months were run. */
  readonly ns: readonly number[]
  /** Hash of the sums of all months, and of each region at the end. */
  readonly sums: number
  readonly regions: readonly number[]
}

/** Kept by every build: no a · b + c in one operation, so the bits are the kernels'. */
const FLAGS = ['-O3', '-ffp-contract=off', '-fno-math-errno', '-Wno-psabi']

/** How `128 bits` is said to the compiler of this machine: on x86 the plain SSE4 of 2008, elsewhere what there is anyway. */
export const FLAGS_128: readonly string[] = process.arch === 'x64' ? ['-march=x86-64-v2'] : []
export const FLAGS_NATIVE: readonly string[] = process.arch === 'arm64' ? ['-mcpu=native'] : ['-march=native']

/** The version line of gcc, undefined where there is none. */
export function gccVersion(): string | undefined {
  const { status, stdout } = spawnSync('gcc', ['--version'], { encoding: 'utf8' })
  return status === 0 ? stdout.split('\n')[0] : undefined
}

/** What this machine has and `x86-64-v2` does not use: instructions of three operands, as V8 writes them; undefined without. */
export function flagsAvx(): readonly string[] | undefined {
  const { stdout } = spawnSync('gcc', ['-march=native', '-dM', '-E', '-x', 'c', '/dev/null'], { encoding: 'utf8' })
  return process.arch === 'x64' && stdout?.includes('__AVX__') ? ['-mavx'] : undefined
}

/** A folder of programs made from the same kernels. */
export class References {
  readonly #folder = mkdtempSync(join(tmpdir(), 'vraem-reference-'))
  readonly #text = join(this.#folder, 'reference.c')

  constructor(kernels: Readonly<Record<string, Lowered>>, decl: Declarations) {
    const driver = readFileSync(join(findRoot(), 'bench', 'reference.c'), 'utf8')
    const table = `typedef void Kernel(uint8_t *, int, int, int, int, int, int, int, int);
static Kernel *const kernels[] = {${Object.keys(kernels).join(', ')}};`
    writeFileSync(this.#text, [c(kernels, decl), table, driver].join('\n'))
    process.once('exit', () => this.close())
  }

  /** Builds a program and returns its path. Throws what gcc says when it refuses. */
  build(name: string, flags: readonly string[]): string {
    const program = join(this.#folder, name)
    const { status, stderr } = spawnSync('gcc', [...FLAGS, ...flags, '-o', program, this.#text, '-lm'], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`gcc ${flags.join(' ')}: ${stderr}`)
    return program
  }

  /** Writes work as a file that all programs read, and returns its path. */
  write(work: Work): string {
    const calls = work.months.flat()
    const starts = [0]
    for (const month of work.months) starts.push((starts.at(-1) as number) + month.length)
    const words = Int32Array.from([
      ...[work.memory.length, work.restored, work.columns, work.params, work.sums.at, work.sums.bytes],
      ...[work.firstMonth, work.months.length, work.seed, calls.length, work.regions.length],
      ...starts,
      ...calls.flatMap(({ kernel, district, sums, lo, hi }) => [kernel, district, sums, lo, hi]),
      ...work.regions.flatMap(({ at, bytes }) => [at, bytes]),
    ])
    const path = join(this.#folder, 'work.bin')
    writeFileSync(path, Buffer.concat([new Uint8Array(words.buffer), work.memory]))
    return path
  }

  /** Runs a program `times` times over. output: gets the memory as it is at the end. Throws when the program fails. */
  run(program: string, work: string, times: number, output?: string): Outcome {
    const words = [work, String(times), ...(output ? [output] : [])]
    const { status, signal, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`the C reference ended with ${status ?? signal}: ${stderr}`)
    return JSON.parse(stdout) as Outcome
  }

  /** Takes everything away. */
  close(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/** The hash of the C program, over whole words of a memory. */
export function hashOf(words: Int32Array, before = 0x811c9dc5): number {
  let hash = before
  for (let k = 0; k < words.length; k++) {
    hash = Math.imul(hash ^ (words[k] as number), 0x01000193)
    hash ^= hash >>> 15
  }
  return hash >>> 0
}

/**
 * Per cent of the float arithmetic in these kernels of an x86 program that works on whole vectors; undefined without objdump.
 * The rest is what is the same for all households of a block, which GCC computes once instead of four times.
 */
export function vectorShare(program: string, kernels: readonly string[]): number | undefined {
  if (process.arch !== 'x64') return undefined
  const options = { encoding: 'utf8', maxBuffer: 2 ** 28 } as const
  const { status, stdout } = spawnSync('objdump', ['-d', '--no-show-raw-insn', program], options)
  if (status !== 0) return undefined
  const functions = stdout.split('\n\n').filter((text) => kernels.some((name) => text.includes(`<${name}>:`)))
  const count = (kind: 'p' | 's') => {
    const pattern = new RegExp(`\\tv?(?:add|sub|mul|div|min|max|sqrt|cmp\\w*|round|rndscale)${kind}s\\b`, 'g')
    return functions.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0)
  }
  const [packed, single] = [count('p'), count('s')]
  return (100 * packed) / (packed + single)
}
