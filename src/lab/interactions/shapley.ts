// Shapley values and interaction indices of a game: what each player adds, over all orders in which players may come.

/**
 * Value of a game for each set of players, at the number whose binary digit k says whether player k is in: 2^n values.
 */
export type Game = ArrayLike<number>

export interface Shares {
  /** By player; they add up to the value of all less the value of nobody (Shapley 1953). */
  readonly own: Float64Array
  /**
   * By pair, at `a * n + b`: what two add together beyond what each adds alone, over all sets of the others (Grabisch and Roubens
   * 1999). Zero in an additive game; above zero they help each other, below they stand in for each other.
   */
  readonly pairs: Float64Array
}

/** Throws RangeError where the number of values is no power of two. */
export function shapley(game: Game): Shares {
  const n = Math.log2(game.length)
  if (!Number.isInteger(n)) throw new RangeError(`${game.length} values are no game: a power of two is wanted`)
  const own = new Float64Array(n)
  const pairs = new Float64Array(n * n)
  const at = (set: number) => game[set] as number
  const single = weights(n)
  const double = weights(n - 1)
  for (let set = 0; set < game.length; set++) {
    const size = sizeOf(set)
    for (let a = 0; a < n; a++) {
      if (set & (1 << a)) continue
      own[a] = (own[a] as number) + (single[size] as number) * (at(set | (1 << a)) - at(set))
      for (let b = a + 1; b < n; b++) {
        if (set & (1 << b)) continue
        const both = at(set | (1 << a) | (1 << b)) - at(set | (1 << a)) - at(set | (1 << b)) + at(set)
        const sum = (pairs[a * n + b] as number) + (double[size] as number) * both
        pairs[a * n + b] = sum
        pairs[b * n + a] = sum
      }
    }
  }
  return { own, pairs }
}

/** By size of a set of the others: the chance that just this set has come before, where n come in any order. */
function weights(n: number): Float64Array {
  const chances = new Float64Array(Math.max(0, n))
  let ways = 1
  for (let size = 0; size < n; size++) {
    chances[size] = 1 / (n * ways)
    ways = (ways * (n - 1 - size)) / (size + 1)
  }
  return chances
}

function sizeOf(set: number): number {
  let size = 0
  for (let left = set; left > 0; left &= left - 1) size += 1
  return size
}
