import { expect, test } from 'vitest'
import { valuesOf } from '../../src/engine/values.ts'

test('parameter values keep their names and bits', () => {
  const params: Record<string, number> = Object.fromEntries(
    Array.from({ length: 400 }, (_, k) => [`parameter_${k}`, Math.fround(k) / 7]),
  )
  Object.assign(params, { nothing: -0, hole: Number.NaN, length: 3, index: 4, constructor: 5 })
  const values = valuesOf(params) as Record<string, number>
  for (const [name, value] of Object.entries(params)) expect(Object.is(values[name], value)).toBe(true)
  expect(values.unknown).toBeUndefined()
})

test('draws do not share their values', () => {
  const first = valuesOf({ pace: 1, reach: 2 }) as Record<string, number>
  const second = valuesOf({ pace: 3, reach: 4 }) as Record<string, number>
  expect([first.pace, first.reach, second.pace, second.reach]).toEqual([1, 2, 3, 4])
})

test('what is no list of numbers comes back as it is', () => {
  for (const params of [undefined, null, 7, { pace: 'slow' }]) expect(valuesOf(params)).toBe(params)
})
