// Numbers and units for readers: thin spaces between thousands, a real minus sign, as many digits as the number deserves.
import { type OutcomeName, outcomes } from '../system/outcomes.ts'
import type { Language, Words } from './input.ts'

const THIN = '\u202F'
/** Between a number and a word: does not break either. */
const BLANK = '\u00A0'
const MINUS = '\u2212'

const formats = new Map<string, Intl.NumberFormat>()
function formatOf(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language}${decimals}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(language, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: true,
    })
    formats.set(key, format)
  }
  return format
}

/** `1234.5` → `1 234,5` (es) or `1 234.5` (en), thin spaces, never "−0". */
export function number(value: number, decimals: number, language: Language): string {
  const fixed = Number(value.toFixed(decimals))
  const parts = formatOf(language, decimals).formatToParts(Math.abs(fixed))
  const point = parts.find(({ type }) => type === 'decimal')?.value ?? ''
  const whole = parts
    .filter(({ type }) => type === 'integer')
    .map(({ value: digits }) => digits)
    .join('')
  const fraction = parts.find(({ type }) => type === 'fraction')?.value ?? ''
  return (fixed < 0 ? MINUS : '') + whole.replace(/\B(?=(\d{3})+$)/g, THIN) + point + fraction
}

/** How an outcome is written: a factor, the digits, and what stands before and after the number. */
export interface Manner {
  readonly factor: number
  /** Decimals for a value after the factor. */
  decimals(scaled: number): number
  readonly before: string
  readonly after: Words
  /** After a difference, where it is not the same ("puntos" for shares). */
  readonly afterChange: Words
  /** Unit in full, for axes and table heads. */
  readonly unit: Words
}

const same = (text: string): Words => ({ es: text, en: text })
const digits = (scaled: number): number =>
  Math.abs(scaled) >= 100 ? 0 : Math.abs(scaled) >= 10 ? 0 : Math.abs(scaled) >= 1 ? 1 : 2
const whole = (scaled: number): number => (Math.abs(scaled) < 10 && scaled !== 0 ? 1 : 0)
const plain = (unit: Words, after: Words = same(''), decimals = whole): Manner => ({
  factor: 1,
  decimals,
  before: '',
  after,
  afterChange: after,
  unit,
})

const INDICES: ReadonlySet<string> = new Set(['trust', 'soil'])
const MANNERS: Readonly<Record<string, Manner>> = {
  ha: plain(same('ha'), same(`${THIN}ha`)),
  'ha/yr': plain({ es: 'ha por año', en: 'ha a year' }, same(`${THIN}ha`)),
  't/yr': plain({ es: 't por año', en: 't a year' }, same(`${THIN}t`)),
  person: plain({ es: 'personas', en: 'people' }),
  'person/yr': plain({ es: 'personas por año', en: 'people a year' }),
  '1/yr': plain({ es: 'por año', en: 'a year' }),
  'PEN/kg': {
    ...plain({ es: 'S/ por kg', en: 'S/ per kg' }, same(''), (v) => (Math.abs(v) < 1 ? 2 : 1)),
    before: `S/${THIN}`,
  },
  'PEN/person/yr': {
    ...plain({ es: 'S/ por persona y año', en: 'S/ per person and year' }, same(''), () => 0),
    before: `S/${THIN}`,
  },
  'PEN/yr': money('S/', { es: 'millones de S/ por año', en: 'S/ million a year' }),
  PEN: money('S/', { es: 'millones de S/', en: 'S/ million' }),
  'USD/yr': money('US$', { es: 'millones de US$ por año', en: 'US$ million a year' }),
}
const SHARE: Manner = {
  factor: 100,
  decimals: (v) => (Math.abs(v) >= 10 ? 0 : 1),
  before: '',
  after: same(`${THIN}%`),
  afterChange: { es: `${BLANK}puntos`, en: `${BLANK}points` },
  unit: same('%'),
}
const INDEX = plain({ es: 'índice de 0 a 1', en: 'index from 0 to 1' }, same(''), () => 2)

function money(sign: string, unit: Words): Manner {
  const after = { es: `${BLANK}millones`, en: `${BLANK}million` }
  return { factor: 1e-6, decimals: digits, before: `${sign}${THIN}`, after, afterChange: after, unit }
}

/** Name of the outcome without its part: `deaths/civilian` → `deaths`. */
export const baseOf = (outcome: string): OutcomeName => outcome.split('/')[0] as OutcomeName

export function mannerOf(outcome: string, unit: string): Manner {
  if (unit === '1') return INDICES.has(baseOf(outcome)) ? INDEX : SHARE
  return MANNERS[unit] ?? plain(same(unit), same(`${THIN}${unit}`))
}

/** Three digits are enough for a simulated figure: 36 345 ha is written 36 300 ha. */
export function rounded(scaled: number): number {
  const size = Math.floor(Math.log10(Math.abs(scaled) || 1))
  const step = 10 ** Math.max(0, size - 2)
  return Math.round(scaled / step) * step
}

/** The number alone, for table cells and axes. */
export function amount(manner: Manner, value: number, language: Language): string {
  const scaled = value * manner.factor
  return number(Math.abs(scaled) >= 1000 ? rounded(scaled) : scaled, manner.decimals(scaled), language)
}

/** With unit: `36 300 ha`, `S/ 3 500`, `42 %`. */
export function level(manner: Manner, value: number, language: Language): string {
  return manner.before + amount(manner, value, language) + manner.after[language]
}

/** A difference with its sign, without unit. */
export function signed(manner: Manner, value: number, language: Language): string {
  const scaled = value * manner.factor
  const decimals = manner === SHARE ? 1 : manner.decimals(scaled)
  const text = number(Math.abs(scaled) >= 1000 ? rounded(scaled) : scaled, decimals, language)
  return /[1-9]/.test(text) && !text.startsWith(MINUS) ? `+${text}` : text
}

/** A difference without sign but with unit, for sentences that say "more" or "less" themselves. */
export function size(manner: Manner, value: number, language: Language): string {
  const text = signed(manner, Math.abs(value), language).replace('+', '')
  return manner.before + text + manner.afterChange[language]
}

/** `0.37` → `37 %`, `-0.12` with sign → `−12 %`. */
export function percent(share: number, language: Language, sign = false): string {
  const value = share * 100
  const text = number(value, Math.abs(value) < 1 && value !== 0 ? 1 : 0, language)
  return `${sign && value > 0 && /[1-9]/.test(text) ? '+' : ''}${text}${THIN}%`
}

/** Label of an outcome or of a part of it, from its declaration. */
export function labelOf(outcome: string, parts: Readonly<Record<string, Words>>): Words {
  const declared = outcomes[baseOf(outcome)]
  const base: Words = declared ?? same(outcome)
  const part = outcome.split('/')[1]
  if (part === undefined) return { es: base.es, en: base.en }
  const word = parts[part] ?? same(part)
  return { es: `${base.es}: ${word.es}`, en: `${base.en}: ${word.en}` }
}
