import { ideasOf } from './synonyms.ts'

const PLAIN = /^[ -~]*$/

/** Small letters without accents; other scripts as they are. */
export function folded(text: string): string {
  return (PLAIN.test(text) ? text : text.normalize('NFD').replace(/\p{Mn}/gu, '')).toLowerCase()
}

/** Thousands set apart by a space, point or comma: `35 709`, `35,709`, `35.709`; never `0.375`. */
const THOUSANDS = /(?<![\d.,])(?!0)\d{1,3}([ .,\u00a0\u2009\u202f])\d{3}(?:\1\d{3})*(?!\d)/g
const SPACED = /\d[ .,\u00a0\u2009\u202f]\d{3}/
const WORD = /\d+(?:[.,]\d+)?|[a-zA-Z0-9\u00c0-\u024f]+/g
/** Ten times slower, so only where a text leaves the Latin letters or sets accents apart. */
const ANY_WORD = /\d+(?:[.,]\d+)?|[\p{L}\p{N}\p{M}]+/gu
const FOREIGN = /[^\0-\u024f\u2000-\u2bff]/

/** The words of a text as they stand, thousands joined. */
export function rawWordsOf(text: string): readonly string[] {
  const joined = SPACED.test(text) ? text.replace(THOUSANDS, (number) => number.replace(/\D/g, '')) : text
  return joined.match(FOREIGN.test(joined) ? ANY_WORD : WORD) ?? []
}

/** The form in which words are compared: folded, and `3,50` as `3.5`. */
export const wordForm = (raw: string): string => (/^\d+[.,]/.test(raw) ? decimalOf(raw) : folded(raw))

/** The words of a text, folded, with numbers in one form: `35 709`, `35,709` and `35.709` give `35709`; `3,50` gives `3.5`. */
export const wordsOf = (text: string): string[] => rawWordsOf(text).map(wordForm)

/** By the form wordsOf gives them, the numbers of a text that may be decimals as well: `2.925` is `2925` and `2.925`. */
export function decimalsOf(text: string): Map<string, string> {
  const doubtful = text.match(THOUSANDS)?.filter((number) => /^\d+[.,]\d{3}$/.test(number)) ?? []
  return new Map(doubtful.map((number) => [number.replace(/\D/g, ''), decimalOf(number)]))
}

/** `3,50` and `3.5` are one number. */
const decimalOf = (word: string): string => word.replace(',', '.').replace(/\.?0+$/, '')

/**
 * The stem of a folded word, for both languages: plurals and the last vowel go (`hectáreas` and `hectárea`, `precios` and
 * `precio`, `families` and `family` are one). Light on purpose: what it joins too little, the ideas of synonyms.ts join.
 */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.endsWith('ie')) return `${word.slice(0, -2)}y`
  let stem = word
  if (/[^sui]s$/.test(stem)) stem = stem.slice(0, -1)
  if (stem.length > 4 && /[aeo]$/.test(stem)) stem = stem.slice(0, -1)
  return stem.length > 3 && stem.endsWith('z') ? `${stem.slice(0, -1)}c` : stem
}

/** Under what a word is kept: its stem, and `=idea` for each idea it stands for in either language. */
export function termsOf(word: string): readonly string[] {
  return [stemOf(word), ...ideasOf(word).map((idea) => `=${idea}`)]
}
