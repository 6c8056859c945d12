// The order in which open questions are told: by the largest part of knowing everything that one of them is worth in some outcome.

import type { Question, Side } from '../../lab/contested/questions.ts'
import type { Contested, ContestedRow } from '../../lab/contested/result.ts'
import { optionName, switchQuestion, unknownName } from '../../lab/unknowns/unknowns.ts'
import { inner, outcomeWords } from '../decision/named.ts'
import { mannerOf, size } from '../format.ts'
import type { Words } from '../input.ts'
import { each } from '../words.ts'

export interface Ranked {
  readonly question: Question
  /** Its outcomes in which knowing is worth something, the largest share first. */
  readonly worth: readonly ContestedRow[]
  /** Its outcomes that it moves, whether or not the choice changes. */
  readonly moved: readonly ContestedRow[]
}

/** Questions with what they are worth; those worth most first, then those that move something. */
export function rankedQuestions({ questions, groups }: Pick<Contested, 'questions' | 'groups'>): Ranked[] {
  const ranked = questions.map((question): Ranked => {
    const own = groups.filter(({ group }) => group === question.group)
    const worth = own.filter(({ evpi }) => (evpi ?? 0) > 0).sort((a, b) => (b.share ?? 0) - (a.share ?? 0))
    return { question, worth, moved: own.filter(({ effect }) => effect > 0) }
  })
  const top = ({ worth }: Ranked) => worth[0]?.share ?? 0
  return ranked.sort((a, b) => top(b) - top(a) || b.moved.length - a.moved.length)
}

/** One row for questions about the very same columns, the others named in `with`. */
export function merged(ranked: readonly Ranked[]): (Ranked & { readonly with: readonly string[] })[] {
  const seen = new Map<string, { with: string[] } & Ranked>()
  for (const one of ranked) {
    const key = one.question.names.join(' ')
    const known = seen.get(key)
    if (known === undefined) seen.set(key, { ...one, with: [] })
    else known.with.push(one.question.group)
  }
  return [...seen.values()]
}

/** `K50 What does eradication do next door?`; an unknown by its name. */
export const questionWords = ({ group, kind, en, es }: Pick<Question, 'group' | 'kind' | 'en' | 'es'>): Words =>
  kind === 'contradiction'
    ? { en: `${group} ${en}`, es: `${group} ${es}` }
    : (switchQuestion(group) ?? unknownName(group) ?? { en, es })

/** What a side says; an option of a rival mechanism in words. */
export const sideWords = ({ group, kind }: Pick<Question, 'group' | 'kind'>, { side, en, es }: Side): Words =>
  (kind === 'contradiction' ? undefined : optionName(group, side)) ?? { en, es }

/** As a sentence: a question, or an unknown by its name. */
export function askedWords(question: Question): Words {
  const shown = questionWords(question)
  return each((l) =>
    /[?.]$/.test(shown[l]) ? shown[l] : l === 'en' ? `The unknown “${shown[l]}”.` : `La incógnita «${shown[l]}».`,
  )
}

export const outcomeOf = ({ outcomes }: Contested, name: string): Words => {
  const card = outcomes.find(({ outcome }) => outcome === name)
  return outcomeWords({ name, en: card?.en ?? name, es: card?.es ?? name })
}
/** In a sentence. */
export const outcomeInside = (contested: Contested, name: string): Words => inner(outcomeOf(contested, name))

/** With its unit; what would be written as nothing is written as nearly nothing. */
export const worthWords = ({ outcome, unit }: Pick<ContestedRow, 'outcome' | 'unit'>, value: number): Words =>
  each((l) => {
    const text = size(mannerOf(outcome, unit), value, l)
    return value === 0 || /[1-9]/.test(text) ? text : `≈ ${text}`
  })
