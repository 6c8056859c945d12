// Would the ranking be the same with other seeds? Futures are drawn again, whole draws of the posterior at a time.
import { drawsOf } from '../../engine/draws.ts'

export interface Stability {
  /** Names of packages, best first. */
  readonly order: readonly string[]
  /** Share of the reruns in which the first package, and the set of the first two, is the same and not tied. */
  readonly first: number
  readonly pair: number
  readonly firstSeparable: boolean
  /** Of two packages there is no pair to tell: then the first one decides. */
  readonly separable: boolean
  readonly reruns: number
}

/** Reruns that must agree: nine in ten. */
export const AGREE = 0.9
/** Fewer reruns can't tell nine in ten. */
export const LEAST_RERUNS = 10

/**
 * Futures of each rerun: draws are taken with replacement, and with a draw all its futures, for futures of one draw are alike.
 * @param draws draw of each future (any numbers); without it each future stands alone
 * @returns `reruns` lists of places among the futures, 0 … count − 1
 */
export function rerunsOf(count: number, reruns: number, seed: number, draws?: ArrayLike<number>): Int32Array[] {
  const blocks = new Map<number, number[]>()
  for (let f = 0; f < count; f++) {
    const draw = draws?.[f] ?? f
    const block = blocks.get(draw)
    if (block === undefined) blocks.set(draw, [f])
    else block.push(f)
  }
  const all = [...blocks.values()]
  const chance = drawsOf(['rerun'])
  chance.seed = seed
  return Array.from({ length: reruns }, (_, rerun) =>
    Int32Array.from(all.flatMap((_, k) => all[Math.floor(chance.uniform('rerun', k, rerun) * all.length)] as number[])),
  )
}

/**
 * @param scores by package, lower is better, over all futures
 * @param again the same over the futures of each rerun
 * @param indifferent scores nearer than this are a tie
 */
export function stabilityOf(
  names: readonly string[],
  scores: ArrayLike<number>,
  again: readonly ArrayLike<number>[],
  indifferent: number,
): Stability {
  const base = topsOf(scores, indifferent)
  let first = 0
  let pair = 0
  for (const one of again) {
    const tops = topsOf(one, indifferent)
    if (base.first && tops.first && tops.order[0] === base.order[0]) first++
    if (base.pair && tops.pair && samePair(tops.order, base.order)) pair++
  }
  const reruns = again.length
  const enough = reruns >= LEAST_RERUNS
  const firstSeparable = enough && names.length > 1 && first >= AGREE * reruns
  return {
    order: base.order.map((k) => names[k] as string),
    first: first / Math.max(1, reruns),
    pair: pair / Math.max(1, reruns),
    firstSeparable,
    separable: names.length > 2 ? enough && pair >= AGREE * reruns : firstSeparable,
    reruns,
  }
}

/** Order, and whether the first, and the first two, stand apart from what follows. */
function topsOf(scores: ArrayLike<number>, indifferent: number): { order: number[]; first: boolean; pair: boolean } {
  const at = (k: number | undefined) => scores[k as number] as number
  const order = Array.from(scores, (_, k) => k).sort((a, b) => at(a) - at(b) || a - b)
  const apart = (k: number) => order.length > k + 1 && at(order[k + 1]) - at(order[k]) > indifferent
  return { order, first: apart(0), pair: apart(1) }
}

const samePair = (a: readonly number[], b: readonly number[]): boolean =>
  a.slice(0, 2).every((k) => b.slice(0, 2).includes(k))
