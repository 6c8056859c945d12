// Quantiles for the rows of a targets file, from an ensemble of one scenario.
import { inverseNormal } from '../../engine/draws.ts'
import type { DataPackage } from '../../evidence/package.ts'
import type { Parameter } from '../../evidence/parameters.ts'
import { exp } from '../../language/std.ts'
import type { Line, Selection } from '../cells.ts'
import { drawValues, runSeed, uniformFor } from '../draws.ts'
import { type Collector, summarise } from '../ensemble.ts'
import type { Frame, LabModel } from '../model.ts'
import { FIRST, LAST } from '../scenario/types.ts'
import { type Formula, formulaOf, type Target, type Term } from './formula.ts'
import type { Prediction } from './targets.ts'

type Pack = Pick<DataPackage, 'places' | 'observations'>

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
    if (typeof formula === 'string' || !known(formula, measures)) continue
    for (const year of formula.rule.change ? [target.year - 1, target.year] : [target.year])
      if (year >= FIRST) years.add(year)
    for (const { outcome, place } of [...formula.terms, ...(formula.over ?? [])]) {
      if (place !== 'VRAEM' && place !== 'outside') districts.add(outcome)
      else if (target.month !== undefined) monthly.add(outcome)
      else outcomes.add(reportedAs(outcome, measures))
      outcomes.add(outcome)
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

const known = ({ terms, over = [] }: Formula, measures: LabModel['measures']): boolean =>
  [...terms, ...over].every(({ outcome }) => measures[outcome] !== undefined)

/** The outcome as an official survey reports it, where the model has such a measure. */
const reportedAs = (outcome: string, measures: LabModel['measures']): string =>
  measures[`${outcome}_reported`] ? `${outcome}_reported` : outcome

export interface PredictFrame {
  readonly pack: Pack
  readonly frame: Frame
  readonly model: LabModel
  readonly facts: unknown
  readonly parameters: readonly Parameter[]
}

/** Answers every target in order. `collector` gathered the first scenario of its plan under `selectionForTargets`. */
export function predictions(targets: readonly Target[], collector: Collector, context: PredictFrame): Prediction[] {
  const draws = collector.plan.draws.indices.slice(0, collector.count).map((index) => drawOf(index, collector, context))
  return targets.map((target): Prediction => {
    const formula = formulaOf(target, context.pack, context.frame)
    if (typeof formula === 'string') return { target, status: formula }
    const values = known(formula, context.model.measures)
      ? valuesOf(target, formula, collector, context, draws)
      : undefined
    return values === undefined
      ? { target, status: 'not modelled' }
      : { target, status: 'ok', quantiles: summarise(values) }
  })
}

/** What turns a true value into a reported one under one draw. */
interface Draw {
  readonly index: number
  readonly p: Readonly<Record<string, number>>
  /** Price level and soles for a dollar, by month. */
  readonly money: (month: number) => { readonly priceLevel: number; readonly exchangeRate: number }
}

function drawOf(index: number, { plan }: Collector, { model, facts, parameters }: PredictFrame): Draw {
  const card = plan.scenarios[0]?.card
  const p = drawValues(index, plan.draws.seed, parameters, model.switches, card?.model)
  const world = model.makeWorld(facts, p, card?.world ?? {}, runSeed(plan.draws.seed, index))
  const seen = new Map<number, { priceLevel: number; exchangeRate: number }>()
  const money = (month: number) => {
    const known = seen.get(month)
    if (known) return known
    const { priceLevel, exchangeRate } = world(month)
    seen.set(month, { priceLevel, exchangeRate })
    return { priceLevel, exchangeRate }
  }
  return { index, p, money }
}

/** Middle of 2024, whose soles outcomes are in. */
const MONEY_OF = 24 * 12 + 6

function valuesOf(
  target: Target,
  formula: Formula,
  collector: Collector,
  { model }: PredictFrame,
  draws: readonly Draw[],
): Float64Array | undefined {
  const { rule, terms, over, factor, money, extraSd } = formula
  const month = target.month === undefined ? undefined : (target.year - FIRST) * 12 + target.month - 1
  const sum = (all: readonly Term[], year: number) => total(all, year, month, collector, model.measures)
  const now = sum(terms, target.year)
  const before = rule.change && target.year > FIRST ? sum(terms, target.year - 1) : undefined
  const below = over && sum(over, target.year)
  if (now === undefined || (over && !below) || (rule.change && !before)) return undefined
  const surveyed =
    terms.every((term) => term.place === 'VRAEM') &&
    terms.some(({ outcome }) => reportedAs(outcome, model.measures) !== outcome)
  return Float64Array.from(draws, ({ index, p, money: moneyAt }, k) => {
    let value = now[k] as number
    if (before) value -= before[k] as number
    if (rule.change === 'relative') value = safe(value, before?.[k])
    if (below) value = safe(value, below[k])
    value *= factor
    if (rule.reported) value *= p[rule.reported] ?? 1
    if (money) {
      const day = moneyAt(month ?? (target.year - FIRST) * 12 + 6)
      const rate = money === 'USD' ? day.exchangeRate : 1
      value = (value * day.priceLevel) / moneyAt(MONEY_OF).priceLevel / rate
    }
    const report = surveyed ? 0 : typeof rule.sd === 'number' ? rule.sd : (p[rule.sd] ?? 0.08)
    const sd = Math.sqrt(report * report + extraSd * extraSd)
    if (sd === 0 || rule.change) return value
    const key = `report ${target.series}|${target.place}|${target.year}|${target.month ?? ''}`
    return value * exp(sd * inverseNormal(uniformFor(key, index, collector.plan.draws.seed)))
  })
}

const safe = (a: number, b: number | undefined): number => (b === undefined || b === 0 ? 0 : a / b)

function total(
  terms: readonly Term[],
  year: number,
  month: number | undefined,
  collector: Collector,
  measures: LabModel['measures'],
): Float64Array | undefined {
  if (year > LAST || terms.length === 0) return undefined
  const result = new Float64Array(collector.count)
  for (const { outcome, place, share } of terms) {
    const name = place === 'VRAEM' && month === undefined ? reportedAs(outcome, measures) : outcome
    const line = collector.cells.lines.find(
      (l: Line) =>
        l.outcome === name && l.place === place && l.monthly === (month !== undefined) && l.shownIn.includes('default'),
    )
    const at = line?.times.indexOf(month ?? year) ?? -1
    if (line === undefined || at < 0) return undefined
    const values = collector.values(0, line.offset + at)
    for (let k = 0; k < result.length; k++) result[k] = (result[k] as number) + share * (values[k] as number)
  }
  return result
}
