// The figures that forecasts are laid beside: one a year, named by the outcome of the model that they tell of.

import type { DataPackage } from '../../evidence/package.ts'
import { InputError, type Problem } from '../../evidence/problem.ts'
import { type Point, seriesOf } from '../../evidence/series.ts'
import { areaOfValley, pricesBeside } from '../score/area.ts'
import { naiveRules } from '../score/naive/rules.ts'
import type { Rule } from '../score/rolling.ts'
import { fromScale, onScale, type Scale, type Yearly, yearlyOf } from '../score/yearly.ts'
import { pooledRules } from './pooled-rules.ts'
import { COUNTED_DEATHS, DISTRICT_AREA, VALLEY_AREA } from './rows.ts'

/** Districts are judged together, under this name. */
export const DISTRICTS = 'districts'

/** A series of forecasts with what came, and what it is held against. */
export interface Observed {
  /** As forecasts name it. */
  readonly series: string
  readonly place: string
  /** Named by the outcome of the model; at a place as charts name it. */
  readonly yearly: Yearly
  readonly beside: Readonly<Record<string, Yearly>>
  readonly naive: readonly Rule[]
  /** One of many places, each with too few figures to be judged alone. */
  readonly together: boolean
}

interface Kind {
  readonly outcome: string
  readonly scale: Scale
  /** What figures of a year may differ by and still be one. */
  readonly same?: number
}

const KINDS: Readonly<Record<string, Kind>> = {
  [VALLEY_AREA.series]: { outcome: 'coca_area', scale: 'ln' },
  [DISTRICT_AREA]: { outcome: 'coca_area', scale: 'shifted ln' },
  leaf_price_farmgate: { outcome: 'leaf_price', scale: 'ln' },
  leaf_production_potential: { outcome: 'leaf_output', scale: 'ln' },
  [COUNTED_DEATHS.series]: { outcome: 'deaths', scale: 'counts' },
  sl_vraem_armed: { outcome: 'armed_strength', scale: 'ln' },
  poverty: { outcome: 'poverty_rate', scale: 'plain' },
}

/** The outcome of the model that a series tells of; undefined where it is not scored. */
export const outcomeOfSeries = (series: string): string | undefined => KINDS[series]?.outcome

/** Outcomes that ought to be scored and cannot be: what is missing. */
export const UNSCORED = [
  {
    outcome: 'seized',
    en: 'seizures are reported for the whole country only, and the model has those of the valley',
    es: 'las incautaciones se informan solo para todo el país y el modelo tiene las del valle',
  },
] as const

export const isDistrict = (place: string): boolean => /^\d{6}$/.test(place)

const WHOLE = 'valley'

/**
 * What came of a series of forecasts; undefined where nothing did, or the series is none that is scored. Sources that contradict each
 * other are settled by their mean, and said in `remarks`, as are single figures and figures that the scale cannot take.
 */
export function observedOf(
  pack: DataPackage,
  { series, place }: { readonly series: string; readonly place: string },
  remarks: Problem[],
): Observed | undefined {
  const kind = KINDS[series]
  if (kind === undefined) return undefined
  if (series === VALLEY_AREA.series && place === VALLEY_AREA.place) {
    const prices = pricesBeside(pack)
    const naive = naiveRules('ln', ['leaf', 'cacao'])
    return { series, place, yearly: areaOfValley(pack), beside: prices, naive, together: false }
  }
  const yearly = settled(seriesOf(pack, { series, place }), kind, place, remarks)
  if (yearly === undefined) return undefined
  const together = isDistrict(place)
  const naive = together ? [] : naiveRules(kind.scale)
  return { series, place, yearly, beside: {}, naive, together }
}

/** Every one of these series of which something is known; districts get naive rules that learn from all of them. */
export function observedIn(
  pack: DataPackage,
  asked: readonly { readonly series: string; readonly place: string }[],
  remarks: Problem[],
): Observed[] {
  // most of a package is of other things, and every place is looked for
  const scored = { ...pack, observations: pack.observations.filter(({ series }) => KINDS[series] !== undefined) }
  const all = asked.flatMap((one) => observedOf(isDistrict(one.place) ? scored : pack, one, remarks) ?? [])
  const whole = all.some(({ series }) => series === DISTRICT_AREA) ? { [WHOLE]: areaOfValley(pack) } : {}
  const rules = new Map<string, readonly Rule[]>()
  for (const { series } of all.filter(({ together }) => together))
    if (!rules.has(series)) {
      const places = all.filter((one) => one.together && one.series === series).map(({ yearly }) => yearly)
      rules.set(series, pooledRules(places, series === DISTRICT_AREA ? WHOLE : undefined))
    }
  return all.map((one) => {
    if (!one.together) return one
    return { ...one, naive: rules.get(one.series) ?? [], beside: one.series === DISTRICT_AREA ? whole : {} }
  })
}

function settled(rows: readonly Point[], kind: Kind, place: string, remarks: Problem[]): Yearly | undefined {
  const { outcome, scale } = kind
  const usable = rows.filter(
    (row): row is Point & { value: number } =>
      row.month === undefined && row.value !== undefined && fits(row, kind, remarks),
  )
  if (usable.length === 0) return undefined
  const years = [...new Set(usable.map(({ year }) => year))].sort((a, b) => a - b)
  const counts: Record<number, number> = {}
  for (const year of years) {
    const of = [...new Set(usable.filter((row) => row.year === year).map(({ value }) => value))]
    const middle = fromScale(of.reduce((sum, value) => sum + onScale(value, scale), 0) / of.length, scale)
    const apart = of.filter((value) => Math.abs(value - (of[0] as number)) > 0.005 * Math.abs(of[0] as number))
    if (apart.length === 0) continue
    counts[year] = scale === 'counts' ? Math.round(middle) : middle
    const row = usable.find((one) => one.year === year) as Point
    remarks.push(
      remark(
        'contradiction',
        row,
        outcome,
        `sources of ${year} say ${of.join(' and ')}`,
        'one figure a year',
        'their mean counts',
      ),
    )
  }
  const [first] = usable as [Point & { value: number }]
  if (years.length === 1)
    remarks.push(
      remark('one-point', first, outcome, 'there is one figure', 'three years or more', 'no skill is claimed for it'),
    )
  const gaps = missingIn(years)
  if (gaps.length > 0 && !isDistrict(place))
    remarks.push(
      remark(
        'missing-years',
        first,
        outcome,
        `no figure for ${gaps.join(', ')}`,
        'every year',
        'these years are not scored',
      ),
    )
  try {
    const named = place === COUNTED_DEATHS.place ? 'VRAEM' : place
    return yearlyOf(usable, { name: outcome, place: named, unit: first.unit, scale, settled: counts })
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    remarks.push(...error.problems)
    return undefined
  }
}

function fits(row: Point, { outcome, scale }: Kind, remarks: Problem[]): boolean {
  const { value = Number.NaN } = row
  if (scale === 'ln' ? value > 0 : scale === 'plain' || value >= 0) return true
  remarks.push(remark('zero', row, outcome, `the figure is ${value}`, 'more than 0 on the ln scale', 'it is left out'))
  return false
}

const missingIn = (years: readonly number[]): number[] => {
  const [from = 0, to = 0] = [years[0], years.at(-1)]
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k).filter((year) => !years.includes(year))
}

const remark = (
  code: string,
  { file, line, year }: Point,
  outcome: string,
  what: string,
  expected: string,
  todo: string,
): Problem => ({ code, file, line, field: `${outcome} ${year}`, what, expected, todo: `nothing: ${todo}` })
