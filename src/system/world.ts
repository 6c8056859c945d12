// What the outside world does, month by month: history from the facts, the future from the choices of a scenario and keyed shocks.
import { drawsOf } from '../engine/draws.ts'
import { exp, log, pow } from '../language/std.ts'
import type { Facts, Path } from './facts.ts'
import type { ParameterValues } from './parameters.ts'
import { shocksOf } from './shocks.ts'

const option = (en: string, es: string) => ({ en, es })
const threePaths = { low: option('low', 'bajo'), central: option('as now', 'como ahora'), high: option('high', 'alto') }

/** Exogenous uncertainties that a scenario may fix. */
export const worldChoices = {
  cacao_price: { en: 'Cacao price', es: 'Precio del cacao', options: threePaths, default: 'central' },
  coffee_price: { en: 'Coffee price', es: 'Precio del café', options: threePaths, default: 'central' },
  demand: {
    en: 'World demand for product',
    es: 'Demanda mundial del producto',
    options: threePaths,
    default: 'central',
  },
  border_price: { en: 'Border price', es: 'Precio en frontera', options: threePaths, default: 'central' },
  climate: {
    en: 'Climate',
    es: 'Clima',
    options: { usual: option('usual', 'usual'), dry: option('dry', 'seco'), wet: option('wet', 'lluvioso') },
    default: 'usual',
  },
  aid: { en: 'Foreign aid', es: 'Ayuda externa', options: threePaths, default: 'central' },
  pandemic: {
    en: 'Another closure like 2020',
    es: 'Otro cierre como en 2020',
    options: { no: option('no', 'no'), yes: option('yes, in 2029', 'sí, en 2029') },
    default: 'no',
  },
} as const
export type WorldChoice = keyof typeof worldChoices

/** The outside world in one month. */
export interface WorldMonth {
  /** Soles of the day for a dollar. */
  exchangeRate: number
  /** Price level, 1 in the middle of 2015. */
  priceLevel: number
  /** Real wages, 1 in 2018. */
  wageIndex: number
  /** Producer prices in Peru, USD/t. */
  cacaoUsd: number
  coffeeUsd: number
  /** National coffee yield relative to its mean: rust years show here. */
  coffeeYield: number
  /** Growth of world demand this month, ln. */
  demandGrowth: number
  /** Lift of the border price by a scenario, ln. */
  borderLift: number
  /** Share of the outlets shut by a pandemic, 0 to 1. */
  outletShut: number
  /** Traditional and industrial demand for leaf in Peru, t/yr. */
  legalLeafDemand: number
  /** Rain relative to the long-term mean of the month, by district. */
  rain: Float64Array
  /** Wetness of the season, 0 dry to 1 wet. */
  season: number
  /** Announcements of eradication made this month: added fear, and share of the fear that is called off. */
  raised: number
  cancelled: number
  /** 1 in the month of 2013 in which the group lost its two commanders, else 0: a dated fact of history. */
  leadersLost: number
  /** Foreign aid spent in the valley, USD/month. */
  aidUsd: number
  /** Shocks that no mechanism explains, standard normal: planting, border price, leaf price, area of each other zone. */
  moodShock: number
  borderShock: number
  priceShock: number
  zoneShock: Float64Array
}

const FUTURE = 25 * 12
const YEARS = 36
const at = (path: Path, year: number): number => {
  let below = path[0] ?? [year, 0]
  for (const point of path) {
    if (point[0] >= year)
      return point[0] === below[0]
        ? point[1]
        : below[1] + ((point[1] - below[1]) * (year - below[0])) / (point[0] - below[0])
    below = point
  }
  return below[1]
}
const last = (path: Path): number => path.at(-1)?.[1] ?? 0
const mean = (path: Path, from: number): number => {
  const late = path.filter(([year]) => year >= from)
  return late.reduce((sum, [, value]) => sum + value, 0) / Math.max(late.length, 1)
}
const stepped = (path: Path, year: number): number =>
  path.reduce((value, [from, wage]) => (from <= year ? wage : value), path[0]?.[1] ?? 0)

/** Shock of a pandemic: sudden, then fading. */
const closure = (month: number, from: number, depth: number): number =>
  month < from
    ? 0
    : month < from + 3
      ? depth * Math.min(1, 0.6 + 0.2 * (month - from))
      : depth * exp(-(month - from - 2) / 4)

/**
 * The months of the world for one draw. The object that is returned is reused; copy what must last.
 * Shocks are keyed by the seed alone, so that all scenarios of a draw meet the same world; `given` holds yearly shocks of the
 * past, by name, where they were estimated.
 */
export function makeWorld(
  facts: Facts,
  p: ParameterValues,
  choices: Readonly<Record<string, string>>,
  seed: number,
  given?: Readonly<Record<string, number>>,
): (month: number) => WorldMonth {
  const draws = drawsOf(['future'])
  draws.seed = seed
  draws.month = 0
  const shock = shocksOf(seed, given)
  const level = (choice: WorldChoice, spread: number): number =>
    ({ low: -spread, high: spread })[choices[choice] ?? ''] ?? 0
  const months = YEARS * 12
  // ln deviations from the long-run level of the price, first order, yearly memory
  const wander = (entity: number, sd: number): Float64Array => {
    const path = new Float64Array(months)
    const keep = exp(-1 / (p.price_memory_years * 12))
    for (let m = FUTURE; m < months; m++)
      path[m] = keep * (path[m - 1] ?? 0) + sd * Math.sqrt(1 - keep * keep) * draws.normal('future', entity, m - FUTURE)
    return path
  }
  const cacaoShock = wander(1, p.price_cv_legal)
  const coffeeShock = wander(2, p.price_cv_legal)
  const rainShock = Float64Array.from({ length: YEARS }, (_, year) => draws.normal('future', 3, year))
  const cacaoLong = mean(facts.cacaoPrice, 2015)
  const coffeeLong = mean(facts.coffeePrice, 2015)
  const lift = {
    cacao: level('cacao_price', 0.45),
    coffee: level('coffee_price', 0.35),
    aid: level('aid', 0.7),
    border: level('border_price', 0.35),
  }
  const demandExtra = level('demand', 0.03)
  const rainOf = new Float64Array(facts.rain.length * YEARS)
  facts.rain.forEach((path, d) => {
    for (let year = 0; year < YEARS; year++) rainOf[d * YEARS + year] = 1 + p.rain_spread * (rainShock[year] as number)
    for (const [year, value] of path) if (year >= 2001 && year <= 2024) rainOf[d * YEARS + year - 2000] = value
  })
  const dryness = { dry: -0.18, wet: 0.18 }[choices.climate ?? ''] ?? 0
  const now: WorldMonth = {
    exchangeRate: 0,
    priceLevel: 0,
    wageIndex: 0,
    cacaoUsd: 0,
    coffeeUsd: 0,
    coffeeYield: 1,
    demandGrowth: 0,
    borderLift: 0,
    outletShut: 0,
    legalLeafDemand: 0,
    rain: new Float64Array(facts.rain.length),
    season: 0,
    raised: 0,
    cancelled: 0,
    leadersLost: 0,
    aidUsd: 0,
    moodShock: 0,
    borderShock: 0,
    priceShock: 0,
    zoneShock: new Float64Array(facts.zones.length),
  }
  const priceLevel = (year: number): number => exp(p.inflation * (year - 2015.5))
  const wage2018 = stepped(facts.minimumWage, 2018.5) / priceLevel(2018.5)
  const towards = (own: Path, long: number, shock: number, extra: number, year: number): number => {
    const from = last(own)
    const weight = exp(-(year - 2025) / p.price_memory_years)
    return (
      (exp(weight * log(from) + (1 - weight) * (log(long) + extra) + shock) * priceLevel(year)) / priceLevel(2024.5)
    )
  }
  return (month) => {
    const year = 2000 + (month + 0.5) / 12
    const future = month >= FUTURE
    now.priceLevel = priceLevel(year)
    now.exchangeRate = future
      ? last(facts.exchangeRate) * pow(now.priceLevel / priceLevel(2024.9), 0.3)
      : at(facts.exchangeRate, Math.min(year - 0.5, 2024))
    const wage = future
      ? stepped(facts.minimumWage, 2025.1) *
        (now.priceLevel / priceLevel(2025.1)) *
        exp(p.real_wage_growth * (year - 2025))
      : smoothWage(facts.minimumWage, year)
    now.wageIndex = wage / now.priceLevel / wage2018
    now.cacaoUsd = future
      ? towards(facts.cacaoPrice, cacaoLong, cacaoShock[month] ?? 0, lift.cacao, year)
      : at(facts.cacaoPrice, year - 0.5)
    now.coffeeUsd = future
      ? towards(facts.coffeePrice, coffeeLong, coffeeShock[month] ?? 0, lift.coffee, year)
      : at(facts.coffeePrice, year - 0.5)
    now.coffeeYield = future ? 1.05 : at(facts.coffeeYield, year - 0.5)
    now.demandGrowth = (future ? p.demand_growth_post2025 + demandExtra : p.demand_growth_history) / 12
    now.borderLift = future ? lift.border : 0
    now.outletShut =
      closure(month, 20 * 12 + 2, p.pandemic_outlet_loss) +
      (choices.pandemic === 'yes' ? closure(month, 29 * 12 + 2, p.pandemic_outlet_loss) : 0)
    now.legalLeafDemand = at(facts.legalLeafDemand, year - 0.5)
    const ofYear = Math.floor(year) - 2000
    const drift = future ? dryness : 0
    for (let d = 0; d < now.rain.length; d++)
      now.rain[d] = Math.max(0.4, (rainOf[d * YEARS + ofYear] as number) + drift)
    now.season = Math.min(1, (facts.rainByMonth[month % 12] ?? 0) / 0.15)
    now.raised = 0
    now.cancelled = 0
    for (const announcement of facts.announcements)
      if (announcement.month === month) now[announcement.kind] += announcement.weight
    now.leadersLost = month === facts.leadersLost ? 1 : 0
    now.aidUsd = (aidPath(year) * exp(future ? lift.aid : 0)) / 12
    now.moodShock = shock('mood', month)
    now.borderShock = shock('border', month)
    now.priceShock = shock('price', month)
    for (let z = 0; z < now.zoneShock.length; z++) now.zoneShock[z] = shock('zone', month, z)
    return now
  }
}

/** Wages follow the legal minimum with about a year's delay. */
const smoothWage = (path: Path, year: number): number =>
  (stepped(path, year) + stepped(path, year - 0.5) + stepped(path, year - 1)) / 3

/**
 * Foreign aid that reached the valley, USD a year: a judgement on the national figures in data/events/aid.csv, most of which
 * went to other valleys.
 */
const AID: Path = [
  [2000, 5e6],
  [2003, 12e6],
  [2010, 12e6],
  [2015, 9e6],
  [2024, 6e6],
]
const aidPath = (year: number): number => at(AID, Math.min(year, 2024))
