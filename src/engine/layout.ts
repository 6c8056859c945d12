// Where everything lies in the memory of a world: first the state, which snapshots and hashes cover, then what kernels are
// handed anew before each call.
import type { StateDeclarations } from './model.ts'

/** How many rows each table has. */
export interface Sizes {
  /** Household slots, a multiple of four. */
  readonly slots: number
  readonly districts: number
  readonly zones: number
  readonly modes: number
  /** Cohorts of all districts; zero where nobody moves. */
  readonly groups?: number
}

/** A household column: one number per slot. `at`: byte address. */
export interface ColumnPlace {
  readonly name: string
  readonly type: 'i32' | 'f32' | 'u8'
  readonly at: number
}

/** A table of f64 numbers, row after row, the columns of a row in the order of declaration. */
export interface TablePlace {
  readonly at: number
  readonly rows: number
  readonly columns: readonly string[]
}

export const TABLES = ['district', 'zone', 'mode', 'valley', 'sums'] as const
export type TableName = (typeof TABLES)[number]

export interface Layout {
  readonly slots: number
  /** The stored household columns, `id` first; flows have no memory. */
  readonly columns: readonly ColumnPlace[]
  readonly tables: Readonly<Record<TableName, TablePlace>>
  /** First slots of all cohorts and then their ends, i32: part of the state where households move. */
  readonly groups: number
  /** The state is the bytes from 0 to here. */
  readonly state: number
  /** Kernel arguments: the i32 table of column addresses, one f32 row per district, the f32 row of parameters. */
  readonly addresses: number
  readonly districtRows: number
  readonly paramRow: number
  /** Size in pages of 64 KiB. */
  readonly pages: number
}

const BYTES = { i32: 4, f32: 4, u8: 1 } as const
const LINE = 64

/** Pure: equal declarations and sizes give equal layouts, so a snapshot fits every world of its model and population. */
export function layoutOf(state: StateDeclarations, sizes: Sizes, params: number): Layout {
  let end = 0
  const take = (bytes: number): number => {
    const at = end
    // a spare line after each: columns of a power-of-two size would otherwise all compete for the same cache sets
    end = Math.ceil((at + bytes) / LINE) * LINE + LINE
    return at
  }
  const stored = Object.entries(state.household).filter(([, column]) => !column.flow)
  const columns: ColumnPlace[] = [
    { name: 'id', type: 'i32' as const, at: take(4 * sizes.slots) },
    ...stored.map(([name, { type = 'f32' }]) => ({ name, type, at: take(BYTES[type] * sizes.slots) })),
  ]
  const table = (quantities: object, rows: number): TablePlace => {
    const names = Object.keys(quantities)
    return { at: take(8 * rows * names.length), rows, columns: names }
  }
  const tables = {
    district: table(state.district, sizes.districts),
    zone: table(state.zone, sizes.zones),
    mode: table(state.mode, sizes.modes),
    valley: table(state.valley, 1),
    sums: table(state.sums, sizes.districts),
  }
  const groups = sizes.groups ? take(8 * sizes.groups + 4) : end
  const stateEnd = end
  const addresses = take(4 * (1 + Object.keys(state.household).length))
  const districtRows = take(4 * sizes.districts * tables.district.columns.length)
  const paramRow = take(4 * params)
  return {
    slots: sizes.slots,
    columns,
    tables,
    groups,
    state: stateEnd,
    addresses,
    districtRows,
    paramRow,
    pages: Math.ceil(end / 65536),
  }
}
