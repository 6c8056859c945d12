// What is foretold from an origin: one row for each figure that exists, or would exist, of the outcomes that are scored.
import type { DataPackage } from '../../evidence/package.ts'
import { seriesOf } from '../../evidence/series.ts'
import type { Frame } from '../model.ts'
import type { Target } from '../predict/formula.ts'
import { AREA_SERIES, areaOfValley } from '../score/area.ts'
import type { HindcastSet, Origin } from './sets.ts'

/** Deaths as the model counts them, and the longest count of sources, which holds part of them. */
export const DEATHS = { series: 'incident_deaths_total', place: 'VRAEM' } as const
export const COUNTED_DEATHS = { series: 'gtd_strict_subset_deaths', place: 'VRAEM and rim' } as const
/** From here on the group that is modelled is the one that is counted. */
export const COUNTED_FROM = 2000

/** The valley's area under one name, whoever measured it. */
export const VALLEY_AREA = { series: 'coca_area_devida', place: 'VRAEM' } as const

const VALLEY = [
  VALLEY_AREA,
  { series: 'leaf_price_farmgate', place: 'Peru' },
  { series: 'leaf_price_farmgate', place: 'VRAEM' },
  { series: 'leaf_production_potential', place: 'VRAEM' },
  DEATHS,
  { series: 'sl_vraem_armed', place: 'VRAEM' },
  { series: 'poverty', place: 'VRAEM' },
] as const
export const DISTRICT_AREA = 'coca_area_district'
const DISTRICT_POVERTY = 'poverty'
/** First year in which districts' areas were reported. */
const DISTRICTS_FROM = 2012

/** Districts that can hold coca, in the order of the model's table. */
export const cocaDistricts = ({ districts }: Frame): string[] =>
  districts.filter(({ devida }) => devida).map(({ ubigeo }) => ubigeo)

/** Rows of one origin; `pack` only says which districts and years poverty maps are of. */
export function rowsOf(set: HindcastSet, { information, years }: Origin, pack: DataPackage, frame: Frame): Target[] {
  const areas = (ubigeos: readonly string[]) =>
    ubigeos.flatMap((place) =>
      years.filter((year) => year >= DISTRICTS_FROM).map((year) => ({ line: 0, series: DISTRICT_AREA, place, year })),
    )
  if (set.kind === 'space') return areas(information.withoutDistricts ?? [])
  const inside = new Set(frame.districts.map(({ ubigeo }) => ubigeo))
  const maps = pack.observations.flatMap(({ series, placeId, year, month, value, unit }) =>
    series === DISTRICT_POVERTY &&
    unit === 'percent' &&
    inside.has(placeId ?? '') &&
    month === undefined &&
    value !== undefined &&
    years.includes(year)
      ? [`${placeId} ${year}`]
      : [],
  )
  return [
    ...VALLEY.flatMap(({ series, place }) => years.map((year) => ({ line: 0, series, place, year }))),
    ...areas(cocaDistricts(frame)),
    ...[...new Set(maps)].map((key) => {
      const [place = '', year] = key.split(' ')
      return { line: 0, series: DISTRICT_POVERTY, place, year: Number(year) }
    }),
  ]
}

/** The package in which the valley's area is one series, with the figures that count where sources contradict each other. */
export function withOneArea(pack: DataPackage): DataPackage {
  const { series, place } = VALLEY_AREA
  const rows = AREA_SERIES.flatMap((name) => seriesOf(pack, { series: name, place }))
  const points = areaOfValley(pack).points.flatMap(({ year, value }) => {
    const row = rows.find((one) => one.year === year && one.month === undefined && one.value !== undefined)
    return row ? [{ ...row, series, value }] : []
  })
  const own = new Set(rows)
  return { ...pack, observations: [...pack.observations.filter((point) => !own.has(point)), ...points] }
}

/** Years up to the origin in which deaths were counted: what part of the modelled ones a count holds is learnt from these. */
export const deathRows = ({ information }: Origin): Target[] =>
  Array.from({ length: information.until - COUNTED_FROM + 1 }, (_, k) => ({
    line: 0,
    ...DEATHS,
    year: COUNTED_FROM + k,
  })).filter(({ year }) => !information.without?.includes(year))
