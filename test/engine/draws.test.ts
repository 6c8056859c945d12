import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviation, drawsOf, inverseNormal, mean, STEP_ENTITIES } from '../../src/engine/index.ts'
import { uniformOf } from '../../src/language/index.ts'

const streams = ['a', 'b', 'c']
const drawsAt = (seed: number, month: number) => Object.assign(drawsOf(streams), { seed, month })
const few = (max: number) => fc.integer({ min: 0, max })

describe('the draws of steps', () => {
  it('are the numbers that kernels draw, with ids of their own', () => {
    const key = fc.tuple(fc.integer(), few(2047), few(2), few(STEP_ENTITIES - 1), few(2047))
    const property = fc.property(key, ([seed, month, stream, entity, index]) => {
      const drawn = drawsAt(seed, month).uniform(streams[stream] ?? '', entity, index)
      expect(drawn).toBe(uniformOf(STEP_ENTITIES + entity, month, seed, stream, index))
      expect(drawn).toBeGreaterThanOrEqual(0)
      expect(drawn).toBeLessThan(1)
    })
    fc.assert(property)
  })

  it('are known numbers', () => {
    const draws = drawsAt(42, 100)
    const known = [draws.uniform('a'), draws.uniform('b', 5), draws.uniform('c', 5, 3), draws.normal('a')]
    expect(known).toMatchInlineSnapshot(`
      [
        0.8213036060333252,
        0.539921224117279,
        0.7104809284210205,
        0.9203445634004321,
      ]
    `)
  })

  it('differ for every part of the key', () => {
    const drawn = new Set<number>()
    let count = 0
    for (const seed of [1, 2])
      for (const month of [0, 1, 2047])
        for (const stream of streams)
          for (const entity of [0, 1, 94])
            for (const index of [0, 1, 2047]) {
              drawn.add(drawsAt(seed, month).uniform(stream, entity, index))
              drawn.add(uniformOf(entity, month, seed, streams.indexOf(stream), index))
              count += 2
            }
    expect(drawn.size).toBe(count)
  })

  it('refuse a stream that is not declared', () => {
    expect(() => drawsAt(1, 1).uniform('d')).toThrow(/stream d is not declared/)
  })
})

describe('normal draws', () => {
  it('have the moments of the standard normal', () => {
    const draws = drawsAt(7, 3)
    const sample = Float64Array.from({ length: 40_000 }, (_, k) => draws.normal('b', k))
    const power = (p: number) => mean(sample.map((x) => x ** p))
    // five standard errors
    expect(Math.abs(power(1))).toBeLessThan(5 / 200)
    expect(Math.abs(deviation(sample) - 1)).toBeLessThan((5 * Math.sqrt(0.5)) / 200)
    expect(Math.abs(power(3))).toBeLessThan((5 * Math.sqrt(15)) / 200)
    expect(Math.abs(power(4) - 3)).toBeLessThan((5 * Math.sqrt(96)) / 200)
  })

  it('come from the inverse of the distribution function', () => {
    const known = {
      0.5: 0,
      0.841344746: 1,
      0.975: 1.959963985,
      0.999: 3.090232306,
      0.01: -2.326347874,
      1e-6: -4.753424309,
    }
    for (const [u, z] of Object.entries(known)) expect(inverseNormal(Number(u))).toBeCloseTo(z, 6)
    const property = fc.property(few(2 ** 24 - 1), few(2 ** 24 - 1), (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)].map((k) => inverseNormal((k + 0.5) * 2 ** -24)) as [
        number,
        number,
      ]
      expect(Number.isFinite(low)).toBe(true)
      expect(low).toBeLessThanOrEqual(high + 1e-6)
      expect(inverseNormal(1 - (a + 0.5) * 2 ** -24)).toBeCloseTo(-inverseNormal((a + 0.5) * 2 ** -24), 5)
    })
    fc.assert(property)
  })
})
