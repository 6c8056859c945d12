import type { Period } from './period.ts'

/** Figures, dates and places of observations in words, so that a row reads like a claim. */

export type Language = 'en' | 'es'

/** Between thousands: does not break. */
const THIN = '\u202F'

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre'.split(' '),
}
const WORDS = {
  en: { atLeast: 'at least', atMost: 'at most', none: 'no figure', monthOfYear: ' ' },
  es: { atLeast: 'al menos', atMost: 'como máximo', none: 'sin cifra', monthOfYear: ' de ' },
} as const
const PLACES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { World: 'the world' },
  es: { Peru: 'Perú', World: 'el mundo' },
}

/** `12345.6` → `12 345.6` (en), `12 345,6` (es), with thin spaces. */
export function numberInWords(value: number, language: Language): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  const grouped = whole.length > 3 && !whole.includes('e') ? whole.replace(/\B(?=(\d{3})+$)/g, THIN) : whole
  const point = language === 'es' ? ',' : '.'
  return (value < 0 ? '\u2212' : '') + grouped + (fraction === undefined ? '' : point + fraction)
}

/** `8–12 months`, `10 (8–12) months`, `at least 8 months`, `no figure`. */
export function figureInWords(
  { low, value, high }: { low?: number; value?: number; high?: number },
  unit: string,
  language: Language,
): string {
  const words = WORDS[language]
  const number = (figure: number) => numberInWords(figure, language)
  const range = low !== undefined && high !== undefined ? `${number(low)}–${number(high)}` : undefined
  let figure: string
  if (value !== undefined) figure = number(value) + (range === undefined ? '' : ` (${range})`)
  else if (range !== undefined) figure = range
  else if (low !== undefined) figure = `${words.atLeast} ${number(low)}`
  else if (high !== undefined) figure = `${words.atMost} ${number(high)}`
  else return words.none
  return unit === '' ? figure : figure + (unit.startsWith('%') ? THIN : ' ') + unit
}

/** `2013`, `September 2003` or `setiembre de 2003`; both ends for a span. */
export function periodInWords(period: Period, language: Language): string {
  const point = (text: string) => {
    const [year = '', month] = text.split('-')
    return month === undefined ? year : MONTHS[language][Number(month) - 1] + WORDS[language].monthOfYear + year
  }
  return period.text.replace('~', '').split('/').map(point).join('–')
}

/** Names that tables often write without their accents. */
const ACCENTS: Readonly<Record<string, string>> = {
  Junin: 'Junín',
  Rio: 'Río',
  Convencion: 'Convención',
  Concepcion: 'Concepción',
  Vizcatan: 'Vizcatán',
  Huanuco: 'Huánuco',
  Apurimac: 'Apurímac',
  Ancash: 'Áncash',
  'San Martin': 'San Martín',
}
const UNACCENTED = new RegExp(`(?<!\\p{L})(?:${Object.keys(ACCENTS).join('|')})(?!\\p{L})`, 'gu')

/** The name of a place as the language writes it, with its accents. */
export function placeInWords(name: string, language: Language): string {
  return PLACES[language][name] ?? name.replace(UNACCENTED, (word) => ACCENTS[word] ?? word)
}
