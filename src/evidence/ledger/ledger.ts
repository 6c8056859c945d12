import type { DataPackage } from '../package.ts'
import type { Claim } from './claim.ts'
import type { Contradiction } from './contradiction.ts'
import { grouped } from './grouped.ts'
import type { Link, LinkKind } from './link.ts'
import { observationsOf } from './observation.ts'
import { contradictionsIn, linksIn, sentencesIn, sourcesIn, subjectsIn, topicsIn } from './read.ts'
import type { Sentence } from './sentence.ts'
import type { Source } from './source.ts'
import type { Subject, Topic } from './subject.ts'
import { claimsIn } from './written.ts'

/** What a ledger is made of. `observations` is called once, when they are first needed. */
export interface LedgerParts {
  readonly sources: ReadonlyMap<string, Source>
  readonly subjects: ReadonlyMap<string, Subject>
  readonly topics: ReadonlyMap<string, Topic>
  readonly claims: readonly Claim[]
  readonly observations: () => readonly Claim[]
  readonly contradictions: readonly Contradiction[]
  readonly links: readonly Link[]
  readonly sentences: readonly Sentence[]
}

/** Every claim with its source, what it feeds and what contradicts it. */
export class Ledger {
  /** By id, in file order; likewise subjects and topics. */
  readonly sources: ReadonlyMap<string, Source>
  readonly subjects: ReadonlyMap<string, Subject>
  readonly topics: ReadonlyMap<string, Topic>
  /** What texts assert, in file order. */
  readonly claims: readonly Claim[]
  readonly contradictions: readonly Contradiction[]
  readonly links: readonly Link[]
  readonly sentences: readonly Sentence[]
  readonly #parts: LedgerParts
  #observations: readonly Claim[] | undefined
  #written: ReadonlyMap<string, Claim> | undefined
  #observed: ReadonlyMap<string, Claim> | undefined
  #linksByClaim: ReadonlyMap<string, readonly Link[]> | undefined
  #rivals: ReadonlyMap<string, readonly Contradiction[]> | undefined

  constructor(parts: LedgerParts) {
    this.#parts = parts
    this.sources = parts.sources
    this.subjects = parts.subjects
    this.topics = parts.topics
    this.claims = parts.claims
    this.contradictions = parts.contradictions
    this.links = parts.links
    this.sentences = parts.sentences
  }

  /** The rows of data/series, events and more as claims, in file order. Made when first asked for (about 0.1 s). */
  get observations(): readonly Claim[] {
    this.#observations ??= this.#parts.observations()
    return this.#observations
  }

  /** The claim (`C…`) or observation (`O…`) with this id. */
  claim(id: string): Claim | undefined {
    this.#written ??= byId(this.claims)
    const written = this.#written.get(id)
    if (written || !id.startsWith('O')) return written
    this.#observed ??= byId(this.observations)
    return this.#observed.get(id)
  }

  /** The contradictions in which this claim stands on a side. */
  rivals(id: string): readonly Contradiction[] {
    this.#rivals ??= grouped(
      this.contradictions.flatMap((contradiction) =>
        [...new Set(contradiction.sides.flatMap((side) => side.claims))].map(
          (claim) => [claim, contradiction] as const,
        ),
      ),
    )
    return this.#rivals.get(id) ?? []
  }

  /** What this claim feeds. */
  linksOf(id: string): readonly Link[] {
    this.#linksByClaim ??= grouped(this.links.map((link) => [link.claim, link] as const))
    return this.#linksByClaim.get(id) ?? []
  }

  /** What feeds this parameter, observation, mechanism, … */
  linksTo(kind: LinkKind, target: string): readonly Link[] {
    return this.links.filter((link) => link.kind === kind && link.target === target)
  }

  /** Written claims, then observations. */
  *everything(): Iterable<Claim> {
    yield* this.claims
    yield* this.observations
  }

  /** The same ledger with further links: the faces add what the model cites; the evidence itself knows no model. */
  withLinks(links: readonly Link[]): Ledger {
    return new Ledger({ ...this.#parts, observations: () => this.observations, links: [...this.links, ...links] })
  }
}

/** The ledger of the tables and observations of a package. Never throws; faults are found by the checks. */
export function ledgerOf({
  tables,
  places,
  observations,
}: Pick<DataPackage, 'tables' | 'places' | 'observations'>): Ledger {
  const table = (name: string) => tables.get(`evidence-${name}`)
  const sources = byId(sourcesIn(table('sources')))
  const subjects = byId(subjectsIn(table('subjects'), new Set(observations.map(({ series }) => series))))
  return new Ledger({
    sources,
    subjects,
    topics: byId(topicsIn(table('topics'))),
    claims: claimsIn(table('claims'), places, sources),
    observations: () => observationsOf(observations, { sources, subjects, places }),
    contradictions: contradictionsIn(table('contradictions'), table('sides')),
    links: linksIn(table('links')),
    sentences: sentencesIn(table('sentences')),
  })
}

function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): Map<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]))
}
