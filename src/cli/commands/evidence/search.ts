/** `vraem evidence search WORDS …`: full text in both languages, best first. */
import { searchIndex } from '../../../evidence/ledger/search.ts'
import { select } from '../../../evidence/ledger/select.ts'
import { openLedger } from '../../../host/ledger.ts'
import type { Call } from '../../command.ts'
import { answerClaims } from './answer.ts'
import { filterOf } from './filter.ts'

export async function evidenceSearch(call: Call): Promise<number> {
  const { ledger, pack } = await openLedger()
  const filter = filterOf(call)
  const text = call.operands.join(' ')
  const search = (claims: typeof ledger.claims) => {
    const index = searchIndex(select(ledger, claims, filter, pack.places), ledger)
    return index.search(text, { limit: Number.MAX_SAFE_INTEGER })
  }
  const written = search(ledger.claims)
  const rows = search(ledger.observations)
  const all = call.options.observations === true ? [...written, ...rows].sort((a, b) => b.score - a.score) : written
  return answerClaims(
    call,
    ledger,
    all.map(({ claim }) => claim),
    rows.length,
  )
}
