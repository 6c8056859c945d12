/** Names separated by commas, as options take them, and what is wrong with them. */
import { InputError, nearest, type Problem } from '../evidence/problem.ts'

/** The names; undefined where the option was not given. */
export const listed = (text: string | undefined): string[] | undefined =>
  text?.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]))

/** More names than this are not listed in a message. */
const MOST_LISTED = 40

/** Throws InputError for every name that is not known, with near ones, and where there is none at all. */
export function unknownNames(
  names: readonly string[],
  known: readonly string[],
  { file, field, what }: { readonly file: string; readonly field: string; readonly what: string },
): void {
  const problems = (names.length === 0 ? [''] : names).flatMap((name): Problem[] => {
    if (known.includes(name)) return []
    const near = nearest(name, known)
    return [
      {
        code: 'unknown-name',
        file,
        field,
        what: name === '' ? 'there is no name' : `"${name}" is not ${what}`,
        expected: known.length > MOST_LISTED ? `${what}; there are ${known.length}` : known.join(', '),
        todo: near === undefined ? 'correct the name' : `write ${near} if you meant that`,
      },
    ]
  })
  if (problems.length > 0) throw new InputError(problems)
}
