import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillTo } from '../../src/valley/crops.ts'
import { calibrate, FACTORS } from '../../src/valley/raking.ts'

describe('calibrate', () => {
  test('meets totals that some weights within the limits meet, and stays within the limits', () => {
    const rows = fc.array(
      fc.tuple(fc.double({ min: 0, max: 9, noNaN: true }), fc.double({ min: 0.7, max: 1.4, noNaN: true })),
      {
        minLength: 12,
        maxLength: 60,
      },
    )
    fc.assert(
      fc.property(rows, (data) => {
        const start = new Float64Array(data.length).fill(5)
        const columns = [new Float64Array(data.length).fill(1), Float64Array.from(data, ([x]) => x + 0.1)]
        const totals = columns.map((column) => column.reduce((sum, x, k) => sum + x * 5 * (data[k]?.[1] ?? 1), 0))
        const weights = calibrate(start, columns, totals)
        if (weights === undefined) return
        columns.forEach((column, a) => {
          const sum = weights.reduce((all, w, k) => all + w * (column[k] as number), 0)
          expect(Math.abs(sum / (totals[a] as number) - 1)).toBeLessThan(1e-8)
        })
        for (const w of weights) {
          expect(w).toBeGreaterThanOrEqual(5 * FACTORS.least)
          expect(w).toBeLessThanOrEqual(5 * FACTORS.most)
        }
      }),
    )
  })
  test('gives nothing for totals out of reach, and for columns that are the same', () => {
    const start = new Float64Array(10).fill(1)
    const ones = new Float64Array(10).fill(1)
    expect(calibrate(start, [ones], [1000])).toBeUndefined()
    expect(calibrate(start, [ones, ones.slice()], [11, 12])).toBeUndefined()
    expect(calibrate(start, [ones], [11])?.[0]).toBeCloseTo(1.1, 9)
  })
})

describe('fillTo', () => {
  test('fills to the total, or everything to its most; keeps proportions below that', () => {
    const cell = fc.tuple(fc.double({ min: 0, max: 5, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }))
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        (data, total) => {
          const wanted = data.map(([w]) => (w < 0.01 ? 0 : w))
          const most = data.map(([, m]) => m)
          const filled = fillTo(total, wanted, most)
          const reach = most.reduce((sum, m, k) => sum + ((wanted[k] as number) > 0 ? m : 0), 0)
          expect(filled.reduce((a, b) => a + b, 0)).toBeCloseTo(Math.min(total, reach), 6)
          filled.forEach((area, k) => {
            expect(area).toBeGreaterThanOrEqual(0)
            expect(area).toBeLessThanOrEqual((most[k] as number) + 1e-9)
            if (wanted[k] === 0) expect(area).toBe(0)
          })
        },
      ),
    )
  })
})
