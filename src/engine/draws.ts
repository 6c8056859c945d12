import { uniformOf } from '../language/draws.ts'
import { log } from '../language/std.ts'

/** Households draw with ids from 0, steps with ids from here: the two never share a number. */
export const STEP_ENTITIES = 2 ** 30

/** The draws of steps. A number is a function of (seed, stream, entity, month, index) and of nothing else. */
export interface Draws {
  seed: number
  month: number
  /** In [0, 1). Entity 0 … 2^30 − 1, index 0 … 2047; throws for a stream that is not declared. */
  readonly uniform: (stream: string, entity?: number, index?: number) => number
  /** Standard normal; uses the same number as `uniform` with the same key. */
  readonly normal: (stream: string, entity?: number, index?: number) => number
}

/** streams: as declared, their places key the draws. seen: told of each draw. */
export function drawsOf(streams: readonly string[], seen?: (stream: string) => void): Draws {
  const places = new Map(streams.map((stream, place) => [stream, place]))
  const uniform = (stream: string, entity = 0, index = 0): number => {
    const place = places.get(stream)
    if (place === undefined) throw new RangeError(`stream ${stream} is not declared`)
    seen?.(stream)
    return uniformOf(STEP_ENTITIES + entity, draws.month, draws.seed, place, index)
  }
  const normal = (stream: string, entity = 0, index = 0): number =>
    // the middle of the uniform's cell: never 0, so the tails stay finite (5.4 standard deviations)
    inverseNormal(uniform(stream, entity, index) + 2 ** -25)
  const draws: Draws = { seed: 0, month: 0, uniform, normal }
  return draws
}

const TAIL = 0.02425

/**
 * Value below which a standard normal number lies with probability u, 0 < u < 1. Acklam's rational approximations, relative
 * error 1.2e-9 in the middle and about 1e-7 in the tails, where the logarithm is the rules' own: the same bits everywhere.
 */
export function inverseNormal(u: number): number {
  if (u < TAIL) return tail(u)
  if (u > 1 - TAIL) return -tail(1 - u)
  const q = u - 0.5
  const r = q * q
  const above =
    ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
    2.506628277459239
  const below =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
    1
  return (q * above) / below
}

function tail(u: number): number {
  const q = Math.sqrt(-2 * log(u))
  const above =
    ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
      4.374664141464968) *
      q +
    2.938163982698783
  const below =
    (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1
  return above / below
}
