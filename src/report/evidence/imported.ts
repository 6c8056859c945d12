// What an import would add or has added: every row accounted for, what was dropped, what disagrees with the ledger.
import type { ImportResult } from '../../evidence/exchange/result.ts'
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import type { Language } from '../input.ts'
import { wrap } from '../text.ts'
import { fill } from '../words.ts'
import { foundLines } from './found.ts'

const WORDS = {
  rows: {
    en: '{read} rows read as {kind}: {added} new, {merged} summed into months, {duplicate} known already, {outside} outside the area, {refused} refused.',
    es: '{read} filas leídas como {kind}: {added} nuevas, {merged} sumadas en meses, {duplicate} ya conocidas, {outside} fuera del área, {refused} rechazadas.',
  },
  duplicates: { en: 'Known already', es: 'Ya conocidas' },
  line: { en: 'line', es: 'línea' },
  dropped: {
    en: 'Dropped, nothing finer than district and month is kept',
    es: 'Descartado, no se guarda nada más fino que distrito y mes',
  },
  coarsened: { en: 'Kept coarser', es: 'Guardado con menos detalle' },
  cells: { en: 'cells', es: 'celdas' },
  contradictions: { en: '{n} disagreements with the ledger', es: '{n} discrepancias con el libro' },
  preview: {
    en: 'Nothing is written yet: add --write to add these rows.',
    es: 'Aún no se escribió nada: agregue --write para sumar estas filas.',
  },
  written: { en: 'Written', es: 'Escrito' },
  more: { en: 'more', es: 'más' },
} as const

/** Entries of a list that are shown; --json has all. */
const MOST = 12

export function importedText(result: ImportResult, ledger: Ledger, language: Language, width: number): string {
  const { rows, kind, duplicates, dropped, coarsened, contradictions, notices, written } = result
  const counts = (record: Readonly<Record<string, number>>) =>
    Object.entries(record).map(([column, n]) => `${column}: ${n} ${WORDS.cells[language]}`)
  const known = duplicates.map(({ line, of }) => `${WORDS.line[language]} ${line}: ${of}`)
  const disagree = contradictions.slice(0, MOST).flatMap((found) => foundLines(ledger, found, language, width - 2))
  return `${[
    ...wrap(fill(WORDS.rows, { ...rows, kind: kind ?? '?' })[language], width),
    ...notices.map(({ field, what }) => `  ${field === undefined ? '' : `${field}: `}${what}`),
    ...list(WORDS.dropped[language], counts(dropped), language),
    ...list(WORDS.coarsened[language], counts(coarsened), language),
    ...list(WORDS.duplicates[language], known, language),
    ...(contradictions.length === 0
      ? []
      : [
          '',
          `${fill(WORDS.contradictions, { n: contradictions.length })[language]}:`,
          ...disagree.map((line) => `  ${line}`),
        ]),
    ...(contradictions.length > MOST ? [`  … ${contradictions.length - MOST} ${WORDS.more[language]}`] : []),
    '',
    written.length === 0 ? WORDS.preview[language] : `${WORDS.written[language]}: ${written.join(', ')}`,
  ].join('\n')}\n`
}

function list(title: string, texts: readonly string[], language: Language): string[] {
  if (texts.length === 0) return []
  const rest = texts.length - MOST
  const more = rest > 0 ? [`  … ${rest} ${WORDS.more[language]}`] : []
  return ['', `${title}:`, ...texts.slice(0, MOST).map((text) => `  ${text}`), ...more]
}
