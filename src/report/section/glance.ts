// The table of the report: what changes, by how much, how sure, people first. On a narrow screen each row becomes a small list.

import { basisBadge } from '../basis.ts'
import { parts } from '../clauses.ts'
import { type Change, type Compared, GROUPS, type Group, HEADLINES, relative } from '../compared.ts'
import { labelOf, level, percent, signed } from '../format.ts'
import type { Words } from '../input.ts'
import { escaped, html } from '../markup.ts'
import { skillBadge } from '../skill.ts'
import { each, say, words } from '../words.ts'
import { TITLES } from './group.ts'
import { sureness } from './verdict.ts'

export function glance(c: Compared): string {
  const note = say('table_note', { reference: c.reference.title, from: c.from, to: c.to })
  const shown = new Set([...HEADLINES, 'displaced'])
  return `<section id="glance"><h2>${html(say('table_title'))}</h2><p class="note">${html(note)} ${html(say('cell_note'))}</p>${table(c, (name) => shown.has(name))}<details><summary>${html(say('all_outcomes'))}</summary>${table(c, () => true)}</details></section>`
}

function table(c: Compared, keep: (outcome: string) => boolean): string {
  const head = c.packages.map(({ title }) => `<th scope="col">${html(title)}</th>`).join('')
  const body = (Object.keys(GROUPS) as Group[]).map((group) => {
    const rows = GROUPS[group].filter((name) => keep(name) && c.has(name)).map((name) => row(c, name))
    if (rows.length === 0) return ''
    return `<tbody><tr class="group"><th colspan="${c.packages.length + 1}" scope="rowgroup">${html(TITLES[group])}</th></tr>${rows.join('')}</tbody>`
  })
  return `<div class="wide" tabindex="0" role="region" aria-label="${escaped(words.table_title.es)} / ${escaped(words.table_title.en)}"><table class="glance"><thead><tr><th scope="col">${html(say('outcome'))}</th>${head}</tr></thead>${body.join('')}</table></div>`
}

function row(c: Compared, outcome: string): string {
  const changes = c.packages.map((card) => ({ card, change: c.change(card.name, outcome) }))
  const reference = changes.find(({ change }) => change)?.change
  if (!reference) return ''
  const unit = unitOf(reference)
  const at = each((l) => `${words.reference[l].toLowerCase()} ${level(reference.manner, reference.reference.p50, l)}`)
  const cells = changes.map(
    ({ card, change }) =>
      `<td data-p-label="" class="${change?.certainty.verdict.replace(' ', '-') ?? ''}"><span class="who">${html(card.title)}</span>${change ? cell(change, basisBadge(c.result.marks, card.name, outcome)) : ''}</td>`,
  )
  return `<tr><th scope="row">${html(labelOf(outcome, parts))}<small>${html(unit)} · ${html(at)}</small>${skillBadge(c.result.marks, outcome)}</th>${cells.join('')}</tr>`
}

/** Unit of a difference: shares change by points. */
export function unitOf({ manner, row: { unit } }: Change): Words {
  return unit === '1' && manner.afterChange.es !== manner.after.es
    ? each((l) => manner.afterChange[l].trim())
    : manner.unit
}

function cell(change: Change, basis: string): string {
  const value = each((l) => signed(change.manner, change.row.difference.p50, l))
  const part = relative(change)
  const also = part === undefined ? '' : ` <i>${html(each((l) => percent(part, l, true)))}</i>`
  return `<span class="what"><b>${html(value)}</b>${also}</span><small>${html(each((l) => `${signed(change.manner, change.row.difference.p05, l)} … ${signed(change.manner, change.row.difference.p95, l)}`))}<br>${html(sureness(change.certainty))}${basis ? `<br>${basis}` : ''}</small>`
}
