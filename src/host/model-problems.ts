/** What the compiler of rules and the engine say about a changed model, in the form of all other problems. */

import type { Fault } from '../engine/index.ts'
import type { Problem } from '../evidence/problem.ts'
import { ofRule } from '../lab/rules/problems.ts'
import type { LanguageProblem } from '../language/index.ts'

/**
 * The problems behind an error of the compiler (Refused) or of the engine (ModelError); undefined for any other. They are told
 * by their names, so that the compiler need not be loaded for it.
 */
export function modelProblems(error: unknown): Problem[] | undefined {
  if (!(error instanceof Error)) return undefined
  if (error.name === 'Refused' && 'problems' in error) return (error.problems as LanguageProblem[]).map(ofRule)
  if (error.name === 'ModelError' && 'faults' in error) return (error.faults as Fault[]).map(ofModel)
  return undefined
}

const ofModel = ({ where, what, expected, todo }: Fault): Problem => ({
  code: 'model',
  file: 'src/system',
  field: where,
  what,
  expected,
  todo,
})
