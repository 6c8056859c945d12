// What marks say: skill, what an answer rests on, what the model misses. In both languages.
import type { Words } from './input.ts'

export const markWords = {
  // how well foreseen
  skill_has: { es: 'con acierto', en: 'has skill' },
  skill_drift: { es: 'no mejor que la tendencia', en: 'no better than drift' },
  skill_naive: { es: 'no mejor que una regla simple', en: 'no better than a simple rule' },
  skill_unscored: { es: 'acierto sin evaluar', en: 'skill not scored' },
  skill_none: {
    es: 'Sin evaluar: no hay pronósticos de este resultado que se puedan medir contra cifras publicadas.',
    en: 'Not scored: there are no forecasts of this outcome that can be held against published figures.',
  },
  skill_set: { es: 'Pronósticos: {set}.', en: 'Forecasts: {set}.' },
  skill_on: { es: 'Cifras de {place}.', en: 'Figures of {place}.' },
  skill_title: { es: 'Acierto', en: 'Skill' },
  skill_note: {
    es: 'Pronósticos hechos con hechos anteriores, medidos contra lo que vino después y contra reglas simples.',
    en: 'Forecasts made with earlier facts, held against what came and against simple rules.',
  },
  // what an answer rests on
  prior_driven: { es: 'según supuestos', en: 'prior-driven' },
  basis_open: { es: 'base no determinada', en: 'basis not told' },
  basis_key: {
    es: '† según supuestos: depende sobre todo de lo que el pasado no identifica · ? base no determinada',
    en: '† prior-driven: rests mostly on what the past does not identify · ? basis not told',
  },
  basis_prior: {
    es: 'Según supuestos: {prior} de lo que mueve esta respuesta va con parámetros que el pasado no identifica (sobre todo {names}), {past} con los que sí.',
    en: 'Prior-driven: {prior} of what moves this answer goes with parameters that the past does not identify (above all {names}), {past} with those that it does.',
  },
  basis_past: {
    es: '{past} de lo que mueve esta respuesta va con parámetros que el pasado identifica (sobre todo {names}), {prior} con los que no.',
    en: '{past} of what moves this answer goes with parameters that the past identifies (above all {names}), {prior} with those that it does not.',
  },
  basis_behind: {
    es: 'Según supuestos: el pasado no identifica ninguno de los parámetros que están detrás de lo que cambia entre las dos políticas.',
    en: 'Prior-driven: the past identifies none of the parameters behind what differs between the two policies.',
  },
  basis_untold: {
    es: 'Ningún parámetro sobresale en estas simulaciones: no se puede decir de cuáles depende esta respuesta.',
    en: 'No parameter stands out in these simulations: which ones this answer rests on cannot be told.',
  },
  basis_packages: { es: 'según supuestos: {packages}', en: 'prior-driven: {packages}' },
  basis_every: { es: 'todos los paquetes', en: 'every package' },
  limit_prior_all: {
    es: 'Todas las respuestas son según supuestos: las simulaciones no están calibradas, así que el pasado no identifica ningún parámetro.',
    en: 'Every answer is prior-driven: the simulations are not calibrated, so the past identifies no parameter.',
  },
  limit_prior: {
    es: '{n} de {all} respuestas son según supuestos (†): lo que más las mueve son parámetros que el pasado no identifica.',
    en: '{n} of {all} answers are prior-driven (†): what moves them most are parameters that the past does not identify.',
  },
  limit_prior_untold: {
    es: 'De otras {open}, estas simulaciones no lo dicen (?).',
    en: 'Of another {open} these simulations do not tell (?).',
  },
  // what the model misses
  miss: {
    es: 'No lo reproduce ({years}): {said}. Lo cumple {share} de las simulaciones.',
    en: 'Not reproduced ({years}): {said}. Met by {share} of the simulations.',
  },
  miss_response: {
    es: 'No lo reproduce: {said}. Lo cumple {share} de las simulaciones.',
    en: 'Not reproduced: {said}. Met by {share} of the simulations.',
  },
  miss_years: { es: 'No lo reproduce ({years}).', en: 'Not reproduced ({years}).' },
  miss_reason: { es: 'Por qué: {reason} ({mechanism})', en: 'Why: {reason} ({mechanism})' },
  misses: { es: 'Lo que el modelo no reproduce aquí: {n}', en: 'What the model does not reproduce here: {n}' },
  limit_skill: {
    es: 'Acierto sin evaluar: el modelo todavía no se ha medido contra los años reservados ({holdout}).',
    en: 'Skill not scored: the model has not yet been measured against the years held out ({holdout}).',
  },
  limit_skill_old: {
    es: 'Acierto sin evaluar: los pronósticos retrospectivos son de otra versión del modelo; «vraem hindcast» los hace de nuevo.',
    en: 'Skill not scored: the hindcasts are of another version of the model; “vraem hindcast” makes them again.',
  },
  limit_skilled: {
    es: 'Resultados con acierto: {has}. No mejor que una regla simple: {naive}. Todos los demás resultados: sin evaluar.',
    en: 'Outcomes with skill: {has}. No better than a simple rule: {naive}. Every other outcome: not scored.',
  },
  limit_refitted: {
    es: 'Estas simulaciones se ajustaron con hechos hasta {until}; el acierto es el del ajuste con hechos hasta {before}.',
    en: 'These simulations were fitted to facts to {until}; skill is that of the fit to facts to {before}.',
  },
} as const satisfies Readonly<Record<string, Words>>
