// Keyed chance for the algorithms: each number is a function of the seed, the name of its use and two counters.
import { inverseNormal } from '../../engine/draws.ts'
import { philox2x32 } from '../../language/draws.ts'
import { nameKey } from '../draws.ts'

/** The draws of one use. Counters are integers from 0; the same counters always give the same number. */
export interface Chance {
  /** In (0, 1), one of 2^32 values. */
  uniform(a: number, b?: number): number
  /** Standard normal, from the uniform of the same counters. */
  normal(a: number, b?: number): number
  /** An integer from 0 to n − 1. */
  below(n: number, a: number, b?: number): number
  /** The numbers 0 … n − 1 in a random order; `a` tells orders apart. */
  order(n: number, a: number): Int32Array
  /** The draws of a part of this use. */
  part(name: string): Chance
}

/** Chance for the use `name` under `seed` (any integer). */
export function chanceOf(seed: number, name: string): Chance {
  const [key] = philox2x32(nameKey(name), 0x43414c, seed)
  const uniform = (a: number, b = 0) => (philox2x32(a, b, key)[0] + 0.5) * 2 ** -32
  const below = (n: number, a: number, b = 0) => Math.min(n - 1, Math.floor(uniform(a, b) * n))
  return {
    uniform,
    normal: (a, b = 0) => inverseNormal(uniform(a, b)),
    below,
    order: (n, a) => {
      const order = Int32Array.from({ length: n }, (_, k) => k)
      for (let k = n - 1; k > 0; k--) {
        const other = below(k + 1, a, k)
        const kept = order[k] as number
        order[k] = order[other] as number
        order[other] = kept
      }
      return order
    },
    part: (part) => chanceOf(key, part),
  }
}

/** ln of the density of a standard normal. */
export const lnNormal = (z: number): number => -0.5 * z * z - 0.9189385332046727
