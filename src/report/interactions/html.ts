// The interactions of instruments as one self-contained file in both languages.
import type { Interactions } from '../../lab/interactions/interactions.ts'
import { grid, list } from '../brief/parts.ts'
import type { Language } from '../input.ts'
import { html } from '../markup.ts'
import { documentOf } from '../search/document.ts'
import { aboutInteractions, pairSentences, sharesTable, toldOutcomes } from './tables.ts'
import { tell } from './words.ts'

export function interactionsHtml(result: Interactions, sample: number, language: Language): string {
  const sections = toldOutcomes(result).map((of) => {
    const { title, head, rows } = sharesTable(result, of)
    return `<section><h2>${html(title)}</h2><div class="wide">${grid(head, rows)}</div></section>`
  })
  const said = list(pairSentences(result, toldOutcomes(result)))
  return documentOf(tell('title'), said + sections.join('') + list(aboutInteractions(result, sample)), language)
}
