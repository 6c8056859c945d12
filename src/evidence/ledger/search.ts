import type { Claim } from './claim.ts'
import type { Ledger } from './ledger.ts'
import { postingsOf } from './postings.ts'
import type { Source } from './source.ts'
import type { Subject } from './subject.ts'
import { isStopWord } from './synonyms.ts'
import { decimalsOf, folded, termsOf, wordsOf } from './terms.ts'

export interface Hit {
  readonly claim: Claim
  /** Higher is nearer; comparable only within one answer. */
  readonly score: number
}

/** Full-text search over claims, in both languages at once. */
export interface SearchIndex {
  /**
   * The claims nearest to the words, best first. Accents, case, plurals, thousands separators and the order of the words do not
   * matter, words of the field are found in the other language too, and a word that stands nowhere may be the beginning of one.
   * Words found nowhere are left aside (see `ignored`); claims with all the others are found; if there is none, those with some,
   * those with most first. An id goes first. No words, no hits.
   */
  search(text: string, options?: { readonly limit?: number }): Hit[]
  /** Words of the text that no claim has, not even as a beginning, folded. */
  ignored(text: string): string[]
}

/** The words of a text that are searched for, each once, in the order of their letters; those that carry nothing only alone. */
export function searchWords(text: string): string[] {
  const all = wordsOf(text)
  return [...new Set(all.filter((word) => !isStopWord(word) || all.length === 1))].sort().slice(0, 200)
}

/** How fast repetition saturates, and how much long texts are marked down: the usual values of BM25. */
const K1 = 1.2
const B = 0.75
/** Letters that the beginning of a word needs. */
const SHORTEST = 2
/** A word found through its idea or its beginning counts less than the word itself. */
const NEAR = { itself: 1, idea: 0.7, beginning: 0.5 } as const

/** The index of everything in a ledger: what texts assert and what tables do. */
export function ledgerIndex(ledger: Ledger): SearchIndex {
  return searchIndex([...ledger.everything()], ledger)
}

/** An index of these claims; about 30 µs a claim. */
export function searchIndex(
  claims: readonly Claim[],
  around: { readonly sources: ReadonlyMap<string, Source>; readonly subjects: ReadonlyMap<string, Subject> },
): SearchIndex {
  const { termIds, vocabulary, starts, docs, counts, lengths } = postingsOf(claims, around)
  const impacts = impactsOf(docs, counts, lengths)
  const byId = new Map(claims.map((claim, doc) => [folded(claim.id), doc]))
  const scores = new Float64Array(claims.length)
  const best = new Float64Array(claims.length)
  const matched = new Uint8Array(claims.length)
  const touched = new Uint32Array(claims.length)
  const seen = new Uint32Array(claims.length)
  let touches = 0

  const rarityOf = (term: number): number => {
    const claimsWith = (starts[term + 1] ?? 0) - (starts[term] ?? 0)
    return Math.log(1 + (claims.length - claimsWith + 0.5) / (claimsWith + 0.5))
  }
  /** Raises the best score of the present word for every claim that holds the term. */
  const visit = (term: number, weight: number) => {
    const [from = 0, to = 0] = [starts[term], starts[term + 1]]
    const rarity = weight * rarityOf(term)
    for (let k = from; k < to; k++) {
      const doc = docs[k] as number
      const score = rarity * (impacts[k] as number)
      const old = best[doc] as number
      if (old === 0) touched[touches++] = doc
      if (score > old) best[doc] = score
    }
  }

  /** The terms that a word stands for, and how near they are; none where no claim has it. */
  const termsFor = (word: string, decimal?: string): Term[] => {
    const [stem = word, ...ideas] = termsOf(word)
    const own = termIds.get(stem)
    const found: Term[] = own === undefined ? [] : [{ term: own, weight: NEAR.itself }]
    for (const idea of ideas) {
      const term = termIds.get(idea)
      if (term !== undefined) found.push({ term, weight: NEAR.idea })
    }
    if (found.length > 0) return found
    // `2.925` may be read as 2925; where that stands nowhere, as the decimal.
    const other = termIds.get(decimal ?? '')
    if (other !== undefined) return [{ term: other, weight: NEAR.itself }]
    if (word.length < SHORTEST || /^\d/.test(word)) return []
    const starts = [...new Set([word, stem])].flatMap((start) => {
      const longer: number[] = []
      for (let k = firstFrom(vocabulary, start); vocabulary[k]?.term.startsWith(start); k++)
        longer.push(vocabulary[k]?.number as number)
      return longer
    })
    return [...new Set(starts)].map((term) => ({ term, weight: NEAR.beginning }))
  }

  const ignored: SearchIndex['ignored'] = (text) => {
    const decimals = decimalsOf(text)
    return searchWords(text).filter((word) => !byId.has(word) && termsFor(word, decimals.get(word)).length === 0)
  }

  const search: SearchIndex['search'] = (text, { limit = 20 } = {}) => {
    const all = wordsOf(text)
    const decimals = decimalsOf(text)
    let hits = 0
    let words = 0
    for (const word of searchWords(text)) {
      touches = 0
      const terms = termsFor(word, decimals.get(word))
      if (terms.length > 0) words += 1
      for (const { term, weight } of terms) visit(term, weight)
      for (let k = 0; k < touches; k++) {
        const doc = touched[k] as number
        if (matched[doc] === 0) seen[hits++] = doc
        matched[doc] = (matched[doc] as number) + 1
        scores[doc] = (scores[doc] as number) + (best[doc] as number)
        best[doc] = 0
      }
    }
    const found = seen.subarray(0, hits)
    const most = found.reduce((high, doc) => Math.max(high, matched[doc] as number), 0)
    const named = new Set(all.flatMap((word) => byId.get(word) ?? []))
    const whole = most === words
    for (const doc of found)
      if (!whole) scores[doc] = (scores[doc] as number) + 1e3 * (matched[doc] as number)
      else if (matched[doc] !== most) scores[doc] = 0
    for (const doc of named) scores[doc] = (scores[doc] as number) + 1e6
    const answer = bestOf(found, scores, limit).map((doc) => ({
      claim: claims[doc] as Claim,
      score: scores[doc] as number,
    }))
    for (const doc of found) matched[doc] = scores[doc] = 0
    return answer
  }
  return { search, ignored }
}

/** A term of the index and what it counts for the word that led to it. */
interface Term {
  readonly term: number
  readonly weight: number
}

/** The part of BM25 that the query does not change, by posting. */
function impactsOf(docs: Uint32Array, counts: Uint16Array, lengths: Float64Array): Float64Array {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  return Float64Array.from(docs, (doc, k) => {
    const count = counts[k] as number
    return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * (lengths[doc] as number)) / mean))
  })
}

/** Index of the first word not before `start`. */
function firstFrom(sorted: readonly { readonly term: string }[], start: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.term ?? '') < start) low = middle + 1
    else high = middle
  }
  return low
}

/** The `limit` highest above zero, best first, equal ones in file order. */
function bestOf(docs: Uint32Array, scores: Float64Array, limit: number): number[] {
  const before = (a: number, b: number) => (scores[b] as number) - (scores[a] as number) || a - b
  if (limit > 100)
    return [...docs]
      .filter((doc) => (scores[doc] as number) > 0)
      .sort(before)
      .slice(0, limit)
  const kept: number[] = []
  for (const doc of docs) {
    if (scores[doc] === 0 || (kept.length === limit && before(kept[limit - 1] as number, doc) <= 0)) continue
    let k = kept.length
    while (k > 0 && before(kept[k - 1] as number, doc) > 0) k--
    kept.splice(k, 0, doc)
    if (kept.length > limit) kept.pop()
  }
  return kept
}
