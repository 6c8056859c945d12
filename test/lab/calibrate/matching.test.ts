import { describe, expect, test } from 'vitest'
import { chanceOf } from '../../../src/lab/calibrate/chance.ts'
import { latinHypercube } from '../../../src/lab/calibrate/designs.ts'
import { drive } from '../../../src/lab/calibrate/drive.ts'
import { diagnose, emulator } from '../../../src/lab/calibrate/emulator.ts'
import { groupsOf, historyMatching, type MatchingState } from '../../../src/lab/calibrate/matching.ts'
import { pieces, survivorsOf } from '../../../src/lab/calibrate/survivors.ts'
import type { FitTask, RunRequest } from '../../../src/lab/calibrate/task.ts'

const chance = chanceOf(1, 'matching test')

describe('emulator', () => {
  const smooth = (x: ArrayLike<number>) => Math.sin(5 * (x[0] as number)) + 2 * (x[1] as number) ** 2
  const points = latinHypercube(80, 4, chanceOf(2, 'd'))
  const values = points.map(smooth)
  const of = emulator(points, values)

  test('foretells a smooth function, knows its doubt and sees which inputs are idle', () => {
    const fresh = latinHypercube(200, 4, chanceOf(3, 'd'))
    const errors = fresh.map((x) => (of.expect(x) - smooth(x)) ** 2)
    expect(Math.sqrt(errors.reduce((a, b) => a + b, 0) / 200)).toBeLessThan(0.05)
    const inside = fresh.filter((x) => Math.abs(of.expect(x) - smooth(x)) <= 2.5 * Math.sqrt(of.doubt(x)) + 1e-3).length
    expect(inside).toBeGreaterThan(180)
    const [a = 0, b = 0, c = 0, d = 0] = of.shape.lengths
    expect(Math.max(a, b)).toBeLessThan(Math.min(c, d))
  })

  test('leaving a point out by formula is leaving it out', () => {
    const rest = points.slice(1)
    const again = emulator(rest, values.slice(1), of.shape)
    const left = of.leftOut[0]
    // centring is by the mean of those present; the linear mean takes that up
    expect(values[0] as number).toBeCloseTo(again.expect(points[0] as Float64Array) + (left?.error ?? 0), 6)
    const diagnosis = diagnose(of, values)
    expect(diagnosis.withinTwo).toBeGreaterThan(0.85)
    expect(diagnosis.relativeError).toBeLessThan(0.1)
  })

  test('with noise it smooths, and its nugget is the variance of the noise', () => {
    const noisy = points.map((x, k) => smooth(x) + 0.2 * chance.normal(k))
    const fit = emulator(points, noisy)
    expect(Math.sqrt(fit.shape.nugget * fit.variance)).toBeGreaterThan(0.13)
    expect(Math.sqrt(fit.shape.nugget * fit.variance)).toBeLessThan(0.28)
  })

  test('is rebuilt from its shape to the same bits, stands a constant, and asks for enough points', () => {
    expect(emulator(points, values, of.shape).expect([0.3, 0.3, 0.3, 0.3])).toBe(of.expect([0.3, 0.3, 0.3, 0.3]))
    expect(
      emulator(
        points,
        values.map(() => 7),
      ).expect([0.1, 0.1, 0.1, 0.1]),
    ).toBeCloseTo(7)
    expect(() => emulator(points.slice(0, 5), values.slice(0, 5))).toThrow(/too few/)
  })
})

test('what survives is even over a small ball, and its volume is right', () => {
  const d = 6
  const radius = 0.2
  const score = (u: ArrayLike<number>) => Math.sqrt(Array.from(u).reduce((s, v) => s + (v - 0.4) ** 2, 0)) / radius
  const { points, share } = survivorsOf(latinHypercube(800, d, chance), score, chance.part('ball'))
  const exact = (Math.PI ** 3 / 6) * radius ** d
  expect(Math.abs(Math.log(share / exact))).toBeLessThan(0.45)
  // median radius of an even ball: (1/2)^(1/d)
  const radii = points.map((x) => score(x)).sort((a, b) => a - b)
  expect(radii[400] as number).toBeGreaterThan(0.5 ** (1 / d) - 0.05)
  expect(radii[400] as number).toBeLessThan(0.5 ** (1 / d) + 0.04)
  const none = survivorsOf(latinHypercube(200, d, chance), (u) => 3 + score(u), chance.part('none'))
  expect(none.points).toEqual([])
  expect(none.closest?.score).toBeLessThan(3.3)
})

test('pieces are told apart by what lies between them, not by distance', () => {
  const ring = Array.from({ length: 60 }, (_, k) =>
    Float64Array.of(0.5 + 0.4 * Math.cos(k / 9.55), 0.5 + 0.4 * Math.sin(k / 9.55), (k * 0.37) % 1),
  )
  const onRing = (u: ArrayLike<number>) =>
    Math.abs(Math.hypot((u[0] as number) - 0.5, (u[1] as number) - 0.5) - 0.4) / 0.05
  expect(Math.max(...pieces(ring, onRing))).toBe(0)
  const gap = (u: ArrayLike<number>) => (Math.abs((u[0] as number) - 0.5) < 0.06 ? 2 : 0)
  const two = latinHypercube(60, 3, chance).filter((x) => gap(x) === 0)
  expect(Math.max(...pieces(two, gap))).toBe(1)
})

describe('history matching', () => {
  // |a| shows, and a sum: two separate answers in five inputs, two of them idle
  const task: FitTask = {
    names: ['a', 'b', 'c', 'd', 'e'],
    targets: [
      { id: 'square', value: 0.09, sd: 0.01 },
      { id: 'sum', value: 0.9, sd: 0.04 },
      { id: 'difference', value: -0.1, sd: 0.05 },
    ],
  }
  const noise = chanceOf(9, 'noise')
  const run = (requests: readonly RunRequest[]) =>
    requests.map(({ u: [a = 0, b = 0, c = 0], seed }, k) => {
      const by = 0.005 * noise.normal(k, seed)
      return [(a - 0.5) ** 2 + by, b + c + by, c - b + 0.02 * noise.normal(k, seed + 9)]
    })
  const small = { points: 45, seeds: 2, waves: 3, pool: 160 }

  test('leaves both answers, keeps the truth, shrinks wave by wave, and goes on from JSON to the same bits', async () => {
    const algorithm = historyMatching(small)
    const states: MatchingState[] = []
    const { state, finished } = await drive(algorithm, task, 4, run, { onState: (one) => void states.push(one) })
    expect(finished).toBe(true)
    expect(state.nothingLeft).toBeNull()
    const volumes = state.reports.map(({ volume }) => volume)
    volumes.slice(1).forEach((v, k) => {
      expect(v).toBeLessThanOrEqual((volumes[k] as number) * 1.001)
    })
    expect(volumes.at(-1)).toBeLessThan(0.08)
    const groups = groupsOf(state)
    expect(groups.length).toBe(2)
    for (const { points, share } of groups) {
      expect(share).toBeGreaterThan(0.25)
      const side = (points[0]?.[0] ?? 0) < 0.5
      expect(points.every((u) => (u[0] as number) < 0.5 === side)).toBe(true)
    }
    for (const u of state.pool) {
      expect(Math.abs(((u[0] as number) - 0.5) ** 2 - 0.09)).toBeLessThan(0.06)
      expect(Math.abs((u[1] as number) + (u[2] as number) - 0.9)).toBeLessThan(0.25)
    }
    expect(state.reports.at(-1)?.rule).toBe(1)
    const before = states.at(-2) as MatchingState
    const again = await drive(algorithm, task, 4, run, { from: JSON.parse(JSON.stringify(before)) })
    expect(JSON.stringify(again.state)).toBe(JSON.stringify(state))
  }, 120000)

  test('nothing left is reported as a fault of the structure, with the targets that quarrel', async () => {
    const quarrel: FitTask = {
      names: ['a', 'b', 'c', 'd', 'e'],
      targets: [
        { id: 'sum', value: 1.9, sd: 0.02 },
        { id: 'again', value: 0.4, sd: 0.02 },
        { id: 'idle', value: 0, sd: 1 },
      ],
    }
    const sum = (requests: readonly RunRequest[]) => requests.map(({ u: [a = 0, b = 0] }) => [a + b, a + b, 0.1])
    const { state, finished } = await drive(historyMatching({ ...small, seeds: 1 }), quarrel, 4, sum)
    expect(finished).toBe(true)
    expect(state.nothingLeft?.against.map(({ target }) => target).sort()).toEqual(['again', 'sum'])
    expect(historyMatching(small).progress(state).words).toMatch(/nothing is left/)
  }, 120000)
})
