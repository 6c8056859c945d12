// What a rule of policy may look at: outcomes of the valley that are published, how often, and how late.
import type { OutcomeName } from '../../system/outcomes.ts'

export interface Readable {
  /** What stands in a figure: one month, the twelve months before, or a calendar year (its December for what is counted then). */
  readonly figure: 'month' | 'twelve months' | 'year'
  /** Months from the end of that time until the figure is known, at the least. */
  readonly delay: number
}

/**
 * Price monitoring, the coca survey, household surveys, police and army figures, the budget. Nothing that only the armed group or
 * traffickers know, and nothing that services of intelligence would have to tell. Delays are judgement, after the usual dates.
 */
// biome-ignore format: one line an outcome
export const readables = {
  deaths: { figure: 'twelve months', delay: 2 },
  displaced: { figure: 'twelve months', delay: 6 },
  household_income: { figure: 'year', delay: 5 },
  poverty_rate: { figure: 'year', delay: 5 },
  extreme_poverty_rate: { figure: 'year', delay: 5 },
  child_labour: { figure: 'year', delay: 6 },
  school_attendance: { figure: 'year', delay: 6 },
  undernutrition: { figure: 'year', delay: 6 },
  protests: { figure: 'twelve months', delay: 1 },
  forest_loss: { figure: 'year', delay: 6 },
  coca_area_reported: { figure: 'year', delay: 6 },
  leaf_price: { figure: 'month', delay: 3 },
  legal_crop_area: { figure: 'year', delay: 6 },
  eradicated: { figure: 'twelve months', delay: 2 },
  public_cost: { figure: 'twelve months', delay: 3 },
} as const satisfies Partial<Readonly<Record<OutcomeName, Readable>>>

export type ReadableName = keyof typeof readables
