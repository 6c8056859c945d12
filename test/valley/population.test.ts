import { describe, expect, test } from 'vitest'
import { state } from '../../src/system/state.ts'
import { marginsOf, synthesise, valleyOf } from '../../src/valley/index.ts'
import { synthesiseInTurns } from '../../src/valley/population.ts'
import { central, full, pack, sameBits, total, valley } from './start.ts'

describe('full population', () => {
  test('has every stored column of the household table, and no other', () => {
    const stored = Object.entries(state.household).filter(([, column]) => !('flow' in column))
    expect(Object.keys(full.columns).sort()).toEqual(stored.map(([name]) => name).sort())
    for (const [name, column] of stored) {
      const values = full.columns[name as keyof typeof full.columns]
      expect(values instanceof Uint8Array, name).toBe('type' in column)
      expect(values.length).toBe(full.id.length)
    }
  })
  test('about 150,000 households, 110,000 of them farms, numbered from 0', () => {
    const households = total(full.columns.here)
    expect(Math.abs(households / 150_000 - 1)).toBeLessThan(0.05)
    const farms = total(full.columns.farm.map((farm, k) => farm * (full.columns.here[k] as number)))
    expect(Math.abs(farms / 110_000 - 1)).toBeLessThan(0.001)
    expect(full.id.every((id, k) => id === k)).toBe(true)
  })
  test('nothing negative but tastes, nothing unbounded, crops fit on the land', () => {
    for (const [name, values] of Object.entries(full.columns)) {
      const fine = values.every((value) => Number.isFinite(value) && (name === 'frugal' || value >= 0))
      expect(fine, name).toBe(true)
    }
    const c = full.columns
    for (let k = 0; k < full.id.length; k++) {
      const crops =
        (c.cocaYoung[k] as number) +
        (c.cocaBearing[k] as number) +
        (c.cacaoYoung[k] as number) +
        (c.cacaoBearing[k] as number) +
        (c.coffeeYoung[k] as number) +
        (c.coffeeBearing[k] as number) +
        (c.food[k] as number)
      if (crops > (c.land[k] as number) * (1 + 1e-6))
        throw new Error(`household ${k}: ${crops} ha of crops on ${c.land[k]} ha`)
      if (c.here[k] === 1 && (c.adults[k] as number) < 1) throw new Error(`household ${k} has no adult`)
      if (c.here[k] === 0 && (c.land[k] as number) + (c.adults[k] as number) > 0)
        throw new Error(`slot ${k} is not empty`)
      if ((c.cocaIncome[k] as number) > (c.income[k] as number)) throw new Error(`household ${k}: coca above income`)
    }
  })
  test('all margins are within their tolerances, and say where their targets come from', () => {
    const { margins } = marginsOf(full, valley)
    expect(margins.filter((margin) => !margin.pass)).toEqual([])
    expect(margins.length).toBeGreaterThan(800)
    expect(margins.every((margin) => margin.source.length > 0 && Number.isFinite(margin.error))).toBe(true)
  })
  test('a population that is off fails its check', () => {
    const land = full.columns.land.map((hectares) => hectares * 1.5)
    const { margins } = marginsOf({ ...full, columns: { ...full.columns, land } }, valley)
    expect(margins.filter((margin) => !margin.pass && margin.name === 'farmland').length).toBeGreaterThan(50)
  })
  test('same seed, same bits; another seed, other households in the same districts', () => {
    const again = synthesise(valleyOf(pack), central)
    for (const name of Object.keys(full.columns) as (keyof typeof full.columns)[]) {
      expect(sameBits(again.columns[name], full.columns[name]), name).toBe(true)
    }
    const other = synthesise(valleyOf(pack), central, { seed: 2 })
    expect(sameBits(other.columns.soil, full.columns.soil)).toBe(false)
    expect(sameBits(other.district, full.district)).toBe(true)
  })
  test('made in turns it pauses after each district, and is the same', () => {
    const turns = synthesiseInTurns(valleyOf(pack), central, { sample: 100 })
    let pauses = 0
    let turn = turns.next()
    for (; !turn.done; turn = turns.next()) pauses++
    expect(pauses).toBe(3 * valley.districts.length)
    const whole = synthesise(valley, central, { sample: 100 })
    for (const name of Object.keys(whole.columns) as (keyof typeof whole.columns)[])
      expect(sameBits(turn.value.columns[name], whole.columns[name]), name).toBe(true)
  })
  test('the twelve review months are evenly filled', () => {
    const months = new Array<number>(12).fill(0)
    for (const month of full.cohort) months[month] = (months[month] ?? 0) + 1
    for (const size of months) expect(Math.abs((12 * size) / full.id.length - 1)).toBeLessThan(0.05)
  })
})
