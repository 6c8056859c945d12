// Borders of a labelled grid as lines that neighbours share: a border is walked once between the corners where three areas meet,
// smoothed once and used by both sides, so that smoothing opens no gaps.

export type Point = readonly [number, number]

/** Labels row by row (row 0 below), −1 outside. */
export interface LabelGrid {
  readonly width: number
  readonly height: number
  readonly labels: Int16Array
}

/** A closed walk around an area along cell edges, the area to the left; corners [column, row]. */
export function ringsOf(grid: LabelGrid, label: number): Point[][] {
  const { width, height, labels } = grid
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? -1 : (labels[y * width + x] as number)
  const next = new Map<number, number[]>()
  const key = (x: number, y: number) => y * (width + 1) + x
  const edge = (x0: number, y0: number, x1: number, y1: number) => {
    next.set(key(x0, y0), [...(next.get(key(x0, y0)) ?? []), key(x1, y1)])
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (labels[y * width + x] !== label) continue
      if (at(x, y - 1) !== label) edge(x, y, x + 1, y)
      if (at(x + 1, y) !== label) edge(x + 1, y, x + 1, y + 1)
      if (at(x, y + 1) !== label) edge(x + 1, y + 1, x, y + 1)
      if (at(x - 1, y) !== label) edge(x, y + 1, x, y)
    }
  }
  const rings: Point[][] = []
  for (const start of [...next.keys()].sort((a, b) => a - b)) {
    while ((next.get(start) ?? []).length > 0) {
      const ring: Point[] = []
      let from = start
      let before = start
      do {
        const ways = next.get(from) as number[]
        // where two cells touch at a corner only, turn left so that the ring stays with one of them
        const way = ways.length > 1 ? leftmost(before, from, ways, width + 1) : (ways[0] as number)
        ways.splice(ways.indexOf(way), 1)
        ring.push([from % (width + 1), Math.floor(from / (width + 1))])
        before = from
        from = way
      } while (from !== start)
      rings.push(ring)
    }
  }
  return rings
}

function leftmost(before: number, from: number, ways: readonly number[], stride: number): number {
  const step = (a: number, b: number): Point => [
    (b % stride) - (a % stride),
    Math.floor(b / stride) - Math.floor(a / stride),
  ]
  const [dx, dy] = step(before, from)
  const turn = (way: number) => {
    const [ex, ey] = step(from, way)
    return dx * ey - dy * ex
  }
  return [...ways].sort((a, b) => turn(b) - turn(a))[0] as number
}

/** Whether more than two areas meet at a grid corner, or two touch there crosswise: smoothing leaves the corner where it is. */
export function isJunction(grid: LabelGrid, [x, y]: Point): boolean {
  const at = (cx: number, cy: number) =>
    cx < 0 || cy < 0 || cx >= grid.width || cy >= grid.height ? -1 : (grid.labels[cy * grid.width + cx] as number)
  const around = [at(x - 1, y - 1), at(x, y - 1), at(x, y), at(x - 1, y)]
  const kinds = new Set(around).size
  return kinds > 2 || (kinds === 2 && around[0] === around[2] && around[1] === around[3])
}

/** The ring with every stretch between junctions smoothed `times` times; the two sides of a border get the same points. */
export function smoothRing(ring: readonly Point[], fixed: (corner: Point) => boolean, times: number): Point[] {
  const first = ring.findIndex(fixed)
  const closed = first < 0
  const turned = closed ? ring : [...ring.slice(first), ...ring.slice(0, first)]
  const hold = turned.map((corner) => !closed && fixed(corner))
  let points: Point[] = [...turned]
  for (let round = 0; round < times; round++) {
    points = points.map((point, k) => {
      if (hold[k]) return point
      const a = points[(k + points.length - 1) % points.length] as Point
      const b = points[(k + 1) % points.length] as Point
      // the neighbours are added first, so that walking the other way gives the same bits
      return [(a[0] + b[0] + 2 * point[0]) / 4, (a[1] + b[1] + 2 * point[1]) / 4]
    })
  }
  return points
}
