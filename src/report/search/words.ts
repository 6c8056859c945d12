// What a search is told with, in both languages.
import type { Words } from '../input.ts'
import { fill } from '../words.ts'

const words = {
  title: { en: 'What a search found', es: 'Lo que halló una búsqueda' },
  scores_title: {
    en: 'Packages found, as differences to {reference} on {fresh} futures that the search had not seen',
    es: 'Paquetes hallados, como diferencia con {reference} en {fresh} futuros que la búsqueda no había visto',
  },
  levels_title: { en: 'What the packages set', es: 'Lo que fijan los paquetes' },
  head_number: { en: 'open number', es: 'número abierto' },
  head_unit: { en: 'unit', es: 'unidad' },
  head_objective: { en: 'objective', es: 'objetivo' },
  want_less: { en: 'less is wanted', es: 'se quiere menos' },
  want_more: { en: 'more is wanted', es: 'se quiere más' },
  not_used: { en: 'no rule', es: 'sin regla' },
  nothing: {
    en: 'Nothing better than {reference} was found: on fresh futures no package is very likely better in any objective.',
    es: 'No se halló nada mejor que {reference}: en futuros nuevos ningún paquete es muy probablemente mejor en algún objetivo.',
  },
  gains: {
    en: 'Very likely better in one objective at least, and very likely worse in none: {list}.',
    es: 'Muy probablemente mejor en al menos un objetivo y muy probablemente peor en ninguno: {list}.',
  },
  no_gains: {
    en: 'No package is better in something without being very likely worse in something else: what was found are trade-offs.',
    es: 'Ningún paquete mejora algo sin empeorar muy probablemente otra cosa: lo hallado son compromisos.',
  },
  trades: {
    en: 'Better in one objective and worse in another, very likely both: {list}. Which to prefer is a choice, not a result.',
    es: 'Mejor en un objetivo y peor en otro, ambos muy probablemente: {list}. Cuál preferir es una decisión, no un resultado.',
  },
  optimism: {
    en: 'Optimism, {outcome}: in the search the packages scored {size} {side} on average than on fresh futures; chance alone would give up to {chance}.',
    es: 'Ilusión, {outcome}: en la búsqueda los paquetes salieron en promedio {size} {side} que en futuros nuevos; el solo azar daría hasta {chance}.',
  },
  better: { en: 'better', es: 'mejor' },
  worse: { en: 'worse', es: 'peor' },
  flattered: {
    en: 'The search flattered itself in {list}: more than chance would. Trust the fresh figures.',
    es: 'La búsqueda se ilusionó en {list}: más de lo que daría el azar. Valen las cifras nuevas.',
  },
  beaten: {
    en: 'On fresh futures {list} is beaten by another package found, in every objective or as good.',
    es: 'En futuros nuevos a {list} lo supera otro paquete hallado, en todos los objetivos o igual.',
  },
  broken: {
    en: 'On fresh futures these break a limit they kept in the search: {list}.',
    es: 'En futuros nuevos estos rompen un límite que cumplían en la búsqueda: {list}.',
  },
  limits: {
    en: 'No candidate kept the limits; the one that breaks them least is shown.',
    es: 'Ningún candidato cumplió los límites; se muestra el que menos los rompe.',
  },
  tried: {
    en: '{tried} candidates in {generations} generations on {futures} futures; {front} stayed on the front, {shown} of them shown. Households 1/{sample}.',
    es: '{tried} candidatos en {generations} generaciones sobre {futures} futuros; {front} quedaron en el frente, se muestran {shown}. Hogares 1/{sample}.',
  },
  uncertain: {
    en: 'Only levers of the state and of communities are searched. What traffickers and the armed group choose is part of the futures.',
    es: 'Solo se buscan medidas del Estado y de las comunidades. Lo que eligen los traficantes y el grupo armado es parte de los futuros.',
  },
  few: {
    en: 'Fewer than 40 fresh futures: bands are rough, and little is called very likely.',
    es: 'Menos de 40 futuros nuevos: las bandas son gruesas y poco se llama muy probable.',
  },
  reading: {
    en: 'Each line is a package, each axis an objective as the mean difference to {reference}; up is better. Bars: futures 5 to 95 of each 100.',
    es: 'Cada línea es un paquete, cada eje un objetivo como diferencia media con {reference}; arriba es mejor. Barras: futuros 5 a 95 de cada 100.',
  },
} as const satisfies Readonly<Record<string, Words>>

export const tell = (key: keyof typeof words, values: Readonly<Record<string, Words | string | number>> = {}): Words =>
  fill(words[key], values)
