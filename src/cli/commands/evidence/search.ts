/** `vraem evidence search WORDS …`: full text in both languages, best first. */
import { searchIndex, searchWords } from '../../../evidence/ledger/search.ts'
import { select } from '../../../evidence/ledger/select.ts'
import { InputError } from '../../../evidence/problem.ts'
import { openLedger } from '../../../host/ledger.ts'
import type { Call } from '../../command.ts'
import { answerClaims } from './answer.ts'
import { filterOf } from './filter.ts'

export async function evidenceSearch(call: Call): Promise<number> {
  const text = call.operands.join(' ')
  if (searchWords(text).length === 0) throw new InputError([noWords(call.command)])
  const { ledger, pack } = await openLedger()
  const filter = filterOf(call)
  const search = (claims: typeof ledger.claims) => {
    const index = searchIndex(select(ledger, claims, filter, pack.places), ledger)
    return { hits: index.search(text, { limit: Number.MAX_SAFE_INTEGER }), ignored: index.ignored(text) }
  }
  const written = search(ledger.claims)
  const rows = call.options.observations === true ? search(ledger.observations) : undefined
  const all = rows ? [...written.hits, ...rows.hits].sort((a, b) => b.score - a.score) : written.hits
  const ignored = rows ? written.ignored.filter((word) => rows.ignored.includes(word)) : written.ignored
  return answerClaims(
    call,
    ledger,
    all.map(({ claim }) => claim),
    () => (rows ?? search(ledger.observations)).hits.length,
    ignored,
  )
}

const noWords = (command: string) => ({
  code: 'no-words',
  file: command,
  what: 'there is no word to search for',
  expected: 'one word or number at least, beyond articles and prepositions',
  todo: 'write what you look for, such as vraem evidence search erradicacion 2019',
})
