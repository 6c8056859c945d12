// Quantiles for the rows of a targets file, from an ensemble of one scenario.
import type { Parameter } from '../../evidence/parameters.ts'
import { exp } from '../../language/std.ts'
import type { Selection } from '../cells.ts'
import { type Collector, summarise } from '../ensemble.ts'
import type { Frame, LabModel } from '../model.ts'
import { FIRST } from '../scenario/types.ts'
import type { Pack } from './districts.ts'
import { type Formula, formulaOf, type Target } from './formula.ts'
import {
  chance,
  type Draw,
  drawsOf,
  gainOf,
  leafPerKilo,
  moneyOfTheDay,
  type Reader,
  readerOf,
  type Time,
} from './reading.ts'
import type { Prediction } from './targets.ts'
import type { Term } from './terms.ts'

/** What a run must keep so that the targets can be answered; undefined when none of them can. */
export function selectionForTargets(
  targets: readonly Target[],
  pack: Pack,
  frame: Frame,
  measures: LabModel['measures'],
): Selection | undefined {
  const outcomes = new Set<string>()
  const districts = new Set<string>()
  const monthly = new Set<string>()
  const years = new Set<number>()
  for (const target of targets) {
    const formula = formulaOf(target, pack, frame)
    if (typeof formula === 'string' || !answered(formula, measures)) continue
    years.add(target.year)
    const earlier = timeBefore(target, formula)?.year
    if (earlier !== undefined) years.add(earlier)
    for (const term of everyTerm(formula)) {
      if (term.monthly) monthly.add(term.outcome)
      else (term.place === 'VRAEM' || term.place === 'outside' ? outcomes : districts).add(term.outcome)
    }
  }
  if (years.size === 0) return undefined
  return {
    outcomes: [...outcomes],
    years: [Math.min(...years), Math.max(...years)],
    districts: [...districts],
    districtYears: [...years].sort((a, b) => a - b),
    monthly: [...monthly],
  }
}

const everyTerm = ({ terms, over = [], national, season }: Formula): Term[] => [
  ...terms,
  ...over,
  ...(national ? [national.valley, national.outside, ...national.leaf] : []),
  ...(season ? [season.month, season.year] : []),
]

const answered = (formula: Formula, measures: LabModel['measures']): boolean =>
  everyTerm(formula).every(
    ({ outcome }) =>
      measures[outcome] !== undefined || Object.keys(measures).some((key) => key.startsWith(`${outcome}/`)),
  )

function timeBefore({ year, month = 1 }: Target, { rule }: Formula): Time | undefined {
  if (rule.change?.since === 'year') return { year: year - 1 }
  if (rule.change?.since === 'January') return { year, month: 1 }
  if (rule.change?.since === 'month') return month > 1 ? { year, month: month - 1 } : { year: year - 1, month: 12 }
  return undefined
}

export interface PredictFrame {
  readonly pack: Pack
  readonly frame: Frame
  readonly model: LabModel
  readonly facts: unknown
  readonly parameters: readonly Parameter[]
}

/** Answers every target in order. `collector` gathered the first scenario of its plan under `selectionForTargets`. */
export function predictions(targets: readonly Target[], collector: Collector, context: PredictFrame): Prediction[] {
  const draws = drawsOf(collector, context)
  const read = readerOf(collector)
  return targets.map((target): Prediction => {
    const formula = formulaOf(target, context.pack, context.frame)
    if (typeof formula === 'string') return { target, status: formula }
    const values = answered(formula, context.model.measures) ? reported(target, formula, read, draws) : undefined
    return values === undefined
      ? { target, status: 'not modelled' }
      : { target, status: 'ok', quantiles: summarise(values) }
  })
}

/** What a source would report, by draw. */
function reported(target: Target, formula: Formula, read: Reader, draws: readonly Draw[]): Float64Array | undefined {
  const { rule, factor, extraSd } = formula
  const now = actual(formula, target, read, draws)
  const earlier = timeBefore(target, formula)
  const before = earlier && actual(formula, earlier, read, draws)
  if (now === undefined || (earlier && before === undefined)) return undefined
  const key = `report ${target.series}|${target.place}|${target.year}|${target.month ?? ''}`
  return Float64Array.from(draws, (draw, k) => {
    const sd = Math.hypot(rule.sd === 'price_obs_sd' ? draw.p(rule.sd) : rule.sd, extraSd)
    const error = sd === 0 ? 1 : exp(sd * (before ? Math.SQRT2 : 1) * chance(key, draw))
    let value = now[k] as number
    if (before && rule.change?.as === 'absolute') return factor * (value - (before[k] as number))
    if (before) return factor * (ratio(value * error, before[k] as number) - 1)
    if (rule.reported) value *= draw.p(rule.reported)
    if (rule.times) value *= draw.p(rule.times)
    value *= factor * error
    return rule.factor === 100 ? Math.min(value, 100) : value
  })
}

/** Nothing of nothing is nothing. */
const share = (a: number, b: number): number => (b === 0 ? 0 : a / b)

/** Nothing over nothing is no change. */
const ratio = (a: number, b: number): number => (b === 0 ? (a === 0 ? 1 : 0) : a / b)

/** The figure itself at a time, survey errors of areas included. */
function actual(formula: Formula, time: Time, read: Reader, draws: readonly Draw[]): Float64Array | undefined {
  const { rule, terms, over, national, season } = formula
  if (time.year < FIRST) return undefined
  const wanted = [terms, over ?? [], national ? [national.valley, national.outside] : [], national?.leaf ?? []]
  const found = wanted.map((group) => group.map((term) => ({ term, values: read(term, time) })))
  const seasons = season && [read(season.month, time), read(season.year, time)]
  if (found.some((group) => group.some(({ values }) => values === undefined)) || seasons?.includes(undefined))
    return undefined
  return Float64Array.from(draws, (draw, k) => {
    const money = formula.money ?? 'PEN'
    const worth = ({ term, values }: { term: Term; values: Float64Array | undefined }): number =>
      term.share === 0
        ? 0
        : term.share *
          ((values as Float64Array)[k] as number) *
          gainOf(term, time, draw) *
          (term.money ? moneyOfTheDay(term.money, money, time, draw) : 1)
    const total = (group: (typeof found)[number]): number => {
      const sum = (yields: boolean) =>
        group.reduce((all, each) => all + ((each.term.gain === 'yield') === yields ? worth(each) : 0), 0)
      return rule.of === 'product' ? sum(false) + refined(sum(true), time, draw) : sum(false) + sum(true)
    }
    const [own = [], below = [], prices = [], leaf = []] = found
    let value = total(own)
    if (rule.money && terms.every((term) => term.money === undefined))
      value *= moneyOfTheDay('PEN of 2024', money, time, draw)
    if (rule.illicit) value = Math.max(value - draw.p('legal_leaf_demand_national'), 0)
    if (over) value = share(value, total(below))
    if (national) {
      const [valley = 0, outside = 0] = prices.map(worth)
      const ours = leaf.reduce((sum, each) => sum + (each.term.gain ? 0 : worth(each)), 0)
      const all = leaf.reduce((sum, each) => sum + worth(each), 0)
      value *= all === 0 || valley === 0 ? 1 : (ours * valley + (all - ours) * outside) / (all * valley)
    }
    if (seasons) value *= ratio((seasons[0] as Float64Array)[k] as number, (seasons[1] as Float64Array)[k] as number)
    return value
  })
}

/** Product from the leaf of the other zones, less what traditional use takes of it. */
const refined = (leaf: number, time: Time, draw: Draw): number =>
  leaf === 0
    ? 0
    : Math.max(leaf - (1 - draw.p('legal_share_of_valley')) * draw.p('legal_leaf_demand_national'), 0) /
      leafPerKilo(time, draw)
