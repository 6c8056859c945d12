import { describe, expect, test } from 'vitest'
import { chanceOf } from '../../../src/lab/calibrate/chance.ts'
import { latinHypercube, sobolSequence, spread } from '../../../src/lab/calibrate/designs.ts'
import { directionNumbers, SOBOL_DIMENSIONS } from '../../../src/lab/calibrate/direction-numbers.ts'

describe('Latin hypercube', () => {
  test('holds one point in each cell of each dimension, and the same points under the same seed', () => {
    const points = latinHypercube(17, 5, chanceOf(3, 'design'))
    for (let j = 0; j < 5; j++)
      expect(points.map((x) => Math.floor((x[j] as number) * 17)).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 17 }, (_, k) => k),
      )
    expect(latinHypercube(17, 5, chanceOf(3, 'design'))).toEqual(points)
    expect(latinHypercube(17, 5, chanceOf(4, 'design'))).not.toEqual(points)
  })
})

describe("Sobol' sequence", () => {
  test('begins as published', () => {
    const rows = sobolSequence(8, 3).map((x) => Array.from(x))
    expect(rows.slice(0, 4)).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
    ])
    expect(new Set(rows.map((x) => x[2])).size).toBe(8)
  })

  test('is a net in each dimension, shifted or not', () => {
    for (const chance of [undefined, chanceOf(1, 's')]) {
      const points = sobolSequence(256, SOBOL_DIMENSIONS, chance)
      for (let j = 0; j < SOBOL_DIMENSIONS; j++)
        expect(new Set(points.map((x) => Math.floor((x[j] as number) * 256))).size).toBe(256)
    }
  })

  test('all dimensions differ, and no two of them go together', () => {
    const seen = new Set(Array.from({ length: SOBOL_DIMENSIONS }, (_, j) => directionNumbers(j).join()))
    expect(seen.size).toBe(SOBOL_DIMENSIONS)
    const points = sobolSequence(4096, SOBOL_DIMENSIONS)
    let largest = 0
    for (let i = 0; i < SOBOL_DIMENSIONS; i++)
      for (let j = 0; j < i; j++) {
        const sum = points.reduce((s, x) => s + ((x[i] as number) - 0.5) * ((x[j] as number) - 0.5), 0)
        largest = Math.max(largest, Math.abs((12 * sum) / 4096))
      }
    expect(largest).toBeLessThan(0.05)
  })

  test('refuses more dimensions than are tabled', () => {
    expect(() => sobolSequence(4, SOBOL_DIMENSIONS + 1)).toThrow(/Sobol/)
  })

  test('integrates better than chance', () => {
    const f = (x: Float64Array) => x.reduce((product, v) => product * (1 + 0.5 * (v - 0.5)), 1)
    const error = (points: Float64Array[]) => Math.abs(points.reduce((s, x) => s + f(x), 0) / points.length - 1)
    const chance = chanceOf(5, 'x')
    const plain = Array.from({ length: 1024 }, (_, k) =>
      Float64Array.from({ length: 8 }, (_, j) => chance.uniform(k, j)),
    )
    expect(error(sobolSequence(1024, 8, chance))).toBeLessThan(error(plain) / 3)
  })
})

test('spread takes points far from those kept and from each other', () => {
  const points = [0.02, 0.4, 0.5, 0.6, 1].map((x) => Float64Array.of(x))
  expect(spread(points, 2, [Float64Array.of(0)])).toEqual([4, 2])
  expect(spread(points, 9).sort()).toEqual([0, 1, 2, 3, 4])
})
