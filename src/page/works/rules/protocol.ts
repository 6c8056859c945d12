// What the page and the thread of the rule editor say to each other: plain data.
import type { Kernels } from '../../../engine/support.ts'
import type { Problem } from '../../../evidence/problem.ts'
import type { NamedRules } from '../../../lab/manifest.ts'
import type { Texts } from '../../../lab/rules/text.ts'
import type { ChangedCode } from '../../../web/index.ts'
import type { FormulaText } from '../packed.ts'

/** A line of a rule in symbols, with the unit of what it sets; empty where the compiler could not tell. */
export interface LiveFormula extends FormulaText {
  readonly line: number
  readonly unit: string
}

export interface LiveSymbols {
  readonly formulas: readonly LiveFormula[]
  readonly where: readonly { readonly about: string; readonly formulas: readonly FormulaText[] }[]
}

/** What is said of changed rules. */
export interface Checked {
  readonly problems: readonly Problem[]
  /** The rule looked at, in symbols; undefined where its file cannot be read. */
  readonly symbols: LiveSymbols | undefined
  /** Absent where there is a problem, or nothing is changed. */
  readonly rules?: { readonly code: ChangedCode; readonly named: NamedRules }
}

/** Changed files, and the rule that is looked at. */
export interface Question {
  readonly files: Texts
  readonly file: string
  readonly rule: string
}

export type Order =
  | { readonly kind: 'open'; readonly texts: Texts; readonly kernels: Kernels }
  | { readonly kind: 'check'; readonly id: number; readonly question: Question }

export interface Answer {
  readonly id: number
  readonly checked: Checked
}
