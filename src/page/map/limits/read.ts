// A GeoJSON file of real limits, matched to the districts and made light enough to draw. Data in, data out; runs in a worker.
import type { Point } from '../../../report/input.ts'
import { type Known, type Match, matcherOf } from './match.ts'
import { simplified } from './simplify.ts'

/** Larger files are refused before they are read. */
export const MOST_BYTES = 50_000_000

export type Fault =
  | { readonly code: 'large'; readonly megabytes: number }
  | { readonly code: 'empty' | 'json' | 'topology' | 'format' | 'map' | 'areas' | 'swapped' | 'elsewhere' }
  | { readonly code: 'not_degrees'; readonly x: number; readonly y: number }
  | { readonly code: 'bad_numbers'; readonly n: number }
  | { readonly code: 'no_match'; readonly n: number; readonly fields: readonly string[] }
  | { readonly code: 'thread' }

export interface Limits {
  readonly shapes: readonly { readonly ubigeo: string; readonly rings: readonly (readonly Point[])[] }[]
  /** Ubigeos of districts of which the file has nothing. */
  readonly missing: readonly string[]
  /** Areas of the file that are none of the districts. */
  readonly others: number
  /** Points of the matched areas in the file, and of those that are drawn. */
  readonly read: number
  readonly drawn: number
}
export type Answer = { readonly limits: Limits } | { readonly fault: Fault }

interface Feature {
  readonly properties?: unknown
  readonly geometry?: unknown
}
type Ring = readonly (readonly number[])[]

/** Peru with a margin, degrees. */
const PERU = { west: -82, east: -68, south: -18.6, north: 0.3 }
const fault = (of: Fault): Answer => ({ fault: of })

/** Never throws. */
export function readLimits(text: string, districts: readonly Known[]): Answer {
  const start = text.trimStart().slice(0, 400)
  if (start === '') return fault({ code: 'empty' })
  if (start.startsWith('PK') || start.startsWith('<')) return fault({ code: 'format' })
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return fault({ code: 'json' })
  }
  const found = featuresOf(content)
  if (!Array.isArray(found)) return fault(found as Fault)
  const areas = (found as Feature[]).flatMap((feature) => {
    const rings = ringsOf(feature.geometry)
    return rings.length > 0 ? [{ rings, properties: propertiesOf(feature.properties) }] : []
  })
  if (areas.length === 0) return fault({ code: 'areas' })
  const wrong = wrongPlace(areas.flatMap(({ rings }) => rings.slice(0, 1)))
  if (wrong) return fault(wrong)
  const match = matcherOf(districts)
  const byDistrict = new Map<string, Ring[]>()
  let others = 0
  for (const area of areas) {
    const ubigeo = match(area as Match)
    if (ubigeo === undefined) others += 1
    else byDistrict.set(ubigeo, [...(byDistrict.get(ubigeo) ?? []), ...area.rings])
  }
  if (byDistrict.size === 0)
    return fault({ code: 'no_match', n: areas.length, fields: Object.keys(areas[0]?.properties ?? {}).slice(0, 12) })
  const bad = countBad([...byDistrict.values()].flat())
  if (bad > 0) return fault({ code: 'bad_numbers', n: bad })
  const read = [...byDistrict.values()].flat().reduce((sum, ring) => sum + ring.length, 0)
  const shapes = simplified([...byDistrict].map(([ubigeo, rings]) => ({ ubigeo, rings })))
  return {
    limits: {
      shapes,
      missing: districts.filter(({ ubigeo }) => !byDistrict.has(ubigeo)).map(({ ubigeo }) => ubigeo),
      others,
      read,
      drawn: shapes.reduce((sum, { rings }) => sum + rings.reduce((all, ring) => all + ring.length, 0), 0),
    },
  }
}

/** The features of what was read, or why there are none. */
function featuresOf(content: unknown): Feature[] | Fault {
  if (typeof content !== 'object' || content === null) return { code: 'map' }
  const { type, features } = content as { type?: unknown; features?: unknown }
  if (type === 'Topology') return { code: 'topology' }
  if (type === 'FeatureCollection' && Array.isArray(features))
    return features.filter((one): one is Feature => typeof one === 'object' && one !== null)
  if (type === 'Feature') return [content as Feature]
  if (typeof type === 'string' && /Polygon$|^GeometryCollection$/.test(type)) return [{ geometry: content }]
  return { code: 'map' }
}

function propertiesOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** Rings of the areas in a geometry, nothing of lines and points. */
function ringsOf(geometry: unknown): Ring[] {
  if (typeof geometry !== 'object' || geometry === null) return []
  const { type, coordinates, geometries } = geometry as Record<string, unknown>
  if (type === 'GeometryCollection' && Array.isArray(geometries)) return geometries.flatMap(ringsOf)
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : []
  if (!Array.isArray(polygons)) return []
  return polygons
    .flatMap((polygon) => (Array.isArray(polygon) ? polygon : []))
    .filter((ring): ring is Ring => Array.isArray(ring) && ring.length > 3 && ring.every(Array.isArray))
}

const isDegree = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const within = (x: number, y: number): boolean => x > PERU.west && x < PERU.east && y > PERU.south && y < PERU.north

/** Some points of every area: metres instead of degrees, latitude first, or another country. */
function wrongPlace(rings: readonly Ring[]): Fault | undefined {
  const points = rings.flatMap((ring) => [ring[0], ring[Math.floor(ring.length / 2)]])
  const told = points.filter((point): point is [number, number] => isDegree(point?.[0]) && isDegree(point?.[1]))
  const far = told.find(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90)
  if (far) return { code: 'not_degrees', x: Math.round(far[0]), y: Math.round(far[1]) }
  if (told.length === 0) return { code: 'bad_numbers', n: points.length }
  if (told.some(([x, y]) => within(x, y))) return undefined
  return told.some(([x, y]) => within(y, x)) ? { code: 'swapped' } : { code: 'elsewhere' }
}

function countBad(rings: readonly Ring[]): number {
  let bad = 0
  for (const ring of rings)
    for (const point of ring) if (!isDegree(point[0]) || !isDegree(point[1]) || !within(point[0], point[1])) bad += 1
  return bad
}
