// Tables of a decision: heads and cells in both languages, for the terminal, the page and the brief.
import type { Decision, OutcomeDecision } from '../../lab/decide/decide.ts'
import { MEASURES } from '../../lab/decide/robustness.ts'
import { amount, number, signed } from '../format.ts'
import type { Words } from '../input.ts'
import { each, plainWords } from '../words.ts'
import { mannerOfOutcome, outcomeWords, share, thresholdWords } from './named.ts'
import { inOrder, summaryOf } from './sentences.ts'
import { type DecisionKey, tell } from './words.ts'

export interface WordTable {
  readonly title: Words
  readonly head: readonly Words[]
  readonly rows: readonly (readonly Words[])[]
}

/** Every decision is one about money too. */
const COST = 'public_cost'

/** How a table calls packages: by name, short enough for a terminal, unless said otherwise. */
export type Called = (name: string) => Words

/** Who comes first by each measure; `?` where other seeds would say something else. */
export function firstsTable(decision: Decision, called: Called = plainWords): WordTable {
  const rows = summaryOf(decision).map((outcome) => [
    outcomeWords(outcome),
    ...MEASURES.map((measure) => {
      const ranking = outcome.rankings?.[measure]
      const first = called(ranking?.order[0] ?? '')
      return ranking?.firstSeparable ? first : each((l) => `${first[l]} ?`)
    }),
  ])
  const head = [tell('head_outcome'), ...MEASURES.map((measure) => tell(`short_${measure}` satisfies DecisionKey))]
  return { title: tell('firsts_title'), head, rows }
}

/** Level and regret of every package in one outcome; only levels where it is open whether more is better. */
export function outcomeTable(outcome: OutcomeDecision, called: Called = plainWords): WordTable {
  const manner = mannerOfOutcome(outcome)
  const { from, to, better, how } = outcome
  const card = { outcome: outcomeWords(outcome), unit: manner.unit, how: tell(`how_${how}`, { from, to }) }
  const level = (value: number) => each((l) => amount(manner, value, l))
  const distance = (value: number) => each((l) => signed(manner, value, l).replace('+', ''))
  const rows = outcome.policies.map(({ policy, p05, p50, p95, regret, measures }) => [
    called(policy),
    level(p50),
    each((l) => `${level(p05)[l]}–${level(p95)[l]}`),
    ...(regret === undefined ? [] : [distance(regret.p50), distance(regret.p90), distance(regret.max)]),
    ...(measures === undefined ? [] : [share(measures.share)]),
  ])
  const head = [tell('head_package'), tell('head_median'), tell('head_band')]
  if (better === 'open') return { title: tell('open_title', card), head, rows }
  return {
    title: tell('regret_title', { ...card, better: tell(better) }),
    head: [...head, tell('head_regret'), tell('head_regret_p90'), tell('head_regret_max'), tell('head_share')],
    rows,
  }
}

/** One table an outcome, in the order of every screen. */
export const outcomeTables = ({ outcomes }: Decision): WordTable[] =>
  inOrder(outcomes).map((outcome) => outcomeTable(outcome))

/** Share of futures by package and threshold. */
export function thresholdsTable({ satisficing, outcomes, policies }: Decision): WordTable | undefined {
  if (satisficing === undefined) return undefined
  const { all, each: single, ranking } = satisficing
  const names = policies.filter(({ name }) => ranking.order.includes(name)).map(({ name }) => name)
  return {
    title: tell('thresholds_title'),
    head: [
      tell('head_package'),
      ...single.map(({ threshold }) =>
        thresholdWords(threshold, outcomes.find(({ name }) => name === threshold.outcome) as OutcomeDecision),
      ),
      tell('head_all'),
    ],
    rows: names.map((name, k) => [
      plainWords(name),
      ...single.map(({ shares }) => share(shares[k] as number)),
      share(all[k] as number),
    ]),
  }
}

/** Scores under the user's weights, and how much they hang on them. */
export function weightsTable({ weighted, policies, identical }: Decision): WordTable | undefined {
  if (weighted === undefined) return undefined
  const twins = new Set(identical.map(([, twin]) => twin))
  const names = policies.filter(({ name }) => !twins.has(name)).map(({ name }) => name)
  return {
    title: tell('weights_title'),
    head: [tell('head_package'), tell('head_score'), tell('head_near'), tell('head_anywhere')],
    rows: weighted.order.map((name) => {
      const k = names.indexOf(name)
      return [
        plainWords(name),
        each((l) => number(weighted.scores[k] as number, 2, l)),
        share(weighted.near[k] as number),
        share(weighted.anywhere[k] as number),
      ]
    }),
  }
}

/** Tables of a decision, the summary first; outcomes that the summary leaves out have theirs in `outcomeTables`. */
export const decisionTables = (decision: Decision): WordTable[] =>
  [
    decision.futures.kept > 0 ? firstsTable(decision) : undefined,
    thresholdsTable(decision),
    weightsTable(decision),
    ...summaryOf(decision).map((outcome) => outcomeTable(outcome)),
    ...decision.outcomes.filter(({ name }) => name === COST).map((outcome) => outcomeTable(outcome)),
  ].filter((table) => table !== undefined)
