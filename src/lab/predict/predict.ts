// Quantiles for the rows of a targets file, from an ensemble of one scenario.
import type { Parameter } from '../../evidence/parameters.ts'
import { exp } from '../../language/std.ts'
import type { Selection } from '../cells.ts'
import { type Collector, summarise } from '../ensemble.ts'
import type { Frame, LabModel } from '../model.ts'
import { anchorOf } from './anchor.ts'
import { anchored, VALLEY } from './anchored.ts'
import type { Pack } from './districts.ts'
import { inDistrict } from './drift.ts'
import { figure, ratio } from './figure.ts'
import { type Formula, formulaOf, type Target } from './formula.ts'
import { chance, type Draw, drawsOf, type Reader, readerOf, type Time } from './reading.ts'
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
  const keep = (target: Target, last = false) => {
    const formula = formulaOf(target, pack, frame)
    if (typeof formula === 'string' || !answered(formula, measures)) return
    years.add(target.year)
    const earlier = timeBefore(target, formula)?.year
    if (earlier !== undefined) years.add(earlier)
    for (const term of everyTerm(formula)) {
      if (term.monthly) monthly.add(term.outcome)
      else (term.place === 'VRAEM' || term.place === 'outside' ? outcomes : districts).add(term.outcome)
    }
    const { anchor } = formula.rule
    if (last || anchor === undefined) return
    for (const base of anchorOf(target, formula.rule, pack)?.base ?? []) keep(base, true)
    if (anchor.drift === 'area' && formula.terms.every(inDistrict)) outcomes.add(VALLEY.outcome)
  }
  for (const target of targets) keep(target)
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
  /** What is known: forecasts start from the last figures in it, and nothing later is looked at. */
  readonly pack: Pack
  readonly frame: Frame
  readonly model: LabModel
  readonly facts: unknown
  readonly parameters: readonly Parameter[]
  /** Whether forecasts go on from the last figure (as unless said), or are what the model alone says. */
  readonly start?: 'last figure' | 'model'
}

/** Answers every target in order. `collector` gathered the first scenario of its plan under `selectionForTargets`. */
export function predictions(targets: readonly Target[], collector: Collector, context: PredictFrame): Prediction[] {
  const draws = drawsOf(collector, context)
  const read = readerOf(collector)
  return targets.map((target): Prediction => {
    const formula = formulaOf(target, context.pack, context.frame)
    if (typeof formula === 'string') return { target, status: formula }
    const values = answered(formula, context.model.measures)
      ? reported(target, formula, read, draws, context)
      : undefined
    return values === undefined
      ? { target, status: 'not modelled' }
      : { target, status: 'ok', unit: formula.unit, values, quantiles: summarise(values) }
  })
}

/** What a source would report, by draw. */
function reported(
  target: Target,
  formula: Formula,
  read: Reader,
  draws: readonly Draw[],
  context: PredictFrame,
): Float64Array | undefined {
  const { rule, factor } = formula
  const from = anchored(target, formula, read, draws, context)
  const now = figure(formula, target, read, from?.exact ? draws.map(exactly) : draws)
  const earlier = timeBefore(target, formula)
  const before = earlier && figure(formula, earlier, read, draws)
  if (now === undefined || (earlier && before === undefined)) return undefined
  const key = `report ${target.series}|${target.place}|${target.year}|${target.month ?? ''}`
  return Float64Array.from(draws, (draw, k) => {
    // what a place means matters less where its own figures are known
    const extraSd = from?.own ? formula.extraSd / (from.exact ? 4 : 2) : formula.extraSd
    const sd = Math.hypot(rule.sd === 'price_obs_sd' ? draw.p(rule.sd) : rule.sd, extraSd, from?.sd ?? 0)
    const error = sd === 0 ? 1 : exp(sd * (before ? Math.SQRT2 : 1) * chance(key, draw))
    let value = now[k] as number
    if (before && rule.change?.as === 'absolute') return factor * (value - (before[k] as number))
    if (before) return factor * (ratio(value * error, before[k] as number) - 1)
    if (rule.reported) value *= draw.p(rule.reported)
    if (rule.times) value *= draw.p(rule.times)
    const reported = from ? from.goOn(k, factor * value, error) : factor * value * error
    return rule.factor === 100 ? Math.min(reported, 100) : reported
  })
}

const exactly = (draw: Draw): Draw => ({ ...draw, exact: true })
