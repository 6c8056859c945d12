// What the model card and the TRACE notebook are written from: everything that is known of the model itself, as plain data.
import type { Coverage } from '../../evidence/ledger/coverage.ts'
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import type { Problem } from '../../evidence/problem.ts'
import type { MissMarks, SkillMarks } from '../../lab/marks.ts'
import type { Validated } from '../../lab/misses.ts'
import type { Pattern } from '../../lab/patterns/schema.ts'
import type { PosteriorManifest } from '../../lab/posterior.ts'
import type { Words } from '../../lab/results.ts'
import type { ScoreCard } from '../../lab/score/card.ts'
import type { LookRow } from '../../lab/score/looks.ts'
import type { Description } from '../description/description.ts'
import type { Change, Decision, TestFolder } from './project.ts'
import type { Recovered, StructureRow, Summary } from './read.ts'

/** The draws that commands use when nothing else is said. */
export type ShippedDraws =
  | { readonly kind: 'posterior'; readonly manifest: PosteriorManifest; readonly summary?: Summary }
  | { readonly kind: 'screened'; readonly count: number; readonly tried?: number; readonly note: Words }
  | { readonly kind: 'prior' }

export interface RegisteredForecast {
  readonly name: string
  readonly made: string
  readonly draws: Words
  readonly years: readonly [from: number, to: number]
  /** Outcomes of the model that it tells of. */
  readonly outcomes: number
}

export interface Account {
  readonly version: string
  /** SHA-256 of the model's texts, the data and the parameter table. */
  readonly hashes: { readonly model: string; readonly data: string; readonly parameters: string }
  readonly description: Description
  /** Names by ubigeo. */
  readonly districts: Readonly<Record<string, string>>
  /** Districts whose membership of the valley no document proves. */
  readonly unverified: number
  /** Names of series of the data package: those that `predict` answers, and those it calls "not modelled". */
  readonly series: { readonly covered: readonly string[]; readonly not: readonly string[] }
  readonly draws: ShippedDraws
  readonly skill: SkillMarks
  readonly card: ScoreCard
  readonly looks: readonly LookRow[]
  readonly misses: MissMarks
  readonly patterns: readonly Pattern[]
  readonly validated?: Validated
  /** Why a posterior, hindcasts or forecasts that are there cannot be used. */
  readonly refused: readonly Problem[]
  readonly recovered?: Recovered
  readonly structure?: readonly StructureRow[]
  readonly forecasts: readonly RegisteredForecast[]
  /** By lever, the parameters and switches of the mechanisms that read it. */
  readonly behind: Readonly<Record<string, readonly string[]>>
  readonly ledger: Ledger
  readonly coverage: Coverage
  readonly decisions: readonly Decision[]
  readonly changes: readonly Change[]
  readonly tests: readonly TestFolder[]
}
