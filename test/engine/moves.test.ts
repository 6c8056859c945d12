// Households that move between districts take their columns and their luck along, and nothing of the path remains.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildMachine,
  COHORTS,
  createWorld,
  type Mechanism,
  type Population,
  type Snapshot,
  type StateDeclarations,
  type StepMechanism,
  simulate,
  type World,
} from '../../src/engine/index.ts'
import { mechanisms } from './toy/mechanisms.ts'
import { FILES, hashAfter, population, run, tablesOf } from './toy/model.ts'
import { params, state, type Toy } from './toy/state.ts'

const DISTRICTS = 5
const N = 400
const FILE = 'test/engine/toy/wander.ts'
const WANDER = `import { rule } from './state.ts'
/** One in ten wishes to go where the mood is. */
export const wander = rule(({ h, d, draw }) => {
  h.goesTo = draw('roam') < 0.1 ? d.mood : 0
})
/** Nobody wishes to go. */
export const stay = rule(({ h }) => {
  h.goesTo = 0
})`
const moving = (spare: number): StateDeclarations => ({
  ...state,
  household: { ...state.household, goesTo: { unit: '1', about: 'one more than the district to go to', type: 'u8' } },
  streams: [...state.streams, 'roam'],
  moves: { column: 'goesTo', month: 0, spare },
})
const [rain, harvest, save, market, choose, settle] = mechanisms as [Mechanism<Toy>, ...Mechanism<Toy>[]]
const fashion: StepMechanism<Toy> = {
  ...(rain as StepMechanism<Toy>),
  id: 'fashion',
  reads: [],
  writes: ['district.mood'],
  step({ district, uniform }) {
    for (const row of district) row.mood = 1 + Math.floor(DISTRICTS * uniform('shock', row.index))
  },
}
const schedule = [
  rain,
  harvest,
  save,
  market,
  fashion,
  { ...harvest, id: 'wander', file: FILE, rule: 'wander', without: 'stay' },
  choose,
  settle,
]
const machineOf = (spare = 1, off: string[] = [], kernels?: 'plain') =>
  buildMachine(moving(spare), schedule as Mechanism<Toy>[], { ...FILES, [FILE]: WANDER }, params, {
    switchedOff: off,
    ...(kernels ? { kernels } : {}),
  })

const people = (n = N, goesTo: (k: number) => number = () => 0): Population => {
  const { columns, ...rest } = population(n, DISTRICTS, [3])
  return { ...rest, columns: { ...columns, goesTo: Uint8Array.from({ length: n }, (_, k) => goesTo(k)) } }
}
const worldOf = (given = people(), machine = machineOf()): World<Toy> =>
  createWorld(machine, given, tablesOf(DISTRICTS))
const districtNow = (world: World<Toy>): number[] => {
  const { slotOf, starts } = world.placement
  return Array.from(slotOf, (slot) => {
    const group = starts.findIndex((start, g) => start <= slot && slot < (starts[g + 1] ?? 0))
    return Math.floor(group / COHORTS)
  })
}

/** Every household once, in its cohort, by id; all else counts for nothing. */
function expectOrder(world: World<Toy>, { id, cohort, columns }: Population): void {
  const { starts, ends, slotOf, householdOf, slots } = world.placement
  expect(new Set(slotOf).size).toBe(id.length)
  let inside = 0
  ends.forEach((end, group) => {
    const low = starts[group] as number
    expect([low % 4, end % 4]).toEqual([0, 0])
    expect(end).toBeLessThanOrEqual(starts[group + 1] as number)
    const own = [...world.id.subarray(low, end)].filter((one) => one >= 0)
    expect(own).toEqual([...own].sort((a, b) => a - b))
    expect(end - low - own.length).toBeLessThan(4)
    for (let slot = low; slot < end; slot++) {
      const k = householdOf[slot] as number
      if (k >= 0) expect(cohort[k]).toBe(group % COHORTS)
      inside += world.household.weight?.[slot] as number
    }
  })
  const weights = columns.weight as Float32Array
  expect(inside).toBe(weights.reduce((a, b) => a + b, 0))
  expect((world.household.weight as Float32Array).reduce((a, b) => a + b, 0)).toBe(inside)
  expect(slots).toBe(world.id.length)
}

describe('a move', () => {
  it('happens in January, and sums follow the households', () => {
    const world = worldOf()
    const { district } = people()
    const weight = world.column('weight')
    simulate(world, { ...run, months: 12 })
    expect(districtNow(world)).toEqual([...district])
    simulate(world, { ...run, months: 13 })
    const now = districtNow(world)
    const moved = now.filter((d, k) => d !== district[k]).length
    expect(moved).toBeGreaterThan(10)
    expect(moved).toBeLessThan(N / 5)
    for (const { index, sum } of world.moment.district)
      expect(sum.households).toBe(weight.reduce((all, one, k) => all + (now[k] === index ? one : 0), 0))
    expectOrder(world, people())
  })

  it('leaves no trace of the path, nor of whose luck is whose: moved in January, or at home there from the start', () => {
    // not to district 3: where nobody lived there is room for a few only
    const to = (k: number) => (k % 7 === 0 ? ([1, 2, 3, 5][k % 4] as number) : 0)
    const given = people(N, to)
    const born = people()
    const district = given.district.map((d, k) => (to(k) > 0 ? to(k) - 1 : d))
    const machine = machineOf(2, ['wander'])
    const worlds = [worldOf(given, machine), worldOf({ ...born, district }, machine)]
    for (const world of worlds) simulate(world, run)
    const [moved, home] = worlds as [World<Toy>, World<Toy>]
    expect(districtNow(moved)).toEqual([...district])
    for (const name of Object.keys(moved.household)) expect(moved.column(name)).toEqual(home.column(name))
    for (const table of ['sums', 'district', 'valley'] as const) expect(moved.cells[table]).toEqual(home.cells[table])
  })

  it('is part of the state: branches, other worlds, resets and other kernels give the same bits', () => {
    const world = worldOf()
    const before = world.hash()
    const taken: Snapshot[] = []
    const whole = hashAfter(world, {
      months: 40,
      onMonth: ({ month }) => month % 12 === 11 && taken.push(world.snapshot()),
    })
    expect(taken).toHaveLength(3)
    for (const from of taken) {
      expect(hashAfter(worldOf(), { months: 40, from })).toBe(whole)
      expect(hashAfter(world, { months: 40, from })).toBe(whole)
    }
    expect(hashAfter(worldOf(people(), machineOf(1, [], 'plain')), { months: 40 })).toBe(whole)
    world.reset()
    expect(world.hash()).toBe(before)
    expect(districtNow(world)).toEqual([...people().district])
    expect(hashAfter(world, { months: 40 })).toBe(whole)
  })

  it('costs no bit where nobody moves', () => {
    const world = worldOf(people(), machineOf(1, ['wander']))
    const { columns, ...rest } = people()
    const { goesTo: _, ...plain } = columns
    const order = schedule.filter((one) => one?.id !== 'wander')
    const fixed = createWorld(
      buildMachine(state, order as Mechanism<Toy>[], FILES, params),
      { ...rest, columns: plain },
      tablesOf(DISTRICTS),
    )
    for (const one of [world, fixed]) simulate(one, run)
    expect(world.cells.sums).toEqual(fixed.cells.sums)
    expect(world.column('cash')).toEqual(fixed.column('cash'))
  })
})

describe('room', () => {
  it('is bounded: who finds none stays where it is, high ids first, and nobody is lost', () => {
    const all = people(N, () => 3)
    const world = worldOf(all, machineOf(0.1, ['wander']))
    const there = [...all.district].filter((d) => d === 2).length
    simulate(world, { ...run, months: 1 })
    const now = districtNow(world)
    const came = now.flatMap((d, k) => (d === 2 && all.district[k] !== 2 ? [k] : []))
    expect(came.length).toBeGreaterThan(0)
    expect(came.length).toBeLessThan(N - there)
    for (let c = 0; c < COHORTS; c++) {
      const ids = (stayed: boolean) =>
        [...all.id].filter((_, k) => all.cohort[k] === c && all.district[k] !== 2 && (now[k] === 2) !== stayed)
      expect(Math.max(-1, ...ids(false))).toBeLessThan(Math.min(Number.POSITIVE_INFINITY, ...ids(true)))
    }
    expect(world.column('goesTo').every((one) => one === 0)).toBe(true)
    expectOrder(world, all)
  })

  it('holds for any wishes in any valley', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120 }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.infiniteStream(fc.nat(DISTRICTS + 2)),
        (n, spare, to) => {
          const wishes = Array.from({ length: n }, () => to.next().value as number)
          const given = people(n, (k) => wishes[k] as number)
          const world = worldOf(given, machineOf(spare, ['wander']))
          simulate(world, { ...run, months: 1 })
          expectOrder(world, given)
          districtNow(world).forEach((d, k) => {
            expect([given.district[k], (wishes[k] as number) - 1]).toContain(d)
          })
        },
      ),
      { numRuns: 40 },
    )
  })

  it('is declared sensibly', () => {
    const wrong = { ...moving(-1), moves: { column: 'goes', month: 12, spare: -1 } }
    expect(() => buildMachine(wrong, [], FILES, params)).toThrow(/moves\.column.*\n.*moves\.month.*\n.*moves\.spare/)
    const many = people()
    expect(() => createWorld(machineOf(), many, tablesOf(300))).toThrow(/is a byte, and there are 300 districts/)
  })
})
