// What is asked of two runs of the same draw, worked out of their values. Undefined where a run did not keep what is needed.
import { mean } from '../../engine/quantiles.ts'
import { log } from '../../language/std.ts'
import type { Cells } from '../cells.ts'
import type { PairTest } from './counterfactual.ts'
import { type Measured, monthly, yearly } from './statistics.ts'

type Values = ArrayLike<number>

/**
 * The answer to one test on a run and the one it is held against, both laid out by `cells`. NaN where there is nothing to
 * divide by: a response to a cause that did nothing is no response of zero.
 */
export function measuredPair(test: PairTest, cells: Cells, run: Values, against: Values): Measured | undefined {
  const value = contrast(test, cells, run, against)
  return value === undefined ? undefined : { value, band: test.band }
}

function contrast(test: PairTest, cells: Cells, run: Values, against: Values): number | undefined {
  const both = (names: string | readonly string[], from: number, to: number) =>
    paired(yearly(cells, run, names, from, to), yearly(cells, against, names, from, to))
  switch (test.statistic) {
    case 'relative': {
      const found = both(test.outcome, ...test.years)
      return found && divide(mean(found[0]) - mean(found[1]), mean(found[1]))
    }
    case 'relative_months': {
      const found = paired(
        monthly(cells, run, test.outcome, test.months),
        monthly(cells, against, test.outcome, test.months),
      )
      const ratios = found?.[0].map((value, k) => divide(value, found[1][k] as number) - 1)
      return ratios && (test.how === 'lowest' ? Math.min(...ratios) : mean(ratios))
    }
    case 'difference': {
      const found = both(test.outcome, ...test.years)
      return found && sum(found[0]) - sum(found[1])
    }
    case 'elasticity': {
      const answer = both(test.outcome, test.year, test.year)
      const cause = both(test.by, ...test.over)
      return answer && cause && divide(lnRatio(answer), lnRatio(cause))
    }
    case 'per_unit': {
      const answer = both(test.outcome, test.year, test.year)
      const cause = both(test.per, ...test.over)
      return answer && cause && divide(sum(answer[1]) - sum(answer[0]), sum(cause[0]) - sum(cause[1]))
    }
    case 'kept': {
      const early = both(test.outcome, test.from, test.from)
      const late = both(test.outcome, test.to, test.to)
      return early && late && divide(relative(late), relative(early))
    }
  }
}

type Both = readonly [run: readonly number[], against: readonly number[]]
const paired = (run: readonly number[] | undefined, against: readonly number[] | undefined): Both | undefined =>
  run && against && [run, against]
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Smaller than this, in any unit, is nothing. */
const NOTHING = 1e-9
const divide = (a: number, b: number): number => (Math.abs(b) < NOTHING ? Number.NaN : a / b)
const relative = ([run, against]: Both): number => divide(mean(run) - mean(against), mean(against))
const lnRatio = ([run, against]: Both): number =>
  mean(run) > 0 && mean(against) > 0 ? log(mean(run) / mean(against)) : Number.NaN
