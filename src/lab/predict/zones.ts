// The other coca zones as sources name them, and how they are put together from those that the model knows.
import { placeKey } from '../../evidence/places.ts'
import type { Table } from '../../evidence/table.ts'

export type Shares = Readonly<Record<string, number>>

export interface ZoneFacts {
  readonly name: string
  readonly group: string
  readonly yieldFactor: number
  readonly watchedFrom: number
}

/** Rows of geo/zones.csv. */
export const zonesOf = (table: Table | undefined): ZoneFacts[] =>
  (table?.rows ?? []).map(({ values }) => ({
    name: String(values.zone),
    group: String(values.group),
    yieldFactor: Number(values.yield_factor),
    watchedFrom: Number(values.watched_from),
  }))

/**
 * Coca of a department outside the valley: shares of zones, fitted to the department and zone figures of 2018
 * (series/coca_area.csv). The valley's own districts are added where a department has some.
 */
export const DEPARTMENTS: Readonly<Record<string, Shares>> = {
  'Amazonas (department)': { Maranon: 0.46 },
  'Ayacucho (department)': {},
  'Cajamarca (department)': { Maranon: 0.28 },
  'Cusco (department)': { 'La Convencion-Lares': 1, Kosnipata: 1 },
  'Huanuco (department)': { Huallaga: 0.48, 'Pichis-Palcazu-Pachitea': 0.59 },
  'Junin (department)': {},
  'La Libertad (department)': { 'Alto Chicama': 1, Maranon: 0.3 },
  'Loreto (department)': { 'Bajo Amazonas': 1, Putumayo: 1, Contamana: 1 },
  'Madre de Dios (department)': { 'Inambari-Tambopata': 0.006 },
  'Pasco (department)': { 'Pichis-Palcazu-Pachitea': 0.41 },
  'Puno (department)': { 'Inambari-Tambopata': 1, 'San Gaban': 1 },
  'San Martin (department)': { Huallaga: 0.48 },
  'Ucayali (department)': { Aguaytia: 1, Calleria: 1 },
}

/** Zones that the model does not name, by the zones they belong to or lie next to; the shares are judgements. */
export const NEAR_ZONES: Readonly<Record<string, Shares>> = {
  'Alto Huallaga': { Huallaga: 1 },
  Monzon: { Huallaga: 0.3 },
  'Huallaga (part)': { Huallaga: 0.8 },
  'Sandia (Puno)': { 'Inambari-Tambopata': 0.9 },
  'Puno (San Gaban-Sandia)': { 'Inambari-Tambopata': 1, 'San Gaban': 1 },
  'Aguaytia and Pichis-Palcazu': { Aguaytia: 1, 'Pichis-Palcazu-Pachitea': 1 },
  'Maranon+Putumayo+Bajo Amazonas': { Maranon: 1, Putumayo: 1, 'Bajo Amazonas': 1 },
  'Aguaytia+Alto Huallaga+PPP+Orellana+Caballococha': {
    Aguaytia: 1,
    Huallaga: 1,
    'Pichis-Palcazu-Pachitea': 1,
    Contamana: 1,
    'Bajo Amazonas': 1,
  },
  'Pasco, Huanuco, Ucayali': { Aguaytia: 1, Calleria: 1, 'Pichis-Palcazu-Pachitea': 1, Huallaga: 0.48 },
  'VRAEM + La Convencion-Lares + Inambari-Tambopata': { VRAEM: 1, 'La Convencion-Lares': 1, 'Inambari-Tambopata': 1 },
  'VRAE + Alto Huallaga': { VRAEM: 1, Huallaga: 1 },
  'VRAEM+Huallaga': { VRAEM: 1, Huallaga: 1 },
  'Cusco+Puno (San Gaban axis)': { 'San Gaban': 1, 'Inambari-Tambopata': 1, Kosnipata: 1, 'La Convencion-Lares': 1 },
  'Sur Amazonico': { 'Inambari-Tambopata': 1, 'San Gaban': 1, Kosnipata: 1 },
  'Corredor Amazonico': { Huallaga: 1, Aguaytia: 1, 'Pichis-Palcazu-Pachitea': 1, Calleria: 1, Contamana: 1 },
}

/** The zone of a province outside the valley, by `DEPARTMENT/PROVINCE` or the department alone. */
const PROVINCES: readonly (readonly [start: string, zone: string])[] = [
  ['amazonas', 'Maranon'],
  ['cajamarca', 'Maranon'],
  ['la libertad', 'Maranon'],
  ['cusco calca', 'La Convencion-Lares'],
  ['cusco la convencion', 'La Convencion-Lares'],
  ['cusco', 'Kosnipata'],
  ['madre de dios manu', 'Kosnipata'],
  ['madre de dios', 'Inambari-Tambopata'],
  ['huanuco puerto inca', 'Pichis-Palcazu-Pachitea'],
  ['pasco', 'Pichis-Palcazu-Pachitea'],
  ['huanuco', 'Huallaga'],
  ['san martin', 'Huallaga'],
  ['loreto mariscal', 'Bajo Amazonas'],
  ['loreto ucayali', 'Contamana'],
  ['loreto', 'Putumayo'],
  ['puno carabaya', 'San Gaban'],
  ['puno', 'Inambari-Tambopata'],
  ['ucayali padre abad', 'Aguaytia'],
  ['ucayali', 'Calleria'],
]

/** The zone of a place written `DEPARTMENT/PROVINCE` or `DEPARTMENT/PROVINCE/DISTRICT`. */
export function zoneOfProvince(name: string): string | undefined {
  const [department = '', province = ''] = name.split('/')
  const key = placeKey(`${department} ${province}`)
  return PROVINCES.find(([start]) => key.startsWith(start))?.[1]
}

/** Words of geography that tell to which group a zone belongs of which nothing else is known. */
const GROUP_WORDS: Readonly<Record<string, readonly string[]>> = {
  Huallaga: ['huallaga', 'tocache', 'tingo', 'monzon', 'huanuco', 'juanjui'],
  'Southern Andes': ['cusco', 'convencion', 'lares', 'yanatile', 'calca', 'paucartambo', 'quispicanchi', 'camanti'],
  'Southern border': ['puno', 'sandia', 'carabaya', 'inambari', 'tambopata', 'madre', 'manu'],
  'Central Ucayali': ['ucayali', 'atalaya', 'urubamba', 'sepahua', 'tambo', 'purus', 'pachitea', 'pichis', 'palcazu'],
  'Lower Huallaga and Maranon': ['maranon', 'contamana', 'orellana', 'yurimaguas', 'chicama', 'amazonas', 'santiago'],
  'Amazon border': ['loreto', 'napo', 'yavari', 'caballococha', 'putumayo', 'maynas'],
}

/** First year in which zones are watched that the model does not know. */
export const NEWLY_WATCHED = 2021
/** Coca of a zone first watched in 2021: 4,531 ha in five zones (note of coca_area_devida 2021). */
export const NEW_ZONE_HA = 900

/** A zone that is in no file of the package, as a mean zone of its group: it moves with the group. */
export function newZone(text: string, year: number, zones: readonly ZoneFacts[]): Shares | undefined {
  const words = placeKey(text).split(' ')
  const lower = words.some((word) => /^(bajo|baja|lower|central)$/.test(word)) && words.includes('huallaga')
  const border = words.includes('bajo') && words.includes('amazonas')
  const found = Object.entries(GROUP_WORDS).find(([, keys]) => words.some((word) => keys.includes(word)))?.[0]
  const group = lower ? 'Lower Huallaga and Maranon' : border ? 'Amazon border' : found
  const members = zones.filter((zone) => zone.group === group)
  if (members.length === 0 || year < NEWLY_WATCHED) return undefined
  return Object.fromEntries(members.map(({ name }) => [name, 1 / members.length]))
}

/**
 * All zones as the survey of a year covers them. Zones not yet watched are left out; from 2021 on more zones than the model
 * knows are watched (19 in all, 20, 21 and 24 in 2024, notes of coca_area_devida), which adds a tenth and later a little more.
 */
export function watchedZones(year: number, zones: readonly ZoneFacts[]): Shares {
  const more = year < NEWLY_WATCHED ? 1 : ({ 2021: 1.1, 2022: 1.11, 2023: 1.12 }[year] ?? 1.15)
  return Object.fromEntries(zones.map(({ name, watchedFrom }) => [name, year < watchedFrom ? 0 : more]))
}

/** Leaf price of a zone over the mean of the other zones, from the months of 2020 in which several are told; judgement. */
export const PRICE_OVER_MEAN: Readonly<Record<string, number>> = {
  Huallaga: 0.85,
  'Central Ucayali': 1.05,
  'Southern border': 1.3,
}
