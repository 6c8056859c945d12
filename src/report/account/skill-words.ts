// Words on how well the model did: in the model card and in the TRACE notebook.
import type { Words } from '../input.ts'

const w = (en: string, es: string): Words => ({ en, es })

export const SKILL = {
  crpsMeans: w(
    'CRPS is the mean distance between a forecast band and what came; less is better, and 0.05 is about 5 % for areas and prices. A good 90 % band holds about 90 of 100 figures: far fewer means too sure, all of them means too wide.',
    'CRPS es la distancia media entre la banda del pronóstico y lo que vino; menos es mejor, y 0,05 es cerca de 5 % en áreas y precios. Una buena banda de 90 % contiene unas 90 de cada 100 cifras: mucho menos es demasiada seguridad, todas es demasiado ancha.',
  ),
  past: w('Past years, foretold with what was known before', 'Años pasados, pronosticados con lo sabido antes'),
  pastNone: w(
    'No such forecasts can be scored for this version, so every badge says “skill not scored”. `vraem hindcast` makes them, `vraem validate` scores them.',
    'Con esta versión no hay pronósticos así que puntuar, por eso toda marca dice «acierto sin evaluar». `vraem hindcast` los hace, `vraem validate` los puntúa.',
  ),
  tuned: w('tuning was allowed on these years', 'en estos años se permitió ajustar'),
  refused: w('Left aside:', 'Se deja de lado:'),
  outcome: w('Outcome', 'Resultado'),
  place: w('Place', 'Lugar'),
  rule: w('Rule', 'Regla'),
  n: w('n', 'n'),
  crps: w('CRPS', 'CRPS'),
  best: w('Best simple rule', 'Mejor regla simple'),
  bestCrps: w('its CRPS', 'su CRPS'),
  cover: w('In the 90 % band', 'En la banda de 90 %'),
  half: w('± half of the band', '± mitad de la banda'),
  badge: w('Verdict', 'Veredicto'),
  logScore: w('Log score', 'Punt. log'),
  unscored: w('Cannot be scored: {outcome}, because {why}.', 'No se puede puntuar: {outcome}, porque {why}.'),

  look: w('The years held out, 2019 to 2024: the first look', 'Los años reservados, 2019 a 2024: la primera mirada'),
  lookNone: w(
    'Nobody has looked yet. `vraem validate --look` opens these years once; its scores go to `docs/looks.csv` and count for good.',
    'Nadie ha mirado todavía. `vraem validate --look` abre estos años una sola vez; sus puntajes van a `docs/looks.csv` y quedan para siempre.',
  ),
  lookMade: w(
    'Opened on {date} at commit `{commit}`. These scores count and are never replaced ([looks.csv](looks.csv)); looks so far: {looks}.',
    'Abiertos el {date} en el commit `{commit}`. Estos puntajes cuentan y no se reemplazan ([looks.csv](looks.csv)); miradas hasta ahora: {looks}.',
  ),
  lookRefit: w(
    'The draws that ship were fitted to facts to {until}; these scores are those of the fit to 2018.',
    'Las simulaciones incluidas se ajustaron con hechos hasta {until}; estos puntajes son los del ajuste hasta 2018.',
  ),

  pseudo: w('Histories whose truth is known', 'Historias cuya verdad se conoce'),
  pseudoNone: w(
    'The test has not been run for this version: `vraem recover --out docs` lets the model make histories, fits them as if they were the real one, and counts how often the bands hold the truth.',
    'La prueba no se ha corrido con esta versión: `vraem recover --out docs` hace que el modelo produzca historias, las ajusta como si fueran la real y cuenta cuántas veces las bandas contienen la verdad.',
  ),
  pseudoMade: w(
    'The model made {histories} histories, which were then fitted as if they were the real one ({date}). A 90 % band should hold the truth in about 90 of 100 cases; 80 to 97 is accepted.',
    'El modelo produjo {histories} historias, que luego se ajustaron como si fueran la real ({date}). Una banda de 90 % debe contener la verdad en unos 90 de cada 100 casos; se acepta de 80 a 97.',
  ),
  pseudoOld: w(
    'It was run with another version of the model (`{model}`); `vraem recover --out docs` repeats it.',
    'Se corrió con otra versión del modelo (`{model}`); `vraem recover --out docs` la repite.',
  ),
  method: w('Way of fitting', 'Forma de ajustar'),
  held: w('Truth in the 90 % band', 'Verdad en la banda de 90 %'),
  sure: w('Bounds of that share', 'Límites de esa parte'),
  error: w('CRPS of unknowns', 'CRPS de incógnitas'),

  waiting: w('Forecasts that are registered', 'Pronósticos registrados'),
  waitingNone: w(
    'None yet. `vraem forecast` registers one, dated and hashed; it is scored when figures come.',
    'Ninguno todavía. `vraem forecast` registra uno, con fecha y hash; se puntúa cuando llegan cifras.',
  ),
  waitingSome: w(
    'Never written over; `vraem forecast list` scores what has come.',
    'Nunca se reescriben; `vraem forecast list` puntúa lo que ya llegó.',
  ),
  name: w('Name', 'Nombre'),
  date: w('Date', 'Fecha'),
  years: w('Years', 'Años'),
  outcomes: w('Outcomes', 'Resultados'),
  drawn: w('Simulations', 'Simulaciones'),
} as const satisfies Readonly<Record<string, Words>>
