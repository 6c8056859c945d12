// The section `counterfactual` of a pattern: runs that part from history in some January, and what is asked of a pair of them.
import { z } from 'zod'
import { band, month, names, span, year } from './bands.ts'

const dated = { start: month.optional(), end: month.optional() }

/** What a run has that history has not. */
const cause = z.strictObject({
  /** As in scenarios/*.yaml, over those of history; checked when the pattern is run. */
  levers: z.record(z.string(), z.unknown()).optional(),
  /** Options of rival mechanisms, as in scenarios/*.yaml. They hold from the first month on. */
  model: z.record(z.string(), z.string()).optional(),
  /** Figures of the outside world, multiplied and added to, from `start` (or the parting) to before `end`. */
  world: z
    .record(z.string(), z.strictObject({ times: z.number().optional(), add: z.number().optional(), ...dated }))
    .optional(),
  /** Values, or factors on the value of the draw, from the parting on. */
  parameters: z.record(z.string(), z.union([z.number(), z.strictObject({ times: z.number() })])).optional(),
})
export type Cause = z.infer<typeof cause>

/** What is asked of a run beside another: `against` names that one, history when absent. */
const ofPair = { run: z.string(), against: z.string().optional(), band }
const pairTest = z.discriminatedUnion('statistic', [
  /** Relative difference of the means over the years. */
  z.strictObject({ statistic: z.literal('relative'), outcome: names, years: span, ...ofPair }),
  /** Relative difference by month, its mean or its lowest month. */
  z.strictObject({
    statistic: z.literal('relative_months'),
    outcome: z.string(),
    months: z.tuple([month, month]),
    how: z.enum(['mean', 'lowest']),
    ...ofPair,
  }),
  /** Difference of the sums over the years, in the outcome's own unit. */
  z.strictObject({ statistic: z.literal('difference'), outcome: names, years: span, ...ofPair }),
  /** Ln ratio of the outcome in a year over the ln ratio of `by` in the mean of some years. */
  z.strictObject({ statistic: z.literal('elasticity'), outcome: names, year, by: z.string(), over: span, ...ofPair }),
  /** Fall of the outcome in a year for each unit more of `per` over some years. */
  z.strictObject({ statistic: z.literal('per_unit'), outcome: names, year, per: z.string(), over: span, ...ofPair }),
  /** What is left in year `to` of the difference in year `from`. */
  z.strictObject({ statistic: z.literal('kept'), outcome: names, from: year, to: year, ...ofPair }),
])
export type PairTest = z.infer<typeof pairTest>

export const counterfactual = z.strictObject({
  /** January in which all runs part from history. */
  from: year,
  /** Last year that is run. */
  until: year,
  runs: z.record(z.string().min(1), cause),
  tests: z.array(pairTest).min(1),
})
export type Counterfactual = z.infer<typeof counterfactual>
