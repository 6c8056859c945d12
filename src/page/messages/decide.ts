// Words of the view that asks what holds up under many futures.
import type { Words } from '../../report/input.ts'

export const decide = {
  view_decide: { es: 'Decidir', en: 'Decide' },
  decide_title: { es: '¿Qué aguanta, pase lo que pase?', en: 'What holds up, whatever happens?' },
  decide_lead: {
    es: 'Los mismos {futures} futuros para cada paquete: sorteos de lo que no se sabe, mecanismos rivales y mundos distintos (precios, demanda, clima, ayuda, cierre). No se dice qué futuro es probable, sino qué paquete queda cerca del mejor en casi todos.',
    en: 'The same {futures} futures for every package: draws of what is not known, rival mechanisms and different worlds (prices, demand, climate, aid, closure). Nothing says which future is likely; it says which package stays near the best in nearly all.',
  },
  decide_absent: {
    es: 'Esta copia de la página no trae ningún estudio. Con «vraem decide» se hace uno.',
    en: 'This copy of the page brings no study. “vraem decide” makes one.',
  },
  decide_leading: { es: 'Quién va adelante', en: 'Who leads' },
  decide_more: {
    es: 'Dónde las medidas no coinciden, y qué queda fuera',
    en: 'Where measures disagree, and what is left out',
  },
  decide_package: { es: 'Paquete que se mira', en: 'Package looked at' },
  decide_wanted: { es: 'Lo que usted quiere que se cumpla', en: 'What you want kept' },
  decide_wanted_note: {
    es: 'Marque resultados y mueva el límite: la tabla dice en qué parte de los futuros cada paquete los cumple todos.',
    en: 'Tick outcomes and move the limit: the table says in what share of the futures each package keeps them all.',
  },
  decide_no_wish: { es: 'Marque al menos un resultado.', en: 'Tick at least one outcome.' },
  decide_nobody: {
    es: 'Ningún paquete los cumple todos en ningún futuro. Afloje uno: cada columna dice hasta dónde se llega por separado.',
    en: 'No package keeps them all in any future. Loosen one: each column says how far it goes alone.',
  },
  decide_all: { es: 'todos', en: 'all' },
  decide_column: { es: 'Paquete', en: 'Package' },
  decide_at_most: { es: 'a lo sumo {value}', en: 'at most {value}' },
  decide_at_least: { es: 'al menos {value}', en: 'at least {value}' },
  decide_measures: { es: 'Ocho medidas, una al lado de otra', en: 'Eight measures side by side' },
  decide_measures_note: {
    es: 'Cada una responde otra pregunta; cuando no coinciden, la elección es de quien decide.',
    en: 'Each answers another question; where they disagree, the choice is with whoever decides.',
  },
  decide_regret: { es: 'Arrepentimiento, por resultado', en: 'Regret, by outcome' },
  decide_regret_note: {
    es: 'Arrepentimiento: cuánto le falta, en cada futuro, para llegar al mejor paquete de ese futuro.',
    en: 'Regret: how far, in each future, it stays behind the best package of that future.',
  },
  decide_outcome: { es: 'Resultado', en: 'Outcome' },
  decide_trade: { es: 'Qué se gana y qué se cede', en: 'What is won and what is given up' },
  decide_trade_note: {
    es: 'Mediana de cada paquete; arriba, lo mejor entre los paquetes; abajo, lo peor. La línea gruesa es el paquete que se mira, la cortada la referencia.',
    en: 'Median of each package; at the top the best among packages, at the foot the worst. The thick line is the package looked at, the dashed one the reference.',
  },
  decide_source: {
    es: 'VRAEM Lab, {futures} futuros, hogares 1/{sample}, {draws} sorteos',
    en: 'VRAEM Lab, {futures} futures, households 1/{sample}, {draws} draws',
  },
  decide_gains: { es: 'Quién gana y quién pierde', en: 'Who gains and who loses' },
  decide_discover: { es: '¿En qué futuros falla?', en: 'In which futures does it fail?' },
  decide_failing: { es: 'Fallar quiere decir', en: 'Failing means' },
  decide_fail_worse: { es: 'peor que la referencia en {outcome}', en: 'worse than the reference in {outcome}' },
  decide_fail_regret: { es: 'mucho arrepentimiento en {outcome}', en: 'much regret in {outcome}' },
  decide_fail_wanted: { es: 'no cumplir mis límites', en: 'not keeping my limits' },
  decide_looking: { es: 'Buscando condiciones …', en: 'Looking for conditions …' },
  decide_command: {
    es: 'Para hacerlo con otros paquetes o más futuros:',
    en: 'To do it with other packages or more futures:',
  },
  decide_reference: { es: 'referencia', en: 'reference' },
} as const satisfies Readonly<Record<string, Words>>
