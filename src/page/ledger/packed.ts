// The evidence ledger as one file for the browser, and the ledger made from it again.
import type { Claim } from '../../evidence/ledger/claim.ts'
import type { Contradiction } from '../../evidence/ledger/contradiction.ts'
import { Ledger } from '../../evidence/ledger/ledger.ts'
import type { Link } from '../../evidence/ledger/link.ts'
import { observationsOf } from '../../evidence/ledger/observation.ts'
import type { Source } from '../../evidence/ledger/source.ts'
import type { Subject, Topic } from '../../evidence/ledger/subject.ts'
import { Places } from '../../evidence/places.ts'
import type { Point } from '../../evidence/series.ts'
import type { Row } from '../../evidence/table.ts'
import { type PackedRows, unpackRows } from './rows.ts'

export interface PackedLedger {
  readonly sources: readonly Source[]
  readonly subjects: readonly Subject[]
  readonly topics: readonly Topic[]
  readonly claims: readonly Claim[]
  readonly contradictions: readonly Contradiction[]
  readonly links: readonly Link[]
  /** Rows of geo/districts.csv and geo/places.csv, as far as names of places need them. */
  readonly districts: PackedRows
  readonly places: PackedRows
  readonly points: PackedRows
}

export interface OpenLedger {
  readonly ledger: Ledger
  readonly places: Places
}

export function openPacked(packed: PackedLedger): OpenLedger {
  const places = new Places(tableOf(packed.districts), tableOf(packed.places))
  const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
    new Map(list.map((one) => [one.id, one]))
  const sources = byId(packed.sources)
  const subjects = byId(packed.subjects)
  const ledger = new Ledger({
    sources,
    subjects,
    topics: byId(packed.topics),
    claims: packed.claims,
    contradictions: packed.contradictions,
    links: packed.links,
    observations: () => observationsOf(unpackRows<Point>(packed.points), { sources, subjects, places }),
    sentences: [],
  })
  return { ledger, places }
}

function tableOf(packed: PackedRows) {
  const rows = unpackRows<Record<string, string>>(packed).map((values, k): Row => ({ line: k + 2, values }))
  return { file: '', fields: [], rows }
}
