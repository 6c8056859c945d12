// What the page may ask of the ledger. Everything answered is plain data that a worker can hand over.
import type { Link, LinkKind } from '../../evidence/ledger/link.ts'
import { ledgerIndex, type SearchIndex, searchIndex } from '../../evidence/ledger/search.ts'
import type { Words } from '../../report/input.ts'
import {
  type ClaimCard,
  type ContradictionCard,
  claimCard,
  contradictionCard,
  type SourceCard,
  sourceCard,
} from './cards.ts'
import { type ClaimSheet, type ContradictionSheet, claimSheet, contradictionSheet } from './claim-sheet.ts'
import type { OpenLedger } from './packed.ts'
import { type PlaceSheet, placeSheet } from './place-sheet.ts'
import { type QuantitySheet, quantitySheet } from './quantity-sheet.ts'
import { countsOf } from './sources.ts'

export interface Found {
  readonly hits: readonly ClaimCard[]
  /** Words that nothing has. */
  readonly ignored: readonly string[]
  /** More than were asked for. */
  readonly more: boolean
}
export interface TopicCard {
  readonly id: string
  readonly label: Words
  readonly subjects: readonly {
    readonly id: string
    readonly label: Words
    readonly count: number
    readonly contested: number
  }[]
}
export interface SourceSheet extends SourceCard {
  readonly reliability: string
  readonly independence: string
  readonly origin?: { readonly id: string; readonly title: string }
  readonly written: readonly ClaimCard[]
}
export interface Totals {
  readonly claims: number
  readonly observations: number
  readonly sources: number
  readonly contradictions: number
}
export interface Grounds {
  readonly claims: readonly (ClaimCard & { readonly supports: string })[]
  readonly contradictions: readonly ContradictionCard[]
}

export interface Desk {
  totals(): Totals
  /** Makes the index of the tables too; until then only what texts assert is searched. */
  prepare(): void
  search(text: string, limit: number): Found
  topics(): TopicCard[]
  claim(id: string): ClaimSheet | undefined
  quantity(subject: string, place?: string): QuantitySheet | undefined
  /** What is said of a place, by subject. */
  place(id: string): PlaceSheet
  contradictions(): ContradictionCard[]
  contradiction(id: string): ContradictionSheet | undefined
  sources(): SourceCard[]
  source(id: string): SourceSheet | undefined
  /** The claims behind a parameter, mechanism, lever or pattern, and what of them is contested. */
  grounds(kind: LinkKind, target: string): Grounds
}

export function deskOf(open: OpenLedger): Desk {
  const { ledger } = open
  let index: SearchIndex | undefined
  let whole = false
  return {
    totals: () => ({
      claims: ledger.claims.length,
      observations: ledger.observations.length,
      sources: ledger.sources.size,
      contradictions: ledger.contradictions.length,
    }),
    prepare() {
      if (!whole) index = ledgerIndex(ledger)
      whole = true
    },
    search(text, limit) {
      index ??= searchIndex(ledger.claims, ledger)
      const hits = index.search(text, { limit: limit + 1 }).map(({ claim }) => claimCard(open, claim))
      return { hits: hits.slice(0, limit), ignored: index.ignored(text), more: hits.length > limit }
    },
    topics: () => topicsOf(open),
    claim: (id) => claimSheet(open, id),
    quantity: (subject, place) => quantitySheet(open, subject, place),
    place: (id) => placeSheet(open, id),
    contradictions: () => ledger.contradictions.map((one) => contradictionCard(ledger, one)),
    contradiction: (id) => contradictionSheet(open, id),
    sources: () =>
      [...ledger.sources.values()]
        .map((source) => sourceCard(source, countsOf(ledger, source.id)))
        .sort((a, b) => b.claims - a.claims || b.observations - a.observations),
    source: (id) => sourceSheet(open, id),
    grounds: (kind, target) => groundsOf(open, ledger.linksTo(kind, target)),
  }
}

function topicsOf({ ledger }: OpenLedger): TopicCard[] {
  const counts = new Map<string, number>()
  for (const { subject } of ledger.everything()) counts.set(subject, (counts.get(subject) ?? 0) + 1)
  const contested = new Map<string, number>()
  for (const { subject } of ledger.contradictions) contested.set(subject, (contested.get(subject) ?? 0) + 1)
  return [...ledger.topics.values()].map(({ id, label }) => ({
    id,
    label,
    subjects: [...ledger.subjects.values()]
      .filter(({ topic, id: subject }) => topic === id && counts.has(subject))
      .map(({ id: subject, label: name }) => ({
        id: subject,
        label: name,
        count: counts.get(subject) ?? 0,
        contested: contested.get(subject) ?? 0,
      }))
      .sort((a, b) => b.count - a.count),
  }))
}

function sourceSheet(open: OpenLedger, id: string): SourceSheet | undefined {
  const { ledger } = open
  const source = ledger.sources.get(id)
  if (source === undefined) return undefined
  const origin = ledger.sources.get(source.origin)
  return {
    ...sourceCard(source, countsOf(ledger, id)),
    reliability: source.reliability,
    independence: source.independence,
    ...(origin ? { origin: { id: origin.id, title: origin.title } } : {}),
    written: ledger.claims.filter((claim) => claim.source === id).map((claim) => claimCard(open, claim)),
  }
}

function groundsOf(open: OpenLedger, links: readonly Link[]): Grounds {
  const { ledger } = open
  const claims = links.flatMap(({ claim: id, supports }) => {
    const claim = ledger.claim(id)
    return claim ? [{ ...claimCard(open, claim), supports }] : []
  })
  const contested = new Map(claims.flatMap(({ id }) => ledger.rivals(id).map((one) => [one.id, one] as const)))
  return { claims, contradictions: [...contested.values()].map((one) => contradictionCard(ledger, one)) }
}
