// What the brief says around the sentences of the report, in both languages. A test finds what is missing or unused.
import type { Words } from '../input.ts'
import { fill } from '../words.ts'

export const briefWords = {
  brief_kind: { es: 'Informe', en: 'Brief' },
  brief_answer: { es: 'La respuesta', en: 'The answer' },
  brief_answer_prior: {
    es: 'Todas estas respuestas son según supuestos (†): vea «Qué tan seguro».',
    en: 'All these answers are prior-driven (†): see “How sure”.',
  },
  brief_table: { es: 'Qué cambia, las personas primero', en: 'What changes, people first' },
  brief_table_note: {
    es: 'Diferencia con «{reference}»: media {from}–{to}, o {to} donde se cuenta al final del año; su franja del 90 %; qué parte de las simulaciones va en esa dirección.',
    en: 'Difference from “{reference}”: mean {from}–{to}, or {to} where it is counted at the end of a year; its 90% band; which part of the simulations goes that way.',
  },
  brief_table_sure: {
    es: 'Negrita: muy probable. Normal: probable. Gris: no se puede separar de la referencia, o casi igual.',
    en: 'Bold: very likely. Plain: likely. Grey: cannot be told apart from the reference, or nearly the same.',
  },
  brief_charts: {
    es: 'Cómo se llega, y la diferencia año por año',
    en: 'How it gets there, and the difference year by year',
  },
  brief_charts_note: {
    es: 'Izquierda: franjas del 90 % y 50 %, mediana, cifras publicadas (círculos y cuadrados); rayado, {hatched}. Derecha: la misma simulación con y sin el paquete, franja del 90 %.',
    en: 'Left: bands of 90% and 50%, median, published figures (circles and squares); hatched, {hatched}. Right: the same simulation with and without the package, 90% band.',
  },
  brief_levels: { es: '{outcome}, {unit}', en: '{outcome}, {unit}' },
  brief_difference: { es: 'Diferencia con la referencia, {unit}', en: 'Difference from the reference, {unit}' },
  brief_map: { es: 'Dónde', en: 'Where' },
  brief_map_title: {
    es: '{outcome}, «{package}»: diferencia, {unit}',
    en: '{outcome}, “{package}”: difference, {unit}',
  },
  brief_map_up: {
    es: 'es probable que suba en {n} de {all} distritos (más en {names})',
    en: 'likely up in {n} of {all} districts (most in {names})',
  },
  brief_map_down: {
    es: 'es probable que baje en {n} de {all} (más en {names})',
    en: 'likely down in {n} of {all} (most in {names})',
  },
  brief_map_same: { es: 'en {n} no se puede decir', en: 'in {n} it cannot be told' },
  brief_map_key: {
    es: 'Mapa esquemático, no límites. Rayado: pertenencia al VRAEM no verificada. Colores tenues: no se puede separar de cero.',
    en: 'Schematic map, not boundaries. Hatched: membership of the VRAEM not verified. Faint colours: cannot be told apart from zero.',
  },
  brief_sure: { es: 'Qué tan seguro', en: 'How sure' },
  brief_sure_count: {
    es: 'De {all} diferencias de la tabla: {list}.',
    en: 'Of {all} differences in the table: {list}.',
  },
  brief_sure_very: { es: '{n} muy probables', en: '{n} very likely' },
  brief_sure_likely: { es: '{n} probables', en: '{n} likely' },
  brief_sure_same: {
    es: '{n} que no se pueden separar de la referencia',
    en: '{n} that cannot be told apart from the reference',
  },
  brief_sure_none: { es: '{n} casi nulas', en: '{n} nearly nil' },
  brief_skill_has: {
    es: '● Con acierto en pronósticos pasados: {names}.',
    en: '● With skill in past forecasts: {names}.',
  },
  brief_skill_naive: {
    es: '◐ No mejor que una regla simple: {names}.',
    en: '◐ No better than a simple rule: {names}.',
  },
  brief_skill_none: { es: '○ Sin evaluar: {names}.', en: '○ Not scored: {names}.' },
  brief_rest: { es: 'todo lo demás', en: 'everything else' },
  brief_every: { es: 'todas las respuestas de la tabla', en: 'every answer in the table' },
  brief_prior: {
    es: '† Según supuestos, porque el pasado no fija los parámetros que más mueven la respuesta: {list}.',
    en: '† Prior-driven, since the past does not fix the parameters that move the answer most: {list}.',
  },
  brief_prior_none: {
    es: 'Ninguna respuesta de la tabla depende sobre todo de supuestos que el pasado no fija.',
    en: 'No answer in the table rests mostly on assumptions that the past does not fix.',
  },
  brief_prior_untold: {
    es: 'De {n} respuestas, estas simulaciones no dicen de qué parámetros dependen.',
    en: 'For {n} answers, these simulations do not tell on which parameters they rest.',
  },
  brief_misses: {
    es: 'Lo que el modelo no reproduce del pasado, y por qué',
    en: 'What the model does not reproduce of the past, and why',
  },
  brief_misses_more: { es: 'Y {n} más, en la página.', en: 'And {n} more, on the page.' },
  brief_misses_none: {
    es: 'En estos resultados no falla ninguna prueba del pasado.',
    en: 'In these outcomes no test of the past fails.',
  },
  brief_cost: { es: 'Cuánto cuesta', en: 'What it costs' },
  brief_cost_line: { es: '«{package}»: {cost}', en: '“{package}”: {cost}' },
  brief_cost_levers: {
    es: 'Lo que más cambia en el gasto con «{package}», en millones de soles al año: {list}.',
    en: 'What changes most in the spending with “{package}”, in millions of soles a year: {list}.',
  },
  brief_cost_sum: {
    es: 'En total, de {from} a {to}: {size} ({range}).',
    en: 'In all, from {from} to {to}: {size} ({range}).',
  },
  brief_contested: { es: 'Lo que se discute y pesa aquí', en: 'What is contested and matters here' },
  brief_contested_note: {
    es: '{shown} de {all} contradicciones de la evidencia que tocan las medidas y mecanismos de esta comparación; primero las que más mueven la respuesta. Entre paréntesis, cuántas afirmaciones tiene cada lado.',
    en: '{shown} of {all} contradictions in the evidence that touch the levers and mechanisms of this comparison; those that move the answer most come first. In brackets, how many claims each side has.',
  },
  brief_contested_none: {
    es: 'Ninguna contradicción registrada toca las medidas de esta comparación.',
    en: 'No recorded contradiction touches the levers of this comparison.',
  },
  brief_touches: { es: 'Toca: {names}.', en: 'Touches: {names}.' },
  brief_tested: { es: 'El modelo prueba ambos lados.', en: 'The model tries both sides.' },
  brief_explained: { es: 'explicada', en: 'explained' },
  brief_open: { es: 'abierta', en: 'open' },
  brief_caveats: { es: 'Antes de usar un número', en: 'Before using a number' },
  brief_made: { es: 'Cómo se hizo, y cómo obtenerlo otra vez', en: 'How it was made, and how to get it again' },
  brief_made_link: { es: 'Enlace', en: 'Link' },
  brief_made_command: { es: 'Orden', en: 'Command' },
  brief_made_file: { es: 'Archivo {name}', en: 'File {name}' },
  brief_made_file_long: {
    es: 'Archivo {name}: {n} líneas; se descarga de la página con el enlace.',
    en: 'File {name}: {n} lines; the page offers it for download behind the link.',
  },
  brief_made_draws: { es: 'Simulaciones', en: 'Simulations' },
  brief_made_draws_are: {
    es: '{n} ({kind}), semilla {seed}, 1 de cada {sample} hogares, {kernels}',
    en: '{n} ({kind}), seed {seed}, 1 in {sample} households, {kernels}',
  },
  brief_kind_posterior: { es: 'calibradas', en: 'calibrated' },
  brief_kind_screened: { es: 'filtradas', en: 'screened' },
  brief_kind_prior: { es: 'de los supuestos previos', en: 'from the priors' },
  brief_made_hash: { es: 'Huellas SHA-256', en: 'SHA-256 hashes' },
  brief_made_program: { es: 'Programa', en: 'Program' },
  brief_hash_data: { es: 'datos', en: 'data' },
  brief_hash_parameters: { es: 'parámetros', en: 'parameters' },
  brief_hash_model: { es: 'modelo', en: 'model' },
  brief_hash_draws: { es: 'simulaciones', en: 'draws' },
  brief_hash_table: { es: 'tabla', en: 'table' },
  moved_title: { es: 'Si creo esto', en: 'If I believe this' },
  moved_one: {
    es: '{outcome} con «{package}»: la diferencia pasaría de {before} ({beforeBand}) a {after} ({afterBand}){word}.',
    en: '{outcome} with “{package}”: the difference would go from {before} ({beforeBand}) to {after} ({afterBand}){word}.',
  },
  moved_word: { es: '; de «{before}» a «{after}»', en: '; from “{before}” to “{after}”' },
  moved_none: {
    es: 'Con «{package}» nada se mueve más de lo que explica el azar de tantas simulaciones: {names} quedan como estaban.',
    en: 'With “{package}” nothing moves by more than the chance of so many simulations: {names} stay as they were.',
  },
  moved_also: { es: 'También se mueven con «{package}»: {names}.', en: 'Also moved with “{package}”: {names}.' },
  moved_rest: {
    es: 'Con «{package}» no se mueven más de lo que explica el azar: {names}.',
    en: 'Not moved by more than chance with “{package}”: {names}.',
  },
  moved_reference: {
    es: 'Con la política de referencia: {outcome}, de {before} a {after}.',
    en: 'Under the reference policy: {outcome}, from {before} to {after}.',
  },
  moved_sign_same: {
    es: 'El sentido del cambio frente a la referencia no se invierte en ningún resultado principal.',
    en: 'The direction of change against the reference turns in no headline outcome.',
  },
  moved_sign: {
    es: 'El sentido del cambio frente a la referencia se invierte en: {names}.',
    en: 'The direction of change against the reference turns in: {names}.',
  },
  moved_order_same: {
    es: 'El orden de los paquetes, por la mediana, no cambia en ningún resultado principal.',
    en: 'The order of the packages, by the median, changes in no headline outcome.',
  },
  moved_order: {
    es: 'El orden de los paquetes, por la mediana, cambia en: {list}.',
    en: 'The order of the packages, by the median, changes in: {list}.',
  },
  moved_order_one: { es: '{outcome} (antes {before}; así {after})', en: '{outcome} (before {before}; so {after})' },
  // what is still to be found out
  brief_open_title: { es: 'Qué aguanta y qué falta saber', en: 'What holds up, and what is still to be known' },
  brief_open_first: {
    es: 'Averígüese esto primero: {question} En {outcome}, si {on}, es mejor {a} que {b} por {apart}; si {off}, es al revés por {back}.',
    en: 'Find this out first: {question} In {outcome}, if {on}, {a} is better than {b} by {apart}; if {off}, it is the other way round by {back}.',
  },
  brief_open_none: {
    es: 'Ninguna contradicción, resuelta por sí sola, invierte con claridad el orden de estos paquetes en algún resultado del estudio ({futures} futuros).',
    en: 'No contradiction, settled by itself, clearly turns the order of these packages in any outcome of the study ({futures} futures).',
  },
  brief_open_moves: {
    es: 'Lo que más mueve, sin invertir ese orden, es «{question}»: hasta {size} en {outcome} con {package}.',
    en: 'What moves most, without turning that order, is “{question}”: up to {size} in {outcome} under {package}.',
  },
  brief_open_outside: {
    es: 'Otras {n} contradicciones no están en el modelo: cuánto vale resolverlas no se sabe.',
    en: 'Another {n} contradictions are not in the model: what settling them is worth is not known.',
  },
  brief_open_search: {
    es: 'Búsqueda {title}: {said}',
    en: 'Search {title}: {said}',
  },
} as const satisfies Readonly<Record<string, Words>>

type Key = keyof typeof briefWords
type Holes<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | Holes<Rest> : never
type Values<K extends Key> = { readonly [P in Holes<(typeof briefWords)[K]['es']>]: Words | string | number }

/** The message in both languages, its holes filled. */
export function tell<K extends Key>(
  key: K,
  ...values: [Holes<(typeof briefWords)[K]['es']>] extends [never] ? [] : [Values<K>]
): Words {
  return fill(briefWords[key], (values[0] ?? {}) as Readonly<Record<string, Words | string | number>>)
}
