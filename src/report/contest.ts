// The mechanism contest as text: what each swap breaks among patterns and policy answers, and what might be left out.
import type { PatternChange, Round } from '../lab/structure/contest.ts'
import { labelOf, percent } from './format.ts'
import type { Language, Words } from './input.ts'

/** What the table was made from. */
export interface ContestFacts {
  readonly draws: number
  readonly pairs: number
  readonly sample: number
  readonly kind: 'prior' | 'screened' | 'posterior'
  readonly packages: readonly string[]
  readonly years: readonly [number, number]
  /** Patterns passed by the model as it is, of those counted. */
  readonly base: readonly [passed: number, of: number]
  /** Answers that the model as it is gives, of those asked. */
  readonly given: readonly [given: number, of: number]
  readonly created: string
  /** Short hash of the model's texts. */
  readonly model: string
}

const VERDICTS = {
  both: { en: 'keep: patterns and answers rest on it', es: 'se queda: patrones y respuestas dependen de él' },
  'breaks patterns': { en: 'keep: patterns rest on it', es: 'se queda: patrones dependen de él' },
  'turns answers': { en: 'keep: answers rest on it', es: 'se queda: respuestas dependen de él' },
  'does better': {
    en: 'patterns won, nothing lost: a rival to look at',
    es: 'gana patrones y no pierde nada: un rival por mirar',
  },
  neither: { en: 'candidate to be simplified away', es: 'candidato a simplificarse' },
  arm: { en: 'an arm of a switch; changes neither', es: 'una opción de interruptor; no cambia nada' },
} as const satisfies Readonly<Record<Round['verdict'], Words>>

const KINDS = {
  prior: { en: 'draws from the priors', es: 'muestras previas' },
  screened: { en: 'screened draws', es: 'muestras filtradas' },
  posterior: { en: 'draws of the posterior', es: 'muestras de la posterior' },
} as const satisfies Readonly<Record<ContestFacts['kind'], Words>>

const HEAD = {
  en: ['swap', 'passed', 'patterns changed', 'answers changed', 'orders turned', 'verdict'],
  es: ['cambio', 'cumple', 'patrones que cambian', 'respuestas que cambian', 'órdenes invertidos', 'veredicto'],
} as const

const HOW = {
  lost: { en: 'lost', es: 'se pierde' },
  won: { en: 'won', es: 'se gana' },
  weaker: { en: 'weaker', es: 'más débil' },
  stronger: { en: 'stronger', es: 'más fuerte' },
  turned: { en: 'turned', es: 'cambia de signo' },
  open: { en: 'open', es: 'queda abierta' },
} as const satisfies Readonly<Record<PatternChange['how'] | 'turned' | 'open', Words>>

/** Rows of the table, one a swap. */
export function contestRows(rounds: readonly Round[], language: Language): string[][] {
  const share = (value: number) => percent(value, language)
  const outcome = (name: string) => labelOf(name, {})[language].toLowerCase()
  return rounds.map(({ swap, passed, patterns, answers, ranks, verdict }) => [
    swap[language],
    passed.join('/'),
    patterns
      .filter(({ role }) => role !== 'bound')
      .map(({ id, how, base, swapped }) => `${id} ${HOW[how][language]} (${share(base)} → ${share(swapped)})`)
      .join('; '),
    answers.map((one) => `${one.package}, ${outcome(one.outcome)}: ${HOW[one.how][language]}`).join('; '),
    ranks.map((one) => `${outcome(one.outcome)}: ${one.lower} / ${one.higher}`).join('; '),
    VERDICTS[verdict][language],
  ])
}

/** What can be left out, or that nothing can, and what the table is not: sentences under it. */
export function contestNotes(rounds: readonly Round[], facts: ContestFacts, language: Language): string[] {
  const left = rounds.filter(({ verdict }) => verdict === 'neither').map(({ swap }) => swap[language])
  const kind = KINDS[facts.kind][language]
  const [from, to] = facts.years
  const [passed, of] = facts.base
  const [given, asked] = facts.given
  return language === 'en'
    ? [
        `${facts.draws} ${kind}, households 1/${facts.sample}; pairs of runs for S-patterns under the first ${facts.pairs}. The model as it is passes ${passed} of ${of} patterns (roles C and S, and bounds). Held-out patterns have no say here.`,
        `Answers: the sign of the difference to ${facts.packages[0]} in the headline outcomes, ${from} to ${to}, of ${facts.packages.slice(1).join(', ')}. One counts as given from 80 % of the draws, as open again under 65 %. The model as it is gives ${given} of ${asked}. An order is that of two packages, draw by draw.`,
        'Nothing was fitted again: each swap runs at the draws of the whole model, so part of what breaks is level that a new fit could give back. A refit of each swap is the stronger test. It should be run on a candidate before anything is taken out.',
        left.length > 0
          ? `Changes neither a pattern nor an answer, so might be simplified away with this table as the reason: ${left.join('; ')}.`
          : 'No swap leaves all patterns and answers as they are: nothing can be simplified away by this table.',
      ]
    : [
        `${facts.draws} ${kind}, hogares 1/${facts.sample}; pares de corridas para patrones S con las primeras ${facts.pairs}. El modelo como es cumple ${passed} de ${of} patrones (papeles C y S, y límites). Los patrones apartados no opinan aquí.`,
        `Respuestas: el signo de la diferencia con ${facts.packages[0]} en los resultados principales, ${from} a ${to}, de ${facts.packages.slice(1).join(', ')}. Una cuenta como dada desde 80 % de las muestras y como abierta bajo 65 %. El modelo como es da ${given} de ${asked}. Un orden es el de dos paquetes, muestra por muestra.`,
        'Nada se volvió a ajustar: cada cambio corre con las muestras del modelo completo, así que parte de lo que se rompe es nivel que otro ajuste podría devolver. Reajustar cada cambio es la prueba más fuerte. Conviene hacerlo con un candidato antes de quitar nada.',
        left.length > 0
          ? `No cambia ningún patrón ni respuesta, así que podría simplificarse con esta tabla como razón: ${left.join('; ')}.`
          : 'Ningún cambio deja iguales todos los patrones y respuestas: esta tabla no permite simplificar nada.',
      ]
}

/** docs/structure.md: both languages, English first. */
export function contestDocument(rounds: readonly Round[], facts: ContestFacts): string {
  const title = { en: 'Which mechanisms matter', es: 'Qué mecanismos importan' }
  const made = {
    en: `Made by \`vraem structure --out docs\` on ${facts.created.slice(0, 10)}, model ${facts.model}; the figures stand in structure.csv.`,
    es: `Hecho con \`vraem structure --out docs\` el ${facts.created.slice(0, 10)}, modelo ${facts.model}; las cifras están en structure.csv.`,
  }
  const part = (language: Language) => {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
    const head = [line(HEAD[language]), line(HEAD[language].map(() => '---'))]
    const rows = contestRows(rounds, language).map(line)
    return [made[language], ...contestNotes(rounds, facts, language), [...head, ...rows].join('\n')].join('\n\n')
  }
  return `# ${title.en}\n\n${part('en')}\n\n# ${title.es}\n\n${part('es')}\n`
}

/** Heads of the columns. */
export const contestHead = (language: Language): readonly string[] => HEAD[language]
