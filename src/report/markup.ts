// HTML and SVG as text. Every word stands in both languages side by side; one attribute of the page shows one of them.
import type { Words } from './input.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c)

function inBoth(words: Words, tag: string): string {
  if (words.es === words.en) return escaped(words.es)
  return `<${tag} lang="es">${escaped(words.es)}</${tag}><${tag} lang="en">${escaped(words.en)}</${tag}>`
}
/** In HTML. */
export const html = (words: Words): string => inBoth(words, 'span')
/** Inside an SVG `<text>`. */
export const svg = (words: Words): string => inBoth(words, 'tspan')

/** A tooltip of an SVG mark. The page's script changes its language. */
export function title(words: Words): string {
  if (words.es === words.en) return `<title>${escaped(words.es)}</title>`
  return `<title data-es="${escaped(words.es)}" data-en="${escaped(words.en)}">${escaped(words.es)}</title>`
}

/** One decimal is finer than any screen at this size. */
export const px = (value: number): string => String(Math.round(value * 10) / 10)

/** Only http(s) addresses become links; anything else stays text. */
export function link(url: string | undefined, text: string): string {
  return url && /^https?:\/\//i.test(url) ? `<a href="${escaped(url)}" rel="noreferrer">${text}</a>` : text
}

/** Text in lines of at most `width` letters, broken at spaces; what does not fit in `most` lines ends in an ellipsis. */
export function lines(text: string, width: number, most = 2): string[] {
  const result: string[] = []
  for (const word of text.split(' ')) {
    const last = result.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= width) result[result.length - 1] = `${last} ${word}`
    else result.push(word)
  }
  const kept = result.slice(0, most).map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line))
  const end = kept.length - 1
  if (result.length > most && !kept[end]?.endsWith('…')) kept[end] = `${(kept[end] ?? '').slice(0, width - 1)}…`
  return kept
}
