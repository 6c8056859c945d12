import { nearest, type Problem } from '../problem.ts'
import type { Ledger } from './ledger.ts'
import { nearUnit, parseUnit } from './unit.ts'

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

/** Units of subjects that are none: figures could not be brought to them. */
export function subjectUnitProblems({ subjects }: Pick<Ledger, 'subjects'>, file: string): Problem[] {
  return [...subjects.values()].flatMap(({ unit, line }): Problem[] => {
    if (unit === '' || parseUnit(unit) !== undefined) return []
    const near = nearUnit(unit)
    const todo = near === undefined ? 'correct it, or leave the cell empty' : `write "${near}" if that is meant`
    const what = `"${unit}" is not a known unit`
    return [{ code: 'unit', file, line, field: 'unit', what, expected: 'a unit such as ha, t/yr or USD/kg', todo }]
  })
}
