/** `vraem evidence list`: the claims that match the filters. */
import { select } from '../../../evidence/ledger/select.ts'
import { openLedger } from '../../../host/ledger.ts'
import type { Call } from '../../command.ts'
import { answerClaims } from './answer.ts'
import { filterOf } from './filter.ts'

export async function evidenceList(call: Call): Promise<number> {
  const { ledger, pack } = await openLedger()
  const filter = filterOf(call)
  const written = select(ledger, ledger.claims, filter, pack.places, call.command)
  const rows = () => select(ledger, ledger.observations, filter, pack.places, call.command)
  return answerClaims(call, ledger, wantsRows(call) ? [...written, ...rows()] : written, () => rows().length)
}

const wantsRows = ({ options }: Call): boolean => options.observations === true || options.kind === 'observation'
