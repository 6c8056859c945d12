// Everything ever said about one quantity at one place: marks through time, brackets where sources disagree.
import type { Claim } from '../../evidence/ledger/claim.ts'
import type { Reason } from '../../evidence/ledger/contradiction.ts'
import { hasFigure } from '../../evidence/ledger/figure.ts'
import { type Line, reconcile } from '../../evidence/ledger/reconcile.ts'
import { unitInWords } from '../../evidence/ledger/unit-words.ts'
import { converted } from '../../report/evidence/figure.ts'
import type { Words } from '../../report/input.ts'
import { each } from '../../report/words.ts'
import { type ClaimCard, type ContradictionCard, claimCard, contradictionCard } from './cards.ts'
import { labelOf } from './claim-sheet.ts'
import type { OpenLedger } from './packed.ts'

export interface Mark extends ClaimCard {
  /** Decimal years, `to` after `from`. */
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
  /** The figure between them, where one was told. */
  readonly value?: number
  readonly open?: 'above' | 'below'
  /** In the unit of the chart, in words. */
  readonly shown: Words
  readonly series: string
  /** Whoever measured or testified. */
  readonly origin: string
  /** Conversion made, in words; empty where none was needed. */
  readonly how: Words
}
export interface Bracket {
  readonly id: string
  readonly title: Words
  readonly reason: Reason
  readonly status: 'explained' | 'open'
  readonly at: number
  readonly low: number
  readonly high: number
  readonly claims: readonly string[]
}
export interface QuantitySheet {
  readonly subject: string
  readonly label: Words
  readonly topic: string
  readonly unit: Words
  readonly place: string
  readonly placeName: Words
  /** Other places with figures or statements about it, most first. */
  readonly places: readonly { readonly id: string; readonly name: Words; readonly count: number }[]
  readonly marks: readonly Mark[]
  readonly undated: readonly Mark[]
  readonly brackets: readonly Bracket[]
  readonly leftOut: readonly { readonly card: ClaimCard; readonly why: Words }[]
  /** What is said without a figure. */
  readonly statements: readonly ClaimCard[]
  /** Independent voices, echoes counted once. */
  readonly voices: number
  /** Every contradiction in which something said here takes a side. */
  readonly rivals: readonly ContradictionCard[]
}

/** Undefined where nobody says anything about it. Without a place, the place of which most is said. */
export function quantitySheet(open: OpenLedger, subject: string, wanted?: string): QuantitySheet | undefined {
  const { ledger, places } = open
  const about = [...ledger.everything()].filter((claim) => claim.subject === subject)
  const counts = new Map<string, number>()
  for (const claim of about) counts.set(placeOf(claim), (counts.get(placeOf(claim)) ?? 0) + 1)
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const place = wanted ?? (counts.has('VRAEM') ? 'VRAEM' : sorted[0]?.[0])
  if (place === undefined || !counts.has(place)) return undefined
  const here = about.filter((claim) => placeOf(claim) === place)
  const figures =
    here.some(hasFigure) && ledger.subjects.has(subject) ? reconcile(ledger, { subject, place }) : undefined
  const found = figures?.places.find((one) => one.place === place)
  const unit = figures?.unit ?? ''
  const marks = (found?.figures ?? []).flatMap((line) => markOf(open, line))
  const dated = marks.filter(({ from }) => Number.isFinite(from)).sort((a, b) => a.from - b.from)
  return {
    subject,
    label: labelOf(open, subject),
    topic: ledger.subjects.get(subject)?.topic ?? '',
    unit: each((l) => (unit === '' || unit === '1' ? '' : unitInWords(unit, l))),
    place,
    placeName: each((l) => places.nameOf(place, l)),
    places: sorted.map(([id, count]) => ({ id, name: each((l) => places.nameOf(id, l)), count })),
    marks: dated,
    undated: marks.filter(({ from }) => !Number.isFinite(from)),
    brackets: bracketsOf(open, dated),
    leftOut: (figures?.leftOut ?? [])
      .filter((one) => one.place === place)
      .flatMap(({ claim, why }) => {
        const one = ledger.claim(claim)
        return one ? [{ card: claimCard(open, one), why }] : []
      }),
    statements: here.filter((claim) => !hasFigure(claim)).map((claim) => claimCard(open, claim)),
    voices: found?.all.voices ?? 0,
    rivals: [...new Set(here.flatMap(({ id }) => ledger.rivals(id)))].map((one) => contradictionCard(ledger, one)),
  }
}

const placeOf = ({ placeId, place }: Claim): string => placeId ?? place

function markOf(open: OpenLedger, line: Line): Mark[] {
  const claim = open.ledger.claim(line.claim)
  if (claim === undefined) return []
  const { when } = claim
  const { low, high, stated } = line
  const value = stated.value === undefined ? undefined : scaled(stated.value, line)
  const bare = value !== undefined && low === high
  return [
    {
      ...claimCard(open, claim),
      from: when === undefined ? Number.NaN : when.from / 12,
      to: when === undefined ? Number.NaN : (when.to + 1) / 12,
      low,
      high,
      ...(value === undefined ? {} : { value }),
      ...(line.open ? { open: line.open } : {}),
      shown: each((l) =>
        bare || low === high ? signOf(line) + converted(low, l) : `${converted(low, l)}–${converted(high, l)}`,
      ),
      series: claim.series ?? '',
      origin: open.ledger.sources.get(line.origin)?.producer || line.attributedTo,
      how: line.how,
    },
  ]
}

const signOf = ({ open }: Line): string => (open === 'above' ? '≥\u202F' : open === 'below' ? '≤\u202F' : '')

/** The told figure in the unit of the line, whose ends were converted. */
function scaled(value: number, { low, high, stated }: Line): number {
  const told = [stated.low, stated.value, stated.high].filter((figure) => figure !== undefined)
  const [least, most] = [Math.min(...told), Math.max(...told)]
  if (least === most) return low
  return low + ((value - least) / (most - least)) * (high - low)
}

/** A contradiction whose claims give at least two figures here. */
function bracketsOf({ ledger }: OpenLedger, marks: readonly Mark[]): Bracket[] {
  const byClaim = new Map(marks.map((mark) => [mark.id, mark]))
  return ledger.contradictions.flatMap(({ id, title, reason, status, sides }) => {
    const own = sides.flatMap(({ claims }) => claims.flatMap((claim) => byClaim.get(claim) ?? []))
    const figures = own.map((mark) => mark.value ?? (mark.low + mark.high) / 2)
    if (own.length < 2 || new Set(figures).size < 2) return []
    const middles = own.map(({ from, to }) => (from + to) / 2).sort((a, b) => a - b)
    const at = middles[Math.floor(middles.length / 2)] as number
    const claims = own.map((mark) => mark.id)
    return [{ id, title, reason, status, at, low: Math.min(...figures), high: Math.max(...figures), claims }]
  })
}
