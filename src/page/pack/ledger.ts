// The ledger for the browser: what texts assert, what tables hold, what the model cites.
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import type { DataPackage } from '../../evidence/package.ts'
import type { PackedLedger } from '../ledger/packed.ts'
import { packRows } from '../ledger/rows.ts'

const DISTRICT = ['ubigeo', 'district', 'province', 'department']
const PLACE = ['place', 'kind', 'name', 'ubigeo']

/** `ledger` with the citations of the model and its checks. */
export function packLedger(pack: DataPackage, ledger: Ledger): PackedLedger {
  const columns = (table: string, names: readonly string[]) =>
    packRows(
      (pack.tables.get(table)?.rows ?? []).map(({ values }) =>
        Object.fromEntries(names.map((name) => [name, String(values[name] ?? '')])),
      ),
    )
  return {
    sources: [...ledger.sources.values()],
    subjects: [...ledger.subjects.values()],
    topics: [...ledger.topics.values()],
    claims: ledger.claims,
    contradictions: ledger.contradictions,
    links: ledger.links,
    districts: columns('geo-districts', DISTRICT),
    places: columns('geo-places', PLACE),
    points: packRows(pack.observations),
  }
}
