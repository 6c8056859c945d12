// What each lever rests on, and what of it is contested: from the citations of the model to the claims of the ledger.
import type { Reason } from '../evidence/ledger/contradiction.ts'
import type { Ledger } from '../evidence/ledger/ledger.ts'
import { levers } from '../system/levers.ts'
import type { Words } from './input.ts'

export interface Ground {
  readonly lever: string
  readonly claims: readonly {
    readonly id: string
    readonly said: Words
    readonly source: string
    readonly locator: string
    readonly url: string
  }[]
  readonly contested: readonly { readonly id: string; readonly title: Words; readonly reason: Reason }[]
}

/** The grounds of every lever; one without claims rests on judgement alone. */
export function groundsOf(ledger: Ledger): Ground[] {
  return Object.entries(levers).map(([lever, { claims: cited }]) => {
    const claims = cited === 'judgement' ? [] : Object.keys(cited).flatMap((id) => ledger.claim(id) ?? [])
    const contested = new Map(claims.flatMap(({ id }) => ledger.rivals(id).map((one) => [one.id, one])))
    return {
      lever,
      claims: claims.map(({ id, paraphrase, source, locator }) => {
        const from = ledger.sources.get(source)
        return { id, said: paraphrase, source: from?.title ?? source, locator, url: from?.url ?? '' }
      }),
      contested: [...contested.values()].map(({ id, title, reason }) => ({ id, title, reason })),
    }
  })
}
