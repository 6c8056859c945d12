const STEPS = '▁▂▃▄▅▆▇█'

/** A row of blocks from the lowest value to the highest; level where all are the same. */
export function sparkline(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return values.map((v) => STEPS[high > low ? Math.round(((v - low) / (high - low)) * (STEPS.length - 1)) : 3]).join('')
}
