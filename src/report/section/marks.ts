// What stands under a chart: the badge of skill, packages whose answer is prior-driven, and what the model misses there.
import { type Miss, spanOf } from '../../lab/misses.ts'
import { DAGGER, isPrior } from '../basis.ts'
import type { Compared } from '../compared.ts'
import { baseOf, percent } from '../format.ts'
import type { Words } from '../input.ts'
import { html } from '../markup.ts'
import { mechanismWords } from '../mechanism-names.ts'
import { skillBadge } from '../skill.ts'
import { each, joined, say } from '../words.ts'

/** `answers`: the chart shows differences. */
export const under = (c: Compared, outcome: string, answers: boolean): string =>
  `<p class="marks">${marksLine(c, outcome, answers)}</p>`

export function marksLine(
  c: Compared,
  outcome: string,
  answers: boolean,
  place: 'VRAEM' | 'districts' = 'VRAEM',
): string {
  const badge = skillBadge(c.result.marks, outcome, place)
  const list = answers ? c.packages.filter(({ name }) => isPrior(c.result.marks, name, outcome)) : []
  if (list.length === 0) return badge
  const said = say('basis_packages', {
    packages:
      list.length === c.packages.length && list.length > 1
        ? say('basis_every')
        : joined(
            list.map(({ title }) => title),
            ', ',
          ),
  })
  return `${badge}<span class="basis">${DAGGER} ${html(said)}</span>`
}

/** Misses that touch an outcome, or a part of it. */
export const missesAt = (c: Compared, outcome: string): readonly Miss[] =>
  c.result.marks?.misses.list.filter(({ outcomes }) => outcomes.some((name) => baseOf(name) === baseOf(outcome))) ?? []

/** What is missed, and why. */
export function missWords(miss: Miss): Words {
  const { said, share, reason, mechanism } = miss
  const years = spanOf(miss)
  const met = each((l) => (share === undefined ? '–' : percent(share, l)))
  const what =
    said === undefined
      ? say('miss_years', { years })
      : years === ''
        ? say('miss_response', { said, share: met })
        : say('miss', { years, said, share: met })
  if (reason === undefined) return what
  return joined([what, say('miss_reason', { reason, mechanism: mechanismWords(mechanism ?? '') })], ' ')
}

export function missesUnder(c: Compared, outcome: string): string {
  const list = missesAt(c, outcome)
  if (list.length === 0) return ''
  const items = list.map((miss) => `<li>${html(missWords(miss))}</li>`)
  return `<details class="misses"><summary>${html(say('misses', { n: list.length }))}</summary><ul>${items.join('')}</ul></details>`
}
