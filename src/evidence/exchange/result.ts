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
  /** Months of events that an earlier import holds with other counts are replaced, not refused. */
  readonly replace?: boolean
}

/** A row that stands in the ledger (`of` is its id) or earlier in the file (`of` is `line 12`). */
export interface Duplicate {
  readonly line: number
  /** Column, where a row holds several figures: the year. */
  readonly field?: string
  readonly of: string
}

/** A count of events that an earlier import holds for the same place and month, and that this file counts anew. */
export interface Update {
  /** First line of the file that is counted. */
  readonly line: number
  /** Id of the row in the ledger. */
  readonly of: string
  readonly series: string
  readonly place: string
  /** `2023-03`, or `2023` where the month is not known. */
  readonly period: string
  readonly was: number
  readonly now: number
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
  /** Counts a month anew that an earlier import holds (`updates`); refused when it is written without `replace`. */
  updated: number
  duplicate: number
  /** An event of another country, or of a department that the laboratory does not map. */
  outside: number
  /** Has a problem. */
  refused: number
}

/** Where every figure of a table with years in columns went; all but `read` add up to `read`, the number of its cells. */
export interface FigureCount {
  read: number
  added: number
  duplicate: number
  /** In a row that has a problem. */
  refused: number
  /** No figure, or a sign for none. */
  empty: number
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
  /** Only for tables with years in columns. */
  readonly figures?: Readonly<FigureCount>
}

/** What an import does, or would do. */
export interface ImportResult extends Reading {
  readonly kind?: ImportKind
  /** New claims and observations; 0 when there are problems, because then nothing is imported. */
  readonly added: number
  /** Those that the new rows bring, among themselves and with the ledger. */
  readonly contradictions: readonly Found[]
  /** Counts of an earlier import that this file changes; the first thousand. */
  readonly updates: readonly Update[]
  /** Files changed; none in a preview. */
  readonly written: readonly string[]
}
