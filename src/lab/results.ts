// The shapes of results that other programs rely on: what `run` and `compare` answer with --json, row by row.
import type { Manifest } from './manifest.ts'
import type { Marks } from './marks.ts'

/** Which districts the place `VRAEM` means; `default` is what each outcome declares. */
export type Scope = 'default' | 'A' | 'A+B' | 'all'
export const SCOPES: readonly Scope[] = ['default', 'A', 'A+B', 'all']

export interface Words {
  readonly en: string
  readonly es: string
}

/** A rule of policy as a reader is told it: "when the leaf price is below 6 …, then …". */
export interface RuleCard {
  readonly outcome: string
  readonly unit: string
  readonly side: 'below' | 'above'
  readonly threshold: number
  /** Months in a row. */
  readonly months: number
  /** What a figure covers. */
  readonly figure: 'month' | 'twelve months' | 'year'
  /** Months until a figure is known. */
  readonly delay: number
  /** First month in which it may act, as `2025-01`. */
  readonly start: string
  /** Months it stays in force; for good when absent. */
  readonly lasts?: number
  /** Values by lever and field. */
  readonly sets: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Ubigeos by lever, where the rule limits it to some. */
  readonly districts?: Readonly<Record<string, readonly string[]>>
}

/** What a reader needs to know of a scenario beside its numbers. */
export interface ScenarioCard {
  readonly name: string
  /** Of the resolved values: two scenarios with one hash are the same policy. */
  readonly hash: string
  readonly title: Words
  readonly about?: Words
  readonly from?: string
  readonly world: Readonly<Record<string, string>>
  readonly model: Readonly<Record<string, string>>
  /** First and last year that the scenario is about. */
  readonly span: { readonly from: number; readonly to: number }
  /** Only where the plan reacts to what is measured. */
  readonly rules?: readonly RuleCard[]
}

/** Over the draws of an ensemble. */
export interface Quantiles {
  readonly p05: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p95: number
  readonly mean: number
}

export interface OutcomeRow extends Quantiles {
  /** Name of an outcome; a part is written after a stroke: `deaths/civilian`. */
  readonly outcome: string
  readonly unit: string
  readonly year: number
  /** `VRAEM`, a ubigeo, the name of a coca zone, or `outside` for all coca zones but the valley. */
  readonly place: string
  /** Which districts `VRAEM` means here; `district` or `zone` for finer places. */
  readonly scope: string
}

export interface MonthlyRow extends Quantiles {
  readonly outcome: string
  /** As the outcome declares it; sums are of one month, not of a year. */
  readonly unit: string
  /** As `2015-09`. */
  readonly month: string
  readonly place: string
  readonly scope: string
}

/** Scenario less reference, draw by draw. */
export interface Difference {
  readonly p05: number
  readonly p50: number
  readonly p95: number
  /** Share of draws in which the scenario lies above, and below, the reference. */
  readonly above: number
  readonly below: number
  /** Median of the difference relative to the reference; 0 where the reference is nothing (under 1e-9). */
  readonly level: number
}

export interface CompareRow extends OutcomeRow {
  readonly scenario: string
  readonly difference: Difference
  /** To the reference under the same changed rules; only where a run compares changed rules with the model's own. */
  readonly within?: Difference
}

/** One outcome of the valley over the years a comparison is about. */
export interface PeriodRow extends Quantiles {
  readonly scenario: string
  readonly outcome: string
  readonly unit: string
  readonly place: string
  readonly scope: string
  readonly from: number
  readonly to: number
  /** `mean` of the years, `last` year (stocks at the end of a year), or `sum` over the years (unit without the year). */
  readonly how: 'mean' | 'last' | 'sum'
  readonly difference: Difference
  /** As in CompareRow. */
  readonly within?: Difference
}

export interface RunResult {
  readonly manifest: Manifest
  readonly scenario: ScenarioCard
  readonly outcomes: readonly OutcomeRow[]
  readonly monthly: readonly MonthlyRow[]
  readonly marks?: Marks
}

export interface CompareResult {
  readonly manifest: Manifest
  /** Name of the scenario that the others are compared with. */
  readonly reference: string
  readonly scenarios: readonly ScenarioCard[]
  readonly outcomes: readonly CompareRow[]
  readonly periods: readonly PeriodRow[]
  readonly marks?: Marks
}

/**
 * What `run --model` answers: outcomes and months of the scenario under the changed rules, each row of outcomes with its paired
 * difference to the same scenario under the model's own rules; periods of both.
 */
export interface ChangedRunResult extends CompareResult {
  readonly scenario: ScenarioCard
  readonly monthly: readonly MonthlyRow[]
}
