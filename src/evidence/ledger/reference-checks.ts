import type { Parameter } from '../parameters.ts'
import { nearest, type Problem } from '../problem.ts'
import type { Side } from './contradiction.ts'
import type { Ledger } from './ledger.ts'

/** Ids and names in links, sides and origins that must lead somewhere. */

/** Answers whether a claim or observation exists. */
export type Known = (id: string) => boolean

/** Links whose claim or target does not exist, or that do not say in five words what the claim supports. */
export function linkProblems(ledger: Ledger, parameters: readonly Parameter[], known: Known, file: string): Problem[] {
  const names = new Set(parameters.map(({ name }) => name))
  return ledger.links.flatMap(({ claim, kind, target, supports, line }) => {
    const problems: Problem[] = []
    const where = { file, ...(line === undefined ? {} : { line }) }
    if (!known(claim)) problems.push({ ...where, field: 'claim', ...dangling(claim) })
    if (kind === 'parameter' && !names.has(target)) {
      const near = nearest(target, names)
      const todo = near === undefined ? 'correct the name' : `write "${near}" if that is meant`
      const what = `${target} is not a parameter`
      problems.push({ code: 'dangling', ...where, field: 'target', what, expected: 'a name in parameters.csv', todo })
    }
    if ((kind === 'observation' || kind === 'event') && !known(target))
      problems.push({ ...where, field: 'target', ...dangling(target) })
    const count = supports.split(/\s+/).filter(Boolean).length
    if (count !== 5) {
      const what = `"${supports}" has ${count} words`
      const todo = 'say in five words what the claim supports'
      problems.push({ code: 'five-words', ...where, field: 'supports', what, expected: 'five words', todo })
    }
    return problems
  })
}

/** What to say about an id that no claim and no observation has. */
export function dangling(id: string): Pick<Problem, 'code' | 'what' | 'expected' | 'todo'> {
  const expected = 'the id of a claim in claims.csv, or of an observation'
  return { code: 'dangling', what: `${id} is not in the ledger`, expected, todo: 'correct the id, or add the claim' }
}

/** Contradictions with fewer than two sides, sides without claims, sides that stand for something incomplete. */
export function contradictionProblems(
  ledger: Ledger,
  parameters: readonly Parameter[],
  known: Known,
  files: { contradictions: string; sides: string },
): Problem[] {
  const names = new Set(parameters.map(({ name }) => name))
  return ledger.contradictions.flatMap(({ id, sides, line }) => {
    const problems: Problem[] = []
    if (sides.length < 2) {
      const what = `${id} has ${sides.length === 0 ? 'no side' : 'one side'}`
      const todo = 'add the other side to sides.csv'
      problems.push({ code: 'one-sided', file: files.contradictions, line, what, expected: 'two sides or more', todo })
    }
    for (const side of sides) {
      const where = { file: files.sides, line: side.line, field: 'claims' }
      if (side.claims.length === 0) {
        const what = `side ${side.side} of ${id} has no claim`
        problems.push({ code: 'empty-side', ...where, what, expected: 'one claim or more', todo: 'name its claims' })
      }
      for (const claim of side.claims) if (!known(claim)) problems.push({ ...where, ...dangling(claim) })
      problems.push(...standsForProblems(side, names, files.sides))
    }
    return problems
  })
}

function standsForProblems({ standsFor, line }: Side, parameters: ReadonlySet<string>, file: string): Problem[] {
  if (standsFor === undefined) return []
  const { kind, target, low, high, option } = standsFor
  const where = { file, line, field: 'target' }
  if (kind === 'parameter' && !parameters.has(target)) {
    const near = nearest(target, parameters)
    const todo = near === undefined ? 'correct the name' : `write "${near}" if that is meant`
    const what = `${target || '(empty)'} is not a parameter`
    return [{ code: 'dangling', ...where, what, expected: 'a name in parameters.csv', todo }]
  }
  if (kind === 'parameter' && !(low !== undefined && high !== undefined && low <= high)) {
    const what = `${target} has no range under this side`
    return [{ code: 'order', ...where, what, expected: 'low <= high', todo: 'enter low and high of the parameter' }]
  }
  if (kind !== 'parameter' && (target === '' || option === undefined)) {
    const what = `the ${kind} or its option is missing`
    return [{ code: 'required', ...where, what, expected: 'a name and an option', todo: 'enter target and option' }]
  }
  return []
}

/** Sources whose chain of origins comes back to themselves. */
export function originProblems({ sources }: Ledger, file: string): Problem[] {
  return [...sources.values()].flatMap(({ id, line }): Problem[] => {
    if (id === '') return []
    const seen = new Set<string>()
    let at: string | undefined = id
    while (at !== undefined && at !== '' && !seen.has(at)) {
      seen.add(at)
      at = sources.get(at)?.origin
    }
    if (at !== id) return []
    const what = `the origins of ${id} lead back to it`
    const todo = 'leave the origin of the one that measured empty'
    return [{ code: 'circle', file, line, field: 'origin', what, expected: 'a chain that ends', todo }]
  })
}
