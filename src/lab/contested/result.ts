import type { Question, Unanswered } from './questions.ts'

/** What one side of a question would mean for one outcome. */
export interface SideFigures {
  readonly side: string
  /** Futures of the study that lie on it, and the draws behind them. */
  readonly futures: number
  readonly effective: number
  /** Too few draws to say anything: its figures count for nothing, and are null where there is none. */
  readonly few: boolean
  /** The package that is best on this side, where the direction of better is agreed; undefined with too few draws. */
  readonly preferred?: string
  /** What keeping to the package that is best over all futures would cost on this side, in the unit of the outcome. */
  readonly forgone?: number
  readonly packages: readonly {
    readonly name: string
    readonly level: number | null
    /** To the reference, the first package. */
    readonly difference: number | null
    /** Mean distance to the best package of each future; null where the direction is not agreed. */
    readonly regret: number | null
  }[]
}

/** A question and an outcome. */
export interface ContestedRow {
  readonly group: string
  readonly outcome: string
  readonly unit: string
  /** Largest move of an expected outcome from side to side, over packages; 0 where chance alone shows as much. */
  readonly effect: number
  /** The package that moves most. */
  readonly effect_package: string
  /** Pairs of packages that change places between two sides, their order clear on both. */
  readonly ranking_changes: number
  readonly turned: readonly {
    readonly better: string
    readonly worse: string
    readonly on: string
    readonly not_on: string
  }[]
  /** Value of knowing, in the unit; 0 where chance alone shows as much; null where it is not agreed whether more is better. */
  readonly evpi: number | null
  /** Of the value of knowing everything. */
  readonly share: number | null
  readonly effect_found: number
  readonly effect_floor: number
  readonly evpi_found: number | null
  readonly evpi_floor: number | null
  readonly sides: readonly SideFigures[]
}

/** What `contested` answers; plain data. */
export interface Contested {
  /** By value of knowing as a share, the largest first. */
  readonly groups: readonly ContestedRow[]
  readonly questions: readonly Question[]
  readonly unanswered: readonly Unanswered[]
  /** By outcome: the package that is best over all futures, and the value of knowing everything. */
  readonly outcomes: readonly {
    readonly outcome: string
    readonly en: string
    readonly es: string
    readonly unit: string
    readonly better: 'less' | 'more' | 'open'
    readonly how: 'last' | 'mean' | 'sum'
    readonly from: number
    readonly to: number
    readonly preferred: string | null
    readonly everything: number | null
  }[]
  readonly packages: readonly { readonly name: string; readonly en: string; readonly es: string }[]
  readonly futures: number
  /** Futures left out, as some package failed or gave no number there. */
  readonly failed: number
  /** Independent draws behind the futures. */
  readonly draws: number
  readonly shuffles: number
}
