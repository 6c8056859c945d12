import type { Claim } from './claim.ts'
import type { Source } from './source.ts'
import type { Subject } from './subject.ts'
import { isStopWord } from './synonyms.ts'
import { folded, rawWordsOf, termsOf, wordForm } from './terms.ts'
import { periodInWords } from './words.ts'

/** What a word weighs by where it stands. */
const WEIGHT = { id: 4, subject: 2, paraphrase: 2, place: 2, other: 1 } as const

/** Which claims hold which terms, how often. */
export interface Postings {
  /** Number of each term: a stem, or `=idea`. */
  readonly termIds: ReadonlyMap<string, number>
  /** The stems in the order of their letters, for beginnings. */
  readonly vocabulary: readonly { readonly term: string; readonly number: number }[]
  /** Postings of term t: docs and counts from starts[t] up to starts[t + 1]. */
  readonly starts: Uint32Array
  readonly docs: Uint32Array
  readonly counts: Uint16Array
  /** Weighted number of words of each claim. */
  readonly lengths: Float64Array
}

/** Reads every claim once; names and titles that come again are taken apart once. */
export function postingsOf(
  claims: readonly Claim[],
  {
    sources,
    subjects,
  }: { readonly sources: ReadonlyMap<string, Source>; readonly subjects: ReadonlyMap<string, Subject> },
): Postings {
  const termIds = new Map<string, number>()
  const termsByWord = new Map<string, readonly number[]>()
  const termsByName = new Map<string, readonly number[]>()
  const numberOf = (term: string): number => {
    const id = termIds.get(term) ?? termIds.size
    if (id === termIds.size) termIds.set(term, id)
    return id
  }
  const ofWord = (raw: string): readonly number[] => {
    const known = termsByWord.get(raw)
    if (known) return known
    const word = wordForm(raw)
    const found = isStopWord(word) ? [] : termsOf(word).map(numberOf)
    termsByWord.set(raw, found)
    return found
  }
  const ofName = (name: string): readonly number[] => {
    const known = termsByName.get(name)
    if (known) return known
    const found = rawWordsOf(name.replaceAll('_', ' ')).flatMap(ofWord)
    termsByName.set(name, found)
    return found
  }

  const pairs = new Pairs(claims.length)
  for (const [doc, claim] of claims.entries()) {
    const add = (terms: readonly number[], weight: number) => {
      for (const term of terms) pairs.add(doc, term, weight)
    }
    const label = subjects.get(claim.subject)?.label
    add([numberOf(folded(claim.id))], WEIGHT.id)
    for (const name of [claim.subject, label?.en, label?.es]) if (name) add(ofName(name), WEIGHT.subject)
    for (const text of [claim.paraphrase.en, claim.paraphrase.es])
      for (const word of rawWordsOf(text)) add(ofWord(word), WEIGHT.paraphrase)
    add(ofName(claim.place), WEIGHT.place)
    const title = sources.get(claim.source)?.title
    for (const name of [claim.attributedTo, claim.origin, title, claim.period, claim.unit, claim.note, claim.series])
      if (name) add(ofName(name), WEIGHT.other)
    // `2023-09` is September too.
    if (claim.when !== undefined && claim.period.includes('-'))
      add(ofName(periodInWords(claim.when, 'en')), WEIGHT.other)
    for (const figure of [claim.low, claim.value, claim.high])
      if (figure !== undefined) add([numberOf(String(Math.abs(figure)))], WEIGHT.paraphrase)
  }
  const vocabulary = [...termIds]
    .filter(([term]) => !term.startsWith('='))
    .map(([term, number]) => ({ term, number }))
    .sort((a, b) => (a.term < b.term ? -1 : 1))
  return { termIds, vocabulary, ...pairs.byTerm(termIds.size) }
}

/** How often each term stands in each claim, kept flat while claims are read one after the other, sorted by term at the end. */
class Pairs {
  readonly #lengths: Float64Array
  #length = 0
  #docs = new Uint32Array(1024)
  #terms = new Uint32Array(1024)
  #counts = new Uint16Array(1024)
  /** By term, the pair that was made last. */
  readonly #last: number[] = []

  constructor(claims: number) {
    this.#lengths = new Float64Array(claims)
  }

  add(doc: number, term: number, weight: number): void {
    this.#lengths[doc] = (this.#lengths[doc] as number) + weight
    const last = this.#last[term]
    if (last !== undefined && this.#docs[last] === doc) {
      this.#counts[last] = Math.min(65535, (this.#counts[last] as number) + weight)
      return
    }
    if (this.#length === this.#docs.length) this.#grow()
    this.#docs[this.#length] = doc
    this.#terms[this.#length] = term
    this.#counts[this.#length] = weight
    this.#last[term] = this.#length
    this.#length += 1
  }

  #grow(): void {
    const length = this.#length * 2
    this.#docs = grown(this.#docs, new Uint32Array(length))
    this.#terms = grown(this.#terms, new Uint32Array(length))
    this.#counts = grown(this.#counts, new Uint16Array(length))
  }

  byTerm(terms: number): Pick<Postings, 'starts' | 'docs' | 'counts' | 'lengths'> {
    const starts = new Uint32Array(terms + 1)
    for (let k = 0; k < this.#length; k++) {
      const next = (this.#terms[k] as number) + 1
      starts[next] = (starts[next] as number) + 1
    }
    for (let t = 0; t < terms; t++) starts[t + 1] = (starts[t + 1] as number) + (starts[t] as number)
    const at = starts.slice()
    const docs = new Uint32Array(this.#length)
    const counts = new Uint16Array(this.#length)
    for (let k = 0; k < this.#length; k++) {
      const term = this.#terms[k] as number
      const place = at[term] as number
      docs[place] = this.#docs[k] as number
      counts[place] = this.#counts[k] as number
      at[term] = place + 1
    }
    return { starts, docs, counts, lengths: this.#lengths }
  }
}

function grown<Column extends Uint32Array | Uint16Array>(from: Column, to: Column): Column {
  to.set(from)
  return to
}
