// The schematic sheet of the valley: shapes of the districts once, rivers and roads once; every small map refers to them.
import type { Geography, Point } from '../input.ts'
import { px } from '../markup.ts'

export const SHEET = 260

export interface Sheet {
  readonly width: number
  readonly height: number
  at(point: Point): [x: number, y: number]
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
  const cells = geography.cells.map(({ ubigeo, rings }) => `<path id="c${ubigeo}" d="${shape(rings)}"/>`)
  const unverified = geography.cells
    .filter(({ grade }) => grade === 'C')
    .map(({ rings }) => shape(rings))
    .join('')
  const rivers = geography.rivers.map(({ points: line }) => path(line)).join('')
  const roads = geography.roads.map(({ points: line }) => path(line)).join('')
  const defs = [
    ...cells,
    `<path id="unverified" d="${unverified}"/><path id="rivers" d="${rivers}"/><path id="roads" d="${roads}"/>`,
    `<clipPath id="sheet"><rect width="${SHEET}" height="${height}"/></clipPath>`,
  ].join('')
  return { width: SHEET, height, at, defs }
}
