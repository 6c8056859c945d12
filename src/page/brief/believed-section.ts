// What the brief says of the sides that are believed: which, how they were run, how the answer moves.
import type { Restricted } from '../../lab/beliefs/restrict.ts'
import { movedSaid } from '../../report/brief/moved.ts'
import { type BriefSection, list, paragraph, quoted } from '../../report/brief/parts.ts'
import { tell } from '../../report/brief/words.ts'
import type { Compared } from '../../report/compared.ts'
import { each } from '../../report/words.ts'
import { howFound, whatFails } from '../believed/said.ts'
import type { Believed, Demands } from '../believed/sides.ts'

export interface Worked {
  readonly sides: readonly Believed[]
  readonly demands: Demands | undefined
  readonly restricted: Restricted | undefined
  readonly before: Compared | undefined
  readonly after: Compared | undefined
  readonly beyond: ReadonlySet<string>
}

/** Undefined where nothing is believed. */
export function believedSection(
  { sides, demands, restricted, before, after, beyond }: Worked,
  packages: number,
): BriefSection | undefined {
  if (sides.length === 0) return undefined
  const chosen = sides.map(({ contradiction, title, label }) =>
    each((l) => `${title[l]} ${quoted(label)[l]} (${contradiction})`),
  )
  const fails = demands ? [whatFails(demands, 'es'), whatFails(demands, 'en')] : [[], []]
  const failing = (fails[0] ?? []).map((es, k) => ({ es, en: fails[1]?.[k] ?? '' }))
  const said = before && after && restricted ? movedSaid(before, after, beyond, packages > 2 ? 2 : 4) : []
  const how =
    restricted && said.length > 0
      ? paragraph(
          each((l) => howFound(restricted, undefined, l)),
          'note',
        )
      : ''
  return { id: 'believed', title: tell('moved_title'), body: list([...chosen, ...failing]) + list(said) + how }
}
