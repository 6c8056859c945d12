// A series by year as a forecaster sees it: one figure a year, on the scale on which it is scored.
import { InputError, type Problem, throwIfAny } from '../../evidence/problem.ts'
import type { Point } from '../../evidence/series.ts'

/**
 * `ln`: areas and prices. `shifted ln`: ln (value + 2), for areas of places that may have none. `plain`: shares and anything that may
 * be negative. `counts`: events by year.
 */
export type Scale = 'ln' | 'shifted ln' | 'plain' | 'counts'

/** Added before the logarithm is taken: a place with less than a few hectares has about none. */
const SHIFT = 2

export interface YearPoint {
  readonly year: number
  /** In the unit of the series. */
  readonly value: number
  /** The same on the scale of the series. */
  readonly y: number
}

export interface Yearly {
  readonly name: string
  readonly place: string
  readonly unit: string
  readonly scale: Scale
  /** In the order of years, at most one a year; years may be missing. */
  readonly points: readonly YearPoint[]
}

type Row = Pick<Point, 'year' | 'file' | 'line' | 'confidence' | 'source'> & {
  readonly value?: number
  readonly month?: number
}

export interface YearlyOptions {
  readonly name: string
  readonly place: string
  readonly unit: string
  readonly scale: Scale
  /** Figures of one year that differ by at most this part are one figure, by the best confidence, then the first; 0.005 unless said. */
  readonly same?: number
  /** The figure that counts where sources contradict each other, by year. */
  readonly settled?: Readonly<Record<number, number>>
}

const RANK = { high: 0, medium: 1, low: 2 } as const

/**
 * One figure a year out of rows of sources; rows with a month or without a value are passed over. Throws an InputError with
 * every problem: sources that contradict each other in a year that is not settled, no figures, figures that the scale cannot take.
 */
export function yearlyOf(rows: readonly Row[], options: YearlyOptions): Yearly {
  const { name, place, unit, scale, same = 0.005, settled = {} } = options
  const problems: Problem[] = []
  const byYear = new Map<number, (Row & { value: number })[]>()
  for (const { value, ...row } of rows) {
    if (row.month !== undefined || value === undefined) continue
    byYear.set(row.year, [...(byYear.get(row.year) ?? []), { ...row, value }])
  }
  const points: YearPoint[] = []
  for (const [year, found] of [...byYear].sort(([a], [b]) => a - b)) {
    const [best] = [...found].sort((a, b) => RANK[a.confidence] - RANK[b.confidence])
    if (best === undefined) continue
    const at = { file: best.file, line: best.line, field: `${name} ${place} ${year}` }
    const others = found.filter(({ value }) => Math.abs(value - best.value) > same * Math.abs(best.value))
    if (others.length > 0 && settled[year] === undefined)
      problems.push({
        code: 'contradiction',
        ...at,
        what: `sources say ${[...new Set(found.map(({ value }) => value))].join(' and ')}`,
        expected: 'one figure a year',
        todo: 'say which figure counts (settled), with the reason',
      })
    const value = settled[year] ?? best.value
    const fault = faultOf(value, scale)
    if (fault) problems.push({ code: 'scale', ...at, ...fault })
    points.push({ year, value, y: onScale(value, scale) })
  }
  if (points.length === 0)
    problems.push({
      code: 'no-data',
      file: `${name}, ${place}`,
      what: 'there is no yearly figure',
      expected: 'one year or more',
      todo: 'check the names of series and place',
    })
  throwIfAny(problems)
  return { name, place, unit, scale, points }
}

export function onScale(value: number, scale: Scale): number {
  if (scale === 'ln') return Math.log(value)
  return scale === 'shifted ln' ? Math.log(value + SHIFT) : value
}

export function fromScale(y: number, scale: Scale): number {
  if (scale === 'ln') return Math.exp(y)
  return scale === 'shifted ln' ? Math.max(0, Math.exp(y) - SHIFT) : y
}

function faultOf(value: number, scale: Scale): Pick<Problem, 'what' | 'expected' | 'todo'> | undefined {
  if (!Number.isFinite(value))
    return { what: `the figure is ${value}`, expected: 'a number', todo: 'correct or remove the row' }
  if (scale === 'ln' && value <= 0)
    return {
      what: `the figure is ${value}`,
      expected: 'more than 0 on the ln scale',
      todo: 'score the series on the shifted ln or the plain scale',
    }
  if (scale === 'shifted ln' && value < 0)
    return { what: `the figure is ${value}`, expected: '0 or more', todo: 'score the series on the plain scale' }
  if (scale === 'counts' && !(Number.isInteger(value) && value >= 0))
    return {
      what: `the figure is ${value}`,
      expected: 'a whole number from 0 on',
      todo: 'score the series on the plain scale',
    }
  return undefined
}

/** The series as it was known at the end of a year: a new object without the later figures. */
export const upTo = (series: Yearly, year: number): Yearly =>
  Object.freeze({ ...series, points: Object.freeze(series.points.filter((point) => point.year <= year)) })

/** The last figure. Throws an InputError where there is none. */
export function lastOf(series: Yearly): YearPoint {
  const last = series.points.at(-1)
  if (last === undefined) throw tooShort(series, 1)
  return last
}

/** What is said where a rule needs more figures than there are. */
export const tooShort = ({ name, place, points }: Yearly, needed: number, why = ''): InputError =>
  new InputError([
    {
      code: 'too-short',
      file: `${name}, ${place}`,
      what: `${points.length} yearly ${points.length === 1 ? 'figure' : 'figures'}${why && ` ${why}`}`,
      expected: `${needed} or more`,
      todo: 'choose a rule that needs fewer, or a later origin',
    },
  ])
