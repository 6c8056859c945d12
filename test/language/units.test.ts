// Units: the grammar, and every single wrong unit in the demo declarations is noticed.
import { describe, expect, test } from 'vitest'
import { root, times } from '../../src/language/compiler/units.ts'
import { compile, type Declarations, isUnit, Refused, show, unit } from '../../src/language/index.ts'
import { state as demo } from './fixture/demo_state.ts'
import { demoFiles, demoRules } from './fixture/files.ts'

test.each([
  ['PEN/person/day', 'PEN/day/person'],
  ['ha', 'ha'],
  ['1', '1'],
  ['USD', 'USD'],
  ['day/ha/month', 'day/ha/month'],
  ['ha month/PEN', 'ha month/PEN'],
  ['1/month', '1/month'],
  ['m^2', 'm^2'],
  ['kg^-1', '1/kg'],
  ['PEN/kg kg', 'PEN'],
])('%s reads %s', (text, shown) => {
  expect(isUnit(text)).toBe(true)
  expect(show(unit(text))).toBe(shown)
})

test.each(['', 'PEN/', '/PEN', 'PEN per ha!', 'PEN//ha', '2', 'm^', 'm^1.5'])('%j is no unit', (text) => {
  expect(isUnit(text)).toBe(false)
})

test('products, quotients and roots', () => {
  expect(show(times(unit('PEN/kg'), unit('kg/ha')))).toBe('PEN/ha')
  expect(times(unit('PEN/kg'), unit('PEN/kg'), -1)).toBe(unit('1'))
  expect(root(unit('m^2/s^4'))).toBe(unit('m/s^2'))
  expect(root(unit('m^3'))).toBeUndefined()
})

const tables = ['household', 'district', 'param', 'sums'] as const
const quantities = tables.flatMap((table) => Object.keys(demo[table]).map((name) => ({ table, name })))
describe('one wrong unit', () => {
  test.each(quantities.filter(({ name }) => name !== 'id'))('$table.$name', ({ table, name }) => {
    const columns: Declarations[typeof table] = demo[table]
    const right = columns[name]?.unit ?? ''
    const wrong = { ...columns, [name]: { ...columns[name], unit: right === '1' ? 'USD' : `${right}/year` } }
    expect(() => compile(demoFiles, { run: demoRules }, { ...demo, [table]: wrong } as Declarations)).toThrow(Refused)
  })
})
