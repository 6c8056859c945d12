// A contradiction in plain text: the question, why sources differ, each side with its claims, what would settle it.
import type { Claim } from '../../evidence/ledger/claim.ts'
import type { Contradiction, Side } from '../../evidence/ledger/contradiction.ts'
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import type { Language } from '../input.ts'
import { wrap } from '../text.ts'
import { figureOf, stated } from './figure.ts'
import { optionWords, periodWords, REASON_WORDS, WORDS } from './words.ts'

/** Lines no longer than the width; `own` is marked among the claims. */
export function contradictionLines(
  ledger: Ledger,
  contradiction: Contradiction,
  language: Language,
  width: number,
  own?: string,
): string[] {
  const { id, title, reason, also, why, settle, status, sides } = contradiction
  const reasons = [reason, ...also].map((one) => REASON_WORDS[one][language]).join(', ')
  return [
    ...wrap(`${id}  ${title[language]} [${WORDS[status][language]}: ${reasons}]`, width),
    ...sides.flatMap((side) => sideLines(ledger, side, language, width, own)),
    ...wrap(why[language], width - 4).map((line) => `    ${line}`),
    ...wrap(`${WORDS.settle[language]}: ${settle[language]}`, width - 4).map((line) => `    ${line}`),
  ]
}

function sideLines(ledger: Ledger, side: Side, language: Language, width: number, own?: string): string[] {
  const claims = side.claims.map((id) => {
    const claim = ledger.claim(id)
    return claim === undefined ? id : claimLine(claim, language) + (id === own ? ` ${WORDS.here[language]}` : '')
  })
  const model =
    side.standsFor === undefined ? [] : [`${WORDS.standsFor[language]}: ${standsFor(side.standsFor, language)}`]
  return [
    ...hanging(`${side.side}) ${side.label[language]}`, 2, width),
    ...[...claims, ...model].flatMap((text) => hanging(text, 6, width)),
  ]
}

/** Of a paraphrase: enough to know which claim it is. */
const FIRST_WORDS = 60

/** `C0135 11 475 ha, 2000 (000): The valley had …`. */
function claimLine(claim: Claim, language: Language): string {
  const parts = [figureOf(claim, language), periodWords(claim, language)].filter(Boolean).join(', ')
  return `${claim.id} ${parts} (${claim.source || claim.attributedTo}): ${firstWords(claim, language)}`
}

/** The beginning of a paraphrase, cut between words; of an observation what it is and where, for its figure stands before. */
export function firstWords(claim: Claim, language: Language): string {
  const text = claim.paraphrase[language] || claim.paraphrase.en
  const period = claim.kind === 'observation' ? text.lastIndexOf(`, ${periodWords(claim, language)}: `) : -1
  const said = period < 0 ? text : text.slice(0, period)
  if (said.length <= FIRST_WORDS) return said
  return `${said.slice(0, said.lastIndexOf(' ', FIRST_WORDS)).replace(/[\s,;:.]+$/, '')} …`
}

function standsFor(what: NonNullable<Side['standsFor']>, language: Language): string {
  const { target, low, high, option } = what
  if (option !== undefined) return `${target} = ${optionWords(option, language)}`
  const [from, to] = [low, high].map((figure) => (figure === undefined ? '…' : stated(figure, language)))
  return from === to ? `${target} = ${from}` : `${target} = ${from}–${to}`
}

function hanging(text: string, by: number, width: number): string[] {
  return wrap(text, width - by - 2).map((line, k) => ' '.repeat(k === 0 ? by : by + 3) + line)
}
