import type { DataPackage } from './package.ts'
import { numberIn, type Table, textIn } from './table.ts'

export type ClaimKind = 'quantity' | 'qualitative' | 'causal' | 'event'

/** What one of the documents asserts, in our words. An assertion, not a verified fact. */
export interface Claim {
  readonly id: string
  /** Id of the document, `000` … `004`. */
  readonly doc: string
  readonly section: string
  readonly kind: ClaimKind
  readonly subject: string
  readonly place: string
  /** Year, month or span as claimed; `undated` if the document gives none. */
  readonly period: string
  readonly low?: number
  readonly high?: number
  readonly value?: number
  readonly unit: string
  readonly attributedTo: string
  readonly paraphrase: string
  readonly note: string
  readonly line: number
}

/** The claims of evidence/claims.csv in file order. */
export function claimsIn(table: Table | undefined): Claim[] {
  return (table?.rows ?? []).map(({ line, values }) => ({
    id: textIn(values, 'id'),
    doc: textIn(values, 'doc'),
    section: textIn(values, 'section'),
    kind: (values.kind as ClaimKind | null) ?? 'qualitative',
    subject: textIn(values, 'subject'),
    place: textIn(values, 'place'),
    period: textIn(values, 'period'),
    ...numberIn(values, 'low', 'low'),
    ...numberIn(values, 'high', 'high'),
    ...numberIn(values, 'value', 'value'),
    unit: textIn(values, 'unit'),
    attributedTo: textIn(values, 'attributed_to'),
    paraphrase: textIn(values, 'paraphrase'),
    note: textIn(values, 'note'),
    line,
  }))
}

/** The claim with this id, or undefined. */
export function claimById(pack: DataPackage, id: string): Claim | undefined {
  return pack.claims.find((claim) => claim.id === id)
}

/** The claims that match every given property exactly. */
export function claimsOf(
  pack: DataPackage,
  query: { doc?: string; subject?: string; place?: string; kind?: ClaimKind },
): Claim[] {
  return pack.claims.filter(
    (claim) =>
      claim.doc === (query.doc ?? claim.doc) &&
      claim.subject === (query.subject ?? claim.subject) &&
      claim.place === (query.place ?? claim.place) &&
      claim.kind === (query.kind ?? claim.kind),
  )
}
