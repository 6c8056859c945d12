import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  deviation,
  mean,
  monthIndex,
  monthOfYear,
  parseMonth,
  quantile,
  quantiles,
  sha256Hex,
  showMonth,
  yearOf,
} from '../../src/engine/index.ts'

describe('quantiles', () => {
  it('are those of type 7', () => {
    // R: quantile(c(15, 20, 35, 40, 50), c(.05, .25, .4, .5, .95))
    expect(quantiles([40, 15, 50, 20, 35], [0.05, 0.25, 0.4, 0.5, 0.95])).toEqual([16, 20, 29, 35, 48])
    expect(quantile([3], 0.9)).toBe(3)
    expect(quantile([], 0.5)).toBeNaN()
    expect(quantiles([1, Number.NaN, 2], [0, 1])).toEqual([Number.NaN, Number.NaN])
    expect(quantiles([0, Number.POSITIVE_INFINITY], [0, 1])).toEqual([0, Number.POSITIVE_INFINITY])
  })

  it('grow with the share and stay within the sample', () => {
    const sample = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { minLength: 1 })
    const property = fc.property(sample, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
      const [low = 0, at = 0, high = 0] = quantiles(values, [0, q, 1])
      expect(low).toBe(values.reduce((a, b) => Math.min(a, b)))
      expect(high).toBe(values.reduce((a, b) => Math.max(a, b)))
      expect(at).toBeGreaterThanOrEqual(low)
      expect(at).toBeLessThanOrEqual(high)
    })
    fc.assert(property)
  })

  it('come with mean and deviation', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5)
    expect(deviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12)
    expect(deviation([3])).toBe(0)
    expect([mean([]), deviation([])]).toEqual([Number.NaN, Number.NaN])
  })
})

describe('the clock', () => {
  it('counts months from January 2000', () => {
    expect([yearOf(0), monthOfYear(0), yearOf(431), monthOfYear(431)]).toEqual([2000, 0, 2035, 11])
    expect([yearOf(-1), monthOfYear(-1)]).toEqual([1999, 11])
    expect(parseMonth('2015-09')).toBe(188)
    expect(showMonth(188)).toBe('2015-09')
    for (const text of ['2015-13', '2015-00', '2015', '15-09', '2015-09-01', ''])
      expect(parseMonth(text)).toBeUndefined()
    const property = fc.property(fc.integer({ min: 0, max: 2047 }), (month) => {
      expect(parseMonth(showMonth(month))).toBe(month)
      expect(monthIndex(yearOf(month), monthOfYear(month))).toBe(month)
    })
    fc.assert(property)
  })
})

describe('the hash', () => {
  it('is SHA-256 of the parts in a row', () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(sha256Hex('abc')).toBe(abc)
    expect(sha256Hex('a', new Uint8Array([98]), 'c')).toBe(abc)
    expect(sha256Hex('ñ')).toBe(sha256Hex(new Uint8Array([0xc3, 0xb1])))
  })
})
