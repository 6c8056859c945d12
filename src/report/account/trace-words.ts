// The words of the TRACE notebook; figures and names in its holes come from the code, the data and the files of other commands.
import type { Words } from '../input.ts'

const w = (en: string, es: string): Words => ({ en, es })

export const TRACE = {
  title: w('TRACE: how the model was made and tested', 'TRACE: cómo se hizo y se probó el modelo'),
  made: w(
    'TRACE is a common form for telling how a model was thought out, built, tested and used (Grimm et al. 2014, doi:10.1016/j.ecolmodel.2014.01.018). `vraem model --trace` writes it from the code, the data and what other commands left in files. What has not been done is said, with the command that does it. For one page on what may be asked, see the [model card](model-card.md).',
    'TRACE es una forma común de contar cómo se pensó, construyó, probó y usó un modelo (Grimm et al. 2014, doi:10.1016/j.ecolmodel.2014.01.018). Lo escribe `vraem model --trace` a partir del código, los datos y lo que otras órdenes dejaron en archivos. Lo que no se ha hecho se dice, con la orden que lo hace. Qué se puede preguntar, en pocas páginas: la [ficha del modelo](ficha-del-modelo.md).',
  ),
  version: w(
    'Made from version {version}, model `{model}`, data `{data}`, parameters `{parameters}`.',
    'Hecho con la versión {version}, modelo `{model}`, datos `{data}`, parámetros `{parameters}`.',
  ),
  marked: w('', 'Lo marcado con [en] viene del código o de las notas y existe solo en inglés.'),

  problem: w('1 The question', '1 La pregunta'),
  problemText: w(
    'Which policies would change what for the people of the VRAEM, how sure is that, and which part of the answer is contested? Coca area, incomes, violence, forest and prices hang together there; a measure that helps one can harm another, and it shows years later or elsewhere.',
    '¿Qué políticas cambiarían qué para la gente del VRAEM, con qué seguridad, y qué parte de la respuesta está en disputa? Allí el área de coca, los ingresos, la violencia, el bosque y los precios van unidos; una medida que ayuda a uno puede dañar a otro, y se nota años después o en otra parte.',
  ),
  problemFor: w(
    'It answers analysts, reporters and teachers, and those who want to check them. Outcomes are {outcomes}, of people first; {headline} of them stand at the head of every comparison: {names}. Measures are {levers}; years go from {from} to {to}.',
    'Responde a analistas, periodistas y docentes, y a quien quiera comprobarlos. Los resultados son {outcomes}, primero los de las personas; {headline} encabezan toda comparación: {names}. Las medidas son {levers}; los años van de {from} a {to}.',
  ),
  problemNot: w(
    'It is not meant to find persons or places, to plan operations, or to foretell events.',
    'No está hecho para encontrar personas o lugares, planear operativos ni predecir sucesos.',
  ),

  model: w('2 The model', '2 El modelo'),
  modelText: w(
    '{households} household rules and {steps} steps of districts, zones and the valley run once a month, in {districts} districts and {zones} coca zones outside, with {parameters} parameters and {switches} points on which the literature disagrees. The whole description, with every equation, is written from the code in the form ODD+D (overview, design concepts, details): `vraem model --odd`; its map: `vraem model --graph`.',
    '{households} reglas de los hogares y {steps} pasos de distritos, zonas y valle corren una vez al mes, en {districts} distritos y {zones} zonas cocaleras de fuera, con {parameters} parámetros y {switches} puntos en que la literatura no concuerda. La descripción completa, con cada ecuación, se escribe a partir del código en la forma ODD+D (panorama, conceptos, detalles): `vraem model --odd`; su mapa: `vraem model --graph`.',
  ),

  data: w('3 The data', '3 Los datos'),
  dataClaims: w(
    'The ledger holds {claims} written claims and {rows} rows of series and events. Each leads to the place in a source it was read from; sources that copy one another count as one origin. {unused} claims feed nothing so far.',
    'El libro de evidencias tiene {claims} afirmaciones escritas y {rows} filas de series y hechos. Cada una lleva al lugar de la fuente donde se leyó; las fuentes que se copian cuentan como un solo origen. {unused} afirmaciones no alimentan nada todavía.',
  ),
  dataDocuments: w(
    'The documents it began from were read sentence by sentence:',
    'Los documentos de partida se leyeron oración por oración:',
  ),
  document: w('Document', 'Documento'),
  sentences: w('Sentences', 'Oraciones'),
  holding: w('With a fact', 'Con un hecho'),
  claimed: w('In claims', 'En afirmaciones'),
  reasoned: w('Left out, with a reason', 'Fuera, con su razón'),
  pending: w('Open', 'Pendientes'),
  dataParameters: w(
    'Of {all} parameters, {figures} rest on figures of claims, {sign} have their direction from a source and their size from a judgement, {judgement} rest on judgement alone, {unlinked} name a source without a claim.',
    'De {all} parámetros, {figures} descansan en cifras de afirmaciones, {sign} tienen la dirección de una fuente y el tamaño de un juicio, {judgement} descansan solo en un juicio, {unlinked} nombran una fuente sin afirmación.',
  ),
  dataOutcomes: w(
    'What is said of each outcome, whatever the place and year:',
    'Qué se dice de cada resultado, en cualquier lugar y año:',
  ),
  outcome: w('Outcome', 'Resultado'),
  claims: w('Claims', 'Afirmaciones'),
  rows: w('Rows', 'Filas'),
  origins: w('Independent origins', 'Orígenes independientes'),
  dataContradictions: w(
    'Sources contradict each other on {all} questions; {open} are open. None is averaged away. {carried} of them stand for something in the model: each side is a range of a parameter, an option of a rival mechanism, or a mechanism switched off.',
    'Las fuentes se contradicen en {all} cuestiones; {open} siguen abiertas. Ninguna se promedia. {carried} representan algo en el modelo: cada lado es un rango de un parámetro, una opción de un mecanismo rival o un mecanismo apagado.',
  ),
  dataRest: w(
    'The others are shown where their figures are shown: `vraem evidence contradictions`.',
    'Las demás se muestran donde se muestran sus cifras: `vraem evidence contradictions`.',
  ),
  question: w('Question', 'Cuestión'),
  reason: w('Why they differ', 'Por qué difieren'),
  status: w('State', 'Estado'),
  carriedBy: w('Carried in the model by', 'En el modelo lo lleva'),
  open: w('open', 'abierta'),
  explained: w('explained', 'explicada'),
  contradiction: w('No.', 'N.º'),

  concept: w('4 The ideas behind it', '4 Las ideas que lo sostienen'),
  conceptText: w(
    '{claimed} mechanisms rest on claims of the ledger, {judged} on judgement alone; the rest keep the books. “Claims” counts those that a mechanism names.',
    '{claimed} mecanismos descansan en afirmaciones del libro, {judged} solo en un juicio; el resto lleva las cuentas. «Afirmaciones» cuenta las que nombra cada mecanismo.',
  ),
  mechanism: w('Mechanism', 'Mecanismo'),
  says: w('What it says', 'Qué dice'),
  ignores: w('What it leaves out', 'Qué deja fuera'),
  judgement: w('judgement', 'juicio'),
  switchesText: w(
    'Where the literature disagrees, rival mechanisms stand side by side and each simulation takes one:',
    'Donde la literatura no concuerda, los mecanismos rivales están lado a lado y cada simulación toma uno:',
  ),
  rival: w('Rival mechanism', 'Mecanismo rival'),
  options: w('Options', 'Opciones'),
  decisionsText: w(
    'Decisions of design, by what they settle; each page says what was chosen, why, and what was not chosen:',
    'Decisiones de diseño, según lo que resuelven; cada página dice qué se eligió, por qué y qué se descartó:',
  ),
  decision: w('Decision', 'Decisión'),
  date: w('Date', 'Fecha'),

  checks: w('5 Is it programmed as meant?', '5 ¿Está programado como se quiso?'),
  checksText: w(
    'Tests that the files declare, by folder. They were counted, not run, for this page; some of them repeat over many cases, so more run than are counted. `npm test` runs them all, and its last line says how many passed.',
    'Pruebas que los archivos declaran, por carpeta. Para esta página se contaron, no se corrieron; algunas se repiten en muchos casos, así que corren más de las contadas. `npm test` las corre todas, y su última línea dice cuántas pasaron.',
  ),
  folder: w('Folder', 'Carpeta'),
  files: w('Files', 'Archivos'),
  declared: w('Tests declared', 'Pruebas declaradas'),
  invariants: w(
    'What must always hold, and the test that holds it:',
    'Lo que siempre debe cumplirse, y la prueba que lo sostiene:',
  ),
  holdsBooks: w(
    'every account balances: land, money, leaf and people are neither made nor lost, and nothing is negative',
    'toda cuenta cuadra: tierra, dinero, hoja y personas no aparecen ni se pierden, y nada es negativo',
  ),
  holdsBits: w(
    'the same seed gives the same bits, twice, in one world or in two, and from a snapshot',
    'la misma semilla da los mismos bits, dos veces, en un mundo o en dos, y desde una foto del estado',
  ),
  holdsExtremes: w(
    'at extremes it does what must follow: price of nothing, no land, no people, no state, no armed group',
    'en los extremos hace lo que debe seguirse: precio cero, sin tierra, sin gente, sin Estado, sin grupo armado',
  ),
  holdsOff: w(
    'each mechanism can be switched off, and the outcome it says it moves then moves, clearly beyond chance',
    'cada mecanismo se puede apagar, y entonces cambia el resultado que dice mover, claramente más que por azar',
  ),
  holdsSample: w(
    'a sample of the households gives what more of them give, within a few per cent',
    'una muestra de los hogares da lo que dan más hogares, con diferencia de pocos por ciento',
  ),
  holdsLists: w(
    'what a mechanism reads and writes is what it declares, and each has a claim or says that it is a judgement',
    'lo que un mecanismo lee y escribe es lo que declara, y cada uno tiene una afirmación o dice que es un juicio',
  ),
  holdsParameters: w(
    'every parameter is declared once, with its source, and moves something over its range',
    'cada parámetro se declara una vez, con su fuente, y mueve algo en su rango',
  ),
  heldBy: w('Test', 'Prueba'),

  output: w('6 Does it make the past it was fitted to?', '6 ¿Produce el pasado al que se ajustó?'),
  outputNone: w(
    'No calibrated draws ship with this version, so no fitted target can be told met or missed. `vraem calibrate` makes them and `summary.json` tells.',
    'Esta versión no trae simulaciones calibradas, así que no se puede decir qué metas del ajuste se cumplen. `vraem calibrate` las hace y `summary.json` lo dice.',
  ),
  outputText: w(
    'The calibration asked for {targets} figures and shapes of the past, to {until}. Of {met}, the middle of the simulations lies within two of the stated errors; {missed} are missed, {districts} of them figures of single districts. The furthest off, a district once, each on the scale on which it was fitted:',
    'La calibración pidió {targets} cifras y formas del pasado, hasta {until}. En {met}, el centro de las simulaciones queda a menos de dos de los errores declarados; {missed} fallan, {districts} de ellas cifras de un solo distrito. Las más lejanas, cada distrito una vez, en la escala en que se ajustaron:',
  ),
  target: w('Target', 'Meta'),
  wanted: w('Asked for', 'Se pidió'),
  given: w('Simulations, 5 to 95 of 100', 'Simulaciones, de la 5 a la 95 de 100'),
  off: w('Off by (errors)', 'A distancia de (errores)'),
  patternsText: w(
    'Patterns of `checks/`, as `vraem validate` found them on {date} with {draws} simulations. C: fitted; V: kept for testing; S: a response that is run; I and B: shown, never counted.',
    'Patrones de `checks/`, como los halló `vraem validate` el {date} con {draws} simulaciones. C: ajustado; V: reservado para probar; S: una respuesta que se corre; I y B: se muestran, nunca cuentan.',
  ),
  patternsOld: w(
    'That run was of another version of the model: `npm run validated` makes it again.',
    'Esa prueba es de otra versión del modelo: `npm run validated` la repite.',
  ),
  patternsNone: w(
    'Patterns have not been tried for this version: `npm run validated` does it.',
    'Los patrones no se han probado con esta versión: lo hace `npm run validated`.',
  ),
  pattern: w('Pattern', 'Patrón'),
  role: w('Role', 'Papel'),
  share: w('Simulations that make it', 'Simulaciones que lo producen'),
  inside: w('made', 'se produce'),
  outside: w('missed', 'falla'),
  'held back': w('held back until the first look', 'reservado hasta la primera mirada'),
  notRun: w('not run', 'no se corrió'),

  analysis: w('7 What moves the answers', '7 Qué mueve las respuestas'),
  analysisNone: w(
    'Which unknowns act most is found while calibrating; no posterior ships, so it cannot be told here. `vraem calibrate` does it.',
    'Qué incógnitas actúan más se halla al calibrar; no se incluye una posterior, así que aquí no se puede decir. Lo hace `vraem calibrate`.',
  ),
  analysisText: w(
    'Unknowns that move the facts most (Morris screening; pull of the strongest: 1), and how wide each still is: about 100 % means the facts taught nothing about it.',
    'Incógnitas que más mueven los hechos (cribado de Morris; peso de la más fuerte: 1), y qué tan ancha sigue cada una: cerca de 100 % quiere decir que los hechos no enseñaron nada de ella.',
  ),
  unknown: w('Unknown', 'Incógnita'),
  pull: w('Pull', 'Peso'),
  width: w('Width left', 'Ancho que queda'),
  kept: w('not fitted', 'no se ajustó'),
  ties: w(
    'Unknowns that the facts tie together, so that only their balance is known:',
    'Incógnitas que los hechos atan entre sí, de modo que solo se conoce su balance:',
  ),
  tie: w('Tie (−1 to 1)', 'Atadura (−1 a 1)'),
  and: w('with', 'con'),
  structureNone: w(
    'The contest of mechanisms has not been written down: `vraem structure --out docs` swaps one mechanism after another and tells which patterns and policy answers change.',
    'El concurso de mecanismos no está escrito: `vraem structure --out docs` cambia un mecanismo tras otro y dice qué patrones y respuestas cambian.',
  ),
  structureText: w(
    'One mechanism after another was swapped for a rival, under the same simulations and not fitted again ([structure.md](structure.md)); how many patterns, answers and orders of packages each swap changes:',
    'Un mecanismo tras otro se cambió por un rival, con las mismas simulaciones y sin volver a ajustar ([structure.md](structure.md)); cuántos patrones, respuestas y órdenes de paquetes cambia cada uno:',
  ),
  swap: w('Swap', 'Cambio'),
  patterns: w('Patterns', 'Patrones'),
  answers: w('Answers', 'Respuestas'),
  orders: w('Orders', 'Órdenes'),
  verdict: w('What follows', 'Qué se sigue'),

  corroboration: w('8 Does it foretell what it had not seen?', '8 ¿Pronostica lo que no había visto?'),

  log: w('9 What was changed, and why', '9 Qué se cambió, y por qué'),
  logText: w(
    'Newest first. Changes that users notice are in [CHANGELOG.md](../CHANGELOG.md), reasons and effects on the model in the decisions of section 4.',
    'Primero lo más nuevo. Lo que nota quien lo usa está en [CHANGELOG.md](../CHANGELOG.md); las razones y los efectos en el modelo, en las decisiones de la sección 4.',
  ),
} as const satisfies Readonly<Record<string, Words>>
