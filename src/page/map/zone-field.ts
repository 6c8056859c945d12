// What the coca zones outside the valley hold of an outcome, year by year.
import { differenceOf } from '../../lab/compare.ts'
import type { OutsideZone } from '../../report/input.ts'
import { type Collector, summarise } from '../../web/index.ts'
import { inSlices } from '../compare/slices.ts'

/** The outcome of the zones that says the same as an outcome of the districts. */
const OUTSIDE: Readonly<Record<string, string>> = { coca_area: 'coca_area_outside', eradicated: 'eradicated_outside' }
export const outsideOf = (outcome: string): string | undefined => OUTSIDE[outcome]

export interface ZoneField {
  readonly years: readonly number[]
  /** By year, then by zone; NaN where there is none. */
  readonly values: readonly (readonly number[])[]
  readonly low: readonly (readonly number[])[]
  readonly high: readonly (readonly number[])[]
}

/** Medians and bands of levels or differences. Undefined where zones have no such outcome, or when `stale`. */
export async function zoneField(
  gathered: Collector,
  ask: { readonly outcome: string; readonly scenario: number; readonly difference: boolean },
  zones: readonly OutsideZone[],
  stale: () => boolean,
): Promise<ZoneField | undefined> {
  const outcome = outsideOf(ask.outcome)
  const lines = gathered.cells.lines.filter((line) => line.outcome === outcome && line.scope === 'zone')
  const years = lines.find(({ place }) => place !== 'outside')?.times
  if (!years) return undefined
  const empty = () => years.map(() => zones.map(() => Number.NaN))
  const [values, low, high] = [empty(), empty(), empty()]
  const whole = await inSlices(
    zones.entries(),
    ([zone, { name }]) => {
      const line = lines.find(({ place }) => place === name)
      line?.times.forEach((_, year) => {
        const mine = gathered.values(ask.scenario, line.offset + year)
        const shown = ask.difference ? differenceOf(mine, gathered.values(0, line.offset + year)) : summarise(mine)
        ;(values[year] as number[])[zone] = shown.p50
        ;(low[year] as number[])[zone] = shown.p05
        ;(high[year] as number[])[zone] = shown.p95
      })
    },
    stale,
  )
  return whole ? { years, values, low, high } : undefined
}
