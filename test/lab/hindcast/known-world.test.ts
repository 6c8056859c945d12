import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { known } from '../../../src/lab/calibrate/information.ts'
import { factsAt, factsTold, parametersAt, policyAt } from '../../../src/lab/hindcast/known-world.ts'
import { rowsOf, withOneArea } from '../../../src/lab/hindcast/rows.ts'
import { setOf } from '../../../src/lab/hindcast/sets.ts'
import { readScenarios, resolve } from '../../../src/lab/scenario/library.ts'
import type { Resolved } from '../../../src/lab/scenario/types.ts'
import type { Facts } from '../../../src/system/facts.ts'
import { makeWorld } from '../../../src/system/world.ts'
import { root, textsIn, vocabulary } from '../shipped.ts'
import { DISTRICT_NAMES, madeUpPack, point } from './fake.ts'

const path = (from: number, to: number, value: (year: number) => number) =>
  Array.from({ length: to - from + 1 }, (_, k) => [from + k, value(from + k)] as const)

/** Made-up drivers; `later` moves everything after 2014. */
const facts = (later = 1): Facts =>
  ({
    ...{ zones: [{}], rain: [path(2001, 2024, (year) => (year > 2014 ? later : 1))] },
    rainByMonth: Array.from({ length: 12 }, () => 1 / 12),
    announcements: [
      { month: 10 * 12, kind: 'raised', weight: 1 },
      { month: 15 * 12, kind: 'cancelled', weight: later },
    ],
    leadersLost: 15 * 12 + 7,
    exchangeRate: path(2000, 2024, (year) => (year > 2014 ? 3 * later : 3)),
    minimumWage: path(2000, 2024, (year) => (year > 2014 ? later : 1) * 400 * 1.03 ** (year - 2000)),
    cacaoPrice: path(2000, 2024, (year) => (year > 2014 ? 2000 * later : 2000)),
    coffeePrice: path(2000, 2024, (year) => (year > 2014 ? 3000 * later : 3000)),
    coffeeYield: path(2000, 2024, (year) => (year > 2014 ? later : 0.8)),
    legalLeafDemand: path(2000, 2024, (year) => (year > 2014 ? 9000 * later : 9000)),
  }) as unknown as Facts

const parameters = [...readFileSync(join(root, 'data/parameters.csv'), 'utf8').matchAll(/^([a-z_0-9]+),/gm)]
const p = Object.fromEntries(parameters.map(([, name]) => [name, 0.1])) as never

const monthsOf = (of: Facts) => {
  const world = makeWorld(of, { ...(p as object), price_memory_years: 2, pandemic_outlet_loss: 0 } as never, {}, 5)
  return Array.from({ length: 19 * 12 }, (_, month) => structuredClone(world(month)))
}

describe('the world as it was known at the end of 2014', () => {
  test('is the same whatever came later, and the same as history until then', () => {
    const known = monthsOf(factsAt(facts(1), 2014))
    expect(monthsOf(factsAt(facts(1.7), 2014))).toEqual(known)
    const told = monthsOf(factsTold(facts(1), 2014))
    // the year before the last one, since yearly figures stand in the middle of their years
    expect(known.slice(0, 14 * 12)).toEqual(told.slice(0, 14 * 12))
    expect(known[18 * 12]?.cacaoUsd).toBe(2000)
    expect(known.some(({ leadersLost, cancelled }) => leadersLost > 0 || cancelled > 0)).toBe(false)
  })
  test('wages go on as they grew', () => {
    const { minimumWage } = factsAt(facts(), 2014)
    const at = (year: number) => minimumWage.find(([one]) => one === year)?.[1] as number
    expect(at(2018) / at(2014)).toBeCloseTo(1.03 ** 4, 6)
    expect(factsTold(facts(), 2014).minimumWage).toEqual(minimumWage)
  })
  test('holds policies as they were in its last month', () => {
    const { scenarios } = readScenarios(textsIn('scenarios', '.yaml'), vocabulary)
    const history = resolve('history', scenarios, vocabulary)
    const then = policyAt(history, 2014)
    const outside = (of: Resolved, month: number) => of.levers.outside_eradication?.fields.hectares_per_year?.[month]
    expect(outside(then, 14 * 12 + 11)).toBe(31_205)
    expect(outside(then, 18 * 12)).toBe(31_205)
    expect(outside(history, 18 * 12)).toBe(25_107)
    expect(then.levers.alternative_development?.mask[200]).toBe(history.levers.alternative_development?.mask[179])
  })
  test('no pandemic is foreseen before it came', () => {
    const pandemic = { name: 'pandemic_outlet_loss', low: 0.3, central: 0.55, high: 0.8 } as never
    expect(parametersAt([pandemic], 2018)[0]).toMatchObject({ low: 0, high: 0 })
    expect(parametersAt([pandemic], 2020)[0]).toMatchObject({ low: 0.3, high: 0.8 })
  })
})

test('the area of the valley is one series, whoever measured it, and ends at the origin', () => {
  const pack = madeUpPack(2018, [
    point('coca_area_unodc', 'VRAEM', 2001, 9_000),
    point('coca_area_unodc', 'VRAEM', 2014, 17_000),
  ])
  const settled = (year: number) => {
    const one = madeUpPack(2018).observations.filter((row) => row.year === year && row.series === 'coca_area_devida')
    return one[0]?.value
  }
  const consistent = { ...pack, observations: pack.observations.filter(({ value }) => value !== 17_000) }
  const area = withOneArea(known(consistent, { until: 2014 })).observations.filter(
    ({ series, place }) => series.startsWith('coca_area') && place === 'VRAEM',
  )
  expect(new Set(area.map(({ series }) => series))).toEqual(new Set(['coca_area_devida']))
  expect(area[0]).toMatchObject({ year: 2001, value: 9_000 })
  expect(area.at(-1)).toMatchObject({ year: 2014, value: settled(2014) })
  expect(() => withOneArea(pack)).toThrow(/sources say/)
})

test('rows are the years after the origin, of the valley and of the districts of coca', () => {
  const frame = { zones: [], districts: DISTRICT_NAMES.map((ubigeo) => ({ ubigeo, devida: ubigeo !== '120606' })) }
  const pack = madeUpPack(2018, [point('poverty', '050408', 2015, 50, 'percent')])
  const set = setOf('rolling', DISTRICT_NAMES)
  const rows = rowsOf(set, set.origins[3] as (typeof set.origins)[number], pack, frame as never)
  expect(new Set(rows.map(({ year }) => year))).toEqual(new Set([2015, 2016, 2017, 2018]))
  expect(rows.filter(({ place }) => place === '120606')).toEqual([])
  expect(rows.filter(({ series, place }) => series === 'poverty' && place === '050408')).toHaveLength(1)
  const space = setOf('space', DISTRICT_NAMES)
  const held = rowsOf(space, space.origins[0] as (typeof space.origins)[number], pack, frame as never)
  expect(new Set(held.map(({ place }) => place))).toEqual(new Set(['050505']))
})
