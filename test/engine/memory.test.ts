import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWorld } from '../../src/engine/index.ts'
import { type Layout, layoutOf } from '../../src/engine/layout.ts'
import { rowsOf } from '../../src/engine/rows.ts'
import { machineOf, population, tablesOf, worldOf } from './toy/model.ts'
import { state } from './toy/state.ts'

const BYTES = { i32: 4, f32: 4, u8: 1 }

function placesOf(layout: Layout): (readonly [number, number])[] {
  const columns = layout.columns.map(({ at, type }) => [at, BYTES[type] * layout.slots] as const)
  const tables = Object.values(layout.tables).map(({ at, rows, columns }) => [at, 8 * rows * columns.length] as const)
  const { district } = layout.tables
  const scratch = [
    [layout.addresses, 4 * (1 + Object.keys(state.household).length)],
    [layout.districtRows, 4 * district.rows * district.columns.length],
    [layout.paramRow, 4 * 9],
  ] as const
  return [...columns, ...tables, ...scratch]
}

describe('the layout', () => {
  const sizes = fc.record({
    slots: fc.nat(3000).map((n) => 4 * n),
    districts: fc.nat(100),
    zones: fc.nat(9),
    modes: fc.nat(9),
  })

  it('gives every array its own aligned bytes inside the memory', () => {
    const property = fc.property(sizes, (given) => {
      const layout = layoutOf(state, given, 9)
      const places = placesOf(layout).sort(([a], [b]) => a - b)
      places.forEach(([at, bytes], k) => {
        expect(at % 16).toBe(0)
        expect(at + bytes).toBeLessThanOrEqual(places[k + 1]?.[0] ?? layout.pages * 65536)
      })
    })
    fc.assert(property, { numRuns: 50 })
  })

  it('puts all state, and nothing else, below the scratch of the kernels', () => {
    const layout = layoutOf(state, { slots: 400, districts: 7, zones: 2, modes: 3 }, 9)
    for (const { at } of [...layout.columns, ...Object.values(layout.tables)]) expect(at).toBeLessThan(layout.state)
    for (const at of [layout.addresses, layout.districtRows, layout.paramRow])
      expect(at).toBeGreaterThanOrEqual(layout.state)
    expect(layout.columns.map(({ name }) => name)).toEqual([
      'id',
      'weight',
      'soil',
      'land',
      'cash',
      'members',
      'reviews',
    ])
  })
})

describe('rows', () => {
  const columns = ['rain', 'price', 'mood']
  const values = fc.array(fc.double(), { minLength: 12, maxLength: 12 })

  it('read and write the cells of their table', () => {
    const property = fc.property(values, (numbers) => {
      const cells = new Float64Array(12)
      const rows = rowsOf(columns)(cells, 4)
      rows.forEach((row, r) => {
        columns.forEach((column, k) => {
          row[column] = numbers[3 * r + k] as number
        })
      })
      expect([...cells]).toEqual(numbers)
      expect(rows.map((row) => columns.map((column) => row[column]))).toEqual(
        [0, 3, 6, 9].map((at) => numbers.slice(at, at + 3)),
      )
      expect(rows.map((row) => row.index)).toEqual([0, 1, 2, 3])
    })
    fc.assert(property, { numRuns: 30 })
  })

  it('tell who looks', () => {
    const seen: string[] = []
    const [row] = rowsOf(columns, (kind, column) => seen.push(`${kind} ${column}`))(new Float64Array(3), 1)
    if (row) row.mood = (row.mood ?? 0) + 1
    expect(seen).toEqual(['read mood', 'write mood'])
  })

  it('are the rows of the world, neighbours and sums included', () => {
    const { moment, cells, layout } = worldOf(100, 4)
    const [first, second] = moment.district
    expect(first?.neighbours).toEqual([second])
    expect(second?.neighbours).toEqual([first, moment.district[2]])
    const { columns: sums } = layout.tables.sums
    cells.sums[sums.length + sums.indexOf('output')] = 12
    expect(second?.sum.output).toBe(12)
    if (second) second.mood = 0.25
    expect(cells.district[4 + 3]).toBe(0.25)
    moment.valley.stock = 8
    expect(cells.valley[0]).toBe(8)
    expect([moment.zone.length, moment.mode.length]).toEqual([2, 3])
  })

  it('need neighbours that exist', () => {
    const wrong = (neighbours: number[][]) =>
      createWorld(machineOf(), population(10, 2), { ...tablesOf(2), neighbours })
    expect(() => wrong([[1]])).toThrow(/has 1 entries/)
    expect(() => wrong([[1], [2]])).toThrow(/of 1 name a row/)
  })
})
