// What each package costs a year and in all, and what it spends most on.
import { levers } from '../../system/levers.ts'
import type { Compared } from '../compared.ts'
import { amount, mannerOf, signed, size } from '../format.ts'
import type { ScenarioCard, Words } from '../input.ts'
import { answer } from '../sentence.ts'
import { each, joined, plainWords, say } from '../words.ts'
import { list, paragraph } from './parts.ts'
import { tell } from './words.ts'

/** Spending on one lever, among the parts of the public cost. */
const PART = 'public_cost/'
/** Levers that the sentence names. */
const NAMED = 4

/** The sentences on one package. */
export function costSaid(c: Compared, card: ScenarioCard): Words[] {
  const { cost } = answer(c, card)
  const total = c.result.periods.find(
    ({ scenario, outcome, how }) => scenario === card.name && outcome === 'public_cost' && how === 'sum',
  )
  const manner = mannerOf('public_cost', 'PEN')
  const spent = c.result.periods
    .filter(({ scenario, outcome, how }) => scenario === card.name && outcome.startsWith(PART) && how === 'mean')
    .filter(({ difference }) => /[1-9]/.test(signed(manner, difference.p50, 'en')))
    .sort((a, b) => Math.abs(b.difference.p50) - Math.abs(a.difference.p50))
    .slice(0, NAMED)
    .map(({ outcome, difference }) => {
      const lever = outcome.slice(PART.length)
      const label: Words = (levers as Readonly<Record<string, Words>>)[lever] ?? plainWords(lever)
      return each(
        (l) => `${label[l].charAt(0).toLowerCase()}${label[l].slice(1)} (${signed(manner, difference.p50, l)})`,
      )
    })
  const inAll = total && {
    size: each((l) => size(manner, total.difference.p50, l)),
    range: say('range', {
      low: each((l) => amount(manner, total.difference.p05, l)),
      high: each((l) => amount(manner, total.difference.p95, l)),
    }),
  }
  const first = joined(
    [
      ...(cost ? [cost] : []),
      ...(total && inAll && total.difference.p50 > 0
        ? [tell('brief_cost_sum', { from: total.from, to: total.to, ...inAll })]
        : []),
    ],
    ' ',
  )
  return [
    tell('brief_cost_line', { package: card.title, cost: first }),
    ...(spent.length > 0 ? [tell('brief_cost_levers', { package: card.title, list: joined(spent, ', ') })] : []),
  ]
}

export const costBody = (c: Compared): string =>
  list(c.packages.flatMap((card) => costSaid(c, card))) + paragraph(say('limit_cost'), 'note')
