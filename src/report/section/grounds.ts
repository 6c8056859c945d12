// Who says that a lever works as the model has it: claims with their place in the source, and where sources disagree.
import { levers } from '../../system/levers.ts'
import type { Compared } from '../compared.ts'
import { REASON_WORDS } from '../evidence/words.ts'
import type { Ground } from '../grounds.ts'
import type { LeverCost, Words } from '../input.ts'
import { escaped, html, link } from '../markup.ts'
import { plainWords, say } from '../words.ts'
import { section } from './charts.ts'

/** The levers on which any package spends, each with its claims folded in. */
export function grounds(c: Compared, spent: readonly LeverCost[], all: readonly Ground[]): string {
  const shown = new Set([c.reference, ...c.packages].map(({ name }) => name))
  const used = new Set(spent.flatMap(({ scenario, lever, p95 }) => (p95 > 0 && shown.has(scenario) ? [lever] : [])))
  const blocks = all.filter(({ lever }) => used.has(lever)).map(block)
  if (blocks.length === 0) return ''
  return section('grounds', say('grounds_title'), say('grounds_note'), blocks.join(''))
}

function block({ lever, claims, contested }: Ground): string {
  const label: Words = (levers as Readonly<Record<string, Words>>)[lever] ?? plainWords(lever)
  const count =
    claims.length === 0 ? say('grounds_judgement') : say('grounds_count', { n: claims.length, k: contested.length })
  const items = claims.map(({ id, said, source, locator, url }) => {
    const place = `${link(url, escaped(source))}, ${escaped(locator)}`
    return `<li><b>${escaped(id)}</b> ${html(said)} <small>${place}</small></li>`
  })
  const rivals = contested.map(
    ({ id, title, reason }) =>
      `<li><b>${escaped(id)}</b> ${html(title)} <small>${html(REASON_WORDS[reason])}</small></li>`,
  )
  const against = rivals.length === 0 ? '' : `<p>${html(say('grounds_contested'))}</p><ul>${rivals.join('')}</ul>`
  return `<details class="ground"><summary>${html(label)}: ${html(count)}</summary><ul>${items.join('')}</ul>${against}</details>`
}
