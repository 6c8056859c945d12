import { expect, test } from 'vitest'
import { chanceOf } from '../../../src/lab/calibrate/chance.ts'
import { calibrationOf, ranksOf, shareOf } from '../../../src/lab/calibrate/coverage.ts'
import { entry } from '../../../src/lab/calibrate/linear.ts'
import { quantilesOf, scores } from '../../../src/lab/calibrate/task.ts'
import { exact, simulate, task } from './toy.ts'

const chance = chanceOf(21, 'coverage')

/** Ranks of the truth in draws of the exact posterior, its spread multiplied by `stretch`. */
function ranks(stretch: number, histories = 120): number[][] {
  return Array.from({ length: histories }, (_, h) => {
    const own = chance.part(`history ${h}`)
    const truth = quantilesOf([0, 1, 2].map((j) => own.normal(0, j)))
    const [clean = []] = simulate([{ u: truth, seed: 0 }])
    const targets = task.targets.map((target, k) => ({
      ...target,
      value: (clean[k] as number) + target.sd * own.normal(1, k),
    }))
    const { mean, covariance } = exact({ ...task, targets })
    // the marginals are all that ranks look at
    const posterior = Array.from({ length: 200 }, (_, k) => ({
      u: quantilesOf(
        [0, 1, 2].map((j) => (mean[j] as number) + stretch * Math.sqrt(entry(covariance, j, j)) * own.normal(2 + k, j)),
      ),
      weight: 1 / 200,
    }))
    return ranksOf(posterior, truth)
  })
}

test('an exact posterior covers as it promises; one that is too sure is found out', () => {
  const right = calibrationOf(ranks(1))
  expect(right.coverage.low).toBeLessThan(0.9)
  expect(right.coverage.high).toBeGreaterThan(0.9)
  expect(right.chance).toBeGreaterThan(0.01)
  const sure = calibrationOf(ranks(0.5))
  expect(sure.coverage.high).toBeLessThan(0.8)
  expect(sure.chance).toBeLessThan(1e-6)
  const unsure = calibrationOf(ranks(2))
  expect(unsure.coverage.low).toBeGreaterThan(0.97)
})

test('bounds of a share are the exact binomial ones', () => {
  const nine = shareOf(9, 10)
  expect(nine.low).toBeCloseTo(0.555, 3)
  expect(nine.high).toBeCloseTo(0.9975, 4)
  expect(shareOf(0, 10).low).toBe(0)
  expect(shareOf(0, 10).high).toBeCloseTo(1 - 0.025 ** 0.1, 6)
})

test('scores and quantiles are each other’s inverse', () => {
  const u = [1e-6, 0.01, 0.3, 0.5, 0.9, 1 - 1e-6]
  quantilesOf(scores(u)).forEach((v, k) => {
    expect(Math.abs(v - (u[k] as number))).toBeLessThan(1e-7)
  })
})
