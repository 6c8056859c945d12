// What the ledger says of one district: by subject, the newest word first. Violence and trafficking are left to the valley.
import type { Claim } from '../../evidence/ledger/claim.ts'
import type { Words } from '../../report/input.ts'
import { type ClaimCard, claimCard } from './cards.ts'
import { labelOf } from './claim-sheet.ts'
import type { OpenLedger } from './packed.ts'

/** Single events told by district are too small a number to be gathered in one list. */
const VALLEY_ONLY: ReadonlySet<string> = new Set([
  'violence',
  'armed_group',
  'trafficking',
  'interdiction',
  'state_and_security',
])

export interface PlaceSheet {
  readonly subjects: readonly {
    readonly id: string
    readonly label: Words
    readonly count: number
    readonly newest: ClaimCard
  }[]
}

/** `place`: id of a place, for a district its ubigeo. */
export function placeSheet(open: OpenLedger, place: string): PlaceSheet {
  const bySubject = new Map<string, Claim[]>()
  for (const claim of open.ledger.everything()) {
    if ((claim.placeId ?? claim.place) !== place) continue
    if (VALLEY_ONLY.has(open.ledger.subjects.get(claim.subject)?.topic ?? '')) continue
    bySubject.set(claim.subject, [...(bySubject.get(claim.subject) ?? []), claim])
  }
  const dated = (claim: Claim): string => claim.when?.text ?? ''
  return {
    subjects: [...bySubject]
      .map(([id, claims]) => ({
        id,
        label: labelOf(open, id),
        count: claims.length,
        newest: claimCard(
          open,
          claims.reduce((best, one) => (dated(one) > dated(best) ? one : best)),
        ),
      }))
      .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)),
  }
}
