// Outlines with as few points as the eye needs (Douglas and Peucker), and rings too small to be seen left out.
import type { Point } from '../../../report/input.ts'

type Ring = readonly (readonly number[])[]
interface Outline<R> {
  readonly ubigeo: string
  readonly rings: readonly R[]
}
/** Degrees; a hundred metres, a fifth of a pixel on a wide screen. */
const TOLERANCE = 0.001
/** As many as can be made into shapes without the page being held up. */
const MOST = 16_000

/** Coarser by turns until all together are few enough. */
export function simplified(outlines: readonly Outline<Ring>[], most = MOST): Outline<readonly Point[]>[] {
  for (let tolerance = TOLERANCE; ; tolerance *= 1.7) {
    const made = outlines.map(({ ubigeo, rings }) => ({ ubigeo, rings: visible(rings, tolerance) }))
    const count = made.reduce((sum, { rings }) => sum + rings.reduce((all, ring) => all + ring.length, 0), 0)
    if (count <= most || tolerance > 0.1) return made
  }
}

/** The largest ring stays, however small. */
function visible(rings: readonly Ring[], tolerance: number): (readonly Point[])[] {
  const flat = rings.map((ring) => flattened(ring, tolerance / 2))
  const sizes = flat.map(spanOf)
  const largest = Math.max(...sizes)
  return flat
    .filter((_, k) => (sizes[k] ?? 0) > 3 * tolerance || sizes[k] === largest)
    .map((ring) => thinned(ring, tolerance))
}

/** x, y, x, y …; a point nearer than `least` to the one kept before it is left out, the first and the last stay. */
function flattened(ring: Ring, least: number): Float64Array {
  const kept = new Float64Array(2 * ring.length)
  let n = 0
  for (let k = 0; k < ring.length; k++) {
    const point = ring[k] as readonly number[]
    const [x, y] = [point[0] as number, point[1] as number]
    const near = n > 0 && Math.abs(x - (kept[n - 2] as number)) < least && Math.abs(y - (kept[n - 1] as number)) < least
    if (near && k < ring.length - 1) continue
    kept[n++] = x
    kept[n++] = y
  }
  return kept.subarray(0, n)
}

function spanOf(ring: Float64Array): number {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let k = 0; k < ring.length; k += 2) {
    const [x, y] = [ring[k] as number, ring[k + 1] as number]
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return Math.max(east - west, north - south)
}

/** A closed ring: split at the point farthest from its start, each half thinned by itself. */
function thinned(ring: Float64Array, tolerance: number): readonly Point[] {
  const count = ring.length / 2
  const end = count - 1
  const far = fromStart(ring)
  const keep = new Uint8Array(count)
  for (const k of [0, far, end]) keep[k] = 1
  const open: [number, number][] = [
    [0, far],
    [far, end],
  ]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    const at = farthest(ring, from, to, tolerance)
    if (at < 0) continue
    keep[at] = 1
    open.push([from, at], [at, to])
  }
  return [...keep.keys()]
    .filter((k) => keep[k] === 1)
    .map((k) => [near(ring[2 * k] as number), near(ring[2 * k + 1] as number)] as const)
}

function fromStart(ring: Float64Array): number {
  let found = 0
  let most = -1
  for (let k = 0; k < ring.length; k += 2) {
    const away = ((ring[k] as number) - (ring[0] as number)) ** 2 + ((ring[k + 1] as number) - (ring[1] as number)) ** 2
    if (away <= most) continue
    most = away
    found = k / 2
  }
  return found
}

/** The point between two that is farthest from the line through them, where it is farther than the tolerance; else −1. */
function farthest(ring: Float64Array, from: number, to: number, tolerance: number): number {
  const [ax, ay] = [ring[2 * from] as number, ring[2 * from + 1] as number]
  const [dx, dy] = [(ring[2 * to] as number) - ax, (ring[2 * to + 1] as number) - ay]
  const length = Math.hypot(dx, dy)
  let found = -1
  let most = tolerance
  for (let k = from + 1; k < to; k++) {
    const [x, y] = [(ring[2 * k] as number) - ax, (ring[2 * k + 1] as number) - ay]
    const away = length > 0 ? Math.abs(dx * y - dy * x) / length : Math.hypot(x, y)
    if (away <= most) continue
    most = away
    found = k
  }
  return found
}

const near = (degrees: number): number => Math.round(degrees * 1e4) / 1e4
