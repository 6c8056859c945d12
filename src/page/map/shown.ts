// What the map shows now: figures of every district and zone, ready to play, to be read and to be saved.
import { amount, type Manner, mannerOf, signed } from '../../report/format.ts'
import type { Geography, Language } from '../../report/input.ts'
import type { Collector } from '../../web/index.ts'
import { type MapFrames, mapFrames } from '../chart/frames.ts'
import { breath } from '../compare/slices.ts'
import { type DistrictField, districtField } from '../compare/summary.ts'
import { type ZoneField, zoneField } from './zone-field.ts'

export interface Asked {
  readonly outcome: string
  /** Place in the comparison, 0 the reference. */
  readonly scenario: number
  readonly difference: boolean
}
export interface Shown extends Asked {
  readonly field: DistrictField
  readonly outside: ZoneField | undefined
  readonly frames: MapFrames
}

/** `from`: first year in which packages can differ. Undefined when `stale`, or where nothing is kept by district. */
export async function shownOn(
  gathered: Collector,
  ask: Asked,
  places: Geography,
  from: number,
  stale: () => boolean,
): Promise<Shown | undefined> {
  const districts = places.cells.map(({ ubigeo }) => ubigeo)
  const whole = await districtField(gathered, ask, districts, stale)
  const around = places.zones ? await zoneField(gathered, ask, places.zones, stale) : undefined
  if (!whole || stale()) return undefined
  // the years in which nothing can differ yet are left out of a difference
  const first = ask.difference
    ? Math.max(
        0,
        whole.years.findIndex((year) => year >= from - 1),
      )
    : 0
  const cut = <T extends ZoneField>(of: T): T => ({
    ...of,
    years: of.years.slice(first),
    values: of.values.slice(first),
    low: of.low.slice(first),
    high: of.high.slice(first),
  })
  const field: DistrictField = { ...cut(whole), ...(whole.levels ? { levels: whole.levels.slice(first) } : {}) }
  const outside = around && cut(around)
  await breath()
  if (stale()) return undefined
  const none = field.years.map(() => (places.zones ?? []).map(() => Number.NaN))
  const frames = mapFrames(places.zones ? { ...field, zones: outside?.values ?? none } : field)
  return { ...ask, field, outside, frames }
}

export const mannerFor = ({ field }: Shown): Manner => mannerOf(field.outcome, field.unit)

/** Median and band in words, of a district or of a zone; undefined where there is no figure. */
export function figures(
  shown: Shown,
  of: 'field' | 'outside',
  place: number,
  year: number,
  language: Language,
): { mid: string; low: string; high: string } | undefined {
  const { field, difference } = shown
  const from = shown[of]
  const k = field.years.indexOf(year)
  const write = mannerFor(shown)
  const [mid, low, high] = [from?.values[k]?.[place], from?.low[k]?.[place], from?.high[k]?.[place]]
  if (mid === undefined || low === undefined || high === undefined || !Number.isFinite(mid)) return undefined
  const said = (value: number) => (difference ? signed(write, value, language) : amount(write, value, language))
  const after = difference ? write.afterChange : write.after
  return { mid: `${write.before}${said(mid)}${after[language]}`, low: said(low), high: said(high) }
}

/** Place of the year that the map shows first: the last published one, or the end of a difference. */
export const startOf = ({ difference, frames: { years } }: Shown): number =>
  difference ? years.length - 1 : Math.max(0, years.indexOf(LAST_KNOWN))
const LAST_KNOWN = 2024

/** The unit of what is shown, in words: of a difference where it is one. */
export function unitFor(shown: Shown, language: Language): string {
  const write = mannerFor(shown)
  const points = write.afterChange[language].trim()
  return shown.difference && shown.field.unit === '1' && points !== '' ? points : write.unit[language]
}
