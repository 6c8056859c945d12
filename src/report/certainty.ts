// How sure a difference is, in words that follow the share of simulations.
import type { Difference } from './input.ts'

export type Verdict = 'very likely' | 'likely' | 'not separable' | 'no change'

/** From this share of simulations on, a direction is called "very likely", and "likely". */
export const VERY_LIKELY = 0.9
export const LIKELY = 0.66
/** A difference below this part of the reference is called "no change", however sure its sign is. */
const NEGLIGIBLE = 0.005

/** Fewer simulations than this make poor bands and poor shares. */
export const FEW = 40

export interface Certainty {
  readonly verdict: Verdict
  /** Direction that more simulations take: 1 up, -1 down, 0 none. */
  readonly direction: -1 | 0 | 1
  /** Share of simulations that take it, 0 to 1. */
  readonly share: number
}

/**
 * `scale`: size of the outcome, to tell a change from none (1 for shares). `draws`: how many simulations there were; of few, the share
 * that decides the word is that of the rule of succession, so that two out of two are not yet "very likely".
 */
export function certaintyOf(difference: Difference, scale: number, draws: number): Certainty {
  const { p05, p50, p95, above, below } = difference
  if (p05 === 0 && p95 === 0 && p50 === 0 && above === 0 && below === 0)
    return { verdict: 'no change', direction: 0, share: 1 }
  const direction = above === below ? Math.sign(p50) : above > below ? 1 : -1
  const share = Math.max(above, below)
  const result = { direction: direction as -1 | 0 | 1, share }
  if (Math.max(Math.abs(p05), Math.abs(p95)) < NEGLIGIBLE * scale) return { ...result, verdict: 'no change' }
  const weighed = draws < FEW ? (share * draws + 1) / (draws + 2) : share
  if (weighed >= VERY_LIKELY) return { ...result, verdict: 'very likely' }
  return { ...result, verdict: weighed >= LIKELY ? 'likely' : 'not separable' }
}
