// Made-up hindcasts and figures: nothing here is the model's, nor what came.

import { inverseNormal } from '../../../src/engine/draws.ts'
import type { DataPackage } from '../../../src/evidence/package.ts'
import type { Point } from '../../../src/evidence/series.ts'
import { uniformFor } from '../../../src/lab/draws.ts'
import { HINDCAST_FORMAT, type Hindcast, type OriginForecasts } from '../../../src/lab/hindcast/format.ts'
import type { Origin } from '../../../src/lab/hindcast/sets.ts'

export const MADE = { model: 'a'.repeat(64), parameters: 'b'.repeat(64) }
export const DRAWS = 40
export const DISTRICT_NAMES = ['050408', '050505', '050507', '080907', '120606'] as const

/** A made-up valley: grows 5 % a year from 10 000 ha in 2003, a little above and below by turns. */
export const areaIn = (year: number): number => Math.round(10_000 * 1.05 ** (year - 2003) * (year % 2 ? 1.02 : 0.98))
const districtArea = (k: number, year: number): number => Math.round((areaIn(year) / 50) * (k + 1))

const point = (series: string, place: string, year: number, value: number, unit = 'ha', line = 2): Point => ({
  ...{ series, place, placeId: place, year, value, unit, source: 'made up', url: '', confidence: 'high', note: '' },
  ...{ file: 'made-up.csv', line },
})

export function madeUpPack(until = 2024, more: readonly Point[] = []): DataPackage {
  const years = Array.from({ length: until - 2003 + 1 }, (_, k) => 2003 + k)
  const observations = [
    ...years.map((year) => point('coca_area_devida', 'VRAEM', year, areaIn(year))),
    ...years
      .filter((year) => year <= 2018)
      .flatMap((year) => [
        point('leaf_price_farmgate', 'Peru', year, 2 + 0.1 * (year % 5), 'US$/kg'),
        point('cacao_producer_price', 'Peru', year, 2000 + 10 * (year % 7), 'US$/t'),
      ]),
    ...DISTRICT_NAMES.flatMap((ubigeo, k) =>
      years
        .filter((year) => year >= 2012)
        .map((year) => point('coca_area_district', ubigeo, year, districtArea(k, year))),
    ),
    ...more,
  ]
  const places = { resolve: (name: string) => ({ id: name, kind: 'group', name, ubigeos: [] }), all: [] }
  return { observations, places, tables: new Map(), parameters: [], problems: [] } as unknown as DataPackage
}
export { point }

const normal = (key: string, draw: number): number => inverseNormal(uniformFor(key, draw, 7))

/** Forecasts that know the growth of 5 %, with the spread of a walk. */
export function madeUpOrigin(
  { origin, information, years }: Origin,
  { spread = 0.03, growth = 0.05 }: { spread?: number; growth?: number } = {},
): OriginForecasts {
  const draws = Array.from({ length: DRAWS }, (_, k) => k)
  const from = (year: number) => (information.without ? year - 1 : origin)
  const walk = (key: string, year: number, start: number) =>
    draws.map((k) => {
      const ahead = Math.max(1, year - from(year))
      return start * Math.exp(Math.log(1 + growth) * ahead + spread * Math.sqrt(ahead) * normal(`${key} ${year}`, k))
    })
  const districts = information.withoutDistricts ?? DISTRICT_NAMES
  const areas = districts.flatMap((place) => {
    const k = DISTRICT_NAMES.indexOf(place as (typeof DISTRICT_NAMES)[number])
    return years
      .filter((year) => year >= 2012)
      .map((year) => ({
        ...{ series: 'coca_area_district', place, unit: 'ha', year },
        values: walk(place, year, districtArea(k, from(year))),
      }))
  })
  const valley = information.withoutDistricts
    ? []
    : years.map((year) => ({
        ...{ series: 'coca_area_devida', place: 'VRAEM', unit: 'ha', year },
        values: walk('valley', year, areaIn(from(year))),
      }))
  return {
    origin,
    information: {
      until: information.until,
      ...(information.without ? { without: [...information.without] } : {}),
      ...(information.withoutDistricts ? { withoutDistricts: [...information.withoutDistricts] } : {}),
    },
    draws: 'c'.repeat(64),
    arms: { frontier: draws.map((k) => (k % 2 ? 'none' : 'return-led')) },
    forecasts: [...valley, ...areas],
    ...(information.without || information.withoutDistricts ? {} : { told: valley }),
  }
}

export const madeUpHindcast = (set: string, origins: readonly OriginForecasts[]): Hindcast => ({
  format: HINDCAST_FORMAT,
  set,
  title: { en: `made-up ${set}`, es: `${set} inventado` },
  madeBy: {
    ...{
      command: `vraem hindcast ${set} --quick --seed 1`,
      created: '2026-11-22T00:00:00Z',
      version: '0.0.0',
      ...MADE,
    },
    ...{ sample: 200, seed: 1, runs: 1 },
  },
  origins: [...origins],
})
