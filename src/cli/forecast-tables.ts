/** Tables of registered forecasts: what they say, and what came. */

import type { Band, Learnt } from '../lab/forecast/learnt.ts'
import { nameOf, type Registered, registeredRows } from '../lab/forecast/registered.ts'
import type { ScoredForecast } from '../lab/forecast/score.ts'
import type { Scored } from '../lab/score/rolling.ts'
import { number } from '../report/format.ts'
import { figureOf as figure } from '../report/learnt.ts'
import type { Call } from './command.ts'
import { textTable } from './table.ts'

type Said = Pick<Call, 'words' | 'language'>

/** One line for each question and year; years a series names stand before outcomes of the model. */
export function forecastTable(forecast: Registered, { words, language }: Said): string {
  const rows = registeredRows(forecast).map(([outcome, series, place, year, unit, p05, , p50, , p95, mean]) => [
    String(series === '' ? outcome : series),
    String(place),
    String(year),
    String(unit),
    ...[p05, p50, p95, mean].map((value) => figure(Number(value), language)),
  ])
  return textTable(words.ahead.forecastHead, rows)
}

const mean = (scores: readonly Scored[]): number => scores.reduce((sum, { crps }) => sum + crps, 0) / scores.length
const of = (scores: readonly Scored[], rule: string) => scores.filter((one) => one.rule === rule)

export function listTable(
  list: readonly ({ readonly forecast: Registered } & Pick<ScoredForecast, 'scores'>)[],
  { words, language }: Said,
): string {
  const rows = list.map(({ forecast, scores }) => {
    const [mine, last] = [of(scores, 'model'), of(scores, 'last value')]
    const years = forecast.origins[0].forecasts.map(({ year }) => year)
    return [
      nameOf(forecast),
      forecast.madeBy.created.slice(0, 10),
      String(forecast.origins[0].origin),
      `${Math.min(...years)}–${Math.max(...years)}`,
      String(forecast.madeBy.draws.count),
      String(mine.length),
      mine.length > 0 ? number(mean(mine), 3, language) : '',
      last.length > 0 ? number(mean(last), 3, language) : '',
    ]
  })
  return textTable(words.ahead.forecastsHead, rows)
}

/** Figures that came, with what was said of them. */
export function scoresTable(scores: readonly Scored[], { words, language }: Said): string {
  const rows = of(scores, 'model').map((one) => {
    const last = scores.find(
      ({ rule, series, place, year }) =>
        rule === 'last value' && series === one.series && place === one.place && year === one.year,
    )
    return [
      one.series,
      one.place,
      String(one.year),
      ...[one.observed, one.p05, one.p50, one.p95].map((value) => figure(value, language)),
      number(one.crps, 3, language),
      last ? number(last.crps, 3, language) : '',
    ]
  })
  return rows.length === 0 ? `${words.ahead.noneCame}\n` : textTable(words.ahead.comeHead, rows)
}

/** New figures with what is said of them before and after, and the unknowns that moved most. */
export function learntTables({ figures, moved }: Learnt, { words, language }: Said): string {
  const band = ({ p05, p50, p95 }: Band) =>
    `${figure(p50, language)} (${figure(p05, language)} … ${figure(p95, language)})`
  const rows = figures.map(({ id, value, unit, sd, plain, before, after }) => [
    `${id}, ${unit}`,
    figure(value, language),
    plain ? figure(sd, language) : `${number(100 * sd, 0, language)} %`,
    band(before),
    band(after),
  ])
  const unknowns = moved.map(({ name, unit, before, after, by }) => [
    name,
    unit,
    band(before),
    band(after),
    number(by, 2, language),
  ])
  return [textTable(words.ahead.learntHead, rows), textTable(words.ahead.movedHead, unknowns)].join('\n')
}
