// How far a coca area drifts from where its last figure and the model's growth put it, figure to figure: errors of both are in it.
// Measured on figures of 2012 to 2018 alone (docs/decisions/031).
import type { Term } from './terms.ts'

/** So few hectares say nothing of a ratio. */
export const SMALL = 2

/**
 * In ln (area + 2) after a year: `floor` for large places; of a place of `ha` hectares `grain` / √ha more; never above `most`.
 * `keeps`: part of a drift that is left a year later; jumps of small places do not add up for ever.
 */
interface Drift {
  readonly floor: number
  readonly grain: number
  readonly most: number
  readonly keeps: number
}
const VALLEY: Drift = { floor: 0.06, grain: 0, most: 0.06, keeps: 1 }
const DISTRICTS: Drift = { floor: 0.08, grain: 4, most: 1.5, keeps: 0.85 }
/** Crews come and go, so even middling areas jump. */
const ELSEWHERE: Drift = { floor: 0.05, grain: 10, most: 0.65, keeps: 0.85 }

/** Standard deviation after `since` years, in ln (area + 2). */
export function driftOfArea(terms: readonly Term[], ha: number, since: number): number {
  const { floor, grain, most, keeps } = terms.every(({ place }) => place === 'VRAEM')
    ? VALLEY
    : terms.every(inDistrict)
      ? DISTRICTS
      : ELSEWHERE
  return Math.min(most, Math.hypot(floor, grain / Math.sqrt(ha + 5))) * after(since, keeps)
}

/** What yearly shocks of size one add up to, each fading: √years where nothing fades. */
export function after(years: number, keeps: number): number {
  let variance = 0
  for (let left = 1, k = 0; k < years; k++, left *= keeps * keeps) variance += left
  return Math.sqrt(variance)
}

/** A term about a district of the valley. */
export const inDistrict = ({ place }: Term): boolean => /^\d/.test(place)

/**
 * Part of a district's growth that is its own; the rest is the valley's. In 2014–2018 the model's own growth of a district told
 * no more than the valley's, and a sample of households makes it noisy.
 */
export const OWN_GROWTH = 0.3
