// The household rules as kernels, as JavaScript and as C, over the same households and months, in turns.
import { oracle } from '../src/language/index.ts'
import type { Ratio, Row } from './figures.ts'
import { bytesMoved, FIRST, type Household, householdOf, LENGTH, SEED, workOf } from './household.ts'
import {
  FLAGS_128,
  FLAGS_NATIVE,
  flagsAvx,
  gccVersion,
  hashOf,
  type Outcome,
  References,
  vectorShare,
} from './reference.ts'
import type { Bench } from './valley.ts'

const ROUNDS = 7
const WARMING = 4
/** Households that the slow oracle runs. */
const FEW = 4096

export interface Kernels {
  readonly rows: Row[]
  readonly ratios: Ratio[]
  /** What is to be said beside the figures. */
  readonly notes: string[]
}

/** Medians of the rounds in nanoseconds per household-month; ratios are medians of the ratios within a round. */
export function kernels(bench: Bench): Kernels {
  const household = householdOf(bench)
  for (let k = 0; k < WARMING; k++) timeKernel(household) // until the optimising compiler is through
  const notes: string[] = []
  const programs = programsOf(household, notes)
  const act = oracleOf(bench, household)
  const [kernel, slow]: number[][] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    timeKernel(household) // the first year warms the memory, here as in C
    kernel?.push(timeKernel(household))
    if (round % 3 === 0) slow?.push(act())
    programs?.time()
  }
  const [ns, slowNs] = [median(kernel ?? []), median(slow ?? [])]
  const found: Kernels = {
    rows: [each('household_ns', ns), each('household_ns_oracle', slowNs), ...bandwidth(household, ns)],
    ratios: [{ name: 'oracle_to_kernel', value: slowNs / ns }],
    notes,
  }
  programs?.report(found, kernel ?? [])
  return found
}

/** Undefined, with a note why, where there is no compiler or it does not take the text. */
function programsOf(household: Household, notes: string[]): Programs | undefined {
  try {
    if (gccVersion() !== undefined) return new Programs(household)
    notes.push('There is no gcc here, so there is no comparison with C.')
  } catch (error) {
    notes.push(`There is no comparison with C: ${error instanceof Error ? error.message : error}`)
  }
}

/** The kernels in C: at 128 bits, at 128 bits with the encoding that V8 uses where it can, and at the width of the machine. */
class Programs {
  readonly #household: Household
  readonly #references: References
  readonly #work: string
  readonly #made: readonly { name: string; flags: readonly string[]; path: string; ns: number[]; last?: Outcome }[]

  constructor(household: Household) {
    this.#household = household
    this.#references = new References(household.lowered, household.decl)
    this.#work = this.#references.write(workOf(household))
    const avx = flagsAvx()
    this.#made = [
      { name: 'c_128', flags: [...FLAGS_128, '-DLANES=4'] },
      ...(avx ? [{ name: 'c_128_avx', flags: [...avx, '-DLANES=4'] }] : []),
      { name: 'c_native', flags: FLAGS_NATIVE },
    ].map(({ name, flags }) => ({ name, flags, path: this.#references.build(name, flags), ns: [] }))
  }

  /** Each program once, in a process of its own; its second year counts. */
  time(): void {
    for (const one of this.#made) {
      one.last = this.#references.run(one.path, this.#work, 2)
      one.ns.push((one.last.ns[1] as number) / LENGTH / this.#household.count)
    }
  }

  report({ rows, ratios, notes }: Kernels, kernel: readonly number[]): void {
    const expected = hashesOf(this.#household)
    notes.push(`C by ${gccVersion()}, -O3 -ffp-contract=off and`)
    let same = true
    for (const { name, flags, path, ns, last } of this.#made) {
      rows.push(each(`household_ns_${name}`, median(ns)))
      ratios.push({ name: `kernel_to_${name}`, value: median(kernel.map((one, k) => one / (ns[k] as number))) })
      notes.push(`  ${name}: ${flags.join(' ')}: vectors of ${last?.lanes} households`)
      const other = last === undefined ? ['everything'] : different(expected, last)
      if (other.length > 0) notes.push(`  ${name} differs from the kernel in ${other.join(', ')}`)
      same &&= other.length === 0
      const share = vectorShare(path, Object.keys(this.#household.lowered))
      if (share !== undefined) rows.push({ name: `${name}_vector_code`, value: share, unit: '% of float arithmetic' })
    }
    rows.push({ name: 'c_same_bits', value: same ? 1 : 0, unit: '1 = columns and sums of all months agree' })
    this.#references.close()
  }
}

const each = (name: string, value: number): Row => ({ name, value, unit: 'ns/household-month' })

function timeKernel({ restore, act, count }: Household): number {
  restore()
  const began = performance.now()
  for (let k = 0; k < LENGTH; k++) act(k)
  return (1e6 * (performance.now() - began)) / LENGTH / count
}

type Hashes = Pick<Outcome, 'sums' | 'regions'> & { readonly names: readonly string[] }

/** Hashes of what the kernels make of the year, as the C program takes them. */
function hashesOf({ world, restore, act }: Household): Hashes {
  restore()
  const { sums } = world.cells
  const words = new Int32Array(sums.buffer, sums.byteOffset, 2 * sums.length)
  let all = hashOf(new Int32Array())
  for (let k = 0; k < LENGTH; k++) {
    act(k)
    all = hashOf(words, all)
  }
  const { columns, slots } = world.layout
  return {
    names: columns.map(({ name }) => name),
    sums: all >>> 0,
    regions: columns.map(({ at, type }) => hashOf(new Int32Array(sums.buffer, at, type === 'u8' ? slots / 4 : slots))),
  }
}

/** What the two do not agree on. */
const different = (a: Hashes, b: Outcome): string[] => [
  ...(a.sums === b.sums ? [] : ['the sums']),
  ...a.names.filter((_, k) => a.regions[k] !== b.regions[k]),
]

/** The rules as JavaScript, every operation rounded to f32, on the first households; gives nanoseconds. */
function oracleOf(bench: Bench, { world, decl, stages, restore }: Household): () => number {
  const { layout, household, id, cells } = world
  const acts = stages.map(({ rules, when }) => ({
    act: oracle(bench.files, rules, decl),
    share: when === 'review' ? 1 / 12 : 1,
  }))
  return () => {
    restore()
    const run = {
      columns: { id, ...household },
      district: Float32Array.from(cells.district.subarray(0, layout.tables.district.columns.length)),
      params: Float32Array.from(Object.keys(decl.param), (name) => bench.central[name as keyof typeof bench.central]),
      sums: new Float64Array(layout.tables.sums.columns.length),
      lo: 0,
      hi: FEW,
      month: FIRST,
      seed: SEED,
    }
    return acts.reduce((ns, { act, share }) => {
      const began = performance.now()
      act(run)
      return ns + (share * 1e6 * (performance.now() - began)) / FEW
    }, 0)
  }
}

/** What the columns take of the memory's speed, against a copy of 64 MB, both ways counted. */
function bandwidth(household: Household, ns: number): Row[] {
  const [bytes, copied] = [bytesMoved(household), 2 ** 26]
  const [from, to] = [new Uint8Array(copied).fill(1), new Uint8Array(copied)]
  const times = Array.from({ length: 7 }, () => {
    const began = performance.now()
    to.set(from)
    return performance.now() - began
  })
  const machine = (2 * copied) / (1e6 * median(times))
  return [
    { name: 'household_bytes', value: bytes, unit: 'B/household-month, columns loaded and stored' },
    { name: 'bandwidth_used', value: bytes / ns, unit: 'GB/s' },
    { name: 'bandwidth_copy', value: machine, unit: 'GB/s, a copy of 64 MB on one thread' },
    { name: 'bandwidth_share', value: (100 * bytes) / ns / machine, unit: '%' },
  ]
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
