// What is worth finding out, in sentences made from the numbers.
import type { Question } from '../../lab/contested/questions.ts'
import type { Contested, ContestedRow } from '../../lab/contested/result.ts'
import { percent } from '../format.ts'
import type { Words } from '../input.ts'
import { each, fill, joined } from '../words.ts'
import {
  askedWords,
  merged,
  outcomeInside,
  questionWords,
  type Ranked,
  rankedQuestions,
  sideWords,
  worthWords,
} from './order.ts'
import { words } from './words.ts'

/** Questions told in sentences; the table has the rest. */
const TOLD = 3
/** With fewer draws than this, that nothing was found says little. */
const ENOUGH = 100
/** Names in a list within a sentence. */
const NAMED = 5

/** Contradictions: what to find out first, what moves without mattering to the choice, what the model cannot say. */
export function contestedSentences(contested: Contested): Words[] {
  const ranked = merged(rankedQuestions(contested))
  const worth = ranked.filter((one) => one.worth.length > 0)
  const { packages, futures, draws, failed } = contested
  const first =
    worth.length === 0
      ? [
          draws < ENOUGH
            ? fill(words.none_few, { futures, draws })
            : fill(words.none, { packages: packages.length, futures }),
        ]
      : worth.slice(0, TOLD).map((one, k) => told(contested, one, k === 0))
  return [...first, ...rest(contested, ranked), ...(failed > 0 ? [fill(words.left_out, { n: failed })] : [])]
}

/** Unknowns one by one: those worth knowing, and what nobody can know beforehand. */
export function doubtfulSentences(contested: Contested): Words[] {
  const ranked = rankedQuestions(contested).filter(({ worth }) => worth.length > 0)
  const known = ranked.filter(({ question }) => question.kind !== 'world')
  const world = ranked.filter(({ question }) => question.kind === 'world')
  return [
    ...(known.length === 0
      ? contested.draws < ENOUGH
        ? []
        : [words.none_doubtful]
      : known.slice(0, TOLD).map((one) => worthOf(contested, one, words.next))),
    ...(world.length === 0 ? [] : [fill(words.world, { list: some(world.map((one) => namedWorth(contested, one))) })]),
  ]
}

const namedWorth = (contested: Contested, { question, worth }: Ranked): Words => {
  const row = worth[0] as ContestedRow
  const outcome = outcomeInside(contested, row.outcome)
  const size = worthWords(row, row.evpi ?? 0)
  return each((l) => `${questionWords(question)[l]} (${outcome[l]}: ${size[l]})`)
}

function worthOf(contested: Contested, { question, worth }: Ranked, said: Words): Words {
  const row = worth[0] as ContestedRow
  return fill(said, {
    question: askedWords(question),
    worth: worthWords(row, row.evpi ?? 0),
    outcome: outcomeInside(contested, row.outcome),
    share: each((l) => percent(row.share ?? 0, l)),
  })
}

function told(contested: Contested, one: Ranked & { readonly with: readonly string[] }, first: boolean): Words {
  const { question, worth } = one
  const row = worth[0] as ContestedRow
  const settle = question.settle
  return joined(
    [
      worthOf(contested, one, first ? words.first : words.next),
      ...sidesOf(contested, question, row),
      ...(one.with.length > 0 ? [fill(words.together, { groups: one.with.join(', ') })] : []),
      ...(settle === undefined ? [] : [fill(words.settle, { what: settle })]),
    ],
    ' ',
  )
}

/** Which package is best now, and under each side. */
function sidesOf(contested: Contested, question: Question, row: ContestedRow): Words[] {
  const now = contested.outcomes.find(({ outcome }) => outcome === row.outcome)?.preferred
  const title = (name: string): Words => contested.packages.find((one) => one.name === name) ?? { en: name, es: name }
  const clauses = row.sides.flatMap(({ side, preferred, forgone }): Words[] => {
    const own = question.sides.find((one) => one.side === side)
    if (preferred === undefined || own === undefined) return []
    const label = sideWords(question, own)
    if (preferred === now) return [fill(words.side_same, { side: label })]
    return [fill(words.side_best, { side: label, package: title(preferred), size: worthWords(row, forgone ?? 0) })]
  })
  if (now === null || now === undefined || clauses.length === 0) return []
  const list = joined(clauses, '; ')
  return [each((l) => `${fill(words.now, { package: title(now) })[l]} ${list[l]}.`)]
}

function rest(contested: Contested, ranked: readonly (Ranked & { with: readonly string[] })[]): Words[] {
  const count = (list: readonly { with: readonly string[] }[]) =>
    list.reduce((sum, one) => sum + 1 + one.with.length, 0)
  const moving = ranked.filter(({ worth, moved }) => worth.length === 0 && moved.length > 0)
  const quiet = ranked.filter(({ worth, moved }) => worth.length === 0 && moved.length === 0)
  const outside = contested.unanswered.filter(({ why }) => why === 'not in the model')
  const missing = contested.unanswered.filter(({ why }) => why === 'not in this study')
  const open = contested.outcomes.filter(({ better }) => better === 'open')
  const few = fewSides(contested)
  const titles = (list: readonly { group: string; en: string; es: string }[]) =>
    some(list.map(({ group, en, es }) => ({ en: `${group} ${en}`, es: `${group} ${es}` })))
  return [
    ...(moving.length === 0
      ? []
      : [fill(words.moves_only, { n: count(moving), list: titles(moving.map((one) => one.question)) })]),
    ...(quiet.length === 0 ? [] : [fill(words.quiet, { n: count(quiet) })]),
    ...(few.length === 0 ? [] : [fill(words.few_sides, { list: some(few) })]),
    ...(outside.length === 0
      ? []
      : [fill(words.not_in_model, { n: outside.length, list: titles(outside.slice(0, 3)) })]),
    ...(missing.length === 0 ? [] : [fill(words.not_in_study, { n: missing.length, list: titles(missing) })]),
    ...(open.length === 0
      ? []
      : [
          fill(words.open, {
            list: joined(
              open.map(({ outcome }) => outcomeInside(contested, outcome)),
              ', ',
            ),
          }),
        ]),
  ]
}

/** Sides of contradictions on which too few futures lie. */
function fewSides({ groups, questions }: Contested): Words[] {
  return questions.flatMap(({ group, kind, sides }) => {
    const row = groups.find((one) => one.group === group)
    if (kind !== 'contradiction' || row === undefined) return []
    return row.sides.flatMap(({ side, few, effective }) => {
      const label = sides.find((one) => one.side === side)
      return few && label ? [each((l) => `${group} «${label[l]}» (${effective})`)] : []
    })
  })
}

function some(list: readonly Words[]): Words {
  const shown = list.slice(0, NAMED)
  const more = list.length - shown.length
  return joined(more > 0 ? [...shown, fill(words.more, { n: more })] : shown, ', ')
}

/** How the figures were made. */
export const aboutContested = ({ futures, draws, packages, shuffles }: Contested): Words =>
  fill(words.about, { futures, draws, packages: packages.length, shuffles })
