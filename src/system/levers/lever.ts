// What a lever is.
import type { Citations } from '../../engine/model.ts'

export interface Field {
  readonly unit: string
  readonly low: number
  readonly high: number
  /** The value that means "not used". */
  readonly none: number
  /** Words a scenario may write instead of a number. */
  readonly words?: Readonly<Record<string, number>>
  readonly en: string
  readonly es: string
}
export interface Lever {
  readonly group: 'farm' | 'security' | 'services' | 'agreements'
  readonly en: string
  readonly es: string
  /** One plain sentence: what it does, and what it can't. */
  readonly about: { readonly en: string; readonly es: string }
  readonly claims: Citations
  /** The lever may be limited to some districts. */
  readonly places: boolean
  readonly fields: Readonly<Record<string, Field>>
}

export const share = (en: string, es: string, none = 0): Field => ({ unit: '1', low: 0, high: 1, none, en, es })
export const amount = (unit: string, high: number, en: string, es: string): Field => ({
  unit,
  low: 0,
  high,
  none: 0,
  en,
  es,
})
