// The model's description as the page reads it.
import type { Parameter } from '../../evidence/parameters.ts'
import type { Marks } from '../../lab/marks.ts'
import type { Identification } from '../../lab/rests/known.ts'
import type { Words } from '../../report/input.ts'

export interface FormulaText {
  /** MathML. */
  readonly math: string
  readonly text: string
}
export interface QuantityText {
  readonly id: string
  readonly unit: string
  readonly about: Words
}
export interface PackedMechanism {
  readonly id: string
  readonly room: string
  readonly name: Words
  readonly says: Words
  readonly ignores: Words
  readonly about: string
  readonly who: Words
  readonly file: string
  /** Name of its household rule, which the page can compile from changed text; absent of other mechanisms. */
  readonly rule?: string
  readonly bookkeeping: boolean
  /** Claims cited; 0 where it rests on judgement alone. */
  readonly claims: number
  readonly formulas: readonly FormulaText[]
  readonly where: readonly { readonly about: string; readonly formulas: readonly FormulaText[] }[]
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  readonly parameters: readonly string[]
  readonly switches: readonly string[]
  readonly off: Words
  /** Ids of patterns that look at what it writes, or cite a claim that it cites. */
  readonly patterns: readonly string[]
}
export interface PackedParameter extends Omit<Parameter, 'claims' | 'line'> {
  readonly claims: number
  /** Heights from low to high, the highest 100: the prior, and the draws that the page runs. */
  readonly prior: readonly number[]
  readonly drawn: readonly number[]
  /** 5 %, median and 95 % of those draws. */
  readonly after: readonly [low: number, middle: number, high: number]
  /** What calibration tells of it. */
  readonly told: 'identified' | 'open' | 'not fitted' | 'not calibrated'
  /** Ids of mechanisms. */
  readonly readBy: readonly string[]
  /** Something else in the model reads it: the start, the levers, the budget. */
  readonly readElsewhere: boolean
}
export interface PackedPattern {
  readonly id: string
  readonly said: Words
  readonly role: string
  readonly source: string
  readonly outcomes: readonly string[]
  readonly mechanisms: readonly string[]
  readonly status: string
  /** Share of simulations that meet every test. */
  readonly share?: number
  /** Why it is missed, and the mechanism that makes it so. */
  readonly reason?: Words
  readonly mechanism?: string
  readonly from: number
  readonly to: number
}
export interface PackedEdge {
  readonly from: string
  readonly to: string
  readonly through: readonly string[]
  readonly when: 'same month' | 'next month'
}
export interface PackedLever {
  readonly id: string
  readonly group: string
  readonly name: Words
  readonly about: Words
  readonly readBy: readonly string[]
  readonly fields: readonly {
    readonly name: string
    readonly unit: string
    readonly low: number
    readonly high: number
    readonly said: Words
  }[]
}
export interface PackedOutcome {
  readonly id: string
  readonly name: Words
  readonly about: Words
  /** Mechanisms that write what it is read from. */
  readonly madeBy: readonly string[]
  /** Subjects of the ledger that speak of it. */
  readonly said: readonly { readonly id: string; readonly label: Words }[]
}
export interface PackedModel {
  readonly mechanisms: readonly PackedMechanism[]
  readonly edges: readonly PackedEdge[]
  readonly quantities: readonly QuantityText[]
  readonly parameters: readonly PackedParameter[]
  readonly patterns: readonly PackedPattern[]
  readonly levers: readonly PackedLever[]
  readonly outcomes: readonly PackedOutcome[]
  readonly switches: readonly {
    readonly id: string
    readonly name: Words
    readonly about: string
    readonly options: readonly string[]
  }[]
  readonly stretches: readonly { readonly says: string; readonly mechanisms: readonly string[] }[]
  readonly scales: { readonly years: readonly [number, number]; readonly districts: number; readonly zones: number }
  readonly facts: PackedFacts
}
/** What the limits and the way to cite say. */
export interface PackedFacts {
  readonly version: string
  readonly title: string
  readonly authors: readonly string[]
  readonly licence: string
  readonly data: string
  readonly model: string
  readonly draws: Words
  readonly marks: Marks
  readonly identification?: Identification
  readonly unverified: number
  readonly districts: number
  readonly judgement: number
  readonly parameters: number
  readonly unused: number
  readonly claims: number
  readonly openContradictions: number
  readonly contradictions: number
  /** The run that tried the patterns. */
  readonly tried?: { readonly draws: number; readonly sample: number; readonly date: string; readonly current: boolean }
}
