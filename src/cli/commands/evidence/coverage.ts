/** `vraem evidence coverage`: what the ledger covers, and what it does not. */
import { coverage } from '../../../evidence/ledger/coverage.ts'
import { openLedger } from '../../../host/ledger.ts'
import { coveredText } from '../../../report/evidence/covered.ts'
import { outcomeSubjects } from '../../../system/outcome-subjects.ts'
import { answer } from '../../answer.ts'
import type { Call } from '../../command.ts'

export async function evidenceCoverage(call: Call): Promise<number> {
  const { ledger, pack } = await openLedger()
  const covered = coverage(ledger, pack, outcomeSubjects)
  const width = Math.max(80, Math.min(110, call.io.columns))
  await answer(call, { ...covered, sentence_list: ledger.sentences.map(({ line: _, ...sentence }) => sentence) }, () =>
    coveredText(ledger, covered, call.language, width),
  )
  return 0
}
