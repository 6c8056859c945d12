// What is known of the valley at the start, January 2000. Figures that a district lacks are filled by rules stated in the
// file that fills them; `estimated` names them, so that maps and checks can say so.

export const START_YEAR = 2000

export type Belt = 'valley' | 'ceja' | 'highland'
export type Basin = 'Apurímac' | 'Ene' | 'Mantaro' | 'other'
/** How sure it is that a district belongs to the valley: A named in a list, B inferred, C from memory. */
export type Grade = 'A' | 'B' | 'C'

/** A district as it stands in the table of districts. */
export interface Site {
  /** Place in the list of districts, 0 … 94. */
  readonly index: number
  readonly ubigeo: string
  readonly name: string
  readonly capital: string
  readonly department: string
  readonly province: string
  /** Of the capital, degrees. */
  readonly lat: number
  readonly lon: number
  readonly altitudeM: number
  readonly areaKm2: number
  /** Degrees, [lon, lat]. */
  readonly centroid: readonly [number, number]
  /** Ellipse of the district's shape around the centroid; the angle counts anticlockwise from east. */
  readonly ellipse: { readonly aKm: number; readonly bKm: number; readonly angleDeg: number }
  readonly population2007: number | undefined
  readonly population2017: number
  readonly population2022: number
  /** Share of persons below the poverty line on the map of 2018. */
  readonly poverty2018: number
  /** Human development index of 2019. */
  readonly hdi: number
  readonly basin: Basin
  readonly belt: Belt
  readonly grade: Grade
  /** In the list of direct intervention of 2020, or split off from a district there. Not an official column. */
  readonly direct: boolean
  /** Part of the coca monitoring zone, of which there are 24 districts. */
  readonly devidaZone: 'norte' | 'centro' | 'sur' | undefined
  readonly emergency2020: boolean
  /** District from which it was split off in 2021. */
  readonly parent: string | undefined
  /** Indices of the districts that share a border, rivers included. */
  readonly neighbours: readonly number[]
}

/** A district with everything the model starts from. Areas in ha, shares 0 … 1. */
export interface District extends Omit<Site, 'population2007' | 'population2017' | 'population2022' | 'poverty2018'> {
  /** Persons on the limits of today. */
  readonly population: {
    readonly census2007: number
    readonly census2017: number
    readonly projection2022: number
    readonly start: number
  }
  readonly poverty: { readonly map2018: number; readonly start: number }
  /** Suitability for coca, 0 … 1. */
  readonly suitable: number
  /** Hours to the nearest regional market on dry roads in 2000. */
  readonly baseHours: number
  readonly market: string
  /** Difficulty of the terrain, 0 … 1. */
  readonly rugged: number
  /** Navigable river at hand, 0 … 1. */
  readonly riverAccess: number
  /** Share of persons with an Indigenous mother tongue; Quechua and Ashaninka are not told apart. */
  readonly indigenous: number
  readonly farmlandHa: number
  readonly forestHa: number
  readonly cocaHa: number
  readonly cacaoHa: number
  readonly coffeeHa: number
  readonly foodHa: number
  /** Share of households that farm. */
  readonly farmShare: number
  readonly households: number
  readonly farms: number
  /** Farm slots kept free for settlers. */
  readonly vacant: number
  /** Farms by size class, as in `SIZE_CLASSES`. */
  readonly farmsBySize: readonly number[]
  /** Names of the figures above that no source states for this district. */
  readonly estimated: readonly string[]
}

export interface Valley {
  readonly year: number
  /** The districts inside the outline, by ubigeo. */
  readonly districts: readonly District[]
  /** Ring around the valley, [lon, lat], first point not repeated. */
  readonly outline: readonly (readonly [number, number])[]
  /** Totals that the districts were made to add up to: coca of the zone, cacao and coffee of all districts. */
  readonly cocaHa: number
  readonly cacaoHa: number
  readonly coffeeHa: number
  /** Shares of farms by size class, by department. */
  readonly sizeShares: Readonly<Record<string, readonly number[]>>
}

export type Scope = 'zone' | 'A' | 'AB' | 'all'

/** Which districts a figure for the valley may mean. */
export const scopes: Readonly<Record<Scope, (district: Pick<Site, 'devidaZone' | 'grade'>) => boolean>> = {
  zone: (district) => district.devidaZone !== undefined,
  A: (district) => district.grade === 'A',
  AB: (district) => district.grade !== 'C',
  all: () => true,
}

/** 1 for the districts of a scope, 0 for the others, by district index. */
export const scopeWeights = (valley: Valley, scope: Scope): Float64Array =>
  Float64Array.from(valley.districts, (district) => (scopes[scope](district) ? 1 : 0))
