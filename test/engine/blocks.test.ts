import { describe, expect, it } from 'vitest'
import { blocksOf, COHORTS, createWorld, ModelError, place, simulate } from '../../src/engine/index.ts'
import { hashAfter, machineOf, population, run, start, tablesOf, worldOf } from './toy/model.ts'
import { state } from './toy/state.ts'

const DISTRICTS = 6

describe('placement', () => {
  const given = population(500, DISTRICTS, [2])
  const placement = place(state, given, DISTRICTS)

  it('gives every household one slot in its district and cohort, ordered by id', () => {
    expect(new Set(placement.slotOf).size).toBe(500)
    placement.slotOf.forEach((slot, k) => {
      const group = (given.district[k] ?? 0) * COHORTS + (given.cohort[k] ?? 0)
      expect(slot).toBeGreaterThanOrEqual(placement.starts[group] ?? 0)
      expect(slot).toBeLessThan(placement.starts[group + 1] ?? 0)
      expect(placement.householdOf[slot]).toBe(k)
      const next = placement.householdOf[slot + 1] ?? -1
      if (next >= 0 && given.district[next] === given.district[k] && given.cohort[next] === given.cohort[k])
        expect(given.id[next]).toBeGreaterThan(given.id[k] ?? 0)
    })
  })

  it('pads each cohort to a multiple of four and no further', () => {
    expect([...placement.starts].every((slot) => slot % 4 === 0)).toBe(true)
    expect(placement.slots - 500).toBeLessThan(4 * COHORTS * DISTRICTS)
    expect(placement.starts[2 * COHORTS]).toBe(placement.starts[3 * COHORTS])
  })

  it('cuts all slots into blocks once, the cohorts of a year likewise', () => {
    for (const size of [4, 12, 4096]) {
      const whole = blocksOf(placement, size)
      const cohorts = Array.from({ length: COHORTS }, (_, c) => blocksOf(placement, size, c))
      for (const blocks of [[whole], cohorts]) {
        const times = new Uint8Array(placement.slots)
        for (const { low, high } of blocks)
          low.forEach((from, b) => {
            expect((high[b] ?? 0) - from).toBeLessThanOrEqual(size)
            for (let slot = from; slot < (high[b] ?? 0); slot++) times[slot] = (times[slot] ?? 0) + 1
          })
        expect(times.every((count) => count === 1)).toBe(true)
      }
    }
  })

  it('reads back what was put in', () => {
    const world = createWorld(machineOf(), given, tablesOf(DISTRICTS))
    for (const [name, column] of Object.entries(given.columns)) expect([...world.column(name)]).toEqual([...column])
    expect(Array.from(placement.slotOf, (slot) => world.id[slot])).toEqual([...given.id])
  })

  it('fills padding with a copy of a household of the cohort that counts for nothing', () => {
    const world = createWorld(machineOf(), given, tablesOf(DISTRICTS))
    placement.householdOf.forEach((household, slot) => {
      if (household >= 0) return
      expect(world.household.weight?.[slot]).toBe(0)
      expect(world.household.soil?.[slot]).toBe(world.household.soil?.[slot - 1])
      expect(world.id[slot]).toBe(-1)
    })
  })

  it('names everything that is wrong with a population at once', () => {
    const { cash: _, ...columns } = given.columns
    const wrong = {
      ...given,
      columns: { ...columns, land: new Float32Array(3), members: new Float32Array(500), gold: new Float32Array(500) },
      id: given.id.slice().fill(7),
      district: given.district.slice().fill(DISTRICTS),
      cohort: given.cohort.slice().fill(12),
    }
    let faults: readonly { where: string }[] = []
    try {
      place(state, wrong, DISTRICTS)
    } catch (error) {
      faults = (error as ModelError).faults
      expect(error).toBeInstanceOf(ModelError)
    }
    const places = ['cash', 'land', 'members', 'gold', 'district', 'cohort', 'id']
    expect(faults.map((fault) => fault.where).sort()).toEqual(places.map((name) => `population ${name}`).sort())
  })
})

describe('reviews', () => {
  it('reach every household exactly once a year, in the month of its cohort', () => {
    const world = worldOf()
    const { cohort } = population(700, DISTRICTS)
    const seen: number[][] = []
    simulate(world, { ...run, months: 24, onMonth: () => seen.push([...world.column('reviews')]) })
    expect(seen[11]?.every((count) => count === 1)).toBe(true)
    expect(seen[23]?.every((count) => count === 2)).toBe(true)
    cohort.forEach((month, k) => {
      expect(seen[month]?.[k]).toBe(1)
      if (month > 0) expect(seen[month - 1]?.[k]).toBe(0)
    })
  })
})

describe('sums', () => {
  it('are those of the households, weights counted, padding not', () => {
    const world = worldOf()
    simulate(world, { ...run, months: 3 })
    const { district, cohort } = population(700, DISTRICTS)
    const weight = world.column('weight')
    const cash = world.column('cash')
    const total = (value: (k: number) => number, d: number) =>
      district.reduce((sum, where, k) => sum + (where === d ? value(k) : 0), 0)
    for (const { index, sum } of world.moment.district) {
      expect(sum.households).toBe(total((k) => weight[k] ?? 0, index))
      expect(sum.reviewed).toBe(total((k) => (cohort[k] === 2 ? (weight[k] ?? 0) : 0), index))
      expect(sum.cashAll).toBeCloseTo(
        total((k) => (weight[k] ?? 0) * (cash[k] ?? 0), index),
        1,
      )
    }
  })

  it('have the same bits for the same block size, and agree to f32 rounding for others', () => {
    const sumsWith = (blockSize: number) => {
      const world = worldOf(2000, 3, machineOf(), { blockSize })
      simulate(world, { ...run, months: 1 })
      return [...world.cells.sums]
    }
    const usual = sumsWith(4096)
    for (const size of [4, 64, 512]) {
      const sums = sumsWith(size)
      expect(sumsWith(size)).toEqual(sums)
      sums.forEach((sum, k) => {
        expect(Math.abs(sum - (usual[k] ?? 0))).toBeLessThanOrEqual(1e-5 * Math.abs(sum))
      })
    }
    expect(() => worldOf(10, 1, machineOf(), { blockSize: 6 })).toThrow(/multiple of four/)
  })

  it('are zero in districts without households, and a valley without any still runs', () => {
    const world = createWorld(machineOf(), population(300, DISTRICTS, [0, 5]), tablesOf(DISTRICTS))
    simulate(world, run)
    for (const d of [0, 5]) expect(world.moment.district[d]?.sum.households).toBe(0)
    expect(world.moment.district[1]?.sum.households).toBeGreaterThan(0)
    const empty = worldOf(0)
    expect(hashAfter(empty, { start })).toBe(hashAfter(worldOf(0)))
    expect(empty.moment.valley.stock).toBe(0)
  })
})
