/** What search and interactions say, in both languages. */
import type { Progress } from '../../host/progress.ts'

const left = (seconds: number | undefined, word: string) =>
  seconds === undefined
    ? ''
    : ` · ${seconds >= 90 ? `${Math.round(seconds / 60)} min` : `${Math.ceil(seconds)} s`} ${word}`

const words = {
  combining: (names: readonly string[], sets: number, futures: number, sample: number) =>
    `${names.join(', ')}: ${sets} sets and ${names.length} orders under ${futures} futures, households 1/${sample}`,
  searching: (open: number, from: string, candidates: number, futures: number, fresh: number, sample: number) =>
    `${open} open numbers over ${from}: ${candidates} candidates on ${futures} futures, the best again on ${fresh} fresh ones, households 1/${sample}`,
  futuresStep: ({ done, total, secondsLeft }: Progress) => `futures ${done} of ${total}${left(secondsLeft, 'left')}`,
  generation: (tried: number, front: number) => `${tried} candidates tried, ${front} on the front`,
  stopped: (folder: string) =>
    `Stopped. Finished futures, and the front so far of a search, are kept in ${folder}; the same command with --out ${folder} goes on from there.`,
  packages: (folder: string, first: string) => `Packages written to ${folder}; try: vraem compare baseline ${first}`,
}
export type SearchWords = typeof words

const palabras: SearchWords = {
  combining: (names, sets, futures, sample) =>
    `${names.join(', ')}: ${sets} combinaciones y ${names.length} órdenes en ${futures} futuros, hogares 1/${sample}`,
  searching: (open, from, candidates, futures, fresh, sample) =>
    `${open} números abiertos sobre ${from}: ${candidates} candidatos en ${futures} futuros, los mejores de nuevo en ${fresh} nuevos, hogares 1/${sample}`,
  futuresStep: ({ done, total, secondsLeft }) => `futuros ${done} de ${total}${left(secondsLeft, 'restantes')}`,
  generation: (tried, front) => `${tried} candidatos probados, ${front} en el frente`,
  stopped: (folder) =>
    `Detenido. Los futuros terminados, y el frente hasta aquí de una búsqueda, quedan en ${folder}; la misma orden con --out ${folder} sigue desde allí.`,
  packages: (folder, first) => `Paquetes escritos en ${folder}; pruebe: vraem compare baseline ${first}`,
}

export const search = {
  en: {
    words,
    commands: {
      search: {
        about:
          'search lever settings and simple rules for packages that people fare better under; told with its optimism',
        examples: [
          'vraem search',
          'vraem search my-search.yaml --candidates 480 --futures 30 --fresh 200',
          'vraem search my-search.yaml --out my-folder --json',
        ],
      },
      interactions: {
        about: 'instruments in all combinations: what each adds, which pairs help each other, which to begin with',
        examples: [
          'vraem interactions',
          'vraem interactions cacao-first school-transfers roads-power-health --futures 60',
          'vraem interactions balanced:farm balanced:services balanced:security --outcome poverty_rate,deaths',
        ],
      },
    },
    options: {
      candidates: 'packages that a search tries (default: 240)',
      fresh: 'futures on which the packages found are judged, none of them used in the search (default: 120)',
      late: 'months by which the other instruments begin after the first (default: 36)',
    },
  },
  es: {
    words: palabras,
    commands: {
      search:
        'busca niveles de medidas y reglas simples con los que a la gente le vaya mejor; dice cuánto se ilusiona la búsqueda',
      interactions:
        'instrumentos en todas sus combinaciones: qué aporta cada uno, qué pares se ayudan, con cuál empezar',
    },
    options: {
      candidates: 'paquetes que prueba una búsqueda (sin ella, 240)',
      fresh: 'futuros en que se juzgan los paquetes hallados, ninguno usado en la búsqueda (sin ella, 120)',
      late: 'meses que los demás instrumentos empiezan después del primero (sin ella, 36)',
    },
  },
}
