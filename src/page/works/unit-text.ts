// Units of parameters and levers in the reader's language.
import { unitInWords } from '../../evidence/ledger/unit-words.ts'

const SPANISH: Readonly<Record<string, string>> = {
  day: 'día',
  month: 'mes',
  yr: 'año',
  year: 'año',
  person: 'persona',
  household: 'hogar',
  family: 'familia',
  death: 'muerte',
  places: 'cupos',
}

/** As people say it where the ledger knows how, else part by part: `day/ha/yr` is `día/ha/año`. */
export function unitText(unit: string, language: 'es' | 'en'): string {
  const said = unitInWords(unit, language)
  return said !== unit || language === 'en' ? said : said.replace(/[a-z]+/g, (word) => SPANISH[word] ?? word)
}
