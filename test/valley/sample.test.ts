import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marginsOf, synthesise } from '../../src/valley/index.ts'
import { byDistrict, central, full, kept, total, valley } from './start.ts'

const totals = Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, byDistrict(full, value)]))

describe('samples', () => {
  test.each([2, 5, 10, 20, 100, 200])('1/%i keeps the totals of every district', (n) => {
    const sample = synthesise(valley, central, { sample: n })
    for (const [name, value] of Object.entries(kept)) {
      byDistrict(sample, value).forEach((sum, d) => {
        const target = totals[name]?.[d] as number
        const error = Math.abs(sum - target) / Math.max(target, 1e-9)
        if (!(target === 0 ? sum === 0 : error < 1e-6))
          throw new Error(`${name} of district ${d}: ${sum}, not ${target}`)
      })
    }
  })
  test('any 1/n is a part of the whole: same id, same place, same fixed traits; fine numbers; crops fit on the land', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), (n) => {
        const { id, district, cohort, columns, holder, typeDraw } = synthesise(valley, central, { sample: n })
        id.forEach((k, at) => {
          const same =
            district[at] === full.district[k] &&
            cohort[at] === full.cohort[k] &&
            holder[at] === full.holder[k] &&
            typeDraw[at] === full.typeDraw[k] &&
            columns.soil[at] === full.columns.soil[k] &&
            columns.farm[at] === full.columns.farm[k] &&
            columns.grower[at] === full.columns.grower[k]
          if (!same || (at > 0 && k <= (id[at - 1] as number))) throw new Error(`household ${k} differs`)
          const crops =
            (columns.cocaYoung[at] as number) +
            (columns.cocaBearing[at] as number) +
            (columns.cacaoYoung[at] as number) +
            (columns.cacaoBearing[at] as number) +
            (columns.coffeeYoung[at] as number) +
            (columns.coffeeBearing[at] as number) +
            (columns.food[at] as number)
          if (crops > (columns.land[at] as number) * (1 + 1e-5))
            throw new Error(`household ${k}: crops beyond its land`)
        })
        for (const [name, values] of Object.entries(columns)) {
          const fine = values.every((value) => Number.isFinite(value) && (name === 'frugal' || value >= 0))
          expect(fine, name).toBe(true)
        }
        expect(columns.weight.every((weight) => weight > 0)).toBe(true)
      }),
      { numRuns: 6 },
    )
  })
  test('the smallest sample still has a farm and a town household in every district that has them', () => {
    const sample = synthesise(valley, central, { sample: 200 })
    const farms = new Set<number>()
    const towns = new Set<number>()
    sample.district.forEach((d, k) => {
      if (sample.columns.here[k] === 1) (sample.columns.farm[k] === 1 ? farms : towns).add(d)
    })
    for (const one of valley.districts) {
      expect(farms.has(one.index)).toBe(one.farms > 0)
      expect(towns.has(one.index)).toBe(one.households > one.farms)
    }
    expect(sample.id.length).toBeLessThan(full.id.length / 100)
  })
  test('1/10 is near the whole in what it does not keep: types, income, poverty', () => {
    const sample = synthesise(valley, central, { sample: 10 })
    const near = (value: (p: typeof full, k: number) => number, within: number) => {
      const [a, b] = [total(byDistrict(sample, value)), total(byDistrict(full, value))]
      expect(Math.abs(a / b - 1)).toBeLessThan(within)
    }
    near(
      ({ columns }, k) => (columns.grower[k] === 2 ? (columns.farm[k] as number) * (columns.here[k] as number) : 0),
      0.02,
    )
    near(({ columns }, k) => (columns.grower[k] === 2 ? (columns.cocaBearing[k] as number) : 0), 0.03)
    near(({ columns }, k) => columns.income[k] as number, 0.02)
    const { margins } = marginsOf(sample, valley)
    expect(margins.filter((margin) => !margin.pass).length).toBeLessThan(10)
  })
  test.each([0, 201, 2.5, Number.NaN])('1/%d is refused', (n) => {
    expect(() => synthesise(valley, central, { sample: n })).toThrow(RangeError)
  })
})
