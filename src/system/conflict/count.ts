import { exp, log } from '../../language/std.ts'

/**
 * Inverse of the negative binomial distribution: the count whose cumulative probability first reaches u. Monotone in the mean,
 * so the same u under two policies gives counts that differ only because the means differ.
 * mean >= 0; k > 0 (small k: lumpy).
 */
export function negativeBinomial(mean: number, k: number, u: number): number {
  if (!(mean > 1e-9)) return 0
  const share = mean / (mean + k)
  let term = exp(-k * log(1 + mean / k))
  let below = term
  let count = 0
  while (below < u && count < 200) {
    count += 1
    term *= (share * (k + count - 1)) / count
    below += term
  }
  return count
}

/** Inverse of a discrete power law on 1 … most with the given exponent (> 1). */
export function powerLaw(exponent: number, most: number, u: number): number {
  let total = 0
  for (let n = 1; n <= most; n++) total += exp(-exponent * log(n))
  let below = 0
  for (let n = 1; n < most; n++) {
    below += exp(-exponent * log(n)) / total
    if (below >= u) return n
  }
  return most
}
