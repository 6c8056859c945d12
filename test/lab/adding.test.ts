import { afterEach, expect, test, vi } from 'vitest'
import { addingOf } from '../../src/lab/adding.ts'
import type { MeasuredMoment } from '../../src/lab/model.ts'

const moment = { month: 0, district: [], zone: [], mode: [], valley: {} } as unknown as MeasuredMoment
const rows = [{ area: 0.1 }, { area: 0.2 }, { area: 1e300 }]
const reads = [1, 10].map((factor) => (row: unknown) => (row as { area: number }).area * factor)

afterEach(() => vi.unstubAllGlobals())

const addTwice = (read: (row: unknown) => number): number[] => {
  const sums = new Float64Array(rows.length).fill(99)
  const add = addingOf(read)
  add(rows, moment, sums, true)
  add(rows, moment, sums, false)
  return [...sums]
}

test('each measure is added up by its own reading, from a fresh start', () => {
  for (const read of reads) expect(addTwice(read)).toEqual(rows.map((row) => read(row) + read(row)))
})

test('a host that forbids code from text gets the same sums', () => {
  vi.stubGlobal('Function', () => {
    throw new EvalError('forbidden')
  })
  for (const read of reads) expect(addTwice((row) => read(row))).toEqual(addTwice(read))
})
