import type { Confidence } from '../series.ts'
import type { Period } from './period.ts'

export const CLAIM_KINDS = ['quantity', 'qualitative', 'causal', 'event', 'observation'] as const
/** `observation` is a row of data/series, events or more; the others are what a text asserts. */
export type ClaimKind = (typeof CLAIM_KINDS)[number]

export const CLAIM_FLAGS = ['garbled', 'derived', 'allegation', 'anecdote', 'national-figure', 'hearsay'] as const
/**
 * `derived`: computed, not stated. `national-figure`: a figure of the country told of the valley. `anecdote`: one case.
 * `allegation`: said against somebody, not shown. `hearsay`: passed on without a source. `garbled`: the text is damaged.
 */
export type ClaimFlag = (typeof CLAIM_FLAGS)[number]

/** What a source asserts, in our words. An assertion, not a verified fact. */
export interface Claim {
  /** `C0135` for a written claim, `O` and eight characters for an observation. */
  readonly id: string
  /** Id of the source in evidence/sources.csv; empty for an observation whose source is not listed there. */
  readonly source: string
  /** Where in the source: section and sentence, table, page; for an observation its file and line. */
  readonly locator: string
  readonly kind: ClaimKind
  /** Id of the subject in evidence/subjects.csv. */
  readonly subject: string
  /** As written. */
  readonly place: string
  /** Id of the place: a ubigeo, or a name such as `VRAEM`. */
  readonly placeId?: string
  /** Where the place is one district. */
  readonly ubigeo?: string
  /** As written; `when` is absent for `undated`. */
  readonly period: string
  readonly when?: Period
  /** Figures in `unit`. */
  readonly low?: number
  readonly value?: number
  readonly high?: number
  readonly unit: string
  /** Who says so, as a reader should see it. */
  readonly attributedTo: string
  /** Id of the source behind the statement: the claim's own, else its source's, else the source itself. Same origin, not independent. */
  readonly origin: string
  readonly flags: readonly ClaimFlag[]
  readonly paraphrase: { readonly en: string; readonly es: string }
  readonly note: string
  /** Observations only: the series the row belongs to, its own link (may be empty) and how sure it is. */
  readonly series?: string
  readonly url?: string
  readonly confidence?: Confidence
  readonly file: string
  readonly line: number
}
