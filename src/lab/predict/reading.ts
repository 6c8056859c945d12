// The value of a term under every draw: what the run says, and what a survey would make of it.
import { inverseNormal } from '../../engine/draws.ts'
import type { Parameter } from '../../evidence/parameters.ts'
import { exp } from '../../language/std.ts'
import { drawValues, givenAt, runSeed, uniformFor } from '../draws.ts'
import type { Collector } from '../ensemble.ts'
import type { LabModel } from '../model.ts'
import { FIRST } from '../scenario/types.ts'
import type { Term } from './terms.ts'

/** What turns a true value into a reported one under one draw. */
export interface Draw {
  readonly index: number
  readonly seed: number
  /** Figures as they are, without what surveys and sources get wrong. */
  readonly exact?: boolean
  readonly p: (name: string) => number
  /** Price level and soles for a dollar, by month from January 2000. */
  readonly money: (month: number) => { readonly priceLevel: number; readonly exchangeRate: number }
}

/** A year, or a month of it; months count from 1. */
export interface Time {
  readonly year: number
  readonly month?: number
}

export const monthOf = ({ year, month }: Time): number => (year - FIRST) * 12 + (month === undefined ? 6 : month - 1)

/** Standard normal of a draw for what is called `key`: the same in every row that names it. */
export const chance = (key: string, { index, seed, exact }: Draw): number =>
  exact ? 0 : inverseNormal(uniformFor(key, index, seed))

/** The draws of a collector's ensemble, with their world's money. */
export function drawsOf(
  { plan, count }: Collector,
  { model, facts, parameters }: { model: LabModel; facts: unknown; parameters: readonly Parameter[] },
): Draw[] {
  const { card } = plan.scenarios[0] ?? {}
  const { seed } = plan.draws
  return plan.draws.indices.slice(0, count).map((index, place): Draw => {
    const given = givenAt(plan.draws, place)
    const values = drawValues(index, seed, parameters, model.switches, card?.model, given)
    const world = model.makeWorld(facts, values, card?.world ?? {}, runSeed(seed, index), given?.shocks)
    const seen = new Map<number, { priceLevel: number; exchangeRate: number }>()
    const money = (month: number) => {
      const known = seen.get(month)
      if (known) return known
      const { priceLevel, exchangeRate } = world(month)
      seen.set(month, { priceLevel, exchangeRate })
      return { priceLevel, exchangeRate }
    }
    const p = (name: string) => {
      const value = values[name]
      if (value === undefined) throw new RangeError(`there is no parameter ${name}`)
      return value
    }
    return { index, seed, p, money }
  })
}

/** Where the ensemble keeps the values of an outcome at a place and time. */
export type Reader = (term: Term, time: Time) => Float64Array | undefined

export function readerOf(collector: Collector): Reader {
  const lines = new Map(
    collector.cells.lines
      .filter(({ shownIn }) => shownIn.includes('default'))
      .map((line) => [`${line.outcome}|${line.place}|${line.monthly}`, line]),
  )
  return ({ outcome, place, monthly = false }, time) => {
    const line = lines.get(`${outcome}|${place}|${monthly}`)
    const at = line?.times.indexOf(monthly ? monthOf(time) : time.year) ?? -1
    return line === undefined || at < 0 ? undefined : collector.values(0, line.offset + at)
  }
}

/** What districts and zones add to the survey's own error of the valley, in ln units. */
const ZONE_SD = 0.15
const DISTRICT_SD = 0.2
/** The survey measures net area from 2011, and another agency makes it from 2018. */
const NET_AREA = 2011
const NEW_AGENCY = 2018

/** What a draw makes of one unit of a term: area as surveyed, or as leaf in tonnes a year. */
export function gainOf({ gain, place, yieldFactor = 1 }: Term, { year }: Time, draw: Draw): number {
  if (gain === 'yield') return draw.p('coca_yield_other_zones') * yieldFactor
  if (gain === undefined) return 1
  const step = (year < NET_AREA ? draw.p('area_break_2011') : 0) + (year >= NEW_AGENCY ? draw.p('area_break_2018') : 0)
  const finer = place === 'VRAEM' ? 0 : /^\d/.test(place) ? DISTRICT_SD : ZONE_SD
  const sd = Math.hypot(draw.p('area_obs_sd'), finer)
  return exp(step + sd * chance(`survey ${place}|${year}`, draw))
}

/** Leaf for a kilo of product, as the model moves it from the older to the newer figure. */
export function leafPerKilo({ year }: Time, { p }: Draw): number {
  const newer = Math.min(1, Math.max(0, (year - 2008) / 9))
  return p('leaf_per_kg_hcl_old') + (p('leaf_per_kg_hcl_new') - p('leaf_per_kg_hcl_old')) * newer
}

/** Middle of 2024, whose soles the valley's prices are in. */
const MONEY_OF = 24 * 12 + 6

/** Soles of 2024 or dollars of the day turned into soles or dollars of the day. */
export function moneyOfTheDay(from: 'PEN of 2024' | 'USD', to: 'PEN' | 'USD', time: Time, { money }: Draw): number {
  const day = money(monthOf(time))
  if (from === 'USD') return to === 'USD' ? 1 : day.exchangeRate
  const soles = day.priceLevel / money(MONEY_OF).priceLevel
  return to === 'PEN' ? soles : soles / day.exchangeRate
}
