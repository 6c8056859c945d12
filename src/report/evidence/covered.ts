// What the ledger covers and what it does not, in plain text.
import type { Coverage } from '../../evidence/ledger/coverage.ts'
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import { type OutcomeName, outcomes } from '../../system/outcomes.ts'
import type { Language } from '../input.ts'
import { cut, left, right, wrap } from '../text.ts'
import { fill } from '../words.ts'
import { KINDS, REASON_WORDS, sentenceReasonWords } from './words.ts'

const WORDS = {
  claims: {
    en: '{n} written claims ({kinds}), {rows} rows of series and events.',
    es: '{n} afirmaciones escritas ({kinds}), {rows} filas de series y hechos.',
  },
  sentences: {
    en: 'Document {d}: {all} sentences, {holding} with a number, date, event or cause; {claimed} in claims, {reasoned} left out with a reason, {open} open.',
    es: 'Documento {d}: {all} oraciones, {holding} con número, fecha, hecho o causa; {claimed} en afirmaciones, {reasoned} fuera con su razón, {open} pendientes.',
  },
  reasons: { en: 'Left out because', es: 'Fuera porque' },
  parameters: {
    en: '{all} parameters: {figures} rest on figures of claims, {sign} have a sign from a source, but the size is a judgement, {judgement} rest on judgement alone, {unlinked} name a source without a claim.',
    es: '{all} parámetros: {figures} descansan en cifras de afirmaciones, {sign} tienen el signo de una fuente, pero la magnitud es un juicio, {judgement} descansan solo en un juicio, {unlinked} nombran una fuente sin afirmación.',
  },
  judgement: { en: 'On judgement alone, of all', es: 'Solo en un juicio, del total' },
  sign: { en: 'Sign from a source, size a judgement', es: 'Signo de una fuente, magnitud a juicio' },
  unused: {
    en: '{n} written claims feed nothing and stand in no contradiction, by topic',
    es: '{n} afirmaciones escritas no alimentan nada ni están en una contradicción, por tema',
  },
  ids: { en: 'Names and ids of these lists are in --json.', es: 'Los nombres e ids de estas listas están en --json.' },
  outcome: { en: 'Outcome', es: 'Resultado' },
  said: { en: 'claims', es: 'afirm.' },
  rows: { en: 'rows', es: 'filas' },
  origins: { en: 'origins', es: 'orígenes' },
  most: { en: 'most from', es: 'sobre todo de' },
  outcomes: {
    en: 'What carries each outcome, in any place and year',
    es: 'Qué sostiene cada resultado, en cualquier lugar y año',
  },
  topics: { en: 'What carries each topic', es: 'Qué sostiene cada tema' },
  topic: { en: 'Topic', es: 'Tema' },
  contradictions: {
    en: '{n} contradictions, {open} open: {reasons}.',
    es: '{n} contradicciones, {open} abiertas: {reasons}.',
  },
  faults: {
    en: '{dup} duplicates at one place of a document, {dangling} dangling ids.',
    es: '{dup} repeticiones en un lugar de un documento, {dangling} ids sin destino.',
  },
} as const

export function coveredText(ledger: Ledger, covered: Coverage, language: Language, width: number): string {
  const { claims, sentences, parameters, contradictions, unused } = covered
  const say = (key: keyof typeof WORDS, values: Readonly<Record<string, string | number>> = {}) =>
    fill(WORDS[key], values)[language]
  const counts = (record: Readonly<Record<string, number>>) =>
    Object.entries(record)
      .sort((a, b) => b[1] - a[1])
      .map(([name, n]) => `${name} ${n}`)
      .join(', ')
  const topic = (id: string) => ledger.topics.get(id)?.label[language] ?? id
  const shares = (what: 'judgement' | 'sign') =>
    Object.entries(parameters.bySubsystem)
      .flatMap(([name, one]) => (one[what] > 0 ? [`${name} ${one[what]}/${one.all}`] : []))
      .join(', ')
  const lines = [
    say('claims', {
      n: claims.written,
      kinds: counts(named(claims.byKind, (kind) => KINDS[kind as keyof typeof KINDS][language])),
      rows: claims.observations,
    }),
    '',
    ...sentences.flatMap((one) => [
      say('sentences', {
        d: one.source,
        all: one.sentences,
        holding: one.holding,
        claimed: one.claimed,
        reasoned: one.reasoned,
        open: one.open.length,
      }),
      ...(Object.keys(one.reasons).length === 0
        ? []
        : [`  ${say('reasons')}: ${counts(named(one.reasons, (reason) => sentenceReasonWords(reason, language)))}`]),
    ]),
    '',
    say('parameters', {
      figures: parameters.claimed.length - parameters.signOnly.length,
      sign: parameters.signOnly.length,
      all: parameters.all,
      judgement: parameters.judgement.length,
      unlinked: parameters.unlinked.length,
    }),
    `  ${say('judgement')}: ${shares('judgement')}`,
    `  ${say('sign')}: ${shares('sign')}`,
    '',
    say('contradictions', {
      n: contradictions.all,
      open: contradictions.open,
      reasons: counts(
        Object.fromEntries(
          Object.entries(contradictions.byReason).map(([reason, n]) => [
            REASON_WORDS[reason as keyof typeof REASON_WORDS]?.[language] ?? reason,
            n,
          ]),
        ),
      ),
    }),
    `${say('unused', { n: unused.length })}: ${counts(named(covered.unusedByTopic, topic))}`,
    say('ids'),
    say('faults', { dup: covered.duplicates, dangling: covered.dangling }),
  ]
  const byOutcome = covered.outcomes.map(
    ({ outcome, claims, observations, origins }): Row => ({
      name: outcome in outcomes ? outcomes[outcome as OutcomeName][language] : outcome,
      claims,
      rows: observations,
      origins: origins.length,
      most: origins.map(({ origin }) => origin),
    }),
  )
  const byTopic = covered.carried
    .filter(({ by }) => by === 'topic')
    .map(({ name, claims, origins }): Row => ({ name: topic(name), claims, origins: origins.length }))
  const tables = [
    ...(byOutcome.length > 0 ? ['', say('outcomes'), ...table(say('outcome'), byOutcome, language, width)] : []),
    ...['', say('topics'), ...table(say('topic'), byTopic, language, width)],
  ]
  return `${[...lines.flatMap((line) => (line === '' ? [''] : hanging(line, width))), ...tables].join('\n')}\n`
}

/** A row of a table: what it is about, how much is said of it, by how many origins, and those that say most. */
interface Row {
  readonly name: string
  readonly claims: number
  readonly rows?: number
  readonly origins: number
  readonly most?: readonly string[]
}

function table(head: string, rows: readonly Row[], language: Language, width: number): string[] {
  const name = Math.max(head.length, ...rows.map((row) => row.name.length))
  const seen = rows.some((row) => row.rows !== undefined)
  const line = (first: string, claims: string | number, rowsOf: string | number, origins: string | number) =>
    `  ${left(first, name)} ${right(String(claims), 7)}${seen ? right(String(rowsOf), 7) : ''} ${right(String(origins), 8)}`
  const top = line(head, WORDS.said[language], WORDS.rows[language], WORDS.origins[language])
  return [
    seen ? `${top}  ${WORDS.most[language]}` : top,
    ...rows.map((row) => {
      const start = line(row.name, row.claims, row.rows ?? '', row.origins)
      return `${start}  ${fitting(row.most ?? [], width - start.length - 2)}`.trimEnd()
    }),
  ]
}

/** The first names, as many as there is room for. */
function fitting(names: readonly string[], room: number): string {
  const [first = '', ...more] = names
  let text = cut(first, room)
  for (const name of more) {
    if (text.length + name.length + 2 > room) break
    text += `, ${name}`
  }
  return text
}

function named(counts: Readonly<Record<string, number>>, word: (name: string) => string): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([name, n]) => [word(name), n]))
}

function hanging(line: string, width: number): string[] {
  const by = line.length - line.trimStart().length
  return wrap(line.trimStart(), width - by - 2).map((part, k) => ' '.repeat(k === 0 ? by : by + 2) + part)
}
