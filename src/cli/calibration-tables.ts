/** What `vraem calibrate` shows: how each target is met, what each unknown is now, and what the data do not tell. */
import type { Band, FitSummary } from '../lab/calibrate/summary.ts'
import { number } from '../report/format.ts'
import type { Call } from './command.ts'
import { textTable } from './table.ts'

/** A miss this large, in standard deviations of observation and discrepancy, is marked. */
const MISSED = 2

export function calibrationTables({ words, language }: Call, summary: FitSummary): string {
  const figure = (value: number): string => {
    const size = Math.abs(value)
    return number(value, size >= 100 ? 0 : size >= 1 ? 2 : 3, language)
  }
  const range = ({ p05, p95 }: Band) => `${figure(p05)} … ${figure(p95)}`
  const targets = summary.targets.map((met) => [
    met.id,
    figure(met.value),
    figure(met.p50),
    range(met),
    number(met.miss, 1, language),
    Math.abs(met.miss) > MISSED ? words.missedWord : '',
  ])
  const known = [...summary.marginals].sort((a, b) => a.contraction - b.contraction)
  const unknowns = known.map(({ name, unit, prior, posterior, contraction, identified }) => [
    name,
    unit,
    range(prior),
    figure(posterior.p50),
    range(posterior),
    number(contraction, 2, language),
    identified ? '' : words.notIdentifiedWord,
  ])
  const missed = summary.targets.filter(({ miss }) => Math.abs(miss) > MISSED).length
  return [
    textTable(words.targetsHead, targets),
    textTable(words.unknownsHead, unknowns),
    `${words.calibrated(summary.targets.length - missed, summary.targets.length, summary.notIdentified.length, known.length)}\n`,
    summary.nothingLeft ? `${words.nothingLeft(summary.nothingLeft.against.map(({ target }) => target))}\n` : '',
  ].join('\n')
}
