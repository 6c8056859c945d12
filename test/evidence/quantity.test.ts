import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conversion, convert, ratesIn, type Setting } from '../../src/evidence/ledger/quantity.ts'
import { knownUnit, nearUnit, parseUnit } from '../../src/evidence/ledger/unit.ts'
import { loadPackage } from '../../src/evidence/package.ts'
import { shippedFiles } from './files.ts'

const rates = new Map([
  [2013, 2.5],
  [2019, 4],
])

describe('units', () => {
  test('every unit of the shipped data is known', () => {
    const { ledger } = loadPackage(shippedFiles())
    const units = new Set([...ledger.everything()].map(({ unit }) => unit).filter(Boolean))
    for (const { unit } of ledger.subjects.values()) if (unit) units.add(unit)
    expect(units.size).toBeGreaterThan(100)
    expect([...units].filter((unit) => !knownUnit(unit))).toEqual([])
  })

  test.each(['', 'widgets', 'hectars', 'USD/kgg', 'ha/', 'a lot'])('"%s" is not a unit', (text) => {
    expect(knownUnit(text)).toBe(false)
  })

  test('a misspelt name has a suggestion, a known unit none', () => {
    expect(nearUnit('hectars')).toBe('hectare')
    expect(nearUnit('USD/kgg')).toBe('USD/kg')
    expect(nearUnit('millon USD')).toBe('million USD')
    expect(nearUnit('xyzzy')).toBeUndefined()
    expect(nearUnit('USD/12 kg')).toBeUndefined()
  })

  test('what a unit says beyond itself is kept', () => {
    expect(parseUnit('soldier deaths')).toMatchObject({ qualifier: 'soldier', otherTime: false })
    expect(parseUnit('t/yr sun-dried')?.qualifier).toBe('sun-dried')
    expect(parseUnit('strips Jan-Oct')).toMatchObject({ qualifier: 'Jan-Oct', otherTime: true })
    expect(parseUnit('million EUR over 4.5 years')?.otherTime).toBe(true)
    expect(parseUnit('S/ (per day or arroba, unclear)')?.vague).toBe(true)
  })
})

describe('conversion', () => {
  test.each<[number, string, string, Setting, number]>([
    [38, 'USD/12 kg', 'USD/kg', {}, 38 / 12],
    [115, 'S/ per arroba (11.5 kg)', 'PEN/kg', {}, 10],
    [120, 'USD/arroba (12 kg)', 'USD/kg', {}, 10],
    [115, 'USD/arroba', 'US$/kg', {}, 10],
    [115, 'S/ per arroba (11.5 kg)', 'US$/kg', { year: 2013, rates }, 4],
    [10, 'USD/kg', 'PEN/kg', { year: 2019, rates }, 40],
    [17800, 'acres', 'ha', {}, 17800 * 0.40468564224],
    [10, 'km2', 'ha', {}, 1000],
    [32, 'thousand ha', 'ha', {}, 32000],
    [2, 't', 'kg', {}, 2000],
    [2, 'metric tons', 'lb', {}, 2000 / 0.45359237],
    [5000, 'USD/t', 'USD/kg', {}, 5],
    [100, 'US cents/lb', 'USD/kg', {}, 1 / 0.45359237],
    [24, 'quintals/ha', 'kg/ha/yr', { months: 12 }, 1104],
    [54, '%', 'fraction', {}, 0.54],
    [3, 'flights/day', 'flights/yr', {}, 1095],
    [930, 'PEN/month', 'PEN/yr', {}, 11160],
    [25526, 'ha', 'ha/yr', { months: 12 }, 25526],
    [5, 'deaths', 'deaths/month', { months: 1 }, 5],
    [5, 'deaths/yr', 'deaths', { months: 12 }, 5],
    [4, 'soldier deaths', 'troop deaths', {}, 4],
    [4, 'soldiers killed', 'soldier deaths', {}, 4],
    [4, 'dead children', 'child deaths', {}, 4],
    [15000, 'troops', 'persons', {}, 15000],
    [7, 'labs', 'count', {}, 7],
    [4, 'harvests/yr', '1/yr', {}, 4],
    [18, 'months', 'years', {}, 1.5],
  ])('%d %s in %s', (figure, from, to, setting, expected) => {
    expect(convert(figure, from, to, setting)?.value).toBeCloseTo(expected, 9)
  })

  test.each<[string, string, Setting, RegExp]>([
    ['ha', 't', {}, /different things/],
    ['persons', '%', {}, /different things/],
    ['labs', 'ha', {}, /different things/],
    ['deaths', 'wounded', {}, /different things/],
    ['soldier deaths', 'deaths', {}, /different things/],
    ['soldier deaths', 'militant deaths', {}, /different things/],
    ['child deaths', 'civilian deaths/yr', { months: 12 }, /different things/],
    ['police wounded', 'wounded', {}, /different things/],
    ['world rank', 'national rank', {}, /different things/],
    ['percent', 'index', {}, /different things/],
    ['PEN/day', 'PEN/month', {}, /days worked/],
    ['ha', 'ha/yr', { months: 24 }, /unless its period is one year/],
    ['ha', 'ha/yr', {}, /unless its period is one year/],
    ['strips Jan-Oct', 'strips/yr', { months: 12 }, /unless its period is one year/],
    ['PEN/kg', 'USD/kg', { year: 2023, rates }, /no exchange rate for 2023/],
    ['PEN/kg', 'USD/kg', { rates }, /no single year/],
    ['million EUR', 'million USD', { year: 2013, rates }, /no rate of the euro/],
    ['PEN of 2018', 'PEN', { year: 2019, rates }, /no price index/],
    ['S/ (per day or arroba, unclear)', 'PEN/day', {}, /leaves the unit open/],
    ['widgets', 'ha', {}, /"widgets" is not known/],
    ['', 'ha', {}, /no unit/],
  ])('%s is not %s', (from, to, setting, why) => {
    expect(convert(1, from, to, setting)).toBeUndefined()
    const refused = conversion(from, to, setting)
    expect('why' in refused && refused.why.en).toMatch(why)
    expect('why' in refused && refused.why.es).not.toBe('')
  })

  test('says how, in both languages', () => {
    expect(convert(1, 'ha', 'ha')?.how).toEqual({ en: 'as stated', es: 'tal como se dice' })
    expect(convert(38, 'USD/12 kg', 'USD/kg')?.how.en).toBe('quoted for 12 kg')
    const { how } = convert(115, 'S/ per arroba (11.5 kg)', 'US$/kg', { year: 2013, rates }) ?? {}
    expect(how?.en).toBe('1 arroba = 11.5 kg; 2.5 soles a dollar, mean of 2013; money of that year')
    expect(how?.es).toBe('1 arroba = 11,5 kg; 2,5 soles por dólar, promedio de 2013; dinero de ese año')
  })

  test('there and back gives the figure again', () => {
    const families = [
      ['ha', 'acres', 'km2', 'thousand ha'],
      ['kg', 't', 'lb', 'quintals', 'arroba (12 kg)', 'million t'],
      ['USD/kg', 'S/ per arroba (11.5 kg)', 'US cents/lb', 'PEN/t', 'USD/12 kg'],
      ['t/yr', 'kg/month', 't/day', 'kg/week'],
      ['deaths', 'killed', 'fatalities', 'deaths/yr', 'count'],
      ['%', 'fraction', 'ratio', 'percent of output'],
    ]
    const pairs = families.flatMap((family) => family.flatMap((a) => family.map((b) => [a, b] as const)))
    const setting = { year: 2019, months: 12, rates }
    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.double({ min: 1e-6, max: 1e9, noNaN: true }), ([a, b], figure) => {
        const there = convert(figure, a, b, setting)
        const back = there && convert(there.value, b, a, setting)
        expect(back).toBeDefined()
        expect(Math.abs((back?.value ?? 0) / figure - 1)).toBeLessThan(1e-12)
      }),
    )
  })

  test('any text is either a unit or refused without a fault', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const found = conversion(a, b, { year: 2013, months: 12, rates })
        expect('why' in found || Number.isFinite(found.factor)).toBe(true)
        expect(typeof nearUnit(a) === 'string' && knownUnit(a)).toBe(false)
      }),
    )
  })
})

test('the shipped exchange rates are those of the series, the first row of a year', () => {
  const found = ratesIn(loadPackage(shippedFiles()).ledger.observations)
  expect(found.get(2013)).toBe(2.7019)
  expect(found.get(1990)).toBe(0.1879)
  expect(found.get(1980)).toBeUndefined()
})
