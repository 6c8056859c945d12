// A search in tables and sentences made from its numbers.
import type { Assessment, Score } from '../../lab/search/assess.ts'
import type { SearchResult } from '../../lab/search/result.ts'
import { type Certainty, certaintyOf, FEW } from '../certainty.ts'
import { inner, listed, mannerOfOutcome, outcomeWords } from '../decision/named.ts'
import type { WordTable } from '../decision/tables.ts'
import { number, percent, signed, size } from '../format.ts'
import type { Words } from '../input.ts'
import { VERDICTS } from '../section/verdict.ts'
import { each, plainWords } from '../words.ts'
import { tell } from './words.ts'

type Objective = Assessment['objectives'][number]

export const objectiveWords = ({ outcome }: Objective): Words =>
  outcomeWords({ name: outcome, en: outcome, es: outcome })

export const certaintyIn = ({ unit, reference, want }: Objective, score: Score, futures: number): Certainty => {
  const [above, below] = want === 'more' ? [score.better, score.worse] : [score.worse, score.better]
  return certaintyOf({ ...score, above, below, level: 0 }, unit === '1' ? 1 : Math.abs(reference), futures)
}

const MARK = { 'very likely': '●', likely: '○', 'not separable': '·', 'no change': '=' } as const

/** Packages in rows, objectives in columns: mean difference with its mark and its band. */
export function scoresTable({ assessment, reference }: SearchResult): WordTable {
  const { objectives, found, futures } = assessment
  return {
    title: tell('scores_title', { reference: quotedIn(reference), fresh: futures.fresh }),
    head: [
      plainWords(''),
      ...objectives.map((one) => {
        const [name, manner] = [objectiveWords(one), mannerOfOutcome({ name: one.outcome, unit: one.unit })]
        return each((l) => `${name[l]}, ${manner.unit[l]}`)
      }),
    ],
    rows: found.map(({ name, scores }) => [
      plainWords(name),
      ...scores.map((score, k) => {
        const objective = objectives[k] as Objective
        const manner = mannerOfOutcome({ name: objective.outcome, unit: objective.unit })
        const { verdict } = certaintyIn(objective, score, futures.fresh)
        return each(
          (l) =>
            `${MARK[verdict]} ${signed(manner, score.fresh, l)} (${signed(manner, score.p05, l)} … ${signed(manner, score.p95, l)})`,
        )
      }),
    ]),
  }
}

/** Marks of the table above. */
export const markWords: Words = each((l) =>
  (Object.keys(MARK) as (keyof typeof MARK)[])
    .map((one) => `${MARK[one]} ${VERDICTS[one][l].toLowerCase()}`)
    .join('   '),
)

/** Open numbers in rows, packages in columns. */
export function levelsTable({ numbers, packages }: SearchResult): WordTable {
  const shown = (value: number | null | undefined): Words =>
    value === null || value === undefined
      ? plainWords('–')
      : each((l) => number(value, Number.isInteger(value) ? 0 : 2, l))
  return {
    title: tell('levels_title'),
    head: [tell('head_number'), tell('head_unit'), ...packages.map(({ name }) => plainWords(name))],
    rows: numbers.map(({ words, unit, path }, j) => [
      words,
      plainWords(unit === '1' ? '' : unit),
      ...packages.map(({ values }) =>
        path.length === 2 && path[0] === 'rules'
          ? values[j] === 1
            ? plainWords('✓')
            : tell('not_used')
          : shown(values[j]),
      ),
    ]),
  }
}

const quotedIn = (words: Words): Words => ({ en: `“${words.en}”`, es: `«${words.es}»` })
const names = (list: readonly string[]): Words => listed(list.map(plainWords))

/** What was found, how far the search flattered itself, and what it rests on. */
export function searchSentences(result: SearchResult, sample: number): Words[] {
  const { assessment, reference, limitsBroken } = result
  const { gains, trades, found, optimism, objectives, futures } = assessment
  const quoted = { reference: quotedIn(reference) }
  const beaten = found.filter(({ onFront }) => !onFront).map(({ name }) => name)
  const broken = limitsBroken ? [] : found.filter(({ kept }) => !kept).map(({ name }) => name)
  const flattered = optimism.flatMap((one, k) =>
    one.mean > one.chance ? [inner(objectiveWords(objectives[k] as Objective))] : [],
  )
  return [
    ...(limitsBroken ? [tell('limits')] : []),
    ...(gains.length + trades.length === 0 ? [tell('nothing', quoted)] : []),
    ...(gains.length > 0 ? [tell('gains', { list: names(gains) })] : trades.length > 0 ? [tell('no_gains')] : []),
    ...(trades.length > 0 ? [tell('trades', { list: names(trades) })] : []),
    ...(beaten.length > 0 ? [tell('beaten', { list: names(beaten) })] : []),
    ...(broken.length > 0 ? [tell('broken', { list: names(broken) })] : []),
    ...optimism.map((one, k) => {
      const objective = objectives[k] as Objective
      const manner = mannerOfOutcome({ name: objective.outcome, unit: objective.unit })
      return tell('optimism', {
        outcome: inner(objectiveWords(objective)),
        size: each((l) => size(manner, one.mean, l)),
        side: tell(one.mean >= 0 ? 'better' : 'worse'),
        chance: each((l) => size(manner, one.chance, l)),
      })
    }),
    ...(flattered.length > 0 ? [tell('flattered', { list: listed(flattered) })] : []),
    tell('tried', {
      ...{ tried: result.tried, generations: result.generations, front: result.front, sample },
      ...{ futures: futures.search, shown: result.packages.length },
    }),
    tell('uncertain'),
    ...(futures.fresh < FEW ? [tell('few')] : []),
  ]
}

/** Share of fresh futures in which a package is better: for tooltips. */
export const betterWords = ({ better }: Score): Words => each((l) => percent(better, l))
