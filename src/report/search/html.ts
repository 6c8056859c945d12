// A search as one self-contained file in both languages.
import type { SearchResult } from '../../lab/search/result.ts'
import { grid, list, paragraph } from '../brief/parts.ts'
import type { WordTable } from '../decision/tables.ts'
import type { Language } from '../input.ts'
import { html } from '../markup.ts'
import { documentOf } from './document.ts'
import { parallelChart, parallelStyle } from './parallel.ts'
import { levelsTable, markWords, scoresTable, searchSentences } from './tables.ts'
import { tell } from './words.ts'

/** The chart, the tables and the sentences, without a page around them. */
export const searchBody = (result: SearchResult, sample: number): string => {
  const reference = { en: `“${result.reference.en}”`, es: `«${result.reference.es}»` }
  const table = ({ title, head, rows }: WordTable) =>
    `<section><h2>${html(title)}</h2><div class="wide">${grid(head, rows)}</div></section>`
  return [
    list(searchSentences(result, sample)),
    `<section><h2>${html(result.title)}</h2>${paragraph(tell('reading', { reference }), 'note')}${parallelChart(result)}</section>`,
    table(scoresTable(result)),
    paragraph(markWords, 'note'),
    table(levelsTable(result)),
  ].join('')
}

export const searchHtml = (result: SearchResult, sample: number, language: Language): string =>
  documentOf(tell('title'), searchBody(result, sample), language, parallelStyle)
