import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlap, type Period, parsePeriod, periodOf, samePeriod } from '../../src/evidence/ledger/period.ts'

/** A year or month as text with its first and last month. */
const point = fc
  .record({ year: fc.integer({ min: 1500, max: 2100 }), month: fc.option(fc.integer({ min: 1, max: 12 })) })
  .map(({ year, month }) => ({
    text: month === null ? `${year}` : `${year}-${String(month).padStart(2, '0')}`,
    first: year * 12 + (month ?? 1) - 1,
    last: year * 12 + (month ?? 12) - 1,
  }))
const period: fc.Arbitrary<Period> = fc
  .tuple(point, point, fc.boolean(), fc.boolean())
  .map(([a, b, span, approximate]) => {
    const [start, end] = !span ? [a, a] : a.first <= b.last ? [a, b] : [b, a]
    const text = `${span ? `${start.text}/${end.text}` : start.text}${approximate ? '~' : ''}`
    return { text, from: start.first, to: end.last, approximate }
  })

describe('periods', () => {
  test('every form is read as it is meant', () => {
    fc.assert(
      fc.property(period, (expected) => {
        expect(parsePeriod(expected.text)).toEqual(expected)
        expect(expected.to).toBeGreaterThanOrEqual(expected.from)
      }),
    )
  })

  test.each([
    ['2003', 24036, 24047],
    ['2003-09', 24044, 24044],
    ['2003-09/2004-01', 24044, 24048],
    ['2003/2003-02', 24036, 24037],
    ['1980/1989~', 23760, 23879],
  ])('%s', (text, from, to) => {
    expect(parsePeriod(text)).toMatchObject({ from, to, approximate: text.endsWith('~') })
  })

  test('undated is no period', () => {
    expect(parsePeriod('undated')).toBeUndefined()
  })

  test.each([
    '',
    '2003-9',
    '2003-13',
    '2003-00',
    '2003-09-14',
    '2004/2003',
    '2003-05/2003-04',
    '~2003',
    '2003 ~',
    '03',
    '1980s',
    '2003/',
    'Undated',
  ])('"%s" is refused', (text) => {
    expect(parsePeriod(text)).toBe('bad')
  })

  test('whatever text comes, it is a period that is written again the same, or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/~'), maxLength: 16 }), (text) => {
        const found = parsePeriod(text)
        if (found === 'bad' || found === undefined) return
        expect(found.text).toBe(text)
        expect(found.from).toBeLessThanOrEqual(found.to)
      }),
    )
  })

  test('a year or month is what its text says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 2100 }),
        fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
        (y, m) => {
          const made = periodOf(y, m)
          expect(parsePeriod(made.text)).toEqual(made)
        },
      ),
    )
  })

  test('two periods overlap when some month lies in both', () => {
    const near = fc
      .tuple(fc.integer({ min: 24000, max: 24020 }), fc.nat(12))
      .map(([from, length]): Period => ({ text: '', from, to: from + length, approximate: false }))
    fc.assert(
      fc.property(near, near, (a, b) => {
        const months = (p: Period) => Array.from({ length: p.to - p.from + 1 }, (_, k) => p.from + k)
        expect(overlap(a, b)).toBe(months(a).some((month) => months(b).includes(month)))
        expect(overlap(b, a)).toBe(overlap(a, b))
        expect(samePeriod(a, b)).toBe(JSON.stringify(months(a)) === JSON.stringify(months(b)))
      }),
    )
  })
})
