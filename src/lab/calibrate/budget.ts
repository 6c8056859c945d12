// How much work a calibration may take: the whole one in two hours on two cores, the quick one in ten minutes.
import type { MatchingOptions } from './matching.ts'

export interface Budget {
  /** One household in so many is simulated. */
  readonly sample: number
  /** Paths of the Morris screening; how many of its strongest unknowns the matching looks at. */
  readonly paths: number
  readonly keep: number
  /** How many the inversion fits. What is not fitted is noise to it, so these are most of those that do anything at all. */
  readonly fitted: number
  readonly matching: Partial<MatchingOptions>
  /** Members of the inversion, and the steps in which they take in the data. */
  readonly size: number
  readonly steps: number
  /** Shocks that are estimated year by year. */
  readonly shocks: readonly string[]
}

export const WHOLE: Budget = {
  sample: 50,
  paths: 12,
  keep: 28,
  fitted: 200,
  matching: { points: 300, seeds: 1, waves: 4, mostRuns: 300 },
  size: 400,
  steps: 14,
  shocks: ['mood', 'border', 'price'],
}

export const QUICK: Budget = {
  sample: 200,
  paths: 3,
  keep: 22,
  fitted: 140,
  matching: { points: 150, seeds: 1, waves: 1, mostRuns: 150 },
  size: 320,
  steps: 6,
  shocks: ['mood', 'border'],
}
