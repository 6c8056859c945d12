import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certaintyOf } from '../../src/report/certainty.ts'
import { level, mannerOf, number, percent, signed, size } from '../../src/report/format.ts'

/** In expectations `_` stands for the thin space, `~` for the one that does not break. */
const spaced = (text: string): string => text.replaceAll('_', '\u202F').replaceAll('~', '\u00A0')

describe('numbers', () => {
  test.each([
    [24000, 0, '24_000', '24_000'],
    [3500.25, 1, '3_500,3', '3_500.3'],
    [-0.04, 1, '0,0', '0.0'],
    [-12, 0, '−12', '−12'],
    [1234567, 0, '1_234_567', '1_234_567'],
  ])('%f with %i decimals', (value, decimals, es, en) => {
    expect(number(value, decimals, 'es')).toBe(spaced(es))
    expect(number(value, decimals, 'en')).toBe(spaced(en))
  })

  test.each([
    ['coca_area', 'ha', 36345, '36_300_ha'],
    ['household_income', 'PEN/person/yr', 3512, 'S/_3_510'],
    ['poverty_rate', '1', 0.421, '42_%'],
    ['public_cost', 'PEN/yr', 213_400_000, 'S/_213~millones'],
    ['trust', '1', 0.356, '0,36'],
  ])('%s is written with its unit', (outcome, unit, value, text) => {
    expect(level(mannerOf(outcome, unit), value, 'es')).toBe(spaced(text))
  })

  test('a difference carries its sign; shares change by points', () => {
    const poverty = mannerOf('poverty_rate', '1')
    expect(signed(poverty, -0.0213, 'es')).toBe('−2,1')
    expect(size(poverty, -0.0213, 'es')).toBe(spaced('2,1~puntos'))
    expect(signed(poverty, 0.00001, 'es')).toBe('0,0')
    expect(percent(-0.12, 'es', true)).toBe(spaced('−12_%'))
  })

  test('any finite number gives digits only', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (value) => {
        expect(signed(mannerOf('deaths', '1/yr'), value, 'en')).toMatch(/^[−+]?\d{1,3}(\u202F\d{3})*(\.\d+)?$/)
      }),
    )
  })
})

describe('certainty', () => {
  const difference = (below: number, p05 = -10, p95 = 2) => ({
    p05,
    p50: -4,
    p95,
    below,
    above: 1 - below,
    level: -0.1,
  })
  test.each([
    [0.9, 'very likely'],
    [0.89, 'likely'],
    [0.66, 'likely'],
    [0.65, 'not separable'],
  ])('%f of the simulations are called %s', (share, verdict) => {
    expect(certaintyOf(difference(share), 50, 400)).toMatchObject({ verdict, direction: -1, share })
  })

  test('two simulations out of two are not very likely', () => {
    expect(certaintyOf(difference(1), 50, 2).verdict).toBe('likely')
  })

  test('nothing is no change, however sure', () => {
    expect(certaintyOf({ p05: 0, p50: 0, p95: 0, above: 0, below: 0, level: 0 }, 50, 400).verdict).toBe('no change')
    expect(certaintyOf(difference(1, -0.1, -0.01), 50, 400).verdict).toBe('no change')
  })
})
