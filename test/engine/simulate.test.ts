import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWorld, firstNonFinite, type Snapshot, STEP_ENTITIES, simulate } from '../../src/engine/index.ts'
import { uniformOf } from '../../src/language/index.ts'
import { mechanisms } from './toy/mechanisms.ts'
import { hashAfter, machineOf, population, run, tablesOf, worldOf } from './toy/model.ts'
import { reference } from './toy/reference.ts'
import { state, type Toy } from './toy/state.ts'

const pick = (id: string) => mechanisms.filter((one) => one.id === id)

describe('a run', () => {
  it('is a function of its inputs, whatever the world did before', () => {
    const world = worldOf()
    const first = hashAfter(world)
    hashAfter(world, { seed: 7, months: 30 })
    expect(hashAfter(world)).toBe(first)
    expect(hashAfter(worldOf())).toBe(first)
    for (const change of [{ seed: 43 }, { months: 25 }, { params: { ...run.params, kept: 0.4 } }])
      expect(hashAfter(world, change)).not.toBe(first)
  })

  it('is the same for every order of the population', () => {
    const given = population(300, 4)
    const order = [...given.id.keys()].reverse()
    const turned = <T extends Float32Array | Uint8Array | Uint16Array | Int32Array>(column: T): T =>
      column.slice().map((_, k) => column[order[k] ?? 0] ?? 0) as T
    const columns = Object.entries(given.columns).map(([name, column]) => [name, turned(column as Uint8Array)])
    const reversed = {
      ...given,
      id: turned(given.id),
      district: turned(given.district),
      cohort: turned(given.cohort),
      columns: Object.fromEntries(columns),
    }
    const [a, b] = [given, reversed].map((one) => createWorld(machineOf(), one, tablesOf(4)))
    if (!a || !b) throw new Error('no world')
    expect(hashAfter(a)).toBe(hashAfter(b))
    expect([...b.column('cash')].reverse()).toEqual([...a.column('cash')])
  })

  it('goes on from a snapshot as if it had not stopped, in any world of the model', () => {
    const world = worldOf()
    const taken: Snapshot[] = []
    const straight = hashAfter(world, { onMonth: ({ month }) => month === 9 && taken.push(world.snapshot()) })
    const [from] = taken
    if (!from) throw new Error('no snapshot')
    expect(from.month).toBe(10)
    expect(hashAfter(world, { from })).toBe(straight)
    expect(hashAfter(worldOf(), { from, start: () => expect.fail('started again') })).toBe(straight)
    world.restore(from)
    expect(world.next).toBe(10)
    const mid = world.hash()
    expect(hashAfter(worldOf(), { months: 10 })).toBe(mid)
    expect(() => worldOf(100).restore(from)).toThrow(/bytes/)
  })

  it('resets to the population as given', () => {
    const world = worldOf()
    const before = world.hash()
    hashAfter(world)
    expect(world.hash()).not.toBe(before)
    world.reset()
    expect(world.hash()).toBe(before)
    expect(world.next).toBe(0)
  })

  it('does nothing in no month, and refuses months and seeds out of range', () => {
    const world = worldOf(50)
    expect(() => simulate(world, { ...run, months: 2049 })).toThrow(RangeError)
    expect(() => simulate(world, { ...run, seed: 0.5 })).toThrow(RangeError)
    const hash = hashAfter(world, { months: 0 })
    expect(world.column('reviews').every((count) => count === 0)).toBe(true)
    expect(hashAfter(world, { months: 1 })).not.toBe(hash)
    expect(hashAfter(world, { seed: 2 ** 32 - 5 })).toBe(hashAfter(world, { seed: -5 }))
  })

  it('refuses a draw without a parameter that rules read', () => {
    const { need: _, ...rest } = run.params
    expect(() => simulate(worldOf(50), { ...run, params: rest as typeof run.params })).toThrow(
      /parameter need: is undefined/,
    )
  })

  it('tells steps the month and draws with it', () => {
    const world = worldOf(20, 2)
    const told: number[][] = []
    const onMonth = ({ month, year, monthOfYear, uniform, lever }: Toy) =>
      told.push([month, year, monthOfYear, uniform('rain', 1), lever.push])
    simulate(world, { ...run, months: 16, onMonth })
    expect(told).toHaveLength(16)
    expect(told[3]).toEqual([3, 2000, 3, uniformOf(STEP_ENTITIES + 1, 3, run.seed, 2), 0.01])
    expect(told[14]).toEqual([14, 2001, 2, uniformOf(STEP_ENTITIES + 1, 14, run.seed, 2), 0])
  })

  it('leaves only finite numbers, and firstNonFinite finds one that is not', () => {
    const world = worldOf()
    simulate(world, run)
    expect(firstNonFinite(world)).toBeUndefined()
    const { columns } = world.layout.tables.district
    world.cells.district[2 * columns.length + columns.indexOf('price')] = Number.NaN
    expect(firstNonFinite(world)).toEqual({ where: 'district.price', row: 2, value: Number.NaN })
    const cash = world.household.cash as Float32Array
    cash[5] = Number.POSITIVE_INFINITY
    expect(firstNonFinite(world)).toEqual({ where: 'household.cash', row: 5, value: Number.POSITIVE_INFINITY })
  })

  it('never changes a fixed column, nor the id', () => {
    const world = worldOf()
    const before = Object.fromEntries(Object.entries(world.household).map(([name, column]) => [name, column.slice()]))
    const ids = world.id.slice()
    simulate(world, run)
    for (const [name, column] of Object.entries(state.household))
      if ('fixed' in column) expect(world.household[name]).toEqual(before[name])
    expect(world.id).toEqual(ids)
    expect(world.household.cash).not.toEqual(before.cash)
  })
})

describe('any schedule', () => {
  const groups = [['rain'], ['harvest', 'save'], ['market'], ['choose', 'settle']]
  const schedule = fc
    .shuffledSubarray(groups, { minLength: 1 })
    .map((order) => order.flat().flatMap(pick))
    .chain((order) => fc.record({ order: fc.constant(order), off: fc.subarray(order.map((one) => one.id)) }))

  it('gives the bits of the oracle, whatever the order, the switches, the size and the blocks', () => {
    const property = fc.property(
      schedule,
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom(4, 8, 4096),
      fc.integer(),
      ({ order, off }, n, districts, blockSize, seed) => {
        const machine = machineOf({ switchedOff: off }, order)
        const world = worldOf(n, districts, machine, { blockSize })
        const slow = worldOf(n, districts, machine, { blockSize })
        const short = { ...run, seed, months: 14 }
        simulate(world, short)
        reference(slow, machine, short, blockSize)
        expect(world.hash()).toBe(slow.hash())
      },
    )
    fc.assert(property, { numRuns: 25 })
  })
})
