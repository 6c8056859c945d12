import { describe, expect, test } from 'vitest'
import { decide } from '../../../src/lab/decide/decide.ts'
import { regretsOf } from '../../../src/lab/decide/losses.ts'
import { MEASURES, measuresOf } from '../../../src/lab/decide/robustness.ts'
import { chanceOf, toyStudy } from './toy-study.ts'

const { normal } = chanceOf(5)

describe('regret and measures', () => {
  test('regret is the distance from the best package of the same future', () => {
    const regrets = regretsOf([Float64Array.of(3, 1), Float64Array.of(1, 4), Float64Array.of(2, 2)])
    expect(regrets.map((row) => [...row])).toEqual([
      [2, 0],
      [0, 3],
      [1, 1],
    ])
  })

  test('by hand: losses 1 to 10', () => {
    const losses = Float64Array.from({ length: 10 }, (_, k) => k + 1)
    const found = measuresOf(
      losses,
      losses.map((loss) => loss - 1),
      8,
    )
    expect(found.worst).toBe(10)
    expect(found.tenth).toBeCloseTo(9.1)
    expect(found.mean).toBe(5.5)
    expect(found.mean_spread).toBeCloseTo(5.5 + 3.02765)
    expect(found.regret_max).toBe(9)
    expect(found.deviations).toBeCloseTo((0.5 + 1.5 + 2.5 + 3.5 + 4.5) / 10)
    expect(found.share).toBe(0.2)
  })

  test('more is better where the outcome says so; an open outcome has no regret', () => {
    const study = toyStudy(2, 20, [
      { name: 'income', unit: '1', better: 'more', value: (k, f) => k + f },
      { name: 'coca', unit: '1', better: 'open', value: (k, f) => k + f },
    ])
    const [income, coca] = decide(study).outcomes
    expect(income?.rankings?.mean.order).toEqual(['p1', 'p0'])
    expect(income?.policies[0]?.regret).toEqual({ p50: 1, p90: 1, max: 1 })
    expect(income?.policies[1]?.measures?.worst).toBe(1)
    expect(coca?.policies[0]?.p50).toBe(9.5)
    expect(coca?.rankings).toBeUndefined()
  })

  test('measures that disagree are told apart: a gamble and a safe package', () => {
    const study = toyStudy(2, 400, [
      { name: 'deaths', unit: '1/yr', better: 'less', value: (k, f) => (k === 0 ? 10 : f % 20 === 0 ? 60 : 5) },
    ])
    const firsts = decide(study).outcomes[0]?.firsts
    expect(firsts?.find(({ policy }) => policy === 'p0')?.measures).toContain('worst')
    expect(firsts?.find(({ policy }) => policy === 'p1')?.measures).toContain('mean')
  })
})

describe('are rankings stable?', () => {
  const shifts = (step: number) =>
    toyStudy(5, 300, [
      { name: 'deaths', unit: '1/yr', better: 'less', value: (k, f) => 100 + step * k + 10 * normal(f, k) },
    ])

  test('separable packages are separated', () => {
    const { rankings } = decide(shifts(8)).outcomes[0] ?? {}
    expect(rankings?.mean).toMatchObject({
      order: ['p0', 'p1', 'p2', 'p3', 'p4'],
      separable: true,
      firstSeparable: true,
    })
    expect(rankings?.mean.reruns).toBeGreaterThanOrEqual(10)
  })

  test('packages that differ by chance alone are not', () => {
    const { rankings } = decide(shifts(0)).outcomes[0] ?? {}
    for (const measure of ['mean', 'tenth', 'worst', 'regret_p90'] as const)
      expect(rankings?.[measure].separable).toBe(false)
  })

  test('identical packages are named, and judged once', () => {
    const study = toyStudy(4, 60, [
      { name: 'deaths', unit: '1/yr', better: 'less', value: (k, f) => 100 + 30 * Math.min(k, 2) + normal(f) },
    ])
    const decision = decide(study)
    expect(decision.identical).toEqual([['p2', 'p3']])
    expect(decision.outcomes[0]?.policies.map(({ policy }) => policy)).toEqual(['p0', 'p1', 'p2'])
    const all = decide(toyStudy(3, 60, [{ name: 'deaths', unit: '1', better: 'less', value: (_, f) => normal(f) }]))
    expect(all.outcomes[0]?.rankings?.mean.separable).toBe(false)
  })

  test('futures of one draw go together: a difference that rests on few draws does not stand', () => {
    const futures = 300
    const draws = Int32Array.from({ length: futures }, (_, f) => f % 6)
    const luck = [
      [0, 0, 0, 0, 0, 0],
      [5, -5, 4, -4, 3, -3],
      [-4, 4, 5, -5, 3, -3],
    ]
    const value = (k: number, f: number) => 20 + k + (luck[k]?.[f % 6] as number)
    const study = toyStudy(3, futures, [{ name: 'deaths', unit: '1', better: 'less', value }])
    const alone = decide(study).outcomes[0]?.rankings?.mean
    const together = decide({ ...study, draws }).outcomes[0]?.rankings?.mean
    expect(alone?.separable).toBe(true)
    expect(together?.separable).toBe(false)
  })
})

describe('thresholds', () => {
  const study = toyStudy(3, 100, [
    { name: 'poverty_rate', unit: '1', better: 'less', value: (k, f) => (200 + 2 * f + 50 * k) / 1000 },
    { name: 'household_income', unit: 'PEN', better: 'more', value: (k, f) => 3000 + 10 * f + 500 * k },
  ])

  test('share of futures that keep all of them, and each alone', () => {
    const wishes = {
      thresholds: [
        { outcome: 'poverty_rate', at_most: 0.3 },
        { outcome: 'household_income', at_least: 3400 },
      ],
    }
    const { satisficing, outcomes } = decide(study, { wishes })
    expect(satisficing?.each[0]?.shares).toEqual([0.51, 0.26, 0.01])
    expect(satisficing?.all).toEqual([0.11, 0.26, 0.01])
    expect(satisficing?.ranking.order[0]).toBe('p1')
    expect(outcomes[0]?.limit).toEqual({ outcome: 'poverty_rate', at_most: 0.3, from: 'user' })
    expect(outcomes[0]?.policies[0]?.measures?.share).toBeCloseTo(0.51)
  })

  test('that nobody can meet are said, with the best that was reached', () => {
    const { satisficing } = decide(study, { wishes: { thresholds: [{ outcome: 'poverty_rate', at_most: 0.01 }] } })
    expect(satisficing?.nobody).toBe(true)
    expect(satisficing?.each[0]?.best).toBe(0.2)
    expect(satisficing?.ranking.separable).toBe(false)
  })
})

describe('weights', () => {
  const study = toyStudy(2, 50, [
    { name: 'deaths', unit: '1', better: 'less', value: (k) => (k === 0 ? 10 : 20) },
    { name: 'poverty_rate', unit: '1', better: 'less', value: (k) => (k === 0 ? 0.5 : 0.4) },
    { name: 'coca_area', unit: 'ha', better: 'open', value: (k) => k },
  ])

  test('nothing is added up without them', () => {
    expect(decide(study, { wishes: { thresholds: [] } }).weighted).toBeUndefined()
  })

  test('score, turning point and share of weights under which the first stays first', () => {
    const wishes = { thresholds: [], weights: { deaths: 3, poverty_rate: 1, coca_area: 1, nonsense: 2 } }
    const weighted = decide(study, { wishes }).weighted
    expect(weighted?.scores).toEqual([0.25, 0.75])
    expect(weighted?.order).toEqual(['p0', 'p1'])
    expect(weighted?.turns.map(({ outcome, to }) => [outcome, to])).toEqual([
      ['deaths', 'p1'],
      ['poverty_rate', 'p1'],
    ])
    expect(weighted?.turns[0]?.weight).toBeCloseTo(0.5)
    expect(weighted?.near[0]).toBeGreaterThan(0.9)
    expect(weighted?.anywhere[0]).toBeCloseTo(0.5, 1)
    expect(weighted?.ignored).toEqual([
      { outcome: 'coca_area', why: 'open' },
      { outcome: 'nonsense', why: 'absent' },
    ])
  })
})

describe('futures that cannot be used', () => {
  const holed = () =>
    toyStudy(2, 100, [
      { name: 'deaths', unit: '1', better: 'less', value: (k, f) => (f === 3 && k === 1 ? Number.NaN : 10 + k) },
      { name: 'displaced', unit: '1', better: 'less', value: (_, f) => (f < 40 ? Number.NaN : 1) },
    ])

  test('are counted: failed, a hole here and there, an outcome full of holes', () => {
    const study = holed()
    study.failed[7] = 1
    const { futures, outcomes } = decide(study)
    expect(futures).toMatchObject({ asked: 100, kept: 98, failed: 1, left: ['displaced'] })
    expect(futures.missing).toContainEqual({ outcome: 'deaths', futures: 1 })
    expect(outcomes.map(({ name }) => name)).toEqual(['deaths'])
    expect(outcomes[0]?.policies[1]?.measures?.worst).toBe(11)
  })

  test('when none is left there are no figures, and no exception', () => {
    const study = holed()
    study.failed.fill(1)
    expect(decide(study, { wishes: { thresholds: [{ outcome: 'deaths', at_most: 1 }] } })).toMatchObject({
      outcomes: [],
      futures: { kept: 0, failed: 100 },
    })
  })

  test('one package alone has measures and no ranking that separates', () => {
    const [deaths] = decide(
      toyStudy(1, 30, [{ name: 'deaths', unit: '1', better: 'less', value: (_, f) => f }]),
    ).outcomes
    expect(deaths?.policies[0]?.regret).toEqual({ p50: 0, p90: 0, max: 0 })
    for (const measure of MEASURES) expect(deaths?.rankings?.[measure].separable).toBe(false)
  })
})
