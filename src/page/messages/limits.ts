// Words of the limits view that the project does not say elsewhere.
import type { Words } from '../../report/input.ts'

export const limits = {
  limits_title: { es: 'Lo que este laboratorio no puede responder', en: 'What this laboratory cannot answer' },
  limits_lead: {
    es: 'Una franja dice cuánto dejan abierto los datos del modelo. No contiene lo que el modelo deja fuera.',
    en: 'A band says how much the model’s inputs leave open. It does not contain what the model leaves out.',
  },
  limits_before: { es: 'Antes de usar un número', en: 'Before using a number' },
  limits_words: { es: 'Qué quieren decir las palabras', en: 'What the words mean' },
  limits_words_sure: {
    es: 'al menos {n} de cada 100 simulaciones van en ese sentido',
    en: 'at least {n} of 100 simulations go that way',
  },
  limits_words_less: { es: 'menos: los datos no separan los dos lados', en: 'fewer: the data do not separate the two' },
  limits_words_band: { es: 'de la simulación 5 a la 95 de cada 100', en: 'simulation 5 to simulation 95 of each 100' },
  word_very_likely: { es: 'muy probable', en: 'very likely' },
  word_likely: { es: 'probable', en: 'likely' },
  word_open: { es: 'no se puede separar', en: 'cannot be told apart' },
  word_band: { es: 'la franja, «de … a …»', en: 'the band, “from … to …”' },
  limits_misses: { es: 'Lo que el modelo no reproduce', en: 'What the model does not reproduce' },
  limits_misses_lead: {
    es: 'De {of} patrones del pasado que una corrida de la historia puede probar, {missed} quedan fuera en la mayoría de {draws} simulaciones ({date}).',
    en: 'Of {of} patterns of the past that a run of history can test, {missed} are missed in most of {draws} simulations ({date}).',
  },
  limits_misses_old: {
    es: 'El código del modelo ha cambiado desde esa corrida.',
    en: 'The code of the model has changed since that run.',
  },
  limits_share: { es: 'cumple en {share} de las simulaciones', en: 'met in {share} of the simulations' },
  limits_unasked: {
    es: 'Otros {n} patrones no se han probado, o se guardan hasta que se abran los años reservados.',
    en: 'Another {n} patterns have not been tried, or are held back until the hold-out is opened.',
  },
  limits_open: { es: 'Lo que el pasado no identifica', en: 'What the past does not identify' },
  limits_open_lead: {
    es: 'Ajustado con hechos hasta {until}. De {fitted} parámetros ajustados, el pasado deja {open} tan abiertos como antes; otros {kept} no mueven ningún hecho lo bastante como para ajustarlos y quedan como se supusieron. Una respuesta que depende sobre todo de ellos lleva la marca «según supuestos».',
    en: 'Fitted to facts to {until}. Of {fitted} parameters that were fitted, the past leaves {open} as open as before; another {kept} move no fact enough to be fitted and stay as they were assumed. An answer that rests mostly on these is marked “prior-driven”.',
  },
  limits_open_list: { es: 'Parámetros que el pasado no identifica', en: 'Parameters that the past does not identify' },
  limits_open_note: {
    es: 'El porcentaje es lo que queda de la dispersión supuesta: 100 % es nada aprendido.',
    en: 'The percentage is what is left of the assumed spread: 100% is nothing learnt.',
  },
  limits_open_none: {
    es: 'Las simulaciones no están calibradas: el pasado no identifica ningún parámetro, y todas las respuestas son según supuestos.',
    en: 'The simulations are not calibrated: the past identifies no parameter, and every answer is prior-driven.',
  },
  limits_districts: { es: 'por distrito', en: 'by district' },
  limits_evidence: { es: 'Lo que la evidencia no sostiene', en: 'What the evidence does not hold up' },
  limits_judgement: {
    es: '{judgement} de {parameters} parámetros se apoyan solo en un juicio, sin ninguna afirmación detrás.',
    en: '{judgement} of {parameters} parameters rest on judgement alone, with no claim behind them.',
  },
  limits_judgement_list: { es: 'Ver cuáles', en: 'See which' },
  limits_unused: {
    es: '{unused} de {claims} afirmaciones escritas no alimentan nada del modelo ni están en disputa.',
    en: '{unused} of {claims} written claims feed nothing in the model and are in no dispute.',
  },
  limits_contested: {
    es: '{open} de {contradictions} contradicciones siguen abiertas.',
    en: '{open} of {contradictions} contradictions are still open.',
  },
  limits_ignores: { es: 'Lo que cada mecanismo deja fuera', en: 'What each mechanism leaves out' },
  limits_misuse: { es: 'Para qué no sirve', en: 'What it is not for' },
  misuse_operations: {
    es: 'Nada más fino que distrito y mes: ni rutas, ni sitios, ni personas, ni tácticas, ni pasos de elaboración.',
    en: 'Nothing finer than district and month: no routes, sites, persons, tactics or production steps.',
  },
  misuse_violence: {
    es: 'Los ataques y el control armado se proyectan solo para todo el valle y el año. La violencia es un daño para la gente, nunca una meta.',
    en: 'Attacks and armed control are projected for the whole valley and the year only. Violence is a harm to people, never a target.',
  },
  misuse_choices: {
    es: 'Lo que deciden traficantes y grupo armado es incertidumbre; ningún comando lo optimiza.',
    en: 'What traffickers and the armed group choose is uncertainty; no command optimises it.',
  },
  misuse_people: { es: 'No se acusa a personas particulares.', en: 'Private people are not accused.' },
  misuse_forecast: {
    es: 'No es un pronóstico de hechos ni una sola línea hacia el futuro.',
    en: 'It is not a forecast of events, nor a single line into the future.',
  },
  misuse_borders: {
    es: 'Un distrito dibujado no es un límite: las formas son esquemáticas.',
    en: 'A district that is drawn is not a boundary: shapes are schematic.',
  },
  limits_cite: { es: 'Cómo citar', en: 'How to cite' },
  limits_cite_note: {
    es: 'Si usa resultados, nombre también el manifiesto de la corrida.',
    en: 'If you use results, name the manifest of the run too.',
  },
  limits_licence: { es: 'Licencia', en: 'Licence' },
  copy: { es: 'Copiar', en: 'Copy' },
  copied: { es: 'Copiado', en: 'Copied' },
} as const satisfies Readonly<Record<string, Words>>
