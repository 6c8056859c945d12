// The table of naive rules that a study before this model published for 2019–2024, and what our own rules score there.
import { describe, expect, test } from 'vitest'
import { areaOfValley, HOLDOUT, pricesBeside, ROLLING } from '../../src/lab/score/area.ts'
import { naiveRules, PUBLISHED } from '../../src/lab/score/naive/rules.ts'
import { rollingOrigin, type Scored } from '../../src/lab/score/rolling.ts'
import { crpsOfEnsemble } from '../../src/lab/score/scores.ts'
import { pack } from './known.ts'

const series = areaOfValley(pack)
const leads = [1, 2, 3, 4, 5, 6]
const score = (rules: Parameters<typeof rollingOrigin>[0]['rules']) =>
  rollingOrigin({
    series,
    beside: { ...pricesBeside(pack) },
    rules,
    origins: [HOLDOUT.origin],
    leads,
    until: HOLDOUT.years[1],
  })
const mean = (scores: readonly Scored[], rule: string, of: (score: Scored) => number) => {
  const here = scores.filter((one) => one.rule === rule)
  expect(here).toHaveLength(6)
  return here.reduce((sum, one) => sum + of(one), 0) / 6
}
const hits = ({ observed, p05, p95 }: Scored) => (observed >= p05 && observed <= p95 ? 1 : 0)

/** CRPS, mean miss and hits of the 90 % band as published. */
const TABLE = [
  { rule: 'published last value', crps: 0.2173, miss: 0.289, hits: 2 },
  { rule: 'published drift since 2014', crps: 0.0561, miss: 0.076, hits: 6 },
  { rule: 'published drift since 2004', crps: 0.1182, miss: 0.172, hits: 3 },
  { rule: 'published drift since 2015', crps: 0.045, miss: 0.038, hits: 6 },
  { rule: 'published damped', crps: 0.1115, miss: 0.168, hits: 5 },
]

test('the series has the years and figures that the table was made from', () => {
  const at = (year: number) => series.points.find((point) => point.year === year)?.value
  expect([2004, 2014, 2015, 2018].map(at)).toEqual([14_700, 18_845, 18_333, 24_111])
  expect([2019, 2020, 2021, 2022, 2023, 2024].map(at)).toEqual([26_028, 27_994, 32_106, 35_709, 38_253, 36_345])
  expect(at(2017)).toBe(21_685)
  expect(series.points.map(({ year }) => year)).not.toContain(2011)
})

describe('the published table', () => {
  const { scores, skipped } = score(PUBLISHED)

  test.each(TABLE)('$rule: within the error of its 1200 draws', ({ rule, crps, miss, hits: covered }) => {
    expect(skipped).toEqual([])
    // its draws have a standard error of 0.001 to 0.002 on the mean; ours is exact
    expect(Math.abs(mean(scores, rule, (one) => one.crps) - crps)).toBeLessThan(0.0055)
    expect(Math.abs(mean(scores, rule, ({ error }) => error) - miss)).toBeLessThan(0.0075)
    expect(mean(scores, rule, hits) * 6).toBe(covered)
  })

  test('exact scores of the same five forecasts', () => {
    expect(TABLE.map(({ rule }) => Number(mean(scores, rule, (one) => one.crps).toFixed(4)))).toEqual([
      0.2222, 0.0573, 0.1184, 0.0454, 0.1126,
    ])
  })

  test('with its generator, its seed and our CRPS every digit is the published one', () => {
    expect(asPublished().map((value) => Number(value.toFixed(4)))).toEqual(TABLE.map(({ crps }) => crps))
  })
})

test('rules that learn their spread score about the same; every one forecasts', () => {
  const { scores, skipped } = score(naiveRules('ln', ['leaf', 'cacao']))
  expect(skipped).toEqual([])
  const of = (rule: string) => mean(scores, rule, (one) => one.crps)
  expect(of('last value')).toBeCloseTo(0.226, 2)
  expect(of('drift long')).toBeCloseTo(0.116, 2)
  expect(of('damped')).toBeCloseTo(0.113, 2)
  expect(of('drift 4')).toBeCloseTo(0.059, 2)
  expect(of('drift 3')).toBeCloseTo(0.048, 2)
})

test('where tuning is allowed the order is another: the last value leads, the shortest drift comes last', () => {
  const { scores } = rollingOrigin({ series, rules: naiveRules('ln'), ...ROLLING })
  expect(Math.max(...scores.map(({ year }) => year))).toBe(2018)
  const all = scores.filter(({ rule }) => rule === 'last value').length
  const of = (rule: string) => {
    const here = scores.filter((one) => one.rule === rule)
    expect(here).toHaveLength(all)
    return here.reduce((sum, one) => sum + one.crps, 0) / all
  }
  expect(of('last value')).toBeCloseTo(0.069, 3)
  expect(of('drift long')).toBeCloseTo(0.076, 3)
  expect(of('drift 3')).toBeCloseTo(0.121, 3)
})

/** Generator and order of draws of the study (mulberry32 from 99, Box and Muller). */
function asPublished(): number[] {
  let state = 99
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const normal = () => Math.sqrt(-2 * Math.log(uniform() + 1e-12)) * Math.cos(6.283185307 * uniform())
  const last = Math.log(24111)
  const [recent, long] = [Math.log(24111 / 18845) / 4, Math.log(24111 / 14700) / 14]
  const steps = (h: number) => Array.from({ length: h }, (_, k) => 0.8 ** (k + 1)).reduce((a, b) => a + b, 0)
  const rules: [mean: (h: number) => number, sd: (h: number) => number][] = [
    [() => 0, (h) => 0.062 * Math.sqrt(h) + 0.03],
    [(h) => recent * h, (h) => 0.062 * Math.sqrt(h + h ** 2 / 4)],
    [(h) => long * h, (h) => 0.055 * Math.sqrt(h + h ** 2 / 14)],
    [(h) => 0.0913 * h, (h) => 0.062 * Math.sqrt(h + h ** 2 / 3)],
    [(h) => recent * steps(h), (h) => 0.062 * Math.sqrt(h + h ** 2 / 8)],
  ]
  const years = series.points.filter(({ year }) => year > HOLDOUT.origin)
  const draw = (rule: (typeof rules)[number], h: number) =>
    Array.from({ length: 1200 }, () => last + rule[0](h) + rule[1](h) * normal())
  return rules.map((rule) => {
    const total = years.reduce((sum, { year, y }) => sum + crpsOfEnsemble(draw(rule, year - 2018), y), 0)
    // it drew once more for each year, for the medians
    for (const { year } of years) draw(rule, year - 2018)
    return total / years.length
  })
}
