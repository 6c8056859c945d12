// Patient rule induction (Friedman and Fisher 1999): a box is peeled thin slice by thin slice, then what was cut too much is pasted back.
import { type Box, type Dimension, type Fit, fitOf, insideOf, type Restriction, type Space } from './space.ts'

export interface PrimOptions {
  /** Share of the futures in the box that one peel takes away. */
  readonly alpha?: number
  /** Smallest share of all futures that a box holds. */
  readonly least?: number
  /**
   * What a peel is chosen by: `density` of the box it leaves (the original), or `gain` in density weighed by how many futures
   * stay and how few go, which is fairer to options, that go many at a time.
   */
  readonly by?: 'density' | 'gain'
}

export interface PrimStep extends Fit {
  readonly box: Box
}

/** From the whole space to the smallest box, one peel a step. */
export function peel(
  { count, dimensions }: Space,
  fails: Uint8Array,
  { alpha = 0.05, least = 0.05, by = 'gain' }: PrimOptions = {},
): PrimStep[] {
  const sorted = dimensions.map(sortedPlaces)
  const inside = new Uint8Array(count).fill(1)
  const failing = fails.reduce((sum, one) => sum + one, 0)
  let held = count
  let caught = failing
  let box: Restriction[] = []
  const step = (): PrimStep => ({
    box: [...box],
    coverage: caught / Math.max(1, failing),
    density: caught / Math.max(1, held),
    mass: held / count,
  })
  const steps = [step()]
  for (;;) {
    let best: Peel | undefined
    for (let d = 0; d < dimensions.length; d++) {
      for (const cut of cutsOf(dimensions[d] as Dimension, d, sorted[d] as Int32Array, inside, fails, held, alpha)) {
        const stay = held - cut.gone
        if (stay < least * count || cut.gone === 0) continue
        const density = (caught - cut.failing) / stay
        const rise = density - caught / held
        const score = by === 'density' ? density : (rise * stay) / cut.gone
        if (rise > 1e-12 && (best === undefined || score > best.score)) best = { ...cut, score }
      }
    }
    if (best === undefined) return steps
    const { restriction } = best
    const values = dimensions[restriction.dimension]?.values as Float64Array
    for (let f = 0; f < count; f++) if (inside[f] === 1 && !best.stays(values[f] as number)) inside[f] = 0
    held -= best.gone
    caught -= best.failing
    box = joined(box, restriction)
    steps.push(step())
  }
}

interface Cut {
  readonly restriction: Restriction
  readonly gone: number
  readonly failing: number
  readonly stays: (value: number) => boolean
}
type Peel = Cut & { readonly score: number }

const sortedPlaces = ({ values }: Dimension): Int32Array =>
  Int32Array.from(values, (_, f) => f).sort((a, b) => (values[a] as number) - (values[b] as number))

/** What one dimension offers: a slice at the low end and one at the high end; of a choice, each option that is left. */
function cutsOf(
  { values, options }: Dimension,
  dimension: number,
  sorted: Int32Array,
  inside: Uint8Array,
  fails: Uint8Array,
  held: number,
  alpha: number,
): Cut[] {
  if (options !== undefined) return optionCuts(values, options.length, dimension, inside, fails)
  const slice = Math.max(1, Math.floor(alpha * held))
  return [ends(1), ends(-1)].flatMap((cut) => (cut === undefined ? [] : [cut]))

  /** Takes the slice, and all futures that are like the last of it: equal values never part. */
  function ends(way: 1 | -1): Cut | undefined {
    let gone = 0
    let failing = 0
    let edge: number | undefined
    for (let k = way > 0 ? 0 : sorted.length - 1; k >= 0 && k < sorted.length; k += way) {
      const f = sorted[k] as number
      if (inside[f] === 0) continue
      const value = values[f] as number
      if (gone >= slice && value !== edge)
        return way > 0
          ? { restriction: { dimension, low: value }, gone, failing, stays: (one) => one >= value }
          : { restriction: { dimension, high: value }, gone, failing, stays: (one) => one <= value }
      edge = value
      gone++
      failing += fails[f] as number
    }
    return undefined
  }
}

function optionCuts(
  values: Float64Array,
  count: number,
  dimension: number,
  inside: Uint8Array,
  fails: Uint8Array,
): Cut[] {
  const gone = new Int32Array(count)
  const failing = new Int32Array(count)
  for (let f = 0; f < values.length; f++) {
    if (inside[f] === 0) continue
    const option = values[f] as number
    gone[option] = (gone[option] as number) + 1
    failing[option] = (failing[option] as number) + (fails[f] as number)
  }
  const left = Array.from(gone, (_, option) => option).filter((option) => (gone[option] as number) > 0)
  if (left.length < 2) return []
  return left.map((option) => ({
    restriction: { dimension, options: left.filter((other) => other !== option) },
    gone: gone[option] as number,
    failing: failing[option] as number,
    stays: (one) => one !== option,
  }))
}

/** A box with one more restriction; within a dimension the newer limit takes the place of the older. */
function joined(box: readonly Restriction[], added: Restriction): Restriction[] {
  const old = box.find(({ dimension }) => dimension === added.dimension)
  return [...box.filter((one) => one !== old), { ...old, ...added }]
}

/** Pastes back at each end of each dimension, alpha of the box at a time, while the box gets denser or keeps its density. */
export function paste(space: Space, fails: Uint8Array, box: Box, alpha = 0.05): Box {
  let now = box
  let fit = fitOf(insideOf(space, now), fails)
  for (let rounds = 0; rounds < 100; rounds++) {
    let best: { box: Box; fit: Fit } | undefined
    for (const wider of now.flatMap((restriction, at) => widened(space, now, restriction, at, alpha))) {
      const found = fitOf(insideOf(space, wider), fails)
      const better = found.mass > fit.mass && found.density >= fit.density
      if (better && found.density > (best?.fit.density ?? -1)) best = { box: wider, fit: found }
    }
    if (best === undefined) return now
    now = best.box
    fit = best.fit
  }
  return now
}

/** The box with one restriction a little wider, each way. */
function widened(space: Space, box: Box, restriction: Restriction, at: number, alpha: number): Box[] {
  const { values, options } = space.dimensions[restriction.dimension] as Dimension
  const put = (wider: Restriction): Box => box.with(at, wider)
  if (options !== undefined)
    return options.flatMap((_, option) =>
      restriction.options?.includes(option) === false
        ? [put({ ...restriction, options: [...restriction.options, option].sort((a, b) => a - b) })]
        : [],
    )
  const others = insideOf(space, box.toSpliced(at, 1))
  const held = insideOf(space, box).reduce((sum, one) => sum + one, 0)
  const slice = Math.max(1, Math.ceil(alpha * held))
  const { low, high } = restriction
  const outside = (test: (value: number) => boolean) =>
    values.filter((value, f) => others[f] === 1 && test(value)).sort()
  const wider: Box[] = []
  if (low !== undefined) {
    const below = outside((value) => value < low)
    if (below.length > 0) wider.push(put({ ...restriction, low: below[Math.max(0, below.length - slice)] as number }))
  }
  if (high !== undefined) {
    const above = outside((value) => value > high)
    if (above.length > 0)
      wider.push(put({ ...restriction, high: above[Math.min(above.length - 1, slice - 1)] as number }))
  }
  return wider
}
