import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Problem } from '../problem.ts'
import { type Table, textIn } from '../table.ts'
import { hiddenIn } from '../visible.ts'
import type { Claim } from './claim.ts'
import { listIn } from './read.ts'

/** Whether texts are short, our own and plain. */

/** Longest paraphrase. */
const MOST_WORDS = 25
/** So many consecutive words in common make a copy. */
const RUN = 7

/** Small letters and digits without accents and signs: what is compared between texts. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
}

/** First ten hexadecimal characters of the SHA-256 of the words. */
export function hashOfWords(words: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(words.join(' '))).subarray(0, 5))
}

/** The seven-word runs of a text, in order. */
export function runsOf(text: string): string[][] {
  const words = wordsOf(text)
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN))
}

/** Paraphrases that are too long. */
export function lengthProblems(claims: readonly Claim[]): Problem[] {
  return claims.flatMap(({ paraphrase, file, line }) =>
    COLUMNS.flatMap(([language, field]): Problem[] => {
      const count = paraphrase[language].split(/\s+/).filter(Boolean).length
      if (count <= MOST_WORDS) return []
      const expected = `at most ${MOST_WORDS} words`
      return [{ code: 'long', file, line, field, what: `has ${count} words`, expected, todo: 'say it in fewer words' }]
    }),
  )
}

/** Paraphrases and notes that share seven consecutive words with a document. `runs`: the table evidence/runs.csv. */
export function copyProblems(claims: readonly Claim[], runs: Table | undefined): Problem[] {
  const known = new Map<string, string>()
  for (const { values } of runs?.rows ?? [])
    for (const hash of listIn(values, 'runs'))
      known.set(hash, `${textIn(values, 'source')} ${textIn(values, 'locator')}`)
  if (known.size === 0) return []
  return claims.flatMap(({ paraphrase, note, file, line }) =>
    Object.entries({ paraphrase: paraphrase.en, paraphrase_es: paraphrase.es, note }).flatMap(
      ([field, text]): Problem[] => {
        for (const run of runsOf(text)) {
          const place = known.get(hashOfWords(run))
          if (place === undefined) continue
          const what = `shares the words "${run.join(' ')}" with document ${place}`
          const expected = `fewer than ${RUN} consecutive words of a document`
          return [{ code: 'copied', file, line, field, what, expected, todo: 'say it in your own words' }]
        }
        return []
      },
    ),
  )
}

/** A position in degrees: two numbers with at least two decimals, or degrees and minutes. */
const POSITION =
  /-?\b\d{1,3}[.,]\d{2,}\s*°?\s*[NSns]?\s*[,;/ ]\s*-\s?\d{1,3}[.,]\d{2,}|\b\d{1,3}\s*°\s*\d{1,2}\s*['′’]|\b\d{1,3}[.,]\d{3,}\s*°/

/** Whether a text tells a position, which is finer than a district. */
export const holdsPosition = (text: string): boolean => POSITION.test(text)

/** Texts in which a character hides or commands a terminal, and texts with a position. `tables`: those of evidence/. */
export function plainTextProblems(tables: Iterable<Table>): Problem[] {
  return [...tables].flatMap(({ file, rows }) =>
    rows.flatMap(({ line, values }) =>
      Object.entries(values).flatMap(([field, cell]): Problem[] => {
        if (typeof cell !== 'string') return []
        const problems: Problem[] = []
        const hidden = hiddenIn(cell)
        if (hidden !== undefined) {
          const what = `the character ${hidden} stands in the text`
          const expected = 'visible characters on one line'
          problems.push({
            code: 'control',
            file,
            line,
            field,
            what,
            expected,
            todo: 'remove it, or type the text again',
          })
        }
        if (holdsPosition(cell)) {
          const expected = 'nothing finer than a district'
          const todo = 'remove them'
          problems.push({ code: 'too-fine', file, line, field, what: 'the text holds coordinates', expected, todo })
        }
        return problems
      }),
    ),
  )
}

const COLUMNS = [
  ['en', 'paraphrase'],
  ['es', 'paraphrase_es'],
] as const
