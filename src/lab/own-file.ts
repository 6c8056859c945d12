// Files that this program writes for itself: their JSON, and where they are not as it writes them.
import type { z } from 'zod'
import type { Problem } from '../evidence/problem.ts'

/** The value of a JSON text; undefined where there is none, or it is none. */
export function jsonOf(text = ''): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A problem for each thing that is not as the schema of the file wants it. */
export const notAsWritten = (
  { issues }: z.ZodError,
  said: Pick<Problem, 'code' | 'file' | 'expected' | 'todo'>,
): Problem[] =>
  issues.map(({ path, message }) => ({
    code: said.code,
    file: said.file,
    field: path.map(String).join('.'),
    what: `not as this program writes it: ${message}`,
    expected: said.expected,
    todo: said.todo,
  }))
