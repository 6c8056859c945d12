// Household rules as machine code or as plain steps, on the memory of one world.
import { stepwise } from '../language/stepwise.ts'
import type { Blocks } from './blocks.ts'
import { refuse } from './fault.ts'
import type { Layout } from './layout.ts'
import type { Machine, MomentShape } from './machine.ts'

export type Kernel = (
  columns: number,
  district: number,
  params: number,
  sums: number,
  low: number,
  high: number,
  month: number,
  seed: number,
) => void

/** The memory of a world, and the kernels that work on it. */
export interface Works {
  readonly buffer: ArrayBufferLike
  /** By name. */
  readonly kernels: Readonly<Record<string, Kernel>>
}

/** Throws ModelError when the code wants a shared memory and there is none. */
export function worksOf<M extends MomentShape>({ code, moduleFor }: Machine<M>, layout: Layout): Works {
  const { pages } = layout
  if (code.shared && typeof SharedArrayBuffer === 'undefined')
    refuse([
      {
        where: 'memory',
        what: 'cannot be shared between workers here',
        expected: 'SharedArrayBuffer, which a page has when it is served with COOP and COEP headers',
        todo: 'build the machine without `shared`: each worker then has a memory of its own',
      },
    ])
  if (!moduleFor) {
    const bytes = 65_536 * pages
    const buffer = code.shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes)
    const kernels = Object.entries(code.steps).map(([name, steps]) => [name, stepwise(steps, buffer)])
    return { buffer, kernels: Object.fromEntries(kernels) }
  }
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: code.shared })
  const { exports } = new WebAssembly.Instance(moduleFor(layout), { env: { memory } })
  return { buffer: memory.buffer, kernels: exports as unknown as Record<string, Kernel> }
}

/** Runs one kernel over the households whose turn it is. seed: any 32-bit integer. */
export type RunStage = (month: number, seed: number) => void

/**
 * Makes the runner of a stage. The districts' f32 rows get the values of the month, then the blocks of each run in order,
 * each adding to the district's sums: the same blocks give the same bits.
 *
 * blocks: those whose turn it is in a month of the year, district by district.
 */
export function stageRunner(
  kernel: Kernel,
  layout: Layout,
  buffer: ArrayBufferLike,
  blocks: (monthOfYear: number, district: number) => Blocks,
): RunStage {
  const { district, sums } = layout.tables
  const width = district.columns.length
  const cells = new Float64Array(buffer, district.at, district.rows * width)
  const rows = new Float32Array(buffer, layout.districtRows, district.rows * width)

  return (month, seed) => {
    const monthOfYear = month % 12
    // all columns: one pass over the table is quicker than picking out those that the rules read
    rows.set(cells)
    for (let d = 0; d < district.rows; d++) {
      const { starts, low, high } = blocks(monthOfYear, d)
      const end = starts[d + 1] as number
      let block = starts[d] as number
      if (block === end) continue
      const row = layout.districtRows + 4 * d * width
      const sum = sums.at + 8 * d * sums.columns.length
      for (; block < end; block++)
        kernel(layout.addresses, row, layout.paramRow, sum, low[block] as number, high[block] as number, month, seed)
    }
  }
}
