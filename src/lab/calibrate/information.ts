// What a calibration may know: facts up to a year, no input echoes, nothing blind, and flat priors where later facts crept in.
import type { DataPackage } from '../../evidence/package.ts'
import type { Parameter } from '../../evidence/parameters.ts'
import type { Point } from '../../evidence/series.ts'
import { type Pattern, yearsOf } from '../patterns/schema.ts'

/** Calibration knows facts dated in this year or earlier; later ones are the hold-out. */
export const CUT = 2018

/** Numbers of patterns that are shown and never counted. */
const BLIND = [13, 33, 35]

/**
 * Parameters whose ranges or shapes were set with facts later than 2018 in mind: any claim on the hold-out uses them flat over
 * their whole range.
 */
export const CONTAMINATED: readonly string[] = [
  'leaf_demand_elasticity',
  'price_adjust_speed',
  'price_cv_coca',
  'seasonal_labour_elasticity',
  'outside_growth_response',
  'erad_access_exponent',
  'protest_stops_eradication',
]

/** The parameters with flat priors in place of the contaminated ones. */
export const withFlatPriors = (parameters: readonly Parameter[]): Parameter[] =>
  parameters.map((parameter) =>
    CONTAMINATED.includes(parameter.name) ? { ...parameter, distribution: 'uniform' } : parameter,
  )

export interface Knowledge {
  /** The last year whose facts are known. */
  readonly until: number
  /** Years held out as a whole: a shock to be foretold. */
  readonly without?: readonly number[]
  /** Ubigeos held out as a whole. */
  readonly withoutDistricts?: readonly string[]
}

/** The data package without what is not known: what is built from it cannot look further. */
export function known(pack: DataPackage, { until, without = [], withoutDistricts = [] }: Knowledge): DataPackage {
  const observations = pack.observations.filter(
    ({ year, placeId }) => year <= until && !without.includes(year) && !withoutDistricts.includes(placeId ?? ''),
  )
  return { ...pack, observations }
}

/** Patterns that may be fitted: role C, answered by a run of history, all of whose years are known. */
export function fittedPatterns(patterns: readonly Pattern[], { until, without = [] }: Knowledge): Pattern[] {
  return patterns.filter(({ role, answer, number, tests }) => {
    const years = tests.flatMap(yearsOf)
    const seen = years.every((year) => year <= until && !without.includes(year))
    return role === 'C' && answer === 'history' && seen && !BLIND.includes(number)
  })
}

/** Why a figure may not be fitted: it set a prior (input echo) or is blind. Undefined when it may. */
export function barred(point: Pick<Point, 'series' | 'year'>, patterns: readonly Pattern[]): string | undefined {
  for (const { id, role, observations = [], tests } of patterns) {
    if (role !== 'I' && role !== 'B') continue
    if (!observations.includes(point.series)) continue
    const years = tests.flatMap(yearsOf)
    if (years.length > 0 && (point.year < Math.min(...years) || point.year > Math.max(...years))) continue
    return role === 'I' ? `input echo of pattern ${id}` : `pattern ${id} is blind`
  }
  return undefined
}
