// What no valley has seen: the model stays finite and within bounds, and goes where anybody would expect it to go.
import { describe, expect, test } from 'vitest'
import { firstNonFinite } from '../../src/engine/index.ts'
import { quantile } from '../../src/evidence/parameters.ts'
import { type LeverValues, levers } from '../../src/system/levers.ts'
import type { ParameterValues } from '../../src/system/parameters.ts'
import { switches } from '../../src/system/switches.ts'
import { outOfBounds } from './bounds.ts'
import { central, lab, people, publicCost, run, type Trial, tables, valleySum, worldOf } from './trial.ts'

const population = people(200)
const valley = worldOf(population)
const MONTHS = 360

interface Told {
  /** Coca of the zone at the end, and its mean over all months, ha. */
  readonly coca: number
  readonly mean: number
  /** Planted in the last ten years, ha. */
  readonly planted: number
  readonly attacks: number
  readonly killed: number
  readonly persons: number
  readonly cost: number
  readonly control: number
}

/** Runs to the end of 2029 and looks at every month. */
function told(trial: Partial<Trial>, world = valley): Told {
  const sums = { mean: 0, planted: 0, attacks: 0, killed: 0, cost: 0 }
  let wrong: string | undefined
  run(world, {
    months: MONTHS,
    ...trial,
    onMonth: (moment) => {
      const v = moment.valley
      if (moment.month >= MONTHS - 120) sums.planted += valleySum(moment, (d) => d.sum.plantedHa)
      sums.mean += valleySum(moment, (d) => d.sum.cocaHa * d.zone) / MONTHS
      sums.attacks += v.attacksAll
      sums.killed += v.deathsMilitants
      sums.cost += publicCost(v)
      wrong ??= moment.month % 6 === 5 ? outOfBounds(world) : undefined
    },
  })
  expect(wrong).toBeUndefined()
  expect(firstNonFinite(world)).toBeUndefined()
  const { moment } = world
  return {
    ...sums,
    coca: valleySum(moment, (d) => d.sum.cocaHa * d.zone),
    persons: valleySum(moment, (d) => d.sum.persons),
    control: valleySum(moment, (d) => d.control * d.zone),
  }
}

const where = new Float64Array(tables.districts).fill(1)
/** Every field of every lever at one end of its range, everywhere. */
const allLevers = (end: 'low' | 'high' | 'none'): (() => LeverValues) => {
  const values = Object.fromEntries(
    Object.entries(levers).map(([name, { fields }]) => [
      name,
      { ...Object.fromEntries(Object.entries(fields).map(([field, one]) => [field, one[end]])), where },
    ]),
  ) as unknown as LeverValues
  return () => values
}
const corner = (u: (k: number) => number): Partial<ParameterValues> => ({
  ...Object.fromEntries(lab.pack.parameters.map((one, k) => [one.name, quantile(one, u(k))])),
  ...Object.fromEntries(
    Object.entries(switches).map(([name, { options }], k) => [
      `switch_${name}`,
      Math.min(options.length - 1, Math.floor(u(1000 + k) * options.length)),
    ]),
  ),
})

describe('extremes', { timeout: 60_000 }, () => {
  const usual = told({})

  test('a price of nothing: almost nobody plants', () => {
    const p = { leaf_price_outside_2000: 1e-9, border_price_start: 1e-6, legal_price_floor: 0 }
    const free = told({ p, policy: allLevers('none') })
    expect(free.coca).toBeLessThan(0.05 * usual.coca)
    expect(free.planted).toBeLessThan(0.1 * usual.planted)
  })

  test('demand gone after a start as it was: coca goes too', () => {
    const shock: Trial['shock'] = (world) => {
      world.demandGrowth = -0.2
      world.borderLift = -30
    }
    expect(told({ shock, policy: 'no-levers', p: { legal_price_floor: 0 } }).coca).toBeLessThan(0.1 * usual.coca)
  })

  test('a hundred times the price: more coca, and an end to it', () => {
    const dear = told({ p: { leaf_price_outside_2000: 100 * central.leaf_price_outside_2000 } })
    expect(dear.mean).toBeGreaterThan(1.2 * usual.mean)
    expect(dear.planted).toBeGreaterThan(1.5 * usual.planted)
    // the frontier ends it, not the arithmetic: far less than all crop land
    expect(dear.coca).toBeLessThan(150_000)
  })

  test('no land: no crops, no leaf, nothing divided by zero', () => {
    const crops = ['cocaYoung', 'cocaBearing', 'cacaoYoung', 'cacaoBearing', 'coffeeYoung', 'coffeeBearing', 'food']
    const nothing = ['land', ...crops].map((name) => [name, new Float32Array(population.id.length)])
    const bare = worldOf({ ...population, columns: { ...population.columns, ...Object.fromEntries(nothing) } })
    const prepare: Trial['prepare'] = ({ district }) => {
      for (const d of district) {
        d.suitable = 0
        d.capacityHa = 0
        d.forestHa = 0
      }
    }
    expect(told({ p: { frontier_capacity_start: 0, new_entrant_land: 0 }, prepare }, bare).coca).toBe(0)
  })

  test('nobody lives there: it is settled slowly and nothing breaks', () => {
    const stocks = ['cocaYoung', 'cocaBearing', 'adults', 'children']
    const columns = {
      ...population.columns,
      here: new Uint8Array(population.id.length),
      ...Object.fromEntries(stocks.map((name) => [name, new Float32Array(population.id.length)])),
    }
    const { persons } = told({}, worldOf({ ...population, columns }))
    expect(persons).toBeGreaterThan(0)
    expect(persons).toBeLessThan(usual.persons)
  })

  test('no levers: it costs nothing; all levers at their highest: it costs a lot, and there is little coca', () => {
    expect(told({ policy: allLevers('none') }).cost).toBe(0)
    const most = told({ policy: allLevers('high') })
    expect(most.cost).toBeGreaterThan(10 * usual.cost)
    expect(most.coca).toBeLessThan(0.2 * usual.coca)
    told({ policy: allLevers('low') })
  })

  test('no state: the armed group holds more of the valley', () => {
    const p = { service_trend: 0, power_coverage_growth: 0, title_trend: 0 }
    const prepare: Trial['prepare'] = ({ valley: v, district }) => {
      v.troops = 0
      for (const d of district) Object.assign(d, { health: 0, school: 0, water: 0, power: 0, governance: 0, trust: 0 })
    }
    let forces = 0
    const alone = told({ p, prepare, policy: allLevers('low') })
    run(valley, {
      p,
      prepare,
      policy: allLevers('low'),
      months: 120,
      onMonth: ({ valley: v }) => {
        forces += v.deathsForces
      },
    })
    expect(alone.control).toBeGreaterThan(1.2 * usual.control)
    expect(forces).toBe(0)
  })

  test('no armed group: no attacks, nobody of it killed, and none comes from nothing', () => {
    const peace = told({ p: { fighters_2000: 0 } })
    expect([peace.attacks, peace.killed, valley.moment.valley.armed]).toEqual([0, 0, 0])
    expect(peace.control).toBeLessThan(usual.control)
  })

  test.each([
    ['low', () => 0],
    ['high', () => 1],
    ...[1, 2, 3, 4].map((n): [string, (k: number) => number] => [
      `corner ${n}`,
      (k) => (Math.imul(k + 1, 0x9e3779b1 * n) >>> 31) & 1,
    ]),
  ] as const)('parameters all %s', (_, u) => {
    told({ p: corner(u) })
    told({ p: corner(u), policy: allLevers('high') })
  })
})
