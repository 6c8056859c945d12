// Whether a fit is as sure as it should be: ranks and coverage over histories whose truth is known (Talts et al. 2018).
import jstat from 'jstat'
import type { Weighted } from './task.ts'

/** A share with its exact (Clopper and Pearson) bounds. */
export interface Share {
  readonly hits: number
  readonly of: number
  readonly share: number
  readonly low: number
  readonly high: number
}

/** `level`: how sure the bounds are. */
export function shareOf(hits: number, of: number, level = 0.95): Share {
  const tail = (1 - level) / 2
  return {
    hits,
    of,
    share: of === 0 ? Number.NaN : hits / of,
    low: hits === 0 ? 0 : jstat.beta.inv(tail, hits, of - hits + 1),
    high: hits === of ? 1 : jstat.beta.inv(1 - tail, hits + 1, of - hits),
  }
}

/** Weighted share of the posterior below the truth, by unknown: uniform on (0, 1) over histories when the fit is right. */
export function ranksOf(posterior: readonly Weighted[], truth: readonly number[]): number[] {
  return truth.map((value, j) =>
    posterior.reduce(
      (sum, { u, weight }) => sum + ((u[j] as number) < value ? weight : (u[j] as number) > value ? 0 : weight / 2),
      0,
    ),
  )
}

export interface Calibration {
  /** How often the central 90 % interval held the truth. Unknowns of one history are not independent: bounds are by history too. */
  readonly coverage: Share
  readonly byUnknown: readonly Share[]
  /** Chi-square of the ranks in ten classes, and the chance of one as large; near 0: the fit is wrong. */
  readonly chiSquare: number
  readonly chance: number
}

/** From the ranks of each history (list of unknowns). `level`: of the central interval. */
export function calibrationOf(ranks: readonly (readonly number[])[], level = 0.9): Calibration {
  const edge = (1 - level) / 2
  const inside = (rank: number) => rank >= edge && rank <= 1 - edge
  const flat = ranks.flat()
  const classes = new Float64Array(10)
  for (const rank of flat) {
    const cell = Math.min(9, Math.floor(rank * 10))
    classes[cell] = (classes[cell] as number) + 1
  }
  const expected = flat.length / 10
  const chiSquare = classes.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  return {
    coverage: shareOf(flat.filter(inside).length, flat.length),
    byUnknown: (ranks[0] ?? []).map((_, j) =>
      shareOf(ranks.filter((history) => inside(history[j] as number)).length, ranks.length),
    ),
    chiSquare,
    chance: 1 - jstat.chisquare.cdf(chiSquare, 9),
  }
}
