// What a new year taught: where its figures fell, how good the forecast was, what is believed otherwise now. Plain data.
import { type Parameter, quantile } from '../../evidence/parameters.ts'
import type { CalibrationTarget } from '../calibrate/targets.ts'
import { VALLEY_AREA } from '../hindcast/rows.ts'
import { type Choice, optionsOf } from '../scenario/types.ts'
import type { Scored } from '../score/rolling.ts'
import type { Assimilated, Moved } from './assimilate.ts'
import { bandOf, type Registered } from './registered.ts'

export interface Band {
  readonly p05: number
  readonly p50: number
  readonly p95: number
}

/** One new figure, in the unit of its series. */
export interface LearntFigure {
  readonly id: string
  readonly series: string
  readonly place: string
  readonly year: number
  readonly unit: string
  readonly value: number
  /** Of observation and discrepancy together: a share of the figure, or in its unit where `plain`. */
  readonly sd: number
  readonly plain: boolean
  /** What the draws made of it, without errors of reporting. */
  readonly before: Band
  readonly after: Band
}

export interface LearntUnknown {
  readonly name: string
  readonly unit: string
  readonly before: Band
  readonly after: Band
  readonly by: number
  readonly narrowed: number
}

/** A year of the forecast of the valley's area: made before, made now. */
export interface LearntNext {
  readonly year: number
  readonly before: Band
  readonly after: Band
}

export interface Learnt {
  readonly from: { readonly until: number; readonly draws: string; readonly created: string }
  readonly until: number
  readonly figures: readonly LearntFigure[]
  /** Rows of the new years that could not be taken in. */
  readonly notTakenIn: readonly string[]
  /** The forecast that was scored; null where none was registered: then it is what the old posterior said. */
  readonly forecast: { readonly name: string; readonly created: string; readonly sha256: string } | null
  readonly scores: readonly Scored[]
  /** The unknowns that moved most. */
  readonly moved: readonly LearntUnknown[]
  readonly unit: string
  readonly next: readonly LearntNext[]
  /** Root mean square of the misses of earlier figures of areas, in standard deviations. */
  readonly earlier: { readonly figures: number; readonly before: number; readonly after: number }
  readonly draws: number
  readonly runs: number
}

/** How many unknowns are told of. */
const TOLD = 6

const round = (value: number): number => Number(value.toPrecision(4))
function bandIn(values: readonly number[]): Band {
  const [p05 = 0, , p50 = 0, , p95 = 0] = bandOf(values)
  return { p05, p50, p95 }
}

/** New figures with what the draws made of them; answers begin with those of `targets`. */
export function figuresLearnt(
  targets: readonly CalibrationTarget[],
  { before, after }: Pick<Assimilated, 'before' | 'after'>,
): LearntFigure[] {
  return targets.flatMap(({ id, asked, scale, unit, value, sd }, k): LearntFigure[] => {
    if (asked.kind !== 'figure') return []
    const { series, place, year } = asked.row
    const back = (y: number) => (scale === 'ln' ? Math.exp(y) : y)
    const made = (answers: Assimilated['before']) => bandIn(answers.map((one) => back(one[k] as number)))
    const head = { id, series, place, year, unit, value: round(back(value)), sd: round(sd), plain: scale === 'plain' }
    return [{ ...head, before: made(before), after: made(after) }]
  })
}

/** Root mean square of the medians' misses, in standard deviations; `from`: where the earlier targets begin in the answers. */
export function missOf(targets: readonly CalibrationTarget[], answers: Assimilated['before'], from: number): number {
  const misses = targets.map(
    ({ value, sd }, k) => (bandIn(answers.map((one) => one[from + k] as number)).p50 - value) / sd,
  )
  return misses.length === 0 ? 0 : round(Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length))
}

/** The unknowns that moved most, in their units. */
export function unknownsMoved(
  moved: readonly Moved[],
  parameters: readonly Parameter[],
  switches: Readonly<Record<string, Choice>>,
  flat: readonly string[],
): LearntUnknown[] {
  const most = [...moved].sort((a, b) => Math.abs(b.by) - Math.abs(a.by)).slice(0, TOLD)
  return most.map(({ name, shock, before, after, by, narrowed }) => {
    const parameter = parameters.find((one) => one.name === name)
    const inUnit = (u: number): number => {
      if (shock) return u
      if (parameter) return quantile(flat.includes(name) ? { ...parameter, distribution: 'uniform' } : parameter, u)
      return Math.floor(u * optionsOf(switches[name.replace(/^switch_/, '')] as Choice).length)
    }
    const unit = parameter?.unit ?? (shock ? 'sd' : '')
    return {
      name,
      unit,
      before: bandIn(before.map(inUnit)),
      after: bandIn(after.map(inUnit)),
      by: round(by),
      narrowed: round(narrowed),
    }
  })
}

/** The years that both forecasts tell of the valley's area. */
export function nextYears(before: Registered, after: Registered): LearntNext[] {
  const area = ({ origins: [{ forecasts }] }: Registered) =>
    forecasts.filter(({ series, place }) => series === VALLEY_AREA.series && place === VALLEY_AREA.place)
  const old = area(before)
  return area(after).flatMap(({ year, values }) => {
    const then = old.find((one) => one.year === year)
    return then ? [{ year, before: bandIn(then.values), after: bandIn(values) }] : []
  })
}

/** The registered forecast that is scored: the last one made without a figure of the new years. */
export const forecastFor = (forecasts: readonly Registered[], until: number, years: readonly number[]) =>
  forecasts.findLast(
    ({ origins: [{ origin, forecasts: rows }] }) => origin <= until && rows.some(({ year }) => years.includes(year)),
  )
