// Names and numbers as sentences and tables of decisions write them.
import type { Threshold } from '../../lab/decide/thresholds.ts'
import type { StudyOutcome, StudyPolicy } from '../../lab/study/table.ts'
import { parts } from '../clauses.ts'
import { labelOf, level, type Manner, mannerOf, percent } from '../format.ts'
import type { Words } from '../input.ts'
import { each, plainWords } from '../words.ts'
import { tell } from './words.ts'

type Card = Pick<StudyOutcome, 'name' | 'unit' | 'en' | 'es'>

/** Label of an outcome: the model's own where it has one, else that of the table. */
export const outcomeWords = ({ name, en, es }: Omit<Card, 'unit'>): Words => {
  const label = labelOf(name, parts)
  return label.en === name ? { en, es } : label
}

export const mannerOfOutcome = ({ name, unit }: Pick<Card, 'name' | 'unit'>): Manner => mannerOf(name, unit)

/** Title of a package; its name where there is none. */
export function titleOf(policies: readonly StudyPolicy[], name: string): Words {
  return policies.find((policy) => policy.name === name)?.title ?? plainWords(name)
}

/** In lower case, as it stands inside a sentence; abbreviations stay. */
export const inner = (words: Words): Words =>
  each((l) => (/^\p{Lu}\p{Lu}/u.test(words[l]) ? words[l] : words[l].charAt(0).toLowerCase() + words[l].slice(1)))

export const share = (part: number): Words => each((l) => percent(part, l))

export const levelWords = (card: Pick<Card, 'name' | 'unit'>, value: number): Words =>
  each((l) => level(mannerOfOutcome(card), value, l))

export const listed = (list: readonly Words[], type: 'conjunction' | 'disjunction' = 'conjunction'): Words =>
  each((l) => new Intl.ListFormat(l, { type }).format(list.map((one) => one[l])))

/** `pobreza ≤ 30 %`. */
export function thresholdWords(threshold: Threshold, card: Card): Words {
  const outcome = inner(outcomeWords(card))
  const said = (['at_most', 'at_least'] as const).flatMap((key) => {
    const value = threshold[key]
    return value === undefined ? [] : [tell(key, { outcome, value: levelWords(card, value) })]
  })
  return listed(said)
}
