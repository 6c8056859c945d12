// How a field of a lever is typed and slid: shares as percents, steps that a hand can hit.
import type { Words } from '../../report/input.ts'
import type { Field } from '../../system/levers.ts'

export interface FieldScale {
  /** From the file's unit to the one that is typed. */
  readonly factor: number
  /** In the typed unit. */
  readonly step: number
  readonly percent: boolean
}

const WHOLE: ReadonlySet<string> = new Set([
  'household/yr',
  'ha/yr',
  't/yr',
  'km/yr',
  'person',
  'month',
  'PEN/month',
  'PEN/yr',
])

export function scaleOf({ unit, low, high }: Field): FieldScale {
  const percent = unit === '1' && high <= 1
  const factor = percent ? 100 : 1
  const fine = 10 ** Math.floor(Math.log10(((high - low) * factor) / 100))
  return { factor, percent, step: WHOLE.has(unit) || percent ? Math.max(1, fine) : fine }
}

/** Units beside a number; what is counted stands in the field's name. */
const UNITS: Readonly<Record<string, Words>> = {
  'ha/yr': { es: 'ha', en: 'ha' },
  ha: { es: 'ha', en: 'ha' },
  't/yr': { es: 't', en: 't' },
  'km/yr': { es: 'km', en: 'km' },
  'PEN/month': { es: 'S/', en: 'S/' },
  'PEN/yr': { es: 'S/', en: 'S/' },
  'PEN/kg': { es: 'S/ por kg', en: 'S/ per kg' },
  month: { es: 'meses', en: 'months' },
  person: { es: 'personas', en: 'people' },
  'household/yr': { es: 'hogares', en: 'households' },
}
const NOTHING: Words = { es: '', en: '' }
const PERCENT: Words = { es: '%', en: '%' }

export const unitOf = (field: Field): Words => (scaleOf(field).percent ? PERCENT : (UNITS[field.unit] ?? NOTHING))

/** The value for the file, within its range and without the dust of arithmetic; undefined where nothing was typed. */
export function typed(text: string, field: Field): number | undefined {
  const { factor } = scaleOf(field)
  const value = Number(text.trim().replace(',', '.')) / factor
  if (text.trim() === '' || !Number.isFinite(value)) return undefined
  return Number(Math.min(field.high, Math.max(field.low, value)).toPrecision(10))
}
