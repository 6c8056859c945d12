// Markdown with tables and ```math blocks, in one language.

import { number } from '../format.ts'
import type { Language, Words } from '../input.ts'
import type { Heading } from './headings.ts'

export const code = (text: string): string => `\`${text}\``
export const codes = (list: readonly string[]): string => list.map(code).join(', ') || '—'

/** Text of the code, safe in a line or a cell: what Markdown would read as a mark is escaped; `words` in backticks stay. */
export const plain = (text: string): string => text.replace(/[\\*_<>|[\]]/g, '\\$&')

/** What writes a description in one language. `K`: keys of its words. */
export class Writer<K extends string = Heading> {
  readonly language: Language
  readonly #words: Readonly<Record<K, Words>>
  readonly #lines: string[] = []

  constructor(language: Language, words: Readonly<Record<K, Words>>) {
    this.language = language
    this.#words = words
  }

  word(key: K, values: Readonly<Record<string, string | number>> = {}): string {
    return this.#words[key][this.language].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole))
  }

  /** A text that exists in English only, in a sentence or a cell of its own. */
  english(text: string): string {
    const shown = plain(text)
    return this.language === 'en' || text === '' ? shown : `[en] ${shown}`
  }

  /** With all its digits, the decimal sign of the language, and thin spaces from 10 000 on. */
  figure(value: number): string {
    const size = Math.abs(value)
    if (size >= 1e15 || (size > 0 && size < 1e-6)) return String(value).replace('.', this.language === 'es' ? ',' : '.')
    const decimals = String(value).includes('e') ? 9 : (String(value).split('.')[1]?.length ?? 0)
    return size < 10_000
      ? number(value, decimals, this.language).replace('\u202F', '')
      : number(value, decimals, this.language)
  }

  heading(level: number, text: string): void {
    this.paragraph(`${'#'.repeat(level)} ${text}`)
  }

  paragraph(text: string): void {
    if (text !== '') this.#lines.push(text, '')
  }

  list(items: readonly string[]): void {
    if (items.length > 0) this.#lines.push(...items.map((item) => `- ${item}`), '')
  }

  /** Rows under their heads; nothing where there are no rows. */
  table(heads: readonly K[], rows: readonly (readonly string[])[]): void {
    if (rows.length === 0) return
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
    this.#lines.push(line(heads.map((head) => this.word(head))), line(heads.map(() => '---')), ...rows.map(line), '')
  }

  /** Formulas under each other. */
  math(formulas: readonly string[]): void {
    if (formulas.length === 0) return
    const body = formulas
      .map((tex) => `&${tex.replace(/\\text\{[^{}]*\}/g, (text) => text.replace(/(?<!\\)_/g, '\\_'))}`)
      .join(' \\\\\n')
    this.#lines.push('```math', '\\begin{aligned}', body, '\\end{aligned}', '```', '')
  }

  toString(): string {
    return `${this.#lines.join('\n').trimEnd()}\n`
  }
}
