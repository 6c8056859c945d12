// A stacked forecast as a rule: its weights are learnt inside the information set, from origins before its own.
import { InputError } from '../../evidence/problem.ts'
import { attempt } from './attempt.ts'
import { type Case, type Learning, learnWeights, pooled } from './pool.ts'
import type { Predictive } from './predictive.ts'
import { type Forecaster, type Known, knownAt, type Rule } from './rolling.ts'
import { tooShort } from './yearly.ts'

export interface Stacking extends Learning {
  /** Years ahead on which weights are learnt; 1 to 5 unless said. */
  readonly leads?: readonly number[]
  /** With fewer cases weights are equal; 4 unless said. */
  readonly fewest?: number
}

export interface Stacked {
  /** Members that could forecast, with their weights. */
  readonly members: readonly { readonly rule: string; readonly weight: number }[]
  /** Forecasts of earlier origins on which the weights were learnt. */
  readonly cases: number
}

/**
 * Weights for an origin: earlier origins in the information set are forecast by the members, and what came is known. Counted are
 * forecasts that two members or more could make.
 */
export function stackedAt(known: Known, rules: readonly Rule[], stacking: Stacking): Stacked {
  const year = known.origin + 1
  const able = rules.filter((rule) => !(attempt(() => rule.forecast(known, [year])) instanceof InputError))
  if (able.length === 0) throw tooShort(known.series, known.series.points.length + 1, 'and no member can forecast')
  const { leads = [1, 2, 3, 4, 5], fewest = 4 } = stacking
  const cases: Case[] = []
  for (const { year: origin } of known.series.points) {
    const targets = known.series.points.filter((point) => leads.includes(point.year - origin))
    if (targets.length === 0) continue
    const then = knownAt(origin, known.series, known.beside)
    const years = targets.map((target) => target.year)
    const made = able.map((rule) => attempt(() => rule.forecast(then, years)))
    targets.forEach(({ y }, k) => {
      const forecasts = made.map((list) => (list instanceof InputError ? undefined : list[k]))
      if (forecasts.filter((forecast) => forecast !== undefined).length > 1) cases.push({ forecasts, y })
    })
  }
  const equal = able.map(() => 1 / able.length)
  const weights = cases.length < fewest ? equal : learnWeights(cases, stacking)
  return { members: able.map(({ id }, k) => ({ rule: id, weight: weights[k] as number })), cases: cases.length }
}

/** The pool of the members under the weights of `stackedAt`. Throws an InputError where no member can forecast. */
export const stack =
  (rules: readonly Rule[], stacking: Stacking): Forecaster =>
  (known, years) => {
    const { members } = stackedAt(known, rules, stacking)
    const parts = members.map(({ rule }) => rules.find(({ id }) => id === rule)?.forecast(known, years) ?? [])
    return years.map((_, k) =>
      pooled(
        parts.map((forecasts) => forecasts[k] as Predictive),
        members.map(({ weight }) => weight),
      ),
    )
  }

/** Forecasts that were made elsewhere, such as the model's: each says up to which year it used data. */
export interface Made {
  readonly origin: number
  /** Year of the latest figure that anything in the forecast was fitted to or started from. */
  readonly until: number
  readonly forecasts: Readonly<Record<number, Predictive>>
}

/**
 * A forecaster out of forecasts made elsewhere. Throws an InputError at once for a forecast that used later data than its origin, and when
 * asked for an origin or a year that was not made.
 */
export function madeElsewhere(name: string, made: readonly Made[]): Forecaster {
  const late = made.filter(({ origin, until }) => until > origin)
  if (late.length > 0)
    throw new InputError(
      late.map(({ origin, until }) => ({
        code: 'looks-ahead',
        file: name,
        what: `the forecast from ${origin} used figures of ${until}`,
        expected: 'nothing later than its origin',
        todo: 'fit and start it on earlier figures',
      })),
    )
  const byOrigin = new Map(made.map((one) => [one.origin, one]))
  return ({ origin }, years) =>
    years.map((year) => {
      const forecast = byOrigin.get(origin)?.forecasts[year]
      if (forecast === undefined)
        throw new InputError([
          {
            code: 'not-made',
            file: name,
            what: `there is no forecast of ${year} from ${origin}`,
            expected: 'one for each year that is scored',
            todo: 'make it, or score fewer years',
          },
        ])
      return forecast
    })
}
