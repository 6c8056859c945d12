// Elementary effects (Morris 1991; Campolongo et al. 2007): which inputs matter, at the cost of a few runs an input.

import { deviation, mean } from '../../engine/quantiles.ts'
import type { Chance } from '../calibrate/chance.ts'

/** One path through the grid: d + 1 points, each differing from the one before in a single input. */
export interface Trajectory {
  readonly points: readonly Float64Array[]
  /** The input that each step changes, and by how much (± delta). */
  readonly steps: readonly { readonly input: number; readonly change: number }[]
}

/**
 * r trajectories over a grid of p levels (even) in (0, 1)^d, the step p / (2 (p − 1)) of the grid's span. Levels are the middles
 * of p equal cells, so that no run sits at the ends of a prior that has no ends.
 */
export function morrisTrajectories(r: number, p: number, d: number, chance: Chance): Trajectory[] {
  if (p < 2 || p % 2 === 1) throw new RangeError(`the number of levels must be even, not ${p}`)
  const jump = p / 2
  const place = (level: number) => (level + 0.5) / p
  return Array.from({ length: r }, (_, t) => {
    const own = chance.part(`trajectory ${t}`)
    const levels = Int32Array.from({ length: d }, (_, j) => own.below(p, j, 0))
    const points = [Float64Array.from(levels, place)]
    const steps = Array.from(own.order(d, 1), (input) => {
      const from = levels[input] as number
      const to = from < jump ? from + jump : from - jump
      levels[input] = to
      points.push(Float64Array.from(levels, place))
      return { input, change: (to - from) / p }
    })
    return { points, steps }
  })
}

export interface ElementaryEffects {
  /** Mean of the effects. */
  readonly mu: number
  /** Mean of their absolute values: how much the input matters. */
  readonly muStar: number
  /** Their spread: interactions and curvature. */
  readonly sigma: number
  /** Standard error of muStar over trajectories. */
  readonly error: number
}

/**
 * Effects of each input on one output. `values` by trajectory and point; average the seeds of a point first. The effects are
 * per unit of the cube (from the low end of a prior to the high end).
 */
export function elementaryEffects(
  trajectories: readonly Trajectory[],
  values: readonly ArrayLike<number>[],
): ElementaryEffects[] {
  const d = trajectories[0]?.steps.length ?? 0
  const effects = Array.from({ length: d }, () => [] as number[])
  trajectories.forEach(({ steps }, t) => {
    const of = values[t] as ArrayLike<number>
    steps.forEach(({ input, change }, k) => {
      effects[input]?.push(((of[k + 1] as number) - (of[k] as number)) / change)
    })
  })
  return effects.map((of) => {
    const sizes = of.map(Math.abs)
    return { mu: mean(of), muStar: mean(sizes), sigma: deviation(of), error: deviation(sizes) / Math.sqrt(of.length) }
  })
}

/** Mean over seeds: `runs[s][k]` is the value of point k under seed s. */
export const seedMean = (runs: readonly ArrayLike<number>[]): Float64Array =>
  Float64Array.from({ length: runs[0]?.length ?? 0 }, (_, k) => mean(runs.map((run) => run[k] as number)))

/** Inputs by the largest muStar, each output scaled by its own largest: the order in which to keep them. */
export function ranking(byOutput: readonly (readonly ElementaryEffects[])[]): { input: number; weight: number }[] {
  const d = byOutput[0]?.length ?? 0
  return Array.from({ length: d }, (_, input) => {
    const weight = Math.max(
      ...byOutput.map((effects) => {
        const top = Math.max(...effects.map(({ muStar }) => muStar))
        return top > 0 ? (effects[input] as ElementaryEffects).muStar / top : 0
      }),
    )
    return { input, weight }
  }).sort((a, b) => b.weight - a.weight || a.input - b.input)
}
