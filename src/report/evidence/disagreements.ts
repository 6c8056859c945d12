// What comparing figures found, folded: one disagreement of the same sources over many years or districts is one block.
import type { Found } from '../../evidence/ledger/found.ts'
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import { unitInWords } from '../../evidence/ledger/unit-words.ts'
import type { Language } from '../input.ts'
import { wrap } from '../text.ts'
import { foundLines } from './found.ts'
import { REASON_WORDS } from './words.ts'

const WORDS = {
  upTo: { en: 'up to {n} % apart', es: 'hasta {n} % de distancia' },
  perhaps: { en: 'perhaps', es: 'tal vez' },
  years: { en: 'years', es: 'años' },
  year: { en: 'year', es: 'año' },
  places: { en: 'places', es: 'lugares' },
  place: { en: 'place', es: 'lugar' },
  more: { en: 'more', es: 'más' },
  for: { en: 'such as', es: 'por ejemplo' },
  between: { en: 'between', es: 'entre' },
} as const

/** Places of a folded disagreement that are named, widest apart first. */
const NAMED = 5

/** Those of one subject, unit and set of origins together; the widest apart first, inside and among the groups. */
export function disagreements(found: readonly Found[]): Found[][] {
  const groups = new Map<string, Found[]>()
  for (const one of found.toSorted(byDistance)) {
    const key = [one.subject, one.unit, ...one.origins].join('\n')
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

/** The widest apart first; equal ones by subject, place and years. */
export const byDistance = (a: Found, b: Found): number => b.apart - a.apart || order(nameOf(a), nameOf(b))

const nameOf = ({ subject, place, years }: Found): string => [subject, place, years].join('\n')
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Lines of one disagreement, no longer than `width`: one place and year in full, several as one line and one for each place. */
export function disagreementLines(
  ledger: Ledger,
  group: readonly Found[],
  nameOfPlace: (id: string) => string,
  language: Language,
  width: number,
): string[] {
  const [widest] = group
  if (widest === undefined) return []
  const named = ({ place }: Found) => nameOfPlace(place)
  const years = new Set(group.map((one) => one.years))
  if (years.size === 1 && new Set(group.map(named)).size === 1) {
    const unit = widest.unit === '1' ? '' : unitInWords(widest.unit, language)
    return group.flatMap((one) => foundLines(ledger, { ...one, place: named(one), unit }, language, width))
  }
  const say = (key: keyof typeof WORDS) => WORDS[key][language]
  const places = new Map<string, Found[]>()
  for (const one of group) places.set(named(one), [...(places.get(named(one)) ?? []), one])
  const reasons = [...new Set(group.map(({ reason }) => reason))].map((reason) => REASON_WORDS[reason][language])
  const unit = widest.unit === '' || widest.unit === '1' ? '' : ` (${unitInWords(widest.unit, language)})`
  const label = ledger.subjects.get(widest.subject)?.label[language] ?? widest.subject
  const head = [
    `${label}${unit}: ${places.size} ${say(places.size === 1 ? 'place' : 'places')}`,
    `${years.size} ${say(years.size === 1 ? 'year' : 'years')}`,
    say('upTo').replace('{n}', percent(widest)),
    `${say('between')} ${widest.origins.join(', ')} (${say('perhaps')}: ${reasons.join(', ')})`,
  ]
  const lines = [...places].slice(0, NAMED).map(([place, ones]) => placeLine(place, ones, language))
  const rest = places.size - lines.length
  return [
    ...wrap(head.join(', '), width),
    ...[...lines, ...(rest > 0 ? [`… ${rest} ${say('more')}`] : [])].flatMap((line) =>
      wrap(line, width - 6).map((part, k) => (k === 0 ? '  ' : '      ') + part),
    ),
  ]
}

/** `Pichari: 5 years (2003–2007), up to 40 % apart, such as O…, O…`. */
function placeLine(place: string, ones: readonly Found[], language: Language): string {
  const say = (key: keyof typeof WORDS) => WORDS[key][language]
  const years = [...new Set(ones.map((one) => one.years))].sort()
  const [first = '', last = ''] = [years[0], years.at(-1)]
  const when = years.length === 1 ? first : `${years.length} ${say('years')} (${first.slice(0, 4)}–${last.slice(-4)})`
  const example = (ones[0]?.sides ?? []).flatMap(({ claims }) => claims.slice(0, 1)).slice(0, 3)
  const apart = say('upTo').replace('{n}', ones[0] === undefined ? '' : percent(ones[0]))
  return `${place}: ${when}, ${apart}, ${say('for')} ${example.join(', ')}`
}

const percent = ({ apart }: Found): string => String(Math.round(apart * 100))
