// Points spread evenly over the part of the cube that is left, found by going down in levels (Au and Beck 2001), with the share of the
// volume that it makes up; and its separate pieces.
import { quantile } from '../../engine/quantiles.ts'
import type { Chance } from './chance.ts'
import { squared } from './designs.ts'

/** How far a point is from surviving: at most 1 survives. May give Infinity as soon as it knows the answer exceeds `limit`. */
export type Score = (u: ArrayLike<number>, limit: number) => number

export interface Survivors {
  readonly points: readonly Float64Array[]
  /** Volume left, as a share of that of the points given. */
  readonly share: number
  /** When nothing is left: the point that came closest, and its score. */
  readonly closest?: { readonly u: readonly number[]; readonly score: number }
}

const SWEEPS = 8

/** From points spread evenly over a space to as many spread evenly over the part of it with a score of at most 1. */
export function survivorsOf(pool: readonly Float64Array[], score: Score, chance: Chance, levels = 30): Survivors {
  let points: Float64Array[] = pool.map((x) => x.slice())
  let scored = points.map((x) => score(x, Number.POSITIVE_INFINITY))
  let share = 1
  let before = Number.POSITIVE_INFINITY
  let stuck = 0
  for (let level = 0; level < levels; level++) {
    const sorted = Float64Array.from(scored).sort()
    // a tenth goes on to the next level, unless more than that survives already
    const at = Math.max(1, quantile(sorted, 0.1))
    const alive = points.flatMap((_, k) => ((scored[k] as number) <= at ? [k] : []))
    share *= alive.length / points.length
    stuck = at > 0.995 * before ? stuck + 1 : 0
    if (stuck >= 3 || alive.length === 0) break
    before = at
    const spreadOut = movedWithin(points, scored, alive, score, at, chance.part(`level ${level}`))
    points = spreadOut.points
    scored = spreadOut.scored
    if (at <= 1) return { points, share }
  }
  const best = scored.indexOf(Math.min(...scored))
  return { points: [], share: 0, closest: { u: Array.from(points[best] ?? []), score: scored[best] as number } }
}

/** Copies those alive to the old number and walks each about inside the level. */
function movedWithin(
  points: readonly Float64Array[],
  scored: readonly number[],
  alive: readonly number[],
  score: Score,
  limit: number,
  chance: Chance,
): { points: Float64Array[]; scored: number[] } {
  const d = points[0]?.length ?? 0
  const from = alive.map((k) => points[k] as Float64Array)
  const now: Float64Array[] = points.map((_, k) => (from[k % from.length] as Float64Array).slice())
  const values = points.map((_, k) => scored[alive[k % from.length] as number] as number)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const own = chance.part(`sweep ${sweep}`)
    for (let k = 0; k < now.length; k++) {
      const x = now[k] as Float64Array
      const moved = proposal(x, from, own, k, d)
      if (moved.some((v) => v <= 0 || v >= 1)) continue
      const found = score(moved, limit)
      if (found <= limit) {
        now[k] = moved
        values[k] = found
      }
    }
  }
  return { points: now, scored: values }
}

/** A step along the difference of two survivors in some inputs: wide where they are, narrow where they are not. */
function proposal(x: Float64Array, from: readonly Float64Array[], chance: Chance, k: number, d: number): Float64Array {
  const a = from[chance.below(from.length, k, 0)] as Float64Array
  const b = from[chance.below(from.length, k, 1)] as Float64Array
  const some = [1 / d, 0.3, 1][chance.below(3, k, 2)] as number
  const must = chance.below(d, k, 3)
  let count = 0
  for (let j = 0; j < d; j++) if (j === must || chance.uniform(k, 10 + j) < some) count++
  const size = (2.38 / Math.sqrt(2 * count)) * (0.3 + 0.9 * chance.uniform(k, 4))
  return x.map((v, j) =>
    j === must || chance.uniform(k, 10 + j) < some
      ? v + size * ((a[j] as number) - (b[j] as number)) + 0.01 * chance.normal(k, 5000 + j)
      : v,
  )
}

/** Links may leave the space by a little: a thin curved piece is one piece though its chords leave it. */
const SLACK = 1.15

/**
 * The piece each point belongs to (0, 1 …, the largest first). Two points lie in one piece when a chain of survivors joins them
 * whose straight links stay inside. `tries`: links tested from each point, and then between the nearest points of two pieces.
 */
export function pieces(points: readonly Float64Array[], score: Score, tries = 6): Int32Array {
  const parent = points.map((_, k) => k)
  const root = (k: number): number => {
    let at = k
    while (parent[at] !== at) at = parent[at] as number
    return at
  }
  const joined = (x: Float64Array, y: Float64Array) =>
    [0.5, 0.25, 0.75, 0.125, 0.875, 0.375, 0.625].every((part) => {
      const between = x.map((v, j) => v + part * ((y[j] as number) - v))
      return score(between, SLACK) <= SLACK
    })
  const join = (a: number, b: number) => {
    if (root(a) !== root(b) && joined(points[a] as Float64Array, points[b] as Float64Array)) parent[root(b)] = root(a)
  }
  points.forEach((x, k) => {
    const near = points
      .map((y, other) => ({ other, far: squared(x, y) }))
      .filter(({ other }) => root(other) !== root(k))
      .sort((a, b) => a.far - b.far || a.other - b.other)
    for (const { other } of near.slice(0, tries)) join(k, other)
  })
  const membersOf = () => {
    const found = new Map<number, number[]>()
    points.forEach((_, k) => {
      const own = found.get(root(k)) ?? []
      own.push(k)
      found.set(root(k), own)
    })
    return found
  }
  for (const [a, mine] of membersOf())
    for (const [b, theirs] of membersOf()) {
      if (b <= a || root(a) === root(b)) continue
      const pairs = mine.flatMap((k) =>
        theirs.map((other) => ({ k, other, far: squared(points[k] as Float64Array, points[other] as Float64Array) })),
      )
      pairs.sort((one, two) => one.far - two.far)
      for (const { k, other } of pairs.slice(0, 4 * tries)) join(k, other)
    }
  const order = [...membersOf()].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]).map(([at]) => at)
  return Int32Array.from(points, (_, k) => order.indexOf(root(k)))
}
