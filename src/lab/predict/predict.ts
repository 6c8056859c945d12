// Quantiles for the rows of a targets file, from an ensemble of one scenario.
import type { Parameter } from '../../evidence/parameters.ts'
import { exp } from '../../language/std.ts'
import type { Selection } from '../cells.ts'
import { type Collector, summarise } from '../ensemble.ts'
import type { Frame, LabModel } from '../model.ts'
import { anchorOf } from './anchor.ts'
import type { Pack } from './districts.ts'
import { figure, ratio } from './figure.ts'
import { type Formula, formulaOf, type Target } from './formula.ts'
import { chance, type Draw, drawsOf, type Reader, readerOf, type Time } from './reading.ts'
import type { SeriesRule } from './series.ts'
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
    if (!last) for (const base of anchorOf(target, formula.rule, pack)?.base ?? []) keep(base, true)
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
    const values = answered(formula, context.model.measures)
      ? reported(target, formula, read, draws, context)
      : undefined
    return values === undefined
      ? { target, status: 'not modelled' }
      : { target, status: 'ok', quantiles: summarise(values) }
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
  const now = figure(formula, target, read, draws)
  const earlier = timeBefore(target, formula)
  const before = earlier && figure(formula, earlier, read, draws)
  if (now === undefined || (earlier && before === undefined)) return undefined
  const from = anchored(target, rule, read, draws, context)
  const key = `report ${target.series}|${target.place}|${target.year}|${target.month ?? ''}`
  return Float64Array.from(draws, (draw, k) => {
    // what a place means matters less where its own figures are known
    const extraSd = from?.own ? formula.extraSd / 2 : formula.extraSd
    const sd = Math.hypot(rule.sd === 'price_obs_sd' ? draw.p(rule.sd) : rule.sd, extraSd, from?.sd ?? 0)
    const error = sd === 0 ? 1 : exp(sd * (before ? Math.SQRT2 : 1) * chance(key, draw))
    let value = now[k] as number
    if (before && rule.change?.as === 'absolute') return factor * (value - (before[k] as number))
    if (before) return factor * (ratio(value * error, before[k] as number) - 1)
    if (rule.reported) value *= draw.p(rule.reported)
    if (rule.times) value *= draw.p(rule.times)
    value *= factor * error * (from ? (from.ratio[k] as number) : 1)
    return rule.factor === 100 ? Math.min(value, 100) : value
  })
}

/** So small a figure, in the unit of the series, says nothing of a ratio. */
const SMALL = 2

/** Observed over modelled in the last years observed, by draw, and what drifts from then on. */
function anchored(
  target: Target,
  rule: SeriesRule,
  read: Reader,
  draws: readonly Draw[],
  { pack, frame }: PredictFrame,
): { ratio: Float64Array; sd: number; own: boolean } | undefined {
  const anchor = anchorOf(target, rule, pack)
  if (anchor === undefined || rule.anchor === undefined) return undefined
  const modelled = new Float64Array(draws.length)
  for (const base of anchor.base) {
    const formula = formulaOf(base, pack, frame)
    const values = typeof formula === 'string' ? undefined : figure(formula, base, read, draws)
    if (typeof formula === 'string' || values === undefined) return undefined
    for (let k = 0; k < modelled.length; k++)
      modelled[k] = (modelled[k] as number) + formula.factor * (values[k] as number)
  }
  const small = SMALL * anchor.base.length
  return {
    ratio: modelled.map((value) => (anchor.observed + small) / (value + small)),
    sd: rule.anchor.drift * Math.sqrt(anchor.since),
    own: anchor.borrowed !== true,
  }
}
