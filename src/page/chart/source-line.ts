// The line that travels with a saved chart: how it was made, how well such figures were foreseen, what they rest on.
import { DAGGER, isPrior } from '../../report/basis.ts'
import type { Compared } from '../../report/compared.ts'
import type { Words } from '../../report/input.ts'
import { summaryOf } from '../../report/made.ts'
import { skillMark, skillShort } from '../../report/skill.ts'
import { joined, say as reportSay, words } from '../../report/words.ts'

/** `answers`: differences are shown. */
export function sourceLine(
  compared: Compared,
  outcome: string,
  answers = false,
  place: 'VRAEM' | 'districts' = 'VRAEM',
): Words {
  const { manifest, marks } = compared.result
  const prior = answers ? compared.packages.filter(({ name }) => isPrior(marks, name, outcome)) : []
  const titles = joined(
    prior.map(({ title }) => title),
    ', ',
  )
  return joined(
    [
      summaryOf(manifest),
      skillShort(skillMark(marks, outcome, place)),
      ...(prior.length === 0
        ? []
        : [joined([{ es: DAGGER, en: DAGGER }, reportSay('basis_packages', { packages: titles })], ' ')]),
      ...(answers && marks !== undefined && marks.rests === undefined ? [words.prior_driven] : []),
    ],
    ' · ',
  )
}
