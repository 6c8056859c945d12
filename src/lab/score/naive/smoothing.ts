// Exponential smoothing with additive errors and a damped trend, ETS(A,Ad,N), for series with missing years.
import type { Forecaster, Known } from '../rolling.ts'
import { tooShort, type YearPoint } from '../yearly.ts'
import { follow, type Path } from './walk.ts'

interface Weights {
  readonly level: number
  readonly trend: number
  readonly phi: number
}

const GRID: readonly Weights[] = [0.2, 0.4, 0.6, 0.8, 1].flatMap((level) =>
  [0, 0.1, 0.2, 0.4, 0.6, 0.8, 1].flatMap((trend) => [0.8, 0.9, 0.98].map((phi) => ({ level, trend, phi }))),
)
const FEWEST = 4
/** Rounding does not make weights better. */
const BETTER = 1 - 1e-6

/**
 * Level, trend and damping are chosen on a grid (damping 0.8, 0.9, 0.98) by least squares of one figure ahead, anew at each
 * origin. Over missing years the state goes on without news. Needs four figures, and the spread three misses beyond them.
 */
export const dampedSmoothing = (): Forecaster => follow(smoothed)

/** One path with the best weights of the grid; the first of equals. */
function smoothed({ series }: Known): Path {
  if (series.points.length < FEWEST) throw tooShort(series, FEWEST)
  const [first] = GRID as [Weights, ...Weights[]]
  let best = { weights: first, ...smooth(series.points, first) }
  for (const weights of GRID) {
    const state = smooth(series.points, weights)
    if (state.squares < best.squares * BETTER) best = { weights, ...state }
  }
  const { weights, level, trend } = best
  return (ahead) => {
    let steps = 0
    let variance = 1
    for (let k = 1; k <= ahead; k++) {
      // what an error of today adds to the forecast k years later
      if (k > 1) variance += (weights.level * (1 + weights.trend * steps)) ** 2
      steps += weights.phi ** k
    }
    return { mean: level + trend * steps, variance }
  }
}

function smooth(points: readonly YearPoint[], weights: Weights): { level: number; trend: number; squares: number } {
  const [first, second] = points as [YearPoint, YearPoint]
  let level = first.y
  let trend = (second.y - first.y) / (second.year - first.year)
  let squares = 0
  for (let k = 1; k < points.length; k++) {
    const { year, y } = points[k] as YearPoint
    const gap = year - (points[k - 1] as YearPoint).year
    for (let step = 0; step < gap; step++) {
      trend *= weights.phi
      level += trend
    }
    const miss = y - level
    squares += (miss * miss) / gap
    level += weights.level * miss
    trend += (weights.level * weights.trend * miss) / gap
  }
  return { level, trend, squares }
}
