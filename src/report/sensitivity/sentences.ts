// What a screening says, in sentences made from its numbers.
import type { MorrisAnswer, SensitivityResult } from '../../lab/sensitivity/result.ts'
import { mannerOf, percent, size } from '../format.ts'
import type { Words } from '../input.ts'
import { subsystemWords } from '../subsystems.ts'
import { each, fill } from '../words.ts'
import { answerTitle, shownName } from './table.ts'
import { words } from './words.ts'

/** Unknowns of which it is asked whether sources disagree about them. */
const STRONGEST = 5

/** For each answer of a screening: what moves it most, to which subsystem that belongs, which contradictions stand behind it. */
export function sensitivitySentences(result: SensitivityResult): Words[] {
  if (result.method !== 'morris') return []
  return result.answers.map((answer) => {
    const said = [movers(answer, result), ...subsystem(answer), ...behind(answer, result)]
    return each((l) => said.map((one) => one[l]).join(' '))
  })
}

function movers(answer: MorrisAnswer, result: SensitivityResult): Words {
  const outcome = answerTitle(answer, result)
  const [first, second] = answer.rows.filter(({ clear }) => clear)
  if (first === undefined)
    return each((l) => `${outcome[l]}: ${words.none[l][0]?.toLowerCase()}${words.none[l].slice(1)}`)
  const manner = mannerOf(answer.outcome, answer.unit)
  const named = {
    outcome,
    first: shownName(first.input),
    size: each((l) => size(manner, first.mu_star, l)),
  }
  return second === undefined
    ? fill(words.most_one, named)
    : fill(words.most, { ...named, second: shownName(second.input) })
}

function subsystem({ groups, rows }: MorrisAnswer): Words[] {
  const first = groups.find(({ by }) => by === 'subsystem')
  if (first === undefined || !rows.some(({ clear }) => clear)) return []
  return [
    fill(words.groups_subsystem, { first: subsystemWords(first.group), share: each((l) => percent(first.share, l)) }),
  ]
}

function behind({ rows }: MorrisAnswer, { inputs }: SensitivityResult): Words[] {
  const strongest = rows.filter(({ clear }) => clear).slice(0, STRONGEST)
  if (strongest.length === 0) return []
  const of = strongest.flatMap(({ input }) => inputs.filter(({ name }) => name === input))
  const disputed = of.filter(({ contradictions }) => contradictions.length > 0)
  const k = strongest.length
  if (disputed.length === 0) return [fill(words.contested_none, { k })]
  const groups = [...new Set(disputed.flatMap(({ contradictions }) => contradictions))].join(', ')
  return [fill(words.contested_behind, { n: disputed.length, k, groups })]
}
