// What decisions and discoveries say, in both languages. The numbers are filled in by sentences and tables.
import type { Words } from '../input.ts'
import { fill } from '../words.ts'

export const decisionWords = {
  // robustness
  first_sure: {
    es: '{outcome}: «{package}» queda más cerca del mejor paquete; en 9 de cada 10 futuros le faltan como mucho {size}.',
    en: '{outcome}: “{package}” stays closest to the best package; in 9 of 10 futures it falls short by {size} at most.',
  },
  first_best: {
    es: '{outcome}: «{package}» es el mejor paquete, o casi, en 9 de cada 10 futuros.',
    en: '{outcome}: “{package}” is the best package, or nearly, in 9 of 10 futures.',
  },
  pair_sure: {
    es: '{outcome}: «{package}» y «{other}» van adelante, pero no se puede separar cuál de los dos es primero.',
    en: '{outcome}: “{package}” and “{other}” lead, but which of the two comes first is not separable.',
  },
  not_separable: {
    es: '{outcome}: no se puede separar qué paquetes van adelante; otras semillas darían otro orden.',
    en: '{outcome}: which packages lead is not separable; other seeds would give another order.',
  },
  measures_agree: {
    es: 'Las {n} medidas de robustez ponen primero al mismo paquete en: {outcomes}.',
    en: 'All {n} robustness measures put the same package first in: {outcomes}.',
  },
  measures_disagree: {
    es: '{outcome}: las medidas de robustez no coinciden. Primero sale {list}.',
    en: '{outcome}: the robustness measures disagree. First comes {list}.',
  },
  measures_mostly: {
    es: '{outcome}: {n} de {of} medidas de robustez ponen primero a «{package}»; las otras no: {list}.',
    en: '{outcome}: {n} of {of} robustness measures put “{package}” first; the others do not: {list}.',
  },
  by_measures: { es: '«{package}» según {measures}', en: '“{package}” by {measures}' },
  no_score: {
    es: 'Los resultados no se suman en un solo puntaje: eso exige que alguien diga cuánto pesa cada uno (weights: en el archivo de umbrales).',
    en: 'Outcomes are not added into one score: that takes somebody to say how much each of them counts (weights: in the file of thresholds).',
  },
  // thresholds
  satisfied: {
    es: '«{package}» cumple todos los umbrales en {share} de los futuros, el que más{sure}; la referencia, en {base}.',
    en: '“{package}” keeps all thresholds in {share} of the futures, more than any other{sure}; the reference does in {base}.',
  },
  satisfied_unsure: { es: ' (no se puede separar del que sigue)', en: ' (not separable from the next)' },
  satisfied_reference: {
    es: 'Ningún paquete cumple los umbrales más a menudo que la referencia: {share} de los futuros.',
    en: 'No package keeps the thresholds more often than the reference: {share} of the futures.',
  },
  satisfied_nobody: {
    es: 'Ningún paquete cumple todos los umbrales en ningún futuro.',
    en: 'No package keeps all thresholds in any future.',
  },
  threshold_out_of_reach: {
    es: 'Ningún paquete alcanza {threshold} en ningún futuro; lo mejor que se vio es {best}.',
    en: 'No package reaches {threshold} in any future; the best seen is {best}.',
  },
  threshold_hardest: {
    es: 'Cada umbral por separado se alcanza, pero no todos juntos; el más difícil es {threshold} ({share} de los futuros como mucho).',
    en: 'Each threshold alone is reached, but not all together; the hardest is {threshold} ({share} of the futures at most).',
  },
  at_most: { es: '{outcome} ≤ {value}', en: '{outcome} ≤ {value}' },
  at_least: { es: '{outcome} ≥ {value}', en: '{outcome} ≥ {value}' },
  // weights
  weighted: {
    es: 'Con los pesos que usted dio ({weights}), «{package}» sale primero.',
    en: 'With the weights that you gave ({weights}), “{package}” comes first.',
  },
  weighted_share: {
    es: 'Con pesos cercanos sigue primero en {near} de los casos; con pesos cualesquiera, en {anywhere}.',
    en: 'With weights near those it stays first in {near} of the cases; with any weights at all, in {anywhere}.',
  },
  weighted_turn: {
    es: 'Si {outcome} pesara {weight} en vez de {now}, «{package}» sería primero.',
    en: 'If {outcome} weighed {weight} instead of {now}, “{package}” would come first.',
  },
  weighted_ignored: {
    es: 'Sin efecto en el puntaje: {outcomes}. El estudio no lo tiene, no se sabe si más es mejor, o todos los paquetes dan lo mismo.',
    en: 'Without effect on the score: {outcomes}. The study lacks it, it is open whether more is better, or all packages give the same.',
  },
  // what was left out
  futures: {
    es: '{kept} futuros, los mismos para cada paquete; cada ranking se repitió {reruns} veces con otros futuros.',
    en: '{kept} futures, the same for every package; each ranking was repeated {reruns} times with other futures.',
  },
  futures_few: {
    es: 'Son pocos futuros: con más cambiarán las cifras y el orden.',
    en: 'These are few futures: with more of them figures and order will change.',
  },
  futures_failed: {
    es: 'En {n} de {asked} futuros el modelo falló con algún paquete; quedan fuera de toda cifra.',
    en: 'In {n} of {asked} futures the model failed under some package; they are left out of every figure.',
  },
  futures_missing: {
    es: 'Faltan cifras de {outcome} en {n} futuros, que quedan fuera.',
    en: 'Figures of {outcome} are missing in {n} futures, which are left out.',
  },
  outcome_left: {
    es: '{outcome} queda fuera: faltan cifras en {n} futuros.',
    en: '{outcome} is left out: its figures are missing in {n} futures.',
  },
  futures_none: {
    es: 'No queda ningún futuro que se pueda usar: no hay respuesta.',
    en: 'No future is left that can be used: there is no answer.',
  },
  identical: {
    es: '«{package}» y «{other}» son la misma política en todo futuro; se juzgan una vez.',
    en: '“{package}” and “{other}” are the same policy in every future; they are judged once.',
  },
  one_package: {
    es: 'Solo hay un paquete: sin otro no hay arrepentimiento ni orden que decir.',
    en: 'There is one package only: without another there is no regret and no order to tell.',
  },
  // measures
  worst: { es: 'el peor futuro', en: 'the worst future' },
  tenth: { es: 'el décimo peor', en: 'the worst tenth' },
  mean: { es: 'la media', en: 'the mean' },
  mean_spread: { es: 'la media menos la dispersión', en: 'the mean less the spread' },
  regret_p90: { es: 'el arrepentimiento (90 %)', en: 'regret (90%)' },
  regret_max: { es: 'el arrepentimiento máximo', en: 'the greatest regret' },
  deviations: { es: 'las caídas bajo su mediana', en: 'falls below its median' },
  share: { es: 'la parte de futuros que cumple', en: 'the share of futures that keep the threshold' },
  // tables
  regret_title: {
    es: '{outcome} ({unit}, {how}; mejor {better}): nivel y arrepentimiento',
    en: '{outcome} ({unit}, {how}; {better} is better): level and regret',
  },
  open_title: { es: '{outcome} ({unit}, {how})', en: '{outcome} ({unit}, {how})' },
  how_last: { es: 'en {to}', en: 'in {to}' },
  how_mean: { es: 'media {from}–{to}', en: 'mean {from}–{to}' },
  how_sum: { es: 'suma {from}–{to}', en: 'sum {from}–{to}' },
  less: { es: 'menos', en: 'less' },
  more: { es: 'más', en: 'more' },
  head_package: { es: 'paquete', en: 'package' },
  head_median: { es: 'mediana', en: 'median' },
  head_band: { es: '5 a 95 %', en: '5 to 95%' },
  head_regret: { es: 'arrepentimiento: mediana', en: 'regret: median' },
  head_regret_p90: { es: '90 %', en: '90%' },
  head_regret_max: { es: 'máximo', en: 'greatest' },
  head_share: { es: 'cumple', en: 'kept' },
  firsts_title: {
    es: 'Quién sale primero según cada medida (? = no se puede separar)',
    en: 'Who comes first by each measure (? = not separable)',
  },
  head_outcome: { es: 'resultado', en: 'outcome' },
  short_worst: { es: 'peor', en: 'worst' },
  short_tenth: { es: '10.º peor', en: 'worst tenth' },
  short_mean: { es: 'media', en: 'mean' },
  short_mean_spread: { es: 'media−disp.', en: 'mean−spread' },
  short_regret_p90: { es: 'arrep. 90 %', en: 'regret 90%' },
  short_regret_max: { es: 'arrep. máx.', en: 'regret max' },
  short_deviations: { es: 'caídas', en: 'falls' },
  short_share: { es: 'cumple', en: 'kept' },
  thresholds_title: {
    es: 'Parte de los futuros en que se cumple cada umbral',
    en: 'Share of futures in which each threshold is kept',
  },
  head_all: { es: 'todos', en: 'all' },
  weights_title: {
    es: 'Puntaje con los pesos dados (0 mejor, 1 peor) y parte de los pesos con que sale primero',
    en: 'Score with the weights given (0 best, 1 worst) and share of weights under which it comes first',
  },
  head_score: { es: 'puntaje', en: 'score' },
  head_near: { es: 'pesos cercanos', en: 'weights near' },
  head_anywhere: { es: 'pesos cualesquiera', en: 'any weights' },
  // the brief
  brief_title: { es: 'Qué aguanta en muchos futuros', en: 'What holds up in many futures' },
  brief_note: {
    es: 'De un estudio con {futures} futuros, los mismos para cada paquete: explora, no dice qué futuro es probable. Solo entran los paquetes sin cambios.',
    en: 'From a study of {futures} futures, the same for every package: it explores, it does not say which future is likely. Only unchanged packages are in it.',
  },
  // who gains, who loses
  gains: {
    es: '«{package}» frente a «{reference}», en {measure}: gana {gain}; pierde {lose}.',
    en: '“{package}” against “{reference}”, in {measure}: gaining: {gain}; losing: {lose}.',
  },
  all_groups: { es: 'todo grupo de hogares ({n} de {n})', en: 'every household group ({n} of {n})' },
  some_groups: { es: '{n} de {of} grupos de hogares', en: '{n} of {of} household groups' },
  gains_districts: {
    es: '«{package}», {measure} por distrito: {gain} ganan y {lose} pierden de {n}{where}.',
    en: '“{package}”, {measure} by district: {gain} gain and {lose} lose of {n}{where}.',
  },
  gains_where: { es: ' (pierden más: {places})', en: ' (losing most: {places})' },
  gains_suppressed: {
    es: 'Muy pocos hogares simulados para decir algo de: {groups}.',
    en: 'Too few simulated households to say anything of: {groups}.',
  },
  gains_none: {
    es: 'Este estudio no guarda qué pasa con distritos ni grupos de hogares.',
    en: 'This study does not keep what happens to districts or household groups.',
  },
  nobody: { es: 'nadie (o no se puede separar)', en: 'nobody (or not separable)' },
  // discovery
  fails_share: {
    es: '«{package}» falla en {share} de los futuros ({n} de {kept}). Falla quiere decir: {failing}.',
    en: '“{package}” fails in {share} of the futures ({n} of {kept}). Failing means: {failing}.',
  },
  fails_when: { es: 'Falla sobre todo cuando {limits}.', en: 'It fails mostly when {limits}.' },
  fails_fit: {
    es: 'Ahí falla en {density} de los futuros, y ahí están {coverage} de los futuros en que falla.',
    en: 'There it fails in {density} of the futures, and {coverage} of the futures in which it fails lie there.',
  },
  fails_weak: {
    es: 'La caja es débil: {why}.',
    en: 'The box is weak: {why}.',
  },
  weak_coverage: { es: 'cubre menos de 60 de cada 100 fallas', en: 'it covers under 60 of 100 failures' },
  weak_density: { es: 'dentro falla menos de 75 de cada 100 veces', en: 'inside, under 75 of 100 futures fail' },
  weak_again: {
    es: 'con la mitad de los sorteos vuelve a salir en {again} de los intentos, menos de 80 %',
    en: 'with half of the draws it is found again in {again} of the attempts, under 80%',
  },
  fails_again: {
    es: 'Con la mitad de los sorteos la caja vuelve a salir en {again} de los intentos; en la otra mitad falla {density} dentro, frente a {base} en general.',
    en: 'With half of the draws the box is found again in {again} of the attempts; in the other half {density} fail inside, against {base} overall.',
  },
  fails_none: {
    es: 'Ninguna caja se sostiene: lo que separa los futuros malos en una mitad de los sorteos no los separa en la otra.',
    en: 'No box stands: what tells bad futures apart in one half of the draws does not in the other.',
  },
  fails_never: { es: 'No falla en ningún futuro de los vistos.', en: 'It fails in none of the futures seen.' },
  fails_always: {
    es: 'Falla en todos los futuros: ninguna condición lo explica.',
    en: 'It fails in every future: no condition explains it.',
  },
  fails_few: {
    es: 'Muy pocos futuros de un lado para buscar una caja (hacen falta 15).',
    en: 'Too few futures on one side to look for a box (15 are needed).',
  },
  fails_unknown: {
    es: 'El estudio no tiene este resultado, o no se sabe si más es mejor.',
    en: 'The study has no such outcome, or it is open whether more is better.',
  },
  tree_agrees: {
    es: 'Un árbol de tres preguntas señala los mismos futuros ({overlap} en común).',
    en: 'A tree of three questions points to the same futures ({overlap} in common).',
  },
  tree_disagrees: {
    es: 'Un árbol de tres preguntas señala otros futuros (solo {overlap} en común): tome la caja con cautela.',
    en: 'A tree of three questions points to other futures (only {overlap} in common): take the box with caution.',
  },
  failing_regret: {
    es: 'arrepentimiento en {outcome} en el cuarto más alto',
    en: 'regret in {outcome} in the highest quarter',
  },
  failing_worse: { es: '{outcome} peor que con la referencia', en: '{outcome} worse than under the reference' },
  above: { es: '{what} pasa de {value}', en: '{what} is above {value}' },
  below: { es: '{what} queda por debajo de {value}', en: '{what} is below {value}' },
  between: { es: '{what} está entre {low} y {high}', en: '{what} lies between {low} and {high}' },
  is: { es: '{what} es {options}', en: '{what} is {options}' },
  head_condition: { es: 'condición', en: 'condition' },
  head_quasi: { es: 'azar (cuasi-p)', en: 'chance (quasi-p)' },
  head_again: { es: 'vuelve a salir', en: 'found again' },
  box_title: { es: 'Condiciones de la caja', en: 'Conditions of the box' },
} as const satisfies Readonly<Record<string, Words>>

export type DecisionKey = keyof typeof decisionWords

/** The message in both languages, its holes filled. Throws RangeError for a hole without a value. */
export const tell = (key: DecisionKey, values: Readonly<Record<string, Words | string | number>> = {}): Words =>
  fill(decisionWords[key], values)
