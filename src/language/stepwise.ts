/**
 * Runs kernels without WebAssembly: each step of a kernel is one loop over a few households, in arrays of f32, which round as the
 * vectors of the WebAssembly kernels do. The bits are the same; no text is evaluated, so it runs under any content policy.
 */
import { type Act, acts } from './acts.ts'
import type { Kernel } from './compiler/compile.ts'

/** One operation on registers; `value` is a constant operand, or the place of a column, district value or parameter. */
export interface Step {
  readonly op: string
  readonly out: number
  readonly args: readonly number[]
  readonly value: number
}

/** A sum over households: `before` and `after` hold it around a household; steps lead from one to the other. */
export interface SumSteps {
  readonly place: number
  readonly before: number
  readonly after: number
  readonly steps: readonly Step[]
}

/** A kernel as plain data. */
export interface KernelSteps {
  readonly registers: number
  readonly constants: readonly { readonly out: number; readonly value: number; readonly float: boolean }[]
  /** What is the same for all households of a call. */
  readonly block: readonly Step[]
  /** Registers of the block that households read. */
  readonly shared: readonly number[]
  readonly household: readonly Step[]
  readonly sums: readonly SumSteps[]
  readonly stores: readonly { readonly place: number; readonly byte: boolean; readonly from: number }[]
}

/** Households at a time: a multiple of four, so that a household's lane in a sum is its place here. */
const WIDTH = 128
const LANES = 4

/** A kernel over this memory, called as a WebAssembly kernel is. */
export function stepwise(kernel: KernelSteps, buffer: ArrayBufferLike): Kernel {
  const floats = Array.from({ length: kernel.registers }, () => new Float32Array(WIDTH))
  const ints = floats.map((one) => new Int32Array(one.buffer))
  const [F, I, B] = [new Float32Array(buffer), new Int32Array(buffer), new Uint8Array(buffer)]
  const totals = new Float64Array(buffer)
  const call = { columns: 0, district: 0, params: 0, first: 0, month: 0, seed: 0 }
  const places = { floats, ints, F, I, B, call }
  const act = (step: Step): Act => acts(step, places)
  const block = kernel.block.map(act)
  const household = kernel.household.map(act)
  const sums = kernel.sums.map((sum) => addingOf(sum, floats, sum.steps.map(act)))
  for (const { out, value, float } of kernel.constants) (float ? floats : ints)[out]?.fill(value)

  return (columns, district, params, sumsAt, lo, hi, month, seed) => {
    Object.assign(call, { columns, district, params, month, seed })
    for (let k = 0; k < block.length; k++) (block[k] as Act)(0, 1)
    const width = Math.min(WIDTH, hi - lo)
    for (const register of kernel.shared) ints[register]?.fill(ints[register]?.[0] as number, 1, width)
    for (const { lanes } of sums) lanes.fill(0)
    for (let first = lo; first < hi; first += WIDTH) {
      call.first = first
      const n = Math.min(WIDTH, hi - first)
      for (let k = 0; k < household.length; k++) (household[k] as Act)(0, n)
      for (const sum of sums) addUp(sum, n)
      for (const { place, byte, from } of kernel.stores) {
        const at = I[(columns >> 2) + place] as number
        const values = (floats[from] as Float32Array).subarray(0, n)
        if (byte) B.set(values, at + first)
        else F.set(values, (at >> 2) + first)
      }
    }
    for (const { place, lanes } of sums) {
      const [a, b, c, d] = lanes as unknown as [number, number, number, number]
      totals[(sumsAt >> 3) + place] = (totals[(sumsAt >> 3) + place] as number) + (a + b + c + d)
    }
  }
}

/** A sum at work. */
interface Adding {
  readonly place: number
  readonly before: Float32Array
  readonly after: Float32Array
  readonly chain: readonly Act[]
  /** What is added, where the chain is one addition. */
  readonly added: Float32Array | undefined
  readonly lanes: Float32Array
}

function addingOf({ place, before, after, steps }: SumSteps, floats: readonly Float32Array[], chain: Act[]): Adding {
  const [only, second] = steps
  const added = only?.op === 'add' && second === undefined ? only.args.find((arg) => arg !== before) : undefined
  const of = (register: number) => floats[register] as Float32Array
  const lanes = new Float32Array(LANES)
  return { place, before: of(before), after: of(after), chain, added: added === undefined ? added : of(added), lanes }
}

/** Every lane of a sum goes from household to household: four of them at a time, and in one loop where a sum is one addition. */
function addUp({ before, after, chain, added, lanes }: Adding, n: number): void {
  if (added) {
    for (let k = 0; k < n; k++) lanes[k & 3] = (lanes[k & 3] as number) + (added[k] as number)
    return
  }
  for (let from = 0; from < n; from += LANES) {
    const to = Math.min(n, from + LANES)
    for (let k = from; k < to; k++) before[k] = lanes[k - from] as number
    for (let k = 0; k < chain.length; k++) (chain[k] as Act)(from, to)
    for (let k = from; k < to; k++) lanes[k - from] = after[k] as number
  }
}
