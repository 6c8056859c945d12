// From a study of all sets of some instruments: what each adds to every outcome, what pairs add beyond that, and which to begin with.
import { mean, quantile } from '../../engine/quantiles.ts'
import type { Words } from '../results.ts'
import { type Study, type StudyOutcome, valuesOf } from '../study/table.ts'
import type { Instrument } from './instruments.ts'
import { shapley } from './shapley.ts'

/** Over the futures. */
export interface Band {
  readonly mean: number
  readonly p05: number
  readonly p50: number
  readonly p95: number
  readonly above: number
  readonly below: number
}

export interface InstrumentEffect {
  readonly instrument: string
  /** What it adds, over all orders in which the instruments may come. */
  readonly adds: Band
  /** Mean of that over the mean effect of all together; absent where all together cannot be told from none. */
  readonly share?: number
  /** Alone, and as the last one beside all others. */
  readonly alone: Band
  readonly last: Band
}

export interface PairEffect {
  readonly a: string
  readonly b: string
  /** What the two add together beyond what each adds: above zero more than the sum. */
  readonly together: Band
}

/** One outcome where instrument `first` begins before the others, less the same where `other` does. */
export interface OrderEffect {
  readonly first: string
  readonly other: string
  readonly difference: Band
}

export interface OutcomeInteractions {
  readonly outcome: string
  readonly words: Words
  readonly unit: string
  readonly how: StudyOutcome['how']
  readonly from: number
  readonly to: number
  readonly better: StudyOutcome['better']
  /** Without any of the instruments. */
  readonly reference: number
  /** All together. */
  readonly total: Band
  readonly instruments: readonly InstrumentEffect[]
  readonly pairs: readonly PairEffect[]
  readonly orders: readonly OrderEffect[]
}

export interface Interactions {
  readonly instruments: readonly { readonly name: string; readonly title: Words; readonly levers: readonly string[] }[]
  /** Used, and left out because the model failed in them. */
  readonly futures: number
  readonly failed: number
  /** Months by which all but the first one begin later. */
  readonly late: number
  readonly outcomes: readonly OutcomeInteractions[]
}

/** So sure that a sign is told. */
export const SURE = 0.9

/** `study`: the packages of `factorial`, then those of `firsts`. Throws RangeError where it holds others. */
export function interactionsOf(study: Study, instruments: readonly Instrument[], late: number): Interactions {
  const n = instruments.length
  if (study.policies.length !== 2 ** n + n)
    throw new RangeError(`${study.policies.length} packages, not those of ${n} instruments`)
  const failed = study.failed.reduce((sum, one) => sum + one, 0)
  return {
    instruments: instruments.map(({ name, title, levers }) => ({ name, title, levers: Object.keys(levers) })),
    futures: study.futures - failed,
    failed,
    late,
    outcomes: study.outcomes.map((outcome) => inOutcome(study, outcome, instruments)),
  }
}

function inOutcome(study: Study, outcome: StudyOutcome, instruments: readonly Instrument[]): OutcomeInteractions {
  const n = instruments.length
  const sets = 2 ** n
  const columns = study.policies.map((_, k) => valuesOf(study, outcome, k))
  const used = Array.from(study.failed.keys()).filter((f) => !study.failed[f])
  const games = used.map((f) => Float64Array.from({ length: sets }, (_, set) => columns[set]?.[f] as number))
  const shares = games.map(shapley)
  const over = (value: (place: number) => number) => bandOf(Float64Array.from(used, (_, place) => value(place)))
  const at = (place: number, set: number) => games[place]?.[set] as number
  const total = over((place) => at(place, sets - 1) - at(place, 0))
  const told = Math.max(total.above, total.below) >= SURE
  const { name, en, es, unit, how, from, to, better } = outcome
  return {
    outcome: name,
    words: { en, es },
    ...{ unit, how, from, to, better },
    reference: mean(used.map((f) => columns[0]?.[f] as number)),
    total,
    instruments: instruments.map(({ name }, k) => {
      const adds = over((place) => shares[place]?.own[k] as number)
      return {
        instrument: name,
        adds,
        ...(told ? { share: adds.mean / total.mean } : {}),
        alone: over((place) => at(place, 1 << k) - at(place, 0)),
        last: over((place) => at(place, sets - 1) - at(place, (sets - 1) ^ (1 << k))),
      }
    }),
    pairs: pairsOf(instruments).map(([a, b]) => ({
      a: (instruments[a] as Instrument).name,
      b: (instruments[b] as Instrument).name,
      together: over((place) => shares[place]?.pairs[a * n + b] as number),
    })),
    orders: pairsOf(instruments).map(([a, b]) => ({
      first: (instruments[a] as Instrument).name,
      other: (instruments[b] as Instrument).name,
      difference: over((place) => {
        const f = used[place] as number
        return (columns[sets + a]?.[f] as number) - (columns[sets + b]?.[f] as number)
      }),
    })),
  }
}

const pairsOf = (all: readonly unknown[]): [number, number][] =>
  all.flatMap((_, a) => all.slice(a + 1).map((_, k): [number, number] => [a, a + 1 + k]))

function bandOf(values: Float64Array): Band {
  const sorted = values.slice().sort()
  const at = (q: number) => quantile(sorted, q)
  const share = (side: (value: number) => boolean) => values.filter(side).length / values.length
  return {
    mean: mean(values),
    p05: at(0.05),
    p50: at(0.5),
    p95: at(0.95),
    above: share((value) => value > 0),
    below: share((value) => value < 0),
  }
}

/** `above`, `below`, or `open` where futures disagree; `none` where nothing moves in any. */
export const signOf = ({ above, below }: Band): 'above' | 'below' | 'open' | 'none' =>
  above === 0 && below === 0 ? 'none' : above >= SURE ? 'above' : below >= SURE ? 'below' : 'open'
