// Claims, contradictions and sources as the page shows them: plain data with both languages inside.
import type { Claim, ClaimKind } from '../../evidence/ledger/claim.ts'
import type { Contradiction, Reason, StandsFor } from '../../evidence/ledger/contradiction.ts'
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import type { Source } from '../../evidence/ledger/source.ts'
import { figureOf } from '../../report/evidence/figure.ts'
import { periodWords } from '../../report/evidence/words.ts'
import type { Words } from '../../report/input.ts'
import { each } from '../../report/words.ts'
import type { OpenLedger } from './packed.ts'
import { type SourceKind, sourceKindOf } from './source-kinds.ts'

export interface ClaimCard {
  readonly id: string
  readonly kind: ClaimKind
  readonly said: Words
  /** Empty where the claim has no figure. */
  readonly figure: Words
  readonly period: Words
  readonly place: Words
  /** Who says so. */
  readonly by: string
  readonly source: string
  readonly sourceKind: SourceKind
  readonly subject: string
  /** Contradictions in which it takes a side. */
  readonly contested: number
}

export interface ContradictionCard {
  readonly id: string
  readonly title: Words
  readonly reason: Reason
  readonly also: readonly Reason[]
  readonly status: Contradiction['status']
  readonly subject: string
  readonly topic: string
  readonly sides: readonly {
    readonly side: string
    readonly label: Words
    readonly claims: number
    readonly standsFor?: StandsFor
  }[]
}

export interface SourceCard {
  readonly id: string
  readonly title: string
  readonly producer: string
  readonly date: string
  readonly kind: SourceKind
  readonly url: string
  readonly claims: number
  readonly observations: number
}

export function claimCard({ ledger, places }: OpenLedger, claim: Claim): ClaimCard {
  return {
    id: claim.id,
    kind: claim.kind,
    said: { es: claim.paraphrase.es || claim.paraphrase.en, en: claim.paraphrase.en },
    figure: each((l) => figureOf(claim, l)),
    period: each((l) => periodWords(claim, l)),
    place: each((l) => places.nameOf(claim.placeId ?? claim.place, l)),
    by: claim.attributedTo,
    source: claim.source,
    sourceKind: sourceKindOf(ledger.sources.get(claim.source)?.kind),
    subject: claim.subject,
    contested: ledger.rivals(claim.id).length,
  }
}

export function contradictionCard(ledger: Ledger, one: Contradiction): ContradictionCard {
  const { id, title, reason, also, status, subject, sides } = one
  return {
    id,
    title,
    reason,
    also,
    status,
    subject,
    topic: ledger.subjects.get(subject)?.topic ?? '',
    sides: sides.map(({ side, label, claims, standsFor }) => ({
      side,
      label,
      claims: claims.length,
      ...(standsFor ? { standsFor } : {}),
    })),
  }
}

export function sourceCard(source: Source, counts: { claims: number; observations: number }): SourceCard {
  const { id, title, producer, date, kind, url } = source
  return { id, title, producer, date, kind: sourceKindOf(kind), url, ...counts }
}
