import { describe, expect, test } from 'vitest'
import { chanceOf } from '../../../src/lab/calibrate/chance.ts'
import { assimilate, ensembleFilter, type StateModel } from '../../../src/lab/calibrate/ensemble-filter.ts'
import { beliefOf, kalman, type LinearReading } from '../../../src/lab/calibrate/kalman.ts'
import { applied, dot, entry, matrix } from '../../../src/lab/calibrate/linear.ts'
import { particleFilter, spreadOf, systematic } from '../../../src/lab/calibrate/particle-filter.ts'
import type { Reading } from '../../../src/lab/calibrate/readings.ts'

// a level that drifts with a slowly changing growth, and a second level that follows it
const F = matrix(
  3,
  3,
  (i, j) =>
    [
      [1, 1, 0],
      [0, 0.9, 0],
      [0.2, 0, 0.7],
    ][i]?.[j] ?? 0,
)
const Q = [0.1, 0.05, 0.2]
const START = { mean: [1, 0.1, 0], sd: [0.5, 0.2, 0.5] }
const linear = {
  transition: F,
  noise: matrix(3, 3, (i, j) => (i === j ? (Q[i] as number) ** 2 : 0)),
  mean: START.mean,
  covariance: matrix(3, 3, (i, j) => (i === j ? (START.sd[i] as number) ** 2 : 0)),
}
const model: StateModel = {
  start: (_member, chance) =>
    Float64Array.from(START.mean, (m, j) => m + (START.sd[j] as number) * chance.normal(0, j)),
  step: (state, _time, chance) => applied(F, state).map((v, j) => v + (Q[j] as number) * chance.normal(0, j)),
}
const TIMES = 14
// years without readings, several at one time, and two sources that contradict each other
const rows: [number, number[], number, number][] = [
  [1, [1, 0, 0], 1.3, 0.2],
  [3, [1, 0, 0], 1.9, 0.15],
  [3, [1, 0, 0], 1.4, 0.3],
  [3, [0, 0, 1], 0.8, 0.2],
  [7, [1, 0, 0], 2.2, 0.2],
  [8, [0.5, 0, 0.5], 1.9, 0.2],
  [11, [1, 0, 0], 2.0, 0.2],
  [12, [0, 0, 1], 1.1, 0.3],
]
const exact = kalman(
  linear,
  rows.map(([time, h, value, sd]): LinearReading => ({ time, h, value, sd })),
  TIMES,
)
const readings = rows.map(
  ([time, h, value, sd]): Reading => ({ time, of: (x) => dot(h, x), value, sd, scale: 'plain', source: `row ${time}` }),
)
const sdOf = (k: number, j: number, which: 'filtered' | 'smoothed') =>
  Math.sqrt(entry((exact[which][k] as (typeof exact.filtered)[number]).covariance, j, j))

describe('Kalman', () => {
  test('smoothing is conditioning: the joint normal of all times says the same', () => {
    // one unknown, two times, worked out by hand: x0 ~ N(0, 1), x1 = x0 + N(0, 1), read x1 = 3 with variance 1
    const one = matrix(1, 1, () => 1)
    const { smoothed, lnLikelihood } = kalman(
      { transition: one, noise: one, mean: [0], covariance: one },
      [{ time: 1, h: [1], value: 3, sd: 1 }],
      2,
    )
    expect(smoothed[0]?.mean[0]).toBeCloseTo(1)
    expect(smoothed[0]?.covariance.data[0]).toBeCloseTo(2 / 3)
    expect(smoothed[1]?.mean[0]).toBeCloseTo(2)
    expect(lnLikelihood).toBeCloseTo(-0.5 * (Math.log(2 * Math.PI * 3) + 3))
  })
})

describe('ensemble Kalman filter and smoother', () => {
  const members = 2000
  const result = ensembleFilter(model, readings, TIMES, chanceOf(6, 'filter'), { members })

  test.each(['filtered', 'smoothed'] as const)(
    '%s: mean and spread are the exact ones within Monte-Carlo error',
    (which) => {
      for (let t = 0; t < TIMES; t++) {
        const { mean, covariance } = beliefOf(result[which][t] as readonly Float64Array[])
        for (let j = 0; j < 3; j++) {
          const sd = sdOf(t, j, which)
          // standard error sd / √members; four of them, and as much for the regression's own
          expect(Math.abs((mean[j] as number) - (exact[which][t]?.mean[j] as number)) / sd).toBeLessThan(0.12)
          expect(Math.abs(Math.sqrt(entry(covariance, j, j)) / sd - 1)).toBeLessThan(0.08)
        }
      }
    },
  )

  test('innovations are as large as foretold, and name the contradiction', () => {
    expect(result.innovations).toHaveLength(rows.length)
    for (const { z } of result.innovations) expect(Math.abs(z)).toBeLessThan(3)
    expect(result.innovations.map(({ source }) => source).slice(1, 3)).toEqual(['row 3', 'row 3'])
  })

  test('the same seed gives the same bits; a lag of 0 smooths nothing', () => {
    const small = { members: 50 }
    const once = ensembleFilter(model, readings, TIMES, chanceOf(6, 'filter'), small)
    expect(ensembleFilter(model, readings, TIMES, chanceOf(6, 'filter'), small).smoothed).toEqual(once.smoothed)
    const flat = ensembleFilter(model, readings, TIMES, chanceOf(6, 'filter'), { ...small, lag: 0 })
    expect(flat.smoothed).toEqual(flat.filtered)
    const stop = new AbortController()
    stop.abort()
    expect(() => ensembleFilter(model, readings, TIMES, chanceOf(6, 'f'), { signal: stop.signal })).toThrow(/abort/i)
  })

  test('a reading moves only what it reaches; relaxation gives spread back', () => {
    const members = Array.from({ length: 40 }, (_, k) => model.start(k, chanceOf(1, `m ${k}`)))
    const reading = {
      ...(readings[0] as Reading),
      of: (x: ArrayLike<number>) => (x[0] as number) + (x[2] as number),
      reach: [1, 0, 0.5],
    }
    const { ensembles } = assimilate([members], [reading])
    expect(ensembles[0]?.map((x) => x[1])).toEqual(members.map((x) => x[1]))
    expect(ensembles[0]?.map((x) => x[0])).not.toEqual(members.map((x) => x[0]))
    const spread = (of: readonly Float64Array[]) => entry(beliefOf(of).covariance, 0, 0)
    const relaxed = assimilate([members], [reading], 0.5).ensembles[0] as Float64Array[]
    expect(spread(relaxed)).toBeGreaterThan(spread(ensembles[0] as Float64Array[]))
    expect(spread(relaxed)).toBeLessThan(spread(members))
  })
})

describe('particle filter', () => {
  const result = particleFilter(model, readings, TIMES, chanceOf(6, 'particles'), { members: 6000 })

  test('mean, spread and likelihood are the exact ones within Monte-Carlo error', () => {
    for (let t = 0; t < TIMES; t++)
      for (let j = 0; j < 3; j++) {
        const { mean, sd } = spreadOf(result.filtered[t] as (typeof result.filtered)[number], j)
        expect(Math.abs(mean - (exact.filtered[t]?.mean[j] as number)) / sdOf(t, j, 'filtered')).toBeLessThan(0.12)
        expect(Math.abs(sd / sdOf(t, j, 'filtered') - 1)).toBeLessThan(0.1)
      }
    expect(Math.abs(result.lnLikelihood - exact.lnLikelihood)).toBeLessThan(0.15)
  })

  test('its smoother follows ancestors: right where lineages are many', () => {
    for (let t = 0; t < TIMES; t++) {
      const { mean } = spreadOf(result.smoothed[t] as (typeof result.smoothed)[number], 0)
      expect(Math.abs(mean - (exact.smoothed[t]?.mean[0] as number)) / sdOf(t, 0, 'smoothed')).toBeLessThan(0.3)
    }
    expect(result.lineages[0]).toBeLessThan(result.lineages[TIMES - 1] as number)
  })

  test('systematic resampling takes each member its share of times', () => {
    const taken = systematic([0.5, 0.1, 0.4], 0.5, 10)
    expect([0, 1, 2].map((k) => taken.filter((v) => v === k).length)).toEqual([5, 1, 4])
  })

  test('says when no member can have made a reading', () => {
    const far = { ...(readings[0] as Reading), value: Number.POSITIVE_INFINITY }
    expect(() => particleFilter(model, [far], TIMES, chanceOf(1, 'p'), { members: 20 })).toThrow(/no member/)
  })
})

describe('readings on the ln scale', () => {
  // ln x is a random walk: the filters must give the Kalman answer of the logarithm
  const walk: StateModel = {
    start: (_m, chance) => Float64Array.of(Math.exp(2 + 0.3 * chance.normal(0))),
    step: (x, _t, chance) => Float64Array.of((x[0] as number) * Math.exp(0.1 * chance.normal(0))),
  }
  const one = matrix(1, 1, () => 1)
  const scaled = (v: number) => ({ ...one, data: Float64Array.of(v) })
  const logs = kalman(
    { transition: one, noise: scaled(0.01), mean: [2], covariance: scaled(0.09) },
    [{ time: 2, h: [1], value: 2.5, sd: 0.1 }],
    4,
  )
  const reading: Reading = {
    time: 2,
    of: (x) => x[0] as number,
    value: Math.exp(2.5),
    sd: 0.1,
    scale: 'ln',
    source: 's',
  }

  test('particles', () => {
    const { filtered } = particleFilter(walk, [reading], 4, chanceOf(2, 'ln'), { members: 5000 })
    const cloud = filtered[3] as (typeof filtered)[number]
    const mean = cloud.members.reduce((s, x, k) => s + (cloud.weights[k] as number) * Math.log(x[0] as number), 0)
    expect(mean).toBeCloseTo(logs.filtered[3]?.mean[0] as number, 1)
  })

  test('an ensemble, where the state is nearly lognormal, comes close', () => {
    const { filtered } = ensembleFilter(walk, [reading], 4, chanceOf(2, 'ln'), { members: 3000 })
    const mean =
      (filtered[3] as Float64Array[]).reduce((s, x) => s + Math.log(Math.max(1e-9, x[0] as number)), 0) / 3000
    expect(Math.abs(mean - (logs.filtered[3]?.mean[0] as number))).toBeLessThan(0.06)
  })

  test('a reading of zero or without error is refused by name', () => {
    const at = (bad: Partial<Reading>) => () =>
      ensembleFilter(walk, [{ ...reading, ...bad }], 4, chanceOf(2, 'ln'), { members: 5 })
    expect(at({ value: 0 })).toThrow(/s at 2 is 0/)
    expect(at({ sd: 0 })).toThrow(/no positive error/)
  })
})
