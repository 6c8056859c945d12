// What the ledger covers and what it does not, in plain text.
import type { Carried, Coverage } from '../../evidence/ledger/coverage.ts'
import type { Language } from '../input.ts'
import { wrap } from '../text.ts'
import { fill } from '../words.ts'
import { LINK_WORDS, REASON_WORDS } from './words.ts'

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
    en: '{claimed} of {all} parameters rest on claims, {judgement} on judgement alone, {unlinked} name a source without a claim.',
    es: '{claimed} de {all} parámetros descansan en afirmaciones, {judgement} solo en un juicio, {unlinked} nombran una fuente sin afirmación.',
  },
  judgement: { en: 'Judgement alone', es: 'Solo un juicio' },
  unused: {
    en: '{n} written claims feed nothing and stand in no contradiction',
    es: '{n} afirmaciones escritas no alimentan nada ni están en una contradicción',
  },
  contradictions: {
    en: '{n} contradictions, {open} open: {reasons}.',
    es: '{n} contradicciones, {open} abiertas: {reasons}.',
  },
  carried: { en: 'Who carries what (independent origins)', es: 'Quién sostiene qué (orígenes independientes)' },
  faults: {
    en: '{dup} duplicates at one place of a document, {dangling} dangling ids.',
    es: '{dup} repeticiones en un lugar de un documento, {dangling} ids sin destino.',
  },
} as const

export function coveredText(covered: Coverage, language: Language, width: number): string {
  const { claims, sentences, parameters, contradictions, unused } = covered
  const say = (key: keyof typeof WORDS, values: Readonly<Record<string, string | number>> = {}) =>
    fill(WORDS[key], values)[language]
  const counts = (record: Readonly<Record<string, number>>) =>
    Object.entries(record)
      .sort((a, b) => b[1] - a[1])
      .map(([name, n]) => `${name} ${n}`)
      .join(', ')
  const lines = [
    say('claims', { n: claims.written, kinds: counts(claims.byKind), rows: claims.observations }),
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
      `  ${say('reasons')}: ${counts(one.reasons)}`,
    ]),
    '',
    say('parameters', {
      claimed: parameters.claimed.length,
      all: parameters.all,
      judgement: parameters.judgement.length,
      unlinked: parameters.unlinked.length,
    }),
    `  ${say('judgement')}: ${parameters.judgement.join(', ')}`,
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
    `${say('unused', { n: unused.length })}: ${unused.join(', ')}`,
    say('faults', { dup: covered.duplicates, dangling: covered.dangling }),
    '',
    say('carried'),
    ...covered.carried
      .filter(({ by }) => by !== 'parameter' && by !== 'observation' && by !== 'event')
      .map((one) => carriedLine(one, language)),
  ]
  return `${lines.flatMap((line) => (line === '' ? [''] : hanging(line, width))).join('\n')}\n`
}

function carriedLine({ by, name, claims, origins }: Carried, language: Language): string {
  const kind = by === 'topic' || by === 'subsystem' ? by : LINK_WORDS[by][language]
  const shown = origins.slice(0, 8).join(', ')
  return `  ${kind} ${name}: ${claims} · ${origins.length}: ${shown}${origins.length > 8 ? ', …' : ''}`
}

function hanging(line: string, width: number): string[] {
  const by = line.length - line.trimStart().length
  return wrap(line.trimStart(), width - by - 2).map((part, k) => ' '.repeat(k === 0 ? by : by + 2) + part)
}
