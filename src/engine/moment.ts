// What a mechanism sees of a world in a month: rows over the world's memory, draws, and what is set from outside.
import { monthOfYear, yearOf } from './clock.ts'
import { drawsOf } from './draws.ts'
import type { Layout, TableName } from './layout.ts'
import type { StateDeclarations } from './model.ts'
import { rowsOf, type Seen, type TableRow } from './rows.ts'
import { valuesOf } from './values.ts'

/** One access by a step, as `watch` is told. */
export interface Access {
  /** Id of the step; undefined outside of steps. */
  readonly mechanism: string | undefined
  readonly kind: 'read' | 'write' | 'draw'
  /** 'district.trust', 'sum.income', 'valley.funds', 'p.leafYield', 'lever.eradication', 'world.rain'; of a draw the stream. */
  readonly name: string
}

/** The engine's own handle on a moment. */
export interface Now {
  readonly moment: object
  /** The step that acts; kept only while somebody watches. */
  mechanism: string | undefined
  prepare(params: unknown, seed: number): void
  at(month: number, lever: unknown, world: unknown): void
}

const classes = new WeakMap<StateDeclarations, Record<TableName, ReturnType<typeof rowsOf>>>()

/** Row classes of a model, the same for all its worlds: with one class per world V8 would give up on inlining them. */
function classesOf(layout: Layout, state: StateDeclarations, seen?: (table: string) => Seen) {
  const made = classes.get(state)
  if (made && !seen) return made
  const rows = (table: TableName) => rowsOf(layout.tables[table].columns, seen?.(table === 'sums' ? 'sum' : table))
  const all = {
    district: rows('district'),
    zone: rows('zone'),
    mode: rows('mode'),
    valley: rows('valley'),
    sums: rows('sums'),
  }
  if (!seen) classes.set(state, all)
  return all
}

export function momentOf(
  state: StateDeclarations,
  layout: Layout,
  cells: Readonly<Record<TableName, Float64Array>>,
  neighbours: readonly (readonly number[])[],
  watch?: (access: Access) => void,
): Now {
  const tell = (kind: Access['kind'], name: string) => watch?.({ mechanism: now.mechanism, kind, name })
  const classOf = classesOf(layout, state, watch && ((table) => (kind, column) => tell(kind, `${table}.${column}`)))
  const rows = (table: TableName) => classOf[table](cells[table], layout.tables[table].rows)

  const sums = rows('sums')
  const district: (TableRow & { neighbours?: readonly object[] })[] = rows('district')
  district.forEach((row, d) => {
    const around = (neighbours[d] ?? []).map((n) => district[n])
    Object.assign(row, { neighbours: around, sum: sums[d] })
  })

  const draws = drawsOf(state.streams, watch && ((stream) => tell('draw', stream)))
  const outside = (name: string, value: unknown) =>
    watch && typeof value === 'object' && value !== null
      ? watched(value, (key) => tell('read', `${name}.${key}`))
      : value
  const moment = {
    district,
    zone: rows('zone'),
    mode: rows('mode'),
    valley: rows('valley')[0],
    p: undefined as unknown,
    lever: undefined as unknown,
    world: undefined as unknown,
    month: 0,
    year: yearOf(0),
    monthOfYear: 0,
    uniform: draws.uniform,
    normal: draws.normal,
  }
  const now: Now = {
    moment,
    mechanism: undefined,
    prepare(params, seed) {
      moment.p = outside('p', valuesOf(params))
      draws.seed = seed
    },
    at(month, lever, world) {
      draws.month = month
      moment.month = month
      moment.year = yearOf(month)
      moment.monthOfYear = monthOfYear(month)
      moment.lever = outside('lever', lever)
      moment.world = outside('world', world)
    },
  }
  return now
}

const watched = (target: object, seen: (key: string) => void): object =>
  new Proxy(target, {
    get(from, key) {
      if (typeof key === 'string') seen(key)
      return Reflect.get(from, key)
    },
  })
