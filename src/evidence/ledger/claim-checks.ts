import { adviceFor } from '../checks.ts'
import type { Places } from '../places.ts'
import type { Problem } from '../problem.ts'
import type { Claim } from './claim.ts'
import type { Ledger } from './ledger.ts'
import { parsePeriod } from './period.ts'
import { nearUnit, parseUnit, type Unit } from './unit.ts'
import { wordsOf } from './wording.ts'

/** What is wrong with a written claim on its own, and with two that say the same. Each check returns every problem. */

/** Claims about a place nobody declared. */
export function claimPlaceProblems(claims: readonly Claim[], places: Places): Problem[] {
  return claims.flatMap(({ place, placeId, file, line }): Problem[] => {
    if (place === '' || placeId !== undefined) return []
    const expected = 'a district, VRAEM, Peru or a place declared in geo/places.csv'
    const todo = adviceFor(place, places)
    return [{ code: 'place', file, line, field: 'place', what: `"${place}" is not a known place`, expected, todo }]
  })
}

/** Periods that are none: a day, a thirteenth month, an end before its start. */
export function claimPeriodProblems(claims: readonly Claim[]): Problem[] {
  return claims.flatMap(({ period, file, line }): Problem[] => {
    if (period === '' || parsePeriod(period) !== 'bad') return []
    const expected = 'undated, 2003, 2003-09, 2003/2005 or 2003-09/2004-01, with ~ at the end if approximate'
    const todo = 'write it in one of these forms, to the month at most'
    return [{ code: 'period', file, line, field: 'period', what: `"${period}" is not a period`, expected, todo }]
  })
}

/** Figures out of order, quantities without a figure, figures without a unit. `faulty`: `file:line` of rows with unreadable cells. */
export function claimFigureProblems(claims: readonly Claim[], faulty: ReadonlySet<string>): Problem[] {
  return claims.flatMap(({ kind, low, value, high, unit, file, line }): Problem[] => {
    const stated = [low, value, high].filter((figure) => figure !== undefined)
    const where = { file, line }
    if (stated.some((figure, index) => figure < (stated[index - 1] ?? figure))) {
      const what = `low ${low ?? '-'}, value ${value ?? '-'}, high ${high ?? '-'} are out of order`
      return [{ code: 'order', ...where, what, expected: 'low <= value <= high', todo: 'correct the figures' }]
    }
    if (faulty.has(`${file}:${line}`)) return []
    if (stated.length === 0 && kind === 'quantity') {
      const todo = 'enter the figure, or choose another kind'
      return [{ code: 'no-figure', ...where, what: 'a quantity without figure', expected: 'value, low or high', todo }]
    }
    if (stated.length > 0 && unit === '') {
      const what = 'a figure without unit'
      return [{ code: 'unit', ...where, field: 'unit', what, expected: 'the unit of the figure', todo: 'add the unit' }]
    }
    return []
  })
}

/** Units with an unknown name, and units that measure something else than the unit of the subject. */
export function claimUnitProblems({ claims, subjects }: Pick<Ledger, 'claims' | 'subjects'>): Problem[] {
  return claims.flatMap(({ subject, unit, file, line }): Problem[] => {
    if (unit === '') return []
    const where = { code: 'unit', file, line, field: 'unit' }
    const found = parseUnit(unit)
    if (found === undefined) {
      const near = nearUnit(unit)
      const todo =
        near === undefined ? 'correct it, or add the name to the known ones' : `write "${near}" if that is meant`
      return [{ ...where, what: `"${unit}" is not a known unit`, expected: 'a unit such as ha, t/yr or USD/kg', todo }]
    }
    const usual = subjects.get(subject)?.unit ?? ''
    const wanted = parseUnit(usual)
    if (wanted === undefined || alikeInKind(found, wanted)) return []
    const what = `"${unit}" measures something else than ${subject}`
    const todo = 'correct the unit, or choose the subject that is measured so'
    return [{ ...where, what, expected: `a unit like ${usual}`, todo }]
  })
}

/**
 * Figures below nothing: an area, a weight, persons, deaths, each also in a year. Whatever else may be the size of an effect
 * (fewer incidents for each dollar), a share, a loss or a temperature.
 */
export function claimSignProblems(claims: readonly Claim[]): Problem[] {
  return claims.flatMap(({ low, value, high, unit, file, line }): Problem[] => {
    const found = parseUnit(unit)
    if (found === undefined || !neverNegative(found)) return []
    return Object.entries({ low, value, high }).flatMap(([field, figure]): Problem[] => {
      if (figure === undefined || figure >= 0) return []
      const what = `${figure} ${unit} is less than nothing`
      const todo = 'correct the figure; a decrease is a claim of its own, with a positive figure or in %'
      return [{ code: 'negative', file, line, field, what, expected: 'zero or more', todo }]
    })
  })
}

function neverNegative({ powers }: Unit): boolean {
  const [only, ...more] = [...powers].filter(([name]) => name !== 'time')
  return only?.[1] === 1 && more.length === 0 && /^(?:area|mass|person|(?:.+ )?death)$/.test(only[0])
}

const MONEY = /^[A-Z]{3}\b/
const MEASURES = new Set(['mass', 'area', 'length', 'volume', 'temperature'])
const RELATIVE = new Set(['rank', 'index', 'flag', 'sign', 'code', 'angle'])

/**
 * Whether two units are of one sort, so that nobody took kilograms for hectares: dollars and soles are, an amount and the same
 * amount a year are, things of any sort are; shares, ratios and ranks go with everything.
 */
function alikeInKind(a: Unit, b: Unit): boolean {
  const [one, other] = [kindOf(a), kindOf(b)]
  return one === '' || other === '' || one === other
}

/** The measures in a unit; things that are counted and the time in which are left out where something is measured. Empty for relative units. */
function kindOf({ powers }: Unit): string {
  const names = [...powers].filter(([name]) => name !== 'time' && !RELATIVE.has(name.split(' ').at(-1) ?? name))
  const measured = names.flatMap(([name, power]) =>
    MONEY.test(name) ? [`money^${power}`] : MEASURES.has(name) ? [`${name}^${power}`] : [],
  )
  if (measured.length > 0) return measured.sort().join(' ')
  return names.length > 0 ? 'count' : powers.get('time') === 1 ? 'time' : ''
}

/**
 * Claims of one source that say the same thing at one place of it: same subject, place, period and figures. Where there are no
 * figures, more than half of the words must be the same.
 */
export function repeatedClaimProblems(claims: readonly Claim[]): Problem[] {
  const earlier = new Map<string, Claim[]>()
  return claims.flatMap((claim): Problem[] => {
    const { id, source, locator, subject, place, period, low, value, high, unit, file, line } = claim
    const key = JSON.stringify([source, sentenceOf(locator), subject, place, period, low, value, high, unit])
    const same = earlier.get(key) ?? []
    earlier.set(key, [...same, claim])
    const figures = (low ?? value ?? high) !== undefined
    const twin = same.find((other) => figures || alike(claim.paraphrase.en, other.paraphrase.en))
    if (!twin) return []
    const what = `${id} says what ${twin.id} in line ${twin.line} says`
    const expected = 'one claim for one statement at one place of a source'
    return [{ code: 'duplicate-claim', file, line, what, expected, todo: 'remove one, or say how they differ' }]
  })
}

/** The part of a locator that names lines and sentences, the whole where none does. */
function sentenceOf(locator: string): string {
  return /\((L[^)]*)\)\s*$/.exec(locator)?.[1] ?? locator
}

function alike(a: string, b: string): boolean {
  const [one, other] = [new Set(wordsOf(a)), new Set(wordsOf(b))]
  const shared = [...one].filter((word) => other.has(word)).length
  return shared > (one.size + other.size - shared) / 2
}
