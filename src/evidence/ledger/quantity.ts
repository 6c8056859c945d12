import type { Claim } from './claim.ts'
import { parseUnit, type Unit } from './unit.ts'
import { unitInWords } from './unit-words.ts'
import { type Language, numberInWords } from './words.ts'

export { knownUnit, nearUnit } from './unit.ts'

/** A short text for the reader in both languages. */
export interface Said {
  readonly en: string
  readonly es: string
}

/** Soles per dollar, mean of the year, by year. */
export type Rates = ReadonlyMap<number, number>

/** What a conversion may need to know about the figure. */
export interface Setting {
  /** Year of the figure: money is money of that year. */
  readonly year?: number | undefined
  /** Months its period covers: over exactly one year a total is also a yearly figure. */
  readonly months?: number | undefined
  readonly rates?: Rates | undefined
}

/** Figures times `factor` are in the wanted unit; or why they cannot be converted. */
export type Conversion = { readonly factor: number; readonly how: Said } | { readonly why: Said }

const RATE_SERIES = 'exchange_rate_pen_usd'

/** The exchange rates among observations. Where sources differ in the second decimal, the row that stands first in the file. */
export function ratesIn(observations: Iterable<Pick<Claim, 'series' | 'value' | 'when'>>): Rates {
  const rates = new Map<number, number>()
  for (const { series, value, when } of observations) {
    if (series !== RATE_SERIES || value === undefined || when === undefined) continue
    const year = Math.floor(when.from / 12)
    if (!rates.has(year)) rates.set(year, value)
  }
  return rates
}

/**
 * The figure in another unit, and the steps; undefined where it cannot be converted. Weights, areas, lengths, times, shares and
 * counts convert among themselves; soles and dollars by the mean rate of `year`, nominal both. A day's pay is no month's pay.
 */
export function convert(
  figure: number,
  from: string,
  to: string,
  setting: Setting = {},
): { value: number; how: Said } | undefined {
  const found = conversion(from, to, setting)
  return 'factor' in found ? { value: figure * found.factor, how: found.how } : undefined
}

/** How figures of one unit become figures of another, or why they do not. */
export function conversion(from: string, to: string, setting: Setting = {}): Conversion {
  const [a, b] = [parseUnit(from), parseUnit(to)]
  const unknown = a === undefined ? from : b === undefined ? to : undefined
  if (a === undefined || b === undefined)
    return unknown === ''
      ? { why: { en: 'no unit is given', es: 'no se indica la unidad' } }
      : { why: { en: `the unit "${unknown}" is not known`, es: `no se conoce la unidad «${unknown}»` } }
  if (from === to) return { factor: 1, how: AS_STATED }
  if (a.vague || b.vague)
    return { why: { en: 'the source leaves the unit open', es: 'la fuente no precisa la unidad' } }
  const steps = stepsBetween(a, b)
  const powers = difference(a, b)
  const money = moneyFactor(powers, setting, steps)
  if ('why' in money) return money
  const time = timeFactor(a, b, powers, setting, steps)
  if ('why' in time) return time
  if (!thingsFit(a, b, powers)) return { why: otherThing(from, to) }
  const factor = (a.size / b.size) * money.factor * time.factor
  return { factor, how: steps.length > 0 ? joined(steps) : AS_STATED }
}

/**
 * A converted figure for readers: three significant digits, for the source told no more; as stated where only the point moves
 * (thousands, percent, tonnes).
 */
export function shortened(figure: number, factor: number): number {
  const exponent = Math.log10(Math.abs(factor))
  const moved = Math.abs(exponent - Math.round(exponent)) < 1e-12
  return Number((figure * factor).toPrecision(moved ? 12 : 3))
}

const AS_STATED: Said = { en: 'as stated', es: 'tal como se dice' }

const joined = (steps: readonly Said[]): Said => ({
  en: steps.map(({ en }) => en).join('; '),
  es: steps.map(({ es }) => es).join('; '),
})

const otherThing = (from: string, to: string): Said => ({
  en: `${unitInWords(from, 'en')} and ${unitInWords(to, 'en')} measure different things`,
  es: `${unitInWords(from, 'es')} y ${unitInWords(to, 'es')} miden cosas distintas`,
})

/** Powers of the first less powers of the second, zeros left out. */
function difference(a: Unit, b: Unit): Map<string, number> {
  const powers = new Map(a.powers)
  for (const [dimension, power] of b.powers) powers.set(dimension, (powers.get(dimension) ?? 0) - power)
  for (const [dimension, power] of powers) if (power === 0) powers.delete(dimension)
  return powers
}

/** Soles to dollars and back; takes the currencies out of the difference. */
function moneyFactor(powers: Map<string, number>, { year, rates }: Setting, steps: Said[]): Conversion {
  const same: Conversion = { factor: 1, how: AS_STATED }
  const currencies = [...powers.keys()].filter((dimension) => /^(?:USD|PEN|EUR)\b/.test(dimension))
  const total = currencies.reduce((sum, currency) => sum + (powers.get(currency) ?? 0), 0)
  if (currencies.length === 0 || total !== 0) return same
  if (currencies.some((currency) => currency.includes(' of ')))
    return {
      why: { en: 'the data hold no price index of Peru', es: 'los datos no traen un índice de precios del Perú' },
    }
  if (currencies.includes('EUR'))
    return { why: { en: 'the data hold no rate of the euro', es: 'los datos no traen el tipo de cambio del euro' } }
  if (year === undefined)
    return { why: { en: 'no single year tells the exchange rate', es: 'ningún año único da el tipo de cambio' } }
  const rate = rates?.get(year)
  if (rate === undefined)
    return {
      why: { en: `the data hold no exchange rate for ${year}`, es: `los datos no traen el tipo de cambio de ${year}` },
    }
  const soles = powers.get('PEN') ?? 0
  for (const currency of currencies) powers.delete(currency)
  steps.push({
    en: `${shown(rate, 'en')} soles a dollar, mean of ${year}; money of that year`,
    es: `${shown(rate, 'es')} soles por dólar, promedio de ${year}; dinero de ese año`,
  })
  return { factor: rate ** -soles, how: AS_STATED }
}

/** Totals become yearly or monthly figures only where the period is exactly that long; takes time out of the difference. */
function timeFactor(a: Unit, b: Unit, powers: Map<string, number>, { months }: Setting, steps: Said[]): Conversion {
  const rateOf = (unit: Unit) => unit.factors.find(({ dimension, power }) => dimension === 'time' && power === -1)
  const [first, second] = [rateOf(a), rateOf(b)]
  const pay = [...a.powers.keys()].some((dimension) => /^(?:USD|PEN|EUR)\b/.test(dimension))
  if (pay && first && second && first.symbol !== second.symbol && Math.min(first.each, second.each) < 1 / 12)
    return {
      why: {
        en: `pay by the ${first.symbol} is not pay by the ${second.symbol}: the days worked are not known`,
        es: 'el pago por un tiempo no es el de otro: no se sabe cuántos días se trabaja',
      },
    }
  const power = powers.get('time')
  const rate = first ?? second
  if (power === undefined || rate === undefined || (first && second)) return { factor: 1, how: AS_STATED }
  const length = Math.round(rate.size * 12 * 1e6) / 1e6
  if (Math.abs(power) !== 1 || a.otherTime || b.otherTime || months !== length)
    return {
      why: {
        en: `a total is not a figure per ${wordOf(rate.symbol)}, unless its period is one ${wordOf(rate.symbol)}`,
        es: 'un total no es una cifra por unidad de tiempo, salvo que su periodo sea de ese largo',
      },
    }
  powers.delete('time')
  const one = length === 12 ? { en: 'one year', es: 'un año' } : { en: `${length} month(s)`, es: `${length} mes(es)` }
  steps.push({ en: `a total of ${one.en}`, es: `total de ${one.es}` })
  return { factor: rate.size ** -power, how: AS_STATED }
}

/** Nothing is left of the difference, or only a counted thing that one side leaves unsaid (`1/yr`, `count`). */
function thingsFit(a: Unit, b: Unit, powers: ReadonlyMap<string, number>): boolean {
  if (powers.size === 0) return true
  const [only] = powers
  if (powers.size > 1 || only === undefined || Math.abs(only[1]) !== 1 || BASES.has(only[0])) return false
  return only[1] > 0 ? b.anything : a.anything
}

const BASES = new Set(['mass', 'area', 'length', 'volume', 'time', 'USD', 'PEN', 'EUR', 'temperature', 'angle'])

/** What each named measure stands for where the two units differ. */
function stepsBetween(a: Unit, b: Unit): Said[] {
  const steps: Said[] = []
  const written = (unit: Unit) => new Set(unit.factors.map(({ symbol, size }) => `${size} ${symbol}`))
  const [ours, theirs] = [written(a), written(b)]
  const differ = [
    ...a.factors.filter(({ symbol, size }) => !theirs.has(`${size} ${symbol}`)),
    ...b.factors.filter(({ symbol, size }) => !ours.has(`${size} ${symbol}`)),
  ]
  for (const { symbol, dimension, each, number, power } of differ) {
    const base = BASE_SYMBOL[dimension]
    if (TIMES[symbol]) steps.push(TIMES[symbol])
    else if (base !== undefined && each !== 1)
      steps.push({
        en: `1 ${symbol} = ${shown(each, 'en')} ${base}`.trim(),
        es: `1 ${symbol} = ${shown(each, 'es')} ${base}`.trim(),
      })
    if (number !== 1 && power === -1 && symbol !== '1')
      steps.push({ en: `quoted for ${number} ${symbol}`, es: `precio de ${number} ${symbol}` })
  }
  const [noun, other] = [a, b].map((unit) => unit.factors.find(({ dimension }) => isThing(dimension)))
  if (noun && other && noun.dimension === other.dimension && singular(noun.symbol) !== singular(other.symbol))
    steps.push({
      en: `${unitInWords(noun.symbol, 'en')} counted as ${unitInWords(other.symbol, 'en')}`,
      es: `${unitInWords(noun.symbol, 'es')} en el total de ${unitInWords(other.symbol, 'es')}`,
    })
  return steps
}

const singular = (noun: string): string => noun.replace(/s$/, '')
const isThing = (dimension: string): boolean => dimension !== '' && dimension !== 'count' && !BASES.has(dimension)
const BASE_SYMBOL: Readonly<Record<string, string>> = {
  mass: 'kg',
  area: 'ha',
  length: 'km',
  volume: 'l',
  USD: 'USD',
  '': '',
}
const wordOf = (symbol: string): string => (symbol === 'yr' ? 'year' : symbol === 'h' ? 'hour' : symbol)
const TIMES: Readonly<Record<string, Said>> = {
  month: { en: '12 months a year', es: '12 meses al año' },
  week: { en: '365 days a year', es: '365 días al año' },
  day: { en: '365 days a year', es: '365 días al año' },
  h: { en: '8760 hours a year', es: '8760 horas al año' },
}

/** At most four significant digits. */
const shown = (value: number, language: Language): string => numberInWords(Number(value.toPrecision(4)), language)
