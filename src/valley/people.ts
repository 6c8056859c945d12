import type { DataPackage } from '../evidence/package.ts'
import { clamp, exp, log, logistic } from '../language/std.ts'
import type { District, Site } from './district.ts'
import { type Figures, figures, inherit, shareOut } from './sites.ts'

/** Persons per household in 2000. Judgement: national rural size of the time; about 4.2 in the design. */
export const HOUSEHOLD_SIZE = 4.2
/** Farm households of the valley; the official count of farm units of 2014 serves for 2000 too. */
export const FARMS = 110_000
/** From the first month to the census of October 2007. */
const YEARS_TO_CENSUS = 7.8
/** Limits of yearly growth: the official estimates of 2001–2007 go to 8 % where limits were in dispute. */
const GROWTH = { least: -0.015, most: 0.04 }
/** Part of the growth of its like that a district without an estimate gets: highland ones with one are those at the frontier. */
const BORROWED = { valley: 1, ceja: 1, highland: 0.5 } as const

export interface People
  extends Pick<District, 'population' | 'poverty' | 'farmShare' | 'households' | 'farms' | 'vacant'> {
  readonly estimated: readonly string[]
}

/**
 * People and households of each district in January 2000.
 * Persons: the census of 2007 (children of the splits of 2021 by the shares of 2017) taken back at the growth of the official
 * estimates 2001–2007; where a district has none, at the mean of its province and belt, then of its belt.
 * Poverty: the map of 2007, else what districts with both maps make of that of 2018; rural poverty hardly moved from 2000 to 2007.
 */
export function peopleOf(pack: DataPackage, sites: readonly Site[]): People[] {
  const byPeople = (site: Site) => site.population2017
  const census2007 = shareOut(
    sites,
    sites.map((site) => site.population2007),
    byPeople,
  )
  const growth = growthOf(pack, sites)
  const poverty = povertyOf(pack, sites)
  const start = sites.map((site) =>
    Math.round(
      (census2007[site.index] ?? site.population2017) * exp(-YEARS_TO_CENSUS * (growth.rate[site.index] as number)),
    ),
  )
  const households = start.map((persons) => Math.max(1, Math.round(persons / HOUSEHOLD_SIZE)))
  const farmShare = farmShares(pack, sites, households)
  return sites.map((site) => {
    const i = site.index
    const farms = Math.min(
      households[i] as number,
      Math.round((households[i] as number) * (farmShare.share[i] as number)),
    )
    const persons = start[i] as number
    return {
      population: {
        census2007: Math.round(census2007[i] ?? site.population2017),
        census2017: site.population2017,
        projection2022: site.population2022,
        start: persons,
      },
      poverty: { map2018: site.poverty2018, start: poverty.share[i] as number },
      farmShare: farmShare.share[i] as number,
      households: households[i] as number,
      farms,
      vacant: Math.round(farms * vacancy(site, persons)),
      estimated: [
        ...(site.population2007 === undefined ? ['population.census2007'] : []),
        ...(growth.observed[i] === undefined ? ['population.start'] : []),
        ...(poverty.observed[i] === undefined ? ['poverty.start'] : []),
        ...(farmShare.observed[i] === undefined ? ['farmShare'] : []),
      ],
    }
  })
}

/**
 * Slots kept free for settlers, as a share of farms: none outside the coca zone; in it 8 %, and half of the growth of the
 * population to 2022 on top, at most 50 %. Judgement: who came is not known, only how many people there are now.
 */
function vacancy(site: Site, start: number): number {
  if (site.devidaZone === undefined) return 0
  return clamp(0.08 + 0.5 * Math.max(0, site.population2022 / Math.max(start, 1) - 1), 0.08, 0.5)
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Yearly growth 2001–2007 in ln units. */
function growthOf(pack: DataPackage, sites: readonly Site[]): { rate: number[]; observed: Figures } {
  const from = figures(pack, sites, 'population', 2001)
  const to = figures(pack, sites, 'population', 2007)
  const own: Figures = sites.map(({ index }) => {
    const [a, b] = [from[index], to[index]]
    return a && b ? clamp(log(b / a) / 6, GROWTH.least, GROWTH.most) : undefined
  })
  const near = (site: Site, same: (other: Site) => boolean): number | undefined => {
    const known = sites.filter((other) => other.belt === site.belt && same(other)).map((other) => own[other.index])
    const rates = known.filter((rate) => rate !== undefined)
    return rates.length > 0 ? mean(rates) : undefined
  }
  const rate = sites.map(
    (site) =>
      own[site.index] ??
      (near(site, (other) => other.province === site.province) ?? near(site, () => true) ?? 0) * BORROWED[site.belt],
  )
  return { rate, observed: own }
}

const logitOf = (share: number): number => log(share / (1 - share))

/** Share of the poor at the start. */
function povertyOf(pack: DataPackage, sites: readonly Site[]): { share: number[]; observed: Figures } {
  const map2007 = inherit(sites, figures(pack, sites, 'poverty', 2007))
  const pairs = sites.filter((site) => map2007[site.index] !== undefined && site.parent === undefined)
  const xs = pairs.map((site) => logitOf(site.poverty2018))
  const ys = pairs.map((site) => logitOf((map2007[site.index] as number) / 100))
  const [mx, my] = [mean(xs), mean(ys)]
  const slope =
    xs.reduce((sum, x, k) => sum + (x - mx) * ((ys[k] as number) - my), 0) /
    xs.reduce((sum, x) => sum + (x - mx) ** 2, 0)
  const share = sites.map((site) => {
    const seen = map2007[site.index]
    return seen === undefined ? logistic(my + slope * (logitOf(site.poverty2018) - mx)) : seen / 100
  })
  return { share: share.map((value) => clamp(value, 0.2, 0.97)), observed: map2007 }
}

/**
 * Share of households that farm: falls with the human development index, which marks the towns; in valley districts with a
 * census count of farm workers (2007) half of it is that count per household. One level for all brings the sum to the count
 * of farm units. In the highlands the census misses most unpaid family work, so its count is not used there.
 */
function farmShares(
  pack: DataPackage,
  sites: readonly Site[],
  households: readonly number[],
): { share: number[]; observed: Figures } {
  const workers = shareOut(sites, figures(pack, sites, 'employed_agriculture', 2007), (site) => site.population2017)
  const counted: Figures = sites.map((site) => {
    const persons = workers[site.index]
    return persons === undefined || site.belt !== 'valley' || site.population2007 === undefined
      ? undefined
      : clamp((persons * HOUSEHOLD_SIZE) / site.population2007, 0.45, 0.95)
  })
  const at = (level: number) =>
    sites.map((site) => {
      const byIndex = logistic(level - 10 * (site.hdi - 0.33))
      const seen = counted[site.index]
      return clamp(seen === undefined ? byIndex : (byIndex + seen) / 2, 0.3, 0.95)
    })
  let [low, high] = [-4, 8]
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    const farms = at(middle).reduce((sum, share, i) => sum + share * (households[i] as number), 0)
    if (farms < FARMS) low = middle
    else high = middle
  }
  return { share: at((low + high) / 2), observed: counted }
}
