import type { Found } from '../ledger/found.ts'
import type { Problem } from '../problem.ts'

export const IMPORT_KINDS = ['claims', 'series', 'acled', 'ucdp'] as const
/** `claims`: rows of evidence/claims.csv; `series`: rows like those of data/series, or years in columns; two exports of events. */
export type ImportKind = (typeof IMPORT_KINDS)[number]

export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** What the user says about the file; everything left out is read from the file or refused when it is ambiguous. */
export interface ImportOptions {
  readonly as?: ImportKind
  /** Id in evidence/sources.csv, for every row. */
  readonly source?: string
  /** Name and unit of the series of a table with years in columns. */
  readonly series?: string
  readonly unit?: string
  /** Id in evidence/subjects.csv under which the new series will stand. */
  readonly subject?: string
  readonly decimal?: ',' | '.'
  readonly dates?: 'day-first' | 'month-first'
  readonly encoding?: Encoding
}

/** A row that stands in the ledger (`of` is its id) or earlier in the file (`of` is `line 12`). */
export interface Duplicate {
  readonly line: number
  readonly of: string
}

/** Something done to the file that is no fault: a byte order mark left out, decimal commas read as such. */
export interface Notice {
  readonly code: string
  readonly field?: string
  readonly what: string
}

/** Where every row of the file went; all but `read` add up to `read`. */
export interface RowCount {
  read: number
  /** Stands in the ledger as a claim or observation of its own (a table with years in columns: with all its years). */
  added: number
  /** Summed with other events of its place and month. */
  merged: number
  duplicate: number
  /** An event of another country, or of a department that the laboratory does not map. */
  outside: number
  /** Has a problem. */
  refused: number
}

/** What reading a file gives besides its rows. */
export interface Reading {
  readonly problems: readonly Problem[]
  readonly problemCounts: Readonly<Record<string, number>>
  readonly duplicates: readonly Duplicate[]
  /** Cells left out, by column: coordinates, actors, free text, ids. */
  readonly dropped: Readonly<Record<string, number>>
  /** Cells kept less exactly, by column: day to month, site to district. */
  readonly coarsened: Readonly<Record<string, number>>
  readonly notices: readonly Notice[]
  readonly rows: Readonly<RowCount>
}

/** What an import does, or would do. */
export interface ImportResult extends Reading {
  readonly kind?: ImportKind
  /** New claims and observations; 0 when there are problems, because then nothing is imported. */
  readonly added: number
  /** Those that the new rows bring, among themselves and with the ledger. */
  readonly contradictions: readonly Found[]
  /** Files changed; none in a preview. */
  readonly written: readonly string[]
}
