// What a registered forecast is asked: the headline outcomes, by year, as series where a series can score them later.
import type { DataPackage } from '../../evidence/package.ts'
import type { Selection } from '../cells.ts'
import { COUNTED_FROM, DEATHS, VALLEY_AREA } from '../hindcast/rows.ts'
import type { LabModel } from '../model.ts'
import type { Target } from '../predict/formula.ts'
import { type PredictFrame, selectionForTargets } from '../predict/predict.ts'
import { LAST } from '../scenario/types.ts'
import { areaOfValley } from '../score/area.ts'

/** Series in which the headline outcomes are reported, with the outcome that each is about. */
export const ASKED = [
  { outcome: 'coca_area', ...VALLEY_AREA },
  { outcome: 'coca_area', series: 'coca_area_devida', place: 'Peru' },
  { outcome: 'leaf_output', series: 'leaf_production_potential', place: 'VRAEM' },
  { outcome: 'leaf_price', series: 'leaf_price_farmgate', place: 'VRAEM' },
  { outcome: 'leaf_price', series: 'leaf_price_farmgate', place: 'Peru' },
  { outcome: 'potential_cocaine', series: 'potential_hcl_unodc', place: 'VRAEM' },
  { outcome: 'poverty_rate', series: 'poverty', place: 'VRAEM' },
  { outcome: 'deaths', ...DEATHS },
  { outcome: 'armed_strength', series: 'sl_vraem_armed', place: 'VRAEM' },
  { outcome: 'forest_loss', series: 'forest_loss_sum', place: 'VRAEM core districts' },
] as const

/** Years that a forecast looks ahead. */
export const AHEAD = 6

/** The last year that is known: that of the last figure of the valley's area. Throws InputError where sources contradict each other. */
export const originOf = (pack: DataPackage): number => areaOfValley(pack).points.at(-1)?.year ?? Number.NaN

export const yearsAfter = (origin: number, ahead = AHEAD): number[] =>
  Array.from({ length: Math.min(ahead, LAST - origin) }, (_, k) => origin + 1 + k)

/** A row for each question and year. */
export const questions = (years: readonly number[]): Target[] =>
  ASKED.flatMap(({ series, place }) => years.map((year) => ({ line: 0, series, place, year })))

/** Years in which deaths were counted, from which it is learnt what part a count holds. */
export const countedYears = (origin: number): Target[] =>
  Array.from({ length: origin - COUNTED_FROM + 1 }, (_, k) => ({ line: 0, ...DEATHS, year: COUNTED_FROM + k }))

/** Headline outcomes of the model, as they stand in every table. */
export const headlines = ({ outcomes }: Pick<LabModel, 'outcomes'>): string[] =>
  Object.entries(outcomes).flatMap(([name, { headline }]) => (headline === true ? [name] : []))

/** What a run must keep for rows and headline outcomes. `pack` ends at the origin. Throws RangeError where no row can be answered. */
export function selectionFor(
  rows: readonly Target[],
  { pack, frame, model }: Pick<PredictFrame, 'pack' | 'frame' | 'model'>,
): Selection {
  const selection = selectionForTargets(rows, pack, frame, model.measures)
  if (selection === undefined) throw new RangeError('no row can be answered')
  return { ...selection, outcomes: [...new Set([...selection.outcomes, ...headlines(model)])] }
}
