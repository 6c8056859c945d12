// The words of the model card; figures and names in its holes come from the code, the data and the files of other commands.
import type { Words } from '../input.ts'

const w = (en: string, es: string): Words => ({ en, es })

export const CARD = {
  title: w('Model card: VRAEM Lab', 'Ficha del modelo: VRAEM Lab'),
  made: w(
    'Written by `vraem model --card` from the code, the data and what other commands left in files; nothing here is typed by hand but the sentences between the figures. The form follows Mitchell et al. (2019), doi:10.1145/3287560.3287596. The longer record of how the model was built and tested is [trace.md](trace.md).',
    'La escribe `vraem model --card` a partir del código, los datos y lo que otras órdenes dejaron en archivos; a mano solo van las frases entre las cifras. La forma sigue a Mitchell et al. (2019), doi:10.1145/3287560.3287596. El registro largo de cómo se construyó y probó el modelo es [trace.md](trace.md) (en inglés; en español con `vraem model --trace --lang es`).',
  ),
  version: w(
    'Made from version {version}, model `{model}`, data `{data}`, parameters `{parameters}`.',
    'Hecha con la versión {version}, modelo `{model}`, datos `{data}`, parámetros `{parameters}`.',
  ),

  purpose: w('1 What it is for, and for whom', '1 Para qué sirve y para quién'),
  purposeText: w(
    'It compares policies for the valleys of the Apurímac, Ene and Mantaro rivers in Peru: what would probably be different with one package of measures instead of another, for whom, and how sure that is. Households of {districts} districts decide month by month what to grow, where to work and whether to stay; prices, the state, traffickers and an armed group act around them.',
    'Compara políticas para los valles de los ríos Apurímac, Ene y Mantaro, en el Perú: qué sería probablemente distinto con un paquete de medidas en vez de otro, para quién, y con qué seguridad. Los hogares de {districts} distritos deciden mes a mes qué sembrar, dónde trabajar y si se quedan; alrededor actúan los precios, el Estado, los traficantes y un grupo armado.',
  ),
  users: w(
    'It is meant for analysts in public service, reporters, teachers and students, and for people of the valley who want to check what is said about them. It is one voice at the table beside evidence, experience and the people concerned. It must not be the only reason for a decision.',
    'Está pensado para analistas del Estado, periodistas, docentes y estudiantes, y para la gente del valle que quiera comprobar lo que se dice de ella. Es una voz más en la mesa, junto a la evidencia, la experiencia y las personas afectadas. No debe ser la única razón de una decisión.',
  ),

  can: w('2 What it can answer', '2 Qué puede responder'),
  canText: w(
    'Every answer is a band, from the 5th to the 95th of each 100 simulations, never one figure. Outcomes are told by calendar year from {from} to {to}. “Place” is the finest place that may be shown. “Skill” says how forecasts of past years did beside simple rules, such as repeating the last value: {key}.',
    'Toda respuesta es una banda, de la simulación 5 a la 95 de cada 100, nunca una sola cifra. Los resultados se dan por año, de {from} a {to}. «Lugar» es el más fino que se puede mostrar. «Acierto» dice cómo les fue a pronósticos de años pasados frente a reglas simples, como repetir el último valor: {key}.',
  ),
  outcome: w('Outcome', 'Resultado'),
  meaning: w('What it is', 'Qué es'),
  place: w('Place', 'Lugar'),
  skill: w('Skill', 'Acierto'),
  district: w('district, very small figures hidden', 'distrito, sin cifras muy pequeñas'),
  valley: w('whole valley', 'todo el valle'),
  zone: w('coca zones outside the valley', 'zonas cocaleras fuera del valle'),
  leversText: w('Measures that can be moved: {levers}.', 'Medidas que se pueden mover: {levers}.'),
  seriesText: w(
    '`vraem predict` answers {covered} of the {all} published series of the data package, some of them by month. It says “not modelled” for the other {not}: budgets of donors, rainfall and the like.',
    '`vraem predict` responde {covered} de las {all} series publicadas del paquete de datos, algunas por mes. De las otras {not} dice «not modelled» (no modelada): presupuestos de donantes, lluvias y otras por el estilo.',
  ),

  cannot: w('3 What it cannot answer', '3 Qué no puede responder'),
  cannotPersons: w(
    'What one person or family does or did. Its households are drawn by chance to resemble those of surveys; none of them exists.',
    'Qué hace o hizo una persona o familia. Sus hogares están sorteados para parecerse a los de las encuestas; ninguno existe.',
  ),
  cannotPlaces: w(
    'Anything below the district: no village, field, road, river, site or route. {unverified} of {districts} districts are in the model without a document that proves their membership of the VRAEM; shapes on maps are schematic.',
    'Nada por debajo del distrito: ningún pueblo, chacra, camino, río, sitio o ruta. {unverified} de {districts} distritos están en el modelo sin un documento que pruebe su pertenencia al VRAEM; las formas de los mapas son esquemáticas.',
  ),
  cannotOperations: w(
    'Operational use of any kind. It does not say where or when to act against anybody, and nobody can learn from it how to evade: attacks, deaths, control and the forces are told for the whole valley and the year only.',
    'Ningún uso operativo. No dice dónde ni cuándo actuar contra nadie, y de él nadie aprende a evadir: ataques, muertes, control y fuerzas se dan solo para todo el valle y por año.',
  ),
  cannotFigure: w(
    'The figure of a year as a fact, the date of an event, or anything after {to}. It serves to compare; a forecast is only as good as its badge.',
    'La cifra de un año como un hecho, la fecha de un suceso ni nada después de {to}. Sirve para comparar; un pronóstico vale lo que diga su marca de acierto.',
  ),
  cannotBest: w(
    'What would be best for traffickers or for the armed group. Their choices are uncertainties; no command optimises them.',
    'Qué le convendría más a los traficantes o al grupo armado. Sus decisiones son incertidumbres; ninguna orden las optimiza.',
  ),
  cannotRight: w(
    'Whether a policy is right, lawful or fair. It counts some consequences. Rights, consent and dignity are not among its outcomes.',
    'Si una política es correcta, legal o justa. Cuenta algunas consecuencias. Los derechos, el consentimiento y la dignidad no están entre sus resultados.',
  ),
  cannotIgnored: w(
    'What its {mechanisms} mechanisms leave out. Each says so itself: `vraem model --odd` lists them under “ignores”.',
    'Lo que sus {mechanisms} mecanismos dejan fuera. Cada uno lo dice: `vraem model --odd` los enumera con lo que ignoran.',
  ),

  draws: w('4 The simulations that ship', '4 Las simulaciones incluidas'),
  drawsPosterior: w(
    'A calibration chose them: {count} versions of the model, fitted to facts dated {until} or earlier. It was made on {created} with `{command}` and took {runs} runs of the model.',
    'Las eligió una calibración: {count} versiones del modelo, ajustadas a hechos fechados hasta {until}. Se hizo el {created} con `{command}` y llevó {runs} corridas del modelo.',
  ),
  drawsFrom: w(
    'Figures of new years were taken into an earlier posterior, made on {created} from facts to {until}.',
    'Cifras de años nuevos se incorporaron a una posterior anterior, hecha el {created} con hechos hasta {until}.',
  ),
  drawsMet: w(
    'It asked for {targets} figures and shapes of the past. {missed} of them are missed: the middle of the simulations lies two stated errors away or more ({districts} of these are figures of single districts). Which ones: [trace.md](trace.md), section 6.',
    'Pidió {targets} cifras y formas del pasado. {missed} fallan: el centro de las simulaciones queda a dos errores declarados o más ({districts} de ellas son cifras de un solo distrito). Cuáles: [trace.md](trace.md), sección 6.',
  ),
  drawsKnown: w(
    'Of {fitted} unknowns that were fitted, the facts narrowed {known} clearly and left {open} about as wide as before. Another {kept} moved no fact enough to be fitted and keep the range that was assumed for them.',
    'De {fitted} incógnitas ajustadas, los hechos estrecharon claramente {known} y dejaron {open} casi tan anchas como antes. Otras {kept} no movían bastante ningún hecho y conservan el rango que se les supuso.',
  ),
  drawsOpen: w(
    'The most important ones that the facts do not tell, by their pull on the facts that were used. “Width left” is about 100 % where the facts taught nothing:',
    'Las más importantes que los hechos no dicen, por su peso en los hechos usados. «Ancho que queda» es cerca de 100 % donde los hechos no enseñaron nada:',
  ),
  drawsNoSummary: w(
    'The posterior has no readable summary.json, so which unknowns the facts tell is not known here; `vraem calibrate` writes it.',
    'La posterior no tiene un summary.json legible, así que aquí no se sabe qué incógnitas dicen los hechos; lo escribe `vraem calibrate`.',
  ),
  drawsScreened: w(
    'No calibrated draws ship with this version. Commands use {count} of {tried} plausible versions of the model that came nearest to what was known to 2018; apart from that, unknowns keep the ranges that were assumed for them. `vraem calibrate` makes calibrated ones; that takes hours.',
    'Esta versión no trae simulaciones calibradas. Las órdenes usan {count} de {tried} versiones verosímiles del modelo, las más cercanas a lo sabido hasta 2018; fuera de eso, las incógnitas conservan el rango que se les supuso. `vraem calibrate` hace las calibradas; toma horas.',
  ),
  drawsPrior: w(
    'No list of draws ships with this version: every unknown keeps the range that was assumed for it. `vraem calibrate` makes calibrated ones; that takes hours.',
    'Esta versión no trae una lista de simulaciones: toda incógnita conserva el rango que se le supuso. `vraem calibrate` hace las calibradas; toma horas.',
  ),
  drawsRefused: w('Not used here:', 'Aquí no se usa:'),
  unknown: w('Unknown', 'Incógnita'),
  width: w('Width left', 'Ancho que queda'),

  skillTitle: w('5 How well it did', '5 Qué tan bien le fue'),
  districts: w('districts together', 'distritos juntos'),

  failing: w('6 Known failing patterns', '6 Patrones que se sabe que no reproduce'),
  failingText: w(
    'Patterns are facts of the past that a good model should make by itself (`checks/`). `vraem validate` tried {tried} of them on {date} with {draws} simulations: {inside} are made by at least half of the simulations, {outside} are not.',
    'Los patrones son hechos del pasado que un buen modelo debería producir solo (`checks/`). `vraem validate` probó {tried} el {date} con {draws} simulaciones: {inside} los produce al menos la mitad de las simulaciones, {outside} no.',
  ),
  failingOld: w(
    'That run was of another version of the model: `npm run validated` makes it again.',
    'Esa prueba es de otra versión del modelo: `npm run validated` la repite.',
  ),
  failingNever: w(
    'Patterns have not been tried for this version: `npm run validated` does it.',
    'Los patrones no se han probado con esta versión: lo hace `npm run validated`.',
  ),
  failingEchoes: w(
    'Patterns that only repeat what was put in, and those scored from outside, are not counted. The rule is that a miss changes the mechanism or is shown; it never widens the band.',
    'No se cuentan los patrones que solo repiten lo que se puso, ni los que se evalúan desde fuera. La regla: un fallo cambia el mecanismo o se muestra; nunca ensancha la banda.',
  ),
  pattern: w('Pattern', 'Patrón'),
  years: w('Years', 'Años'),
  met: w('Simulations that make it', 'Simulaciones que lo producen'),
  why: w('Why it is missed', 'Por qué falla'),
  noReason: w('no reason written yet', 'aún sin razón escrita'),

  rests: w('7 Answers that rest on assumptions', '7 Respuestas que descansan en supuestos'),
  restsText: w(
    'An answer is called “prior-driven” (†) when what moves it most are unknowns that the past does not tell. It then says what follows from the assumptions, not what the past teaches. The mark stands wherever such an answer is shown; `--json` names the unknowns.',
    'Una respuesta es «según supuestos» (†) cuando lo que más la mueve son incógnitas que el pasado no dice. Entonces cuenta lo que se sigue de los supuestos, no lo que enseña el pasado. La marca va dondequiera que se muestre esa respuesta; `--json` nombra las incógnitas.',
  ),
  restsAll: w(
    'Without calibrated draws that holds for every answer of this version.',
    'Sin simulaciones calibradas eso vale para todas las respuestas de esta versión.',
  ),
  restsLevers: w(
    'Unknowns directly behind each measure (parameters and rival mechanisms that read it), and how many of them the past tells:',
    'Incógnitas directamente detrás de cada medida (parámetros y mecanismos rivales que la leen), y cuántas de ellas dice el pasado:',
  ),
  lever: w('Measure', 'Medida'),
  behind: w('Unknowns behind it', 'Incógnitas detrás'),
  told: w('Told by the past', 'Las dice el pasado'),

  misuse: w('8 Misuse', '8 Mal uso'),
  misuseText: w(
    'Coca is grown by poor families, and people are killed over it. Figures like these can harm. These rules are part of the design, and tests hold them:',
    'La coca la siembran familias pobres, y por ella muere gente. Cifras como estas pueden hacer daño. Estas reglas son parte del diseño, y hay pruebas que las sostienen:',
  ),
  misuseFine: w(
    'Nothing finer than the district and the month; figures so small that they could point to families are not shown.',
    'Nada más fino que el distrito y el mes; no se muestran cifras tan pequeñas que podrían señalar a familias.',
  ),
  misuseNone: w(
    'No routes, sites, persons, tactics or steps of production, neither in the data nor in the answers. Private people are not accused.',
    'Ni rutas, ni sitios, ni personas, ni tácticas, ni pasos de producción, en los datos ni en las respuestas. No se acusa a particulares.',
  ),
  misuseViolence: w(
    'Attacks, armed control and the forces: whole valley and year only. Violence is an outcome for people, never a target.',
    'Ataques, control armado y fuerzas: solo todo el valle y por año. La violencia es algo que les pasa a las personas, nunca un objetivo.',
  ),
  misuseChoices: w(
    'Choices of traffickers and of the armed group are uncertainties; no command looks for the best one.',
    'Las decisiones de los traficantes y del grupo armado son incertidumbres; ninguna orden busca la mejor.',
  ),
  misuseWrong: w(
    'It is misuse to quote a median without its band and badge; to choose people, districts or dates for an operation; to rank districts as guilty; to show an answer marked † as a finding; to use it where the card says “cannot”.',
    'Es mal uso citar una mediana sin su banda y su marca; elegir personas, distritos o fechas para un operativo; ordenar distritos como culpables; mostrar una respuesta marcada † como un hallazgo; usarlo donde la ficha dice «no puede».',
  ),
  misuseRight: w(
    'Whoever sees such use, or a figure that harms, is asked to report it as an error (README, “Report an error”). The rules are not options that a user can switch off.',
    'A quien vea un uso así, o una cifra que haga daño, se le pide informarlo como un error (README, “Report an error”). Las reglas no son opciones que un usuario pueda apagar.',
  ),

  grounds: w('9 What it was built from', '9 De qué está hecho'),
  groundsText: w(
    '{claims} written claims and {rows} rows of series and events, each with its source; {contradictions} contradictions between sources are kept, {open} of them open. Of {parameters} parameters, {figures} rest on figures from sources, {sign} on the direction from a source and a judged size, {judgement} on judgement alone.',
    '{claims} afirmaciones escritas y {rows} filas de series y hechos, cada una con su fuente; se conservan {contradictions} contradicciones entre fuentes, {open} de ellas abiertas. De {parameters} parámetros, {figures} descansan en cifras de fuentes, {sign} en la dirección que da una fuente con un tamaño juzgado, {judgement} solo en un juicio.',
  ),
  groundsBias: w(
    'What the sources see least, the model knows least: what happens far from towns, what families in the trade earn, what goes unreported. Many claims repeat one origin, and are counted once.',
    'Lo que menos ven las fuentes es lo que menos sabe el modelo: lo que pasa lejos de los pueblos, lo que ganan las familias del negocio, lo que no se denuncia. Muchas afirmaciones repiten un mismo origen, y se cuentan una vez.',
  ),
  pins: w('10 Versions, and how to make this page again', '10 Versiones, y cómo hacer de nuevo esta página'),
  item: w('What', 'Qué'),
  hash: w('SHA-256', 'SHA-256'),
  pinModel: w('texts of the model', 'textos del modelo'),
  pinData: w('data package', 'paquete de datos'),
  pinParameters: w('table of parameters', 'tabla de parámetros'),
  pinDraws: w('draws', 'simulaciones'),
  again: w(
    '`npm run docs` writes this page again from what is there. Every result names the same hashes, and `vraem verify` repeats it bit by bit. Code: Apache-2.0; data: CC BY 4.0; how to cite: CITATION.cff.',
    '`npm run docs` vuelve a escribir esta página con lo que hay. Cada resultado nombra los mismos hashes, y `vraem verify` lo repite bit por bit. Código: Apache-2.0; datos: CC BY 4.0; cómo citar: CITATION.cff.',
  ),
} as const satisfies Readonly<Record<string, Words>>
