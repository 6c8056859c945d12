// Figures of household groups over the draws of an ensemble, with their paired difference to the reference.
import { quantile } from '../../engine/quantiles.ts'
import { differenceOf } from '../compare.ts'
import { type Collector, summarise } from '../ensemble.ts'
import type { Difference, Quantiles } from '../results.ts'
import { FEWEST, GROUP_MEASURES, GROUPS } from './groups.ts'

export interface GroupRow extends Quantiles {
  readonly scenario: string
  readonly group: string
  readonly measure: string
  readonly unit: string
  readonly year: number
  /** Too few simulated households: the figures are not to be shown. */
  readonly suppressed: boolean
  /** To the reference, over the draws in which the group has members. */
  readonly difference: Difference
}

/** Place of a value in the array of a member; undefined where the selection does not keep it. */
export function groupCell(
  { cells }: Pick<Collector, 'cells'>,
  group: string,
  measure: string,
  year: number,
): number | undefined {
  const place = cells.groups?.years.indexOf(year) ?? -1
  const g = GROUPS.findIndex(({ id }) => id === group)
  const m = GROUP_MEASURES.findIndex(({ name }) => name === measure)
  if (cells.groups === undefined || place < 0 || g < 0 || m < 0) return undefined
  return cells.groups.offset + (place * GROUPS.length + g) * GROUP_MEASURES.length + m
}

/** By draw; NaN where nobody of the group is left. Throws RangeError for what the selection does not keep. */
export function groupValues(
  collector: Collector,
  scenario: number,
  group: string,
  measure: string,
  year: number,
): Float64Array {
  const cell = groupCell(collector, group, measure, year)
  if (cell === undefined) throw new RangeError(`no ${measure} of ${group} in ${year} was kept`)
  return collector.values(scenario, cell)
}

/** Whether so few households stand for the group that their figures are chance. slots: by draw. */
export const tooFew = (slots: Float64Array): boolean => quantile(slots.slice().sort(), 0.5) < FEWEST

/** Rows of every scenario, group, measure and year that the selection keeps. */
export function groupRows(collector: Collector): GroupRow[] {
  const { plan, cells } = collector
  return (cells.groups?.years ?? []).flatMap((year) =>
    GROUPS.flatMap(({ id }) => {
      const suppressed = tooFew(groupValues(collector, 0, id, 'slots', year))
      return GROUP_MEASURES.filter(({ name }) => name !== 'slots').flatMap(({ name, unit }) => {
        const base = groupValues(collector, 0, id, name, year)
        return plan.scenarios.map(({ card }, s): GroupRow => {
          const mine = groupValues(collector, s, id, name, year)
          const known = [...mine.keys()].filter((k) => Number.isFinite(mine[k]) && Number.isFinite(base[k]))
          const taken = (values: Float64Array) => Float64Array.from(known, (k) => values[k] as number)
          const row = { scenario: card.name, group: id, measure: name, unit, year }
          if (known.length === 0) return { ...row, ...NOTHING, suppressed: true, difference: NO_DIFFERENCE }
          return { ...row, ...summarise(taken(mine)), suppressed, difference: differenceOf(taken(mine), taken(base)) }
        })
      })
    }),
  )
}

const NOTHING: Quantiles = { p05: 0, p25: 0, p50: 0, p75: 0, p95: 0, mean: 0 }
const NO_DIFFERENCE: Difference = { p05: 0, p50: 0, p95: 0, above: 0, below: 0, level: 0 }
