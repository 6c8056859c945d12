// What a difference between two policies rests on: the unknowns that move it most, and whether the past tells them.
import { along, type Ranked, ranksOf, unit, without } from './ranks.ts'

/**
 * 'prior-driven': most of what can be explained goes with unknowns that the past does not tell. 'not told': so few draws
 * single out no unknown.
 */
export type Basis = 'prior-driven' | 'informed by the past' | 'not told'

export interface Rests {
  readonly basis: Basis
  /** Shares of the variance of ranks over the draws that go with unknowns the past tells, and with unknowns it does not. */
  readonly past: number
  readonly prior: number
  /** Those singled out, the largest share first. */
  readonly unknowns: readonly { readonly name: string; readonly share: number; readonly identified: boolean }[]
  /** No unknown was singled out, and the past tells none of those that stand directly behind what differs between the policies. */
  readonly behind?: true
}

/** One answer in so many names an unknown that does nothing. */
const ERROR = 0.1
/** Fewer draws than this single out nothing. */
export const FEWEST = 20
/** Draws for each unknown that may be singled out, and the most of them. */
const EACH = 8
const MOST = 8

/**
 * Ranks the difference over the draws and singles out unknowns step by step: each time the one whose ranks go best with what
 * is left, as long as that is clearer than chance among all of them. `direct`: unknowns that stand directly behind what
 * differs between the two policies; half of the allowed error is theirs, and where nothing is singled out they decide.
 * Undefined where the difference is the same in every draw.
 */
export function restsOn(
  difference: Float64Array,
  unknowns: readonly Ranked[],
  identified: ReadonlySet<string>,
  direct: ReadonlySet<string> = new Set(),
): Rests | undefined {
  const ranks = ranksOf(difference)
  if (ranks === undefined) return undefined
  const found = singledOut(ranks, unknowns, direct)
  const shares = found.map(({ name, share }) => ({ name, share, identified: identified.has(name) }))
  const sum = (of: boolean): number =>
    shares.reduce((total, one) => (one.identified === of ? total + one.share : total), 0)
  const [past, prior] = [sum(true), sum(false)]
  const rests = { past, prior, unknowns: shares.sort((a, b) => b.share - a.share) }
  if (shares.length > 0) return { basis: prior >= past ? 'prior-driven' : 'informed by the past', ...rests }
  const behind = unknowns.filter(({ name }) => direct.has(name))
  if (behind.length > 0 && !behind.some(({ name }) => identified.has(name)))
    return { basis: 'prior-driven', ...rests, behind: true }
  return { basis: 'not told', ...rests }
}

function singledOut(
  ranks: Float64Array,
  unknowns: readonly Ranked[],
  direct: ReadonlySet<string>,
): { name: string; share: number }[] {
  const n = ranks.length
  if (n < FEWEST) return []
  const near = unknowns.filter(({ name }) => direct.has(name)).length
  const far = unknowns.length - near
  const both = near > 0 && far > 0 ? 2 : 1
  const found: { name: string; share: number }[] = []
  let left = ranks
  let columns = unknowns.map(({ name, ranks: direction }) => ({ name, direction }))
  for (let step = 0; step < Math.min(MOST, Math.floor(n / EACH)); step++) {
    let best: { name: string; direction: Float64Array; part: number; chance: number } | undefined
    const size = Math.sqrt(along(left, left))
    for (const { name, direction } of columns) {
      const part = along(left, direction)
      const chance = chanceOf(part / size, n, step) * both * (direct.has(name) ? near : far)
      if (
        best === undefined ||
        chance < best.chance ||
        (chance === best.chance && Math.abs(part) > Math.abs(best.part))
      )
        best = { name, direction, part, chance }
    }
    if (best === undefined || best.chance > ERROR) break
    const { name, direction, part } = best
    found.push({ name, share: part * part })
    left = without(left, direction)
    // what they share with the one found is explained already
    columns = columns.flatMap((one) => {
      const rest = one.name === name ? undefined : unit(without(one.direction, direction))
      return rest === undefined ? [] : [{ name: one.name, direction: rest }]
    })
  }
  return found
}

/** Chance of a correlation of this size where there is none, `given` others being held fixed (Fisher's z). */
function chanceOf(r: number, n: number, given: number): number {
  const z = Math.atanh(Math.min(Math.abs(r), 1 - 1e-12)) * Math.sqrt(n - 3 - given)
  return tail(z)
}

/** Chance that a standard normal number is farther from 0 than z (Abramowitz and Stegun 7.1.26): a page need not load more for it. */
function tail(z: number): number {
  const x = z / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return sum * Math.exp(-x * x)
}
