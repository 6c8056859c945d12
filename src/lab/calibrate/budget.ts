// How much work a calibration may take: the whole one in two hours on two cores, the quick one in ten minutes.
import type { MatchingOptions } from './matching.ts'

export interface Budget {
  /** One household in so many is simulated: as the commands do, since a draw's chance is not the same at another size. */
  readonly sample: number
  /** Paths of the Morris screening. */
  readonly paths: number
  /** How many of the strongest unknowns the matching looks at; how it does; none in a quick fit. */
  readonly keep: number
  readonly matching?: Partial<MatchingOptions>
  /** How many the smoother fits. */
  readonly fitted: number
  /** Members of the smoother, the rounds in which they take in the data, and how many are kept. */
  readonly size: number
  readonly steps: number
  readonly kept: number
  /** Shocks that are estimated year by year. */
  readonly shocks: readonly string[]
}

export const WHOLE: Budget = {
  sample: 20,
  paths: 6,
  keep: 24,
  matching: { points: 160, seeds: 1, waves: 2, mostRuns: 160 },
  fitted: 90,
  size: 440,
  steps: 9,
  kept: 340,
  shocks: ['mood', 'border', 'price'],
}

export const QUICK: Budget = {
  sample: 20,
  paths: 2,
  keep: 24,
  fitted: 80,
  size: 200,
  steps: 5,
  kept: 160,
  shocks: ['mood', 'border', 'price'],
}
