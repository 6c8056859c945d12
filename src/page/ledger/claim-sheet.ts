// Everything about one claim: who, where from, what it feeds, what contradicts it.
import type { ClaimFlag } from '../../evidence/ledger/claim.ts'
import type { Reason, StandsFor } from '../../evidence/ledger/contradiction.ts'
import type { LinkKind } from '../../evidence/ledger/link.ts'
import type { Words } from '../../report/input.ts'
import {
  type ClaimCard,
  type ContradictionCard,
  claimCard,
  contradictionCard,
  type SourceCard,
  sourceCard,
} from './cards.ts'
import type { OpenLedger } from './packed.ts'
import { countsOf } from './sources.ts'

export interface ClaimSheet extends ClaimCard {
  readonly note: string
  readonly locator: string
  readonly url: string
  readonly flags: readonly ClaimFlag[]
  readonly reliability: string
  readonly independence: string
  readonly from?: SourceCard
  /** Whoever measured or testified, where that is not the source itself. */
  readonly behind?: { readonly id: string; readonly title: string }
  readonly feeds: readonly { readonly kind: LinkKind; readonly target: string; readonly supports: string }[]
  readonly rivals: readonly (ContradictionCard & { readonly own: string; readonly why: Words })[]
  readonly about: {
    readonly subject: string
    readonly label: Words
    readonly place: string
    readonly statements: number
  }
}

export interface ContradictionSheet extends ContradictionCard {
  readonly why: Words
  readonly settle: Words
  readonly subjectLabel: Words
  readonly places: readonly string[]
  readonly full: readonly {
    readonly side: string
    readonly label: Words
    readonly claims: readonly ClaimCard[]
    readonly standsFor?: StandsFor
  }[]
}

/** Undefined where no claim has the id. */
export function claimSheet(open: OpenLedger, id: string): ClaimSheet | undefined {
  const { ledger } = open
  const claim = ledger.claim(id)
  if (claim === undefined) return undefined
  const source = ledger.sources.get(claim.source)
  const origin = claim.origin === claim.source ? undefined : ledger.sources.get(claim.origin)
  const place = claim.placeId ?? claim.place
  let statements = 0
  for (const other of ledger.everything())
    if (other.subject === claim.subject && (other.placeId ?? other.place) === place) statements++
  return {
    ...claimCard(open, claim),
    note: claim.note,
    locator: claim.locator,
    url: claim.url || (source?.url ?? ''),
    flags: claim.flags,
    reliability: source?.reliability ?? '',
    independence: source?.independence ?? '',
    ...(source ? { from: sourceCard(source, countsOf(ledger, source.id)) } : {}),
    ...(origin ? { behind: { id: origin.id, title: origin.title } } : {}),
    feeds: ledger.linksOf(id).map(({ kind, target, supports }) => ({ kind, target, supports })),
    rivals: ledger.rivals(id).map((one) => ({
      ...contradictionCard(ledger, one),
      why: one.why,
      own: one.sides.find(({ claims }) => claims.includes(id))?.side ?? '',
    })),
    about: { subject: claim.subject, label: labelOf(open, claim.subject), place, statements },
  }
}

/** The name of a subject; a series that no subject lists is called by its own name. */
export function labelOf({ ledger }: OpenLedger, subject: string): Words {
  const plain = subject.replaceAll('_', ' ')
  return ledger.subjects.get(subject)?.label ?? { es: plain, en: plain }
}

/** Undefined where no contradiction has the id. */
export function contradictionSheet(open: OpenLedger, id: string): ContradictionSheet | undefined {
  const { ledger } = open
  const one = ledger.contradictions.find((other) => other.id === id)
  if (one === undefined) return undefined
  const claims = one.sides.flatMap((side) => side.claims.flatMap((claim) => ledger.claim(claim) ?? []))
  const about = claims.filter(({ subject }) => subject === one.subject)
  return {
    ...contradictionCard(ledger, one),
    why: one.why,
    settle: one.settle,
    subjectLabel: labelOf(open, one.subject),
    places: [...new Set((about.length > 0 ? about : claims).map((claim) => claim.placeId ?? claim.place))],
    full: one.sides.map(({ side, label, claims: ids, standsFor }) => ({
      side,
      label,
      claims: ids.flatMap((claim) => ledger.claim(claim) ?? []).map((claim) => claimCard(open, claim)),
      ...(standsFor ? { standsFor } : {}),
    })),
  }
}

/** Reasons in the order of how often they are given. */
export function reasonsOf(cards: readonly ContradictionCard[]): Reason[] {
  const counts = new Map<Reason, number>()
  for (const { reason } of cards) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([reason]) => reason)
}
