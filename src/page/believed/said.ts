// How the simulations of a believed side were come by, and what cannot be run, in sentences.
import type { Restricted } from '../../lab/beliefs/restrict.ts'
import type { Language } from '../../report/input.ts'
import { messages } from '../messages/messages.ts'
import type { Demands } from './sides.ts'

type Sentence = keyof typeof messages & `belief_${string}`

function told(key: Sentence, language: Language, values: Readonly<Record<string, string | number>>): string {
  return messages[key][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** `reweighed`: so many of the simulations that had been run were looked at again; a run of its own is under way. */
export function howFound(found: Restricted, reweighed: number | undefined, language: Language): string {
  const { inside, of, moved, draws } = found
  const effective = Math.round(found.effective)
  const fixed = Object.keys(found.fixed)
  const first = told('belief_inside', language, { inside, of, effective })
  if (reweighed !== undefined) return `${first} ${told('belief_reweighed', language, { n: reweighed })}`
  const run = draws.indices.length
  if (fixed.length > 0) return told('belief_fixed', language, { names: fixed.join(', ').replaceAll('_', ' '), run })
  if (moved === 0) return `${first} ${told('belief_run', language, { run })}`
  return `${first} ${told('belief_moved', language, { run, moved })}`
}

export function whatFails(demands: Demands, language: Language): string[] {
  const name = (target: string) => target.replaceAll('_', ' ')
  return [
    ...demands.conflicts.map(({ target, by }) =>
      told('belief_conflict', language, {
        target: name(target),
        sides: by.map(({ contradiction, side }) => `${contradiction} ${side}`).join(', '),
      }),
    ),
    ...demands.untested.map(({ label }) => told('belief_untested', language, { label: label[language] })),
    ...demands.outside.map(({ target }) => told('belief_outside', language, { target: name(target) })),
    ...demands.fixedElsewhere.map(({ wish, scenario }) =>
      told('belief_elsewhere', language, { target: name(wish.target), scenario: scenario[language] }),
    ),
  ]
}
