// From an ensemble to a registered forecast.

import { hashOfDraws } from '../draws.ts'
import type { Collector } from '../ensemble.ts'
import { nameOf, shownLines } from '../ensemble.ts'
import { armsOf, forecastsOf } from '../hindcast/forecasts.ts'
import type { PredictFrame } from '../predict/predict.ts'
import { countedYears, headlines, questions } from './questions.ts'
import { type Registered, registered } from './registered.ts'

export interface Making {
  /** The last year that is known; `context.pack` ends there. */
  readonly origin: number
  readonly years: readonly number[]
  readonly madeBy: Omit<Registered['madeBy'], 'draws' | 'scenario' | 'seed'>
}

/** The forecast that an ensemble of one scenario makes; it was gathered under the selection for these questions. */
export function forecastFrom(collector: Collector, context: PredictFrame, making: Making): Registered {
  const { origin, years, madeBy } = making
  const { plan, count } = collector
  const [scenario] = plan.scenarios
  if (scenario === undefined) throw new RangeError('the plan has no scenario')
  const { draws } = plan
  const [from, to] = [years[0] ?? origin, years.at(-1) ?? origin]
  return registered({
    title: { en: `Forecast of ${from}–${to} from ${origin}`, es: `Pronóstico de ${from}–${to} desde ${origin}` },
    madeBy: {
      ...madeBy,
      scenario: { name: scenario.card.name, hash: scenario.card.hash },
      draws: { kind: draws.kind, hash: hashOfDraws(draws), count, note: draws.note },
      seed: draws.seed,
    },
    origins: [
      {
        origin,
        information: { until: origin },
        draws: hashOfDraws(draws),
        arms: armsOf(collector, context),
        forecasts: forecastsOf({ rows: questions(years), learnt: countedYears(origin) }, collector, context),
      },
    ],
    outcomes: outcomesOf(collector, headlines(context.model), years),
  })
}

function outcomesOf(collector: Collector, names: readonly string[], years: readonly number[]): Registered['outcomes'] {
  const lines = shownLines(collector.cells, 'default').filter(
    ({ outcome, scope }) => names.includes(outcome) && scope !== 'district' && scope !== 'zone',
  )
  return lines.flatMap((line) =>
    years.map((year) => ({
      ...nameOf(line),
      year,
      values: Array.from(collector.values(0, line.offset + line.times.indexOf(year))),
    })),
  )
}
