import type { DataPackage } from '../package.ts'
import { ledgerProblems } from './checks.ts'
import { hasFigure } from './figure.ts'
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

/** What is said about one outcome of a model, whatever the place and year. */
export interface OutcomeCoverage {
  readonly outcome: string
  readonly subjects: readonly string[]
  /** Written claims. */
  readonly claims: number
  /** Rows of series, events and more. */
  readonly observations: number
  /** Independent ones, with their claims and observations, most first. */
  readonly origins: readonly { readonly origin: string; readonly says: number }[]
}

/** Names of outcomes and the subjects that speak of them. */
export type OutcomeSubjects = Readonly<Record<string, readonly string[]>>

export interface Coverage {
  readonly claims: {
    readonly written: number
    readonly observations: number
    readonly byKind: Readonly<Record<string, number>>
  }
  readonly parameters: {
    readonly all: number
    /** By subsystem: how many there are, on judgement alone, and with a sign from a source. */
    readonly bySubsystem: Readonly<
      Record<string, { readonly all: number; readonly judgement: number; readonly sign: number }>
    >
    readonly claimed: readonly string[]
    /** Of these: no linked claim has a figure, so that only the sign is a source's and the size is a judgement. */
    readonly signOnly: readonly string[]
    /** No source: the prior is judgement alone. */
    readonly judgement: readonly string[]
    /** A source is named, but no claim made from it is linked. */
    readonly unlinked: readonly string[]
  }
  /** Written claims that feed nothing and stand in no contradiction. */
  readonly unused: readonly string[]
  /** How many of them there are in each topic. */
  readonly unusedByTopic: Readonly<Record<string, number>>
  /** A row for each outcome that was asked for, in that order. */
  readonly outcomes: readonly OutcomeCoverage[]
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

/**
 * What the ledger covers and what it does not. `ledger` may carry the citations of the model; `pack` gives parameters and
 * tables; `outcomes` says which subjects speak of which outcome of the model, which the ledger does not know.
 */
export function coverage(ledger: Ledger, pack: DataPackage, outcomes: OutcomeSubjects = {}): Coverage {
  const problems = ledgerProblems({ ...pack, ledger }, { root: '', faulty: new Set() })
  const having = (code: string) => problems.filter((problem) => problem.code === code).length
  const unused = ledger.claims.filter(({ id }) => ledger.linksOf(id).length === 0 && ledger.rivals(id).length === 0)
  return {
    claims: {
      written: ledger.claims.length,
      observations: ledger.observations.length,
      byKind: counted(ledger.claims.map(({ kind }) => kind)),
    },
    parameters: parameterCoverage(ledger, pack),
    unused: unused.map(({ id }) => id),
    unusedByTopic: counted(unused.map(({ subject }) => ledger.subjects.get(subject)?.topic ?? subject)),
    outcomes: Object.entries(outcomes).map(([outcome, subjects]) => outcomeCoverage(ledger, outcome, subjects)),
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

function parameterCoverage(ledger: Ledger, { parameters }: Pick<DataPackage, 'parameters'>): Coverage['parameters'] {
  const claimsOf = grouped(
    ledger.links.flatMap(({ kind, target, claim }) =>
      kind === 'parameter' ? [[target, ledger.claim(claim)] as const] : [],
    ),
  )
  const claimed = parameters.filter(({ name }) => claimsOf.has(name))
  const rest = parameters.filter(({ name }) => !claimsOf.has(name))
  const signOnly = claimed.filter(({ name }) => !claimsOf.get(name)?.some((claim) => claim && hasFigure(claim)))
  const judgement = rest.filter((one) => !hasSource(one))
  const names = (some: DataPackage['parameters']) => some.map(({ name }) => name)
  const here = (some: DataPackage['parameters'], subsystem: string) =>
    some.filter((one) => one.subsystem === subsystem).length
  return {
    all: parameters.length,
    bySubsystem: Object.fromEntries(
      [...new Set(parameters.map(({ subsystem }) => subsystem))].map((subsystem) => [
        subsystem,
        { all: here(parameters, subsystem), judgement: here(judgement, subsystem), sign: here(signOnly, subsystem) },
      ]),
    ),
    claimed: names(claimed),
    signOnly: names(signOnly),
    judgement: names(judgement),
    unlinked: names(rest.filter(hasSource)),
  }
}

function outcomeCoverage(ledger: Ledger, outcome: string, subjects: readonly string[]): OutcomeCoverage {
  const of = (some: Ledger['claims']) => some.filter(({ subject }) => subjects.includes(subject))
  const [claims, observations] = [of(ledger.claims), of(ledger.observations)]
  const origins = [...grouped([...claims, ...observations].map(({ origin, id }) => [origin, id] as const))]
    .map(([origin, ids]) => ({ origin, says: ids.length }))
    .sort((a, b) => b.says - a.says || (a.origin < b.origin ? -1 : 1))
  return { outcome, subjects, claims: claims.length, observations: observations.length, origins }
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
