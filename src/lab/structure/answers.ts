// What packages do against the baseline, draw by draw, as far as a swap may change the answer.
import { mean, quantile } from '../../engine/quantiles.ts'
import type { Cells, Line } from '../cells.ts'

/** Values of each run by its name, in one draw. */
export type DrawOfRuns = ReadonlyMap<string, Float64Array>

/** Package and outcome: differences to the baseline in each draw; over the last year for stocks, else the mean of the years. */
export interface Answer {
  readonly package: string
  readonly outcome: string
  readonly differences: Float64Array
}

/** All answers. Throws RangeError for an outcome that the runs did not keep. */
export function answersIn(
  cells: Cells,
  draws: readonly DrawOfRuns[],
  {
    baseline,
    packages,
    outcomes,
    years,
  }: {
    readonly baseline: string
    readonly packages: readonly string[]
    readonly outcomes: readonly string[]
    readonly years: readonly [number, number]
  },
): Answer[] {
  const figureOf = (runs: DrawOfRuns, run: string, line: Line): number => {
    const values = runs.get(run)
    if (values === undefined) throw new RangeError(`there is no run ${run}`)
    const asked = line.times.flatMap((time, k) =>
      (line.year === 'december' ? time === years[1] : time >= years[0] && time <= years[1]) ? [line.offset + k] : [],
    )
    return mean(asked.map((cell) => values[cell] as number))
  }
  return packages.flatMap((name) =>
    outcomes.map((outcome) => {
      const line = cells.lines.find((one) => one.outcome === outcome && !one.monthly && one.shownIn.includes('default'))
      if (line === undefined) throw new RangeError(`the runs did not keep ${outcome}`)
      const differences = Float64Array.from(
        draws,
        (runs) => figureOf(runs, name, line) - figureOf(runs, baseline, line),
      )
      return { package: name, outcome, differences }
    }),
  )
}

/** Share of draws from which an answer counts as given. */
export const GIVEN = 0.8
/** Share of draws below which it is open again, so that a few draws more or less turn nothing. */
export const OPEN = 0.65

/** How many answers are given: most draws lie on one side. */
export const givenIn = (answers: readonly Answer[]): number =>
  answers.filter(({ differences }) => shareOn(differences, sideOf(differences) || 1) >= GIVEN).length

export interface Turned {
  readonly package: string
  readonly outcome: string
  /** Median differences, in the unit of the outcome. */
  readonly base: number
  readonly swapped: number
  /** Share of draws on the side of the base. */
  readonly from: number
  readonly to: number
  /** The other sign is the likelier one now, or no sign is. */
  readonly how: 'turned' | 'open'
}

/** Answers that the base gives and the swap does not: both lists in the same order. */
export function turnedAnswers(base: readonly Answer[], swapped: readonly Answer[]): Turned[] {
  return base.flatMap((answer, k) => {
    const other = swapped[k] as Answer
    const sign = sideOf(answer.differences)
    const from = shareOn(answer.differences, sign)
    const to = shareOn(other.differences, sign)
    if (sign === 0 || from < GIVEN || to >= OPEN) return []
    const how = shareOn(other.differences, -sign) >= OPEN ? 'turned' : 'open'
    return [
      {
        package: answer.package,
        outcome: answer.outcome,
        base: median(answer.differences),
        swapped: median(other.differences),
        from,
        to,
        how,
      },
    ]
  })
}

/** Packages that the base puts in an order, by outcome, and the swap in the other one. */
export function turnedRanks(
  base: readonly Answer[],
  swapped: readonly Answer[],
): { outcome: string; lower: string; higher: string; from: number; to: number }[] {
  return base.flatMap((a, i) =>
    base.flatMap((b, j) => {
      if (a.outcome !== b.outcome || a.package === b.package) return []
      const before = shareBelow(a.differences, b.differences)
      const after = shareBelow((swapped[i] as Answer).differences, (swapped[j] as Answer).differences)
      const back = shareBelow((swapped[j] as Answer).differences, (swapped[i] as Answer).differences)
      if (before < GIVEN || back < OPEN) return []
      return [{ outcome: a.outcome, lower: a.package, higher: b.package, from: before, to: after }]
    }),
  )
}

export const median = (values: Float64Array): number => quantile(values.slice().sort(), 0.5)

/** 1 where more draws are above zero than below, −1 the other way round, 0 at a tie. */
function sideOf(values: Float64Array): number {
  return Math.sign(shareOn(values, 1) - shareOn(values, -1))
}
const shareOn = (values: Float64Array, sign: number): number =>
  values.filter((value) => Math.sign(value) === sign).length / values.length
const shareBelow = (a: Float64Array, b: Float64Array): number =>
  a.filter((value, k) => value < (b[k] as number)).length / a.length
