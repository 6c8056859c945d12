// The page of one claim: what is said, by whom, who says otherwise, what it feeds, and everything ever said about the quantity.
import type { Claim } from '../../evidence/ledger/claim.ts'
import type { Contradiction } from '../../evidence/ledger/contradiction.ts'
import type { Ledger } from '../../evidence/ledger/ledger.ts'
import { unitInWords } from '../../evidence/ledger/unit-words.ts'
import { placeInWords } from '../../evidence/ledger/words.ts'
import type { Language } from '../input.ts'
import { wrap } from '../text.ts'
import { contradictionLines } from './contradiction.ts'
import { figureOf } from './figure.ts'
import type { Quantity } from './quantity.ts'
import { timeline } from './timeline.ts'
import { FLAGS, KINDS, LINK_WORDS, periodWords, voices, WORDS } from './words.ts'

/** Lines of plain text, none longer than the width. `quantity`: what else is said about it, from `quantityOf`. */
export function claimPage(
  ledger: Ledger,
  claim: Claim,
  quantity: Quantity | undefined,
  language: Language,
  width: number,
): string {
  const subject = ledger.subjects.get(claim.subject)?.label[language] ?? claim.subject
  const head = [
    claim.id,
    KINDS[claim.kind][language],
    subject,
    placeInWords(claim.place, language),
    periodWords(claim, language),
  ]
  const blocks = [
    [head.join(' · '), figureOf(claim, language)].filter(Boolean),
    wrap(claim.paraphrase[language] || claim.paraphrase.en, width),
    provenance(ledger, claim, language, width),
    feeds(ledger, claim, language, width),
    rivals(ledger, claim, ledger.rivals(claim.id), language, width),
    quantity === undefined
      ? []
      : everything(ledger, quantity, `${subject}, ${placeInWords(claim.place, language)}`, language, width),
  ]
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`
}

function provenance(ledger: Ledger, claim: Claim, language: Language, width: number): string[] {
  const source = ledger.sources.get(claim.source)
  const origin = claim.origin === claim.source ? undefined : ledger.sources.get(claim.origin)
  const says = claim.attributedTo || WORDS.nobody[language]
  const where = [`${claim.source} ${source?.title ?? ''}`.trim(), source?.date, claim.locator]
    .filter(Boolean)
    .join(', ')
  const texts = WORDS.sourceTexts[language]
  return [
    ...(texts === '' ? [] : [`${texts}:`]),
    ...item(WORDS.source[language], where, width),
    ...item(WORDS.says[language], origin ? `${says}; ${WORDS.behind[language]}: ${origin.title}` : says, width),
    ...item(WORDS.reliability[language], source?.reliability ?? '', width),
    ...item(WORDS.independence[language], source?.independence ?? '', width),
    ...item(WORDS.note[language], claim.note, width),
    ...item('URL', source?.url ?? '', width),
    ...item(WORDS.caution[language], claim.flags.map((flag) => FLAGS[flag][language]).join('; '), width),
  ]
}

function feeds(ledger: Ledger, claim: Claim, language: Language, width: number): string[] {
  const links = ledger.linksOf(claim.id)
  const contested = ledger
    .rivals(claim.id)
    .some(({ sides }) => sides.some((side) => side.standsFor && side.claims.includes(claim.id)))
  if (links.length === 0) return claim.kind === 'observation' || contested ? [] : [WORDS.feedsNothing[language]]
  return [
    `${WORDS.feeds[language]}${WORDS.inEnglish[language]}:`,
    ...links.flatMap(({ kind, target, supports }) =>
      indented(`${LINK_WORDS[kind][language]} ${target}: ${supports}`, 2, width),
    ),
  ]
}

function rivals(
  ledger: Ledger,
  claim: Claim,
  found: readonly Contradiction[],
  language: Language,
  width: number,
): string[] {
  if (found.length === 0) return [WORDS.rivalsNone[language]]
  const each = found.flatMap((one) => ['', ...contradictionLines(ledger, one, language, width, claim.id)])
  return [`${WORDS.rivals[language]}:`, ...each.slice(1)]
}

/** Statements on something else that are named; the rest are counted. */
const NAMED = 12

function everything(
  ledger: Ledger,
  { said, unit, leftOut }: Quantity,
  what: string,
  language: Language,
  width: number,
): string[] {
  const head = `${WORDS.everything[language]}: ${what}${unit === '' || unit === '1' ? '' : ` (${unitInWords(unit, language)})`}`
  const named = leftOut.slice(0, NAMED).map((id) => {
    const claim = ledger.claim(id)
    return claim === undefined ? id : `${id} ${figureOf(claim, language)}, ${periodWords(claim, language)}`
  })
  const more = leftOut.length > NAMED ? `; … ${leftOut.length - NAMED} ${WORDS.more[language]}` : ''
  const rest = leftOut.length === 0 ? [] : indented(`${WORDS.leftOut[language]}: ${named.join('; ')}${more}`, 2, width)
  if (said.length < 2) return [head, `  ${WORDS.alone[language]}`, ...rest]
  const lines = timeline(said, width - 2, language, voices(language)).map((line) => `  ${line}`)
  return [head, ...lines, '', `  ${WORDS.legend[language]}`, ...rest]
}

function item(label: string, text: string, width: number): string[] {
  return text === '' ? [] : indented(`${label}: ${text}`, 2, width, 0)
}

/** Wrapped, the first line indented by `first`, the others by two more than `by`. */
function indented(text: string, by: number, width: number, first = by): string[] {
  return wrap(text, width - by - 2).map((line, k) => ' '.repeat(k === 0 ? first : by + 2) + line)
}
