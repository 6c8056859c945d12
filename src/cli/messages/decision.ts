/** What the commands of the decision lab say, in both languages. */
import type { Progress } from '../../host/progress.ts'

const left = (seconds: number | undefined) => (seconds === undefined ? '' : ` · ${Math.ceil(seconds / 60)} min`)

const words = {
  running: (names: readonly string[], futures: number, sample: number) =>
    `${names.join(', ')}: ${futures} futures, the same for every package, households 1/${sample}`,
  reading: (folder: string, futures: number, packages: number) =>
    `Study in ${folder}: ${futures} futures × ${packages} packages`,
  step: ({ done, total, secondsLeft }: Progress) =>
    `${done} of ${total} futures${left(secondsLeft)}${secondsLeft === undefined ? '' : ' left'}`,
  failed: (future: number, policy: string, what: string) =>
    `Future ${future} made the model fail under ${policy} (${what}); it is left out.`,
  stopped: (done: number, total: number, command: string) =>
    `Stopped. ${done} of ${total} futures are finished and kept. Go on with: ${command}`,
  budgeting: (soles: string) =>
    `Making the packages larger or smaller until each costs ${soles} million soles a year …`,
  scaled: {
    met: (name: string, scale: string, cost: string) =>
      `${name}: what it adds is taken ${scale} times; costs ${cost} million`,
    dear: (name: string, _: string, cost: string) =>
      `${name}: the budget cannot be met; with nothing added it still costs ${cost} million. It runs like that.`,
    cheap: (name: string, scale: string, cost: string) =>
      `${name}: the budget cannot be spent; at the limits of its levers (${scale} times) it costs ${cost} million. It runs like that.`,
    fixed: (name: string, _: string, cost: string) =>
      `${name}: nothing of it can be made larger or smaller; it costs ${cost} million.`,
  },
  budgetMeaning:
    'Families, kilometres, hectares, people reached and effort are scaled; what a family or plot is offered stays, and so does what the package takes away.',
  looking: (name: string, done: number, total: number) => `${name}: looking for boxes, ${done} of ${total}`,
  otherReference: (name: string) =>
    `Who gains and who loses is told against ${name} only, the reference of this study.`,
}
export type DecisionWords = typeof words

const palabras: DecisionWords = {
  running: (names, futures, sample) =>
    `${names.join(', ')}: ${futures} futuros, los mismos para cada paquete, hogares 1/${sample}`,
  reading: (folder, futures, packages) => `Estudio en ${folder}: ${futures} futuros × ${packages} paquetes`,
  step: ({ done, total, secondsLeft }) =>
    `${done} de ${total} futuros${left(secondsLeft)}${secondsLeft === undefined ? '' : ' restantes'}`,
  failed: (future, policy, what) => `El futuro ${future} hizo fallar el modelo con ${policy} (${what}); queda fuera.`,
  stopped: (done, total, command) =>
    `Detenido. ${done} de ${total} futuros están terminados y guardados. Siga con: ${command}`,
  budgeting: (soles) =>
    `Agrandando o achicando los paquetes hasta que cada uno cueste ${soles} millones de soles al año …`,
  scaled: {
    met: (name, scale, cost) => `${name}: lo que añade se toma ${scale} veces; cuesta ${cost} millones`,
    dear: (name, _, cost) =>
      `${name}: no se puede cumplir el presupuesto; sin añadir nada cuesta ${cost} millones. Corre así.`,
    cheap: (name, scale, cost) =>
      `${name}: no se puede gastar el presupuesto; en el límite de sus medidas (${scale} veces) cuesta ${cost} millones. Corre así.`,
    fixed: (name, _, cost) => `${name}: nada en él se puede agrandar ni achicar; cuesta ${cost} millones.`,
  },
  budgetMeaning:
    'Se escalan familias, kilómetros, hectáreas, personas atendidas y esfuerzo; lo que se ofrece a cada familia o parcela queda igual, y también lo que el paquete quita.',
  looking: (name, done, total) => `${name}: buscando cajas, ${done} de ${total}`,
  otherReference: (name) => `Quién gana y quién pierde se dice solo frente a ${name}, la referencia de este estudio.`,
}

export const decision = {
  en: {
    words,
    commands: {
      decide: {
        about: 'packages under many futures: regret, thresholds kept, robustness measures, what is not separable',
        examples: [
          'vraem decide',
          'vraem decide baseline cacao-first balanced --futures 100',
          'vraem decide --thresholds my-thresholds.yaml',
          'vraem decide --weights deaths=3,poverty_rate=1',
          'vraem decide baseline cacao-first roads-power-health --budget 800e6',
          'vraem decide --resume out/decide-2026-11-22-101500',
        ],
      },
      discover: {
        about: 'in which futures a package fails: boxes in plain words, checked against chance and a tree',
        examples: [
          'vraem discover cacao-first',
          "vraem discover cacao-first --fails 'poverty_rate>0.3'",
          'vraem discover balanced --fails regret:deaths',
          'vraem discover --thresholds my-thresholds.yaml --study out/decide-2026-11-22-101500',
        ],
      },
    },
    options: {
      futures: 'number of futures, the same for every package',
      thresholds: 'YAML file: thresholds: {poverty_rate: {at_most: 0.3}}, and weights: if you have them',
      weights: 'how much outcomes count: deaths=3,poverty_rate=1; without it nothing is added up',
      budget: 'soles a year that every package costs: what it adds is made larger or smaller',
      study: 'folder of a finished study, or a CSV table as experiments.csv (default: the shipped study)',
      fails: 'what failing means: poverty_rate>0.3, household_income<4000, regret:deaths, worse:deaths',
    },
  },
  es: {
    words: palabras,
    commands: {
      decide:
        'paquetes ante muchos futuros: arrepentimiento, umbrales que se cumplen, medidas de robustez, qué no se puede separar',
      discover: 'en qué futuros falla un paquete: cajas en palabras, contrastadas con el azar y con un árbol',
    },
    options: {
      futures: 'número de futuros, los mismos para cada paquete',
      thresholds: 'archivo YAML: thresholds: {poverty_rate: {at_most: 0.3}}, y weights: si los tiene',
      weights: 'cuánto cuenta cada resultado: deaths=3,poverty_rate=1; sin esto nada se suma',
      budget: 'soles al año que cuesta cada paquete: se agranda o achica lo que añade',
      study: 'carpeta de un estudio terminado, o una tabla CSV como experiments.csv (por defecto, el incluido)',
      fails: 'qué es fallar: poverty_rate>0.3, household_income<4000, regret:deaths, worse:deaths',
    },
  },
}
