// A scenario as its file states it (checked), and as the model runs it (resolved).
import type { Lever } from '../../system/levers.ts'
import type { ScenarioCard, Words } from '../results.ts'
import type { ReadableName } from '../rules-of-policy/readable.ts'

/** Months from January 2000 to December 2035. */
export const MONTHS = 432
export const FIRST = 2000
export const LAST = 2035

/** A district as a scenario may name it, in the order of the model's table. */
export interface DistrictName {
  readonly ubigeo: string
  readonly name: string
  readonly province: string
  readonly department: string
  /** In the area of direct intervention. */
  readonly direct: boolean
  /** In the coca monitoring zone. */
  readonly devida: boolean
}

/** A choice with named options, as the world and the switches of the model declare them. */
export interface Choice {
  readonly options: Readonly<Record<string, unknown>> | readonly string[]
  readonly default: string
  /** Not drawn: the default holds unless a scenario fixes another option. */
  readonly asked?: boolean
}

/** All words that a scenario may use. */
export interface Vocabulary {
  readonly levers: Readonly<Record<string, Lever>>
  readonly worldChoices: Readonly<Record<string, Choice>>
  readonly switches: Readonly<Record<string, Choice>>
  readonly districts: readonly DistrictName[]
}

export const optionsOf = (choice: Choice): string[] =>
  Array.isArray(choice.options) ? [...choice.options] : Object.keys(choice.options)

/** From this month on, until the next step. */
export interface Step<T> {
  readonly from: number
  readonly value: T
}

/** What a file says about one lever. */
export interface LeverOrder {
  /** Months [start, end) in which the order holds; before and after, what is inherited. */
  readonly start?: number
  readonly end?: number
  /** Sets every field to its value of no use, before `fields` are applied. */
  readonly none: boolean
  /** Values by field, dated; a step before `start` counts from `start`. */
  readonly fields: Readonly<Record<string, readonly Step<number>[]>>
  /** Ubigeos that the lever reaches, dated. */
  readonly districts?: readonly Step<readonly string[]>[]
}

/** When a rule of policy acts: a published figure of the valley on one side of a threshold. */
export interface Trigger {
  readonly outcome: ReadableName
  readonly side: 'below' | 'above'
  /** In the unit of the outcome. */
  readonly threshold: number
  /** Months in a row in which the figure known then lies there. */
  readonly months: number
  /** Months until a figure is known, 1 at the least. */
  readonly delay: number
}

/** "If the price falls below x, then y." */
export interface PolicyRule {
  readonly when: Trigger
  /** First month in which it may act; the first of the span when absent. */
  readonly start?: number
  /** Months for which it stays in force, counted anew while the trigger holds; for good when absent. */
  readonly lasts?: number
  readonly sets: Readonly<Record<string, LeverOrder>>
}

export interface Scenario {
  readonly name: string
  readonly file: string
  readonly title: Words
  readonly about?: Words
  readonly from?: string
  /** Line of `from`, for problems found when scenarios are put together. */
  readonly fromLine?: number
  readonly levers: Readonly<Record<string, LeverOrder>>
  /** Take the place of inherited ones; inherited when absent. */
  readonly rules?: readonly PolicyRule[]
  readonly world: Readonly<Record<string, string>>
  readonly model: Readonly<Record<string, string>>
  readonly span?: { readonly from: number; readonly to: number }
}

/** Lever values of every month; plain data that can be posted to a worker. */
export interface ResolvedLever {
  readonly fields: Readonly<Record<string, Float64Array>>
  /** By month, the place of the mask in `masks`. */
  readonly mask: Uint8Array
  /** 1 in the districts reached, else 0, in the order of the model's district table. */
  readonly masks: readonly Float64Array[]
}

/** What a rule sets while it is in force, over what the months have otherwise. */
export interface ResolvedRule {
  readonly when: Trigger
  readonly start: number
  readonly lasts: number
  /** `where` as a mask of districts, where the rule says so. */
  readonly sets: Readonly<
    Record<string, { readonly fields: Readonly<Record<string, number>>; readonly where?: Float64Array }>
  >
}

export interface Resolved {
  readonly card: ScenarioCard
  /** Runs under the changed rules of the run; under the model's own when absent. */
  readonly rules?: 'changed'
  readonly levers: Readonly<Record<string, ResolvedLever>>
  /** Rules of policy, later ones over earlier ones; absent where the plan is fixed. */
  readonly adaptive?: readonly ResolvedRule[]
}
