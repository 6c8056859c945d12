// Which open question would change the choice between packages: effects, orders and the value of knowing, question by question.
import { chanceOf } from '../calibrate/chance.ts'
import { usableOf } from '../decide/usable.ts'
import type { Study } from '../study/table.ts'
import { termsTogether } from './basis.ts'
import { columnNamed, membersOf, OTHER, type Question, type Side, type Unanswered } from './questions.ts'
import type { Contested, ContestedRow } from './result.ts'
import { columnOf, drawsOfStudy, isOfRows, type Rows, rowsOf } from './rows.ts'
import { type Against, type Cleared, clearedOf, ordersOf } from './shuffles.ts'
import { sideFigures, turnedBetween } from './sides.ts'
import { type Choices, choicesOf, shuffledBasis, spreadOf, worthOfAll, worthOfKnowing } from './worth.ts'

export interface ContestedOptions {
  readonly seed?: number
  /** Shuffles behind each floor. */
  readonly shuffles?: number
  /** What the ledger asks and the study cannot answer; handed through. */
  readonly unanswered?: readonly Unanswered[]
  /** Told after each question. */
  readonly onQuestion?: (done: number, total: number) => void
}

const SHUFFLES = 199

/** One question on the rows of the study. */
interface Posed {
  readonly question: Question
  readonly rows: Rows
  readonly terms: readonly Float64Array[]
  /** Sides that can be told apart, and by side the rows that lie on it. */
  readonly sides: readonly Side[]
  readonly members: readonly Float64Array[]
  /** Questions with the same signature meet the same shuffles. */
  readonly signature: string
}

/** Figures of one question before they are held against chance: by outcome. */
interface Raw {
  readonly worth: Against | undefined
  readonly effect: Against
  readonly moves: number
}

/**
 * All questions on one study. Effects and values that chance alone would show are 0. Throws RangeError for a question about a
 * column that the study does not have.
 */
export function contested(
  whole: Study,
  questions: readonly Question[],
  { seed = 1, shuffles = SHUFFLES, unanswered = [], onQuestion }: ContestedOptions = {},
): Contested {
  // an outcome that misses in too many futures is left out, not the futures
  const { study } = usableOf(whole)
  const byDraw = rowsOf(study, drawsOfStudy(study))
  const byFuture = rowsOf(
    study,
    Int32Array.from({ length: study.futures }, (_, f) => f),
  )
  const chance = chanceOf(seed, 'contested')
  const posed = questions.map((question) => poseOn(study, question, byDraw, byFuture))
  const kinds = new Map(
    posed.map(({ rows }) => [
      rows,
      { choices: choicesIn(study, rows), orders: ordersOf(rows.count, shuffles, chance) },
    ]),
  )
  const known = new Map<string, readonly Raw[]>()
  const raw = posed.map((one, k) => {
    const { choices, orders } = kinds.get(one.rows) as { choices: (Choices | undefined)[]; orders: Int32Array[] }
    const found = rawOf(one, choices, orders, known)
    onQuestion?.(k + 1, posed.length)
    return found
  })
  const together = countsOf(posed)
  const everything = (kinds.get(byFuture)?.choices ?? choicesIn(study, byFuture)).map((one) => one && worthOfAll(one))
  // one bar for every question and outcome: a study of nothing but chance has no figure above it, save one in a hundred
  const asked = study.outcomes.flatMap((_, o) =>
    raw.map((of, k) => ({ of: of[o] as Raw, times: together[k] as number })),
  )
  const effects = clearedOf(
    asked.map(({ of }) => of.effect),
    asked.map(({ times }) => times),
  )
  const valued = asked.filter(({ of }) => of.worth)
  const worths = clearedOf(
    valued.map(({ of }) => of.worth as Against),
    valued.map(({ times }) => times),
  )
  const worthAt = new Map(valued.map(({ of }, place) => [of, worths[place]]))
  const groups = study.outcomes.flatMap((outcome, o): ContestedRow[] => {
    return posed.map(({ question, rows, sides, members }, k) => {
      const figures = sideFigures(study, outcome, o, rows, sides, members)
      const effect = effects[o * posed.length + k] as Cleared
      const worth = worthAt.get(raw[k]?.[o] as Raw)
      const all = everything[o]
      const turned = turnedBetween(study, outcome, o, rows, sides, members)
      return {
        group: question.group,
        outcome: outcome.name,
        unit: outcome.unit,
        effect: effect.clear,
        effect_package: study.policies[raw[k]?.[o]?.moves ?? 0]?.name ?? '',
        ranking_changes: turned.length,
        turned,
        evpi: worth?.clear ?? null,
        share: worth && all !== undefined ? (all > 0 ? worth.clear / all : 0) : null,
        effect_found: effect.found,
        effect_floor: effect.floor,
        evpi_found: worth?.found ?? null,
        evpi_floor: worth?.floor ?? null,
        sides: figures,
      }
    })
  })
  return {
    groups: groups.sort((a, b) => (b.share ?? -1) - (a.share ?? -1) || b.ranking_changes - a.ranking_changes),
    questions: posed.map(({ question, sides }) =>
      sides.includes(OTHER) ? { ...question, sides: [...question.sides, OTHER] } : question,
    ),
    unanswered,
    outcomes: study.outcomes.map(({ name, en, es, unit, better, how, from, to }, o) => {
      const choice = choicesIn(study, byFuture)[o]
      const preferred = choice ? (study.policies[choice.best]?.name ?? null) : null
      return { outcome: name, en, es, unit, better, how, from, to, preferred, everything: everything[o] ?? null }
    }),
    packages: study.policies.map(({ name, title }) => ({ name, en: title.en, es: title.es })),
    futures: byFuture.count,
    failed: study.futures - byFuture.count,
    draws: byDraw.count,
    shuffles,
  }
}

const choicesIn = ({ outcomes }: Study, { values, root }: Rows): (Choices | undefined)[] =>
  outcomes.map(({ better }, o) =>
    better === 'open' ? undefined : choicesOf(values[o] as readonly Float64Array[], root, better === 'more' ? 1 : -1),
  )

function poseOn(study: Study, question: Question, byDraw: Rows, byFuture: Rows): Posed {
  const columns = question.names.map((name) => columnNamed(study, name))
  const rows = columns.every((column) => isOfRows(byDraw, column)) ? byDraw : byFuture
  const on = (values: ArrayLike<number>) => Float64Array.from(rows.some, (f) => values[f] as number)
  const answering = question.sides.filter(({ targets }) => targets.length > 0)
  const sides = answering.length === 1 ? [...answering, OTHER] : answering
  const terms = termsTogether(columns.map((column) => ({ ...columnOf(column), values: on(column.values) })))
  const members = sides.map((side) => on(membersOf(study, side, question)))
  const shape = terms.map((term) => Array.from(term).sort((a, b) => a - b))
  const sizes = members.map((member) => member.reduce((sum, v) => sum + v, 0))
  const alone = columns.length === 1 && question.kind !== 'contradiction'
  const signature = alone ? JSON.stringify([rows === byDraw, shape, sizes]) : question.group
  return { question, rows, terms, sides, members, signature }
}

function rawOf(
  { rows, terms, members, signature }: Posed,
  choices: readonly (Choices | undefined)[],
  orders: readonly Int32Array[],
  known: Map<string, readonly Raw[]>,
): readonly Raw[] {
  const { root, values } = rows
  const identity = Int32Array.from({ length: rows.count }, (_, k) => k)
  const once = (from: Int32Array) => {
    const basis = shuffledBasis(terms, root, from)
    const dealt = members.map((member) => member.map((_, k) => member[from[k] as number] as number))
    return choices.map((choice, o) => ({
      worth: choice && worthOfKnowing(choice, basis),
      effect: spreadOf(values[o] as readonly Float64Array[], dealt, root),
    }))
  }
  const found = once(identity)
  const before = known.get(signature)
  const shuffled = before ? [] : orders.map(once)
  const raw = found.map(({ worth, effect }, o): Raw => {
    const worths = before?.[o]?.worth?.shuffled ?? Float64Array.from(shuffled, (one) => one[o]?.worth ?? 0)
    const effects = before?.[o]?.effect.shuffled ?? Float64Array.from(shuffled, (one) => one[o]?.effect.spread ?? 0)
    return {
      worth: worth === undefined ? undefined : { found: worth, shuffled: worths },
      effect: { found: effect.spread, shuffled: effects },
      moves: effect.package,
    }
  })
  known.set(signature, raw)
  return raw
}

/** How many questions share the shuffles of each. */
function countsOf(posed: readonly Posed[]): number[] {
  const counts = new Map<string, number>()
  for (const { signature } of posed) counts.set(signature, (counts.get(signature) ?? 0) + 1)
  return posed.map(({ signature }) => counts.get(signature) as number)
}
