import fc from 'fast-check'
import jStat from 'jstat'
import { describe, expect, test } from 'vitest'
import { sampleOf } from '../../src/engine/distributions.ts'
import { InputError } from '../../src/evidence/problem.ts'
import { uniformFor } from '../../src/lab/draws.ts'
import { drift, lastValue } from '../../src/lab/score/naive/trend.ts'
import { type Case, learnWeights, meanDistance, pooled } from '../../src/lab/score/pool.ts'
import { drawsOf, type Predictive } from '../../src/lab/score/predictive.ts'
import { type Known, knownAt, type Rule, rollingOrigin, type Scored } from '../../src/lab/score/rolling.ts'
import { crps, logScore } from '../../src/lab/score/scores.ts'
import { against, skillOf, support } from '../../src/lab/score/skill.ts'
import { madeElsewhere, stack, stackedAt } from '../../src/lab/score/stack.ts'
import type { Yearly } from '../../src/lab/score/yearly.ts'

const made = (list: readonly number[], start = 2000): Yearly => ({
  name: 'made',
  place: 'VRAEM',
  unit: 'ha',
  scale: 'plain',
  points: list.map((value, k) => ({ year: start + k, value, y: value })),
})
const rule = (id: string, forecast: Rule['forecast']): Rule => ({ id, en: id, es: id, forecast })
const chance = (name: string, k: number) => jStat.normal.inv(uniformFor(name, k, 7), 0, 1)
/** A random walk with a drift, the same every time. */
const walk = (n: number, step: number, name = 'walk') => {
  let level = 100
  return made(Array.from({ length: n }, (_, k) => (level += step + chance(name, k))))
}

describe('rolling origin', () => {
  test('a forecaster gets nothing later than its origin, and cannot change what others get', () => {
    const seen: Known[] = []
    const spy = rule('spy', (known, years) => {
      seen.push(known)
      expect(() => (known.series.points as unknown[]).push(1)).toThrow(TypeError)
      return years.map(() => ({ kind: 'normal', mean: 0, sd: 1 }) as const)
    })
    const series = walk(12, 0)
    rollingOrigin({ series, beside: { leaf: walk(12, 1, 'leaf') }, rules: [spy], origins: [2004, 2008] })
    expect(seen.map(({ origin }) => origin)).toEqual([2004, 2008])
    for (const { origin, series: cut, beside } of seen) {
      expect(cut.points.at(-1)?.year).toBe(origin)
      expect(beside.leaf?.points.at(-1)?.year).toBe(origin)
      expect(JSON.stringify([cut, beside])).not.toContain(`"year":${origin + 1}`)
    }
  })
  test('what comes after an origin does not move what was forecast from it', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 4, maxLength: 4 }), (later) => {
        const start = walk(8, 0.5).points.map(({ value }) => value)
        const run = (end: readonly number[]) =>
          rollingOrigin({ series: made([...start, ...end]), rules: [rule('d', drift({ years: 3 }))], origins: [2007] })
        const bands = (scores: readonly Scored[]) => scores.map(({ p05, p50, p95 }) => [p05, p50, p95])
        expect(bands(run(later).scores)).toEqual(bands(run([0, 0, 0, 0]).scores))
      }),
      { numRuns: 20 },
    )
  })
  test('leads, missing years and the last year that may be seen', () => {
    const series = walk(12, 0)
    const gappy = { ...series, points: series.points.filter(({ year }) => year !== 2009) }
    const { scores } = rollingOrigin({
      series: gappy,
      rules: [rule('l', lastValue())],
      origins: [2007, 2009],
      leads: [1, 2, 5],
      until: 2010,
    })
    expect(scores.map(({ origin, year, lead }) => [origin, year, lead])).toEqual([
      [2007, 2008, 1],
      [2009, 2010, 1],
    ])
  })
  test('a rule that cannot is listed with its reason', () => {
    const { scores, skipped } = rollingOrigin({
      series: walk(6, 0),
      rules: [rule('l', lastValue())],
      origins: [2001, 2004],
    })
    expect(scores).toHaveLength(1)
    expect(skipped).toEqual([{ rule: 'l', origin: 2001, why: expect.stringContaining('learn a spread from') }])
  })
  test('forecasts made elsewhere must not have looked ahead', () => {
    const normal: Predictive = { kind: 'normal', mean: 1, sd: 1 }
    expect(() => madeElsewhere('m', [{ origin: 2005, until: 2006, forecasts: {} }])).toThrow(InputError)
    const model = madeElsewhere('m', [{ origin: 2005, until: 2005, forecasts: { 2006: normal } }])
    const series = walk(10, 0)
    expect(model(knownAt(2005, series), [2006])).toEqual([normal])
    expect(() => model(knownAt(2005, series), [2007])).toThrow('there is no forecast of 2007 from 2005')
  })
  test('the 90 % band of the last value covers a random walk about nine times in ten', () => {
    const series = walk(160, 0)
    const origins = series.points.slice(20, -1).map(({ year }) => year)
    const { scores } = rollingOrigin({ series, rules: [rule('l', lastValue())], origins, leads: [1, 3] })
    const covered = scores.filter(({ observed, p05, p95 }) => observed >= p05 && observed <= p95).length / scores.length
    expect(covered).toBeGreaterThan(0.84)
    expect(covered).toBeLessThan(0.96)
  })
})

const scored = (name: string, year: number, loss: number, origin = year - 1): Scored => ({
  ...{ rule: name, series: 's', place: 'VRAEM', origin, year, lead: year - origin, observed: 1, crps: loss },
  ...{
    p05: 0,
    p25: 0,
    p50: 1,
    p75: 2,
    p95: 2,
    log_score: 0,
    interval50: 0,
    interval90: 0,
    error: 0,
    half_width90: 1,
    pit: 0.5,
  },
})
const losses = (name: string, list: readonly number[]) => list.map((loss, k) => scored(name, 2000 + k, loss))
const where = { series: 's', place: 'VRAEM', rule: 'model', naive: ['a', 'b', 'few'] }

describe('skill', () => {
  test('skill score and support of a sure gain and of a sure loss', () => {
    const scores = [...losses('model', [1, 1, 1, 1]), ...losses('a', [2, 2, 2, 2])]
    expect(against(scores, 'model', 'a')).toEqual({
      ...{ rule: 'a', n: 4, years: 4, crps: 1, crps_rule: 2, crpss: 0.5, support: 1 },
    })
    expect(against(scores, 'a', 'model')?.support).toBe(0)
    expect(against(scores, 'model', 'none')).toBeUndefined()
  })
  test('against itself support is one half', () => {
    const scores = [...losses('model', [1, 3, 2]), ...losses('a', [1, 3, 2])]
    expect(against(scores, 'model', 'a')).toMatchObject({ crpss: 0, support: 0.5 })
  })
  test('single years: the share of resamples is that of the exact count', () => {
    // gains 3, −1, −1, −1 of four years: no gain drawn or too few of it; chance that 3 a − (4 − a) > 0 is that of a ≥ 2, half of a = 1
    const exact = 1 - 0.75 ** 4 - 4 * 0.25 * 0.75 ** 3 + (4 * 0.25 * 0.75 ** 3) / 2
    expect(support([3, -1, -1, -1], { block: 1, resamples: 20_000 })).toBeCloseTo(exact, 1)
    expect(Math.abs(support([3, -1, -1, -1], { block: 1, resamples: 20_000 }) - exact)).toBeLessThan(0.012)
  })
  test('blocks keep neighbours together: a gain and a loss side by side never come apart', () => {
    expect(support([1, -1], { block: 2 })).toBe(0.5)
    expect(support([1, -1], { block: 1 })).toBeCloseTo(0.5, 1)
    expect(support([2, -1, 2, -1], { block: 2 })).toBe(1)
  })
  test('the same numbers each time, others under another seed', () => {
    const gains = [0.3, -0.5, 0.2, 0.1, -0.2]
    expect(support(gains)).toBe(support(gains))
    expect(new Set([1, 2, 3, 4].map((seed) => support(gains, { seed }))).size).toBeGreaterThan(1)
  })
  test('all forecasts of a year are one draw of the resampling', () => {
    const twice = (name: string, list: readonly number[]) => [
      ...losses(name, list),
      ...list.map((loss, k) => scored(name, 2000 + k, loss, 1990)),
    ]
    const list = [1, 4, 2, 3]
    const one = against([...losses('model', list), ...losses('a', [2, 2, 3, 3])], 'model', 'a')
    const two = against([...twice('model', list), ...twice('a', [2, 2, 3, 3])], 'model', 'a')
    expect(two).toEqual({ ...one, n: 8 })
  })
  test('the badge needs the strongest rule beaten', () => {
    const weak = losses('a', [5, 5, 5, 5])
    const strong = losses('b', [1.1, 0.9, 1.1, 0.9])
    const model = losses('model', [1, 1, 1, 1])
    expect(skillOf([...model, ...weak], where)).toMatchObject({ badge: 'has skill', best: 'a', crpss: 0.8, support: 1 })
    expect(skillOf([...model, ...weak, ...strong], where)).toMatchObject({ badge: 'no better than naive', best: 'b' })
  })
  test('a rule that chose its years is listed but is not the strongest', () => {
    const skill = skillOf(
      [...losses('model', [1, 1, 1, 1]), ...losses('a', [2, 2, 2, 2]), scored('few', 2001, 0.1)],
      where,
    )
    expect(skill).toMatchObject({ badge: 'has skill', best: 'a' })
    expect(skill.against.map((one) => one.rule)).toContain('few')
  })
  test('two years, or none, are no score', () => {
    expect(skillOf([...losses('model', [1, 1]), ...losses('a', [2, 2])], where)).toMatchObject({
      badge: 'not scored',
      years: 2,
    })
    expect(skillOf(losses('a', [2, 2]), where)).toMatchObject({ badge: 'not scored', best: null, years: 0 })
  })
})

const truth: Predictive = {
  ...{ kind: 'pool', weights: [0.7, 0.3] },
  parts: [
    { kind: 'normal', mean: 0, sd: 1 },
    { kind: 'normal', mean: 4, sd: 1 },
  ],
}
const useless: Predictive = { kind: 'normal', mean: -6, sd: 1 }
/** Outcomes that come from the truth: its quantiles. */
const cases = (n: number): Case[] => {
  const [low, high] = truth.kind === 'pool' ? truth.parts : []
  const list = (p: Predictive | undefined, count: number) =>
    Array.from({ length: count }, (_, k) =>
      p?.kind === 'normal' ? jStat.normal.inv((k + 0.5) / count, p.mean, p.sd) : 0,
    )
  const ys = [...list(low, Math.round(n * 0.7)), ...list(high, Math.round(n * 0.3))]
  return ys.map((y) => ({ forecasts: [low as Predictive, high as Predictive, useless], y }))
}

describe('stacking', () => {
  test.each(['log score', 'crps'] as const)('by %s finds the weights with which the toy was made', (by) => {
    const [a, b, c] = learnWeights(cases(200), { by, rounds: 600 }) as [number, number, number]
    expect(Math.abs(a - 0.7)).toBeLessThan(0.03)
    expect(Math.abs(b - 0.3)).toBeLessThan(0.03)
    expect(c).toBeLessThan(0.01)
    expect(a + b + c).toBeCloseTo(1, 12)
  })
  test('no other weights score better on what they were learnt from', () => {
    const list = cases(20)
    const total = (weights: readonly number[], score: (p: Predictive, y: number) => number) =>
      list.reduce((sum, { forecasts, y }) => sum + score(pooled(forecasts as Predictive[], weights), y), 0)
    const byCrps = learnWeights(list, { by: 'crps' })
    const byLog = learnWeights(list, { by: 'log score' })
    for (const other of [
      [1, 0, 0],
      [0.5, 0.5, 0],
      [0.8, 0.2, 0],
      [0.6, 0.3, 0.1],
    ]) {
      expect(total(byCrps, crps)).toBeLessThan(total(other, crps) + 1e-6)
      expect(total(byLog, logScore)).toBeLessThan(total(other, logScore) + 1e-6)
    }
  })
  test('caution draws few cases to equal weights', () => {
    const sure = [{ forecasts: [{ kind: 'normal', mean: 0, sd: 1 }, useless] as Predictive[], y: 0 }]
    expect(learnWeights(sure, { by: 'log score' })[0]).toBeCloseTo(1, 6)
    expect(learnWeights(sure, { by: 'log score', caution: 3 })[0]).toBeCloseTo((1 + 1.5) / 4, 6)
    expect(learnWeights([], { by: 'crps' })).toEqual([])
  })
  test.each(['log score', 'crps'] as const)('by %s a member that came late is judged by its own cases', (by) => {
    const all = cases(100)
    const late = all.map(({ forecasts: [low, high], y }, k) => ({ forecasts: [low, k % 2 ? high : undefined], y }))
    // where the second is absent nothing can be learnt of it: the weights are those of the other half alone
    const half = late.filter((_, k) => k % 2)
    const weights = learnWeights(late, { by, rounds: 2000 })
    expect(weights[0]).toBeCloseTo(learnWeights(half, { by, rounds: 2000 })[0] as number, 2)
  })
  test('the distance of samples is that of all pairs', () => {
    const list = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(list, list, (a, b) => {
        const pairs = a.flatMap((x) => b.map((y) => Math.abs(x - y)))
        const mean = pairs.reduce((sum, d) => sum + d, 0) / pairs.length
        expect(meanDistance(sampleOf(a), sampleOf(b))).toBeCloseTo(mean, 9)
      }),
    )
  })
  test('a pool of ensembles is the ensemble of all, weighted', () => {
    const pool = pooled([drawsOf([1, 2]), drawsOf([5])], [0.5, 0.5])
    expect(crps(pool, 3)).toBeCloseTo(crps(drawsOf([1, 2, 5], [0.25, 0.25, 0.5]), 3), 12)
  })
  test('as a rule, weights come from before the origin: on a steady drift it learns drift', () => {
    const series = walk(30, 4)
    const rules = [rule('last', lastValue()), rule('drift', drift({ years: 5 }))]
    const { members, cases: n } = stackedAt(knownAt(2024, series), rules, { by: 'crps' })
    expect(members.find(({ rule: id }) => id === 'drift')?.weight).toBeGreaterThan(0.9)
    expect(n).toBeGreaterThan(50)
    const other = made(series.points.map(({ value, year }) => (year > 2024 ? 0 : value)))
    expect(stackedAt(knownAt(2024, other), rules, { by: 'crps' })).toEqual({ members, cases: n })
  })
  test('few cases give equal weights, and members that cannot forecast are left out', () => {
    const rules = [rule('last', lastValue()), rule('d', lastValue({ spread: () => 1 }))]
    expect(
      stackedAt(knownAt(2004, walk(8, 0)), rules, { by: 'crps', fewest: 99 }).members.map(({ weight }) => weight),
    ).toEqual([0.5, 0.5])
    expect(stackedAt(knownAt(2001, walk(8, 0)), rules, { by: 'crps' }).members).toEqual([{ rule: 'd', weight: 1 }])
    expect(() => stack(rules.slice(0, 1), { by: 'crps' })(knownAt(2001, walk(8, 0)), [2002])).toThrow(InputError)
  })
})
