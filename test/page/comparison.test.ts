import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Laboratory, openLaboratory } from '../../src/host/laboratory.ts'
import { resolve } from '../../src/lab/scenario/resolve.ts'
import { linkFrom, readAddress, writeAddress } from '../../src/page/address.ts'
import { checked } from '../../src/page/compare/checked.ts'
import { type Comparison, initial } from '../../src/page/compare/comparison.ts'
import { costEffect, SIZE } from '../../src/page/compare/cost-effect.ts'
import {
  type Draft,
  endValue,
  isPlain,
  preset,
  titleOf,
  withoutLever,
  withValue,
} from '../../src/page/compare/draft.ts'
import { scaleOf, typed } from '../../src/page/compare/field-scale.ts'
import { fileOf, readFile, scenarioOf } from '../../src/page/compare/file.ts'
import { readLink, writeLink } from '../../src/page/compare/link.ts'
import { inSlices } from '../../src/page/compare/slices.ts'
import { tooSmall } from '../../src/page/map/district.ts'
import { compared } from '../../src/report/compared.ts'
import { levers } from '../../src/system/levers.ts'
import { comparison } from '../report/fixture.ts'

let lab: Laboratory
beforeAll(async () => {
  lab = await openLaboratory()
})
const moved = (): Draft => withValue(preset('cacao-first'), 'roads', 'km_per_year', 60, lab.scenarios)
const full = (): Comparison => ({
  reference: 'no-levers',
  draws: 32,
  world: { climate: 'dry' },
  packages: [
    {
      ...moved(),
      title: { es: 'Mi; plan ~ 100 %: a=b', en: 'Mi; plan ~ 100 %: a=b' },
      model: { spillover: 'deterrence' },
    },
    withValue(preset('balanced'), 'roads', 'districts', ['050408', 'Pichari'], lab.scenarios),
    {
      ...preset('baseline'),
      levers: { dialogue: 'none', power: { homes_per_year: [{ from: '2027-01', value: 900 }] } },
    },
  ],
})

describe('the link of a comparison', () => {
  test('what is written is read again, through an address too', () => {
    const comparison = full()
    const text = writeLink(comparison)
    expect(readLink(text)).toEqual({ comparison, faults: [] })
    const address = writeAddress({ path: ['mapa'], query: { comparar: text } })
    expect(readLink(readAddress(address).query.comparar ?? '').comparison).toEqual(comparison)
    expect(linkFrom(readAddress(address), ['limites'])).toContain('comparar=1~')
    expect(address.length).toBeLessThan(600)
  })

  test('the first comparison needs no words, a simple one few', () => {
    expect(writeLink(initial)).toBe('')
    expect(readLink('').comparison).toBe(initial)
    expect(writeLink({ ...initial, packages: [moved()] })).toBe(
      '1~p:cacao-first;l.roads.start:2026-01;l.roads.km_per_year:60',
    )
  })

  test('any text is read without a fault of its own', () => {
    const mangled = fc.tuple(fc.nat(300), fc.string({ maxLength: 6 })).map(([at, noise]) => {
      const text = writeLink(full())
      return text.slice(0, at) + noise + text.slice(at + 3)
    })
    fc.assert(
      fc.property(fc.oneof(fc.string(), mangled), (text) => {
        const { comparison } = readLink(text)
        expect(comparison.packages.length).toBeGreaterThan(0)
        expect(comparison.packages.length).toBeLessThanOrEqual(3)
      }),
    )
  })

  test('of a damaged one, what is whole is kept and the rest is told', () => {
    const { comparison, faults } = readLink(
      '2~p:balanced;l.roads.km_per_year:60;l.roads;t:"cut~w:climate:dry~x:1~p~p:a~p:b~p:c',
    )
    expect(faults.map(({ kind }) => kind)).toEqual(['newer', 'part', 'part', 'part', 'many', 'many'])
    expect(comparison.world).toEqual({ climate: 'dry' })
    expect(comparison.packages[0]?.levers).toEqual({ roads: { km_per_year: 60 } })
  })

  test('names and values that the laboratory does not know are dropped one by one', () => {
    const link =
      '1~r:nobody~n:5000~w:climate:hail~p:cacao-first;l.roads.km_per_year:99999;l.teleport.x:1;l.power.homes_per_year:700'
    const { comparison, dropped } = checked(readLink(link).comparison, lab.scenarios, lab.vocabulary, 81)
    expect(comparison).toMatchObject({ reference: 'baseline', draws: 64, world: {} })
    expect(comparison.packages[0]?.levers).toEqual({ roads: {}, power: { homes_per_year: 700 } })
    expect(dropped.map(({ field }) => field?.split('.')[0]).sort()).toEqual([
      'levers',
      'levers',
      'n',
      'reference',
      'world.climate'.split('.')[0],
    ])
  })
})

describe('packages as files', () => {
  test('a file says what the page runs', () => {
    const draft = moved()
    const title = titleOf(draft, lab.scenarios)
    expect(title.es).toBe('Primero el cacao, con cambios')
    const text = fileOf(draft, title, { climate: 'dry' })
    const read = readFile(text, 'paquete-a.yaml', lab.scenarios, lab.vocabulary)
    expect(read.problems).toEqual([])
    const { scenario } = scenarioOf(draft, 'paquete-a', title, { climate: 'dry' }, lab.vocabulary)
    expect(read.scenario).toEqual(scenario)
    const again = resolve(
      'paquete-a',
      new Map([...lab.scenarios, ['paquete-a', read.scenario as never]]),
      lab.vocabulary,
    )
    expect(endValue(again, 'roads', 'km_per_year')).toBe(60)
    expect(endValue(again, 'alternative_development', 'places_per_year')).toBe(4000)
    expect(again.card.world.climate).toBe('dry')
    expect(again.levers.roads?.fields.km_per_year?.[311]).not.toBe(60)
  })

  test('all problems of a file are told, and one without a base', () => {
    const bad = readFile(
      'title: {en: x}\nlevers: {roads: {km: 1}, nothing: none}\nversion: 9\n',
      'x.yaml',
      lab.scenarios,
      lab.vocabulary,
    )
    expect(bad.draft).toBeUndefined()
    expect(bad.problems.length).toBeGreaterThan(3)
    const lost = readFile('title: {en: x, es: x}\nfrom: cacao-frist\n', 'x.yaml', lab.scenarios, lab.vocabulary)
    expect(lost.problems[0]).toMatchObject({ line: 2, field: 'from', todo: 'write "cacao-first" if that is meant' })
    expect(readFile('\u0000\u0001GIF', 'x.gif', lab.scenarios, lab.vocabulary).problems).not.toEqual([])
  })

  test('a lever moved in a package takes the month of the package, and goes back to it', () => {
    expect(
      withValue(preset('cacao-first'), 'forced_eradication', 'hectares_per_year', 9, lab.scenarios).levers,
    ).toEqual({
      forced_eradication: { hectares_per_year: 9 },
    })
    expect(isPlain(withoutLever(moved(), 'roads'))).toBe(true)
  })
})

describe('fields of levers', () => {
  test('what is typed stays in range, shares as percents, and steps can be hit', () => {
    const { grant, bonus } = levers.alternative_development.fields
    expect(typed('70', grant)).toBe(0.7)
    expect(typed('7,5', grant)).toBe(0.075)
    expect(typed('-3', grant)).toBe(0)
    expect(typed('1e9', bonus)).toBe(1500)
    expect(typed('many', bonus)).toBeUndefined()
    for (const lever of Object.values(levers))
      for (const field of Object.values(lever.fields)) {
        const { step, factor } = scaleOf(field)
        const steps = ((field.high - field.low) * factor) / step
        expect(steps).toBeGreaterThanOrEqual(18)
        expect(steps).toBeLessThanOrEqual(1000)
      }
  })
})

describe('drawings', () => {
  test.each([300, 680])('cost against effect stays inside a room that ends at %i, zero with it', (right) => {
    const c = compared(comparison(3))
    const plot = costEffect(c, 'poverty_rate', right)
    expect(plot?.points.length).toBe(c.packages.length)
    for (const { across, along, x, y } of [...(plot?.points ?? [])]) {
      for (const at of [...across, x, plot?.zero[0] ?? 0]) {
        expect(at).toBeGreaterThanOrEqual(SIZE.left)
        expect(at).toBeLessThanOrEqual(right)
      }
      for (const at of [...along, y, plot?.zero[1] ?? 0]) {
        expect(at).toBeGreaterThanOrEqual(SIZE.top)
        expect(at).toBeLessThanOrEqual(SIZE.bottom)
      }
    }
    expect(costEffect(c, 'nothing', right)).toBeUndefined()
  })

  test('a district with a very small figure in one year shows none of its years', () => {
    const row = compared(comparison(2)).series('baseline', 'coca_area')[0]
    if (!row) throw new Error('the fixture has no coca area')
    expect(
      tooSmall([
        { ...row, p50: 400 },
        { ...row, p50: 3 },
      ]),
    ).toBe(true)
    expect(
      tooSmall([
        { ...row, p50: 400 },
        { ...row, p50: 0 },
      ]),
    ).toBe(false)
  })
})

test('work in slices stops when it is stale', async () => {
  const seen: number[] = []
  expect(
    await inSlices(
      [1, 2, 3, 4],
      (item) => seen.push(item),
      () => seen.length === 2,
    ),
  ).toBe(false)
  expect(seen).toEqual([1, 2])
  expect(
    await inSlices(
      [1],
      () => {},
      () => false,
    ),
  ).toBe(true)
})
