// What drives the lean model: yearly series of the data package as lines through mid-years, dated policy, and the districts.
import type { DataPackage } from '../../evidence/package.ts'

/** January 2000 to December 2024. */
export const LEAN_MONTHS = 300
/** First year whose December is kept by district. */
export const DISTRICTS_FROM = 2000

export interface LeanDistrict {
  readonly ubigeo: string
  readonly households: number
  /** Of the valley's coca, from the surveys of 2014 to 2016. */
  readonly share: number
  readonly north: boolean
}

/** All by month. */
export interface LeanDrivers {
  readonly exchange: Float64Array
  /** USD/kg at the farm. */
  readonly cacao: Float64Array
  readonly coffee: Float64Array
  /** National yield over 800 kg/ha. */
  readonly coffeeYield: Float64Array
  /** 1 in 2018. */
  readonly wages: Float64Array
  /** 1 in mid-2015. */
  readonly prices: Float64Array
  /** Hectares removed in other zones. */
  readonly eradicated: Float64Array
  /** Perceived risk of eradication in the valley, 0 to 1. */
  readonly threat: Float64Array
  /** Tonnes of legal leaf. */
  readonly legalLeaf: Float64Array
  readonly districts: readonly LeanDistrict[]
}

type ByYear = Record<number, number>
const byMonth = (at: (t: number) => number): Float64Array => Float64Array.from({ length: LEAN_MONTHS }, (_, t) => at(t))
const yearly = (of: ByYear) => byMonth((t) => (of[2000 + Math.floor(t / 12)] as number) / 12)

/** The last row of each year in one file, as a line through the middles of years. */
function annual(pack: DataPackage, file: string, series: string): ByYear {
  const found: ByYear = {}
  for (const point of pack.observations)
    if (point.series === series && point.file.endsWith(file) && point.month === undefined && point.value)
      found[point.year] = point.value
  return found
}

function line(of: ByYear, scale = 1): Float64Array {
  const points = Object.entries(of)
    .map(([year, value]) => [(Number(year) - 2000) * 12 + 5.5, value / scale] as const)
    .filter(([t]) => t >= -24)
    .sort((a, b) => a[0] - b[0])
  return byMonth((t) => {
    const k = points.findIndex(([at]) => at >= t)
    if (k === 0) return points[0]?.[1] as number
    if (k < 0) return points.at(-1)?.[1] as number
    const [a, from] = points[k - 1] as readonly [number, number]
    const [b, to] = points[k] as readonly [number, number]
    return from + ((to - from) * (t - a)) / (b - a)
  })
}

/** Steps of the legal minimum wage, soles by month from 2000 (general knowledge). */
// biome-ignore format: pairs
const WAGES = [[0, 345], [2, 410], [44, 460], [72, 500], [93, 530], [96, 550], [131, 590], [139, 675], [149, 750], [196, 850], [219, 930], [268, 1025]] as const

/** Hectares removed outside by year; 2000, 2001, 2006 to 2008, 2021 and 2024 are filled in (judgement). */
// biome-ignore format: years
const REMOVED: ByYear = {
  2000: 6200, 2001: 6400, 2002: 7200, 2003: 11312, 2004: 10257, 2005: 12232, 2006: 11700, 2007: 11100, 2008: 10600,
  2009: 10000, 2010: 12033, 2011: 10290, 2012: 14230, 2013: 23800, 2014: 31205, 2015: 35868, 2016: 30151, 2017: 22885,
  2018: 25107, 2019: 25525, 2020: 6000, 2021: 5000, 2022: 21628, 2023: 22500, 2024: 25000,
}

function wageLevel(): Float64Array {
  let level = 380
  return byMonth((t) => {
    const legal = WAGES.findLast(([from]) => t >= from)?.[1] as number
    level += (legal - level) / 12
    return level / 930
  })
}

/** Judgement, drawn from dated announcements: campaigns announced 2010 to 2014, given up in August 2014. */
function threatAt(t: number): number {
  const year = 2000 + t / 12
  if (year < 2010) return 0.15
  if (year < 2012) return 0.15 + (0.35 * (year - 2010)) / 2
  if (year < 2014.6) return 0.5 + 0.5 * Math.min(1, (year - 2012) / 1.5)
  return Math.max(0.1, 1 - (year - 2014.6))
}

/** Districts of the lean model: those with coca in the surveys of 2014 to 2018, limits of 2017. */
const UBIGEOS =
  '050407 050408 050409 050502 050503 050505 050507 050509 050510 080907 080910 080912 080913 120603 120604 120606 120608 120609'.split(
    ' ',
  )
/** Made out of others around 2015: the figure of 2014 has other limits. */
const NEW = ['120609', '120606', '080907', '080913', '080912', '050409', '050509']

function districtsOf(pack: DataPackage): LeanDistrict[] {
  const rows = pack.tables.get('geo-districts')?.rows ?? []
  const raw = UBIGEOS.map((ubigeo) => {
    const values = rows.find((row) => String(row.values.ubigeo) === ubigeo)?.values ?? {}
    const years = NEW.includes(ubigeo) ? [2015, 2016] : [2014, 2015, 2016]
    const areas = years.map(
      (year) =>
        pack.observations.findLast(
          (p) => p.series === 'coca_area_district' && p.note.includes(ubigeo) && p.year === year,
        )?.value ?? 0,
    )
    return {
      ubigeo,
      area: areas.reduce((a, b) => a + b, 0) / years.length,
      // three quarters of households farm; two districts reach far out of the coca belt
      households: (Math.min(Number(values.population_2017), 20000) / 4.3) * 0.75,
      north: values.devida_zone_2021 === 'norte' && ubigeo !== '120609',
    }
  })
  const total = raw.reduce((sum, { area }) => sum + area, 0)
  return raw.map(({ ubigeo, area, households, north }) => ({ ubigeo, households, north, share: area / total }))
}

/** Reads the drivers. Series of later years than are in the package go on with their last value. */
export function leanDrivers(pack: DataPackage): LeanDrivers {
  const macro = (series: string) => annual(pack, 'macro.csv', series)
  const crops = (series: string) => annual(pack, 'legal_crops.csv', series)
  const carried = (producer: ByYear, world: ByYear): ByYear =>
    producer[2023] && world[2023] && world[2024]
      ? { ...producer, 2024: (producer[2023] * world[2024]) / world[2023] }
      : producer
  const yields = Object.fromEntries(Object.entries(crops('coffee_yield')).filter(([year]) => Number(year) <= 2018))
  return {
    // 2023 and 2024: general knowledge
    exchange: line({ ...macro('exchange_rate_pen_usd'), 2023: 3.74, 2024: 3.75 }),
    cacao: line(carried(crops('cacao_producer_price'), macro('cocoa_world_price')), 1000),
    coffee: line(carried(crops('coffee_producer_price'), macro('coffee_other_mild_arabica_world_price')), 1000),
    coffeeYield: line(yields, 800),
    wages: wageLevel(),
    prices: byMonth((t) => Math.exp(0.028 * ((t - 186) / 12))),
    eradicated: yearly(REMOVED),
    threat: byMonth(threatAt),
    legalLeaf: byMonth((t) => (t < 192 ? 9000 : t < 216 ? 10700 : 12000) / 12),
    districts: districtsOf(pack),
  }
}
