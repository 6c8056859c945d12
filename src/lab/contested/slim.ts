// Answers as the page shows them: what was not found needs no figures by package.
import type { Contested, ContestedRow } from './result.ts'

const found = ({ effect, evpi, ranking_changes }: ContestedRow): boolean =>
  effect > 0 || (evpi ?? 0) > 0 || ranking_changes > 0

const bare = (row: ContestedRow): ContestedRow => ({
  ...row,
  sides: row.sides.map((side) => ({ ...side, packages: [] })),
})

/** Rows that found something; of every other question one row, which tells how many futures lie on its sides. */
export function slim(contested: Contested): Contested {
  const told = new Set(contested.groups.filter(found).map(({ group }) => group))
  const groups = contested.groups.flatMap((row) => {
    if (found(row)) return [row]
    if (told.has(row.group)) return []
    told.add(row.group)
    return [bare(row)]
  })
  return { ...contested, groups }
}

/** The same without any figures by package: for unknowns one by one, of which tables show the value of knowing alone. */
export const slimmer = (contested: Contested): Contested => ({
  ...contested,
  groups: contested.groups.filter(found).map(bare),
  questions: contested.questions.filter(({ group }) =>
    contested.groups.some((row) => row.group === group && found(row)),
  ),
})
