// The search against problems whose front is known in closed form, and against one where nothing can be gained.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceOf } from '../../../src/lab/calibrate/chance.ts'
import { archiveOf, crowding, dominates, frontsOf, type Scored } from '../../../src/lab/search/dominance.ts'
import { evolve } from '../../../src/lab/search/evolve.ts'

const at = (x: Float64Array, k: number) => x[k] as number
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

/** Zitzler, Deb and Thiele 2000: the front is f2 = 1 − √f1. */
function zdt1(x: Float64Array): number[] {
  const g = 1 + 9 * mean([...x.slice(1)])
  return [at(x, 0), g * (1 - Math.sqrt(at(x, 0) / g))]
}
/** Deb and others 2002, three scores: the front is the part of the unit sphere where all are positive. */
function dtlz2(x: Float64Array): number[] {
  const g = 1 + [...x.slice(2)].reduce((sum, one) => sum + (one - 0.5) ** 2, 0)
  const [a, b] = [(at(x, 0) * Math.PI) / 2, (at(x, 1) * Math.PI) / 2]
  return [g * Math.cos(a) * Math.cos(b), g * Math.cos(a) * Math.sin(b), g * Math.sin(a)]
}
/** Area between a front of two scores and the corner (1.1, 1.1). */
function area(front: readonly (readonly number[])[]): number {
  let [sum, low] = [0, 1.1]
  for (const [x = 0, y = 0] of [...front].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)))
    if (y < low && x < 1.1) {
      sum += (1.1 - x) * (low - y)
      low = y
    }
  return sum
}
/** The same of the whole front of zdt1: ∫ 1.1 − (1 − √x) dx from 0 to 1, and the strip beyond 1. */
const WHOLE = 0.1 + 2 / 3 + 0.1 * 1.1

const search = (f: (x: Float64Array) => number[], dimensions: number, most: number, more = {}) =>
  evolve({
    levels: new Array<number>(dimensions).fill(101),
    epsilons: () => f(new Float64Array(dimensions)).map(() => 0.02),
    seeds: [],
    size: 24,
    most,
    chance: chanceOf(1, 'search test'),
    evaluate: async (points) => points.map((x) => ({ scores: f(x), broken: 0 })),
    ...more,
  })

describe('a known front', () => {
  test('zdt1 in 8 numbers: 96 % of the area after 1,500 points, and far more than points at random', async () => {
    const { front, tried } = await search(zdt1, 8, 1500)
    expect(tried).toHaveLength(1500)
    expect(area(front.map(({ scores }) => scores)) / WHOLE).toBeGreaterThan(0.96)
    expect(area(front.map(({ scores }) => scores)) / WHOLE).toBeLessThanOrEqual(1)
    const chance = chanceOf(2, 'at random')
    const random = Array.from({ length: 1500 }, (_, k) =>
      zdt1(Float64Array.from({ length: 8 }, (_, j) => chance.uniform(k, j))),
    )
    expect(area(random) / WHOLE).toBeLessThan(0.5)
  })

  test('dtlz2 in 7 numbers: the points lie on the sphere, and all over it', async () => {
    const { front } = await search(dtlz2, 7, 1500, { epsilons: () => [0.1, 0.1, 0.1] })
    const off = front.map(({ scores }) => Math.abs(Math.hypot(...scores) - 1))
    expect(mean(off)).toBeLessThan(0.03)
    for (const k of [0, 1, 2]) expect(Math.max(...front.map(({ scores }) => scores[k] ?? 0))).toBeGreaterThan(0.9)
  })

  test('a limit cuts the front: what breaks it gives way to what does not', async () => {
    const { front } = await search(zdt1, 4, 600, {
      evaluate: async (points: readonly Float64Array[]) =>
        points.map((x) => ({
          scores: zdt1(x),
          broken: Math.max(0, zdt1(x)[0] as number) > 0.4 ? (zdt1(x)[0] as number) - 0.4 : 0,
        })),
    })
    expect(front.length).toBeGreaterThan(5)
    for (const { scores, broken } of front) {
      expect(broken).toBe(0)
      expect(scores[0]).toBeLessThanOrEqual(0.4)
    }
  })

  test('where all points are equal one is kept, and where there are few all are tried once', async () => {
    const { front, tried } = await search(() => [1, 1], 2, 100, { levels: [3, 4] })
    expect(front).toHaveLength(1)
    expect(new Set(tried.map(({ point }) => point.join())).size).toBe(12)
    expect(tried).toHaveLength(12)
  })

  test('the same arguments give the same points, generation by generation', async () => {
    const seen: string[][] = [[], []]
    for (const list of seen)
      await search(zdt1, 4, 200, {
        evaluate: async (points: readonly Float64Array[]) => {
          list.push(points.map((x) => x.join()).join(';'))
          return points.map((x) => ({ scores: zdt1(x), broken: 0 }))
        },
      })
    expect(seen[0]).toEqual(seen[1])
    expect(seen[0]).toHaveLength(9)
  })
})

describe('dominance', () => {
  const scored = fc.array(
    fc.record({
      scores: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })),
      broken: fc.constantFrom(0, 0, 1),
    }),
    { minLength: 1, maxLength: 30 },
  )
  test('fronts hold every point once, and nobody in the first is dominated', () => {
    fc.assert(
      fc.property(scored, (points: Scored[]) => {
        const fronts = frontsOf(points)
        expect(fronts.flat().sort((a, b) => a - b)).toEqual(points.map((_, k) => k))
        for (const k of fronts[0] ?? [])
          expect(points.some((other) => dominates(other, points[k] as Scored))).toBe(false)
        expect(crowding(points)).toHaveLength(points.length)
      }),
    )
  })

  test('for each point the archive holds one that is no more than a step worse in any score', () => {
    fc.assert(
      fc.property(scored, (points: Scored[]) => {
        const archive = archiveOf<Scored>([2, 2])
        for (const point of points) archive.add(point)
        const least = Math.min(...points.map(({ broken }) => broken))
        for (const { scores } of points.filter(({ broken }) => broken === least))
          expect(archive.kept.some((one) => one.scores.every((score, k) => score < (scores[k] as number) + 2))).toBe(
            true,
          )
      }),
    )
  })
})
