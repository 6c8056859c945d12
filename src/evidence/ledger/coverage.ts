import type { DataPackage } from '../package.ts'
import { ledgerProblems } from './checks.ts'
import { grouped } from './grouped.ts'
import type { Ledger } from './ledger.ts'
import type { LinkKind } from './link.ts'
import { hasSource } from './parameter-checks.ts'

/** How far the documents are covered by claims. */
export interface SentenceCoverage {
  readonly source: string
  readonly sentences: number
  /** Those that hold a number, a date, an event or a cause. */
  readonly holding: number
  /** Of these: with claims, without a claim but with a reason, with neither. */
  readonly claimed: number
  readonly reasoned: number
  readonly open: readonly string[]
  /** How often each reason is given; `repeats` stands for all `repeats:…`. */
  readonly reasons: Readonly<Record<string, number>>
}

/** Which sources stand behind something. */
export interface Carried {
  /** `topic`, `subsystem`, or a kind of link. */
  readonly by: 'topic' | 'subsystem' | LinkKind
  readonly name: string
  /** Written claims and observations about it. */
  readonly claims: number
  readonly sources: readonly string[]
  /** Independent ones. */
  readonly origins: readonly string[]
}

export interface Coverage {
  readonly claims: {
    readonly written: number
    readonly observations: number
    readonly byKind: Readonly<Record<string, number>>
  }
  readonly parameters: {
    readonly all: number
    readonly claimed: readonly string[]
    /** No source: the prior is judgement alone. */
    readonly judgement: readonly string[]
    /** A source is named, but no claim made from it is linked. */
    readonly unlinked: readonly string[]
  }
  /** Written claims that feed nothing and stand in no contradiction. */
  readonly unused: readonly string[]
  /** Series whose rows belong to no subject. */
  readonly unsorted: readonly string[]
  readonly carried: readonly Carried[]
  readonly sentences: readonly SentenceCoverage[]
  readonly contradictions: {
    readonly all: number
    readonly open: number
    readonly byReason: Readonly<Record<string, number>>
  }
  /** Pairs of claims of one source that say the same at one place of it. */
  readonly duplicates: number
  /** Ids and names that lead nowhere. */
  readonly dangling: number
}

/** What the ledger covers and what it does not. `ledger` may carry the citations of the model; `pack` gives parameters and tables. */
export function coverage(ledger: Ledger, pack: DataPackage): Coverage {
  const problems = ledgerProblems({ ...pack, ledger }, { root: '', faulty: new Set() })
  const having = (code: string) => problems.filter((problem) => problem.code === code).length
  const { parameters } = pack
  const claimed = new Set(ledger.links.filter(({ kind }) => kind === 'parameter').map(({ target }) => target))
  return {
    claims: {
      written: ledger.claims.length,
      observations: ledger.observations.length,
      byKind: counted(ledger.claims.map(({ kind }) => kind)),
    },
    parameters: {
      all: parameters.length,
      claimed: parameters.flatMap(({ name }) => (claimed.has(name) ? [name] : [])),
      judgement: parameters.flatMap((one) => (!claimed.has(one.name) && !hasSource(one) ? [one.name] : [])),
      unlinked: parameters.flatMap((one) => (!claimed.has(one.name) && hasSource(one) ? [one.name] : [])),
    },
    unused: ledger.claims.flatMap(({ id }) =>
      ledger.linksOf(id).length === 0 && ledger.rivals(id).length === 0 ? [id] : [],
    ),
    unsorted: unsortedSeries(ledger),
    carried: carriedBy(ledger, pack),
    sentences: sentenceCoverage(ledger),
    contradictions: {
      all: ledger.contradictions.length,
      open: ledger.contradictions.filter(({ status }) => status === 'open').length,
      byReason: counted(ledger.contradictions.map(({ reason }) => reason)),
    },
    duplicates: having('duplicate-claim'),
    dangling: having('dangling'),
  }
}

function unsortedSeries({ subjects, observations }: Ledger): string[] {
  const sorted = new Set([...subjects.values()].flatMap(({ series }) => series))
  return [...new Set(observations.flatMap(({ series = '' }) => (sorted.has(series) ? [] : [series])))].sort()
}

/** Sources by topic of the claims, by subsystem of the parameters they feed, and by everything they are linked to. */
function carriedBy(ledger: Ledger, { parameters }: Pick<DataPackage, 'parameters'>): Carried[] {
  const subsystemOf = new Map(parameters.map(({ name, subsystem }) => [name, subsystem]))
  const claims: [string, string][] = []
  for (const { id, subject } of ledger.everything()) {
    const topic = ledger.subjects.get(subject)?.topic
    if (topic !== undefined) claims.push([key('topic', topic), id])
  }
  for (const { kind, target, claim } of ledger.links) {
    const subsystem = kind === 'parameter' ? subsystemOf.get(target) : undefined
    if (subsystem !== undefined) claims.push([key('subsystem', subsystem), claim])
    claims.push([key(kind, target), claim])
  }
  return [...grouped(claims)].map(([at, ids]) => {
    const [by, name] = JSON.parse(at) as [Carried['by'], string]
    const found = [...new Set(ids)].flatMap((id) => ledger.claim(id) ?? [])
    return {
      by,
      name,
      claims: found.length,
      sources: [...new Set(found.map(({ source, attributedTo }) => source || attributedTo))].sort(),
      origins: [...new Set(found.map(({ origin }) => origin))].sort(),
    }
  })
}

const key = (by: Carried['by'], name: string) => JSON.stringify([by, name])

function sentenceCoverage({ sentences }: Ledger): SentenceCoverage[] {
  return [...grouped(sentences.map((sentence) => [sentence.source, sentence] as const))].map(([source, all]) => {
    const holding = all.filter(({ holds }) => holds.length > 0)
    return {
      source,
      sentences: all.length,
      holding: holding.length,
      claimed: holding.filter(({ claims }) => claims.length > 0).length,
      reasoned: holding.filter(({ claims, reason }) => claims.length === 0 && reason !== '').length,
      open: holding.flatMap((s) => (s.claims.length === 0 && s.reason === '' ? [s.locator] : [])),
      reasons: counted(all.flatMap(({ reason }) => (reason === '' ? [] : [reason.replace(/:.*/, '')]))),
    }
  })
}

function counted(words: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...grouped(words.map((word) => [word, word] as const))].map(([word, all]) => [word, all.length]),
  )
}
