import { nearest, type Problem } from '../../evidence/problem.ts'
import { readDocument } from '../document.ts'
import { schemaProblems } from '../scenario/issues.ts'
import { quantityNames } from './quantities.ts'
import { checksSchema, outcomesOf, type Pattern, roleFault } from './schema.ts'

/**
 * Reads checks/*.yaml (path to text): the patterns in file order, and every problem of every file. answerable: the outcomes that
 * a pattern may name; any when absent.
 */
export function readPatterns(
  files: Readonly<Record<string, string>>,
  answerable?: readonly string[],
): { patterns: Pattern[]; problems: Problem[] } {
  const patterns: Pattern[] = []
  const problems: Problem[] = []
  const seen = new Map<string, string>()
  for (const [file, text] of Object.entries(files)) {
    const reading = readDocument(text, file)
    problems.push(...reading.problems)
    if (reading.value === undefined) continue
    problems.push(...schemaProblems(checksSchema, reading, file, () => []))
    const read = checksSchema.safeParse(reading.value)
    for (const [k, pattern] of (read.data?.patterns ?? []).entries()) {
      const at = { file, line: reading.lineOf(['patterns', k]), field: pattern.id }
      const fault = roleFault(pattern)
      if (fault)
        problems.push({
          code: 'role',
          ...at,
          what: `the pattern ${fault}`,
          expected: 'roles as checks/README.md states them',
          todo: 'split it or correct the role',
        })
      const known = pattern.answer === 'history' ? answerable : answerable && [...answerable, ...quantityNames]
      for (const outcome of known ? outcomesOf(pattern) : [])
        if (!known?.includes(outcome))
          problems.push({
            code: 'unknown-outcome',
            ...at,
            what: `there is no outcome ${outcome}`,
            expected: 'outcomes of the model, or a part as deaths/civilian',
            todo: `write ${nearest(outcome, known ?? []) ?? 'one of those that vraem model lists'}`,
          })
      const other = seen.get(pattern.id)
      if (other)
        problems.push({
          code: 'duplicate',
          ...at,
          what: `the id stands in ${other} too`,
          expected: 'each id once',
          todo: 'rename one',
        })
      seen.set(pattern.id, file)
      patterns.push(pattern)
    }
  }
  return { patterns, problems }
}
