/** `vraem evidence reconcile SUBJECT`: one quantity by source, by year and by definition; never an average. */
import { reconcile } from '../../../evidence/ledger/reconcile.ts'
import { openLedger } from '../../../host/ledger.ts'
import { reconciledText } from '../../../report/evidence/reconciled.ts'
import { answer } from '../../answer.ts'
import type { Call } from '../../command.ts'

export async function evidenceReconcile(call: Call): Promise<number> {
  const { options, operands, language } = call
  const { ledger, pack } = await openLedger()
  const { period, place } = options
  const known = place === undefined ? undefined : (pack.places.find(place)?.id ?? place)
  const result = reconcile(ledger, {
    subject: operands[0] ?? '',
    ...(known === undefined ? {} : { place: known }),
    ...(period === undefined ? {} : { from: Math.floor(period.from / 12), to: Math.floor(period.to / 12) }),
  })
  const width = Math.max(80, Math.min(110, call.io.columns))
  await answer(call, result, () => reconciledText(ledger, result, language, width, pack.places))
  return 0
}
