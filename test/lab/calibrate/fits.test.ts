import { describe, expect, test } from 'vitest'
import { abcSmc } from '../../../src/lab/calibrate/abc.ts'
import { contest, pseudoHistories } from '../../../src/lab/calibrate/contest.ts'
import { drive, readCheckpoint, saveCheckpoint } from '../../../src/lab/calibrate/drive.ts'
import { ensembleInversion } from '../../../src/lab/calibrate/inversion.ts'
import { entry, moments } from '../../../src/lab/calibrate/linear.ts'
import { iterativeSmoother } from '../../../src/lab/calibrate/smoother.ts'
import { scores } from '../../../src/lab/calibrate/task.ts'
import { exact, simulate, simulateTwo, task, twoPeaks } from './toy.ts'

const abc = abcSmc({ size: 1000, rounds: 9 })
const eki = ensembleInversion({ size: 1500 })
const smoother = iterativeSmoother({ size: 1500, steps: 4 })

describe.each([
  ['abc-smc', abc, 0.12, 0.15],
  ['ensemble-kalman-inversion', eki, 0.06, 0.1],
  ['iterative-ensemble-smoother', smoother, 0.06, 0.1],
] as const)('%s on a linear-Gaussian toy', (_name, algorithm, shift, stretch) => {
  test('has the mean and the spread of the exact posterior', async () => {
    const { state, finished } = await drive<never>(algorithm as never, task, 5, simulate)
    expect(finished).toBe(true)
    const posterior = algorithm.posterior(task, state as never)
    const { mean, covariance } = moments(
      posterior.map(({ u }) => scores(u)),
      posterior.map(({ weight }) => weight),
    )
    const right = exact(task)
    for (let j = 0; j < 3; j++) {
      const sd = Math.sqrt(entry(right.covariance, j, j))
      expect(Math.abs((mean[j] as number) - (right.mean[j] as number))).toBeLessThan(shift)
      expect(Math.abs(Math.sqrt(entry(covariance, j, j)) / sd - 1)).toBeLessThan(stretch)
    }
  })

  test('goes on from a checkpoint to the same bits, and refuses one of another task', async () => {
    const small = { ...algorithm, name: algorithm.name }
    const whole = await drive<never>(small as never, task, 8, simulate)
    const stop = new AbortController()
    let saved = ''
    let rounds = 0
    const first = await drive<never>(small as never, task, 8, simulate, {
      signal: stop.signal,
      onState: (state) => {
        saved = saveCheckpoint(small as never, task, 8, 'v1', state)
        if (++rounds === 2) stop.abort()
      },
    })
    expect(first.finished).toBe(false)
    const read = readCheckpoint<never>(saved, 'c.json', small as never, task, 8, 'v1')
    expect(read.problems).toEqual([])
    const again = await drive<never>(small as never, task, 8, simulate, { from: read.state as never })
    expect(JSON.stringify(again.state)).toBe(JSON.stringify(whole.state))
    expect(readCheckpoint(saved, 'c.json', small as never, task, 8, 'v2').problems[0]?.code).toBe('checkpoint-task')
    expect(readCheckpoint(saved, 'c.json', small as never, task, 9, 'v1').problems[0]?.code).toBe('checkpoint-seed')
    expect(readCheckpoint(saved.slice(0, 40), 'c.json', small as never, task, 8, 'v1').problems[0]?.what).toMatch(
      /JSON/,
    )
  })
})

test('ABC keeps both of two separate answers', async () => {
  const algorithm = abcSmc({ size: 400, rounds: 6 })
  const { state } = await drive(algorithm, twoPeaks, 3, simulateTwo)
  const posterior = algorithm.posterior(twoPeaks, state)
  const left = posterior.reduce((sum, { u, weight }) => sum + ((u[0] as number) < 0.5 ? weight : 0), 0)
  expect(left).toBeGreaterThan(0.3)
  expect(left).toBeLessThan(0.7)
})

test('a smoother keeps both of two separate answers, and as many members as it is told', async () => {
  const algorithm = iterativeSmoother({ size: 300, steps: 12, kept: 240 })
  const { state } = await drive(algorithm, twoPeaks, 3, simulateTwo)
  const posterior = algorithm.posterior(twoPeaks, state).filter(({ weight }) => weight > 0)
  expect(posterior).toHaveLength(240)
  expect(posterior.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
  const sizes = posterior.map(({ u }) => Math.abs(scores(u)[0] as number))
  expect(sizes.filter((size) => Math.abs(size - 1.2) < 0.5).length).toBeGreaterThan(200)
  const left = posterior.filter(({ u }) => (u[0] as number) < 0.5).length / posterior.length
  expect(left).toBeGreaterThan(0.2)
  expect(left).toBeLessThan(0.8)
})

test('groups of an inversion stay apart and are weighted by what they explain', async () => {
  const points = (sign: number) =>
    Array.from({ length: 200 }, (_, k) => [
      sign > 0 ? 0.55 + 0.4 * ((k * 0.618) % 1) : 0.05 + 0.4 * ((k * 0.618) % 1),
      (k + 0.5) / 200,
    ])
  const algorithm = ensembleInversion({
    size: 400,
    groups: [
      { points: points(1), share: 0.5 },
      { points: points(-1), share: 0.5 },
    ],
  })
  const { state } = await drive(algorithm, twoPeaks, 3, simulateTwo)
  const posterior = algorithm.posterior(twoPeaks, state)
  const left = posterior.reduce((sum, { u, weight }) => sum + ((u[0] as number) < 0.5 ? weight : 0), 0)
  expect(left).toBeGreaterThan(0.35)
  expect(left).toBeLessThan(0.65)
  // no member in the middle, where a single group would put them all
  expect(posterior.every(({ u }) => Math.abs((u[0] as number) - 0.5) > 0.1)).toBe(true)
})

test('failed runs are passed over; a fit in which nearly all fail says so', async () => {
  const some = (requests: Parameters<typeof simulate>[0]) =>
    simulate(requests).map((o, k) => (k % 7 === 0 ? null : k % 11 === 0 ? o.map(() => Number.NaN) : o))
  for (const algorithm of [
    abcSmc({ size: 200, rounds: 3 }),
    ensembleInversion({ size: 100 }),
    iterativeSmoother({ size: 100, steps: 3 }),
  ]) {
    const { finished } = await drive<never>(algorithm as never, task, 1, some)
    expect(finished).toBe(true)
    await expect(drive<never>(algorithm as never, task, 1, (r) => r.map(() => null))).rejects.toThrow(/failed/)
  }
})

test('coverage and the contest on pseudo-histories', async () => {
  const histories = await pseudoHistories(task, 30, 12, simulate)
  const result = await contest(
    [abcSmc({ size: 300, rounds: 5 }), ensembleInversion({ size: 200 }), iterativeSmoother({ size: 200, steps: 3 })],
    histories,
    4,
    simulate,
  )
  for (const { calibration, crps } of result.entries) {
    expect(calibration.coverage.share).toBeGreaterThan(0.8)
    expect(calibration.coverage.share).toBeLessThan(0.98)
    expect(crps.reduce((a, b) => a + b, 0) / crps.length).toBeLessThan(0.13)
  }
  expect(result.support).toBeGreaterThan(0)
  expect(result.entries.map(({ name }) => name)).toContain(result.better)
})
