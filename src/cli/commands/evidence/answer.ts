/** Claims as a table of one line each, or as records for programs. */
import type { Claim } from '../../../evidence/ledger/claim.ts'
import type { Ledger } from '../../../evidence/ledger/ledger.ts'
import { recordOf } from '../../../evidence/ledger/record.ts'
import { placeInWords } from '../../../evidence/ledger/words.ts'
import { figureOf } from '../../../report/evidence/figure.ts'
import { periodWords } from '../../../report/evidence/words.ts'
import { cut } from '../../../report/text.ts'
import { answer } from '../../answer.ts'
import type { Call } from '../../command.ts'
import { textTable } from '../../table.ts'

/** Lines a person is shown; --limit asks for more, --json gives all. */
const SHOWN = 40

/** `rows`: how many observations match, for the hint to ask for them (counted only when it is shown); `ignored`: words of a search that stand nowhere. */
export async function answerClaims(
  call: Call,
  ledger: Ledger,
  claims: readonly Claim[],
  rows: () => number,
  ignored?: readonly string[],
): Promise<number> {
  const { words, options } = call
  const most = options.limit ?? (options.json === true ? claims.length : SHOWN)
  const shown = claims.slice(0, most)
  const records = shown.map((claim) => recordOf(ledger, claim))
  await answer(call, ignored === undefined ? { claims: records } : { claims: records, ignored }, () => {
    const asked = options.observations === true || options.kind === 'observation'
    const more = asked ? 0 : rows()
    const hint = more === 0 ? '' : `${words.observationsToo(more)}\n`
    if (claims.length === 0) return `${words.nothingFound}\n${hint}`
    const without = ignored?.length ? `${words.wordsIgnored(ignored)}\n\n` : ''
    return `${without}${claimTable(shown, call)}\n${words.claimsFound(shown.length, claims.length)}\n${hint}`
  })
  return 0
}

function claimTable(claims: readonly Claim[], { words, language, io }: Call): string {
  const width = Math.max(100, io.columns)
  const rows = claims.map((claim) => [
    claim.id,
    cut(claim.source, 20),
    cut(placeInWords(claim.place, language), 16),
    cut(periodWords(claim, language), 16),
    cut(figureOf(claim, language), 24),
  ])
  const taken = [0, 1, 2, 3, 4].map((column) =>
    Math.max(words.claimsHead[column]?.length ?? 0, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const room = Math.max(24, width - taken.reduce((sum, size) => sum + size + 2, 0))
  const body = rows.map((row, k) => {
    const said = claims[k]?.paraphrase
    return [...row, cut(said?.[language] || said?.en || '', room)]
  })
  return textTable(words.claimsHead, body)
}
