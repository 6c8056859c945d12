// What runs of the model say of calibration targets.
import type { Selection } from '../cells.ts'
import type { Collector } from '../ensemble.ts'
import { type PatternTest, yearsOf } from '../patterns/schema.ts'
import { measured } from '../patterns/statistics.ts'
import { figure } from '../predict/figure.ts'
import { formulaOf, type Target } from '../predict/formula.ts'
import { type PredictFrame, selectionForTargets } from '../predict/predict.ts'
import { drawsOf, readerOf } from '../predict/reading.ts'
import { FIRST } from '../scenario/types.ts'
import type { CalibrationTarget } from './targets.ts'
import type { RunOutcome } from './task.ts'

/** A district in which nothing is left has no logarithm; so few hectares stand for nothing. */
const LEAST_AREA = 5

const rowsOf = ({ asked }: CalibrationTarget): Target[] =>
  asked.kind === 'figure' ? [asked.row] : asked.kind === 'growth' ? [asked.from, asked.to] : []
const testsOf = ({ asked }: CalibrationTarget): PatternTest[] => (asked.kind === 'statistic' ? [asked.test] : [])

/** What a run must keep so that the targets can be answered: whole years from the start to the last that is asked. */
export function selectionForFit(
  targets: readonly CalibrationTarget[],
  { pack, frame, model }: Pick<PredictFrame, 'pack' | 'frame' | 'model'>,
): Selection {
  const rows = selectionForTargets(targets.flatMap(rowsOf), pack, frame, model.measures)
  const tests = targets.flatMap(testsOf)
  const finer = (test: PatternTest) => test.statistic === 'districts_above' || test.statistic === 'top_share'
  const of = (test: PatternTest) => [test.outcome, 'over' in test ? test.over : []].flat()
  const plain = tests.filter((test) => test.statistic !== 'trough' && !finer(test))
  const years = tests.flatMap(yearsOf)
  return {
    outcomes: [...new Set([...(rows?.outcomes ?? []), ...plain.flatMap(of)])],
    years: [FIRST, Math.max(rows?.years[1] ?? FIRST, ...years)],
    districts: [...new Set([...(rows?.districts ?? []), ...tests.filter(finer).flatMap(of)])],
    districtYears: [...new Set([...(rows?.districtYears ?? []), ...tests.filter(finer).flatMap(yearsOf)])].sort(),
    monthly: [
      ...new Set([...(rows?.monthly ?? []), ...tests.filter(({ statistic }) => statistic === 'trough').flatMap(of)]),
    ],
  }
}

/** Answers of each run on the scales of the targets, without the errors of reporting; null for a run that lacks one. */
export function answersOf(
  targets: readonly CalibrationTarget[],
  collector: Collector,
  members: readonly ArrayLike<number>[],
  context: PredictFrame,
): RunOutcome[] {
  const draws = drawsOf(collector, context).map((draw) => ({ ...draw, exact: true }))
  const read = readerOf(collector)
  const figures = (row: Target): ArrayLike<number> => {
    const formula = formulaOf(row, context.pack, context.frame)
    const values = typeof formula === 'string' ? undefined : figure(formula, row, read, draws)
    if (typeof formula === 'string' || values === undefined) throw new RangeError(`line ${row.line} cannot be answered`)
    return values.map((value) => value * formula.factor)
  }
  const columns = targets.map(({ asked, scale, district }): ArrayLike<number> => {
    const least = district ? LEAST_AREA : 0
    const on = (value: number) => (scale === 'ln' ? Math.log(Math.max(value, least)) : value)
    if (asked.kind === 'figure') return Array.from(figures(asked.row), on)
    if (asked.kind === 'growth') {
      const [from, to] = [figures(asked.from), figures(asked.to)]
      return Array.from(to, (value, k) => Math.log(value / (from[k] as number)))
    }
    return members.map((values) =>
      on(measured(asked.test, collector.cells, values)?.[asked.place]?.value ?? Number.NaN),
    )
  })
  return members.map((_, k) => {
    const answers = columns.map((column) => column[k] as number)
    return answers.every(Number.isFinite) ? answers : null
  })
}
