import type { Diagnosis } from '../calibrate/emulator.ts'
import type { Input } from './inputs.ts'
import type { Index } from './sobol.ts'

export const METHODS = ['morris', 'sobol', 'curves'] as const
export type Method = (typeof METHODS)[number]

/** What was answered: an outcome under the reference, or what the package changes in it. */
export interface Answered {
  readonly outcome: string
  readonly what: 'level' | 'difference'
  readonly unit: string
  readonly how: 'last' | 'mean' | 'sum'
  readonly from: number
  readonly to: number
}

/** Inputs that belong together: a subsystem, or a contradiction of the ledger. */
export interface Grouping {
  readonly by: 'subsystem' | 'contested'
  readonly group: string
  /** Inputs. */
  readonly names: readonly string[]
}

export interface MorrisRow {
  readonly input: string
  /** Mean effect from one end of the range to the other, in the unit of the outcome; mean of its size; its spread. */
  readonly mu: number
  readonly mu_star: number
  readonly sigma: number
  /** Standard error of mu_star. */
  readonly error: number
  /** Size less two standard errors is above zero. */
  readonly clear: boolean
}

export interface GroupShare {
  readonly by: Grouping['by']
  readonly group: string
  /** Of the sum of squared effects. Contradictions overlap, so theirs need not add up to one. */
  readonly share: number
  /** Its strongest inputs. */
  readonly names: readonly string[]
}

export interface MorrisAnswer extends Answered {
  /** Standard deviation over all runs. */
  readonly spread: number
  /** By mu_star, the largest first. */
  readonly rows: readonly MorrisRow[]
  readonly groups: readonly GroupShare[]
}

export interface SobolRow {
  readonly input: string
  readonly first: Index
  readonly total: Index
}

export interface SobolAnswer extends Answered {
  readonly spread: number
  readonly on: 'model' | 'emulator'
  /** Of the emulator, each run predicted from the others: share of the variance it explains, and how well it knows its doubt. */
  readonly emulator?: Diagnosis & { readonly explained: number; readonly bad: boolean }
  readonly rows: readonly SobolRow[]
  readonly groups: readonly ({ readonly by: Grouping['by']; readonly group: string } & Omit<SobolRow, 'input'>)[]
}

export interface Curve {
  readonly input: string
  /** Draws behind each point; `at`: value of the parameter in its median draw, or option of the switch. */
  readonly points: readonly {
    readonly u: number
    readonly at: number | string
    readonly mean: number
    readonly p10: number
    readonly p90: number
  }[]
  /** Largest less smallest mean. */
  readonly swing: number
}

export interface CurvesAnswer extends Answered {
  /** By swing, the largest first. */
  readonly rows: readonly Curve[]
}

interface Common {
  readonly reference: string
  /** Absent: levels only. */
  readonly package?: string
  readonly range: 'prior' | 'posterior'
  readonly inputs: readonly Input[]
  /** How the inputs were chosen: all, named, or the strongest of a screening before. */
  readonly chosen: 'all' | 'named' | 'screened'
  readonly runs: number
  readonly sample: number
  readonly seed: number
  readonly hashes: { readonly data: string; readonly parameters: string; readonly model: string }
  readonly version: string
  readonly created: string
  /** Runs of all scenarios, in order. */
  readonly result: string
}

/** What `vraem sensitivity` answers; plain data. */
export type SensitivityResult = Common &
  (
    | { readonly method: 'morris'; readonly trajectories: number; readonly answers: readonly MorrisAnswer[] }
    | { readonly method: 'sobol'; readonly points: number; readonly answers: readonly SobolAnswer[] }
    | { readonly method: 'curves'; readonly draws: number; readonly answers: readonly CurvesAnswer[] }
  )
export type Made = Common
