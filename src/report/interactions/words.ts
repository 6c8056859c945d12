// What the interactions of instruments are told with, in both languages.
import type { Words } from '../input.ts'
import { fill } from '../words.ts'

const words = {
  title: { en: 'Instruments together and one by one', es: 'Instrumentos juntos y uno por uno' },
  head_instrument: { en: 'instrument', es: 'instrumento' },
  head_adds: { en: 'adds', es: 'aporta' },
  head_band: { en: '5–95 %', es: '5–95 %' },
  head_share: { en: 'of the whole', es: 'del total' },
  head_alone: { en: 'alone', es: 'solo' },
  head_last: { en: 'as the last', es: 'al final' },
  head_sure: { en: 'how sure', es: 'qué tan seguro' },
  all: { en: 'all together', es: 'todos juntos' },
  block: {
    en: '{outcome} ({unit}; without any: {reference}; {how})',
    es: '{outcome} ({unit}; sin ninguno: {reference}; {how})',
  },
  how_mean: { en: 'mean {from}–{to}', es: 'media {from}–{to}' },
  how_last: { en: '{to}', es: '{to}' },
  how_sum: { en: 'sum {from}–{to}', es: 'suma {from}–{to}' },
  more_than_sum: {
    en: '{outcome}: {a} and {b} together add {size} beyond what each adds ({range}; {sure}).',
    es: '{outcome}: {a} y {b} juntos aportan {size} más allá de lo que aporta cada uno ({range}; {sure}).',
  },
  pairs_open: {
    en: 'No pair can be told to do more, or less, than its parts in: {list}.',
    es: 'De ningún par se puede decir que haga más, o menos, que sus partes en: {list}.',
  },
  first_than: {
    en: '{outcome}: begin with {a} rather than with {b}: {size} ({range}; {sure}).',
    es: '{outcome}: empezar con {a} y no con {b}: {size} ({range}; {sure}).',
  },
  firsts_than: {
    en: '{outcome}: begin with {list} rather than with {b}: {low} to {high} on average, each very likely.',
    es: '{outcome}: empezar con {list} y no con {b}: de {low} a {high} en promedio, cada uno muy probable.',
  },
  orders_open: {
    en: 'Which instrument comes first cannot be told apart in: {list}.',
    es: 'No se puede separar cuál instrumento conviene primero en: {list}.',
  },
  orders_some: {
    en: '{outcome}: for {n} of {all} pairs the order cannot be told apart.',
    es: '{outcome}: en {n} de {all} pares el orden no se puede separar.',
  },
  what_adds: {
    en: '“Adds” is the Shapley share: what an instrument adds on average over all orders in which the {n} could come. The shares of all add up to the effect of all together.',
    es: '«Aporta» es la parte de Shapley: lo que un instrumento aporta en promedio sobre todos los órdenes en que podrían venir los {n}. Las partes de todos suman el efecto de todos juntos.',
  },
  what_first: {
    en: 'Order: one instrument begins at its own start, the others {months} months later; each package has every instrument in force in the end.',
    es: 'Orden: un instrumento empieza en su fecha y los demás {months} meses después; al final todos los paquetes tienen todo en vigor.',
  },
  futures: {
    en: '{futures} futures, households 1/{sample}. The same futures for every package.',
    es: '{futures} futuros, hogares 1/{sample}. Los mismos futuros para cada paquete.',
  },
  failed: {
    en: '{n} futures made the model fail and are left out.',
    es: '{n} futuros hicieron fallar el modelo y quedan fuera.',
  },
  few: {
    en: 'Fewer than 40 futures: bands are rough, and little is called very likely.',
    es: 'Menos de 40 futuros: las bandas son gruesas y poco se llama muy probable.',
  },
} as const satisfies Readonly<Record<string, Words>>

export type InteractionKey = keyof typeof words

export const tell = (key: InteractionKey, values: Readonly<Record<string, Words | string | number>> = {}): Words =>
  fill(words[key], values)
