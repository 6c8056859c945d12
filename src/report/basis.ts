// What an answer rests on, in a mark, two words, and a sentence.
import type { AnswerRests, Marks } from '../lab/marks.ts'
import { percent } from './format.ts'
import type { Words } from './input.ts'
import { html } from './markup.ts'
import { each, say } from './words.ts'

/** Stands after a number that is prior-driven, and after one of which it is not told. */
export const DAGGER = '†'
const OPEN = '?'
/** Unknowns that a sentence names. */
const NAMED = 3

/** What the answer of a scenario in an outcome rests on; undefined where nothing differs, and where draws were not calibrated. */
export const restsOf = (marks: Marks | undefined, scenario: string, outcome: string): AnswerRests | undefined =>
  marks?.rests?.find((one) => one.scenario === scenario && one.outcome === outcome)

export const isPrior = (marks: Marks | undefined, scenario: string, outcome: string): boolean =>
  restsOf(marks, scenario, outcome)?.basis === 'prior-driven'

/** `†`, `?`, or nothing. */
export function basisSign(marks: Marks | undefined, scenario: string, outcome: string): string {
  const basis = restsOf(marks, scenario, outcome)?.basis
  return basis === 'prior-driven' ? DAGGER : basis === 'not told' ? OPEN : ''
}

/** The draws were not calibrated, so that every answer is prior-driven; undefined marks say nothing. */
export const allPrior = (marks: Marks | undefined): boolean => marks !== undefined && marks.rests === undefined

/** The sentence behind the mark. Names are those of the parameter table. */
export function basisFull({ basis, past, prior, unknowns, behind }: AnswerRests): Words {
  if (basis === 'not told') return say('basis_untold')
  if (behind) return say('basis_behind')
  const named = unknowns.filter(({ identified }) => identified === (basis !== 'prior-driven'))
  const names = named.slice(0, NAMED).map(({ name }) => name.replaceAll('_', ' '))
  return say(basis === 'prior-driven' ? 'basis_prior' : 'basis_past', {
    names: names.join(', '),
    past: each((l) => percent(past, l)),
    prior: each((l) => percent(prior, l)),
  })
}

/** `prior-driven` with its sentence for screen readers, in HTML; nothing for an answer that the past informs. */
export function basisBadge(marks: Marks | undefined, scenario: string, outcome: string): string {
  const rests = restsOf(marks, scenario, outcome)
  if (rests === undefined || rests.basis === 'informed by the past') return ''
  const short = say(rests.basis === 'prior-driven' ? 'prior_driven' : 'basis_open')
  return `<span class="basis">${basisSign(marks, scenario, outcome)} ${html(short)}<span class="hidden">. ${html(basisFull(rests))}</span></span>`
}
