// Open questions as tables: what is worth finding out, and what each side would mean.
import type { Contested, ContestedRow } from '../../lab/contested/result.ts'
import type { WordTable } from '../decision/tables.ts'
import { level, mannerOf, percent, signed } from '../format.ts'
import type { Words } from '../input.ts'
import { each, plainWords } from '../words.ts'
import { merged, outcomeOf, questionWords, rankedQuestions, sideWords, worthWords } from './order.ts'
import { words } from './words.ts'

/** What is worth finding out, by question and outcome, the largest share of knowing everything first. */
export function firstTable(contested: Contested, kind: 'contradictions' | 'unknowns', most = 12): WordTable {
  const rows = merged(rankedQuestions(contested))
    .flatMap(({ question, worth, with: others }) => {
      const name = questionWords(question)
      const shown = others.length === 0 ? name : each((l) => `${name[l]} (= ${others.join(', ')})`)
      return worth.map((row) => ({ shown, row }))
    })
    .sort((a, b) => (b.row.share ?? 0) - (a.row.share ?? 0))
    .slice(0, most)
    .map(({ shown, row }) => [
      shown,
      outcomeOf(contested, row.outcome),
      worthWords(row, row.evpi ?? 0),
      each((l) => percent(row.share ?? 0, l)),
      plainWords(String(row.ranking_changes)),
    ])
  const head = [words.head_question, words.head_outcome, words.head_worth, words.head_share, words.head_turned]
  return { title: kind === 'contradictions' ? words.title : words.title_doubtful, head, rows }
}

/** How far the sides move outcomes: the largest moves as a part of the outcome's level, one row a question. */
export function effectsTable(contested: Contested, most = 10): WordTable {
  const rows = merged(rankedQuestions(contested))
    .flatMap(({ question, moved }) => {
      const row = [...moved].sort((a, b) => relative(b) - relative(a))[0]
      return row === undefined ? [] : [{ question, row }]
    })
    .sort((a, b) => relative(b.row) - relative(a.row))
    .slice(0, most)
    .map(({ question, row }) => [
      questionWords(question),
      outcomeOf(contested, row.outcome),
      worthWords(row, row.effect),
      plainWords(row.effect_package),
      sides(row),
    ])
  const head = [words.head_question, words.head_outcome, words.head_effect, words.head_package, plainWords('')]
  return { title: words.title_effects, head, rows }
}

const levelsOf = (row: ContestedRow): (number | null)[] =>
  row.sides.map(({ few, packages }) =>
    few ? null : (packages.find(({ name }) => name === row.effect_package)?.level ?? null),
  )

/** The move as a part of the largest level. */
function relative(row: ContestedRow): number {
  const size = Math.max(...levelsOf(row).map((one) => Math.abs(one ?? 0)))
  return size > 0 ? row.effect / size : 0
}

/** `a) 12, b) 15`: levels of the package that moves most, side by side. */
function sides(row: ContestedRow): Words {
  const manner = mannerOf(row.outcome, row.unit)
  const levels = levelsOf(row)
  return each((l) =>
    row.sides
      .flatMap(({ side }, k) => {
        const value = levels[k]
        return value === null || value === undefined ? [] : [`${side}) ${level(manner, value, l)}`]
      })
      .join(', '),
  )
}

/** One question in one outcome: every package under every side. */
export function sidesTable(contested: Contested, row: ContestedRow): WordTable {
  const manner = mannerOf(row.outcome, row.unit)
  const question = contested.questions.find(({ group }) => group === row.group)
  const heard = row.sides.filter(({ few }) => !few)
  const head = [
    words.head_each,
    ...heard.map(({ side }) => {
      const label = question?.sides.find((one) => one.side === side)
      return label === undefined || question === undefined ? plainWords(side) : sideWords(question, label)
    }),
  ]
  const rows = contested.packages.map(({ name }, k) => [
    plainWords(name),
    ...heard.map(({ packages }) => {
      const own = packages[k]
      return each((l) =>
        own?.level === null || own === undefined
          ? ''
          : k === 0
            ? level(manner, own.level, l)
            : `${level(manner, own.level, l)} (${signed(manner, own.difference ?? 0, l)})`,
      )
    }),
  ])
  return { title: outcomeOf(contested, row.outcome), head, rows }
}
