// What a side stands for in the model, in a few words and as a link.
import type { StandsFor } from '../../evidence/ledger/contradiction.ts'
import { numberInWords } from '../../evidence/ledger/words.ts'
import { optionWords } from '../../report/evidence/words.ts'
import type { Language } from '../../report/input.ts'

/** `coca yield other zones = 1,2–1,5`, `spillover = disuasión`. */
export function meaningOf({ target, low, high, option }: StandsFor, language: Language): string {
  const name = target.replaceAll('_', ' ')
  if (option !== undefined) return `${name} = ${optionWords(option, language)}`
  const ends = [low, high].map((figure) => (figure === undefined ? '…' : numberInWords(figure, language)))
  return `${name} = ${[...new Set(ends)].join('–')}`
}

/** Words of the path of its page; undefined where it has none. */
export function placeOfTarget({ kind, target }: StandsFor): string[] | undefined {
  if (kind === 'parameter') return ['como-funciona', 'parametro', target]
  return kind === 'mechanism' ? ['como-funciona', 'mecanismo', target] : undefined
}
