import type { Claim } from '../ledger/claim.ts'
import type { Contradiction, Side } from '../ledger/contradiction.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Link } from '../ledger/link.ts'
import type { Source } from '../ledger/source.ts'
import type { Subject } from '../ledger/subject.ts'
import type { DataPackage } from '../package.ts'
import { CONTEXT } from './jsonld-context.ts'

const PROGRAM = 'v:program'

type Node = Readonly<Record<string, unknown>>

/**
 * The ledger as one JSON-LD 1.1 document: sources and claims are PROV entities (a claim has its source as primary source and
 * is attributed to who says so), subjects are SKOS concepts, contradictions, sides and links have the words of `v:`, which the
 * document itself defines. The document says which program made it and, with `made` (ISO 8601), when. Every `@id` that is used stands in the document. The order is that of the ledger.
 */
export function ledgerJsonLd(pack: Pick<DataPackage, 'ledger' | 'descriptor'>, version: string, made?: string): Node {
  const { ledger, descriptor } = pack
  const agents = new Map<string, Node>()
  const agent = (name: string): { '@id': string } | undefined => {
    if (name === '') return undefined
    const id = `agent:${encodeURIComponent(name)}`
    if (!agents.has(id)) agents.set(id, { '@id': id, '@type': 'prov:Agent', label: name })
    return { '@id': id }
  }
  const known = (id: string) => ledger.claim(id) !== undefined
  const { claims, observations, contradictions, links } = ledger
  const nodes = [
    ...[...ledger.sources.values()].map((source) => sourceNode(source, ledger, agent)),
    ...[...ledger.subjects.values()].map(subjectNode),
    ...claims.map((claim) => claimNode(claim, ledger, agent)),
    ...observations.map((claim) => claimNode(claim, ledger, agent)),
    ...contradictions.map((contradiction) => contradictionNode(contradiction, ledger, known)),
    ...links.filter(({ claim }) => known(claim)).map(linkNode),
  ]
  const dataset = present({
    '@id': 'v:ledger',
    '@type': ['schema:Dataset', 'prov:Entity'],
    label: 'VRAEM Lab: the evidence ledger',
    version,
    date: made,
    license: descriptor?.licenses[0]?.path,
    attributedTo: { '@id': PROGRAM },
    generatedBy: { '@id': 'v:export' },
  })
  const activity = present({
    '@id': 'v:export',
    '@type': 'prov:Activity',
    label: 'Export of the evidence ledger',
    associatedWith: { '@id': PROGRAM },
    endedAt: made,
  })
  const program = { '@id': PROGRAM, '@type': 'prov:SoftwareAgent', label: 'VRAEM Lab', version }
  return { '@context': CONTEXT, '@graph': [dataset, activity, program, ...VOCABULARY, ...agents.values(), ...nodes] }
}

type Agent = (name: string) => { '@id': string } | undefined

function sourceNode(source: Source, { sources }: Ledger, agent: Agent): Node {
  const { id, title, producer, date, kind, url, reliability, origin, independence } = source
  return present({
    '@id': `source:${id}`,
    '@type': ['prov:Entity', 'schema:CreativeWork'],
    title,
    attributedTo: agent(producer),
    date,
    genre: kind,
    url,
    reliability,
    independence,
    derivedFrom: sources.has(origin) && origin !== id ? { '@id': `source:${origin}` } : undefined,
  })
}

function subjectNode({ id, topic, label, unit, about }: Subject): Node {
  const prefLabel = { en: label.en, es: label.es }
  return present({ '@id': `subject:${id}`, '@type': 'skos:Concept', prefLabel, topic, unit, definition: about })
}

function claimNode(claim: Claim, { sources, subjects }: Ledger, agent: Agent): Node {
  const { id, source, locator, kind, subject, place, placeId, period, when, low, value, high, unit, flags } = claim
  const origin = claim.origin !== source && sources.has(claim.origin) ? { '@id': `source:${claim.origin}` } : undefined
  return present({
    '@id': `claim:${id}`,
    '@type': ['prov:Entity', kind === 'observation' ? 'v:Observation' : 'schema:Claim'],
    kind,
    about: subjects.has(subject) ? { '@id': `subject:${subject}` } : undefined,
    series: claim.series,
    place,
    placeId,
    period,
    approximate: when?.approximate || undefined,
    ...{ low, value, high, unit },
    text: withoutEmpty(claim.paraphrase),
    locator,
    primarySource: sources.has(source) ? { '@id': `source:${source}` } : undefined,
    derivedFrom: origin,
    attributedTo: agent(claim.attributedTo),
    flag: flags.length > 0 ? flags : undefined,
    note: claim.note,
  })
}

function contradictionNode(contradiction: Contradiction, { subjects }: Ledger, known: (id: string) => boolean): Node {
  const { id, subject, title, reason, also, why, settle, status, sides } = contradiction
  return present({
    '@id': `contradiction:${id}`,
    '@type': 'v:Contradiction',
    prefLabel: withoutEmpty(title),
    about: subjects.has(subject) ? { '@id': `subject:${subject}` } : undefined,
    reason: [reason, ...also],
    why: withoutEmpty(why),
    settle: withoutEmpty(settle),
    status,
    side: sides.map((side) => sideNode(id, side, known)),
  })
}

function sideNode(
  contradiction: string,
  { side, label, claims, standsFor }: Side,
  known: (id: string) => boolean,
): Node {
  return present({
    '@id': `contradiction:${contradiction}-${side}`,
    '@type': 'v:Side',
    prefLabel: withoutEmpty(label),
    claims: claims.filter(known).map((id) => ({ '@id': `claim:${id}` })),
    standsForKind: standsFor?.kind,
    standsFor: standsFor?.target,
    low: standsFor?.low,
    high: standsFor?.high,
    option: standsFor?.option,
  })
}

function linkNode({ claim, kind, target, supports }: Link, index: number): Node {
  return {
    '@id': `link:${index + 1}`,
    '@type': 'v:Link',
    claims: [{ '@id': `claim:${claim}` }],
    targetKind: kind,
    target,
    supports,
  }
}

/** Our own words, explained in the document. */
const VOCABULARY: readonly Node[] = (
  [
    ['Observation', 'A row of a table of figures or dated events.'],
    ['Contradiction', 'A question that sources answer differently, with the reason and what would settle it.'],
    ['Side', 'One answer to a contradiction, the claims that give it and what it would mean for the model.'],
    ['Link', 'A claim, what of the model or the data it feeds, and in five words what it supports.'],
  ] as const
).map(([name, comment]) => ({ '@id': `v:${name}`, '@type': 'rdfs:Class', label: name, comment }))

/** Without what is absent or empty. */
function present(node: Readonly<Record<string, unknown>>): Node {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined && value !== ''))
}

function withoutEmpty(text: { readonly en: string; readonly es: string }): Node {
  return present({ en: text.en, es: text.es })
}
