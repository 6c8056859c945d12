import type { Claim } from '../ledger/claim.ts'
import type { Place, Places } from '../places.ts'

/** A new row of data: what `evidence/claims.csv` or a table of observations will hold. */
export interface Observation {
  readonly series: string
  /** As it will be written; the place is known. */
  readonly place: string
  readonly placeId: string
  readonly year: number
  readonly month?: number
  readonly value?: number
  readonly low?: number
  readonly high?: number
  readonly unit: string
  readonly title: string
  readonly sourceYear?: number
  readonly url: string
  readonly confidence: 'high' | 'medium' | 'low'
  readonly note: string
  /** Line of the user's file from which it comes (the first one, of a sum). */
  readonly line: number
}

/** Cells of a new claim, by column of evidence/claims.csv; figures as plain numbers, `id` empty where a new one is due. */
export interface ClaimCells {
  readonly cells: Readonly<Record<string, string>>
  readonly line: number
}

/** A source that the ledger does not list yet. */
export interface NewSource {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly kind: string
  readonly producer: string
  readonly reliability: string
  readonly independence: string
}

/** A row of an earlier import and the one that takes its place. */
export interface Replacement {
  /** The row of the ledger. */
  readonly old: Claim
  readonly row: Observation
}

/** Everything that one file adds. */
export interface Additions {
  readonly claims: readonly ClaimCells[]
  readonly observations: readonly Observation[]
  readonly sources: readonly NewSource[]
  readonly replacements: readonly Replacement[]
}

/** What makes two observations one: the same figure of the same source about the same thing. */
export function observationKey(
  row: Omit<Observation, 'place' | 'url' | 'confidence' | 'note' | 'line' | 'sourceYear'>,
): string {
  const { series, placeId, year, month, value, low, high, unit, title } = row
  return `${series}\t${placeId}\t${year}\t${month ?? ''}\t${value ?? ''}\t${low ?? ''}\t${high ?? ''}\t${unit}\t${title}`
}

/** The spelling under which a place is written so that it is found again. */
export function writtenName(place: Place, places: Places): string {
  return places.resolve(place.name)?.id === place.id ? place.name : place.id
}

/** `Encuesta de hogares 2019` → `encuesta-de-hogares-2019`, at most 40 characters. */
export function slug(text: string): string {
  const letters = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
  const plain = letters
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return plain === '' ? 'import' : plain
}
