import type { Claim } from './claim.ts'
import type { Contradiction, Reason } from './contradiction.ts'
import { commonUnit, extremes, type Figure, figureOf, hasFigure, yearsOf } from './figure.ts'
import { grouped } from './grouped.ts'
import type { Ledger } from './ledger.ts'
import { overlap, samePeriod } from './period.ts'
import { type Rates, ratesIn } from './quantity.ts'
import { reasonsFor } from './suggested-reason.ts'
import { parseUnit } from './unit.ts'

/** Figures that agree with one another. */
export interface FoundSide {
  readonly low: number
  readonly high: number
  /** Some of them are "at least" or "at most". */
  readonly open: boolean
  readonly claims: readonly string[]
}

/** Figures about the same subject, place and time that stay apart when they are in one unit. */
export interface Found {
  readonly subject: string
  readonly place: string
  /** `2013`, or `2010/2014`. */
  readonly years: string
  readonly unit: string
  /** Lowest first. */
  readonly sides: readonly FoundSide[]
  /** Distance of the lowest and the highest side, as a share of the larger: 0.5 where one is half the other. */
  readonly apart: number
  /** Independent origins that take part. */
  readonly origins: readonly string[]
  /** What differs between the sides, as far as a machine can see; a suggestion. */
  readonly reason: Reason
  readonly also: readonly Reason[]
  /** Written contradictions that already set two of these claims against one another. */
  readonly coveredBy: readonly string[]
}

/** Figures nearer than this share of the larger one agree. */
export const TOLERANCE = 0.02

/**
 * The contradictions among all claims with figures, written and observed, by subject, place and years; also those that are
 * written down already (`coveredBy`). Two figures contradict each other when subject and place are the same, the periods are the
 * same (or overlap within a year, where one of the two is a text; a part of a year may be less than the whole), and their ranges
 * in the common unit are more than 2 % apart. Undated and damaged claims take no part.
 */
export function foundContradictions(ledger: Ledger): Found[] {
  return foundAmong([...ledger.everything()], ledger).map(({ found }) => found)
}

/** The contradictions that new claims would bring: among themselves and with what is in the ledger. */
export function foundBetween(newClaims: readonly Claim[], ledger: Ledger): Found[] {
  const fresh = new Set(newClaims)
  const subjects = new Set(newClaims.map(({ subject }) => subject))
  const old = [...ledger.everything()].filter(({ subject }) => subjects.has(subject))
  return foundAmong([...old, ...newClaims], ledger)
    .filter(({ figures }) => figures.some(({ claim }) => fresh.has(claim)))
    .map(({ found }) => found)
}

interface Group {
  readonly found: Found
  readonly figures: readonly Figure[]
}

function foundAmong(claims: readonly Claim[], ledger: Ledger): Group[] {
  const rates = ratesIn(ledger.observations)
  const usable = claims.filter((claim) => claim.when && hasFigure(claim) && !claim.flags.includes('garbled'))
  const groups: Group[] = []
  for (const [subject, about] of grouped(usable.map((claim) => [claim.subject, claim] as const))) {
    if (about.length < 2) continue
    const unit = commonUnit(about, ledger.subjects.get(subject)?.unit)
    const buckets = grouped(
      about.map((claim) => [`${claim.placeId ?? claim.place}\n${yearsOf(claim)}`, claim] as const),
    )
    for (const bucket of buckets.values()) if (bucket.length > 1) groups.push(...groupsIn(bucket, unit, rates, ledger))
  }
  return groups.sort(
    (a, b) =>
      order(a.found.subject, b.found.subject) ||
      order(a.found.place, b.found.place) ||
      order(a.found.years, b.found.years) ||
      order(a.found.sides[0]?.claims[0] ?? '', b.found.sides[0]?.claims[0] ?? ''),
  )
}

/** The groups of claims about one subject, place and year, hanging together by pairs that are apart. */
function groupsIn(claims: readonly Claim[], unit: string, rates: Rates, ledger: Ledger): Group[] {
  const sorted = claims.toSorted((a, b) => order(a.id, b.id) || order(a.locator, b.locator))
  const figures = sorted.flatMap((claim) => {
    const common = figureOf(claim, unit, rates)
    const own = 'why' in common ? figureOf(claim, claim.unit, rates) : common
    return 'why' in own ? [] : [{ figure: own, unit: own === common ? unit : claim.unit }]
  })
  // Equal figures of one period contradict the same others: one stands for all, or a long table would be compared row by row.
  const alike = [...grouped(figures.map((one) => [likeness(one.figure) + one.unit, one] as const)).values()]
  const leader = alike.map((_, k) => k)
  const leaderOf = (k: number): number => {
    let at = k
    while (leader[at] !== at) at = leader[at] as number
    return at
  }
  const rivals = new Set<number>()
  for (const [j, [one]] of alike.entries())
    for (let k = j + 1; k < alike.length; k++) {
      const other = alike[k]?.[0]
      if (!one || !other || one.unit !== other.unit || !contradict(one.figure, other.figure, one.unit)) continue
      leader[leaderOf(k)] = leaderOf(j)
      rivals.add(j).add(k)
    }
  const hanging = grouped(
    [...rivals].flatMap((k) => (alike[k] ?? []).map((one) => [String(leaderOf(k)), one] as const)),
  )
  return [...hanging.values()].map((group) => {
    const own = group.map(({ figure }) => figure)
    return { figures: own, found: describe(own, group[0]?.unit ?? unit, ledger) }
  })
}

const likeness = ({ claim: { when, kind }, low, high, open }: Figure): string =>
  [when?.from, when?.to, kind === 'observation', low, high, open ?? '', ''].join(' ')

/** Whether two figures of one subject, place and year, in this unit, cannot both be right as they stand. */
function contradict(a: Figure, b: Figure, unit: string): boolean {
  const [first, second] = [a.claim.when, b.claim.when]
  if (!first || !second || gap(a, b) <= TOLERANCE) return false
  if (samePeriod(first, second)) return true
  const observed = a.claim.kind === 'observation' && b.claim.kind === 'observation'
  if (observed || !overlap(first, second)) return false
  const [part, whole] = first.to - first.from < second.to - second.from ? [a, b] : [b, a]
  return !adds(unit) || lowEnd(part) > highEnd(whole)
}

/** Amounts and counts add up over time; prices, shares and rates do not. */
function adds(unit: string): boolean {
  const powers = [...(parseUnit(unit)?.powers.values() ?? [])]
  return powers.length > 0 && powers.every((power) => power > 0)
}

const lowEnd = ({ low, open }: Figure): number => (open === 'below' ? Number.NEGATIVE_INFINITY : low)
const highEnd = ({ high, open }: Figure): number => (open === 'above' ? Number.POSITIVE_INFINITY : high)

/** Distance between two ranges as a share of the larger of the facing ends; 0 or less where they overlap. */
function gap(a: Figure, b: Figure): number {
  const [upper, lower] = [Math.max(lowEnd(a), lowEnd(b)), Math.min(highEnd(a), highEnd(b))]
  return upper > lower ? (upper - lower) / Math.max(Math.abs(upper), Math.abs(lower)) : 0
}

function describe(figures: readonly Figure[], unit: string, ledger: Ledger): Found {
  const sides = sidesOf(figures)
  const claims = figures.map(({ claim }) => claim)
  const [reason = 'unknown', ...also] = reasonsFor(sides, unit)
  const first = claims[0] as Claim
  return {
    subject: first.subject,
    place: first.placeId ?? first.place,
    years: yearsOf(first),
    unit,
    sides: sides.map((side) => ({
      ...extremes(side),
      open: side.some(({ open }) => open !== undefined),
      claims: side.map(({ claim }) => claim.id).sort(),
    })),
    apart: gap(furthest(figures, highEnd, -1), furthest(figures, lowEnd, 1)),
    origins: [...new Set(claims.map((claim) => claim.origin || claim.attributedTo))].sort(),
    reason,
    also,
    coveredBy: [...new Set(claims.flatMap(({ id }) => ledger.rivals(id)))]
      .filter((written) => setsApart(written, new Set(claims.map(({ id }) => id))))
      .map(({ id }) => id)
      .sort(),
  }
}

/** As few sides as there can be so that all figures of a side agree: each side is pierced by its lowest upper end. */
function sidesOf(figures: readonly Figure[]): Figure[][] {
  const sides: Figure[][] = []
  for (const figure of figures.toSorted((a, b) => highEnd(a) - highEnd(b) || lowEnd(a) - lowEnd(b))) {
    const side = sides.find(([pivot]) => pivot && gap(pivot, figure) <= TOLERANCE)
    if (side) side.push(figure)
    else sides.push([figure])
  }
  return sides
}

const furthest = (figures: readonly Figure[], end: (figure: Figure) => number, sign: 1 | -1): Figure =>
  figures.reduce((best, figure) => (sign * (end(figure) - end(best)) > 0 ? figure : best))

function setsApart({ sides }: Contradiction, claims: ReadonlySet<string>): boolean {
  return sides.filter((side) => side.claims.some((claim) => claims.has(claim))).length > 1
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
