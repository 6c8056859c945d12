// Futures: a draw of the unknowns and a world outside each, spread evenly and keyed, the same for every package.
import { philox2x32 } from '../../language/draws.ts'
import { type DrawList, nameKey, runSeed, uniformFor } from '../draws.ts'
import { type Choice, optionsOf } from '../scenario/types.ts'

export interface Future {
  readonly index: number
  /** Place of the draw in its list, and its number. */
  readonly place: number
  readonly draw: number
  /** How often the draw was used before: each use has a chance of its own after the policy date. */
  readonly again: number
  /** Options of the world outside. */
  readonly choices: Readonly<Record<string, string>>
}

export interface FuturesWish {
  readonly draws: DrawList
  readonly count: number
  readonly seed: number
  /** Choices of the world, by name. */
  readonly worlds: Readonly<Record<string, Choice>>
}

/**
 * Every option of every choice stands in the same number of futures, as far as `count` allows, and every draw too; which go
 * together is chance, keyed by the seed. Options are not chances: a study explores, it does not say how likely a world is.
 */
export function planFutures({ draws, count, seed, worlds }: FuturesWish): Future[] {
  const order = shuffled('draws', draws.indices.length, seed)
  const options = Object.entries(worlds).map(([name, choice]) => {
    const all = optionsOf(choice)
    const rank = shuffled(`world ${name}`, count, seed)
    return { name, of: (k: number) => all[Math.floor(((rank[k] as number) * all.length) / count)] as string }
  })
  return Array.from({ length: count }, (_, index) => {
    const place = order[index % order.length] as number
    return {
      index,
      place,
      draw: draws.indices[place] as number,
      again: Math.floor(index / order.length),
      choices: Object.fromEntries(options.map(({ name, of }) => [name, of(index)])),
    }
  })
}

/** The numbers below `count` in an order of chance: that of one name does not depend on any other. */
function shuffled(name: string, count: number, seed: number): number[] {
  const keys = Float64Array.from({ length: count }, (_, k) => uniformFor(`study ${name}`, k, seed))
  return Array.from(keys.keys()).sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b)
}

/** Seed of the chance in a future; the first use of a draw has the seed of that draw in every other run. */
export const futureSeed = (seed: number, { draw, again }: Pick<Future, 'draw' | 'again'>): number =>
  again === 0 ? runSeed(seed, draw) : philox2x32(draw, nameKey(`future ${again}`), seed)[1] | 0
