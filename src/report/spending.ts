// What each lever costs in each package, from the parts of the public cost.
import type { CompareResult } from '../lab/results.ts'
import type { LeverCost } from './input.ts'

const PART = 'public_cost/'

/** Mean of a year over the span, soles of 2024, by scenario and lever. */
export const leverCosts = ({ periods }: Pick<CompareResult, 'periods'>): LeverCost[] =>
  periods
    .filter(({ outcome, how }) => outcome.startsWith(PART) && how === 'mean')
    .map(({ scenario, outcome, p05, p50, p95 }) => ({ scenario, lever: outcome.slice(PART.length), p05, p50, p95 }))
