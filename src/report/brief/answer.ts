// The answer of the brief: one package after another, what is sure first.
import { isPrior } from '../basis.ts'
import type { Verdict } from '../certainty.ts'
import { FEW } from '../certainty.ts'
import { clauses } from '../clauses.ts'
import { type Compared, compared } from '../compared.ts'
import type { ScenarioCard, Words } from '../input.ts'
import { html } from '../markup.ts'
import { answer, overall } from '../sentence.ts'
import { each, joined, say, words } from '../words.ts'
import { paragraph } from './parts.ts'
import { tell } from './words.ts'

const HEADS: Readonly<Record<Verdict, Words>> = {
  'very likely': words.very_likely,
  likely: words.likely,
  'not separable': words.answer_same,
  'no change': words.answer_none,
}

/** A verdict and what falls under it, as one sentence each. */
export function answerLines(c: Compared, card: ScenarioCard): { readonly head?: Words; readonly text: Words }[] {
  const { groups, cost, nothing } = answer(c, card)
  if (nothing) return [{ text: words.null_policy }]
  const lines = groups.map(({ verdict, clauses }) => {
    const by = clauses.some(({ es }) => es.includes('(')) ? '; ' : ', '
    const all = joined(clauses, by)
    return { head: HEADS[verdict], text: each((l) => `${all[l]}.`) }
  })
  return cost ? [...lines, { text: cost }] : lines
}

export function answerBody(c: Compared, slotOf: (name: string) => string): string {
  const summary = overall(c)
  const { count } = c.result.manifest.draws
  // what holds for every answer is said once
  const all = allAssumed(c)
  const told = all ? withoutBasis(c) : c
  const packages = c.packages.map((card) => {
    const lines = answerLines(told, card).map(
      ({ head, text }) => `<p>${head ? `<b>${html(head)}:</b> ` : ''}${html(text)}</p>`,
    )
    return `<article class="answer ${slotOf(card.name)}"><h3>${dash}${html(card.title)}</h3>${lines.join('')}</article>`
  })
  return [
    summary ? paragraph(summary) : '',
    `<div class="answers of-${c.packages.length}">${packages.join('')}</div>`,
    count < FEW ? `<p><b>${html(say('limit_few', { n: count }))}</b></p>` : '',
    all ? paragraph(tell('brief_answer_prior')) : '',
    paragraph(words.sure_meaning, 'note'),
  ].join('')
}

/** Every answer of which something can be told rests on assumptions. */
function allAssumed(c: Compared): boolean {
  const changes = c.packages.flatMap(({ name }) =>
    Object.keys(clauses).flatMap((outcome) => c.change(name, outcome) ?? []),
  )
  const sure = changes.filter(({ certainty: { verdict } }) => verdict === 'very likely' || verdict === 'likely')
  return sure.length > 0 && sure.every(({ row, outcome }) => isPrior(c.result.marks, row.scenario, outcome))
}

const withoutBasis = ({ result }: Compared): Compared =>
  compared({ ...result, ...(result.marks && { marks: { ...result.marks, rests: [] } }) })

const dash = '<svg class="dash" viewBox="0 0 26 8" aria-hidden="true"><path class="mid" d="M1 4h24"/></svg>'
