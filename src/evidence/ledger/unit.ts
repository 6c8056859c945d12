import { nearest } from '../problem.ts'
import { type Measure, MULTIPLIERS, measures, people, singulars, things } from './unit-names.ts'

/** One part of a unit: `12 kg` of `USD/12 kg`. */
export interface Factor {
  /** Dimension, what the noun is a kind of (`death`, `soldier death`), or `PEN of 2018` for money of a fixed year; empty for a bare number. */
  readonly dimension: string
  /** As a reader knows it: `kg`, `arroba`, `soldier deaths`. */
  readonly symbol: string
  readonly power: 1 | -1
  /** In the base of its dimension: 12 for `12 kg`, 1e6 for `million USD`. */
  readonly size: number
  /** Size of the measure alone, and the number and multiplier before it. */
  readonly each: number
  readonly number: number
}

/** A unit as sources write it, taken apart. */
export interface Unit {
  readonly text: string
  readonly factors: readonly Factor[]
  /** In the bases of its dimensions. */
  readonly size: number
  /** Dimension to power, zeros left out. */
  readonly powers: ReadonlyMap<string, number>
  /** What the unit says beyond itself: `sun-dried`, `of output`, `soldier`, `Jan-Oct`; empty mostly. */
  readonly qualifier: string
  /** The qualifier says that the figure covers another time than its period: `Jan-Oct`, `over 4.5 years`, `mean 2008-2012`. */
  readonly otherTime: boolean
  /** The source leaves open what is meant; never converted. */
  readonly vague: boolean
  /** Written `1` or `count`: the thing counted is left unsaid, so any counted thing fits. */
  readonly anything: boolean
}

const OTHER_TIME =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\bhalf\b|\bto date\b|\bcumulative\b|\bover\b|\bsince\b|\bmean\b|\bto \d{4}\b|\b\d{4}-\d{4}\b|\bin \d+ days\b|\bportfolio\b/i
const MARKERS = new Set('of to in over for with from since by vs plus mean until at first second under per'.split(' '))

const parsed = new Map<string, Unit | undefined>()

/** The unit behind a text; undefined for an empty text or one with an unknown name in it. */
export function parseUnit(text: string): Unit | undefined {
  if (!parsed.has(text)) parsed.set(text, parse(text))
  return parsed.get(text)
}

/** Whether every name in the unit is known: a measure, or a thing that is counted. */
export const knownUnit = (text: string): boolean => parseUnit(text) !== undefined

/** A known name that looks like the unknown one in this unit, for "did you mean"; undefined if none does or the unit is known. */
export function nearUnit(text: string): string | undefined {
  if (knownUnit(text)) return undefined
  const names = [...measures.keys(), ...things.keys(), ...Object.keys(MULTIPLIERS)].filter((name) => name.length > 1)
  const parts = spelledOut(text).split('/')
  const mended = parts.map((part) => {
    if (parseUnit(part.trim())) return part.trim()
    const words = part.trim().split(/\s+/)
    const near = words.map((word) => (isName(word) ? word : nearest(word, names)))
    return near.includes(undefined) ? undefined : near.join(' ')
  })
  return mended.includes(undefined) || !knownUnit(mended.join('/')) ? undefined : mended.join('/')
}

const isName = (word: string): boolean =>
  /^[\d.]+$/.test(word) ||
  MULTIPLIERS[word.toLowerCase()] !== undefined ||
  measureOf(word) !== undefined ||
  thingOf(word) !== undefined

/** Currency signs, percent signs and `per` in one form, so that `/` always divides. */
function spelledOut(text: string): string {
  return text
    .trim()
    .replace(/(?:US|U\.S\.)\s?\$/g, 'USD')
    .replace(/^\$/g, 'USD')
    .replace(/(^|\s)S\/\.?(?=\s|$)/g, '$1PEN')
    .replace(/%/g, 'percent')
    .replace(/\bper(?! ?cent)\b/g, '/')
    .replace(/²/g, '2')
    .replace(/³/g, '3')
}

function parse(text: string): Unit | undefined {
  if (text.trim() === '') return undefined
  // A code with its meaning, `1=majority by land`: known, and comparable only with itself.
  if (/^\d+=/.test(text)) return unitOf(text, [factor(text, text, 1, 1, 1)], '', false)
  const asides: string[] = []
  const bare = spelledOut(text).replace(/\s*\(([^)]*)\)/g, (_, aside: string) => {
    const weight = /^([\d.]+) ?kg$/.exec(aside.trim())
    if (weight) return `=${weight[1]}`
    asides.push(aside.trim())
    return ''
  })
  const factors: Factor[] = []
  const qualifiers: string[] = []
  for (const [index, part] of bare.split('/').entries()) {
    const found = partOf(part, index === 0 ? 1 : -1)
    if (!found) return undefined
    factors.push(found.factor)
    if (found.qualifier) qualifiers.push(found.qualifier)
  }
  const vague = asides.some((aside) => /unclear|unknown|\?/.test(aside))
  return unitOf(text, factors, [...qualifiers, ...asides].join(', '), vague)
}

function unitOf(text: string, factors: readonly Factor[], qualifier: string, vague: boolean): Unit {
  const powers = new Map<string, number>()
  let size = 1
  for (const { dimension, power, size: own } of factors) {
    size = power === 1 ? size * own : size / own
    if (dimension !== '') powers.set(dimension, (powers.get(dimension) ?? 0) + power)
  }
  for (const [dimension, power] of powers) if (power === 0) powers.delete(dimension)
  const anything = factors.some(({ symbol }) => symbol === '1') || powers.has('count')
  powers.delete('count')
  return { text, factors, size, powers, qualifier, otherTime: OTHER_TIME.test(qualifier), vague, anything }
}

const factor = (dimension: string, symbol: string, power: 1 | -1, each: number, number: number): Factor => ({
  dimension,
  symbol,
  power,
  each,
  number,
  size: each * number,
})

/** `12 kg`, `million USD FY2002`, `soldier deaths`: what stands between two strokes, and the words left over. */
function partOf(part: string, power: 1 | -1): { factor: Factor; qualifier: string } | undefined {
  const words = part.trim().split(/\s+/).filter(Boolean)
  let number = 1
  while (words.length > 0) {
    const word = (words[0] ?? '').toLowerCase()
    const multiplier = MULTIPLIERS[word] ?? (/^\d+(?:\.\d+)?$/.test(word) ? Number(word) : undefined)
    if (multiplier === undefined) break
    number *= multiplier
    words.shift()
    if (words.length === 0) return { factor: factor('', word, power, 1, number), qualifier: '' }
  }
  for (const length of [2, 1]) {
    const measure = words.length >= length ? measureOf(words.slice(0, length).join(' ')) : undefined
    // `kg ha` is no unit: two measures need a stroke between them.
    if (measure && measureOf(words[length] ?? '')) return undefined
    if (measure) return measured(measure, words.slice(length).join(' '), power, number)
  }
  const marker = words.findIndex((word, k) => k > 0 && MARKERS.has(word))
  const head = marker < 0 ? words : words.slice(0, marker)
  const harm = head.findLastIndex((word) => HARMS.has(thingOf(word) ?? ''))
  const at = harm < 0 ? head.findLastIndex((word) => thingOf(word) !== undefined) : harm
  if (at < 0) return undefined
  const kind = thingOf(head[at] ?? '') ?? ''
  const rest = words.filter((_, k) => k !== at).join(' ')
  // Another sort of a thing is another thing: soldiers' deaths are not all deaths, nor a rank in the world one in the country.
  const sort = (harm < 0 ? head.slice(0, at) : head.filter((_, k) => k !== at)).map(whoOf).sort()
  const symbol = harm < 0 ? head.slice(0, at + 1) : head
  return { factor: factor([...sort, kind].join(' '), symbol.join(' '), power, 1, number), qualifier: rest }
}

const HARMS = new Set(['death', 'wounded', 'casualty'])

/** Those who are harmed or counted, in one word: `troops` and `military` are soldiers, `rebels` militants. */
function whoOf(word: string): string {
  for (const form of singulars(word.toLowerCase())) {
    const found = people.get(form)
    if (found !== undefined) return found
  }
  return singulars(word.toLowerCase()).at(-1) ?? word
}

function measured(measure: Measure, rest: string, power: 1 | -1, number: number) {
  const fixed = /^(?:of|constant|real) ((?:19|20)\d\d)$/.exec(rest)
  if (fixed && /^[A-Z]{3}$/.test(measure.dimension)) {
    const dimension = `${measure.dimension} of ${fixed[1]}`
    return { factor: factor(dimension, dimension, power, measure.size, number), qualifier: '' }
  }
  return { factor: factor(measure.dimension, measure.symbol, power, measure.size, number), qualifier: rest }
}

/** `arroba=12` is an arroba of 12 kg. */
function measureOf(name: string): Measure | undefined {
  const [word = '', weight] = name.toLowerCase().split('=')
  for (const form of singulars(word)) {
    const found = measures.get(form)
    if (found && weight !== undefined)
      return found.dimension === 'mass' ? { ...found, symbol: found.symbol, size: Number(weight) } : undefined
    if (found) return found
  }
  return undefined
}

function thingOf(word: string): string | undefined {
  for (const form of singulars(word.toLowerCase())) {
    const found = things.get(form)
    if (found !== undefined) return found
  }
  return undefined
}
