import { placeKey } from '../places.ts'
import { InputError, nearest } from '../problem.ts'
import type { Claim } from './claim.ts'
import type { Reason } from './contradiction.ts'
import { commonUnit, extremes, type Figure, figureOf, hasFigure, ownFigure, yearsOf } from './figure.ts'
import { grouped } from './grouped.ts'
import type { Ledger } from './ledger.ts'
import { ratesIn, type Said } from './quantity.ts'
import { type Count, counted, type Echo, echoesOf, type Voice, voicesOf } from './voices.ts'

/** From the lowest to the highest of some figures, and who says so. Never a mean. */
export interface Spread extends Count {
  /** The source, the year or span, or the definition. */
  readonly of: Said
  readonly low: number
  readonly high: number
  /** Some figure is "at least" or "at most". */
  readonly open: boolean
  /** The independent origins behind them. */
  readonly origins: readonly string[]
  readonly claims: readonly string[]
}

/** One figure as a line of a table. */
export interface Line {
  readonly claim: string
  readonly source: string
  readonly origin: string
  readonly attributedTo: string
  readonly years: string
  readonly period: string
  readonly low: number
  readonly high: number
  readonly open?: 'above' | 'below'
  readonly stated: { readonly low?: number; readonly value?: number; readonly high?: number; readonly unit: string }
  readonly how: Said
  readonly definition: Said
}

/** Everything said about one quantity at one place. */
export interface PlaceFigures {
  /** Its id: a ubigeo, or a name such as `VRAEM`. */
  readonly place: string
  readonly all: Spread
  readonly byYear: readonly Spread[]
  readonly bySource: readonly Spread[]
  readonly byDefinition: readonly Spread[]
  readonly voices: readonly Voice[]
  /** Equal figures of different origins: probably the same figure. */
  readonly echoes: readonly Echo[]
  readonly figures: readonly Line[]
}

/** Everything said about one quantity, side by side. Plain data. */
export interface Reconciliation {
  readonly subject: string
  /** All figures are in this unit. */
  readonly unit: string
  readonly from?: number
  readonly to?: number
  readonly places: readonly PlaceFigures[]
  /** Figures that are in no range, and why. */
  readonly leftOut: readonly { readonly claim: string; readonly place: string; readonly why: Said }[]
  /** Written contradictions about the subject or any of these claims. */
  readonly contradictions: readonly {
    readonly id: string
    readonly title: Said
    readonly reason: Reason
    readonly status: 'explained' | 'open'
    readonly claims: readonly string[]
  }[]
}

/** Which quantity, where, and from which year to which. */
export interface Choice {
  readonly subject: string
  readonly place?: string
  readonly from?: number
  readonly to?: number
}

/**
 * What sources say about one quantity: ranges by source, by year and by definition, each origin counted once, never a mean.
 * Damaged figures, national figures told of the valley, figures that the lab itself computed, figures that cannot be converted
 * and, where years are asked for, undated ones stand apart with the reason. Throws an InputError with a near name for an unknown subject or place.
 */
export function reconcile(ledger: Ledger, choice: Choice): Reconciliation {
  const { subject, place, from, to } = choice
  const about = claimsAbout(ledger, subject)
  const here = place === undefined ? about : atPlace(about, place)
  const unit = commonUnit(here, ledger.subjects.get(subject)?.unit)
  const rates = ratesIn(ledger.observations)
  const sorted = here.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const figures: Figure[] = []
  const leftOut: { claim: string; place: string; why: Said }[] = []
  for (const claim of sorted) {
    if (claim.when && !within(claim, from, to)) continue
    const why = standsApart(claim, ledger, from !== undefined || to !== undefined)
    const found = why ? { why } : figureOf(claim, unit, rates)
    if ('why' in found) leftOut.push({ claim: claim.id, place: placeOf(claim), why: found.why })
    else figures.push(found)
  }
  const places = grouped(figures.map((figure) => [placeOf(figure.claim), figure] as const))
  const touched = new Set([...figures.map(({ claim }) => claim.id), ...leftOut.map(({ claim }) => claim)])
  return {
    subject,
    unit,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    places: [...places]
      .map(([name, group]) => figuresAt(name, group, ledger))
      .sort((a, b) => b.figures.length - a.figures.length || (a.place < b.place ? -1 : 1)),
    leftOut,
    contradictions: touching(ledger, subject, touched),
  }
}

const placeOf = ({ placeId, place }: Claim): string => placeId ?? place

function claimsAbout(ledger: Ledger, subject: string): Claim[] {
  const everything = [...ledger.everything()]
  const about = everything.filter((claim) => claim.subject === subject)
  if (about.length === 0 && !ledger.subjects.has(subject))
    refuse('subject', subject, [...ledger.subjects.keys(), ...everything.map((claim) => claim.subject)])
  return about.filter(hasFigure)
}

function atPlace(claims: readonly Claim[], place: string): Claim[] {
  const key = placeKey(place)
  const found = claims.filter((claim) => placeKey(placeOf(claim)) === key || placeKey(claim.place) === key)
  if (found.length === 0) refuse('place', place, new Set(claims.map(placeOf)))
  return found
}

function refuse(field: 'subject' | 'place', name: string, names: Iterable<string>): never {
  const near = nearest(name, names)
  const what = field === 'subject' ? `there is no subject "${name}"` : `nothing is said of that quantity at "${name}"`
  const todo = near === undefined ? `choose another ${field}` : `write "${near}" if that is meant`
  const expected = field === 'subject' ? 'a subject of evidence/subjects.csv' : 'a place with figures of the quantity'
  throw new InputError([{ code: `unknown-${field}`, file: 'evidence', field, what, expected, todo }])
}

function within({ when }: Claim, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY): boolean {
  return when !== undefined && when.to >= from * 12 && when.from < (to + 1) * 12
}

function standsApart(claim: Claim, { sources }: Ledger, yearsAsked: boolean): Said | undefined {
  const { flags, when } = claim
  if (flags.includes('garbled')) return { en: 'the text is damaged here', es: 'el texto está dañado aquí' }
  if (flags.includes('national-figure'))
    return { en: 'a figure of the country told of the valley', es: 'cifra del país dicha del valle' }
  if (ownFigure(claim, sources))
    return { en: 'computed by the lab, adds nothing', es: 'calculada por el laboratorio, no añade nada' }
  return yearsAsked && when === undefined ? { en: 'undated', es: 'sin fecha' } : undefined
}

function figuresAt(place: string, figures: readonly Figure[], ledger: Ledger): PlaceFigures {
  const voices = voicesOf(figures, ledger.sources)
  const echoes = echoesOf(voices)
  const spreads = (key: (figure: Figure) => Said) =>
    [...grouped(figures.map((figure) => [key(figure).en, figure] as const)).values()]
      .map((group) => spread(key(group[0] as Figure), group, voices, echoes))
      .sort((a, b) => (a.of.en < b.of.en ? -1 : 1))
  const both = (text: string): Said => ({ en: text, es: text })
  return {
    place,
    all: spread(both(place), figures, voices, echoes),
    byYear: spreads(({ claim }) => (claim.when ? both(yearsOf(claim)) : { en: 'undated', es: 'sin fecha' })),
    bySource: spreads(({ claim }) => both(claim.source || claim.attributedTo)),
    byDefinition: spreads(({ definition }) => definition),
    voices,
    echoes,
    figures: figures.toSorted(byYearThenSize).map(lineOf),
  }
}

function spread(of: Said, figures: readonly Figure[], voices: readonly Voice[], echoes: readonly Echo[]): Spread {
  const claims = new Set(figures.map(({ claim }) => claim.id))
  const heard = voices.filter((voice) => voice.claims.some((claim) => claims.has(claim)))
  return {
    of,
    ...extremes(figures),
    open: figures.some(({ open }) => open !== undefined),
    ...counted(heard, echoes),
    origins: [...new Set(heard.map(({ origin }) => origin))].sort(),
    claims: [...claims].sort(),
  }
}

const byYearThenSize = (a: Figure, b: Figure): number =>
  (a.claim.when?.from ?? 0) - (b.claim.when?.from ?? 0) || a.low - b.low || a.high - b.high

function lineOf({ claim, low, high, open, how, definition }: Figure): Line {
  const stated = {
    ...(claim.low === undefined ? {} : { low: claim.low }),
    ...(claim.value === undefined ? {} : { value: claim.value }),
    ...(claim.high === undefined ? {} : { high: claim.high }),
    unit: claim.unit,
  }
  const { id, source, origin, attributedTo, period } = claim
  const years = yearsOf(claim)
  const ends = open === undefined ? { low, high } : { low, high, open }
  return { claim: id, source, origin, attributedTo, years, period, ...ends, stated, how, definition }
}

function touching(ledger: Ledger, subject: string, claims: ReadonlySet<string>): Reconciliation['contradictions'] {
  return ledger.contradictions.flatMap(({ id, subject: about, title, reason, status, sides }) => {
    const shared = [...new Set(sides.flatMap((side) => side.claims).filter((claim) => claims.has(claim)))]
    return about === subject || shared.length > 0 ? [{ id, title, reason, status, claims: shared }] : []
  })
}
