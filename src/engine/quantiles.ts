// Exact quantiles and moments of small samples (the draws of an ensemble). All are NaN for an empty sample.

/** Quantile of sorted values by linear interpolation (type 7 of Hyndman and Fan); q from 0 to 1. */
export function quantile(sorted: ArrayLike<number>, q: number): number {
  const place = (sorted.length - 1) * Math.min(1, Math.max(0, q))
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[below + 1]
  const part = place - below
  // no interpolation on a value itself: it would turn an infinity into NaN
  return part === 0 || high === undefined || high === low ? low : low + part * (high - low)
}

/** Several quantiles of unsorted values, in the order of `qs`. One missing value (NaN) makes them all NaN. */
export function quantiles(values: ArrayLike<number>, qs: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort()
  const missing = Number.isNaN(sorted.at(-1))
  return qs.map((q) => (missing ? Number.NaN : quantile(sorted, q)))
}

/** Arithmetic mean, added up in the order given. */
export function mean(values: ArrayLike<number>): number {
  let total = 0
  for (let k = 0; k < values.length; k++) total += values[k] as number
  return total / values.length
}

/** Sample standard deviation (n − 1); 0 for a single value. */
export function deviation(values: ArrayLike<number>): number {
  const centre = mean(values)
  let squares = 0
  for (let k = 0; k < values.length; k++) squares += ((values[k] as number) - centre) ** 2
  return values.length === 0 ? Number.NaN : Math.sqrt(squares / Math.max(1, values.length - 1))
}
