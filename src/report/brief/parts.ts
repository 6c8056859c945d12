// Pieces of which the body of a section is made. Words go in, HTML with both languages comes out.
import type { Words } from '../input.ts'
import { html } from '../markup.ts'

/** A part of the brief with its heading. */
export interface BriefSection {
  readonly id: string
  readonly title: Words
  /** HTML with both languages inside: made of these pieces, or of `html(words)`. */
  readonly body: string
}

/** A name inside a sentence. */
export const quoted = (name: Words): Words => ({ es: `«${name.es}»`, en: `“${name.en}”` })

export const paragraph = (words: Words, kind = ''): string => `<p${kind && ` class="${kind}"`}>${html(words)}</p>`

export const list = (items: readonly Words[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((words) => `<li>${html(words)}</li>`).join('')}</ul>`

/** A table whose first column names the rows. */
export function grid(head: readonly Words[], rows: readonly (readonly Words[])[]): string {
  const top = head.map((words) => `<th scope="col">${html(words)}</th>`).join('')
  const body = rows.map(([name, ...cells]) => {
    const first = name === undefined ? '' : `<th scope="row">${html(name)}</th>`
    return `<tr>${first}${cells.map((words) => `<td>${html(words)}</td>`).join('')}</tr>`
  })
  return `<table><thead><tr>${top}</tr></thead><tbody>${body.join('')}</tbody></table>`
}
