// The schematic sheet of the valley: shapes of the districts once, rivers and roads once; every small map refers to them.
import type { Geography, Point } from '../input.ts'
import { px } from '../markup.ts'

export const SHEET = 260

export interface Sheet {
  readonly width: number
  readonly height: number
  at(point: Point): [x: number, y: number]
  /** Outline of each district as the data of a path, in the order of the cells. */
  readonly shapes: readonly string[]
  /** Middle of each district's outline. */
  readonly middles: readonly (readonly [x: number, y: number])[]
  /** The same for districts whose membership is not verified, for rivers and for roads, each in one. */
  readonly unverified: string
  readonly rivers: string
  readonly roads: string
  /** Shapes for a hidden `<svg>` at the head of the page. */
  readonly defs: string
}

export function sheetOf(geography: Geography): Sheet {
  const points = geography.cells.flatMap(({ rings }) => rings.flat())
  const lons = points.map(([lon]) => lon)
  const lats = points.map(([, lat]) => lat)
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)]
  // Degrees of longitude are this much shorter than those of latitude here.
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = (SHEET - 4) / ((east - west) * narrow)
  const height = Math.ceil((north - south) * scale) + 4
  const at = ([lon, lat]: Point): [number, number] => [2 + (lon - west) * narrow * scale, 2 + (north - lat) * scale]
  const path = (line: readonly Point[], close = ''): string => {
    const inside = line.map(at)
    return `M${inside.map(([x, y]) => `${px(x)} ${px(y)}`).join('L')}${close}`
  }
  const shape = (rings: readonly (readonly Point[])[]): string => rings.map((ring) => path(ring, 'Z')).join('')
  const shapes = geography.cells.map(({ rings }) => shape(rings))
  const cells = geography.cells.map(({ ubigeo }, k) => `<path id="c${ubigeo}" d="${shapes[k] ?? ''}"/>`)
  const unverified = geography.cells.flatMap(({ grade }, k) => (grade === 'C' ? [shapes[k] ?? ''] : [])).join('')
  const rivers = geography.rivers.map(({ points: line }) => path(line)).join('')
  const roads = geography.roads.map(({ points: line }) => path(line)).join('')
  const defs = [
    ...cells,
    `<path id="unverified" d="${unverified}"/><path id="rivers" d="${rivers}"/><path id="roads" d="${roads}"/>`,
    `<clipPath id="sheet"><rect width="${SHEET}" height="${height}"/></clipPath>`,
  ].join('')
  const middles = geography.cells.map(({ rings }): [number, number] => {
    const inside = rings.flat().map(at)
    const middle = (axis: 0 | 1): number => {
      const all = inside.map((point) => point[axis])
      return (Math.min(...all) + Math.max(...all)) / 2
    }
    return [middle(0), middle(1)]
  })
  return { width: SHEET, height, at, shapes, middles, unverified, rivers, roads, defs }
}
