// What the compiler of rules says, in the form of all other problems.
import type { Problem } from '../../evidence/problem.ts'
import type { LanguageProblem } from '../../language/index.ts'

const GUIDE = 'docs/write-a-mechanism.md'

/** A mistake in the text of a rule. */
export const ofRule = ({ file, line, column, what, instead }: LanguageProblem): Problem => ({
  code: 'rule',
  file,
  ...(line > 0 ? { line, column } : {}),
  what,
  expected: `a rule of the rule language (${GUIDE})`,
  todo: `change this place: ${instead}`,
})
