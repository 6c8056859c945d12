/** Sentences and tables of decisions on a terminal. */
import type { WordTable } from '../report/decision/tables.ts'
import type { Words } from '../report/input.ts'
import { wrap } from '../report/text.ts'
import type { Language } from './language.ts'
import { textTable } from './table.ts'

const widthOf = (columns: number): number => Math.max(60, Math.min(columns, 110))

/** One sentence a line, wrapped, continued lines indented. */
export const sentenceLines = (sentences: readonly Words[], language: Language, columns: number): string =>
  sentences.map((words) => `${wrap(words[language], widthOf(columns) - 2).join('\n  ')}\n`).join('')

/** The table under its title. */
export const tableLines = ({ title, head, rows }: WordTable, language: Language, columns: number): string => {
  const table = textTable(
    head.map((words) => words[language]),
    rows.map((row) => row.map((words) => words[language])),
  )
  return `${wrap(title[language], widthOf(columns)).join('\n')}\n${table}`
}
