/** `vraem evidence show ID …`: a claim or a contradiction, with all that hangs on it. */
import type { Claim } from '../../../evidence/ledger/claim.ts'
import type { Contradiction } from '../../../evidence/ledger/contradiction.ts'
import type { Ledger } from '../../../evidence/ledger/ledger.ts'
import { recordOf } from '../../../evidence/ledger/record.ts'
import { InputError, nearest, type Problem } from '../../../evidence/problem.ts'
import { openLedger } from '../../../host/ledger.ts'
import { claimPage } from '../../../report/evidence/claim.ts'
import { contradictionLines } from '../../../report/evidence/contradiction.ts'
import { quantityOf } from '../../../report/evidence/quantity.ts'
import { answer } from '../../answer.ts'
import type { Call } from '../../command.ts'
import { contradictionRecord } from './contradictions.ts'

export async function evidenceShow(call: Call): Promise<number> {
  const { ledger } = await openLedger()
  const found = call.operands.map((id) => ({ id, thing: thingOf(ledger, id) }))
  const problems = found.flatMap(({ id, thing }) => (thing === undefined ? [unknownId(id, ledger, call.command)] : []))
  if (problems.length > 0) throw new InputError(problems)
  const claims = found.flatMap(({ thing }) =>
    thing !== undefined && 'paraphrase' in thing ? [{ claim: thing, quantity: quantityOf(ledger, thing) }] : [],
  )
  const contradictions = found.flatMap(({ thing }) => (thing !== undefined && 'sides' in thing ? [thing] : []))
  const value = {
    claims: claims.map(({ claim, quantity }) => ({
      ...recordOf(ledger, claim),
      rivals: ledger.rivals(claim.id).map((one) => contradictionRecord(one)),
      quantity: quantity ?? null,
    })),
    contradictions: contradictions.map((one) => contradictionRecord(one)),
  }
  const width = Math.max(80, Math.min(110, call.io.columns))
  await answer(call, value, () =>
    [
      ...claims.map(({ claim, quantity }) => claimPage(ledger, claim, quantity, call.language, width)),
      ...contradictions.map((one) => `${contradictionLines(ledger, one, call.language, width).join('\n')}\n`),
    ].join(`\n${'─'.repeat(width)}\n\n`),
  )
  return 0
}

/** Ids are found in either case: `c135` is C0135. */
function thingOf(ledger: Ledger, id: string): Claim | Contradiction | undefined {
  const [, letter = '', digits = ''] = /^([a-z])(\d+)$/i.exec(id) ?? []
  const padded = letter.toUpperCase() === 'C' ? `C${digits.padStart(4, '0')}` : id
  return (
    ledger.claim(id) ??
    ledger.claim(padded) ??
    ledger.contradictions.find((one) => one.id.toUpperCase() === id.toUpperCase())
  )
}

function unknownId(id: string, ledger: Ledger, command: string): Problem {
  const near = nearest(
    id.toUpperCase(),
    [...ledger.claims, ...ledger.contradictions].map((one) => one.id),
  )
  return {
    code: 'unknown-claim',
    file: command,
    what: `there is no claim or contradiction "${id}"`,
    expected: 'an id such as C0135, K5, or that of an observation (O…)',
    todo: near === undefined ? 'look for it with vraem evidence search' : `write ${near} if you meant that`,
  }
}
