// From one place of a map to the next with an arrow key.
type Spot = readonly [x: number, y: number]

const WAYS: Readonly<Record<string, Spot>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/** The nearest place that way, sideways counting double; from none, the first. Undefined for other keys, and where the map ends. */
export function neighbourOf(middles: readonly Spot[], from: number, key: string): number | undefined {
  const way = WAYS[key]
  if (way === undefined) return undefined
  const here = middles[from]
  if (here === undefined) return middles.findIndex(([x]) => Number.isFinite(x))
  let best: number | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [k, [x, y]] of middles.entries()) {
    const [dx, dy] = [x - here[0], y - here[1]]
    const ahead = dx * way[0] + dy * way[1]
    const aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0])
    const far = ahead + 2 * aside
    if (k === from || !(ahead > 0.01) || aside > 2 * ahead || far >= least) continue
    least = far
    best = k
  }
  return best
}
