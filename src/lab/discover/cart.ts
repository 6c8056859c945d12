// A shallow classification tree (Breiman and others 1984) beside the box: another way to cut the same futures, as a check.
import { type Box, type Dimension, type Fit, fitOf, type Restriction, type Space } from './space.ts'

export interface Leaf {
  readonly box: Box
  readonly density: number
  readonly mass: number
}

export interface Tree extends Fit {
  /** Leaves of which most futures fail; where there is none, the one that fails most. */
  readonly leaves: readonly Leaf[]
  /** Dimensions that the tree asks about. */
  readonly dimensions: readonly number[]
  /** 1 for futures in those leaves. */
  readonly inside: Uint8Array
}

const DEPTH = 3
/** Least share of all futures in a leaf. */
const LEAST = 0.03

interface Node {
  readonly places: Int32Array
  readonly box: readonly Restriction[]
}

export function cart(space: Space, fails: Uint8Array): Tree {
  const least = Math.max(5, Math.floor(LEAST * space.count))
  let nodes: Node[] = [{ places: Int32Array.from({ length: space.count }, (_, f) => f), box: [] }]
  for (let depth = 0; depth < DEPTH; depth++)
    nodes = nodes.flatMap((node) => splitOf(space, fails, node, least) ?? [node])
  const leaves = nodes.map(({ places, box }) => ({ places, box, density: shareOf(places, fails) }))
  const most = Math.max(...leaves.map(({ density }) => density))
  const failing = leaves.filter(({ density }) => density > 0.5 || (most <= 0.5 && density === most && density > 0))
  const inside = new Uint8Array(space.count)
  for (const { places } of failing) for (const f of places) inside[f] = 1
  const dimensions = [...new Set(nodes.flatMap(({ box }) => box.map(({ dimension }) => dimension)))]
  return {
    ...fitOf(inside, fails),
    inside,
    dimensions: dimensions.sort((a, b) => a - b),
    leaves: failing.map(({ box, density, places }) => ({ box, density, mass: places.length / space.count })),
  }
}

const shareOf = (places: Int32Array, fails: Uint8Array): number => {
  let failing = 0
  for (const f of places) failing += fails[f] as number
  return failing / Math.max(1, places.length)
}

interface Split {
  readonly left: Restriction
  readonly right: Restriction
  readonly goesLeft: (value: number) => boolean
  readonly impurity: number
}

/** The two nodes that a node falls into; undefined where no split makes it purer. */
function splitOf(space: Space, fails: Uint8Array, { places, box }: Node, least: number): Node[] | undefined {
  const before = impurityOf(places.length, shareOf(places, fails) * places.length)
  let best: { split: Split; values: Float64Array } | undefined
  space.dimensions.forEach((dimension, at) => {
    const split = bestSplit(dimension, at, places, fails, least)
    if (split !== undefined && split.impurity < (best?.split.impurity ?? before - 1e-9))
      best = { split, values: dimension.values }
  })
  if (best === undefined) return undefined
  const { split, values } = best
  const goes = (f: number) => split.goesLeft(values[f] as number)
  return [
    { places: places.filter(goes), box: narrowed(box, split.left) },
    { places: places.filter((f) => !goes(f)), box: narrowed(box, split.right) },
  ]
}

/** Gini impurity times the futures it is about. */
const impurityOf = (held: number, failing: number): number => (held === 0 ? 0 : (2 * failing * (held - failing)) / held)

function bestSplit(
  { values, options }: Dimension,
  dimension: number,
  places: Int32Array,
  fails: Uint8Array,
  least: number,
): Split | undefined {
  // options are put in order of how much they fail: the best split of a choice in two is then one of the cuts
  const rank = options === undefined ? values : ranksOf(values, options.length, places, fails)
  const key = (f: number) => (options === undefined ? (values[f] as number) : (rank[values[f] as number] as number))
  const sorted = places.slice().sort((a, b) => key(a) - key(b))
  const all = shareOf(places, fails) * places.length
  let failing = 0
  let best: { at: number; impurity: number } | undefined
  for (let k = 1; k < sorted.length; k++) {
    failing += fails[sorted[k - 1] as number] as number
    const parts = key(sorted[k] as number) > key(sorted[k - 1] as number)
    if (!parts || k < least || sorted.length - k < least) continue
    const impurity = impurityOf(k, failing) + impurityOf(sorted.length - k, all - failing)
    if (impurity < (best?.impurity ?? Infinity)) best = { at: k, impurity }
  }
  if (best === undefined) return undefined
  const { at, impurity } = best
  const below = key(sorted[at - 1] as number)
  if (options === undefined) {
    const above = key(sorted[at] as number)
    return {
      impurity,
      goesLeft: (value) => value <= below,
      left: { dimension, high: below },
      right: { dimension, low: above },
    }
  }
  const left = options.flatMap((_, option) => ((rank[option] as number) <= below ? [option] : []))
  const right = options.flatMap((_, option) => (left.includes(option) ? [] : [option]))
  return {
    impurity,
    goesLeft: (value) => left.includes(value),
    left: { dimension, options: left },
    right: { dimension, options: right },
  }
}

function ranksOf(values: Float64Array, count: number, places: Int32Array, fails: Uint8Array): Float64Array {
  const held = new Float64Array(count)
  const failing = new Float64Array(count)
  for (const f of places) {
    const option = values[f] as number
    held[option] = (held[option] as number) + 1
    failing[option] = (failing[option] as number) + (fails[f] as number)
  }
  const order = Array.from(held, (_, option) => option).sort(
    (a, b) =>
      (failing[a] as number) / Math.max(1, held[a] as number) - (failing[b] as number) / Math.max(1, held[b] as number),
  )
  const ranks = new Float64Array(count)
  order.forEach((option, rank) => {
    ranks[option] = rank
  })
  return ranks
}

/** A box with one more restriction, drawn together with what it already says of that dimension. */
function narrowed(box: readonly Restriction[], added: Restriction): Restriction[] {
  const old = box.find(({ dimension }) => dimension === added.dimension)
  const options = added.options && (old?.options ?? added.options).filter((one) => added.options?.includes(one))
  return [...box.filter((one) => one !== old), { ...old, ...added, ...(options === undefined ? {} : { options }) }]
}
