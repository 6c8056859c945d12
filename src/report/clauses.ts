// Half sentences for the answer: what more or less of an outcome means for people, and the words of its parts.
import type { Words } from './input.ts'

interface Clause {
  readonly up: Words
  readonly down: Words
  /** Half a sentence for "the good direction" in the line that sums up all packages. */
  readonly better: Words & { readonly direction: 1 | -1 }
}

/** `{size}` is the median difference without sign, `{levels}` the 90 % band of the outcome itself. In the order of the answer. */
export const clauses = {
  deaths: {
    up: { es: 'habría {size} muertes violentas más al año', en: 'there would be {size} more violent deaths a year' },
    down: {
      es: 'habría {size} muertes violentas menos al año',
      en: 'there would be {size} fewer violent deaths a year',
    },
    better: { es: 'menos muertes', en: 'fewer deaths', direction: -1 },
  },
  household_income: {
    up: {
      es: 'los hogares ganarían {size} más por persona y año',
      en: 'households would earn {size} more per person and year',
    },
    down: {
      es: 'los hogares ganarían {size} menos por persona y año',
      en: 'households would earn {size} less per person and year',
    },
    better: { es: 'más ingreso', en: 'more income', direction: 1 },
  },
  poverty_rate: {
    up: { es: 'la pobreza sería {size} mayor', en: 'poverty would be {size} higher' },
    down: { es: 'la pobreza sería {size} menor', en: 'poverty would be {size} lower' },
    better: { es: 'menos pobreza', en: 'less poverty', direction: -1 },
  },
  child_labour: {
    up: { es: 'el trabajo infantil sería {size} mayor', en: 'child labour would be {size} higher' },
    down: { es: 'el trabajo infantil sería {size} menor', en: 'child labour would be {size} lower' },
    better: { es: 'menos trabajo infantil', en: 'less child labour', direction: -1 },
  },
  forest_loss: {
    up: { es: 'se perderían {size} más de bosque al año', en: '{size} more of forest would be lost a year' },
    down: { es: 'se perderían {size} menos de bosque al año', en: '{size} less of forest would be lost a year' },
    better: { es: 'menos bosque perdido', en: 'less forest lost', direction: -1 },
  },
  coca_area: {
    up: { es: 'habría {levels} ha de coca, {size} más', en: 'there would be {levels} ha of coca, {size} more' },
    down: { es: 'habría {levels} ha de coca, {size} menos', en: 'there would be {levels} ha of coca, {size} less' },
    better: { es: 'menos coca', en: 'less coca', direction: -1 },
  },
} as const satisfies Readonly<Record<string, Clause>>

export const parts: Readonly<Record<string, Words>> = {
  civilian: { es: 'civiles', en: 'civilians' },
  forces: { es: 'fuerzas del orden', en: 'forces' },
  militant: { es: 'grupo armado', en: 'armed group' },
  cacao: { es: 'cacao', en: 'cacao' },
  coffee: { es: 'café', en: 'coffee' },
  food: { es: 'alimentos', en: 'food' },
  other: { es: 'otros', en: 'other' },
  air: { es: 'aire', en: 'air' },
  land: { es: 'tierra', en: 'land' },
  river: { es: 'río', en: 'river' },
  foot: { es: 'a pie', en: 'on foot' },
}
