import { isJunction, type LabelGrid, type Point, ringsOf, smoothRing } from './arcs.ts'
import type { Site } from './district.ts'

export interface Cell {
  readonly type: 'Feature'
  readonly id: string
  readonly properties: { readonly ubigeo: string; readonly name: string; readonly index: number }
  readonly geometry: { readonly type: 'MultiPolygon'; readonly coordinates: [number, number][][][] }
}
export interface Cells {
  readonly type: 'FeatureCollection'
  readonly features: readonly Cell[]
}
type Shape = Pick<Site, 'ubigeo' | 'name' | 'index' | 'centroid' | 'ellipse' | 'areaKm2'>

const KM_PER_LON = 111.3 * Math.cos((12.4 * Math.PI) / 180)
const KM_PER_LAT = 110.6

/**
 * Schematic areas of the districts for a map: each point of the valley belongs to the district whose ellipse it is nearest to,
 * (u/a)² + (v/b)². About nine tenths of the area lie in the right district. Neighbours share their border points. Degrees
 * [lon, lat], four decimals; rings are closed and wound as d3-geo wants them, the outer ones clockwise on the map. `stepDeg`: size
 * of the grid; `smooth`: rounds of smoothing. A district that no grid point is nearest to gets a small square at its centroid.
 */
export function cells(
  districts: readonly Shape[],
  outline: readonly Point[],
  { stepDeg = 0.02, smooth = 3 }: { stepDeg?: number; smooth?: number } = {},
): Cells {
  const west = Math.min(...outline.map((point) => point[0])) - stepDeg
  const south = Math.min(...outline.map((point) => point[1])) - stepDeg
  const width = Math.ceil((Math.max(...outline.map((point) => point[0])) - west) / stepDeg) + 1
  const height = Math.ceil((Math.max(...outline.map((point) => point[1])) - south) / stepDeg) + 1
  const grid: LabelGrid = { width, height, labels: new Int16Array(width * height).fill(-1) }
  const nearest = nearestOf(districts)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const point: Point = [west + (x + 0.5) * stepDeg, south + (y + 0.5) * stepDeg]
      if (inside(outline, point)) grid.labels[y * width + x] = nearest(point)
    }
  }
  districts.forEach((district, k) => {
    if (grid.labels.includes(k)) return
    const x = Math.floor((district.centroid[0] - west) / stepDeg)
    const y = Math.floor((district.centroid[1] - south) / stepDeg)
    if (x >= 0 && x < width && y >= 0 && y < height) grid.labels[y * width + x] = k
  })
  const degrees = ([x, y]: Point): [number, number] => [round(west + x * stepDeg), round(south + y * stepDeg)]
  const features = districts.map((district, k): Cell => {
    const rings = ringsOf(grid, k).map((ring) => smoothRing(ring, (corner) => isJunction(grid, corner), smooth))
    const closed = rings.map((ring) => {
      const points = ring
        .map(degrees)
        .filter((p, i, all) => i === 0 || p[0] !== all[i - 1]?.[0] || p[1] !== all[i - 1]?.[1])
      return [...points, points[0] as [number, number]].reverse()
    })
    return {
      type: 'Feature',
      id: district.ubigeo,
      properties: { ubigeo: district.ubigeo, name: district.name, index: district.index },
      geometry: { type: 'MultiPolygon', coordinates: nest(closed) },
    }
  })
  return { type: 'FeatureCollection', features }
}

const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4

/** The place in the list of the district whose ellipse a point is nearest to. */
export function nearestOf(districts: readonly Pick<Shape, 'centroid' | 'ellipse'>[]): (point: Point) => number {
  const frames = districts.map(({ centroid, ellipse }) => {
    const angle = (ellipse.angleDeg * Math.PI) / 180
    return { centroid, a: ellipse.aKm, b: ellipse.bKm, cos: Math.cos(angle), sin: Math.sin(angle) }
  })
  return ([lon, lat]) => {
    let best = -1
    let least = Number.POSITIVE_INFINITY
    frames.forEach(({ centroid, a, b, cos, sin }, k) => {
      const dx = (lon - centroid[0]) * KM_PER_LON
      const dy = (lat - centroid[1]) * KM_PER_LAT
      const far = ((dx * cos + dy * sin) / a) ** 2 + ((-dx * sin + dy * cos) / b) ** 2
      if (far >= least) return
      least = far
      best = k
    })
    return best
  }
}

function inside(ring: readonly Point[], [x, y]: Point): boolean {
  let odd = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Point
    const [xj, yj] = ring[j] as Point
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd
  }
  return odd
}

/** Twice the area of a ring, positive anticlockwise. */
const turning = (ring: readonly Point[]): number =>
  ring.reduce((sum, [x, y], k) => {
    const [u, v] = ring[(k + 1) % ring.length] as Point
    return sum + x * v - u * y
  }, 0)

/** Outer rings, each with the holes that lie in it. */
function nest(rings: [number, number][][]): [number, number][][][] {
  const outer = rings.filter((ring) => turning(ring) < 0).map((ring) => [ring])
  for (const hole of rings.filter((ring) => turning(ring) > 0)) {
    outer.find(([ring]) => inside(ring as Point[], hole[0] as Point))?.push(hole)
  }
  return outer
}

/** Area of a district's cell in km². */
export const cellAreaKm2 = (cell: Cell): number =>
  cell.geometry.coordinates.flat().reduce((sum, ring) => sum - (turning(ring) / 2) * KM_PER_LON * KM_PER_LAT, 0)
