// The score of every outcome that has one, in full sentences.
import { parts } from '../clauses.ts'
import type { Compared } from '../compared.ts'
import { labelOf } from '../format.ts'
import { html } from '../markup.ts'
import { skillFull } from '../skill.ts'
import { plainWords, say, words } from '../words.ts'
import { section } from './charts.ts'

export function skill(c: Compared): string {
  const { marks } = c.result
  const scored = marks?.skill.scored ?? []
  if (scored.length === 0) return ''
  const items = scored.map((mark) => {
    const label = labelOf(mark.outcome, parts)
    const where = mark.place === 'districts' ? words.map_district : plainWords('VRAEM')
    return `<li><b>${html(label)}</b> <small>${html(where)}</small> ${html(skillFull(mark, marks))}</li>`
  })
  return section('skill', say('skill_title'), say('skill_note'), `<ul class="limits">${items.join('')}</ul>`)
}
