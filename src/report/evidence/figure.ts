// Figures of claims, written as the source gives them: no rounding, the unit beside the number.
import type { Claim } from '../../evidence/ledger/claim.ts'
import { unitInWords } from '../../evidence/ledger/unit-words.ts'
import { figureInWords, numberInWords as stated } from '../../evidence/ledger/words.ts'
import type { Language } from '../input.ts'

export { stated }

/** `10 000–15 000 ha`, `8 (6–12) months`, `at most 10 % of output`; empty where the claim has no figure. */
export function figureOf(claim: Pick<Claim, 'low' | 'value' | 'high' | 'unit'>, language: Language): string {
  if ((claim.low ?? claim.value ?? claim.high) === undefined) return ''
  return figureInWords(claim, claim.unit === '1' ? '' : unitInWords(claim.unit, language), language)
}

/** `95 (90–100) ha` of a conversion would show its tails: six digits are enough. */
export const converted = (figure: number, language: Language): string => stated(Number(figure.toPrecision(6)), language)
