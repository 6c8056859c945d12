// What tables, sentences and pages say of a sensitivity analysis.
import type { Words } from '../input.ts'

export const words = {
  level: { en: '{outcome}, level under “{reference}”', es: '{outcome}, nivel con «{reference}»' },
  difference: {
    en: '{outcome}, what “{package}” changes against “{reference}”',
    es: '{outcome}, lo que «{package}» cambia frente a «{reference}»',
  },
  in_year: { en: 'in {to}', es: 'en {to}' },
  mean_of: { en: 'mean {from}–{to}', es: 'media {from}–{to}' },
  input: { en: 'what is turned', es: 'qué se mueve' },
  size: { en: 'size', es: 'tamaño' },
  way: { en: 'on average', es: 'en promedio' },
  spread: { en: 'spread', es: 'dispersión' },
  behind: { en: 'contradictions', es: 'contradicciones' },
  first: { en: 'alone', es: 'solo' },
  total: { en: 'with interactions', es: 'con interacciones' },
  swing: { en: 'swing', es: 'recorrido' },
  curve: { en: 'curve', es: 'curva' },
  ends: { en: 'from, to', es: 'desde, hasta' },
  share: { en: 'share', es: 'parte' },
  mostly: { en: 'mostly', es: 'sobre todo' },
  by_subsystem: { en: 'subsystem', es: 'subsistema' },
  by_contested: { en: 'contradiction', es: 'contradicción' },
  about_morris: {
    en: '{runs} runs along {paths} paths through {n} unknowns, households 1/{sample}, {range}. Size: mean effect of moving one unknown across its range, either way, in the unit of the outcome; spread: how much it depends on all the others. Figures in brackets are not told from zero.',
    es: '{runs} corridas por {paths} caminos a través de {n} incógnitas, hogares 1/{sample}, {range}. Tamaño: efecto medio de mover una incógnita a lo largo de su rango, en cualquier sentido, en la unidad del resultado; dispersión: cuánto depende de todas las demás. Las cifras entre paréntesis no se distinguen de cero.',
  },
  about_sobol: {
    en: '{runs} runs over {n} unknowns, households 1/{sample}, {range}. Alone: share of the variance that goes away on average when this one is known; with interactions: share that stays when all others are known. In brackets 5 and 95 % of resamples.',
    es: '{runs} corridas sobre {n} incógnitas, hogares 1/{sample}, {range}. Solo: parte de la varianza que en promedio desaparece al conocerla; con interacciones: parte que queda al conocer todas las demás. Entre paréntesis, 5 y 95 % de los remuestreos.',
  },
  about_curves: {
    en: '{runs} runs: one of {n} unknowns at a time, {draws} draws at each point, households 1/{sample}, {range}. The curve is the mean of the draws; swing: from its lowest point to its highest, beside the 10–90 % band of the draws.',
    es: '{runs} corridas: una de {n} incógnitas a la vez, {draws} sorteos en cada punto, hogares 1/{sample}, {range}. La curva es la media de los sorteos; recorrido: de su punto más bajo al más alto, junto a la banda 10–90 % de los sorteos.',
  },
  prior: { en: 'over the priors', es: 'sobre las distribuciones previas' },
  posterior: {
    en: 'over what the past left of each unknown (how they hang together is left out)',
    es: 'sobre lo que el pasado dejó de cada incógnita (no se cuenta cómo se ligan entre sí)',
  },
  screened: {
    en: 'The unknowns are the strongest of a screening of all.',
    es: 'Las incógnitas son las más fuertes de un filtro de todas.',
  },
  emulator: {
    en: 'From an emulator: each run predicted from the others, it explains {explained} of the variance; the rest is chance and all other unknowns. {within} of the runs lie within two of its standard deviations.',
    es: 'De un emulador: cada corrida predicha con las demás, explica {explained} de la varianza; lo demás es azar y todas las otras incógnitas. {within} de las corridas caen dentro de dos de sus desviaciones.',
  },
  emulator_bad: {
    en: 'This emulator is bad: it explains {explained} of the variance of the runs. Its indices speak of that part alone and should not be used.',
    es: 'Este emulador es malo: explica {explained} de la varianza de las corridas. Sus índices hablan solo de esa parte y no deben usarse.',
  },
  on_model: { en: 'From runs of the model itself.', es: 'De corridas del propio modelo.' },
  none: {
    en: 'Nothing that was turned moves this outcome clearly.',
    es: 'Nada de lo que se movió mueve claramente este resultado.',
  },
  most: {
    en: '{outcome}: moved most by {first} ({size}), then {second}.',
    es: '{outcome}: lo que más lo mueve es {first} ({size}), luego {second}.',
  },
  most_one: { en: '{outcome}: moved by {first} ({size}).', es: '{outcome}: lo mueve {first} ({size}).' },
  groups_subsystem: {
    en: 'The largest part belongs to {first} ({share}).',
    es: 'La parte mayor corresponde a {first} ({share}).',
  },
  contested_behind: {
    en: 'Sources disagree about {n} of its {k} strongest unknowns ({groups}).',
    es: 'Las fuentes no concuerdan en {n} de sus {k} incógnitas más fuertes ({groups}).',
  },
  contested_none: {
    en: 'No described contradiction stands behind its {k} strongest unknowns: there the ledger is silent, not agreed.',
    es: 'Ninguna contradicción descrita está detrás de sus {k} incógnitas más fuertes: ahí el libro calla, no acuerda.',
  },
  overlap: {
    en: 'Contradictions share unknowns, so their parts need not add up to all.',
    es: 'Las contradicciones comparten incógnitas, así que sus partes no tienen que sumar el todo.',
  },
  title: { en: 'What moves the answers', es: 'Qué mueve las respuestas' },
} as const satisfies Readonly<Record<string, Words>>
