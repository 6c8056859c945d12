import fc from 'fast-check'
import jStat from 'jstat'
import { describe, expect, test } from 'vitest'
import { effectiveSize, sampleOf, studentCdf, weightedQuantile } from '../../src/engine/distributions.ts'
import { quantile } from '../../src/engine/quantiles.ts'
import { cdf, drawsOf, logDensity, type Predictive, quantileOf } from '../../src/lab/score/predictive.ts'
import {
  brier,
  crps,
  crpsOfEnsemble,
  fairCrps,
  interval,
  intervalScore,
  logScore,
  pinball,
  pit,
  pitHistogram,
} from '../../src/lab/score/scores.ts'

const number = fc.double({ min: -50, max: 50, noNaN: true })
const list = fc.array(number, { minLength: 1, maxLength: 12 })
const weighted = fc.array(fc.tuple(number, fc.double({ min: 0.01, max: 3, noNaN: true })), {
  minLength: 1,
  maxLength: 12,
})
const middles = (n: number, inverse: (u: number) => number) =>
  Array.from({ length: n }, (_, k) => inverse((k + 0.5) / n))

/** The definition, pair by pair. */
function pairwise(values: readonly number[], y: number, weights = values.map(() => 1)): number {
  const total = weights.reduce((a, b) => a + b, 0)
  let first = 0
  let second = 0
  values.forEach((x, i) => {
    first += ((weights[i] as number) / total) * Math.abs(x - y)
    values.forEach((z, j) => {
      second += (((weights[i] as number) * (weights[j] as number)) / total / total) * Math.abs(x - z)
    })
  })
  return first - second / 2
}

/** ∫ (F − step)² on both sides of y, by the middle rule. */
function byIntegral(p: Predictive, y: number, from: number, to: number, n = 10_000): number {
  const side = (start: number, end: number, step: number) => {
    const width = (end - start) / n
    let sum = 0
    for (let k = 0; k < n; k++) sum += (cdf(p, start + (k + 0.5) * width) - step) ** 2
    return sum * width
  }
  return side(from, y, 0) + side(y, to, 1)
}

describe('CRPS', () => {
  test('of an ensemble is mean |x − y| − ½ mean |x − x′|', () => {
    fc.assert(
      fc.property(list, number, (values, y) => {
        expect(crpsOfEnsemble(values, y)).toBeCloseTo(pairwise(values, y), 9)
      }),
    )
  })
  test('of weighted draws likewise', () => {
    fc.assert(
      fc.property(weighted, number, (pairs, y) => {
        const [values, weights] = [pairs.map(([x]) => x), pairs.map(([, w]) => w)]
        expect(crpsOfEnsemble(values, y, weights)).toBeCloseTo(pairwise(values, y, weights), 9)
      }),
    )
  })
  test('counts a draw twice where its weight is double', () => {
    expect(crpsOfEnsemble([1, 4], 2, [2, 1])).toBeCloseTo(crpsOfEnsemble([1, 1, 4], 2), 12)
  })
  test('of one draw is the absolute error', () => {
    expect(crpsOfEnsemble([3], 5)).toBe(2)
  })
  test('normal: 0.2337 at the mean, and the ensemble of its quantiles', () => {
    const p: Predictive = { kind: 'normal', mean: 10, sd: 2 }
    expect(crps({ kind: 'normal', mean: 0, sd: 1 }, 0)).toBeCloseTo((Math.SQRT2 - 1) / Math.sqrt(Math.PI), 9)
    const draws = middles(4000, (u) => jStat.normal.inv(u, 10, 2))
    for (const y of [3, 9, 10.5, 16]) {
      expect(crps(p, y)).toBeCloseTo(crpsOfEnsemble(draws, y), 3)
      expect(crps(p, y)).toBeCloseTo(byIntegral(p, y, -15, 35), 5)
    }
  })
  test('uniform: y² − y + 1/3 within its range', () => {
    const draws = middles(4000, (u) => u)
    for (const y of [0, 0.2, 0.5, 0.9, 1]) expect(crpsOfEnsemble(draws, y)).toBeCloseTo(y * y - y + 1 / 3, 6)
  })
  test('exponential: y + 2 e^−y − 3/2', () => {
    const draws = middles(20_000, (u) => -Math.log(1 - u))
    for (const y of [0, 0.5, 1, 3]) expect(crpsOfEnsemble(draws, y)).toBeCloseTo(y + 2 * Math.exp(-y) - 1.5, 3)
  })
  test('Student against the integral', () => {
    for (const df of [3, 5, 12]) {
      const p: Predictive = { kind: 'student', mean: 1, scale: 0.5, df }
      for (const y of [0, 1, 2.5]) expect(crps(p, y)).toBeCloseTo(byIntegral(p, y, -80, 80), 4)
    }
    expect(crps({ kind: 'student', mean: 0, scale: 1, df: 1 }, 0)).toBe(Infinity)
  })
  test('Student with many degrees of freedom is normal', () => {
    expect(crps({ kind: 'student', mean: 0, scale: 1, df: 1e5 }, 0.7)).toBeCloseTo(
      crps({ kind: 'normal', mean: 0, sd: 1 }, 0.7),
      4,
    )
  })
  test('counts against pairs of draws', () => {
    const p: Predictive = { kind: 'counts', mean: 4, size: 2 }
    const chances = Array.from({ length: 200 }, (_, k) => Math.exp(logDensity(p, k)))
    expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
    const ks = chances.map((_, k) => k)
    for (const y of [0, 3, 11]) expect(crps(p, y)).toBeCloseTo(crpsOfEnsemble(ks, y, chances), 9)
    expect(crps({ kind: 'counts', mean: 0 }, 3)).toBe(3)
    expect(crps({ kind: 'counts', mean: 900 }, 900)).toBeCloseTo(crps({ kind: 'normal', mean: 900, sd: 30 }, 900), 1)
  })
  test('pool of normals against the integral', () => {
    const p: Predictive = {
      kind: 'pool',
      parts: [
        { kind: 'normal', mean: 0, sd: 1 },
        { kind: 'normal', mean: 3, sd: 0.5 },
      ],
      weights: [0.3, 0.7],
    }
    for (const y of [-1, 1, 3]) expect(crps(p, y)).toBeCloseTo(byIntegral(p, y, -10, 12), 3)
    expect(cdf(p, quantileOf(p, 0.2))).toBeCloseTo(0.2, 9)
  })
  test('fair: every pair of different draws once; the mean over samples is the score of the source', () => {
    expect(fairCrps([1, 4], 2)).toBeCloseTo((1 + 2) / 2 - 3 / 2, 12)
    // all pairs from {0, 1}, each equally likely, against y = 1: the source has |x − y| 1/2 and |x − x'| 1/2
    const pairs = [0, 1].flatMap((a) => [0, 1].map((b) => [a, b]))
    expect(pairs.reduce((sum, pair) => sum + fairCrps(pair, 1), 0) / 4).toBeCloseTo(1 / 4, 12)
    expect(() => fairCrps([1], 2)).toThrow(RangeError)
  })
  test('no draws, and a draw that is no number, are refused', () => {
    expect(() => crpsOfEnsemble([], 1)).toThrow(RangeError)
    expect(() => crpsOfEnsemble([1, Number.NaN], 1)).toThrow(RangeError)
    expect(() => crpsOfEnsemble([1, 2], 1, [0, 0])).toThrow(RangeError)
    expect(() => crpsOfEnsemble([1, 2], 1, [-1, 2])).toThrow(RangeError)
  })
})

describe('the other scores', () => {
  test('intervals, pinball, Brier', () => {
    expect(intervalScore([2, 4], 0.9, 3)).toBe(2)
    expect(intervalScore([2, 4], 0.9, 5)).toBeCloseTo(2 + 20, 12)
    expect(intervalScore([2, 4], 0.5, 1)).toBeCloseTo(2 + 4, 12)
    expect(pinball(3, 0.9, 5)).toBeCloseTo(1.8, 12)
    expect(pinball(3, 0.9, 1)).toBeCloseTo(0.2, 12)
    expect(brier(0.8, true)).toBeCloseTo(0.04, 12)
    const [low, high] = interval({ kind: 'normal', mean: 0, sd: 1 }, 0.9)
    expect([low, high]).toEqual([expect.closeTo(-1.64485, 4), expect.closeTo(1.64485, 4)])
  })
  test('twice the pinball loss over all quantiles is the CRPS', () => {
    fc.assert(
      fc.property(list, number, (values, y) => {
        const n = 4000
        const sorted = [...values].sort((a, b) => a - b)
        let sum = 0
        for (let k = 0; k < n; k++) {
          const u = (k + 0.5) / n
          sum += (2 / n) * pinball(sorted[Math.ceil(u * sorted.length) - 1] as number, u, y)
        }
        expect(Math.abs(sum - crpsOfEnsemble(values, y))).toBeLessThan(0.05)
      }),
      { numRuns: 30 },
    )
  })
  test('log score: closed form, and of draws by normal fit or kernel', () => {
    expect(logScore({ kind: 'normal', mean: 0, sd: 1 }, 0)).toBeCloseTo(Math.log(2 * Math.PI) / 2, 12)
    const draws = drawsOf(middles(2000, (u) => jStat.normal.inv(u, 5, 3)))
    const truth = logScore({ kind: 'normal', mean: 5, sd: 3 }, 7)
    expect(logScore(draws, 7)).toBeCloseTo(truth, 2)
    expect(logScore(draws, 7, 'kernel')).toBeCloseTo(truth, 1)
    const two = drawsOf([
      ...middles(500, (u) => jStat.normal.inv(u, -5, 1)),
      ...middles(500, (u) => jStat.normal.inv(u, 5, 1)),
    ])
    expect(logScore(two, 0, 'kernel')).toBeGreaterThan(logScore(two, 0))
    expect(logScore({ kind: 'counts', mean: 3 }, 2)).toBeCloseTo(-Math.log((9 / 2) * Math.exp(-3)), 12)
    expect(logScore({ kind: 'counts', mean: 3 }, 2.5)).toBe(Infinity)
    expect(logScore({ kind: 'student', mean: 2, scale: 3, df: 4 }, 2)).toBeCloseTo(-Math.log(0.375 / 3), 9)
  })
  test('the kernel density integrates to one', () => {
    const p = drawsOf([1, 2, 2.5, 7], [1, 2, 1, 3])
    let sum = 0
    for (let x = -30; x < 40; x += 0.01) sum += 0.01 * Math.exp(logDensity(p, x, 'kernel'))
    expect(sum).toBeCloseTo(1, 6)
  })
})

describe('PIT', () => {
  test('of exchangeable draws and outcome is uniform, ties or not', () => {
    for (const all of [
      [1, 2, 3, 4, 5],
      [1, 1, 1, 4, 4],
    ]) {
      const values: number[] = []
      all.forEach((y, k) => {
        const others = drawsOf(all.filter((_, j) => j !== k))
        for (let u = 0.005; u < 1; u += 0.01) values.push(pit(others, y, u))
      })
      for (const share of pitHistogram(values, 5)) expect(Math.abs(share - 0.2)).toBeLessThan(0.006)
    }
  })
  test('is the distribution function where that is smooth, and randomised for counts', () => {
    expect(pit({ kind: 'normal', mean: 0, sd: 1 }, 0, 0.9)).toBeCloseTo(0.5, 9)
    const p: Predictive = { kind: 'counts', mean: 1 }
    expect(pit(p, 1, 0)).toBeCloseTo(Math.exp(-1), 9)
    expect(pit(p, 1, 1)).toBeCloseTo(2 * Math.exp(-1), 9)
  })
})

describe('weighted samples', () => {
  test('with equal weights have the quantiles of type 7', () => {
    fc.assert(
      fc.property(list, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const sample = sampleOf(values)
        expect(weightedQuantile(sample, q)).toBeCloseTo(quantile(sample.values, q), 9)
      }),
    )
  })
  test('leave out what has no weight', () => {
    expect(sampleOf([5, 1, 9], [1, 1, 0])).toEqual({ values: [1, 5], weights: [0.5, 0.5] })
    expect(effectiveSize([1, 1, 0, 0])).toBe(2)
  })
  test('quantiles undo distribution functions', () => {
    const shapes: Predictive[] = [
      { kind: 'normal', mean: 2, sd: 3 },
      ...[3, 4, 8, 20, 60].map((df) => ({ kind: 'student', mean: -1, scale: 2, df }) as const),
      {
        kind: 'pool',
        parts: [
          { kind: 'normal', mean: 0, sd: 1 },
          { kind: 'student', mean: 9, scale: 1, df: 3 },
        ],
        weights: [0.5, 0.5],
      },
    ]
    for (const p of shapes)
      for (const q of [0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999]) expect(cdf(p, quantileOf(p, q))).toBeCloseTo(q, 6)
    const counts: Predictive = { kind: 'counts', mean: 6, size: 1.5 }
    for (const q of [0.05, 0.5, 0.95]) {
      const k = quantileOf(counts, q)
      expect(cdf(counts, k)).toBeGreaterThanOrEqual(q)
      expect(cdf(counts, k, true)).toBeLessThan(q)
    }
  })
  test('Student tables', () => {
    expect(studentCdf(2.015, 5)).toBeCloseTo(0.95, 4)
    expect(studentCdf(-2.015, 5)).toBeCloseTo(0.05, 4)
    expect(studentCdf(0, 5)).toBeCloseTo(0.5, 9)
  })
})
