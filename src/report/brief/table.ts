// The table of the brief: people first, coca after, cost last; change, band, how sure, and the marks of skill and assumptions.
import { basisSign } from '../basis.ts'
import { parts } from '../clauses.ts'
import type { Change, Compared } from '../compared.ts'
import { relative } from '../compared.ts'
import { labelOf, level, percent, signed } from '../format.ts'
import type { Words } from '../input.ts'
import { html } from '../markup.ts'
import { unitOf } from '../section/glance.ts'
import { sureness } from '../section/verdict.ts'
import { bandOf } from '../sentence.ts'
import { skillMark, skillSign } from '../skill.ts'
import { each, say, words } from '../words.ts'
import { paragraph } from './parts.ts'
import { tell } from './words.ts'

/** Rows of the table, in their order. */
export const ROWS: readonly string[] = [
  'deaths',
  'displaced',
  'household_income',
  'poverty_rate',
  'extreme_poverty_rate',
  'child_labour',
  'school_attendance',
  'undernutrition',
  'services_access',
  'trust',
  'forest_loss',
  'coca_area',
  'public_cost',
]

export const rowsOf = (c: Compared): readonly string[] => ROWS.filter((name) => c.has(name))

/** Every change that the table shows. */
export const changesOf = (c: Compared): readonly Change[] =>
  rowsOf(c).flatMap((outcome) => c.packages.flatMap(({ name }) => c.change(name, outcome) ?? []))

export function tableBody(c: Compared, slotOf: (name: string) => string): string {
  const alone = c.packages.length === 1
  const head = c.packages.map(({ name, title }) => column(title, slotOf(name)))
  const more = alone ? [column(words.band), column(words.how_sure)] : []
  const body = rowsOf(c).map((outcome) => row(c, outcome, alone))
  const note = tell('brief_table_note', { reference: c.reference.title, from: c.from, to: c.to })
  const key = each((l) => `${alone ? '' : `${tell('brief_table_sure')[l]} `}${skillLine[l]} · ${words.basis_key[l]}`)
  const top = [column(say('outcome')), column(say('reference')), ...head, ...more]
  return `${paragraph(note, 'note')}<table class="changes of-${c.packages.length}"><thead><tr>${top.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>${paragraph(key, 'note')}`
}

const column = (title: Words, slot = ''): string =>
  `<th scope="col"${slot && ` class="${slot}"`}><span class="who-is">${html(title)}</span></th>`

const skillLine = each((l) => `● ${words.skill_has[l]} · ◐ ${words.skill_naive[l]} · ○ ${words.skill_unscored[l]}`)

function row(c: Compared, outcome: string, alone: boolean): string {
  const changes = c.packages.map(({ name }) => c.change(name, outcome))
  const first = changes.find((change) => change !== undefined)
  if (!first) return ''
  // what a policy costs is counted, not foreseen
  const sign = outcome === 'public_cost' ? '' : skillSign(skillMark(c.result.marks, outcome))
  const cells = changes.map((change, k) => {
    if (!change) return '<td></td>'
    const basis = basisSign(c.result.marks, c.packages[k]?.name ?? '', outcome)
    return alone ? lone(change, basis) : cell(change, basis)
  })
  return `<tr><th scope="row">${html(labelOf(outcome, parts))} <span class="sign">${sign}</span><small>${html(unitOf(first))}</small></th><td>${html(each((l) => level(first.manner, first.reference.p50, l)))}</td>${cells.join('')}</tr>`
}

const kind = ({ certainty }: Change): string => certainty.verdict.replace(' ', '-')

function value(change: Change, basis: string): string {
  const { manner, row: of } = change
  const part = relative(change)
  const shown = each(
    (l) => signed(manner, of.difference.p50, l) + (part === undefined ? '' : ` (${percent(part, l, true)})`),
  )
  return `<b>${html(shown)}</b>${basis && `<sup>${basis}</sup>`}`
}

/** One package: change, band and words each have a column. */
const lone = (change: Change, basis: string): string =>
  `<td class="${kind(change)}">${value(change, basis)}</td><td>${html(bandOf(change))}</td><td class="${kind(change)}">${html(sureness(change.certainty))}</td>`

/** Several: the band and the share stand below the change, whose weight tells how sure it is. */
function cell(change: Change, basis: string): string {
  const { direction, share, verdict } = change.certainty
  const sure = direction === 0 || verdict === 'no change' ? '' : ` · ${percent(share, 'es')}`
  const { p05, p95 } = change.row.difference
  const band = each((l) => `${signed(change.manner, p05, l)} … ${signed(change.manner, p95, l)}${sure}`)
  return `<td class="${kind(change)}">${value(change, basis)}<small>${html(band)}</small></td>`
}
