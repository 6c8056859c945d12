import type { Problem } from '../problem.ts'
import type { Ledger } from './ledger.ts'
import { dangling } from './reference-checks.ts'

/** The list of sentences: every one that says something has a claim made from it, or a reason why it has none. */
export function sentenceProblems(ledger: Ledger, file: string): Problem[] {
  const listed = new Set(ledger.sentences.map(({ source, locator }) => `${source} ${locator}`))
  return ledger.sentences.flatMap(({ source, locator, holds, claims, reason, line }) => {
    const problems: Problem[] = []
    const where = { file, line }
    if (holds.length > 0 && claims.length === 0 && reason === '') {
      const what = `${source} ${locator} holds ${holds.join(', ')} but has no claim`
      const todo = 'make the claim, or give the reason why not'
      problems.push({ code: 'uncovered', ...where, what, expected: 'claims or a reason', todo })
    }
    for (const id of claims) {
      const claim = ledger.claim(id)
      if (claim === undefined) problems.push({ ...where, field: 'claims', ...dangling(id) })
      else if (claim.source !== source) {
        const what = `${id} was made from ${claim.source}, not from ${source}`
        const expected = 'a claim of the same document'
        problems.push({ code: 'source', ...where, field: 'claims', what, expected, todo: 'correct the id' })
      }
    }
    const repeated = /^repeats:(.*)$/.exec(reason)?.[1]
    if (repeated !== undefined && (repeated === locator || !listed.has(`${source} ${repeated}`))) {
      const what = `${source} ${repeated} is no other sentence`
      const expected = 'another sentence of the same document'
      problems.push({ code: 'dangling', ...where, field: 'reason', what, expected, todo: 'correct the locator' })
    }
    return problems
  })
}

/** Claims of a document at a line or sentence that the document does not have. Documents without a list are passed over. */
export function locatorProblems(ledger: Ledger): Problem[] {
  const places = new Set(
    ledger.sentences.flatMap((s) => [s.locator, ...lineOf(s.locator)].map((l) => `${s.source} ${l}`)),
  )
  const documents = new Set(ledger.sentences.map(({ source }) => source))
  return ledger.claims.flatMap(({ source, locator, file, line }): Problem[] => {
    if (!documents.has(source) || locator === '') return []
    const cited = citedIn(locator)
    const wrong = cited.find((place) => !places.has(`${source} ${place}`))
    if (cited.length > 0 && wrong === undefined) return []
    const what = wrong === undefined ? `"${locator}" names no line` : `${source} has no sentence ${wrong}`
    const expected = 'a heading and a sentence, such as "Scale of Coca Cultivation (L74.3)"'
    const todo = 'take the locator from evidence/sentences.csv'
    return [{ code: 'locator', file, line, field: 'locator', what, expected, todo }]
  })
}

/** `L74.3` → its line `L74`. */
function lineOf(locator: string): string[] {
  return locator.split('.').slice(0, 1)
}

/** Lines and sentences that a locator cites: the ends of ranges, `L74.3-4` as `L74.3`, `L74.4`. */
function citedIn(locator: string): string[] {
  return [...locator.matchAll(/\bL(\d+)(?:\.(\d+))?(?:[-–](?:L?(\d+)\.)?L?(\d+))?/g)].flatMap((found) => {
    const [, line, sentence, endLine, end] = found
    const first = sentence === undefined ? `L${line}` : `L${line}.${sentence}`
    if (end === undefined) return [first]
    if (endLine !== undefined) return [first, `L${endLine}.${end}`]
    return [first, sentence === undefined ? `L${end}` : `L${line}.${end}`]
  })
}
