/** What hindcasts, the validation of patterns and the score card say, in both languages. */

const words = {
  made: (set: string, origins: number, folder: string) =>
    `${set}: ${origins} origin${origins === 1 ? '' : 's'} in ${folder}`,
  fitting: (title: string, origin: number, shipped: boolean) =>
    `${title}: origin ${origin}${shipped ? ', with the shipped posterior' : ''}`,
  kept: (set: string, kept: number, of: number) => `${set}: ${kept} of ${of} origins are there already.`,
  later: (set: string) => `${set}: not made; it needs figures of the hold-out, which is not opened yet.`,
  stopped: (done: number, of: number, again: string) =>
    `Stopped. ${done} of ${of} origins are kept. Go on with: ${again}`,
  weights: (file: string) => `Weights of the stack and stated discrepancies: ${file}. Commit them before the look.`,
  patterns: (role: string, missed: number, of: number) => `Role ${role}: ${missed} of ${of} missed.`,
  withCause: (done: number, total: number) => `With and without the cause: ${done} of ${total} draws.`,
  noHindcasts: 'No hindcast is there, so nothing is scored. Make them: vraem hindcast --quick',
  notOpened: 'Hold-out 2019–2024: not opened. It is opened once, by: vraem validate --look',
  look: (look: number, date: string, commit: string) =>
    `Hold-out 2019–2024, look ${look} of ${date} at commit ${commit.slice(0, 10)}:`,
  counts: 'The first look is the score that counts; later ones never replace it.',
  lookHead: ['outcome', 'place', 'rule', 'n', 'CRPS', 'log score', '90 % band', '± half', 'verdict'],
  badges: { 'has skill': 'has skill', 'no better than naive': 'no better', 'not scored': 'not scored', naive: '' },
  prototype: (crps: string, covered: number, of: number) =>
    `As published for the mean-field prototype on these six areas: CRPS ${crps}, ${covered} of ${of} inside the 90 % band.`,
  nothing: (title: string) => `${title}: not scored yet.`,
}
export type SkillWords = typeof words

const palabras: SkillWords = {
  made: (set, origins, folder) => `${set}: ${origins} ${origins === 1 ? 'origen' : 'orígenes'} en ${folder}`,
  fitting: (title, origin, shipped) =>
    `${title}: origen ${origin}${shipped ? ', con la distribución posterior incluida' : ''}`,
  kept: (set, kept, of) => `${set}: ${kept} de ${of} orígenes ya están.`,
  later: (set) => `${set}: no se hace; necesita cifras de la reserva, que aún no se abrió.`,
  stopped: (done, of, again) => `Detenido. Quedan guardados ${done} de ${of} orígenes. Siga con: ${again}`,
  weights: (file) =>
    `Pesos de la mezcla y discrepancias declaradas: ${file}. Regístrelos en el repositorio antes de mirar.`,
  patterns: (role, missed, of) => `Papel ${role}: ${missed} de ${of} no se cumplen.`,
  withCause: (done, total) => `Con y sin la causa: ${done} de ${total} sorteos.`,
  noHindcasts: 'No hay pronósticos retrospectivos, así que nada se puntúa. Hágalos: vraem hindcast --quick',
  notOpened: 'Reserva 2019–2024: sin abrir. La abre, una sola vez: vraem validate --look',
  look: (look, date, commit) => `Reserva 2019–2024, mirada ${look} del ${date} en el commit ${commit.slice(0, 10)}:`,
  counts: 'Cuenta la primera mirada; las posteriores nunca la reemplazan.',
  lookHead: ['magnitud', 'lugar', 'regla', 'n', 'CRPS', 'punt. log', 'banda 90 %', '± mitad', 'veredicto'],
  badges: {
    'has skill': 'acierto propio',
    'no better than naive': 'no mejor',
    'not scored': 'sin puntuar',
    naive: '',
  },
  prototype: (crps, covered, of) =>
    `Publicado para el prototipo de campo medio en estas seis áreas: CRPS ${crps}, ${covered} de ${of} dentro de la banda de 90 %.`,
  nothing: (title) => `${title}: aún sin puntuar.`,
}

const en = {
  hindcast: {
    about: 'forecast years that have passed from what was known before them, and keep it for the score card',
    examples: [
      'vraem hindcast --quick',
      'vraem hindcast rolling space --out my-hindcasts',
      'vraem hindcast rolling --resume my-hindcasts',
    ],
  },
  validate: {
    about: 'which patterns of history one ensemble reproduces, misses included, and how good past forecasts were',
    examples: ['vraem validate --draws 64', 'vraem validate --json', 'vraem validate --look'],
  },
}

export const skill = {
  en: {
    words,
    commands: en,
    options: {
      look: 'open the hold-out: score it once and write the look down; the first look is the one that counts',
    },
  },
  es: {
    words: palabras,
    commands: {
      hindcast: 'pronostica años ya pasados con lo que se sabía antes, y lo guarda para la tarjeta de puntuación',
      validate:
        'qué patrones de la historia reproduce un conjunto, con los que no, y qué tan buenos fueron pronósticos pasados',
    },
    options: { look: 'abre la reserva: la puntúa una vez y anota la mirada; cuenta la primera' },
  },
}
