// The first screen: the question, the answer made from the numbers, where we are.

import { FEW } from '../certainty.ts'
import type { Slots } from '../chart/slots.ts'
import type { Compared } from '../compared.ts'
import type { Surroundings, Words } from '../input.ts'
import { place } from '../limits.ts'
import { locator } from '../map/panel.ts'
import type { Sheet } from '../map/sheet.ts'
import { escaped, html } from '../markup.ts'
import { ruleSentence } from '../rule.ts'
import { answer, overall, question } from '../sentence.ts'
import { joined, say } from '../words.ts'
import { VERDICTS } from './verdict.ts'

export function opening(c: Compared, slots: Slots, around: Surroundings, sheet: Sheet | undefined): string {
  const summary = overall(c)
  const map = sheet && around.geography ? locator(sheet, around.geography) : ''
  const answers = `<div class="answers">${c.packages.map((card) => answerOf(c, card.name, slots)).join('')}</div>`
  const { count } = c.result.manifest.draws
  const few = count < FEW ? `<b>${html(say('limit_few', { n: count }))}</b> ` : ''
  const alone = c.packages.length === 1
  const ask = `<div><p class="kicker">${html(place(around))}</p><h1>${html(question(c))}</h1>${summary ? `<p class="overall">${html(summary)}</p>` : ''}${chooser(c, slots)}${alone ? answers : ''}</div>`
  return `<section id="top"><div class="opening">${ask}${map}</div>${alone ? '' : answers}<p class="note">${few}${html(say('sure_meaning'))}</p></section>`
}

/** Buttons that choose which packages are drawn; only where there are more than can be drawn at once. */
function chooser(c: Compared, slots: Slots): string {
  if (c.packages.length < 2) return ''
  const chips = c.packages.map(
    ({ name, title }) =>
      `<button type="button" class="chip ${slots.of(name)}" data-chip="${escaped(name)}" aria-pressed="${slots.of(name) !== 'off'}">${dash()}${html(title)}</button>`,
  )
  return `<div class="chooser" role="group" aria-labelledby="choose"><p id="choose">${html(say('choose'))}</p>${chips.join('')}</div>`
}

/** A piece of the line that a package has in the charts. */
export const dash = (): string =>
  '<svg class="dash" viewBox="0 0 26 8" aria-hidden="true"><path class="mid" d="M1 4h24"/></svg>'

/** Bands in brackets stand back, so that the sentence can be read without them. */
const quiet = (markup: string): string => markup.replace(/\([^()]*\)/g, '<i>$&</i>')

function answerOf(c: Compared, name: string, slots: Slots): string {
  const card = c.packages.find((one) => one.name === name)
  if (!card) return ''
  const { groups, cost, nothing } = answer(c, card)
  const said = nothing
    ? [`<p>${html(say('null_policy'))}</p>`]
    : groups.map(({ verdict, clauses }) => {
        const list: Words = joined(clauses, clauses.some(({ es }) => es.includes('(')) ? '; ' : ', ')
        const head =
          verdict === 'not separable'
            ? say('answer_same')
            : verdict === 'no change'
              ? say('answer_none')
              : VERDICTS[verdict]
        return `<p class="${verdict.replace(' ', '-')}"><b>${html(head)}:</b> ${quiet(html(list))}.</p>`
      })
  if (cost && !nothing) said.push(`<p>${quiet(html(cost))}</p>`)
  const about = card.about ? `<p class="about">${html(card.about)}</p>` : ''
  const rules = (card.rules ?? []).map((rule) => `<p class="about">${html(ruleSentence(rule))}</p>`).join('')
  return `<article class="answer ${slots.of(name)}" data-p="${escaped(name)}"><h2>${dash()}${html(card.title)}</h2>${about}${rules}${said.join('')}</article>`
}
