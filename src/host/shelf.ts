/** Values of an ensemble that is too large for memory, read from the file of its finished members a block of cells at a time. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Shelf } from '../lab/ensemble.ts'
import { readyFolder } from './folder.ts'
import { type MemberLog, openMembers } from './members.ts'

/** An ensemble of at most so many bytes stays in memory. */
export const IN_MEMORY = 4 << 20
/** Room for the blocks of all scenarios together, however many members there are. */
const BLOCKS = 8 << 20

/** log: has each member before it is put here. length: values of a member under one scenario. */
export function fileShelf(log: MemberLog, scenarios: number, length: number, room = BLOCKS): Shelf {
  const order: number[] = []
  const blocks = new Map<number, Block>()
  return {
    put({ index }) {
      order.push(index)
      blocks.clear()
    },
    take(scenario, cell, into) {
      let block = blocks.get(scenario)
      if (block === undefined || cell < block.from || cell >= block.from + block.width) {
        const width = Math.max(1, Math.floor(room / scenarios / 8 / order.length))
        // the room of the last block is used again
        block = read(log, order, scenario, length, cell, Math.min(width, length - cell), block?.values)
        blocks.set(scenario, block)
      }
      for (let k = 0; k < into.length; k++) into[k] = block.values[k * block.width + cell - block.from] as number
    },
  }
}

/** Cells from … of every member: the cells of one member side by side. */
interface Block {
  readonly from: number
  readonly width: number
  readonly values: Float64Array
}

function read(
  log: MemberLog,
  order: readonly number[],
  scenario: number,
  length: number,
  from: number,
  width: number,
  old: Float64Array | undefined,
): Block {
  const size = width * order.length
  const values = old !== undefined && old.length >= size ? old : new Float64Array(size)
  order.forEach((index, k) => {
    log.values(index, scenario, length, from, values.subarray(k * width, (k + 1) * width))
  })
  return { from, width, values }
}

let spools = 0

/** A file for an ensemble that nobody wants to keep: its name is taken away at once, its room when the program ends. */
export async function spool(root: string): Promise<MemberLog> {
  const file = join(await readyFolder(join(root, 'out')), `.members-${process.pid}-${spools++}.tmp`)
  const log = openMembers(file, '0'.repeat(64))
  rmSync(file, { force: true })
  return log
}
