// What chance alone shows: the same figures when the answers to a question are dealt to other draws.
import { deviation, mean, quantile } from '../../engine/quantiles.ts'
import type { Chance } from '../calibrate/chance.ts'

/** Figures of one question, found and under each shuffle. */
export interface Against {
  readonly found: number
  readonly shuffled: Float64Array
}

export interface Cleared {
  /** What was found, or 0 where it is not above the floor. */
  readonly clear: number
  readonly found: number
  /** What chance alone stays under, for all questions of the family together. */
  readonly floor: number
}

/** Level of the floors: of a hundred studies without any effect, one has a figure above. */
const LEVEL = 0.99

/**
 * A common bar for a family of questions asked at once (the largest of them under each shuffle, Westfall and Young 1993), set in
 * standard deviations of each question's own shuffles. `together`: how many questions each entry stands for, where many share
 * the same shuffles.
 */
export function clearedOf(family: readonly Against[], together: readonly number[]): Cleared[] {
  const scales = family.map(({ shuffled }) => ({ usual: mean(shuffled), spread: deviation(shuffled) }))
  const size = family[0]?.shuffled.length ?? 0
  const most = together.reduce((sum, n) => sum + n, 0) / Math.max(1, family.length)
  const tops = Float64Array.from({ length: size }, (_, r) =>
    Math.max(
      ...family.map(({ shuffled }, k) => {
        const { usual, spread } = scales[k] as (typeof scales)[number]
        return spread > 0 ? ((shuffled[r] as number) - usual) / spread : Number.NEGATIVE_INFINITY
      }),
    ),
  ).sort()
  const bar = barOf(tops, 1 - LEVEL ** (1 / Math.max(1, most)))
  return family.map(({ found }, k) => {
    const { usual, spread } = scales[k] as (typeof scales)[number]
    const floor = spread > 0 ? usual + bar * spread : usual
    const clear = found > floor + 1e-12 * Math.abs(floor) ? found : 0
    return { clear, found, floor }
  })
}

/** Part of the shuffles from which the far end is told. */
const TAIL = 0.1

/** What a part `above` of sorted figures lies over; beyond what so few can show, by an exponential tail. */
function barOf(sorted: Float64Array, above: number): number {
  if (above >= TAIL || sorted.length === 0) return quantile(sorted, 1 - above)
  const from = quantile(sorted, 1 - TAIL)
  const excess = sorted.filter((v) => v > from).map((v) => v - from)
  return excess.length === 0 ? from : from + mean(excess) * Math.log(TAIL / above)
}

/** Orders of `count` rows, the same for every question of a family. */
export const ordersOf = (count: number, shuffles: number, chance: Chance): Int32Array[] =>
  Array.from({ length: shuffles }, (_, r) => chance.order(count, r))
