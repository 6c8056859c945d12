import { describe, expect, test } from 'vitest'
import { chanceOf } from '../../../src/lab/calibrate/chance.ts'
import { elementaryEffects, morrisTrajectories, ranking, seedMean } from '../../../src/lab/sensitivity/morris.ts'
import { saltelliDesign, sobolIndices } from '../../../src/lab/sensitivity/sobol.ts'

/** Ishigami on the unit cube, a = 7, b = 0.1. */
function ishigami(u: ArrayLike<number>): number {
  const [x, y, z] = [0, 1, 2].map((j) => (2 * (u[j] as number) - 1) * Math.PI) as [number, number, number]
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x)
}
const A = 7
const B = 0.1
const V1 = 0.5 * (1 + (B * Math.PI ** 4) / 5) ** 2
const V2 = A ** 2 / 8
const V13 = (B ** 2 * Math.PI ** 8 * 8) / 225
const V = V1 + V2 + V13
const ISHIGAMI = { first: [V1 / V, V2 / V, 0], total: [(V1 + V13) / V, V2 / V, V13 / V] }

const weights = [0, 1, 4.5, 9, 99, 99, 99, 99]
const sobolG = (u: ArrayLike<number>) =>
  weights.reduce((product, a, j) => (product * (Math.abs(4 * (u[j] as number) - 2) + a)) / (1 + a), 1)
const parts = weights.map((a) => 1 / 3 / (1 + a) ** 2)
const all = parts.reduce((product, v) => product * (1 + v), 1) - 1
const G = {
  first: parts.map((v) => v / all),
  total: parts.map((v) => (v * parts.reduce((p, w) => p * (1 + w), 1)) / (1 + v) / all),
}

describe.each([
  ['Ishigami', ishigami, 3, ISHIGAMI],
  ["Sobol' G", sobolG, 8, G],
] as const)("Sobol' indices of %s", (_name, f, d, exact) => {
  test('within sampling error of the exact ones, and inside the interval as often as it promises', () => {
    const design = saltelliDesign(2048, d, chanceOf(11, 'saltelli'))
    const values = { a: design.a.map(f), b: design.b.map(f), mixed: design.mixed.map((points) => points.map(f)) }
    const found = sobolIndices(values, chanceOf(11, 'bootstrap'))
    found.forEach(({ first, total }, j) => {
      expect(Math.abs(first.value - (exact.first[j] as number))).toBeLessThan(0.02)
      expect(Math.abs(total.value - (exact.total[j] as number))).toBeLessThan(0.02)
      expect(first.low).toBeLessThanOrEqual(first.value)
      expect(total.high).toBeGreaterThanOrEqual(total.value)
    })
  })
})

test('an output that does not vary has indices of zero', () => {
  const flat = { a: [1, 1], b: [1, 1], mixed: [[1, 1]] }
  expect(sobolIndices(flat, chanceOf(1, 'b'))[0]?.total.value).toBe(0)
})

describe('elementary effects', () => {
  test('of a line are its slopes, with no spread', () => {
    const trajectories = morrisTrajectories(10, 6, 4, chanceOf(2, 'm'))
    const values = trajectories.map(({ points }) => points.map((x) => 3 * (x[0] as number) - 2 * (x[1] as number)))
    const effects = elementaryEffects(trajectories, values)
    ;[3, 2, 0, 0].forEach((slope, j) => {
      expect(effects[j]?.muStar).toBeCloseTo(slope, 10)
      expect(effects[j]?.sigma).toBeCloseTo(0, 10)
    })
    expect(effects[1]?.mu).toBeCloseTo(-2, 10)
  })

  test('each step changes one input by half the grid; points stay inside', () => {
    for (const { points, steps } of morrisTrajectories(6, 4, 7, chanceOf(9, 'm'))) {
      expect(points).toHaveLength(8)
      expect(new Set(steps.map(({ input }) => input)).size).toBe(7)
      points.slice(1).forEach((x, k) => {
        const moved = Array.from(x).flatMap((v, j) => (v === points[k]?.[j] ? [] : [j]))
        expect(moved).toEqual([steps[k]?.input])
      })
      for (const x of points) for (const v of x) expect(v > 0 && v < 1).toBe(true)
    }
  })

  test("rank the inputs of Sobol' G as the indices do, seeds averaged", () => {
    const trajectories = morrisTrajectories(40, 6, 8, chanceOf(2, 'm'))
    const noise = chanceOf(3, 'noise')
    const values = trajectories.map(({ points }, t) =>
      seedMean([0, 1, 2].map((s) => points.map((x, k) => sobolG(x) + 0.01 * noise.normal(t * 100 + k, s)))),
    )
    const order = ranking([elementaryEffects(trajectories, values)]).map(({ input }) => input)
    expect(order.slice(0, 4)).toEqual([0, 1, 2, 3])
  })

  test('an odd number of levels is refused', () => {
    expect(() => morrisTrajectories(2, 5, 2, chanceOf(1, 'm'))).toThrow(/even/)
  })
})
