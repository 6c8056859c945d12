// What is still to be found out about the packages compared: from the answers of the shipped study, whose numbers the sentences follow.
import type { Contested, ContestedRow } from '../../lab/contested/result.ts'
import type { Interactions } from '../../lab/interactions/interactions.ts'
import type { SearchResult } from '../../lab/search/result.ts'
import { askedWords, outcomeInside, questionWords, rankedQuestions, worthWords } from '../contested/order.ts'
import type { Words } from '../input.ts'
import { pairSentences, toldOutcomes } from '../interactions/tables.ts'
import { searchSentences } from '../search/tables.ts'
import { type BriefSection, list, quoted } from './parts.ts'
import { tell } from './words.ts'

/** What `vraem contested`, `vraem interactions` and `vraem search` answered; each may be absent. */
export interface Answers {
  readonly contested?: Contested | undefined
  readonly interactions?: Interactions | undefined
  readonly search?: (SearchResult & { readonly sample: number }) | undefined
}

/** `names`: the packages compared that the study holds, the reference first. `most`: sentences at most. */
export function openSaid(
  { contested, interactions, search }: Answers,
  names: readonly string[],
  most: number,
): Words[] {
  if (names.length < 2) return []
  return [
    ...(contested ? contestedSaid(contested, new Set(names)) : []),
    ...(interactions ? togetherSaid(interactions, new Set(names)) : []),
    ...(search && search.from === names[0] ? searchSaid(search) : []),
  ].slice(0, most)
}

/** The contradiction that turns the order of two of these packages; else that none does. Then the one that moves most without that. */
function contestedSaid(contested: Contested, names: ReadonlySet<string>): Words[] {
  const ranked = rankedQuestions(contested)
  const better = new Map(contested.outcomes.map((one) => [one.outcome, one.better]))
  const title = (name: string): Words =>
    quoted(contested.packages.find((one) => one.name === name) ?? { en: name, es: name })
  const turns = ranked.flatMap(({ question }) =>
    contested.groups
      .filter((row) => row.group === question.group && (better.get(row.outcome) ?? 'open') !== 'open')
      .flatMap((row) =>
        row.turned
          .filter((pair) => names.has(pair.better) && names.has(pair.worse))
          .map((pair) => ({ question, row, pair })),
      ),
  )
  const [first] = turns
  const label = (sides: (typeof ranked)[number]['question']['sides'], side: string): Words =>
    quoted(sides.find((one) => one.side === side) ?? { en: side, es: side })
  const said = first
    ? tell('brief_open_first', {
        question: askedWords(first.question),
        outcome: outcomeInside(contested, first.row.outcome),
        on: label(first.question.sides, first.pair.on),
        off: label(first.question.sides, first.pair.not_on),
        ...{ a: title(first.pair.better), b: title(first.pair.worse) },
        apart: worthWords(first.row, apart(first.row, first.pair.on, first.pair)),
        back: worthWords(first.row, apart(first.row, first.pair.not_on, first.pair)),
      })
    : tell('brief_open_none', { futures: contested.futures })
  const moving = ranked
    .flatMap(({ question, moved }) => moved.map((row) => ({ question, row })))
    .filter(
      ({ row, question }) =>
        names.has(row.effect_package) &&
        question.group !== first?.question.group &&
        !row.turned.some((pair) => names.has(pair.better) && names.has(pair.worse)),
    )
    .sort((a, b) => relative(b.row) - relative(a.row))[0]
  const outside = contested.unanswered.filter(({ why }) => why === 'not in the model').length
  return [
    said,
    ...(moving
      ? [
          tell('brief_open_moves', {
            question: questionWords(moving.question),
            outcome: outcomeInside(contested, moving.row.outcome),
            size: worthWords(moving.row, moving.row.effect),
            package: title(moving.row.effect_package),
          }),
        ]
      : []),
    ...(outside > 0 ? [tell('brief_open_outside', { n: outside })] : []),
  ]
}

const levelOn = (row: ContestedRow, side: string, name: string): number | undefined =>
  row.sides.find((one) => one.side === side)?.packages.find((one) => one.name === name)?.level ?? undefined

/** How far two packages are apart on a side. */
const apart = (row: ContestedRow, side: string, pair: { readonly better: string; readonly worse: string }): number =>
  Math.abs((levelOn(row, side, pair.better) ?? 0) - (levelOn(row, side, pair.worse) ?? 0))

/** The move as a part of the level, so that units can be held against each other. */
function relative(row: ContestedRow): number {
  const levels = row.sides.flatMap(({ side }) => levelOn(row, side, row.effect_package) ?? [])
  const level = Math.max(...levels.map(Math.abs), 0)
  return level === 0 ? 0 : row.effect / level
}

/** What two of the packages do together, where both were tried as instruments. */
function togetherSaid(result: Interactions, names: ReadonlySet<string>): Words[] {
  const outcomes = toldOutcomes(result)
    .map((of) => ({ ...of, pairs: of.pairs.filter(({ a, b }) => names.has(a) && names.has(b)), orders: [] }))
    .filter(({ pairs }) => pairs.length > 0)
  return pairSentences(result, outcomes).slice(0, outcomes.length > 0 ? 1 : 0)
}

const searchSaid = (search: SearchResult & { readonly sample: number }): Words[] =>
  searchSentences(search, search.sample)
    .slice(0, 1)
    .map((said) => tell('brief_open_search', { title: quoted(search.title), said }))

/** The section of many futures with what is still to be found out. */
export const withOpen = (decided: BriefSection, said: readonly Words[]): BriefSection =>
  said.length === 0 ? decided : { ...decided, title: tell('brief_open_title'), body: decided.body + list(said) }
