// What a test asks of one run, worked out of the run's values. Undefined where the run did not keep what is needed.
import { parseMonth } from '../../engine/clock.ts'
import { deviation, mean } from '../../engine/quantiles.ts'
import { exp, log } from '../../language/std.ts'
import type { Cells, Line } from '../cells.ts'
import type { PatternTest } from './schema.ts'

/** A number with the band it must lie in. */
export interface Measured {
  readonly value: number
  readonly band: readonly [number, number]
}

type Values = ArrayLike<number>
type Names = string | readonly string[]

/** Answers to one test, one for each band in it. `values` is the array of one run laid out by `cells`. */
export function measured(test: PatternTest, cells: Cells, values: Values): Measured[] | undefined {
  const series = (names: Names, from: number, to: number) => yearly(cells, values, names, from, to)
  const one = (value: number | undefined): Measured[] | undefined =>
    value === undefined || !('band' in test) ? undefined : [{ value, band: test.band }]
  switch (test.statistic) {
    case 'points': {
      const found = Object.entries(test.points).map(([year, band]) => {
        const value = series(test.outcome, Number(year), Number(year))?.[0]
        return value === undefined ? undefined : { value, band }
      })
      return found.every((m) => m !== undefined) ? found : undefined
    }
    case 'rmse_ln': {
      const errors = Object.entries(test.values).map(([year, value]) => {
        const model = series(test.outcome, Number(year), Number(year))?.[0]
        return model === undefined ? undefined : log(Math.max(model, 1e-9) / value) ** 2
      })
      return errors.every((e) => e !== undefined) ? one(Math.sqrt(mean(errors))) : undefined
    }
    case 'each':
      return series(test.outcome, ...test.years)?.map((value) => ({ value, band: test.band }))
    case 'mean':
      return one(average(series(test.outcome, ...test.years)))
    case 'sum':
      return one(sum(series(test.outcome, ...test.years)))
    case 'growth': {
      const change = changeOf(series(test.outcome, test.from, test.to))
      return one(change === undefined ? undefined : exp(log(Math.max(change + 1, 1e-9)) / (test.to - test.from)) - 1)
    }
    case 'change':
      return one(changeOf(series(test.outcome, test.from, test.to)))
    case 'ratio':
      return one(divide(sum(series(test.outcome, ...test.years)), sum(series(test.over, ...test.years))))
    case 'ratio_shift': {
      const ratio = (year: number) => divide(series(test.outcome, year, year)?.[0], series(test.over, year, year)?.[0])
      const [early, late] = [ratio(test.from), ratio(test.to)]
      return one(early === undefined || late === undefined ? undefined : late - early)
    }
    case 'ratio_each': {
      const below = series(test.over, ...test.years)
      return (
        below &&
        series(test.outcome, ...test.years)?.map((v, k) => ({ value: divide(v, below[k]) ?? 0, band: test.band }))
      )
    }
    case 'spread': {
      const changes = lnChanges(series(test.outcome, ...test.years))
      return one(changes && deviation(changes))
    }
    case 'falls':
      return one(lnChanges(series(test.outcome, ...test.years))?.filter((change) => change < 0).length)
    case 'peak': {
      const found = series(test.outcome, ...test.years)
      return one(found && Math.max(...found))
    }
    case 'peak_year': {
      const found = series(test.outcome, ...test.years)
      return one(found && test.years[0] + found.indexOf(Math.max(...found)))
    }
    case 'districts_above':
      return one(districts(cells, values, test.outcome, test.year)?.filter((value) => value > test.threshold).length)
    case 'top_share': {
      const sorted = districts(cells, values, test.outcome, test.year)?.sort((a, b) => b - a)
      return one(divide(sum(sorted?.slice(0, test.count)), sum(sorted)))
    }
    case 'trough': {
      const before = average(monthly(cells, values, test.outcome, test.before))
      const window = monthly(cells, values, test.outcome, test.window)
      return one(
        before === undefined || window === undefined ? undefined : (divide(Math.min(...window), before) ?? 1) - 1,
      )
    }
    case 'lowest': {
      const window = monthly(cells, values, test.outcome, test.window)
      return one(window && Math.min(...window))
    }
  }
}

const sum = (values: readonly number[] | undefined): number | undefined =>
  values?.reduce((total, value) => total + value, 0)
const average = (values: readonly number[] | undefined): number | undefined => values && mean(values)
const divide = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : b === 0 ? 0 : a / b
const changeOf = (values: readonly number[] | undefined): number | undefined => {
  const ratio = divide(values?.at(-1), values?.[0])
  return ratio === undefined ? undefined : ratio - 1
}
const lnChanges = (values: readonly number[] | undefined): number[] | undefined =>
  values?.slice(1).map((value, k) => log(Math.max(value, 1e-9) / Math.max(values[k] as number, 1e-9)))

/** Values of each year, several outcomes added up; undefined where the run did not keep them. */
export function yearly(cells: Cells, values: Values, names: Names, from: number, to: number): number[] | undefined {
  const lines = [names]
    .flat()
    .map((name) =>
      cells.lines.find(
        (line) =>
          line.outcome === name &&
          !line.monthly &&
          line.shownIn.includes('default') &&
          (line.place === 'VRAEM' || line.place === 'outside'),
      ),
    )
  if (!lines.every((line): line is Line => line?.times.includes(from) === true && line.times.includes(to)))
    return undefined
  return Array.from({ length: to - from + 1 }, (_, k) =>
    lines.reduce((total, line) => total + (values[line.offset + line.times.indexOf(from + k)] as number), 0),
  )
}

function districts(cells: Cells, values: Values, name: string, year: number): number[] | undefined {
  const lines = cells.lines.filter(
    (line) => line.outcome === name && line.scope === 'district' && line.times.includes(year),
  )
  return lines.length === 0 ? undefined : lines.map((line) => values[line.offset + line.times.indexOf(year)] as number)
}

/** Values of each month, from the first to the last named. */
export function monthly(
  cells: Cells,
  values: Values,
  name: string,
  [from, to]: readonly [string, string],
): number[] | undefined {
  const line = cells.lines.find((line) => line.outcome === name && line.monthly)
  const [first, last] = [
    line?.times.indexOf(parseMonth(from) ?? -1) ?? -1,
    line?.times.indexOf(parseMonth(to) ?? -1) ?? -1,
  ]
  if (line === undefined || first < 0 || last < first) return undefined
  return Array.from({ length: last - first + 1 }, (_, k) => values[line.offset + first + k] as number)
}
