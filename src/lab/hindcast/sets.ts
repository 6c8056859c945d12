// Which hindcasts there are: what is known at each origin, and what is to be foretold.
import { CUT, type Knowledge } from '../calibrate/information.ts'
import type { Words } from '../results.ts'
import { HOLDOUT, ROLLING } from '../score/area.ts'

export const SETS = ['holdout', 'rolling', 'without-2015-16', 'space', 'without-2020'] as const
export type SetName = (typeof SETS)[number]

/** One fit, and the years that are foretold from it. */
export interface Origin {
  readonly origin: number
  readonly information: Knowledge
  readonly years: readonly number[]
}

export interface HindcastSet {
  readonly name: SetName
  readonly title: Words
  /** Ahead: nothing later than the origin is known. Between: years held out among known ones. Space: districts held out. */
  readonly kind: 'ahead' | 'between' | 'space'
  readonly origins: readonly Origin[]
  /** Made of figures that stay closed until the first look. */
  readonly afterLook?: true
}

const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, k) => from + k)

/** District figures of one method and one set of limits. */
const SPACE_YEARS = [2014, CUT] as const
/** Every so many districts of coca is held out. */
const EVERY = 4

/** Every fourth district of coca, in the order of the model's table, from the second on. */
export const heldOutDistricts = (ubigeos: readonly string[]): string[] => ubigeos.filter((_, k) => k % EVERY === 1)

/** The set of this name. `ubigeos`: districts that can hold coca, in the order of the model's table. */
export function setOf(name: SetName, ubigeos: readonly string[]): HindcastSet {
  switch (name) {
    case 'rolling':
      return {
        name,
        title: { en: 'Rolling origin to 2018', es: 'Origen móvil hasta 2018' },
        kind: 'ahead',
        origins: ROLLING.origins.map((origin) => ({
          origin,
          information: { until: origin },
          years: span(origin + 1, ROLLING.until),
        })),
      }
    case 'holdout':
      return {
        name,
        title: { en: 'Hold-out 2019–2024', es: 'Reserva 2019–2024' },
        kind: 'ahead',
        origins: [
          {
            origin: HOLDOUT.origin,
            information: { until: HOLDOUT.origin },
            years: span(HOLDOUT.years[0], HOLDOUT.years[1]),
          },
        ],
      }
    case 'without-2015-16':
      return {
        name,
        title: { en: 'Without 2015–2016', es: 'Sin 2015–2016' },
        kind: 'between',
        origins: [{ origin: 2014, information: { until: CUT, without: [2015, 2016] }, years: [2015, 2016] }],
      }
    case 'without-2020':
      return {
        name,
        title: { en: 'Without 2020', es: 'Sin 2020' },
        kind: 'between',
        origins: [{ origin: 2019, information: { until: 2024, without: [2020] }, years: [2020] }],
        afterLook: true,
      }
    case 'space':
      return {
        name,
        title: { en: 'Districts held out', es: 'Distritos en reserva' },
        kind: 'space',
        origins: [
          {
            origin: CUT,
            information: { until: CUT, withoutDistricts: heldOutDistricts(ubigeos) },
            years: span(...SPACE_YEARS),
          },
        ],
      }
  }
}
