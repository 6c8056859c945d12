import { describe, expect, test } from 'vitest'
import { betweenNeighbours, likeOthers } from '../../../src/lab/hindcast/between.ts'
import { armsOf } from '../../../src/lab/hindcast/forecasts.ts'
import { observedIn } from '../../../src/lab/hindcast/observed.ts'
import { pooledRules } from '../../../src/lab/hindcast/pooled-rules.ts'
import { armRules } from '../../../src/lab/hindcast/rules.ts'
import { type Predictive, quantileOf } from '../../../src/lab/score/predictive.ts'
import { knownAt, type Rule } from '../../../src/lab/score/rolling.ts'
import type { Yearly } from '../../../src/lab/score/yearly.ts'
import { madeUpHindcast, madeUpOrigin, madeUpPack } from './fake.ts'

const yearly = (place: string, values: Readonly<Record<number, number>>): Yearly => ({
  ...{ name: 'coca_area', place, unit: 'ha', scale: 'plain' },
  points: Object.entries(values).map(([year, value]) => ({ year: Number(year), value, y: value })),
})
const student = (p: Predictive | undefined) => p as Predictive & { kind: 'student' }

describe('a gap between known years', () => {
  const known = yearly('a', { 2000: 0, 2001: 1, 2002: 0, 2003: 1, 2006: 4 })
  test('lies on the line, surest near its ends', () => {
    expect(student(betweenNeighbours(known, 2004)).mean).toBeCloseTo(2, 12)
    expect(student(betweenNeighbours(known, 2005)).mean).toBeCloseTo(3, 12)
    // misses of the last value: 1, 1, 1, and 3 over three years; the variance of a bridge is a b / (a + b)
    const sd = Math.sqrt((1 + 1 + 1 + 9 / 3) / 4)
    expect(student(betweenNeighbours(known, 2004)).scale).toBeCloseTo(sd * Math.sqrt(2 / 3), 12)
  })
  test('is no gap where nothing is known on one side', () => {
    expect(betweenNeighbours(known, 2007)).toBeUndefined()
    expect(betweenNeighbours(known, 1999)).toBeUndefined()
  })
})

describe('districts', () => {
  const all = [yearly('a', { 2012: 1, 2013: 3 }), yearly('b', { 2012: 5, 2013: 5 }), yearly('c', { 2012: 2, 2013: 4 })]
  test('learn the spread of a rule from all of them, up to the origin', () => {
    const [last] = pooledRules(all) as [Rule]
    const [first] = all as [Yearly]
    const values = (year: number) => {
      const [made] = last.forecast(knownAt(2013, first), [year])
      return made?.kind === 'draws' ? made.values : []
    }
    // misses 2, 0, 2, less their median
    expect(values(2014)).toEqual([1, 3, 3])
    expect(values(2017)).toEqual([-1, 3, 3])
    expect(() => last.forecast(knownAt(2012, first), [2013])).toThrow(/misses of all places/)
  })
  test('of which nothing is known are like the others', () => {
    expect(student(likeOthers(all, 2013))).toMatchObject({ mean: 4, df: 2 })
    expect(likeOthers(all.slice(1), 2013)).toBeUndefined()
  })
  test('keep their part of a whole that goes on', () => {
    const whole = yearly('whole', { 2008: 50, 2012: 90, 2013: 100 })
    const rule = pooledRules(all, 'valley').find(({ id }) => id === 'frozen share')
    const [first] = all as [Yearly]
    const made = rule?.forecast(knownAt(2013, first, { valley: whole }), [2015])[0] as Predictive
    expect(quantileOf(made, 0.5)).toBeCloseTo(0.03 * (100 + 2 * 10), 9)
  })
})

test('an arm is scored where every origin has draws enough of it', () => {
  const origin = madeUpOrigin({ origin: 2010, information: { until: 2010 }, years: [2011, 2012] })
  const few = { ...origin, origin: 2012, arms: { frontier: origin.arms.frontier?.map(() => 'none') ?? [] } }
  const asked = { series: 'coca_area_devida', place: 'VRAEM', scale: 'ln' } as const
  const ids = (origins: (typeof origin)[]) => armRules([madeUpHindcast('rolling', origins)], asked).map(({ id }) => id)
  expect(ids([origin])).toEqual(['arm frontier=return-led', 'arm frontier=none'])
  expect(ids([origin, few])).toEqual(['arm frontier=none'])
})

test('arms are the options of the draws; one that is only asked for is none', () => {
  const switches = {
    sides: { options: ['left', 'right'], default: 'left' },
    asked: { options: ['yes', 'no'], default: 'no', asked: true },
  }
  const list = { kind: 'prior', seed: 1, indices: Array.from({ length: 60 }, (_, k) => k), note: { en: '', es: '' } }
  const arms = armsOf({ plan: { scenarios: [], draws: list } as never, count: 60 }, {
    model: { switches },
    parameters: [],
  } as never)
  expect(Object.keys(arms)).toEqual(['sides'])
  expect(new Set(arms.sides)).toEqual(new Set(['left', 'right']))
  expect(arms.sides).toHaveLength(60)
})

test('a series that is not scored has nothing beside it', () => {
  expect(observedIn(madeUpPack(), [{ series: 'incident_deaths_total', place: 'VRAEM' }], [])).toEqual([])
})
