// Questions that sources or priors leave open, as columns of a study and the part of the futures that each side stands for.

import { quantile } from '../../engine/quantiles.ts'
import type { Contradiction, Side as LedgerSide } from '../../evidence/ledger/contradiction.ts'
import type { Study, Told, Uncertainty } from '../study/table.ts'
import { drawsOfStudy, isOfRows, isWorld, rowsOf, usableFutures } from './rows.ts'

/** What a side says of one column: a range of a number, or an option. */
export interface Target {
  readonly name: string
  readonly low?: number
  readonly high?: number
  readonly option?: string
}

export interface Side extends Told {
  /** `a`, `b` … as in the ledger; an option; `low` and `high`; `other` for what no side claims. */
  readonly side: string
  /** Ids in the ledger. */
  readonly claims: readonly string[]
  /** None where the side stands for nothing in the model. */
  readonly targets: readonly Target[]
}

export interface Question extends Told {
  /** `K50`, or the name of a column. */
  readonly group: string
  /** `world`: what comes from outside in the years of policy, choice or chance: nobody can find it out beforehand. */
  readonly kind: 'contradiction' | 'parameter' | 'switch' | 'world'
  /** Columns of the study that knowing would settle. */
  readonly names: readonly string[]
  readonly sides: readonly Side[]
  /** What would settle it. */
  readonly settle?: Told
  /** Other contradictions about the same columns: one finding would settle them together. */
  readonly alike: readonly string[]
}

export interface Unanswered extends Told {
  readonly group: string
  /** Its sides stand for nothing in the model; or for columns that the study does not vary. */
  readonly why: 'not in the model' | 'not in this study'
  readonly names: readonly string[]
}

const targetOf = ({ standsFor }: LedgerSide): Target[] => {
  if (standsFor === undefined || standsFor.kind === 'mechanism') return []
  const { kind, target, low, high, option } = standsFor
  return kind === 'switch'
    ? [{ name: `switch_${target}`, ...(option === undefined ? {} : { option }) }]
    : [{ name: target, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }]
}

/** Columns that the sides of a contradiction stand for. */
export const namesIn = ({ sides }: Pick<Contradiction, 'sides'>): string[] => [
  ...new Set(sides.flatMap((side) => targetOf(side).map(({ name }) => name))),
]

/** Columns that some contradiction is about: a study that keeps them can say what settling it would be worth. */
export const contestedNames = (contradictions: readonly Contradiction[]): ReadonlySet<string> =>
  new Set(contradictions.flatMap(namesIn))

/** A question for each contradiction that the study can answer, and those that it cannot. */
export function contradictionQuestions(
  contradictions: readonly Contradiction[],
  varied: ReadonlySet<string>,
): { questions: Question[]; unanswered: Unanswered[] } {
  const questions: Question[] = []
  const unanswered: Unanswered[] = []
  for (const contradiction of contradictions) {
    const { id: group, title, settle } = contradiction
    const all = namesIn(contradiction)
    const names = all.filter((name) => varied.has(name))
    if (names.length === 0) {
      unanswered.push({ group, ...title, why: all.length === 0 ? 'not in the model' : 'not in this study', names: all })
      continue
    }
    const alike = contradictions.flatMap((other) =>
      other !== contradiction && namesIn(other).some((name) => names.includes(name)) ? [other.id] : [],
    )
    const sides = contradiction.sides.map((side): Side => {
      const targets = targetOf(side).filter(({ name }) => names.includes(name))
      return { side: side.side, ...side.label, claims: side.claims, targets }
    })
    questions.push({ group, ...title, kind: 'contradiction', names, sides, settle, alike })
  }
  return { questions, unanswered }
}

const LOW = { en: 'lower third', es: 'tercio bajo' }
const HIGH = { en: 'upper third', es: 'tercio alto' }

/** A question for each column of the study: what if this alone were known. Columns that do not vary are left out. */
export function columnQuestions(study: Study, contradictions: readonly Contradiction[]): Question[] {
  const usable = usableFutures(study)
  const byDraw = rowsOf(study, drawsOfStudy(study))
  return study.uncertainties.flatMap((column): Question[] => {
    const sides = sidesOf(column, usable)
    if (sides.length < 2) return []
    const { name, en, es } = column
    const kind =
      isWorld(name) || !isOfRows(byDraw, column) ? 'world' : name.startsWith('switch_') ? 'switch' : 'parameter'
    const alike = contradictions.flatMap((one) => (namesIn(one).includes(name) ? [one.id] : []))
    return [{ group: name, en, es, kind, names: [name], sides, alike }]
  })
}

function sidesOf(column: Uncertainty, usable: Uint8Array): Side[] {
  const { name } = column
  const none: readonly string[] = []
  if (column.kind === 'choice') {
    const there = new Set(column.values.filter((_, f) => usable[f]))
    return column.options.flatMap((option, k) =>
      there.has(k)
        ? [{ side: option.name, en: option.en, es: option.es, claims: none, targets: [{ name, option: option.name }] }]
        : [],
    )
  }
  const sorted = column.values.filter((_, f) => usable[f]).sort()
  const [low, high] = [quantile(sorted, 1 / 3), quantile(sorted, 2 / 3)]
  if (!(low < high)) return []
  return [
    { side: 'low', ...LOW, claims: none, targets: [{ name, high: low }] },
    { side: 'high', ...HIGH, claims: none, targets: [{ name, low: high }] },
  ]
}

/** What no side of the question claims, for a question of which only one side stands for something. */
export const OTHER: Side = {
  side: 'other',
  en: 'any other value',
  es: 'cualquier otro valor',
  claims: [],
  targets: [],
}

/** Which futures lie on a side: 1 or 0 by future. */
export function membersOf(study: Study, side: Side, question: Question): Uint8Array {
  if (side === OTHER) {
    const claimed = question.sides
      .filter(({ targets }) => targets.length > 0)
      .map((one) => membersOf(study, one, question))
    return Uint8Array.from({ length: study.futures }, (_, f) => (claimed.some((of) => of[f]) ? 0 : 1))
  }
  return Uint8Array.from({ length: study.futures }, (_, f) =>
    side.targets.every((target) => meets(columnNamed(study, target.name), target, f)) ? 1 : 0,
  )
}

/** The column of this name. Throws RangeError when the study has none. */
export function columnNamed({ uncertainties }: Study, name: string): Uncertainty {
  const found = uncertainties.find((one) => one.name === name)
  if (found === undefined) throw new RangeError(`the study does not vary ${name}`)
  return found
}

function meets(column: Uncertainty, { low, high, option }: Target, future: number): boolean {
  const value = column.values[future] as number
  if (column.kind === 'choice') return column.options[value]?.name === option
  return value >= (low ?? Number.NEGATIVE_INFINITY) && value <= (high ?? Number.POSITIVE_INFINITY)
}
