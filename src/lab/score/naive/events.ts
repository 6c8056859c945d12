// Counts of events: a negative binomial around the recent mean.
import type { Predictive } from '../predictive.ts'
import type { Forecaster, Known } from '../rolling.ts'
import { tooShort, type Yearly } from '../yearly.ts'

const FEWEST = 3

/**
 * Every later year as the mean of the last `years` figures, half an event added to their sum so that zeros do not forbid events.
 * The extra variance, a part of the mean squared, is what the same rule missed one figure ahead beyond Poisson and beyond the
 * error of its mean; where it missed less, the forecast is Poisson. Needs three figures.
 */
export function recentCounts(years = 5): Forecaster {
  return ({ series }: Known, targets): Predictive[] => {
    if (series.points.length < FEWEST) throw tooShort(series, FEWEST)
    const mean = recentMean(series, series.points.length, years)
    const extra = extraVariance(series, years)
    const forecast: Predictive = extra > 0 ? { kind: 'counts', mean, size: 1 / extra } : { kind: 'counts', mean }
    return targets.map(() => forecast)
  }
}

/** Mean of the `years` figures before place `end`. */
function recentMean({ points }: Yearly, end: number, years: number): number {
  const recent = points.slice(Math.max(0, end - years), end)
  return (recent.reduce((sum, { value }) => sum + value, 0) + 0.5) / recent.length
}

function extraVariance(series: Yearly, years: number): number {
  let beyond = 0
  let squares = 0
  for (let k = 1; k < series.points.length; k++) {
    const mean = recentMean(series, k, years)
    const value = series.points[k]?.value as number
    const seen = Math.min(k, years)
    beyond += (value - mean) ** 2 - mean * (1 + 1 / seen)
    squares += mean * mean * (1 + 1 / seen)
  }
  return squares > 0 ? Math.max(0, beyond / squares) : 0
}
