// Points that fill the unit cube: Latin hypercubes and the Sobol' sequence.
import type { Chance } from './chance.ts'
import { directionNumbers, SOBOL_DIMENSIONS } from './direction-numbers.ts'

/** n points in (0, 1)^d; in each dimension every one of n equal cells holds exactly one point. */
export function latinHypercube(n: number, d: number, chance: Chance): Float64Array[] {
  const points = Array.from({ length: n }, () => new Float64Array(d))
  const inside = chance.part('inside a cell')
  for (let j = 0; j < d; j++) {
    const order = chance.order(n, j)
    points.forEach((x, k) => {
      x[j] = ((order[k] as number) + inside.uniform(k, j)) / n
    })
  }
  return points
}

/**
 * Points `from` … `from + n − 1` of the Sobol' sequence in d dimensions (Joe and Kuo 2008), with a random digital shift, so that
 * no point lies at 0 and designs with different chance are independent. Best used in powers of two. Throws RangeError above
 * SOBOL_DIMENSIONS dimensions: take a Latin hypercube there.
 */
export function sobolSequence(n: number, d: number, chance?: Chance, from = 0): Float64Array[] {
  if (d > SOBOL_DIMENSIONS)
    throw new RangeError(`the Sobol' sequence is tabled for ${SOBOL_DIMENSIONS} dimensions, not ${d}`)
  const directions = Array.from({ length: d }, (_, j) => directionNumbers(j))
  const shifts = directions.map((_, j) => (chance ? Math.floor(chance.uniform(0, j) * 2 ** 32) : 0))
  return Array.from({ length: n }, (_, k) => {
    const index = from + k
    const gray = (index ^ (index >>> 1)) >>> 0
    return Float64Array.from(directions, (v, j) => {
      let word = shifts[j] as number
      for (let bit = 0; bit < 32; bit++) if ((gray >>> bit) & 1) word ^= v[bit] as number
      return ((word >>> 0) + (chance ? 0.5 : 0)) * 2 ** -32
    })
  })
}

/** A Sobol' design where it is tabled, else a Latin hypercube. */
export const spaceFilling = (n: number, d: number, chance: Chance): Float64Array[] =>
  d <= SOBOL_DIMENSIONS ? sobolSequence(n, d, chance) : latinHypercube(n, d, chance)

/**
 * Places of `n` points far from each other and from `kept`, chosen greedily: each next one has the largest distance to its nearest
 * neighbour among those taken. Deterministic; ties go to the first.
 */
export function spread(points: readonly Float64Array[], n: number, kept: readonly Float64Array[] = []): number[] {
  const nearest = points.map((x) => kept.reduce((least, y) => Math.min(least, squared(x, y)), Number.POSITIVE_INFINITY))
  const taken: number[] = []
  while (taken.length < Math.min(n, points.length)) {
    let best = 0
    for (let k = 1; k < points.length; k++) if ((nearest[k] as number) > (nearest[best] as number)) best = k
    taken.push(best)
    const chosen = points[best] as Float64Array
    for (let k = 0; k < points.length; k++)
      nearest[k] = Math.min(nearest[k] as number, squared(points[k] as Float64Array, chosen))
    nearest[best] = Number.NEGATIVE_INFINITY
  }
  return taken
}

/** Squared distance. */
export function squared(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0
  for (let j = 0; j < x.length; j++) sum += ((x[j] as number) - (y[j] as number)) ** 2
  return sum
}
