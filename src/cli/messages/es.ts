/** Lo que dicen los comandos, en español; las mismas claves que la tabla inglesa. */
import { ahead } from './ahead.ts'
import { decision } from './decision.ts'
import type { Messages } from './en.ts'
import { en } from './en.ts'
import { open } from './open.ts'
import { search } from './search.ts'
import { skill } from './skill.ts'

const number = (value: number) => value.toPrecision(2).replace('.', ',')
const duration = (seconds: number) =>
  seconds >= 3600
    ? `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`
    : seconds >= 90
      ? `${Math.round(seconds / 60)} min`
      : `${Math.ceil(seconds)} s`

/** Los ejemplos son los mismos en los dos idiomas. */
const command = (name: keyof Messages['commands'], about: string) => ({ about, examples: en.commands[name].examples })

export const es: Messages = {
  about:
    'VRAEM Lab: qué se sabe del valle, cómo funciona y qué cambiarían las políticas, con la incertidumbre a la vista.',
  usage: 'Uso:',
  argumentsTitle: 'Argumentos:',
  optionsTitle: 'Opciones:',
  commandsTitle: 'Comandos:',
  examples: 'Ejemplos:',
  exitCodes:
    'Códigos de salida: 0 hecho, 1 una comprobación falló, 2 la entrada no sirve (se nombra cada problema), 3 una falla del programa, 130 detenido con Ctrl-C.',
  optionsWord: '[opciones]',
  commandWord: '[comando]',
  help: 'muestra esta ayuda',
  groups: { data: 'el paquete de datos', evidence: 'el libro de evidencias: afirmaciones, fuentes, contradicciones' },
  version: 'muestra la versión',
  commands: {
    start: command(
      'start',
      'compara los paquetes de políticas incluidos, imprime la tabla, escribe el informe y lo sirve',
    ),
    run: command('run', 'un escenario, un conjunto de sorteos'),
    compare: command('compare', 'corridas pareadas de varios escenarios; el primero es la referencia'),
    predict: command('predict', 'cuantiles de cualquier serie, lugar y año que el modelo cubre'),
    verify: command('verify', 'repite un manifiesto guardado y lo compara, bit por bit'),
    calibrate: command(
      'calibrate',
      'ajusta el modelo a lo sabido hasta un año y escribe la distribución posterior que usan las demás órdenes',
    ),
    screen: command('screen', 'prueba sorteos previos con lo sabido hasta 2018 y escribe la lista de los que pasan'),
    hindcast: command('hindcast', skill.es.commands.hindcast),
    validate: command('validate', skill.es.commands.validate),
    recover: command(
      'recover',
      'ajusta historias hechas por el propio modelo, cuya verdad se conoce, y dice cuántas veces las bandas la contienen',
    ),
    structure: command(
      'structure',
      'el concurso de mecanismos: qué patrones y respuestas cambian cuando se cambia un mecanismo',
    ),
    forecast: command('forecast', ahead.es.commands.forecast),
    learn: command('learn', ahead.es.commands.learn),
    decide: command('decide', decision.es.commands.decide),
    discover: command('discover', decision.es.commands.discover),
    sensitivity: command('sensitivity', open.es.commands.sensitivity),
    contested: command('contested', open.es.commands.contested),
    search: command('search', search.es.commands.search),
    interactions: command('interactions', search.es.commands.interactions),
    model: command('model', 'la descripción del propio modelo, tomada del código'),
    'data check': command('data check', 'revisa el paquete de datos: tipos, unidades, claves, rangos, lugares'),
    'evidence list': command('evidence list', 'afirmaciones, por tema, grupo de temas, lugar, periodo, fuente o clase'),
    'evidence show': command(
      'evidence show',
      'una afirmación o una contradicción: sus rivales, qué alimenta y todo lo dicho sobre esa cantidad en el tiempo',
    ),
    'evidence search': command('evidence search', 'búsqueda en español e inglés; las tildes no importan'),
    'evidence contradictions': command(
      'evidence contradictions',
      'dónde discrepan las fuentes y por qué; --found agrega lo que halla la máquina',
    ),
    'evidence coverage': command(
      'evidence coverage',
      'qué descansa solo en un juicio, qué afirmaciones no se usan, qué fuentes sostienen qué',
    ),
    'evidence check': command(
      'evidence check',
      'revisa el libro: unidades, lugares, periodos, enlaces, redacción; cada problema con su línea',
    ),
    'evidence reconcile': command(
      'evidence reconcile',
      'el rango de una cantidad por fuente, por año y por definición; nunca un promedio',
    ),
    'evidence export': command(
      'evidence export',
      'el libro como CSV (seguro en una hoja de cálculo), JSON-LD con PROV-O o Parquet',
    ),
    'evidence import': command(
      'evidence import',
      'más afirmaciones, series o hechos (ACLED, UCDP): primero se revisan y se muestran; --write los agrega',
    ),
    population: command(
      'population',
      'la población sintética; --check muestra cuánto se ajustan sus márgenes a los datos',
    ),
    serve: command('serve', 'sirve la página del laboratorio, con el último informe al lado, en 127.0.0.1'),
  },
  ahead: ahead.es.words,
  decision: decision.es.words,
  open: open.es.words,
  search: search.es.words,
  skill: skill.es.words,
  options: {
    ...ahead.es.options,
    ...decision.es.options,
    ...open.es.options,
    ...search.es.options,
    seed: 'semilla de todos los sorteos (sin ella, la de los sorteos incluidos)',
    draws: 'número de sorteos de parámetros',
    sample: 'parte de los hogares que se simula, de 1/1 a 1/200',
    workers: 'hilos de trabajo (sin ella, uno por núcleo; 0: ninguno)',
    json: 'JSON para programas en stdout, palabras en stderr',
    lang: 'idioma de las palabras',
    debug: 'muestra el lugar del programa cuando falla',
    out: 'dónde escribir',
    resume: 'sigue con una corrida detenida',
    model:
      'carpeta con reglas cambiadas (rutas como en src/system): corren junto a las originales, con sorteos pareados',
    scope: 'qué distritos son el VRAEM en las tablas (sin ella, los que declara cada resultado)',
    ...skill.es.options,
    quick: 'un ajuste menor: minutos en lugar de un cuarto de hora',
    lean: 'con el modelo reducido, donde también se puede probar ABC',
    until: 'último año cuyos hechos se usan (por defecto: 2018)',
    prior: 'sorteos previos sin el filtro de la historia',
    once: 'termina después del informe',
    port: 'puerto (sin ella, el primero libre desde 4173)',
    odd: 'la descripción ODD+D, en Markdown con fórmulas',
    graph: 'el mapa del sistema: quién lee y escribe qué, en DOT de Graphviz',
    card: 'la ficha del modelo: qué se puede preguntar, qué no, qué tan bueno es, dónde falla',
    trace: 'el cuaderno TRACE: cómo se hizo y se probó el modelo',
    reduced: 'con --graph: solo los mecanismos, unidos donde uno escribe lo que otro lee',
    parameters: 'cada parámetro con su unidad, rango, distribución y fuente',
    check: 'compara con los datos',
    misses: 'cuántos patrones fechados hasta 2018 puede fallar un sorteo',
    keep: 'termina cuando hayan pasado tantos sorteos',
    subject: 'de qué trata la afirmación, un nombre de evidence/subjects.csv',
    topic: 'grupo de temas, un nombre de evidence/topics.csv',
    place: 'lugar, escrito de cualquier modo: VRAEM, Perú, un distrito, su ubigeo',
    period: 'año, mes o tramo que la afirmación toca: 2014, 2014-03, 2010/2014',
    source: 'id de la fuente, como en evidence/sources.csv',
    kind: 'clase de afirmación: quantity, qualitative, causal, event, observation',
    reason: 'por qué discrepan: definition, territory, period, method, unit, attribution, merging, dispute, unknown',
    observations: 'también las filas de series y hechos, no solo lo que afirman los textos',
    found: 'también las que nadie ha descrito aún, halladas al comparar cifras',
    limit: 'cuántas líneas como máximo',
    as: 'qué es el archivo, cuando su encabezado no lo dice',
    format: 'forma de la exportación',
    write: 'agrega al paquete de datos; sin ella no se escribe nada',
    replace: 'reemplaza los meses que una importación anterior de los mismos eventos cuenta de otro modo',
    series: 'serie de una tabla con los años en columnas',
    unit: 'unidad de sus cifras',
    decimal: 'signo decimal del archivo, cuando no se deduce',
    dates: 'orden de día y mes, cuando las fechas no lo dicen',
    encoding: 'codificación del archivo: utf-8, windows-1252, utf-16le, utf-16be',
  },
  progress: (p) =>
    `${p.done} de ${p.total} sorteos` +
    (p.secondsLeft === undefined
      ? ''
      : ` · ${number(p.perSecond)} por segundo · faltan unos ${duration(p.secondsLeft)}`),
  preparing: 'Preparando los datos, los hogares y la máquina …',
  running: (scenarios, draws, sample, workers) =>
    `${scenarios.join(', ')}: ${draws} sorteos, hogares 1/${sample}, ${workers === 0 ? 'sin hilos de trabajo' : `${workers} hilo${workers === 1 ? '' : 's'} de trabajo`}`,
  resumed: (done, total) => `Continúa: ${done} de ${total} sorteos ya estaban hechos.`,
  workerLost: (why) => `Un hilo de trabajo murió (${why}); su sorteo se repite en uno nuevo.`,
  otherKernels: {
    scalar:
      'Aquí WebAssembly no tiene vectores: las reglas corren hogar por hogar, con los mismos números, unas veces más lento.',
    plain:
      'Aquí no hay WebAssembly: las reglas corren como bucles simples, con los mismos números, muchas veces más lento.',
  },
  rulesCompiled: (files, ms) => `Reglas cambiadas compiladas en ${Math.max(1, Math.round(ms))} ms: ${files.join(', ')}`,
  soFar: (done, total, figures) =>
    `Tras ${done} de ${total} sorteos, mediana y nueve de cada diez sorteos: ${figures.join('; ')}`,
  stopped: (done, total, again) =>
    `Detenido. ${done} de ${total} sorteos están hechos y guardados. Para seguir: ${again}`,
  stoppedPlain: 'Detenido.',
  written: (folder) => `Escrito: ${folder}`,
  report: (file) => `Informe: ${file}`,
  serving: ({ url, report }) => `Laboratorio: ${url}${report ? `, informe: ${report}` : ''} (Ctrl-C lo detiene)`,
  noReport: 'todavía no hay informe',
  fault: (message) => `Una falla del programa, no de su entrada: ${message}`,
  reportFault: (url) =>
    `Avise por favor${url === undefined ? ' a quien le dio este programa, con el comando' : ` en ${url}`}; --debug muestra el lugar del programa.`,
  dataFine: (tables, rows) => `El paquete de datos está en orden: ${tables} tablas, ${rows} filas.`,
  problems: (n) => `${n} problema${n === 1 ? '' : 's'}.`,
  marginsHead: ['margen', 'lugar', 'meta', 'valor', 'error'],
  marginsFine: (n, worst) => `${n} márgenes, todos dentro de su tolerancia; el mayor error es ${worst}.`,
  marginsBad: (bad, n) => `${bad} de ${n} márgenes fuera de su tolerancia.`,
  same: (hash) => `Reproducido: el resultado es el mismo, bit por bit (${hash.slice(0, 12)}).`,
  notSame: (n) => `No reproducido: ${n} diferencia${n === 1 ? '' : 's'}.`,
  differs: (field, saved, again) => `${field}: guardado ${saved}, ahora ${again}`,
  fileDiffers: (file) => `${file}: no es lo que da la corrida`,
  patternsHead: ['patrón', 'qué', 'papel', 'dentro', 'mediana', 'banda', 'respuesta'],
  patternWords: {
    inside: 'dentro',
    outside: 'fuera',
    'not run': 'no se corrió',
    'held back': 'apartado',
  },
  missedHead: ['patrón', 'no cumplido'],
  stages: { screening: 'selección de incógnitas', matching: 'descarte', smoothing: 'ajuste' },
  trials: (p) =>
    `${p.done} de ${p.total} corridas de esta ronda` +
    (p.secondsLeft === undefined
      ? ''
      : ` · ${p.perSecond.toPrecision(2)} por segundo · faltan unos ${duration(p.secondsLeft)}`),
  recovering: (histories, members, rounds) =>
    `se ajustan ${histories} historias cuya verdad se conoce, ${members} miembros en ${rounds} rondas cada una, con dos algoritmos`,
  recovered: (algorithm, history) => `historia ${history} ajustada por ${algorithm}`,
  recoveryHead: ['algoritmo', 'CRPS medio de los cuantiles', 'bandas de 90% con la verdad', 'corridas por historia'],
  recoveryUnknownsHead: ['incógnita', 'verdad dentro'],
  recoveryBetter: (name, support) =>
    `menor CRPS: ${name}, en ${support}% de las historias remuestreadas; un ajuste que no aprende nada tiene 0,167`,
  stageDone: (stage, done, runs) => `${stage}: ${Math.round(100 * done)}% · ${runs} corridas`,
  calibrating: (targets, until, sample) =>
    `Calibración: ${targets} objetivos fechados hasta ${until}, hogares 1/${sample}.`,
  contesting: (swaps, draws, sample) =>
    `Concurso: el modelo como es y ${swaps} cambios, ${draws} muestras, hogares 1/${sample}. Nada se vuelve a ajustar.`,
  contestStopped: 'Detenido. Lo terminado queda guardado: el mismo comando sigue desde ahí.',
  calibrationStopped: (command) => `Detenido. Lo alcanzado se conserva. Para seguir: ${command}`,
  targetsHead: ['objetivo', 'observado', 'mediana', 'nueve de diez', 'error en d.e.', ''],
  unknownsHead: [
    'incógnita',
    'unidad',
    'antes: nueve de diez',
    'mediana',
    'ahora: nueve de diez',
    'dispersión que queda',
    '',
  ],
  missedWord: 'fallado',
  notIdentifiedWord: 'no identificada',
  calibrated: (met, of, open, all) =>
    `${met} de ${of} objetivos dentro de dos desviaciones estándar; ${open} de ${all} incógnitas no están identificadas: lo que descansa en ellas lo decide la distribución previa.`,
  nothingLeft: (targets) =>
    `Ningún punto de las distribuciones previas cumple todos los objetivos; contra el más cercano: ${targets.join(', ')}.`,
  screened: (kept, tried) => `Pasan ${kept} de ${tried} sorteos previos.`,
  priorNote: 'Los sorteos vienen de las distribuciones previas de data/parameters.csv, no de una posterior calibrada.',
  predicted: (ok, rest) => `${ok} filas con predicción, ${rest} no modeladas o de lugar desconocido.`,
  claimsHead: ['id', 'fuente', 'lugar', 'periodo', 'cifra', 'qué se dice'],
  claimsFound: (shown, total) =>
    shown < total
      ? `${shown} de ${total} afirmaciones; se acota con --subject, --place, --period, --source o --kind, o se piden más con --limit.`
      : `${total} ${total === 1 ? 'afirmación' : 'afirmaciones'}.`,
  observationsToo: (n) =>
    `${n === 1 ? 'También coincide 1 fila' : `También coinciden ${n} filas`} de series: agregue --observations.`,
  wordsIgnored: (ignored) =>
    `No hay nada con ${ignored.map((word) => `«${word}»`).join(', ')}; se muestran las que tienen las demás palabras.`,
  nothingFound: 'Nada en el libro coincide.',
  contradictionsFound: (written, found, folded) =>
    `${written} ${written === 1 ? 'contradicción descrita' : 'contradicciones descritas'}${found === 0 ? '' : `, ${found} más halladas al comparar cifras${folded === found ? '' : `, en ${folded} ${folded === 1 ? 'grupo' : 'grupos'} de la misma cantidad y las mismas fuentes, la mayor distancia primero`}`}.`,
  ledgerFine: (claims, sources, contradictions, links) =>
    `El libro está en orden: ${claims} afirmaciones, ${sources} fuentes, ${contradictions} contradicciones, ${links} enlaces.`,
  rowsRead: (n) => `${n} ${n === 1 ? 'fila leída' : 'filas leídas'}`,
  importStopped: 'Detenido. No se escribió nada; los datos están como estaban.',
  importWritten: 'Ctrl-C llegó tarde: todo está escrito y los datos están completos.',
  nothingImported: (n) => `${n} ${n === 1 ? 'problema' : 'problemas'}: no se importó nada.`,
  exported: (files, folder) => `${files} ${files === 1 ? 'archivo escrito' : 'archivos escritos'} en ${folder}`,
  parametersHead: ['parámetro', 'unidad', 'bajo', 'central', 'alto', 'distribución', 'afirmaciones', 'fuente'],
}
