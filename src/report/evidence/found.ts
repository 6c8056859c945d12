// Contradictions that a machine found by comparing figures: one block each, without a judgement.
import type { Found } from '../../evidence/ledger/found.ts'
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import type { Places } from '../../evidence/places.ts'
import type { Language } from '../input.ts'
import { wrap } from '../text.ts'
import { converted } from './figure.ts'
import { REASON_WORDS } from './words.ts'

const WORDS = {
  perhaps: { en: 'perhaps', es: 'tal vez' },
  apart: { en: 'apart', es: 'de distancia' },
  described: { en: 'described in', es: 'descrita en' },
} as const

/** Claims of one side that are named; the rest are counted. */
const NAMED = 6

/** `places`: for their names; without them places stand as ids. */
export function foundLines(ledger: Ledger, found: Found, language: Language, width: number, places?: Places): string[] {
  const { subject, place, years, unit, sides, apart, reason, also, coveredBy } = found
  const label = ledger.subjects.get(subject)?.label[language] ?? subject
  const reasons = [reason, ...also].map((one) => REASON_WORDS[one][language]).join(', ')
  const known = coveredBy.length === 0 ? '' : `; ${WORDS.described[language]} ${coveredBy.join(', ')}`
  const head = `${label}, ${places?.nameOf(place, language) ?? place}, ${years}: ${Math.round(apart * 100)} % ${WORDS.apart[language]} (${WORDS.perhaps[language]}: ${reasons}${known})`
  return [
    ...wrap(head, width),
    ...sides.flatMap(({ low, high, open, claims }) => {
      const show = (figure: number) => converted(figure, language)
      const range = low === high ? show(low) : `${show(low)}–${show(high)}`
      const more = claims.length > NAMED ? ` + ${claims.length - NAMED}` : ''
      const text = `${range}${open ? ' (≤ ≥)' : ''}${unit === '' || unit === '1' ? '' : ` ${unit}`}: ${claims.slice(0, NAMED).join(', ')}${more}`
      return wrap(text, width - 6).map((line, k) => (k === 0 ? '  ' : '      ') + line)
    }),
  ]
}
