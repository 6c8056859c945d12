// Where the coca zones outside the valley stand on the schematic sheet: in a column beside it, or in rows below it.
import type { OutsideZone } from '../input.ts'

/** By the name that results use, north to south and east: how it is written, and on which side of the valley it lies. */
const PLACES: readonly (readonly [name: string, label: string, side: OutsideZone['side']])[] = [
  ['Putumayo', 'Putumayo', 'north'],
  ['Bajo Amazonas', 'Bajo Amazonas', 'north'],
  ['Maranon', 'Marañón', 'north'],
  ['Contamana', 'Contamana', 'north'],
  ['Alto Chicama', 'Alto Chicama', 'north'],
  ['Calleria', 'Callería', 'north'],
  ['Aguaytia', 'Aguaytía', 'north'],
  ['Huallaga', 'Huallaga', 'north'],
  ['Pichis-Palcazu-Pachitea', 'Pichis–Palcazú–Pachitea', 'north'],
  ['La Convencion-Lares', 'La Convención–Lares', 'south'],
  ['Kosnipata', 'Kosñipata', 'south'],
  ['San Gaban', 'San Gabán', 'south'],
  ['Inambari-Tambopata', 'Inambari–Tambopata', 'south'],
]

/** Those of `names` in the order in which a map shows them; what has no place here comes last, as it is named. */
export function outsideZones(names: readonly string[]): OutsideZone[] {
  const known = PLACES.filter(([name]) => names.includes(name)).map(([name, label, side]) => ({ name, label, side }))
  const rest = names.filter((name) => !PLACES.some(([other]) => other === name))
  return [...known, ...rest.map((name) => ({ name, label: name, side: 'south' as const }))]
}

/** As it is written; the name itself where nothing else is known. */
export const zoneLabel = (name: string): string => PLACES.find(([other]) => other === name)?.[1] ?? name

/** Side of a zone's square, and the distance from one to the next. */
export const ZONE = 13
const STEP = 17
/** Room for a square and its name, in units of the sheet. */
const COLUMN = 116

export interface ZoneSpot {
  readonly zone: OutsideZone
  readonly x: number
  readonly y: number
}
export interface ZoneLayout {
  /** Of valley and zones together. */
  readonly width: number
  readonly height: number
  readonly spots: readonly ZoneSpot[]
  /** Places of the two headings. */
  readonly heads: readonly { readonly side: OutsideZone['side']; readonly x: number; readonly y: number }[]
}

/** Zones beside a sheet of this size, the northern ones at the top and the others at the foot; or in two columns below it. */
export function zonesBeside(
  zones: readonly OutsideZone[],
  { width, height }: { readonly width: number; readonly height: number },
  below: boolean,
): ZoneLayout {
  const [north, south] = (['north', 'south'] as const).map((side) => zones.filter((zone) => zone.side === side))
  const groups = [
    { side: 'north' as const, zones: north ?? [] },
    { side: 'south' as const, zones: south ?? [] },
  ].filter((group) => group.zones.length > 0)
  if (groups.length === 0) return { width, height, spots: [], heads: [] }
  const placed = groups.map(({ side, zones: own }, k) => {
    const tall = (own.length + 1) * STEP
    const x = below ? (k * width) / 2 : width + 6
    const y = below ? height + STEP : k === 0 ? STEP : Math.max(STEP, height - tall + 6)
    return {
      head: { side, x, y: y - 4 },
      spots: own.map((zone, row) => ({ zone, x, y: y + row * STEP + 2 })),
      end: y + tall - STEP,
    }
  })
  return {
    width: below ? width : width + 6 + COLUMN,
    height: Math.max(height, ...placed.map(({ end }) => end)),
    spots: placed.flatMap(({ spots }) => spots),
    heads: placed.map(({ head }) => head),
  }
}
