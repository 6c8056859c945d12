import { describe, expect, test } from 'vitest'
import { cart } from '../../../src/lab/discover/cart.ts'
import { quasiPs } from '../../../src/lab/discover/choice.ts'
import { type DiscoverOptions, discover } from '../../../src/lab/discover/discover.ts'
import { paste, peel } from '../../../src/lab/discover/prim.ts'
import { chanceOf as chanceOfDimension } from '../../../src/lab/discover/relevance.ts'
import { insideOf, overlapOf, spaceOf } from '../../../src/lab/discover/space.ts'
import type { Study, Uncertainty } from '../../../src/lab/study/table.ts'
import { chanceOf, same, toyStudy, uniforms } from '../decide/toy-study.ts'

const FUTURES = 1500
const { uniform } = chanceOf(11)
const numbers = uniforms(12, FUTURES, 3)
const world: Uncertainty = {
  kind: 'choice',
  name: 'world',
  ...same('world'),
  options: ['low', 'usual', 'high'].map((name) => ({ name, ...same(name) })),
  values: Int32Array.from({ length: FUTURES }, (_, f) => f % 3),
}

/** Fails inside u2 < 0.35, u5 > 0.4 and world not low, with noise: 3 in 100 labels are turned. */
const planted = (f: number): boolean => {
  const at = (d: number) => numbers[d]?.values[f] as number
  return at(2) < 0.35 && at(5) > 0.4 && f % 3 !== 0
}
const noisy = (f: number) => (uniform(f, 40) < 0.03 ? !planted(f) : planted(f))
const study = (value: (f: number) => number): Study =>
  toyStudy(
    2,
    FUTURES,
    [{ name: 'poverty_rate', unit: '1', better: 'less', value: (k, f) => (k === 0 ? 0.2 : value(f)) }],
    [...numbers, world],
  )
const asked: DiscoverOptions = {
  policy: 'p1',
  failing: { kind: 'thresholds', thresholds: [{ outcome: 'poverty_rate', at_most: 0.3 }] },
}

describe('a planted box in data with noise', () => {
  const found = discover(
    study((f) => (noisy(f) ? 0.4 : 0.2)),
    asked,
  )

  test('is found again: its dimensions, its limits', () => {
    expect(found.verdict).toBe('box')
    const limits = found.box?.limits ?? []
    expect(limits.map(({ dimension }) => dimension).sort()).toEqual(['u2', 'u5', 'world'])
    expect(limits.find(({ dimension }) => dimension === 'u2')?.high).toBeCloseTo(0.35, 1)
    expect(limits.find(({ dimension }) => dimension === 'u5')?.low).toBeCloseTo(0.4, 1)
    expect(limits.find(({ dimension }) => dimension === 'world')?.options?.map(({ name }) => name)).toEqual([
      'usual',
      'high',
    ])
  })

  test('covers more than 0.9 of what was planted, and more than 0.9 of it is planted', () => {
    const truth = Uint8Array.from({ length: FUTURES }, (_, f) => (planted(f) ? 1 : 0))
    const fails = Uint8Array.from({ length: FUTURES }, (_, f) => (noisy(f) ? 1 : 0))
    const space = spaceOf(
      study(() => 0),
      Int32Array.from(fails.keys()),
    )
    const limits = found.box?.limits ?? []
    const box = limits.map(({ dimension, low, high, options }) => ({
      dimension: space.dimensions.findIndex(({ name }) => name === dimension),
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
      ...(options === undefined ? {} : { options: options.map(({ name }) => ['low', 'usual', 'high'].indexOf(name)) }),
    }))
    const inside = insideOf(space, box)
    const caught = inside.reduce((sum, one, f) => sum + one * (truth[f] as number), 0)
    expect(caught / truth.reduce((a, b) => a + b, 0)).toBeGreaterThan(0.9)
    expect(caught / inside.reduce((a, b) => a + b, 0)).toBeGreaterThan(0.9)
    expect(found.box?.density).toBeGreaterThan(0.9)
    // a dimension that has nothing to do with it
    const [chance] = quasiPs(space, fails, [...box, { dimension: 0, low: 0.1 }]).slice(-1)
    expect(chance).toBeGreaterThan(0.1)
  })

  test('stands: in other halves of the futures, and in a tree', () => {
    expect(found.again).toBeGreaterThan(0.8)
    for (const limit of found.box?.limits ?? []) {
      expect(limit.again).toBeGreaterThan(0.8)
      expect(limit.quasiP).toBeLessThan(0.001)
    }
    expect(found.elsewhere?.density).toBeGreaterThan(0.8)
    expect(found.tree?.overlap).toBeGreaterThan(0.8)
    expect(found.tree?.density).toBeGreaterThan(0.85)
  })
})

describe('no box stands', () => {
  test.each([1, 2])('in pure noise, seed %i', (seed) => {
    const noise = chanceOf(seed + 100)
    const found = discover(
      study((f) => noise.uniform(f, 1)),
      {
        ...asked,
        failing: { kind: 'thresholds', thresholds: [{ outcome: 'poverty_rate', at_most: 0.7 }] },
        seed,
        reruns: 10,
      },
    )
    expect(found.verdict).toBe('none')
    expect(found.box).toBeUndefined()
  })

  test('where nothing fails, everything fails, next to nothing fails, or nobody knows', () => {
    expect(
      discover(
        study(() => 0.1),
        asked,
      ).verdict,
    ).toBe('never')
    expect(
      discover(
        study(() => 0.9),
        asked,
      ).verdict,
    ).toBe('always')
    expect(
      discover(
        study((f) => (f < 5 ? 0.9 : 0)),
        asked,
      ).verdict,
    ).toBe('few')
    expect(
      discover(
        study(() => 0),
        { ...asked, failing: { kind: 'worse', outcome: 'nonsense' } },
      ).verdict,
    ).toBe('unknown')
  })
})

describe('what counts as failing', () => {
  const rising = study((f) => 0.2 + (f % 100) / 1000 - 0.05)

  test('worse than the reference in the same future', () => {
    const { futures } = discover(rising, {
      ...asked,
      failing: { kind: 'worse', outcome: 'poverty_rate' },
      reruns: 1,
    })
    expect(futures.fails).toBe(15 * 49)
  })

  test('regret in the top quarter of all regrets', () => {
    const { futures } = discover(rising, {
      ...asked,
      failing: { kind: 'regret', outcome: 'poverty_rate' },
      reruns: 1,
    })
    expect(futures.fails / FUTURES).toBeGreaterThan(0.2)
    expect(futures.fails / FUTURES).toBeLessThan(0.5)
  })
})

describe('peeling and pasting', () => {
  const space = spaceOf(
    study(() => 0),
    Int32Array.from({ length: FUTURES }, (_, f) => f),
  )
  const fails = Uint8Array.from({ length: FUTURES }, (_, f) => (planted(f) ? 1 : 0))

  test.each(['gain', 'density'] as const)('density never falls on the way (%s)', (by) => {
    const steps = peel(space, fails, { by })
    expect(steps[0]).toMatchObject({ coverage: 1, mass: 1 })
    for (let k = 1; k < steps.length; k++)
      expect(steps[k]?.density).toBeGreaterThanOrEqual(steps[k - 1]?.density as number)
    for (const { box, mass } of steps)
      expect(insideOf(space, box).reduce((a, b) => a + b, 0) / FUTURES).toBeCloseTo(mass, 12)
  })

  test('what was cut too much is pasted back', () => {
    const tight = [
      { dimension: 2, high: 0.2 },
      { dimension: 5, low: 0.6 },
      { dimension: 12, options: [2] },
    ]
    const wide = insideOf(space, paste(space, fails, tight))
    expect(overlapOf(wide, fails)).toBeGreaterThan(0.9)
  })

  test('what goes with failing is told from what is idle: one way, in the middle, by option', () => {
    const value = (d: number, f: number) => space.dimensions[d]?.values[f] as number
    const middle = fails.map((_, f) => (Math.abs(value(7, f) - 0.5) < 0.15 ? 1 : 0))
    const chance = (d: number, failing = fails) =>
      chanceOfDimension(space.dimensions[d] as (typeof space.dimensions)[0], failing)
    expect(chance(2)).toBeLessThan(1e-6)
    expect(chance(12)).toBeLessThan(1e-6)
    expect(chance(7, middle)).toBeLessThan(1e-6)
    expect(chance(0)).toBeGreaterThan(0.05)
  })

  test('a tree of three questions finds the same futures', () => {
    expect(overlapOf(cart(space, fails).inside, fails)).toBeGreaterThan(0.9)
  })

  test('number columns with equal values are never parted between peels', () => {
    const coarse = {
      count: 300,
      dimensions: [{ name: 'x', ...same('x'), values: Float64Array.from({ length: 300 }, (_, f) => f % 3) }],
    }
    const steps = peel(
      coarse,
      Uint8Array.from({ length: 300 }, (_, f) => (f % 3 === 2 ? 1 : 0)),
    )
    expect(steps.at(-1)).toMatchObject({ density: 1, coverage: 1 })
  })
})
