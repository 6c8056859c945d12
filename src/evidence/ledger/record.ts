import type { Claim, ClaimFlag, ClaimKind } from './claim.ts'
import type { Ledger } from './ledger.ts'
import type { LinkKind } from './link.ts'

/** A claim with everything it touches, as programs read it: names with underscores, an absent figure null. */
export interface ClaimRecord {
  readonly id: string
  readonly source: string
  readonly locator: string
  readonly kind: ClaimKind
  readonly subject: string
  readonly place: string
  readonly ubigeo: string | null
  readonly period: string
  readonly low: number | null
  readonly value: number | null
  readonly high: number | null
  readonly unit: string
  readonly attributed_to: string
  readonly origin: string
  readonly flags: readonly ClaimFlag[]
  readonly paraphrase: string
  readonly paraphrase_es: string
  readonly note: string
  /** Ids of the contradictions in which it takes a side. */
  readonly contradictions: readonly string[]
  readonly parameters: readonly string[]
  readonly observations: readonly string[]
  readonly events: readonly string[]
  readonly mechanisms: readonly string[]
  readonly levers: readonly string[]
  readonly patterns: readonly string[]
  /** Every link in five words: `parameter replant_share: share of plots replanted soon`. */
  readonly supports: readonly string[]
}

/** The record of a claim or observation; its links are those the ledger knows, the citations of the model if they were added. */
export function recordOf(ledger: Ledger, claim: Claim): ClaimRecord {
  const links = ledger.linksOf(claim.id)
  const targets = (kind: LinkKind) => links.filter((link) => link.kind === kind).map((link) => link.target)
  return {
    id: claim.id,
    source: claim.source,
    locator: claim.locator,
    kind: claim.kind,
    subject: claim.subject,
    place: claim.place,
    ubigeo: claim.ubigeo ?? null,
    period: claim.period,
    low: claim.low ?? null,
    value: claim.value ?? null,
    high: claim.high ?? null,
    unit: claim.unit,
    attributed_to: claim.attributedTo,
    origin: claim.origin,
    flags: claim.flags,
    paraphrase: claim.paraphrase.en,
    paraphrase_es: claim.paraphrase.es,
    note: claim.note,
    contradictions: ledger.rivals(claim.id).map(({ id }) => id),
    parameters: targets('parameter'),
    observations: targets('observation'),
    events: targets('event'),
    mechanisms: targets('mechanism'),
    levers: targets('lever'),
    patterns: targets('pattern'),
    supports: links.map(({ kind, target, supports }) => `${kind} ${target}: ${supports}`),
  }
}
