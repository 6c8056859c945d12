// A shock makes families answer within the month, not within the year; without one nothing is different.
import { expect, test } from 'vitest'
import type { SystemMoment } from '../../src/system/mechanism.ts'
import { central, people, run, type Trial, valleySum, worldOf } from './trial.ts'

const population = people(100)
const world = worldOf(population)
const CRASH = 84
const deaf = { review_price_shock: 1e6, review_removal_share: 1 }

/** By month: new coca of the valley, districts called, and coca given up. */
function follow(trial: Omit<Trial, 'months'>) {
  const months: { planted: number; called: number; calm: number }[] = []
  run(world, {
    months: CRASH + 15,
    ...trial,
    onMonth: (moment) =>
      months.push({
        planted: valleySum(moment, (d) => d.sum.plantedHa),
        called: valleySum(moment, (d) => d.reviewNow),
        calm: valleySum(moment, (d) => d.calmMonths),
      }),
  })
  return months
}

/** Growers expected half as much in that month. */
const surprise = (moment: SystemMoment) => {
  if (moment.month === CRASH - 1) for (const d of moment.district) d.leafExpected = d.leafPrice / 2
}
const surprised = (p: Trial['p'] = {}) => {
  const months: { planted: number; called: number; calm: number }[] = []
  run(world, {
    months: CRASH + 15,
    p,
    onMonth: (moment) => {
      months.push({
        planted: valleySum(moment, (d) => d.sum.plantedHa),
        called: valleySum(moment, (d) => d.reviewNow),
        calm: valleySum(moment, (d) => d.calmMonths),
      })
      surprise(moment)
    },
  })
  return months
}

test('a price that nobody expected is answered in that month', () => {
  const heard = surprised()
  const unheard = surprised(deaf)
  expect(heard.slice(0, CRASH)).toEqual(unheard.slice(0, CRASH))
  expect(heard[CRASH]?.called).toBeGreaterThan(20)
  expect(unheard[CRASH]?.called).toBe(0)
  const [now, usual] = [heard, unheard].map((months) => months[CRASH]?.planted ?? 0) as [number, number]
  expect(now).toBeGreaterThan(4 * usual)
})

test('it is the change of that year, not one more: for a year nobody plants again', () => {
  const heard = surprised()
  const later = heard.slice(CRASH + 1, CRASH + 12)
  const before = heard.slice(CRASH - 12, CRASH - 1)
  const total = (months: typeof heard) => months.reduce((sum, { planted }) => sum + planted, 0)
  expect(total(later)).toBeLessThan(0.2 * total(before))
  expect(heard[CRASH + 13]?.planted).toBeGreaterThan(0)
})

test('where nothing happens nobody is called, and the bits are those of families that never listen', () => {
  expect(follow({}).every(({ called }) => called === 0)).toBe(true)
  const heard = worldOf(population)
  run(heard, { months: CRASH })
  const hash = heard.hash()
  run(heard, { months: CRASH, p: deaf })
  expect(heard.hash()).toBe(hash)
  expect(central.review_price_shock).toBeGreaterThan(0.2)
})

test('crews that clear much of a district call its families', () => {
  const called = (policy: string) => {
    let sum = 0
    run(world, {
      months: 330,
      policy,
      onMonth: (moment) => {
        if (moment.month >= 312) sum += valleySum(moment, (d) => d.reviewNow)
      },
    })
    return sum
  }
  expect(called('eradication-30k')).toBeGreaterThan(called('history') + 10)
})
