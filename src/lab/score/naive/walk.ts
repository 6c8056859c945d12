// What the naive rules share: a middle path, how its variance grows, and a spread learnt from the rule's own earlier misses.
import { InputError } from '../../../evidence/problem.ts'
import { attempt } from '../attempt.ts'
import type { Predictive } from '../predictive.ts'
import type { Forecaster, Known } from '../rolling.ts'
import { knownAt } from '../rolling.ts'
import { lastOf, tooShort, type Yearly } from '../yearly.ts'

/** A rule's path from what is known: the middle `ahead` years after the last figure, and the variance there in units of one year's. */
export type Path = (ahead: number) => { readonly mean: number; readonly variance: number }
export type PathRule = (known: Known) => Path

/** Standard deviation `ahead` years after the last figure, where it is given and not learnt. */
export type GivenSpread = (ahead: number) => number

/** Fewer misses of its own than this, and a rule does not know its spread. */
export const FEWEST_MISSES = 3
/** No spread is smaller: half a percent on the ln scale, on others half a percent of the size or of one. */
const LEAST = 0.005

/**
 * Forecasts that follow the path. The yearly spread is the root mean square of the rule's own misses of the next figure from
 * every earlier origin in the information set, each divided by the root of the variance its distance has; n misses give a Student
 * distribution with n degrees of freedom. A given spread makes a normal distribution instead.
 * `later(known)` is the rule to try at earlier origins (itself unless said). Throws an InputError where misses are too few.
 */
export function follow(rule: PathRule, given?: (known: Known) => GivenSpread, earlier: PathRule = rule): Forecaster {
  return (known, years) => {
    const { year: last } = lastOf(known.series)
    const path = rule(known)
    const spread = given?.(known)
    const learnt = spread ? undefined : learntSpread(earlier, known)
    return years.map((year): Predictive => {
      const { mean, variance } = path(year - last)
      if (spread) return { kind: 'normal', mean, sd: spread(year - last) }
      const { sd, misses } = learnt as { sd: number; misses: number }
      return { kind: 'student', mean, scale: sd * Math.sqrt(variance), df: misses }
    })
  }
}

/** Yearly standard deviation from the rule's own misses one figure ahead. */
export function learntSpread(rule: PathRule, known: Known): { sd: number; misses: number } {
  const { points } = known.series
  let squares = 0
  let misses = 0
  for (let k = 0; k + 1 < points.length; k++) {
    const [from, to] = [points[k], points[k + 1]] as [Yearly['points'][number], Yearly['points'][number]]
    const path = attempt(() => rule(knownAt(from.year, known.series, known.beside)))
    if (path instanceof InputError) continue
    const { mean, variance } = path(to.year - from.year)
    squares += (to.y - mean) ** 2 / variance
    misses += 1
  }
  if (misses < FEWEST_MISSES)
    throw tooShort(known.series, points.length + FEWEST_MISSES - misses, `give ${misses} misses to learn a spread from`)
  return { sd: Math.max(Math.sqrt(squares / misses), leastSpread(known.series)), misses }
}

function leastSpread({ scale, points }: Yearly): number {
  if (scale === 'ln' || scale === 'shifted ln') return LEAST
  const size = points.reduce((sum, { y }) => sum + Math.abs(y), 0) / points.length
  return LEAST * (size || 1)
}
