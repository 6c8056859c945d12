// Last value, drift and damped trend.
import type { Forecaster, Known } from '../rolling.ts'
import { lastOf, tooShort, type YearPoint } from '../yearly.ts'
import { follow, type GivenSpread, type PathRule } from './walk.ts'

/** The window over which a change is measured: the last so many years, the years since one, or all. */
export type Window = { readonly years: number } | { readonly from: number } | 'all'

export interface TrendOptions {
  /** Standard deviation by lead and years of the window; learnt from the rule's own misses unless given. */
  readonly spread?: (ahead: number, window: number) => number
}

const stay: PathRule = ({ series }) => {
  const { y } = lastOf(series)
  return (ahead) => ({ mean: y, variance: ahead })
}

/** The last figure, whatever its year; variance grows with the years since. */
export const lastValue = (options: { spread?: GivenSpread } = {}): Forecaster => {
  const { spread } = options
  return follow(stay, spread && (() => spread))
}

/**
 * The last figure and the mean change a year over the window. Its first figure is the one nearest to the window's first year,
 * the earlier one where two are as near. The error of the mean change, a year's variance over the window's years, is in the band.
 */
export const drift = (window: Window, options: TrendOptions = {}): Forecaster => damped(window, 1, options)

/** As `drift`, but each year's change is phi times the one before, the first included: L + b (φ + φ² + …). phi 1 is drift. */
export function damped(window: Window, phi: number, { spread }: TrendOptions = {}): Forecaster {
  return (known, years) => {
    const span = lastOf(known.series).year - startOf(known, window).year
    const earlier = window === 'all' ? window : { years: span }
    const given = spread && (() => (ahead: number) => spread(ahead, span))
    return follow(trendFrom(window, phi), given, trendFrom(earlier, phi))(known, years)
  }
}

const trendFrom =
  (window: Window, phi: number): PathRule =>
  (known) => {
    const first = startOf(known, window)
    const last = lastOf(known.series)
    const span = last.year - first.year
    const change = (last.y - first.y) / span
    return (ahead) => {
      let steps = 0
      for (let k = 1; k <= ahead; k++) steps += phi ** k
      return { mean: last.y + change * steps, variance: ahead + (steps * steps) / span }
    }
  }

/** The figure with which the window begins. */
function startOf({ series }: Known, window: Window): YearPoint {
  const last = lastOf(series)
  const before = series.points.slice(0, -1)
  const wanted = window === 'all' ? -Infinity : 'years' in window ? last.year - window.years : window.from
  if ((window !== 'all' && last.year <= wanted) || before.length === 0)
    throw tooShort(series, 2, window === 'all' ? '' : `since ${wanted}`)
  let best = before[0] as YearPoint
  for (const point of before) if (Math.abs(point.year - wanted) < Math.abs(best.year - wanted)) best = point
  // a window that reaches back far beyond the first figure is another rule
  if (window !== 'all' && last.year - best.year < (last.year - wanted) / 2)
    throw tooShort(series, series.points.length + 1, `with too short a reach for a window from ${wanted}`)
  return best
}
