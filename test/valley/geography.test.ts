import { describe, expect, test } from 'vitest'
import { scopes, scopeWeights, travelHours } from '../../src/valley/index.ts'
import { pack, total, valley } from './start.ts'

const find = (ubigeo: string) => {
  const found = valley.districts.find((one) => one.ubigeo === ubigeo)
  if (!found) throw new Error(ubigeo)
  return found
}

describe('districts', () => {
  test('the 95 inside the outline, by ubigeo, each at its index', () => {
    const codes = valley.districts.map((one) => one.ubigeo)
    expect(codes).toHaveLength(95)
    expect(codes).toEqual([...codes].sort())
    expect(valley.districts.every((one, k) => one.index === k)).toBe(true)
  })
  test('the scopes are nested and have the documented sizes', () => {
    expect(total(scopeWeights(valley, 'zone'))).toBe(24)
    expect(total(scopeWeights(valley, 'A'))).toBe(40)
    expect(total(scopeWeights(valley, 'AB'))).toBe(58)
    expect(total(scopeWeights(valley, 'all'))).toBe(95)
    for (const one of valley.districts) if (scopes.A(one)) expect(scopes.AB(one)).toBe(true)
  })
  test('neighbours are the pairs of the table, both ways', () => {
    let pairs = 0
    for (const one of valley.districts) {
      expect(one.neighbours).not.toContain(one.index)
      for (const k of one.neighbours) expect(valley.districts[k]?.neighbours).toContain(one.index)
      pairs += one.neighbours.length
    }
    const codes = new Set(valley.districts.map((one) => one.ubigeo))
    const rows = pack.tables.get('geo-adjacency')?.rows ?? []
    const inside = rows.filter(({ values }) => codes.has(String(values.ubigeo_a)) && codes.has(String(values.ubigeo_b)))
    expect(pairs).toBe(2 * inside.length)
  })
  test('every figure is finite and inside its range', () => {
    for (const one of valley.districts) {
      for (const [name, value] of Object.entries(one)) {
        if (typeof value === 'number')
          expect(Number.isFinite(value) && value >= (name === 'lat' || name === 'lon' ? -90 : 0), name).toBe(true)
      }
      for (const share of [
        one.suitable,
        one.rugged,
        one.riverAccess,
        one.indigenous,
        one.farmShare,
        one.poverty.start,
      ]) {
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
      }
      expect(one.cocaHa + one.cacaoHa + one.coffeeHa + one.foodHa).toBeLessThanOrEqual(one.farmlandHa)
      expect(total(one.farmsBySize)).toBe(one.farms)
      expect(one.farms).toBeLessThanOrEqual(one.households)
    }
  })
  test('of the two districts called Anco the one of La Mar has coca, the one of Churcampa none', () => {
    expect(find('050502').cocaHa).toBeGreaterThan(100)
    expect(find('090502').cocaHa).toBe(0)
    expect(find('050502').suitable).toBeGreaterThan(10 * find('090502').suitable)
  })
  test('coca of the zone is the claim, and follows the panel where no split blurs it', () => {
    const zone = valley.districts.filter(scopes.zone)
    expect(total(zone.map((one) => one.cocaHa))).toBeCloseTo(11_475, 3)
    // Santa Rosa, with Samugari and Río Magdalena, against Sivia: 3,250 to 1,223 ha in 2012
    const ratio = (find('050507').cocaHa + find('050509').cocaHa + find('050513').cocaHa) / find('050407').cocaHa
    expect(ratio).toBeGreaterThan(2.4)
    expect(ratio).toBeLessThan(3.4)
  })
  test('people: back from the census of 2007, splits of 2021 add up to it', () => {
    const kimbiri = ['080907', '080916', '080917'].map((code) => find(code).population.census2007)
    expect(total(kimbiri)).toBeCloseTo(14_814, -1)
    const all = total(valley.districts.map((one) => one.population.start))
    expect(all).toBeGreaterThan(560_000)
    expect(all).toBeLessThan(691_000)
  })
  test('slots for settlers only in the coca zone, at least 8 % of its farms', () => {
    for (const one of valley.districts) {
      if (one.devidaZone === undefined) expect(one.vacant).toBe(0)
      else expect(one.vacant).toBeGreaterThanOrEqual(Math.floor(0.08 * one.farms))
    }
  })
})

describe('travel', () => {
  test('hours are plausible in 2000 and road works only shorten them', () => {
    const before = travelHours(pack, valley.districts, 2000)
    const after = travelHours(pack, valley.districts, 2024)
    before.forEach((hours, k) => {
      expect(hours).toBeGreaterThan(0)
      expect(hours).toBeLessThan(14)
      expect(after[k]).toBeLessThanOrEqual(hours + 1e-9)
    })
    const ayna = find('050503').index
    expect(before[ayna]).toBeGreaterThan(5)
    expect(after[ayna] as number).toBeLessThan(0.75 * (before[ayna] as number))
  })
})
