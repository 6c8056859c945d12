// Shocks that no mechanism explains: standard normal numbers by month, free or held to what a year's shocks add up to.
import { drawsOf } from '../engine/draws.ts'
import { state } from './state.ts'

/** What is shaken. The word is the stream of the draws. */
export const SHAKEN = ['mood', 'border', 'price', 'zone'] as const
export type Shaken = (typeof SHAKEN)[number]

/** How a year's shock is named where it is given: `mood 2005`, `zone 3 2014` (zones count from 0). */
export const shockName = (what: Shaken, year: number, zone = 0): string =>
  what === 'zone' ? `zone ${zone} ${year}` : `${what} ${year}`

/** The shock of a month, standard normal. */
export type Shocks = (what: Shaken, month: number, zone?: number) => number

const YEAR = 12
const ROOT = Math.sqrt(YEAR)

/**
 * Shocks keyed by the seed. `given` holds yearly shocks by name: the sum of the twelve months over √12, standard normal too. The
 * months of such a year keep their differences and are shifted to that sum, which is how they are distributed when it is known:
 * a run with given shocks is a run like any other, and a state that is estimated through them is one that the model can reach.
 */
export function shocksOf(seed: number, given: Readonly<Record<string, number>> = {}): Shocks {
  const draws = drawsOf(state.streams)
  draws.seed = seed
  const free: Shocks = (what, month, zone = 0) => {
    draws.month = month
    return draws.normal(what, zone)
  }
  const shifts = new Map<string, number>()
  const shiftOf = (what: Shaken, year: number, zone: number): number => {
    const name = shockName(what, 2000 + year, zone)
    const known = shifts.get(name)
    if (known !== undefined) return known
    const sum = given[name]
    let shift = 0
    if (sum !== undefined) {
      for (let m = 0; m < YEAR; m++) shift -= free(what, year * YEAR + m, zone) / YEAR
      shift += sum / ROOT
    }
    shifts.set(name, shift)
    return shift
  }
  if (Object.keys(given).length === 0) return free
  return (what, month, zone = 0) => {
    const shift = shiftOf(what, Math.floor(month / YEAR), zone)
    return shift === 0 ? free(what, month, zone) : free(what, month, zone) + shift
  }
}
