// Shocks of the world: the keyed draws where nothing is given, and exactly what is given where something is.
import { expect, test } from 'vitest'
import { drawsOf } from '../../src/engine/draws.ts'
import { SHAKEN, shockName, shocksOf } from '../../src/system/shocks.ts'
import { state } from '../../src/system/state.ts'

const months = Array.from({ length: 36 }, (_, m) => m)
const root = Math.sqrt(12)

test('without anything given they are the draws of the streams', () => {
  const draws = drawsOf(state.streams)
  draws.seed = 77
  const shock = shocksOf(77)
  for (const month of months) {
    draws.month = month
    for (const what of SHAKEN) expect(shock(what, month, 2)).toBe(draws.normal(what, 2))
  }
})

test('a given year adds up to what is given; its months keep their differences and other years their bits', () => {
  const free = shocksOf(5)
  const held = shocksOf(5, { [shockName('mood', 2001)]: 1.5, [shockName('zone', 2001, 3)]: -2 })
  const year = months.slice(12, 24)
  const sum = (of: ReturnType<typeof shocksOf>, what: 'mood' | 'zone' | 'border', zone = 0) =>
    year.reduce((all, month) => all + of(what, month, zone), 0) / root
  expect(sum(held, 'mood')).toBeCloseTo(1.5, 10)
  expect(sum(held, 'zone', 3)).toBeCloseTo(-2, 10)
  expect(sum(held, 'zone', 2)).toBe(sum(free, 'zone', 2))
  expect(sum(held, 'border')).toBe(sum(free, 'border'))
  const apart = (of: ReturnType<typeof shocksOf>) => of('mood', 15) - of('mood', 14)
  expect(apart(held)).toBeCloseTo(apart(free), 10)
  for (const month of [...months.slice(0, 12), ...months.slice(24)])
    expect(held('mood', month)).toBe(free('mood', month))
})

test('a year given what it drew anyway changes nothing to speak of', () => {
  const free = shocksOf(9)
  const own = months.slice(0, 12).reduce((all, month) => all + free('border', month), 0) / root
  const held = shocksOf(9, { [shockName('border', 2000)]: own })
  for (const month of months) expect(held('border', month)).toBeCloseTo(free('border', month), 10)
})
