// Figures of claims, written as the source gives them: no rounding, the unit beside the number.
import type { Claim } from '../../evidence/ledger/claim.ts'
import { unitInWords } from '../../evidence/ledger/unit-words.ts'
import { figureInWords, numberInWords as stated } from '../../evidence/ledger/words.ts'
import type { Language } from '../input.ts'

export { stated }

/** `10 000–15 000 ha`, `8 (6–12) months`, `at most 10 % of output`; empty where the claim has no figure. */
export function figureOf(claim: Pick<Claim, 'low' | 'value' | 'high' | 'unit'>, language: Language): string {
  if ((claim.low ?? claim.value ?? claim.high) === undefined) return ''
  return figureInWords(claim, claim.unit === '1' ? '' : unitInWords(claim.unit, language, onlyOne(claim)), language)
}

/** `1 death`, not `1 deaths`. */
const onlyOne = ({ low = 1, value = 1, high = 1 }: Pick<Claim, 'low' | 'value' | 'high'>): boolean =>
  low === 1 && value === 1 && high === 1

/**
 * A figure that may be converted, `0.989041` or `588.286`: three significant digits, or whole where it is large, when it has more
 * digits than anybody states; else as it is.
 */
export function converted(figure: number, language: Language): string {
  const plain = Number(figure.toPrecision(6))
  const digits = String(Math.abs(plain)).replace('.', '').replace(/^0+/, '').length
  if (digits < 6 || Number.isInteger(plain)) return stated(plain, language)
  return stated(Math.abs(plain) < 1000 ? Number(plain.toPrecision(3)) : Math.round(plain), language)
}
