/** What the commands about open questions say, in both languages: what moves the answers, what is worth finding out. */
import type { Progress } from '../../host/progress.ts'

const minutes = (seconds: number | undefined) => (seconds === undefined ? '' : ` · ${Math.ceil(seconds / 60)} min`)

const words = {
  turning: (names: readonly string[], method: string, range: string, sample: number) =>
    `${names.join(', ')}: ${method}, ${range}, households 1/${sample}`,
  stages: { screening: 'screening', runs: 'runs', emulators: 'emulators' },
  ranges: { prior: 'over the priors', posterior: 'over the posterior', screened: 'over the priors, draws screened' },
  step: (stage: string, { done, total, secondsLeft }: Progress) =>
    `${stage}: ${done} of ${total}${minutes(secondsLeft)}${secondsLeft === undefined ? '' : ' left'}`,
  stopped: (folder: string) => `Stopped. Finished runs are kept in ${folder}; the same command goes on from there.`,
  shuffling: (done: number, total: number) => `Questions held against chance: ${done} of ${total}`,
  studyOf: (futures: number, packages: number, folder: string) =>
    `${futures} futures of ${packages} packages, from ${folder}`,
  rerunning: (group: string, side: string) => `Drawn inside: ${group}, side ${side}`,
}
export type OpenWords = typeof words

const palabras: OpenWords = {
  turning: (names, method, range, sample) => `${names.join(', ')}: ${method}, ${range}, hogares 1/${sample}`,
  stages: { screening: 'filtro', runs: 'corridas', emulators: 'emuladores' },
  ranges: {
    prior: 'sobre las distribuciones previas',
    posterior: 'sobre la distribución posterior',
    screened: 'sobre las distribuciones previas, con muestras filtradas',
  },
  step: (stage, { done, total, secondsLeft }) =>
    `${stage}: ${done} de ${total}${minutes(secondsLeft)}${secondsLeft === undefined ? '' : ' restantes'}`,
  stopped: (folder) => `Detenido. Las corridas terminadas quedan en ${folder}; la misma orden sigue desde ahí.`,
  shuffling: (done, total) => `Preguntas puestas frente al azar: ${done} de ${total}`,
  studyOf: (futures, packages, folder) => `${futures} futuros de ${packages} paquetes, de ${folder}`,
  rerunning: (group, side) => `Sorteado dentro: ${group}, versión ${side}`,
}

export const open = {
  en: {
    words,
    commands: {
      sensitivity: {
        about: 'what moves the answers: unknowns turned one by one or all together, by subsystem and by contradiction',
        examples: [
          'vraem sensitivity baseline cacao-first',
          'vraem sensitivity baseline balanced --by contested',
          'vraem sensitivity baseline balanced --method curves --inputs logit_income_weight,switch_returns',
          'vraem sensitivity baseline balanced --method sobol --outcome poverty_rate,deaths --json',
        ],
      },
      contested: {
        about:
          'which contradiction or doubtful unknown would change the choice of package, and what finding out is worth',
        examples: [
          'vraem contested',
          'vraem contested baseline cacao-first balanced --outcome poverty_rate,deaths',
          'vraem contested --study my-study --weights deaths=3,poverty_rate=1 --json',
          'vraem contested --rerun K50 --futures 60',
        ],
      },
    },
    options: {
      rerun: 'contradictions whose sides are run from draws inside them, by id',
      method: 'morris (default): elementary effects of everything; sobol: shares of variance; curves: one at a time',
      outcome: 'outcomes, separated by commas (default: the headline outcomes, people first)',
      trajectories: 'paths of the screening, each with one run more than there are unknowns (default: 6)',
      by: 'what the tables show: single unknowns, subsystems, or contradictions of the ledger',
      inputs: 'unknowns to turn, separated by commas (default: all, or the strongest of a screening)',
      on: "Sobol' indices from runs of the model itself, or from an emulator whose error is shown (default)",
    },
  },
  es: {
    words: palabras,
    commands: {
      sensitivity:
        'qué mueve las respuestas: incógnitas movidas una por una o todas juntas, por subsistema y por contradicción',
      contested: 'qué contradicción o incógnita dudosa cambiaría la elección del paquete, y cuánto vale averiguarla',
    },
    options: {
      rerun: 'contradicciones cuyas versiones se corren con sorteos dentro de ellas, por su id',
      method: 'morris (por defecto): efectos elementales de todo; sobol: partes de la varianza; curves: una por una',
      outcome: 'resultados, separados por comas (por defecto: los principales, primero las personas)',
      trajectories: 'caminos del filtro, cada uno con una corrida más que incógnitas hay (por defecto: 6)',
      by: 'qué muestran los cuadros: incógnitas sueltas, subsistemas o contradicciones del libro',
      inputs: 'incógnitas que se mueven, separadas por comas (por defecto: todas, o las más fuertes de un filtro)',
      on: 'índices de Sobol de corridas del propio modelo, o de un emulador cuyo error se muestra (por defecto)',
    },
  },
}
