// What a package changes for groups of households, measure by measure, in slices.
import { differenceOf } from '../../lab/compare.ts'
import { GROUPS, type Group } from '../../lab/groups/groups.ts'
import { groupCell, groupValues, tooFew } from '../../lab/groups/rows.ts'
import type { Collector } from '../../web/index.ts'
import { inSlices } from './slices.ts'

export interface GroupDifference {
  readonly group: Group
  /** Place in the comparison, from 1. */
  readonly scenario: number
  /** Too few simulated households: nothing is shown. */
  readonly few: boolean
  readonly p05: number
  readonly p50: number
  readonly p95: number
  readonly above: number
  readonly below: number
}

/** Every group and package in a year. Undefined when `stale`, or where the run keeps no groups. */
export async function groupDifferences(
  gathered: Collector,
  measure: string,
  year: number,
  stale: () => boolean,
): Promise<GroupDifference[] | undefined> {
  const { scenarios } = gathered.plan
  const kept = GROUPS.filter(({ id }) => groupCell(gathered, id, measure, year) !== undefined)
  const asked = kept.flatMap((group) => scenarios.slice(1).map((_, k) => ({ group, scenario: k + 1 })))
  const rows: GroupDifference[] = []
  const whole = await inSlices(
    asked,
    ({ group, scenario }) => {
      const few = tooFew(groupValues(gathered, 0, group.id, 'slots', year))
      const base = groupValues(gathered, 0, group.id, measure, year)
      const mine = groupValues(gathered, scenario, group.id, measure, year)
      // simulations in which nobody of the group is left say nothing
      const known = [...mine.keys()].filter((k) => Number.isFinite(mine[k]) && Number.isFinite(base[k]))
      const taken = (values: Float64Array) => Float64Array.from(known, (k) => values[k] as number)
      const { p05, p50, p95, above, below } = differenceOf(taken(mine), taken(base))
      rows.push({ group, scenario, few: few || known.length === 0, p05, p50, p95, above, below })
    },
    stale,
  )
  return whole && rows.length > 0 ? rows : undefined
}
