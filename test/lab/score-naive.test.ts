import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/evidence/problem.ts'
import { recentCounts } from '../../src/lab/score/naive/events.ts'
import { growthOnItself, growthOnPrices } from '../../src/lab/score/naive/growth.ts'
import { leastSquares } from '../../src/lab/score/naive/regression.ts'
import { frozenShare } from '../../src/lab/score/naive/share.ts'
import { dampedSmoothing } from '../../src/lab/score/naive/smoothing.ts'
import { damped, drift, lastValue } from '../../src/lab/score/naive/trend.ts'
import type { Predictive } from '../../src/lab/score/predictive.ts'
import { type Forecaster, knownAt } from '../../src/lab/score/rolling.ts'
import { fromScale, onScale, type Scale, type Yearly, yearlyOf } from '../../src/lab/score/yearly.ts'

const made = (values: Readonly<Record<number, number>>, scale: Scale = 'plain', name = 'made'): Yearly => ({
  name,
  place: 'VRAEM',
  unit: 'ha',
  scale,
  points: Object.entries(values).map(([year, value]) => ({ year: Number(year), value, y: onScale(value, scale) })),
})
type Student = Predictive & { kind: 'student' }
const ask = (rule: Forecaster, series: Yearly, years: readonly number[], beside: Record<string, Yearly> = {}) =>
  rule(knownAt(series.points.at(-1)?.year ?? 0, series, beside), years) as Student[]
const problemsOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return ''
}

describe('a series by year', () => {
  const row = (year: number, value: number, more: object = {}) =>
    ({ year, value, file: 'data/series/x.csv', line: year - 1990, confidence: 'medium', source: 's', ...more }) as const
  const options = { name: 'x', place: 'VRAEM', unit: 'ha', scale: 'ln' } as const

  test('one figure a year: the same from two sources, the better confidence first, months left out', () => {
    const rows = [row(2005, 100.2), row(2004, 90), row(2005, 100, { confidence: 'high' }), row(2006, 3, { month: 2 })]
    expect(yearlyOf(rows, options).points.map(({ year, value }) => [year, value])).toEqual([
      [2004, 90],
      [2005, 100],
    ])
  })
  test('all contradictions and zeros are told at once, each with its line', () => {
    const message = problemsOf(() => yearlyOf([row(2004, 90), row(2004, 99), row(2005, 0), row(2006, -1)], options))
    expect(message.split('\n')).toHaveLength(3)
    expect(message).toContain('data/series/x.csv:14: x VRAEM 2004: sources say 90 and 99')
    expect(message).toContain('the figure is 0 — expected more than 0 on the ln scale')
  })
  test('a settled year counts as settled', () => {
    expect(yearlyOf([row(2004, 90), row(2004, 99)], { ...options, settled: { 2004: 95 } }).points[0]?.value).toBe(95)
  })
  test('a place with none has a figure on the shifted ln scale', () => {
    const { points } = yearlyOf([row(2004, 0), row(2005, 98)], { ...options, scale: 'shifted ln' })
    expect(points.map(({ y }) => y)).toEqual([Math.log(2), Math.log(100)])
    expect(points.map(({ y }) => fromScale(y, 'shifted ln'))).toEqual([0, expect.closeTo(98, 9)])
    expect(problemsOf(() => yearlyOf([row(2004, -1)], { ...options, scale: 'shifted ln' }))).toContain('0 or more')
  })
  test('nothing, and counts that are none', () => {
    expect(problemsOf(() => yearlyOf([], options))).toContain('there is no yearly figure')
    expect(problemsOf(() => yearlyOf([row(2004, 2.5)], { ...options, scale: 'counts' }))).toContain('whole number')
    expect(yearlyOf([row(2004, 0)], { ...options, scale: 'counts' }).points[0]?.y).toBe(0)
  })
})

describe('last value, drift, damped trend', () => {
  const series = made({ 2010: 10, 2011: 12, 2012: 11, 2014: 15, 2015: 16 })

  test('last value: its spread is the root mean square of its own misses a year', () => {
    const [one, four] = ask(lastValue(), series, [2016, 2019]) as [Student, Student]
    // misses 2, −1, 4 over two years, 1
    const sd = Math.sqrt((4 + 1 + 16 / 2 + 1) / 4)
    expect(one).toEqual({ kind: 'student', mean: 16, scale: expect.closeTo(sd, 12), df: 4 })
    expect(four.scale).toBeCloseTo(2 * sd, 12)
  })
  test('drift over a window with a missing year begins at the nearest figure, the earlier of two', () => {
    // 2015 − 2 = 2013 is missing: 2012 and 2014 are as near
    expect(ask(drift({ years: 2 }), made({ ...values(series), 2009: 9 }), [2016])[0]?.mean).toBeCloseTo(16 + 5 / 3, 12)
    expect(ask(drift('all'), series, [2020])[0]?.mean).toBeCloseTo(16 + 5 * (6 / 5), 12)
    expect(ask(drift({ from: 2011 }), made({ ...values(series), 2009: 9, 2008: 9 }), [2017])[0]?.mean).toBeCloseTo(
      18,
      12,
    )
  })
  test('a damped trend nears its limit, and without damping is drift', () => {
    const [one, far] = ask(damped({ years: 4 }, 0.5), made({ ...values(series), 2009: 9, 2008: 8 }), [2016, 2060])
    expect(one?.mean).toBeCloseTo(16 + 0.5, 12)
    expect(far?.mean).toBeCloseTo(17, 9)
    expect(ask(damped('all', 1), series, [2018])).toEqual(ask(drift('all'), series, [2018]))
  })
  test('the band of drift widens faster than that of the last value', () => {
    const line = made(Object.fromEntries(Array.from({ length: 12 }, (_, k) => [2000 + k, k + (k % 3)])))
    const [a, b] = ask(drift({ years: 3 }), line, [2012, 2017]) as [Student, Student]
    expect(b.scale / a.scale).toBeCloseTo(Math.sqrt((6 + 36 / 3) / (1 + 1 / 3)), 9)
  })
  test('one figure, two figures, a window after the last: said, not guessed', () => {
    expect(problemsOf(() => ask(lastValue(), made({ 2015: 3 }), [2016]))).toContain('1 yearly figure give 0 misses')
    expect(problemsOf(() => ask(drift({ years: 3 }), made({ 2014: 1, 2015: 3 }), [2016]))).toContain('expected')
    expect(problemsOf(() => ask(drift({ from: 2015 }), series, [2016]))).toContain('since 2015')
    expect(ask(lastValue({ spread: () => 2 }), made({ 2015: 3 }), [2016])[0]).toEqual({
      kind: 'normal',
      mean: 3,
      sd: 2,
    })
  })
  test('a constant series keeps a band of half a percent', () => {
    const flat = made({ 2010: 7, 2011: 7, 2012: 7, 2013: 7 }, 'ln')
    expect(ask(lastValue(), flat, [2014])[0]?.scale).toBeCloseTo(0.005, 12)
    const zeros = made({ 2010: 0, 2011: 0, 2012: 0, 2013: 0 })
    expect(ask(lastValue(), zeros, [2014])[0]?.scale).toBeCloseTo(0.005, 12)
  })
  test('moving all years moves nothing but the years; a factor on an ln series moves the mean only', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 99, noNaN: true }), { minLength: 8, maxLength: 12 }), (list) => {
        const at = (start: number, factor: number) =>
          made(Object.fromEntries(list.map((value, k) => [start + k, value * factor])), 'ln')
        for (const rule of [
          lastValue(),
          drift({ years: 3 }),
          damped({ years: 4 }, 0.8),
          dampedSmoothing(),
          growthOnItself(),
        ]) {
          const a = ask(rule, at(2000, 1), [2000 + list.length + 1])[0] as Student
          const b = ask(rule, at(2100, 1), [2100 + list.length + 1])[0] as Student
          const c = ask(rule, at(2000, 10), [2000 + list.length + 1])[0] as Student
          expect(b).toEqual(a)
          expect(c.mean - Math.log(10)).toBeCloseTo(a.mean, 6)
          expect(c.scale).toBeCloseTo(a.scale, 6)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('smoothing, growth, prices', () => {
  test('smoothing follows a straight line nearly, gaps and all', () => {
    const line = made(Object.fromEntries([0, 1, 2, 4, 5, 6, 9, 10, 11].map((k) => [2000 + k, 10 + 2 * k])))
    const [next] = ask(dampedSmoothing(), line, [2012])
    expect(Math.abs((next?.mean ?? 0) - 34)).toBeLessThan(0.5)
  })
  test('growth on itself keeps a growth that halves each year', () => {
    const list = [0, 8, 12, 14, 15, 15.5, 15.75, 15.875]
    const series = made(Object.fromEntries(list.map((value, k) => [2000 + k, value])))
    const [far] = ask(growthOnItself(), series, [2009])
    expect(far?.mean).toBeGreaterThan(15.875)
    expect(far?.mean).toBeLessThan(15.875 + 2 * (15.875 / 7))
  })
  test('growth on prices finds the slope, and needs the prices', () => {
    const price: Record<number, number> = {}
    const level: Record<number, number> = { 2000: 10 }
    for (let k = 0; k < 14; k++) {
      price[2000 + k] = k % 4
      level[2001 + k] = (level[2000 + k] as number) + 0.5 * (k % 4) - 0.5
    }
    const beside = { leaf: made({ ...price, 2014: 3 }, 'plain', 'leaf') }
    const series = made(level)
    const [next] = ask(growthOnPrices(['leaf']), series, [2015], beside)
    // last price 3: growth 1, drawn a little to the mean by the ridge
    expect((next?.mean ?? 0) - (level[2014] as number)).toBeGreaterThan(0.9)
    expect((next?.mean ?? 0) - (level[2014] as number)).toBeLessThan(1)
    expect(problemsOf(() => ask(growthOnPrices(['cacao']), series, [2015], beside))).toContain('cacao')
    expect(problemsOf(() => ask(growthOnPrices(['leaf']), made({ 2000: 1, 2001: 2 }), [2015], beside))).toContain(
      'growths',
    )
  })
  test('least squares against a case done by hand; dependent columns are refused', () => {
    const rows = [
      [1, 0],
      [1, 1],
      [1, 2],
    ]
    expect(leastSquares(rows, [1, 3, 5], [0, 0])).toEqual([expect.closeTo(1, 9), expect.closeTo(2, 9)])
    expect(() =>
      leastSquares(
        [
          [1, 1],
          [1, 1],
        ],
        [1, 2],
        [0, 0],
      ),
    ).toThrow(RangeError)
  })
})

describe('counts and shares', () => {
  test('counts: mean of the last years, Poisson where they vary less', () => {
    const even = made({ 2010: 4, 2011: 5, 2012: 4, 2013: 5, 2014: 4, 2015: 5 }, 'counts')
    expect(ask(recentCounts(5), even, [2016])[0]).toEqual({ kind: 'counts', mean: expect.closeTo(23.5 / 5, 12) })
    const wild = made({ 2010: 0, 2011: 30, 2012: 1, 2013: 25, 2014: 0, 2015: 28 }, 'counts')
    const [forecast] = ask(recentCounts(5), wild, [2016]) as unknown as [{ size?: number }]
    expect(forecast.size).toBeGreaterThan(0.3)
    expect(forecast.size).toBeLessThan(3)
  })
  test('zeros do not forbid events', () => {
    const none = made({ 2010: 0, 2011: 0, 2012: 0 }, 'counts')
    expect(ask(recentCounts(5), none, [2013])[0]).toEqual({ kind: 'counts', mean: expect.closeTo(0.5 / 3, 12) })
    expect(problemsOf(() => ask(recentCounts(), made({ 2010: 1 }, 'counts'), [2012]))).toContain('expected 3 or more')
  })
  test('a frozen share follows the whole', () => {
    const whole = made({ 2010: 100, 2011: 110, 2012: 120, 2013: 130, 2014: 140, 2015: 200 }, 'ln', 'valley')
    const part = made({ 2010: 10, 2011: 11, 2012: 12, 2013: 13, 2014: 14 }, 'ln')
    const forecast = frozenShare('valley')(knownAt(2015, part, { valley: whole }), [2016])[0] as Student
    expect(Math.exp(forecast.mean)).toBeCloseTo(20, 9)
    const plain = frozenShare('valley')(
      knownAt(2015, made(values(part)), { valley: made(values(whole), 'plain', 'valley') }),
      [2016],
    )[0] as Student
    expect(plain.mean).toBeCloseTo(20, 9)
    expect(problemsOf(() => ask(frozenShare('valley'), part, [2016]))).toContain('valley')
  })
})

const values = ({ points }: Yearly): Record<number, number> =>
  Object.fromEntries(points.map(({ year, value }) => [year, value]))
