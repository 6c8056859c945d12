import type { Claim, ClaimFlag } from './claim.ts'
import { conversion, type Rates, type Said, shortened } from './quantity.ts'
import type { Source } from './source.ts'
import { type Factor, knownUnit, parseUnit } from './unit.ts'

/** What a claim says in a common unit: a point where low equals high, else a range. */
export interface Figure {
  readonly claim: Claim
  readonly low: number
  readonly high: number
  /** `above`: at least low. `below`: at most high. Absent where both ends are told. */
  readonly open?: 'above' | 'below'
  /** How it came into the unit. */
  readonly how: Said
  /** What exactly is counted or measured: the series, or the words of the text; what the unit adds; how it is known. */
  readonly definition: Said
}

const FLAGS: Partial<Readonly<Record<ClaimFlag, Said>>> = {
  derived: { en: 'computed', es: 'calculado' },
  allegation: { en: 'alleged', es: 'alegado' },
  anecdote: { en: 'one case', es: 'un caso' },
  hearsay: { en: 'hearsay', es: 'de oídas' },
}

/** Whether the claim has a figure at all. */
export const hasFigure = ({ low, value, high }: Claim): boolean => (low ?? value ?? high) !== undefined

/** Who computes here: its arithmetic on figures of others is no voice of its own. */
const LAB = 'VRAEM Lab'

/** Whether the lab computed the figure itself: a row of its own, or a figure derived from those of a source. */
export function ownFigure(claim: Claim, sources: ReadonlyMap<string, Pick<Source, 'producer'>>): boolean {
  const derived = claim.flags.includes('derived') && claim.attributedTo.startsWith(LAB)
  return derived || (sources.get(claim.source)?.producer.startsWith(LAB) ?? false)
}

/** The claim's figure in this unit, or why it has none there. The claim must have a figure. */
export function figureOf(claim: Claim, unit: string, rates: Rates): Figure | { readonly why: Said } {
  const found = conversion(claim.unit, unit, settingOf(claim, rates))
  if ('why' in found) return found
  const told = [claim.low, claim.value, claim.high].flatMap((x) => (x === undefined ? [] : shortened(x, found.factor)))
  const open = claim.value !== undefined ? {} : openEnd(claim)
  return {
    claim,
    low: Math.min(...told),
    high: Math.max(...told),
    ...open,
    how: found.how,
    definition: definitionOf(claim, unit),
  }
}

function openEnd({ low, high }: Claim): { open?: 'above' | 'below' } {
  if (low !== undefined && high !== undefined) return {}
  return { open: low === undefined ? 'below' : 'above' }
}

function settingOf({ when }: Claim, rates: Rates) {
  if (when === undefined) return { rates }
  const [first, last] = [Math.floor(when.from / 12), Math.floor(when.to / 12)]
  return { rates, months: when.to - when.from + 1, year: first === last ? first : undefined }
}

/** The year a claim is about (`2013`), its span (`2010/2014`), or `undated`. */
export function yearsOf({ when }: Claim): string {
  if (when === undefined) return 'undated'
  const [first, last] = [Math.floor(when.from / 12), Math.floor(when.to / 12)]
  return first === last ? String(first) : `${first}/${last}`
}

/** The lowest and the highest end told; `open` ends do not count. */
export function extremes(figures: readonly Pick<Figure, 'low' | 'high'>[]): { low: number; high: number } {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { low, high } of figures) {
    if (low < lowest) lowest = low
    if (high > highest) highest = high
  }
  return { low: lowest, high: highest }
}

/** The unit the claims share: the subject's, else the known one that most of them use. */
export function commonUnit(claims: readonly Claim[], preferred = ''): string {
  if (preferred !== '' && knownUnit(preferred)) return preferred
  const uses = new Map<string, number>()
  for (const { unit } of claims) if (knownUnit(unit)) uses.set(unit, (uses.get(unit) ?? 0) + 1)
  const sorted = [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return sorted[0]?.[0] ?? ''
}

function definitionOf(claim: Claim, unit: string): Said {
  const own = parseUnit(claim.unit)
  const nouns = (text: string) =>
    parseUnit(text)
      ?.factors.filter(isCounted)
      .map(({ symbol }) => symbol) ?? []
  const common = new Set(nouns(unit).map(singular))
  const noun = nouns(claim.unit).filter((word) => !common.has(singular(word)))
  const qualifier = own?.qualifier ?? ''
  const told = noun.some((word) => word.startsWith(qualifier)) ? noun : [...noun, qualifier]
  const flags = claim.flags.flatMap((flag) => FLAGS[flag] ?? [])
  const start: Said =
    claim.series === undefined ? { en: 'texts', es: 'textos' } : { en: claim.series, es: claim.series }
  const together = (language: 'en' | 'es') =>
    [start[language], ...told.filter(Boolean), ...flags.map((flag) => flag[language])].join(', ')
  return { en: together('en'), es: together('es') }
}

const MEASURED = new Set(['', 'mass', 'area', 'length', 'volume', 'time', 'USD', 'PEN', 'EUR', 'temperature', 'angle'])
const isCounted = ({ dimension }: Factor): boolean => !MEASURED.has(dimension) && dimension !== 'count'
const singular = (noun: string): string => noun.replace(/s$/, '')
