// A linear model with normal errors, whose posterior is known exactly.
import { chanceOf } from '../../../src/lab/calibrate/chance.ts'
import {
  applied,
  cholesky,
  identity,
  inverseOf,
  type Matrix,
  matrix,
  plus,
  product,
  transpose,
} from '../../../src/lab/calibrate/linear.ts'
import { type FitTask, type RunRequest, scores } from '../../../src/lab/calibrate/task.ts'

/** outcome = G z (+ chance); z standard normal. */
export const G = matrix(
  5,
  3,
  (i, j) =>
    [
      [1, 0.5, 0],
      [0, 1, 0.3],
      [0.8, 0, 0],
      [0.2, -0.6, 0.1],
      [1, 1, 0],
    ][i]?.[j] ?? 0,
)
export const SD = [0.5, 0.4, 0.6, 0.5, 0.7]
export const truth = [0.8, -0.5, 0.4]

export const task: FitTask = {
  names: ['a', 'b', 'c'],
  targets: SD.map((sd, k) => ({
    id: `y${k}`,
    value: (applied(G, truth)[k] as number) + 0.3 * (k % 2 === 0 ? 1 : -1) * sd,
    sd,
  })),
}

export const simulate = (requests: readonly RunRequest[]) => requests.map(({ u }) => Array.from(applied(G, scores(u))))

/** Mean and covariance of z given the targets. */
export function exact(of: FitTask): { mean: Float64Array; covariance: Matrix } {
  const scaled = matrix(5, 3, (i, j) => (G.data[i * 3 + j] as number) / (of.targets[i]?.sd ?? 1))
  const precision = plus(product(transpose(scaled), scaled), identity(3))
  const covariance = inverseOf(cholesky(precision) as Matrix)
  const y = of.targets.map(({ value, sd }) => value / sd)
  return { covariance, mean: applied(covariance, applied(transpose(scaled), y)) }
}

/** Two separate answers: only |a| shows, and b. */
export const twoPeaks: FitTask = {
  names: ['a', 'b'],
  targets: [
    { id: 'size', value: 1.2, sd: 0.15 },
    { id: 'b', value: 0.3, sd: 0.3 },
  ],
}
export const simulateTwo = (requests: readonly RunRequest[]) =>
  requests.map(({ u }) => {
    const [a = 0, b = 0] = scores(u)
    return [Math.abs(a), b]
  })

export const noise = chanceOf(77, 'test noise')
