import { nearest, type Problem } from '../problem.ts'
import type { Ledger } from './ledger.ts'

/** Series that subjects name: each must exist and belong to one subject. `series`: those of the package. */
export function subjectProblems(
  { subjects }: Pick<Ledger, 'subjects'>,
  series: ReadonlySet<string>,
  file: string,
): Problem[] {
  const first = new Map<string, string>()
  return [...subjects.values()].flatMap((subject) =>
    subject.series.flatMap((name): Problem[] => {
      const where = { file, line: subject.line, field: 'series' }
      if (!series.has(name)) {
        const near = nearest(name, series)
        const todo = near === undefined ? 'correct the name' : `write "${near}" if that is meant`
        return [{ code: 'dangling', ...where, what: `there is no series ${name}`, expected: 'a series of data/', todo }]
      }
      const other = first.get(name)
      first.set(name, other ?? subject.id)
      if (other === undefined) return []
      const what = `${name} belongs to ${other} already`
      return [{ code: 'duplicate-series', ...where, what, expected: 'one subject for a series', todo: 'remove one' }]
    }),
  )
}
