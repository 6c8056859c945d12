// The shipped data and an ensemble whose values are known, for the tests of predictions.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { loadPackage } from '../../src/evidence/package.ts'
import { cellsFor } from '../../src/lab/cells.ts'
import { priorDraws } from '../../src/lab/draws.ts'
import { collectorFor } from '../../src/lab/ensemble.ts'
import type { Plan } from '../../src/lab/member.ts'
import { frameOf, type LabModel } from '../../src/lab/model.ts'
import type { Target } from '../../src/lab/predict/formula.ts'
import { type PredictFrame, predictions, selectionForTargets } from '../../src/lab/predict/predict.ts'
import type { Prediction } from '../../src/lab/predict/targets.ts'
import { readScenarios, resolve } from '../../src/lab/scenario/library.ts'
import { measures } from '../../src/system/measure.ts'
import { outcomes } from '../../src/system/outcomes.ts'
import { root, textsIn, vocabulary } from './shipped.ts'

const folder = join(root, 'data')
const files = Object.fromEntries(
  (readdirSync(folder, { recursive: true }) as string[])
    // draws and forecasts are made from the package, they are no part of it
    .filter((name) => !/^(posterior|forecasts)\b/.test(name))
    .filter((name) => name.endsWith('.csv') || name.endsWith('datapackage.json'))
    .map((name) => [
      relative(folder, join(folder, name)).replaceAll('\\', '/'),
      readFileSync(join(folder, name), 'utf8'),
    ]),
)
export const pack = loadPackage(files)
export const zones = (pack.tables.get('geo-zones')?.rows ?? []).map(({ values }) => String(values.zone))
export const frame = frameOf(pack.tables.get('geo-districts') as never, zones)
const model: LabModel = {
  outcomes,
  measures,
  switches: {},
  start: () => {},
  makeWorld: () => (month) => ({ priceLevel: month < 288 ? 0.5 : 1, exchangeRate: 4 }),
}
const scenarios = readScenarios(textsIn('scenarios', '.yaml'), vocabulary).scenarios

/** An ensemble in which every cell has the same known value under every draw; `time` is a year, or a month for monthly lines. */
export function known(
  targets: Target[],
  value: (outcome: string, place: string, time: number) => number,
  draws = 200,
  context: Partial<PredictFrame> = {},
): Prediction[] {
  const selection = selectionForTargets(targets, context.pack ?? pack, frame, measures)
  if (selection === undefined) throw new Error('nothing to answer')
  const plan: Plan = {
    scenarios: [resolve('history', scenarios, vocabulary)],
    draws: priorDraws(3, draws),
    months: 300,
    selection,
  }
  const collector = collectorFor(plan, model, frame)
  const { lines, length } = cellsFor(selection, model, frame)
  const run = new Float64Array(length)
  for (const line of lines)
    for (const [k, time] of line.times.entries()) run[line.offset + k] = value(line.outcome, line.place, time)
  for (const [index, draw] of plan.draws.indices.entries()) collector.add({ index, draw, members: [run] })
  return predictions(targets, collector, { pack, frame, model, facts: {}, parameters: pack.parameters, ...context })
}

export const target = (series: string, place: string, year: number, month?: number): Target => ({
  line: 2,
  series,
  place,
  year,
  ...(month ? { month } : {}),
})

export const median = (prediction: Prediction | undefined): number => prediction?.quantiles?.p50 ?? Number.NaN

/** Coca: 30 000 ha in the valley, 1000 ha in each zone, 500 ha in each district. */
export const area = (outcome: string, place: string): number =>
  outcome === 'coca_area_outside' ? 1000 : /^\d/.test(place) ? 500 : 30000
