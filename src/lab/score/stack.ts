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

/** Forecasts of earlier origins, kept from one origin to the next: what was known then does not change. */
type Memory = Map<string, Predictive | undefined | Case>

/**
 * Weights for an origin: earlier origins in the information set are forecast by the members, and what came is known. Counted are
 * forecasts that two members or more could make.
 */
export function stackedAt(
  known: Known,
  rules: readonly Rule[],
  stacking: Stacking,
  memory: Memory = new Map(),
): Stacked {
  const year = known.origin + 1
  const able = rules.filter((rule) => !(attempt(() => rule.forecast(known, [year])) instanceof InputError))
  if (able.length === 0) throw tooShort(known.series, known.series.points.length + 1, 'and no member can forecast')
  const { leads = [1, 2, 3, 4, 5], fewest = 4 } = stacking
  const cases: Case[] = []
  for (const { year: origin } of known.series.points) {
    const targets = known.series.points.filter((point) => leads.includes(point.year - origin))
    if (targets.length === 0) continue
    const then = knownAt(origin, known.series, known.beside)
    for (const { year, y } of targets) {
      const key = JSON.stringify([origin, year, able.map(({ id }) => id)])
      const kept = memory.get(key) as Case | undefined
      const forecasts = kept?.forecasts ?? able.map((rule) => forecastOf(rule, then, year, memory))
      const one: Case = kept ?? { forecasts, y }
      memory.set(key, one)
      if (forecasts.filter((forecast) => forecast !== undefined).length > 1) cases.push(one)
    }
  }
  const equal = able.map(() => 1 / able.length)
  const weights = cases.length < fewest ? equal : learnWeights(cases, stacking)
  return { members: able.map(({ id }, k) => ({ rule: id, weight: weights[k] as number })), cases: cases.length }
}

/** Undefined where the rule cannot forecast this. */
function forecastOf(rule: Rule, then: Known, year: number, memory: Memory): Predictive | undefined {
  const key = JSON.stringify([rule.id, then.origin, year])
  if (!memory.has(key)) {
    const made = attempt(() => rule.forecast(then, [year]))
    memory.set(key, made instanceof InputError ? undefined : made[0])
  }
  return memory.get(key) as Predictive | undefined
}

/** The pool of the members under the weights of `stackedAt`. Throws an InputError where no member can forecast. */
export function stack(rules: readonly Rule[], stacking: Stacking): Forecaster {
  const memories = new Map<string, Memory>()
  return (known, years) => {
    // the same rules on another series learn anew
    const of = `${known.series.name}|${known.series.place}`
    const memory = memories.get(of) ?? new Map()
    memories.set(of, memory)
    const { members } = stackedAt(known, rules, stacking, memory)
    const parts = members.map(({ rule }) => rules.find(({ id }) => id === rule)?.forecast(known, years) ?? [])
    return years.map((_, k) =>
      pooled(
        parts.map((forecasts) => forecasts[k] as Predictive),
        members.map(({ weight }) => weight),
      ),
    )
  }
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
