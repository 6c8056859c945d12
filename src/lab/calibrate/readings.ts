// What was observed of a state, one source a reading.

/** A state at one time: slow unknowns and district states as one vector of numbers. */
export type State = ArrayLike<number>

export interface Reading {
  /** Step of the model at which it was taken. */
  readonly time: number
  /** What the state says it should be, in the reading's unit (before any logarithm). */
  readonly of: (state: State) => number
  readonly value: number
  /** Of the source: on the ln scale when `scale` is 'ln'. Stated discrepancy belongs in it. */
  readonly sd: number
  readonly scale: 'plain' | 'ln'
  /** Two sources that disagree are two readings with their own errors; they are never averaged beforehand. */
  readonly source: string
  /**
   * How strongly the reading may touch each element of the state, 0 to 1: a district's reading should not move far districts by chance
   * correlations. All by 1 when left out.
   */
  readonly reach?: ArrayLike<number>
}

const SMALL = 1e-9

/** The reading on its scale. Throws RangeError for values that have no logarithm or sds that are not positive. */
export function scaledValue({ value, scale, sd, source, time }: Reading): number {
  if (!(sd > 0)) throw new RangeError(`the reading of ${source} at ${time} has no positive error`)
  if (scale === 'plain') return value
  if (!(value > 0)) throw new RangeError(`the reading of ${source} at ${time} is ${value}, which has no logarithm`)
  return Math.log(value)
}

/** What a state foretells, on the reading's scale. States at or under zero count as very small on the ln scale. */
export const foretold = ({ of, scale }: Reading, state: State): number =>
  scale === 'plain' ? of(state) : Math.log(Math.max(SMALL, of(state)))

/** ln density of the reading given a state. */
export function lnLikelihoodOf(reading: Reading, state: State): number {
  const z = (scaledValue(reading) - foretold(reading, state)) / reading.sd
  return -0.5 * z * z - Math.log(reading.sd) - 0.9189385332046727
}
