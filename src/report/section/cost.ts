// What each package costs a year, beside what it buys; and what the money is spent on.
import { levers } from '../../system/levers.ts'
import { basisBadge } from '../basis.ts'
import type { Slots } from '../chart/slots.ts'
import { parts } from '../clauses.ts'
import { type Compared, relative } from '../compared.ts'
import { labelOf, mannerOf, percent, signed } from '../format.ts'
import type { LeverCost, Words } from '../input.ts'
import { escaped, html, px } from '../markup.ts'
import { bandOf } from '../sentence.ts'
import { skillBadge } from '../skill.ts'
import { each, plainWords, say } from '../words.ts'
import { section } from './charts.ts'
import { dash } from './opening.ts'
import { sureness } from './verdict.ts'

/** What stands beside the cost. */
const BOUGHT = ['deaths', 'poverty_rate', 'household_income', 'coca_area'] as const

export function cost(c: Compared, slots: Slots, spent: readonly LeverCost[]): string {
  const costs = c.packages.flatMap((card) => {
    const change = c.change(card.name, 'public_cost')
    return change ? [{ card, change }] : []
  })
  if (costs.length === 0) return ''
  const ends = costs.flatMap(({ change }) => [change.row.difference.p05, change.row.difference.p95, 0])
  const [low, high] = [Math.min(...ends), Math.max(...ends, 1)]
  const x = (value: number): number => ((value - low) / (high - low)) * 200
  const bought = BOUGHT.filter((name) => c.has(name))
  const head = bought.map(
    (name) => `<th scope="col">${html(labelOf(name, parts))}${skillBadge(c.result.marks, name)}</th>`,
  )
  const rows = costs.map(({ card, change }) => {
    const { p05, p50, p95 } = change.row.difference
    const bar = `<svg class="bar" viewBox="0 0 200 16" preserveAspectRatio="none" aria-hidden="true"><line class="nothing" x1="${px(x(0))}" x2="${px(x(0))}" y1="0" y2="16"/><rect x="${px(Math.min(x(0), x(p50)))}" y="3" width="${px(Math.abs(x(p50) - x(0)))}" height="10"/><line x1="${px(x(p05))}" x2="${px(x(p95))}" y1="8" y2="8"/></svg>`
    const value = each((l) => `${signed(change.manner, p50, l)} (${bandOf(change)[l]})`)
    const cells = bought.map((name) => {
      const effect = c.change(card.name, name)
      if (!effect) return '<td></td>'
      const part = relative(effect)
      const basis = basisBadge(c.result.marks, card.name, name)
      const shown = each((l) =>
        part === undefined
          ? signed(effect.manner, effect.row.difference.p50, l) + effect.manner.afterChange[l]
          : percent(part, l, true),
      )
      return `<td class="${effect.certainty.verdict.replace(' ', '-')}"><span class="who">${html(labelOf(name, parts))}</span><b>${html(shown)}</b><small>${html(sureness(effect.certainty))}${basis ? `<br>${basis}` : ''}</small></td>`
    })
    return `<tr class="${slots.of(card.name) === 'off' ? 'quiet' : slots.of(card.name)}" data-row="${escaped(card.name)}"><th scope="row">${dash()}${html(card.title)}</th><td class="barred">${bar}<span>${html(value)}</span>${basisBadge(c.result.marks, card.name, 'public_cost')}</td>${cells.join('')}</tr>`
  })
  const unit: Words = mannerOf('public_cost', 'PEN/yr').unit
  const table = `<div class="wide" tabindex="0" role="region" aria-labelledby="cost-t"><table class="cost"><thead><tr><th scope="col">${html(say('package'))}</th><th scope="col" id="cost-t">${html(say('cost_column'))}<small>${html(unit)}</small>${skillBadge(c.result.marks, 'public_cost')}</th>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
  return section('cost', say('cost_title'), say('cost_note', { from: c.from, to: c.to }), table + byLever(c, spent))
}

function byLever(c: Compared, spent: readonly LeverCost[]): string {
  const rows = spent.filter(({ p95 }) => p95 > 0)
  if (rows.length === 0) return ''
  const most = Math.max(...rows.map(({ p95 }) => p95))
  const manner = mannerOf('public_cost', 'PEN/yr')
  const blocks = [c.reference, ...c.packages].map((card) => {
    const lines = rows
      .filter(({ scenario }) => scenario === card.name)
      .sort((a, b) => b.p50 - a.p50)
      .map((row) => {
        const label: Words = (levers as Readonly<Record<string, Words>>)[row.lever] ?? plainWords(row.lever)
        const bar = `<svg class="bar" viewBox="0 0 200 16" preserveAspectRatio="none" aria-hidden="true"><rect y="4" width="${px((row.p50 / most) * 200)}" height="8"/></svg>`
        return `<tr><th scope="row">${html(each((l) => label[l]))}</th><td class="barred">${bar}<span>${html(each((l) => signed(manner, row.p50, l).replace('+', '')))}</span></td></tr>`
      })
    if (lines.length === 0) return ''
    return `<table class="levers"><caption>${html(card.title)}</caption><thead class="hidden"><tr><th scope="col">${html(say('lever'))}</th><th scope="col">${html(manner.unit)}</th></tr></thead><tbody>${lines.join('')}</tbody></table>`
  })
  return `<h3>${html(say('cost_levers'))} <small>${html(manner.unit)}</small></h3><div class="levers">${blocks.join('')}</div>`
}
