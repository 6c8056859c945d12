import { numberIn, type Row, type Table, textIn } from '../table.ts'
import type { Contradiction, Reason, Side, StandsFor } from './contradiction.ts'
import { grouped } from './grouped.ts'
import type { Link, LinkKind } from './link.ts'
import type { Sentence } from './sentence.ts'
import type { Source } from './source.ts'
import type { Subject, Topic } from './subject.ts'

/** Tables of data/evidence to the things they describe, in file order. A missing table gives an empty list. */

/** `<name>_en` and `<name>_es`, or `en` and `es` without a name. */
function both(values: Row['values'], name = ''): { en: string; es: string } {
  return { en: textIn(values, `${name}en`), es: textIn(values, `${name}es`) }
}

/** The words of a cell that lists several, separated by spaces. */
export function listIn(values: Row['values'], column: string): string[] {
  return textIn(values, column).split(' ').filter(Boolean)
}

export function sourcesIn(table: Table | undefined): Source[] {
  return (table?.rows ?? []).map(({ line, values }) => ({
    id: textIn(values, 'id'),
    title: textIn(values, 'title'),
    producer: textIn(values, 'producer'),
    date: textIn(values, 'date'),
    dateBasis: textIn(values, 'date_basis'),
    kind: textIn(values, 'kind'),
    url: textIn(values, 'url'),
    reliability: textIn(values, 'reliability'),
    origin: textIn(values, 'origin'),
    independence: textIn(values, 'independence'),
    line,
  }))
}

/** `names`: those of all series; a blank in one is written `_` in the list of a subject. */
export function subjectsIn(table: Table | undefined, names: ReadonlySet<string> = new Set()): Subject[] {
  const written = new Map([...names].map((name) => [name.replaceAll(' ', '_'), name]))
  return (table?.rows ?? []).map(({ line, values }) => ({
    id: textIn(values, 'id'),
    topic: textIn(values, 'topic'),
    label: both(values),
    unit: textIn(values, 'unit'),
    series: listIn(values, 'series').map((name) => written.get(name) ?? name),
    about: textIn(values, 'about'),
    line,
  }))
}

export function topicsIn(table: Table | undefined): Topic[] {
  return (table?.rows ?? []).map(({ values }) => ({ id: textIn(values, 'id'), label: both(values) }))
}

/** Contradictions with their sides; sides of an id that no contradiction has are passed over (they are reported elsewhere). */
export function contradictionsIn(table: Table | undefined, sides: Table | undefined): Contradiction[] {
  const sidesOf = grouped((sides?.rows ?? []).map((row) => [textIn(row.values, 'contradiction'), row] as const))
  return (table?.rows ?? []).map(({ line, values }) => ({
    id: textIn(values, 'id'),
    subject: textIn(values, 'subject'),
    title: both(values),
    reason: (values.reason as Reason | null) ?? 'unknown',
    also: listIn(values, 'also') as Reason[],
    why: both(values, 'why_'),
    settle: both(values, 'settle_'),
    status: values.status === 'explained' ? 'explained' : 'open',
    sides: (sidesOf.get(textIn(values, 'id')) ?? []).map(sideIn),
    line,
  }))
}

function sideIn({ line, values }: Row): Side {
  const kind = values.target_kind as StandsFor['kind'] | null
  const standsFor = kind && {
    kind,
    target: textIn(values, 'target'),
    ...numberIn(values, 'low', 'low'),
    ...numberIn(values, 'high', 'high'),
    ...(values.option === null ? {} : { option: textIn(values, 'option') }),
  }
  return {
    side: textIn(values, 'side'),
    label: both(values),
    claims: listIn(values, 'claims'),
    ...(standsFor ? { standsFor } : {}),
    line,
  }
}

export function linksIn(table: Table | undefined): Link[] {
  return (table?.rows ?? []).map(({ line, values }) => ({
    claim: textIn(values, 'claim'),
    kind: (values.kind as LinkKind | null) ?? 'parameter',
    target: textIn(values, 'target'),
    supports: textIn(values, 'supports'),
    line,
  }))
}

export function sentencesIn(table: Table | undefined): Sentence[] {
  return (table?.rows ?? []).map(({ line, values }) => ({
    source: textIn(values, 'source'),
    locator: textIn(values, 'locator'),
    hash: textIn(values, 'hash'),
    holds: listIn(values, 'holds'),
    claims: listIn(values, 'claims'),
    reason: textIn(values, 'reason'),
    line,
  }))
}
