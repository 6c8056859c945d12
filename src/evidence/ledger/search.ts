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
   * The claims nearest to the words, best first. Accents, case, plurals and thousands separators do not matter, words of the field
   * are found in the other language too, and the last word may be unfinished. Claims with all the words are found; if there is
   * none, those with most of them. An id goes first. No words, no hits.
   */
  search(text: string, options?: { readonly limit?: number }): Hit[]
}

/** How fast repetition saturates, and how much long texts are marked down: the usual values of BM25. */
const K1 = 1.2
const B = 0.75
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
  const visit = (term: number | undefined, weight: number, atMost = Number.POSITIVE_INFINITY) => {
    if (term === undefined) return
    const [from = 0, to = 0] = [starts[term], starts[term + 1]]
    const rarity = weight * Math.min(atMost, rarityOf(term))
    for (let k = from; k < to; k++) {
      const doc = docs[k] as number
      const score = rarity * (impacts[k] as number)
      const old = best[doc] as number
      if (old === 0) touched[touches++] = doc
      if (score > old) best[doc] = score
    }
  }

  const search: SearchIndex['search'] = (text, { limit = 20 } = {}) => {
    const all = wordsOf(text)
    const decimals = decimalsOf(text)
    const unfinished = /[\p{L}\p{N}]$/u.test(text) ? all.at(-1) : undefined
    const words = [...new Set(all.filter((word) => !isStopWord(word) || all.length === 1))].slice(0, 200)
    let hits = 0
    for (const word of words) {
      touches = 0
      const [stem = word, ...ideas] = termsOf(word)
      for (const term of [stem, decimals.get(word)]) visit(termIds.get(term ?? ''), NEAR.itself)
      for (const idea of ideas) visit(termIds.get(idea), NEAR.idea)
      const own = termIds.get(stem)
      // A finished word is no less near than the rare longer ones that begin like it.
      const atMost = own === undefined ? undefined : rarityOf(own)
      if (word === unfinished)
        for (const start of new Set([word, stem]))
          for (let k = firstFrom(vocabulary, start); vocabulary[k]?.term.startsWith(start); k++)
            visit(vocabulary[k]?.number, NEAR.beginning, atMost)
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
    const whole = most === words.length
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
  return { search }
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
