// What the model is, as plain data: read off its declarations, the headers of its mechanisms and the text of its rules.
import type { Effect } from '../../engine/model.ts'
import type { DataPackage } from '../../evidence/package.ts'
import type { Distribution } from '../../evidence/parameters.ts'
import type { model } from '../../system/model.ts'

/** What is described: the model, the texts of its files by path, and the data it runs on. */
export interface Described {
  readonly model: Omit<typeof model, 'mechanisms'> & { readonly mechanisms: (typeof model)['mechanisms'] }
  readonly texts: Readonly<Record<string, string>>
  readonly pack: DataPackage
}

export interface ColumnDescription {
  /** 'district.trust'; sums of household rules are 'sum.leafT'. */
  readonly name: string
  readonly unit: string
  readonly about: string
  readonly type: 'f32' | 'u8' | 'f64'
  readonly fixed: boolean
  /** Lives within one month. */
  readonly flow: boolean
  /** Ids of mechanisms. */
  readonly writtenBy: readonly string[]
  readonly readBy: readonly string[]
}
export interface EntityDescription {
  readonly name: 'household' | 'sum' | 'district' | 'zone' | 'mode' | 'valley'
  readonly about: string
  readonly columns: readonly ColumnDescription[]
}

export interface EquationDescription {
  /** For KaTeX. */
  readonly tex: string
  readonly text: string
}
/** A function of a rule file that rules of the file call. */
export interface FunctionDescription {
  readonly name: string
  readonly about: string
  readonly equations: readonly EquationDescription[]
}
export interface MechanismDescription {
  readonly id: string
  readonly file: string
  readonly kind: 'rule' | 'step'
  /** Rules only: every household each month, or the twelfth under review. */
  readonly when?: 'monthly' | 'review'
  /** The column that calls all households of a district to run it. */
  readonly again?: string
  readonly bookkeeping: boolean
  readonly subsystems: readonly string[]
  /** The comment before the rule or the step. */
  readonly about: string
  readonly says: string
  readonly ignores: string
  readonly claims: 'judgement' | readonly { readonly claim: string; readonly supports: string }[]
  readonly equations: readonly EquationDescription[]
  readonly functions: readonly FunctionDescription[]
  /** 'district.trust', 'lever.dialogue', 'world.rain'. */
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  readonly parameters: readonly string[]
  readonly streams: readonly string[]
  readonly switches: readonly string[]
  /** Looks at neighbouring districts. */
  readonly neighbours: boolean
  readonly effect: Effect
  /** What the stand-in says of itself; absent where nothing happens instead, empty where it says nothing. */
  readonly off?: string
}

/** A stretch of the month under one comment of the schedule. */
export interface StretchDescription {
  readonly says: string
  /** Ids, in order. */
  readonly mechanisms: readonly string[]
}
export interface StreamDescription {
  readonly name: string
  /** Ids of mechanisms, or paths of other files. */
  readonly usedBy: readonly string[]
}
export interface ParameterDescription {
  readonly name: string
  readonly unit: string
  readonly low: number
  readonly central: number
  readonly high: number
  readonly distribution: Distribution
  /** Ids of claims, or `['judgement']`. */
  readonly claims: readonly string[]
  readonly source: string
  /** Ids of mechanisms, or paths of other files. */
  readonly readBy: readonly string[]
}
export interface SeriesDescription {
  readonly name: string
  readonly units: readonly string[]
  readonly places: number
  readonly rows: number
  readonly years: readonly [number, number]
  readonly files: readonly string[]
}
export interface TableDescription {
  readonly path: string
  readonly title: string
  readonly rows: number
}

export interface Description {
  readonly scales: { readonly years: readonly [number, number]; readonly districts: number; readonly zones: number }
  readonly schedule: { readonly about: string; readonly stretches: readonly StretchDescription[] }
  readonly entities: readonly EntityDescription[]
  readonly mechanisms: readonly MechanismDescription[]
  readonly streams: readonly StreamDescription[]
  readonly parameters: readonly ParameterDescription[]
  readonly start: {
    readonly about: string
    /** Columns that get a value other than zero. */
    readonly columns: readonly string[]
    /** What makes the households, by file. */
    readonly households: readonly { readonly file: string; readonly name: string; readonly about: string }[]
  }
  readonly input: {
    readonly about: string
    readonly series: readonly SeriesDescription[]
    readonly tables: readonly TableDescription[]
    /** What the outside world sets each month: 'world.rain'. */
    readonly world: readonly { readonly name: string; readonly about: string; readonly readBy: readonly string[] }[]
  }
}
