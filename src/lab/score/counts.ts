// The negative binomial distribution by mean and size; the Poisson distribution where there is no size.
export interface Counts {
  readonly mean: number
  readonly size?: number
}

/** ln of the chance of 0, and what the next count adds to it. In logarithms, so that large means do not vanish. */
const firstLog = ({ mean, size }: Counts): number =>
  size === undefined ? -mean : size * Math.log(size / (size + mean))
const stepLog = ({ mean, size }: Counts, k: number): number =>
  size === undefined ? Math.log(mean / (k + 1)) : Math.log(((k + size) / (k + 1)) * (mean / (size + mean)))

/** ln of the chance of exactly y; −∞ where y is no count. */
export function countLogChance(counts: Counts, y: number): number {
  if (!Number.isInteger(y) || y < 0) return -Infinity
  if (counts.mean === 0) return y === 0 ? 0 : -Infinity
  let log = firstLog(counts)
  for (let k = 0; k < y; k++) log += stepLog(counts, k)
  return log
}

/** Chances of at most 0, 1, 2 … until next to nothing is left. */
export function* cumulated(counts: Counts): Generator<number> {
  let log = firstLog(counts)
  let sum = 0
  for (let k = 0; counts.mean > 0; k++) {
    sum += Math.exp(log)
    yield Math.min(1, sum)
    if (k > counts.mean && 1 - sum < 1e-13) return
    // rounding may leave the sum short of 1: the tail falls, so a vanishing term ends it
    if (k > counts.mean && log < -60) return
    log += stepLog(counts, k)
  }
  yield 1
}

/** Chance of at most x. */
export function countCdf(counts: Counts, x: number): number {
  if (x < 0) return 0
  let k = 0
  for (const chance of cumulated(counts)) if (k++ >= x) return chance
  return 1
}

/** Smallest count whose cumulated chance reaches q. */
export function countQuantile(counts: Counts, q: number): number {
  let k = 0
  for (const chance of cumulated(counts)) {
    if (chance >= q) return k
    k += 1
  }
  return k
}

/** CRPS: the area between the distribution function and the step at y. */
export function countCrps(counts: Counts, y: number): number {
  let total = Math.max(0, -y)
  let k = 0
  let chance = 0
  for (chance of cumulated(counts)) {
    const before = Math.min(1, Math.max(0, y - k))
    total += before * chance ** 2 + (1 - before) * (1 - chance) ** 2
    k += 1
  }
  return total + Math.max(0, y - k)
}
