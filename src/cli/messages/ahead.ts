/** What the commands of registered forecasts and of a new year say, in both languages. */

const words = {
  forecastHead: ['what', 'place', 'year', 'unit', '5 %', '50 %', '95 %', 'mean'],
  forecastsHead: ['name', 'made', 'from', 'years', 'draws', 'figures that came', 'CRPS', 'last value'],
  forecasting: (years: string, draws: number, note: string) => `Forecast of ${years} with ${draws} draws. ${note}`,
  registeredAs: (name: string, hash: string) => `Registered as ${name}, SHA-256 ${hash}. It is never written over.`,
  noForecasts: 'No forecast is registered yet: vraem forecast makes one.',
  comeHead: ['series', 'place', 'year', 'figure', '5 %', '50 %', '95 %', 'CRPS', 'last value'],
  noneCame: 'None of its figures has come yet.',
  learning: (figures: number, years: string, draws: number) =>
    `${figures} new figure${figures === 1 ? '' : 's'} of ${years}; ${draws} draws of the posterior are run to there.`,
  learningStep: (done: number) => `${Math.round(100 * done)} % of the new figures taken in`,
  learntHead: ['new figure', 'value', 'error', 'said before', 'said now'],
  movedHead: ['unknown', 'unit', 'before', 'now', 'moved, in sd'],
  notTakenIn: (rows: readonly string[], more: number) =>
    `Not taken in, for the model does not answer them for the valley: ${rows.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  next: (folder: string) =>
    `Look at it, copy ${folder} over data/posterior to use it everywhere, and register the next forecast: vraem forecast --posterior ${folder}`,
  stoppedLearning: 'Stopped; nothing was written.',
}
export type AheadWords = typeof words

const palabras: AheadWords = {
  forecastHead: ['qué', 'lugar', 'año', 'unidad', '5 %', '50 %', '95 %', 'media'],
  forecastsHead: ['nombre', 'hecho', 'desde', 'años', 'sorteos', 'cifras llegadas', 'CRPS', 'último valor'],
  forecasting: (years, draws, note) => `Pronóstico de ${years} con ${draws} sorteos. ${note}`,
  registeredAs: (name, hash) => `Registrado como ${name}, SHA-256 ${hash}. Nunca se sobrescribe.`,
  noForecasts: 'Aún no hay pronóstico registrado: vraem forecast hace uno.',
  comeHead: ['serie', 'lugar', 'año', 'cifra', '5 %', '50 %', '95 %', 'CRPS', 'último valor'],
  noneCame: 'Aún no llega ninguna de sus cifras.',
  learning: (figures, years, draws) =>
    `${figures} ${figures === 1 ? 'cifra nueva' : 'cifras nuevas'} de ${years}; ${draws} sorteos de la distribución posterior se corren hasta allí.`,
  learningStep: (done) => `${Math.round(100 * done)} % de las cifras nuevas incorporado`,
  learntHead: ['cifra nueva', 'valor', 'error', 'se decía', 'se dice ahora'],
  movedHead: ['incógnita', 'unidad', 'antes', 'ahora', 'se movió, en desv.'],
  notTakenIn: (rows, more) =>
    `No se incorporan, pues el modelo no las responde para el valle: ${rows.join(', ')}${more > 0 ? ` y ${more} más` : ''}.`,
  next: (folder) =>
    `Revíselo, copie ${folder} sobre data/posterior para usarlo en todo, y registre el próximo pronóstico: vraem forecast --posterior ${folder}`,
  stoppedLearning: 'Detenido; no se escribió nada.',
}

export const ahead = {
  en: {
    words,
    commands: {
      forecast: {
        about: 'register a forecast of the next six years, dated and hashed, to be scored when figures come',
        examples: [
          'vraem forecast',
          'vraem forecast list',
          'vraem forecast show 2026-11-22-1a2b3c4d',
          'vraem forecast --posterior my-posterior --out my-forecasts',
        ],
      },
      learn: {
        about: 'take the figures of a new year into the posterior, score the registered forecast, say what was learnt',
        examples: ['vraem learn --out posterior-2025', 'vraem learn --year 2025 --posterior my-posterior --out next'],
      },
    },
    options: {
      posterior: 'folder of a posterior other than the shipped one',
      year: 'last year whose figures are taken in (default: the last one that has some)',
    },
  },
  es: {
    words: palabras,
    commands: {
      forecast:
        'registra un pronóstico de los próximos seis años, con fecha y huella, que se puntúa al llegar las cifras',
      learn: 'incorpora las cifras de un año nuevo, puntúa el pronóstico registrado y dice qué se aprendió',
    },
    options: {
      posterior: 'carpeta de una distribución posterior distinta de la incluida',
      year: 'último año cuyas cifras se incorporan (por defecto: el último que las tiene)',
    },
  },
}
