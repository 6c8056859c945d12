// The series on which skill is judged first: coca area of the valley by year.
import type { DataPackage } from '../../evidence/package.ts'
import { seriesOf } from '../../evidence/series.ts'
import { onScale, type Yearly, yearlyOf } from './yearly.ts'

/** What the area was called, by who measured it. */
export const AREA_SERIES = ['coca_area_unodc', 'coca_area_devida', 'coca_area']

/**
 * Where sources contradict each other: 2013 as a survey report states it (others round it or derive it), 2017 the sum of
 * the districts (a press note repeats the figure of 2016; its own share of the national area gives 21 457).
 */
const SETTLED = { 2013: 19_167, 2017: 21_685 }

/** Surveyed area, ha, on the ln scale; figures that were interpolated are left out. */
export const areaOfValley = (pack: DataPackage): Yearly =>
  yearlyOf(
    AREA_SERIES.flatMap((series) => seriesOf(pack, { series, place: 'VRAEM' })),
    { name: 'coca_area', place: 'VRAEM', unit: 'ha', scale: 'ln', settled: SETTLED },
  )

/** US prices rose by about this much a year (judgement: the data hold no index); prices are shown in dollars of 2015. */
const INFLATION = 0.022

/** Real farm-gate prices of leaf and cacao in Peru, ln scale: what the rule 'growth on prices' looks at. */
export function pricesBeside(pack: DataPackage): { readonly leaf: Yearly; readonly cacao: Yearly } {
  const real = (name: string, series: string, unit: string): Yearly => {
    const rows = seriesOf(pack, { series, place: 'Peru' })
    const { points, ...head } = yearlyOf(rows, { name, place: 'Peru', unit, scale: 'ln' })
    const deflated = points.map(({ year, value }) => {
      const worth = value * (1 + INFLATION) ** (2015 - year)
      return { year, value: worth, y: onScale(worth, 'ln') }
    })
    return { ...head, points: deflated }
  }
  return {
    leaf: real('leaf', 'leaf_price_farmgate', 'US$/kg'),
    cacao: real('cacao', 'cacao_producer_price', 'US$/t'),
  }
}

/** Origin and years of the hold-out: nothing is fitted on these, and each look at them is written down. */
export const HOLDOUT = { origin: 2018, years: [2019, 2024], leads: [1, 2, 3, 4, 5, 6] } as const

/** Rolling origin within the years on which tuning is allowed. There is no figure of 2011, so that is no origin of its own. */
export const ROLLING = {
  origins: [2010, 2012, 2013, 2014, 2015, 2016, 2017],
  until: 2018,
  leads: [1, 2, 3, 4, 5],
} as const
