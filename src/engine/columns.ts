// Views of the household columns, and a look over all numbers of a world.
import type { Layout } from './layout.ts'

export interface HouseholdViews {
  readonly id: Int32Array
  readonly household: Readonly<Record<string, Float32Array | Uint8ClampedArray>>
}

export function viewColumns({ columns, slots }: Layout, buffer: ArrayBufferLike): HouseholdViews {
  const household: Record<string, Float32Array | Uint8ClampedArray> = {}
  let id = new Int32Array()
  for (const { name, type, at } of columns)
    if (type === 'i32') id = new Int32Array(buffer as ArrayBuffer, at, slots)
    else
      household[name] = type === 'u8' ? new Uint8ClampedArray(buffer, at, slots) : new Float32Array(buffer, at, slots)
  return { id, household }
}

/** A number that is NaN or infinite. */
export interface NonFinite {
  /** 'household.cash', 'district.trust', 'sums.income'. */
  readonly where: string
  /** Slot of the household, or row of the table. */
  readonly row: number
  readonly value: number
}

/** The first number of a world that is not finite, households before tables; undefined when all are. */
export function firstNonFinite(world: {
  readonly layout: Layout
  readonly household: HouseholdViews['household']
  readonly cells: Readonly<Record<keyof Layout['tables'], Float64Array>>
}): NonFinite | undefined {
  for (const [name, column] of Object.entries(world.household)) {
    const row = column.findIndex((value) => !Number.isFinite(value))
    if (row >= 0) return { where: `household.${name}`, row, value: column[row] as number }
  }
  for (const [name, { columns }] of Object.entries(world.layout.tables)) {
    const cells = world.cells[name as keyof Layout['tables']]
    const at = cells.findIndex((value) => !Number.isFinite(value))
    if (at < 0) continue
    const row = Math.floor(at / columns.length)
    return { where: `${name}.${columns[at - row * columns.length]}`, row, value: cells[at] as number }
  }
  return undefined
}
