// Sides that were run inside, as a table.
import type { Contradiction } from '../../evidence/ledger/contradiction.ts'
import type { WordTable } from '../decision/tables.ts'
import { labelOf, level, mannerOf, signed } from '../format.ts'
import type { Words } from '../input.ts'
import { each, fill, plainWords } from '../words.ts'
import { words } from './words.ts'

/** One side, run inside: the shape that the host gives. */
interface Run {
  readonly group: string
  readonly side: string
  readonly why?: string
  readonly inside: number
  readonly of: number
  readonly moved: number
  readonly outcomes: readonly {
    readonly outcome: string
    readonly unit: string
    readonly packages: readonly { readonly name: string; readonly level: number; readonly difference: number }[]
  }[]
}

/** A row for each side and outcome: the reference's level, and what each package changes. */
export function rerunTable(runs: readonly Run[], contradictions: readonly Contradiction[]): WordTable {
  const packages = runs.find(({ outcomes }) => outcomes.length > 0)?.outcomes[0]?.packages ?? []
  const labelled = ({ group, side }: Run): Words => {
    const label = contradictions.find(({ id }) => id === group)?.sides.find((one) => one.side === side)?.label
    return each((l) => `${group} ${side}) ${label?.[l] ?? ''}`)
  }
  const rows = runs.flatMap((run) => {
    if (run.outcomes.length === 0)
      return [[labelled(run), run.why === 'outside the range' ? words.outside_range : words.nothing_stands]]
    return run.outcomes.map(({ outcome, unit, packages: own }, k) => {
      const manner = mannerOf(outcome, unit)
      const first = k === 0 ? labelled(run) : plainWords('')
      return [
        first,
        labelOf(outcome, {}),
        ...own.map((one, p) =>
          each((l) => (p === 0 ? level(manner, one.level, l) : signed(manner, one.difference, l))),
        ),
      ]
    })
  })
  const [{ inside, of, moved } = { inside: 0, of: 0, moved: 0 }] = runs.filter(({ outcomes }) => outcomes.length > 0)
  return {
    title: fill(words.title_rerun, { inside, of, moved }),
    head: [words.head_question, words.head_outcome, ...packages.map(({ name }) => plainWords(name))],
    rows,
  }
}
