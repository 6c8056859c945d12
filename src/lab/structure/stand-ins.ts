// Rival rules too small for a mechanism of their own: what is written over the state at the end of a month.
import type { SystemMoment } from '../../system/mechanism.ts'

/** Coca area of the year in which the group was counted, ha: series/coca_area.csv, VRAEM 2009 between 2008 and 2010. */
const AREA_2009 = 18_000

export const standIns = {
  /** The armed group is as large as the coca area makes it, at its size of 2009. */
  'armed-by-area': (moment) => {
    const { valley, district, p } = moment as unknown as SystemMoment
    let area = 0
    for (const d of district) area += d.sum.cocaHa
    valley.armed = (p.fighters_2009 * area) / AREA_2009
    valley.auxiliaries += (p.auxiliaries_per_fighter * valley.armed - valley.auxiliaries) / 24
  },
} as const satisfies Readonly<Record<string, (moment: unknown) => void>>

export type StandIn = keyof typeof standIns
