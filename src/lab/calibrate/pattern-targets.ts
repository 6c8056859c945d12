// C-patterns as targets: the middle of a band, with an error from its width. Levels that the series give already are not taken twice.
import { type Pattern, type PatternTest, yearsOf } from '../patterns/schema.ts'
import { DISCREPANCY } from './figures.ts'
import type { CalibrationTarget } from './targets.ts'

type Kind = keyof typeof DISCREPANCY

function kindOf(test: PatternTest): Kind | undefined {
  const [outcome = ''] = [test.outcome].flat()
  if (test.statistic === 'ratio' || /share|poverty/.test(outcome)) return 'share'
  if (/price/.test(outcome)) return 'price'
  if (/deaths/.test(outcome)) return 'deaths'
  return /area|leaf_output/.test(outcome) ? 'area' : undefined
}

/** Targets of one test of a pattern, or why it has none. `fitted`: whether a series has a figure of that year among the targets. */
export function patternTarget(
  pattern: Pattern,
  test: PatternTest,
  k: number,
  fitted: (series: string, year: number) => boolean,
): { targets: CalibrationTarget[] } | { why: string } {
  const kind = kindOf(test)
  if (kind === undefined) return { why: 'no discrepancy is stated for its outcome' }
  const stated = DISCREPANCY[kind]
  const given = (year: number) => pattern.observations?.some((series) => fitted(series, year)) === true
  if ((test.statistic === 'rmse_ln' || test.statistic === 'each') && yearsOf(test).some(given))
    return { why: 'its figures are targets themselves' }
  const make = (place: number, [low, high]: readonly [number, number], scale: 'ln' | 'plain', discrepancy: number) => {
    const [a, b] = scale === 'ln' ? [Math.log(low), Math.log(high)] : [low, high]
    // a band is where the fact surely lies: two standard deviations to each side
    const observation = (b - a) / 4
    return {
      id: `pattern ${pattern.id}${k > 0 ? `.${k + 1}` : ''}${place > 0 ? ` ${place + 1}` : ''}`,
      asked: { kind: 'statistic' as const, test, place },
      scale,
      unit: '',
      value: (a + b) / 2,
      observation,
      discrepancy,
      sd: Math.hypot(observation, discrepancy),
      source: pattern.source,
      shape: ['growth', 'change', 'trough', 'spread'].includes(test.statistic),
    }
  }
  const scale = kind === 'share' ? 'plain' : 'ln'
  switch (test.statistic) {
    case 'points':
      return {
        targets: Object.entries(test.points).flatMap(([year, band], place) =>
          given(Number(year)) ? [] : [make(place, band, scale, stated)],
        ),
      }
    case 'mean':
    case 'sum':
    case 'ratio':
      return { targets: [make(0, test.band, scale, stated)] }
    case 'growth':
      return { targets: [make(0, test.band, 'plain', stated / (test.to - test.from))] }
    case 'change':
      return { targets: [make(0, test.band, 'plain', stated)] }
    case 'trough':
      return { targets: [make(0, test.band, 'plain', stated * (1 + (test.band[0] + test.band[1]) / 2))] }
    case 'spread':
      return { targets: [make(0, test.band, 'plain', (stated * (test.band[0] + test.band[1])) / 2)] }
    default:
      return { why: `${test.statistic} has no error to speak of: it is checked, not fitted` }
  }
}
