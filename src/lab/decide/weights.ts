// One score from several outcomes, only where the user said what counts how much; and how much the ranking hangs on that.
import jStat from 'jstat'
import { drawsOf } from '../../engine/draws.ts'
import { mean } from '../../engine/quantiles.ts'
import { type Losses, regretsOf } from './losses.ts'

export interface Weighted {
  /** As given, made to sum to 1; outcomes that don't tell packages apart, or have no better direction, are not in it. */
  readonly weights: Readonly<Record<string, number>>
  /** Outcomes with a weight that could not count, and why. */
  readonly ignored: readonly { readonly outcome: string; readonly why: 'absent' | 'open' | 'same' }[]
  /** By package: weighted mean regret, 0 best in everything everywhere, 1 worst in everything everywhere. */
  readonly scores: readonly number[]
  /** Names, best first. */
  readonly order: readonly string[]
  /** By package: share of weights near those given (each moved by about a third), and of all weights, under which it comes first. */
  readonly near: readonly number[]
  readonly anywhere: readonly number[]
  /** The nearest weight of one outcome, the others keeping their proportions, at which another package comes first. */
  readonly turns: readonly { readonly outcome: string; readonly weight: number; readonly to: string }[]
}

/** Weights drawn around those given, and over all. */
const DRAWN = 2000
/** Concentration by outcome: weights near the given ones vary by about a third of themselves. */
const NEAR = 8

/**
 * Mean regret of each package in each outcome, as a part of what lies between the best and the worst package there.
 * Undefined where all packages are the same.
 */
export function relativeRegret(losses: Losses): number[] | undefined {
  const regrets = regretsOf(losses)
  const first = regrets[0]
  if (first === undefined) return undefined
  const spread = mean(first.map((_, f) => Math.max(...regrets.map((row) => row[f] as number))))
  return spread > 0 ? regrets.map((row) => mean(row) / spread) : undefined
}

/**
 * @param parts by outcome that counts: relative regret by package
 * @param given weight by the same outcomes, above 0
 */
export function weighted(
  names: readonly string[],
  parts: Readonly<Record<string, readonly number[]>>,
  given: Readonly<Record<string, number>>,
  ignored: Weighted['ignored'],
  seed: number,
): Weighted | undefined {
  const outcomes = Object.keys(parts)
  const total = outcomes.reduce((sum, name) => sum + (given[name] ?? 0), 0)
  if (total === 0) return undefined
  const rows = outcomes.map((name) => parts[name] as readonly number[])
  const weights = outcomes.map((name) => (given[name] ?? 0) / total)
  const scores = scoresOf(rows, weights, names.length)
  const chance = drawsOf(['weights'])
  chance.seed = seed
  const tops = (shapes: readonly number[]): number[] => {
    const count = names.map(() => 0)
    for (let draw = 0; draw < DRAWN; draw++) {
      // gammas in proportion are a Dirichlet: no need to make them sum to 1
      const drawn = shapes.map((shape, k) => jStat.gamma.inv(chance.uniform('weights', draw, k) + 2 ** -25, shape, 1))
      const top = bestOf(scoresOf(rows, drawn, names.length))
      count[top] = (count[top] as number) + 1
    }
    return count.map((one) => one / DRAWN)
  }
  return {
    weights: Object.fromEntries(outcomes.map((name, k) => [name, weights[k] as number])),
    ignored,
    scores,
    order: scores
      .map((_, k) => k)
      .sort((a, b) => (scores[a] as number) - (scores[b] as number) || a - b)
      .map((k) => names[k] as string),
    near: tops(weights.map((weight) => NEAR * weights.length * weight)),
    anywhere: tops(weights.map(() => 1)),
    turns: outcomes.flatMap((outcome, k) => {
      const turn = turnOf(rows, weights, k, scores)
      return turn === undefined ? [] : [{ outcome, weight: turn.weight, to: names[turn.to] as string }]
    }),
  }
}

const scoresOf = (rows: readonly (readonly number[])[], weights: readonly number[], count: number): number[] =>
  Array.from({ length: count }, (_, k) =>
    rows.reduce((sum, row, at) => sum + (weights[at] as number) * (row[k] as number), 0),
  )

const bestOf = (scores: readonly number[]): number => scores.indexOf(Math.min(...scores))

/** Scores are lines in the weight of one outcome: where the first package is crossed nearest to the weight given. */
function turnOf(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  outcome: number,
  scores: readonly number[],
): { weight: number; to: number } | undefined {
  const own = rows[outcome] as readonly number[]
  const now = weights[outcome] as number
  if (now >= 1) return undefined
  const others = scores.map((score, k) => (score - now * (own[k] as number)) / (1 - now))
  const top = bestOf(scores)
  let found: { weight: number; to: number } | undefined
  scores.forEach((_, k) => {
    const rise = (own[k] as number) - (own[top] as number) - ((others[k] as number) - (others[top] as number))
    const weight = ((others[top] as number) - (others[k] as number)) / rise
    if (k === top || !(weight >= 0 && weight <= 1)) return
    if (found === undefined || Math.abs(weight - now) < Math.abs(found.weight - now)) found = { weight, to: k }
  })
  return found
}
