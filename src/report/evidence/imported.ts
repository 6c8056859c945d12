// What an import would add or has added: every row accounted for, what was dropped, what disagrees with the ledger.
import type { Duplicate, ImportResult } from '../../evidence/exchange/result.ts'
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import type { Places } from '../../evidence/places.ts'
import type { Language } from '../input.ts'
import { wrap } from '../text.ts'
import { fill } from '../words.ts'
import { foundLines } from './found.ts'

const WORDS = {
  rows: {
    en: 'Rows read as {kind}: {read}. New: {added}; summed into months: {merged}; counts of an earlier import that change: {updated}; known already: {duplicate}; outside the area: {outside}; refused: {refused}.',
    es: 'Filas leídas como {kind}: {read}. Nuevas: {added}; sumadas en meses: {merged}; cuentas de una importación anterior que cambian: {updated}; ya conocidas: {duplicate}; fuera del área: {outside}; rechazadas: {refused}.',
  },
  figures: {
    en: 'Figures in the columns of years: {read}. New: {added}; known already: {duplicate}; refused: {refused}; empty: {empty}.',
    es: 'Cifras en las columnas de años: {read}. Nuevas: {added}; ya conocidas: {duplicate}; rechazadas: {refused}; vacías: {empty}.',
  },
  duplicates: { en: 'Known already', es: 'Ya conocidas' },
  repeats: { en: 'line {line}{field} repeats {of}', es: 'la línea {line}{field} repite {of}' },
  repeated_line: { en: 'line {n} of the file', es: 'la línea {n} del archivo' },
  repeated_row: { en: '{id} of the ledger', es: '{id} del libro' },
  updates: {
    en: 'An earlier import holds these months; their counts change (--write needs --replace for it)',
    es: 'Una importación anterior ya tiene estos meses; sus cuentas cambian (--write pide --replace para eso)',
  },
  replaced: { en: 'Counts of an earlier import, replaced', es: 'Cuentas de una importación anterior, reemplazadas' },
  dropped: {
    en: 'Cells dropped, nothing finer than district and month is kept',
    es: 'Celdas descartadas, no se guarda nada más fino que distrito y mes',
  },
  coarsened: { en: 'Cells kept coarser', es: 'Celdas guardadas con menos detalle' },
  contradictions: { en: '{n} disagreements with the ledger', es: '{n} discrepancias con el libro' },
  preview: {
    en: 'Nothing is written yet: add --write to add these rows.',
    es: 'Aún no se escribió nada: agregue --write para sumar estas filas.',
  },
  nothing_new: { en: 'There is nothing new to write.', es: 'No hay nada nuevo que escribir.' },
  written: { en: 'Written', es: 'Escrito' },
  more: { en: 'more', es: 'más' },
} as const

/** Entries of a list that are shown; --json has all. */
const MOST = 12

/** `write`: the user asked for it, so an answer without written files says that there is nothing new. */
export function importedText(
  result: ImportResult,
  ledger: Ledger,
  places: Places,
  language: Language,
  write: boolean,
  width: number,
): string {
  const { rows, figures, kind, duplicates, updates, dropped, coarsened, contradictions, notices, written } = result
  const counts = (record: Readonly<Record<string, number>>) =>
    Object.entries(record).map(([column, n]) => `${column}: ${n}`)
  const known = duplicates.map((duplicate) => repeatText(duplicate, language))
  const changed = updates.map(
    ({ series, place, period, was, now, of }) => `${series}, ${place}, ${period}: ${was} → ${now} (${of})`,
  )
  const end = result.added + updates.length === 0 ? WORDS.nothing_new : WORDS.preview
  const disagree = contradictions
    .slice(0, MOST)
    .flatMap((found) => foundLines(ledger, found, language, width - 2, places))
  return `${[
    ...wrap(fill(WORDS.rows, { ...rows, kind: kind ?? '?' })[language], width),
    ...(figures ? wrap(fill(WORDS.figures, { ...figures })[language], width) : []),
    ...notices.map(({ field, what }) => `  ${field === undefined ? '' : `${field}: `}${what}`),
    ...list(WORDS.dropped[language], counts(dropped), language),
    ...list(WORDS.coarsened[language], counts(coarsened), language),
    ...list(WORDS.duplicates[language], known, language),
    ...list((write ? WORDS.replaced : WORDS.updates)[language], changed, language),
    ...(contradictions.length === 0
      ? []
      : [
          '',
          `${fill(WORDS.contradictions, { n: contradictions.length })[language]}:`,
          ...disagree.map((line) => `  ${line}`),
        ]),
    ...(contradictions.length > MOST ? [`  … ${contradictions.length - MOST} ${WORDS.more[language]}`] : []),
    '',
    written.length === 0 ? end[language] : `${WORDS.written[language]}: ${written.join(', ')}`,
  ].join('\n')}\n`
}

/** `line 4 repeats line 2 of the file`, `line 4, 2019 repeats O2k… of the ledger`. */
function repeatText({ line, field, of }: Duplicate, language: Language): string {
  const earlier = /^line (\d+)$/.exec(of)?.[1]
  const what = earlier === undefined ? fill(WORDS.repeated_row, { id: of }) : fill(WORDS.repeated_line, { n: earlier })
  const column = field === undefined ? '' : `, ${field},`
  return fill(WORDS.repeats, { line, field: column, of: what[language] })[language]
}

function list(title: string, texts: readonly string[], language: Language): string[] {
  if (texts.length === 0) return []
  const rest = texts.length - MOST
  const more = rest > 0 ? [`  … ${rest} ${WORDS.more[language]}`] : []
  return ['', `${title}:`, ...texts.slice(0, MOST).map((text) => `  ${text}`), ...more]
}
