import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Problem } from '../problem.ts'
import { type Table, textIn } from '../table.ts'
import type { Claim } from './claim.ts'
import { listIn } from './read.ts'

/** Whether paraphrases are short and our own. */

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

/** Paraphrases that share seven consecutive words with a document. `runs`: the table evidence/runs.csv. */
export function copyProblems(claims: readonly Claim[], runs: Table | undefined): Problem[] {
  const known = new Map<string, string>()
  for (const { values } of runs?.rows ?? [])
    for (const hash of listIn(values, 'runs'))
      known.set(hash, `${textIn(values, 'source')} ${textIn(values, 'locator')}`)
  if (known.size === 0) return []
  return claims.flatMap(({ paraphrase, file, line }) =>
    COLUMNS.flatMap(([language, field]): Problem[] => {
      for (const run of runsOf(paraphrase[language])) {
        const place = known.get(hashOfWords(run))
        if (place === undefined) continue
        const what = `shares the words "${run.join(' ')}" with document ${place}`
        const expected = `fewer than ${RUN} consecutive words of a document`
        return [{ code: 'copied', file, line, field, what, expected, todo: 'say it in your own words' }]
      }
      return []
    }),
  )
}

const COLUMNS = [
  ['en', 'paraphrase'],
  ['es', 'paraphrase_es'],
] as const
