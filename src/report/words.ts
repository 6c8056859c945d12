// Everything the report and the table say, in both languages. A test finds what is missing or unused.
import type { Words } from './input.ts'
import { markWords } from './words_of_marks.ts'

export const words = {
  ...markWords,
  // what it is
  product: { es: 'VRAEM Lab', en: 'VRAEM Lab' },
  kind: { es: 'Informe de comparación', en: 'Comparison report' },
  skip: { es: 'Ir al contenido', en: 'Skip to content' },
  language: { es: 'Idioma', en: 'Language' },
  place: {
    es: 'Valle de los ríos Apurímac, Ene y Mantaro, Perú: {districts} distritos, unas {people} personas.',
    en: 'Valley of the rivers Apurímac, Ene and Mantaro, Peru: {districts} districts, about {people} people.',
  },
  question_one: {
    es: '¿Qué cambiaría en el VRAEM hasta {year} con «{package}» en vez de «{reference}»?',
    en: 'What would change in the VRAEM by {year} with “{package}” instead of “{reference}”?',
  },
  question_many: {
    es: '¿Qué cambiaría en el VRAEM hasta {year} con otra política en vez de «{reference}»?',
    en: 'What would change in the VRAEM by {year} with another policy instead of “{reference}”?',
  },
  overall: {
    es: 'De {n} paquetes es muy probable que haya {list}.',
    en: 'Of {n} packages it is very likely that there are {list}.',
  },
  overall_nothing: {
    es: 'Con ninguno de los {n} paquetes es muy probable que haya {list}.',
    en: 'With none of the {n} packages is it very likely that there are {list}.',
  },
  overall_none: { es: '{what} con ninguno', en: '{what} with none' },
  overall_some: { es: '{what} con {k}', en: '{what} with {k}' },
  choose: { es: 'Paquetes que se dibujan, hasta tres', en: 'Packages drawn, up to three' },
  // how sure
  very_likely: { es: 'Muy probable', en: 'Very likely' },
  likely: { es: 'Probable', en: 'Likely' },
  not_separable: { es: 'No se puede separar', en: 'Cannot be told apart' },
  no_change: { es: 'Casi igual', en: 'Nearly the same' },
  sure_meaning: {
    es: '«Muy probable»: al menos 90 de cada 100 simulaciones van en esa dirección. «Probable»: al menos 66. Con menos, no se puede separar de la referencia. Entre paréntesis, de la simulación 5 a la 95 de cada 100.',
    en: '“Very likely”: at least 90 of 100 simulations go that way. “Likely”: at least 66. With fewer, it cannot be told apart from the reference. In brackets, from simulation 5 to 95 of each 100.',
  },
  // the answer
  range: { es: 'de {low} a {high}', en: '{low} to {high}' },
  answer_same: { es: 'No se puede separar de la referencia', en: 'Cannot be told apart from the reference' },
  answer_none: { es: 'Casi igual que la referencia', en: 'Nearly the same as the reference' },
  cost_more: { es: 'Costaría {size} más al año ({range}).', en: 'It would cost {size} more a year ({range}).' },
  cost_less: { es: 'Costaría {size} menos al año ({range}).', en: 'It would cost {size} less a year ({range}).' },
  cost_same: { es: 'Costaría lo mismo que la referencia.', en: 'It would cost the same as the reference.' },
  null_policy: {
    es: 'Nada cambia: es la misma política que la referencia.',
    en: 'Nothing changes: it is the same policy as the reference.',
  },
  // table
  table_title: { es: 'Qué cambia, de un vistazo', en: 'What changes, at a glance' },
  table_note: {
    es: 'Diferencia con «{reference}». Existencias: {to}. Flujos, tasas y costo: media {from}–{to}.',
    en: 'Difference from “{reference}”. Stocks: {to}. Flows, rates and cost: mean {from}–{to}.',
  },
  cell_note: {
    es: 'Debajo de cada número, la franja del 90 % y la parte de las simulaciones que va en esa dirección.',
    en: 'Below each number, the 90% band and the share of simulations that go that way.',
  },
  outcome: { es: 'Resultado', en: 'Outcome' },
  package: { es: 'Paquete', en: 'Package' },
  reference: { es: 'Referencia', en: 'Reference' },
  change: { es: 'Cambio', en: 'Change' },
  band: { es: 'Franja 90 %', en: '90% band' },
  how_sure: { es: 'Qué tan seguro', en: 'How sure' },
  year: { es: 'Año', en: 'Year' },
  median_and_band: { es: 'mediana (franja del 90 %)', en: 'median (90% band)' },
  group_people: { es: 'Personas', en: 'People' },
  group_nature: { es: 'Bosque y suelo', en: 'Forest and soil' },
  group_coca: { es: 'Coca y cultivos', en: 'Coca and crops' },
  group_chain: {
    es: 'Violencia armada y mercado ilícito, todo el valle',
    en: 'Armed violence and illicit market, whole valley',
  },
  group_cost: { es: 'Costo', en: 'Cost' },
  all_outcomes: { es: 'Todos los resultados', en: 'All outcomes' },
  numbers_behind: { es: 'Los números', en: 'The numbers' },
  marks_key: {
    es: '**  muy probable   *  probable   ~  no se puede separar   =  casi igual',
    en: '**  very likely   *  likely   ~  cannot be told apart   =  nearly the same',
  },
  in_year: { es: 'en {year}', en: 'in {year}' },
  mean_of: { es: 'media {from}–{to}', en: 'mean {from}–{to}' },
  more_detail: {
    es: 'El detalle de cada paquete está en el informe; o compare menos paquetes a la vez.',
    en: 'Each package in detail is in the report; or compare fewer packages at a time.',
  },
  // charts
  interval_title: { es: 'Cuánto cambia y qué tan seguro', en: 'How much changes, and how sure' },
  interval_note: {
    es: 'Cada línea es la franja del 90 % de la diferencia con la referencia, simulación por simulación; el punto es la mediana. Punto lleno: muy probable. Punto vacío: probable o no separable.',
    en: 'Each line is the 90% band of the difference from the reference, simulation by simulation; the dot is the median. Full dot: very likely. Open dot: likely or not separable.',
  },
  fan_title: { es: 'Cómo se llega: de 2000 a {to}', en: 'How it gets there: 2000 to {to}' },
  difference_title: { es: 'La diferencia, año por año', en: 'The difference, year by year' },
  difference_note: {
    es: 'La misma simulación con y sin el paquete: lo que tienen en común se cancela. Cero es la referencia.',
    en: 'The same simulation with and without the package: what they share cancels out. Zero is the reference.',
  },
  key_bands: { es: 'franjas del 50 % y 90 %, mediana', en: '50% and 90% bands, median' },
  key_observed: { es: 'publicado; cada forma, una fuente', en: 'published; each shape, one source' },
  key_holdout: { es: 'años reservados para evaluar', en: 'years held out for scoring' },
  key_tested: {
    es: 'años con que se evaluó el acierto; estas simulaciones ya los conocen',
    en: 'years by which skill was scored; these simulations have seen them',
  },
  key_future: { es: 'futuro', en: 'future' },
  chart_help: { es: 'Con las flechas se recorre año por año.', en: 'Arrow keys move year by year.' },
  // map
  map_title: { es: 'Dónde', en: 'Where' },
  map_note: {
    es: 'Mapa esquemático: los distritos son formas aproximadas, no límites. Rayado: la pertenencia del distrito al VRAEM no está verificada. Colores tenues: el cambio no se puede separar de cero.',
    en: 'Schematic map: districts are approximate shapes, not boundaries. Hatched: the district’s membership of the VRAEM is not verified. Faint colours: the change cannot be told apart from zero.',
  },
  map_scheme: { es: 'esquemático', en: 'schematic' },
  map_choose: { es: 'Resultado en el mapa', en: 'Outcome on the map' },
  map_unverified: { es: 'pertenencia no verificada', en: 'membership not verified' },
  map_level: { es: '{year}, «{reference}»', en: '{year}, “{reference}”' },
  map_difference: { es: '{package}: diferencia en {year}', en: '{package}: difference in {year}' },
  map_grade: { es: 'Grado', en: 'Grade' },
  map_district: { es: 'Distrito', en: 'District' },
  map_rivers: { es: 'ríos', en: 'rivers' },
  map_roads: { es: 'carreteras', en: 'roads' },
  suppressed: { es: 'muy pocos', en: 'too few' },
  zones_title: { es: 'Otras zonas cocaleras', en: 'Other coca zones' },
  zones_note: {
    es: 'Área de coca fuera del valle en {year}. Gris: la referencia y su franja del 90 %. A la derecha, la diferencia con cada paquete.',
    en: 'Coca area outside the valley in {year}. Grey: the reference and its 90% band. On the right, the difference with each package.',
  },
  zone: { es: 'Zona', en: 'Zone' },
  // cost
  cost_title: { es: 'Cuánto cuesta y qué compra', en: 'What it costs and what it buys' },
  cost_note: {
    es: 'Gasto público adicional por año, soles de 2024, media {from}–{to}, con su franja del 90 %; al lado, lo que cambia.',
    en: 'Added public spending a year, soles of 2024, mean {from}–{to}, with its 90% band; beside it, what changes.',
  },
  cost_column: { es: 'Costo añadido por año', en: 'Added cost a year' },
  cost_levers: { es: 'En qué se gasta', en: 'What it is spent on' },
  lever: { es: 'Medida', en: 'Lever' },
  // back matter
  limits_title: { es: 'Límites', en: 'Limits' },
  limit_compare: {
    es: 'Sirve para comparar paquetes entre sí, no para predecir la cifra de un año.',
    en: 'It serves to compare packages with each other, not to predict the figure of a year.',
  },
  limit_few: {
    es: 'Solo {n} simulaciones: las franjas y las palabras sobre la certeza cambiarán con más.',
    en: 'Only {n} simulations: the bands and the words about certainty will change with more.',
  },
  limit_priors: {
    es: 'Las simulaciones parten de supuestos previos, descartando los que contradicen la historia hasta 2018. Todavía no hay calibración: las franjas dependen de esos supuestos.',
    en: 'The simulations start from prior assumptions, minus those that contradict history up to 2018. There is no calibration yet: the bands depend on those assumptions.',
  },
  limit_scope: {
    es: '«VRAEM» quiere decir los 24 distritos de la zona de monitoreo para coca y hoja, los distritos de grado A o B para personas y servicios, y los {districts} simulados para violencia y costo.',
    en: '“VRAEM” means the 24 districts of the monitoring zone for coca and leaf, the districts graded A or B for people and services, and all {districts} simulated ones for violence and cost.',
  },
  limit_membership: {
    es: 'La pertenencia de {unverified} de los {districts} distritos al VRAEM no está verificada (grado C).',
    en: 'The membership of {unverified} of the {districts} districts is not verified (grade C).',
  },
  limit_percent: {
    es: 'Los porcentajes son la mediana del cambio relativo a la referencia en cada simulación.',
    en: 'Percentages are the median of the change relative to the reference in each simulation.',
  },
  limit_harm: {
    es: 'Ataques, muertes y control armado se muestran solo para el valle y el año. Nada aquí señala rutas, sitios ni personas; las cifras muy pequeñas de un distrito no se muestran.',
    en: 'Attacks, deaths and armed control are shown for the valley and the year only. Nothing here points to routes, sites or persons; very small district figures are not shown.',
  },
  limit_cost: {
    es: 'El costo es lo que el Estado gasta en las medidas, en soles de 2024; no incluye lo que ganan o pierden los hogares.',
    en: 'Cost is what the state spends on the levers, in soles of 2024; it leaves out what households gain or lose.',
  },
  grounds_title: { es: 'Quién lo dice', en: 'Who says so' },
  grounds_note: {
    es: 'Cada medida, con las afirmaciones en que se apoya y las contradicciones que las tocan. «vraem evidence show» y el código dan el resto.',
    en: 'Each lever with the claims it rests on and the contradictions that touch them. “vraem evidence show” and the code give the rest.',
  },
  grounds_count: {
    es: 'afirmaciones: {n}; contradicciones que las tocan: {k}',
    en: 'claims: {n}; contradictions that touch them: {k}',
  },
  grounds_judgement: { es: 'solo un juicio, sin fuente', en: 'judgement alone, no source' },
  grounds_contested: { es: 'Lo que se discute', en: 'What is contested' },
  sources_title: { es: 'Fuentes', en: 'Sources' },
  sources_note: {
    es: 'Las figuras publicadas que se ven en los gráficos y los datos que alimentan el modelo.',
    en: 'The published figures in the charts, and the data behind the model.',
  },
  manifest_title: { es: 'Cómo se hizo', en: 'How it was made' },
  manifest_note: {
    es: 'Con estos datos, «vraem verify» repite el cálculo y compara.',
    en: 'With these, “vraem verify” runs it again and compares.',
  },
  simulations: { es: '{n} simulaciones', en: '{n} simulations' },
  seed: { es: 'semilla {seed}', en: 'seed {seed}' },
  sample: { es: 'muestra 1/{n}', en: 'sample 1/{n}' },
  data_hash: { es: 'datos {hash}', en: 'data {hash}' },
  changed_rules: { es: 'reglas cambiadas {name}', en: 'changed rules {name}' },
  report_error: { es: 'Avisar de un error', en: 'Report an error' },
  error_subject: { es: 'Error en un informe del VRAEM Lab', en: 'Error in a VRAEM Lab report' },
  error_claim: { es: 'Afirmación', en: 'Claim' },
  error_what: { es: 'Qué está mal y cómo se sabe:', en: 'What is wrong, and how it is known:' },
  licence: {
    es: 'Código Apache-2.0; datos compilados CC BY 4.0, con sus fuentes.',
    en: 'Code Apache-2.0; compiled data CC BY 4.0, with their sources.',
  },
} as const satisfies Readonly<Record<string, Words>>

export type Key = keyof typeof words
type Holes<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | Holes<Rest> : never
type Values<K extends Key> = { readonly [P in Holes<(typeof words)[K]['es']>]: Words | string | number }

/** The message in both languages, its holes filled with words or numbers. */
export function say<K extends Key>(
  key: K,
  ...values: [Holes<(typeof words)[K]['es']>] extends [never] ? [] : [Values<K>]
): Words {
  return fill(words[key], (values[0] ?? {}) as Readonly<Record<string, Words | string | number>>)
}

/** Replaces `{name}` in both languages. */
export function fill(text: Words, values: Readonly<Record<string, Words | string | number>>): Words {
  const put = (language: 'es' | 'en'): string =>
    text[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new RangeError(`no value for {${name}} in "${text.en}"`)
      return typeof value === 'object' ? value[language] : String(value)
    })
  return { es: put('es'), en: put('en') }
}

/** The same thing made for each language. */
export const each = (make: (language: 'es' | 'en') => string): Words => ({ es: make('es'), en: make('en') })
export const plainWords = (text: string): Words => ({ es: text, en: text })
export const joined = (list: readonly Words[], by: string): Words => each((l) => list.map((w) => w[l]).join(by))
