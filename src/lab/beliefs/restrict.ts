// Draws that keep to what is believed: those of a list that lie there already and, where they are too few, others moved there.
import { type Parameter, quantile } from '../../evidence/parameters.ts'
import { type DrawList, drawValues, type Fitted, givenAt, uniformFor } from '../draws.ts'
import { type Choice, optionsOf } from '../scenario/types.ts'
import type { Wish } from './asked.ts'

/** Fewer effective draws than this are not left alone: others are moved in beside them. */
export const LEAST = 40

export interface Unknowns {
  readonly parameters: readonly Parameter[]
  readonly switches: Readonly<Record<string, Choice>>
}

export interface Restricted {
  readonly draws: DrawList
  /** Options of switches that no draw takes by itself: to be fixed in every scenario of the run. */
  readonly fixed: Readonly<Record<string, string>>
  /** Draws of the whole list that lie inside, and how many it has. */
  readonly inside: number
  readonly of: number
  /** Effective number of the draws inside, their weights counted. */
  readonly effective: number
  /** Draws of the run that were moved: what they take from the facts no longer holds in full. */
  readonly moved: number
}

/** Places in the list of the draws that keep to every wish. */
export function insideOf(list: DrawList, wishes: readonly Wish[], of: Unknowns): number[] {
  const tests = wishes.map((wish) => testOf(wish, of))
  return list.indices.flatMap((_, place) => (tests.every((inside) => inside(list, place)) ? [place] : []))
}

/** Effective number of draws of a list at some places: (Σ w)² / Σ w²; as many as there are where none weighs more. */
export function effectiveOf({ fitted }: DrawList, places: readonly number[]): number {
  if (fitted === undefined || places.length === 0) return places.length
  const weights = places.map((place) => fitted.weights[place] ?? 0)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return sum ** 2 / weights.reduce((total, weight) => total + weight * weight, 0)
}

/**
 * At most `count` draws that keep to every wish: the first inside, as they are. Where those are too few, the first of the list, so
 * that each can be held against itself: those outside have the quantile of what is believed pressed into the side's part of the
 * prior, in the order in which they were; nothing else of them changes.
 */
export function restrict(list: DrawList, wishes: readonly Wish[], of: Unknowns, count: number): Restricted {
  const inside = insideOf(list, wishes, of)
  const effective = effectiveOf(list, inside)
  const fixed = Object.fromEntries(
    wishes.flatMap((wish) =>
      wish.kind === 'switch' && of.switches[wish.target]?.asked ? [[wish.target, wish.option]] : [],
    ),
  )
  const enough = effective >= Math.min(LEAST, count)
  const kept = enough ? inside.slice(0, count) : list.indices.slice(0, count).map((_, place) => place)
  const still = new Set(inside)
  const moved = kept.filter((place) => !still.has(place)).length
  const movable = wishes.filter((wish) => fixed[wish.target] === undefined)
  return {
    draws: moved === 0 ? chosen(list, kept) : chosen(pressed(list, movable, of, still), kept),
    fixed,
    inside: inside.length,
    of: list.indices.length,
    effective,
    moved,
  }
}

type Inside = (list: DrawList, place: number) => boolean

function testOf(wish: Wish, { parameters, switches }: Unknowns): Inside {
  const value = (list: DrawList, place: number, of: readonly Parameter[], among: Unknowns['switches']) =>
    drawValues(list.indices[place] as number, list.seed, of, among, {}, givenAt(list, place))
  if (wish.kind === 'switch') {
    const { target, option } = wish
    const choice = switches[target]
    if (choice === undefined) return () => false
    const wanted = optionsOf(choice).indexOf(option)
    return (list, place) => value(list, place, [], { [target]: choice })[`switch_${target}`] === wanted
  }
  const { target, low, high } = wish
  const own = parameters.filter(({ name }) => name === target)
  return (list, place) => {
    const at = value(list, place, own, {})[target]
    return at !== undefined && at >= low && at <= high
  }
}

/** The list with other draws in their order. */
function chosen(list: DrawList, places: readonly number[]): DrawList {
  const { fitted } = list
  return {
    ...list,
    indices: places.map((place) => list.indices[place] as number),
    ...(fitted && { fitted: rowsAt(fitted, places) }),
  }
}

function rowsAt(fitted: Fitted, places: readonly number[]): Fitted {
  const weights = places.map((place) => fitted.weights[place] ?? 0)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return {
    ...fitted,
    rows: places.map((place) => fitted.rows[place] ?? []),
    weights: weights.map((weight) => (total > 0 ? weight / total : 1 / places.length)),
  }
}

/** Every draw but `still` with what is believed moved into the side. */
function pressed(list: DrawList, wishes: readonly Wish[], of: Unknowns, still: ReadonlySet<number>): DrawList {
  const { unknowns = [], shocks = [], flat = [], rows = [], weights = [] } = list.fitted ?? {}
  const moves = wishes.flatMap((wish) => moveOf(wish, of, flat, list) ?? [])
  const added = moves.map(({ name }) => name).filter((name) => !unknowns.includes(name))
  const names = [...unknowns, ...added]
  const uniform = (name: string, place: number) => uniformFor(name, list.indices[place] as number, list.seed)
  return {
    ...list,
    fitted: {
      unknowns: names,
      shocks,
      flat,
      rows: list.indices.map((_, place) => {
        const row = rows[place] ?? []
        const quantiles = [...row.slice(0, unknowns.length), ...added.map((name) => uniform(name, place))]
        if (!still.has(place))
          for (const { name, to } of moves)
            quantiles[names.indexOf(name)] = to(quantiles[names.indexOf(name)] as number, place)
        return [...quantiles, ...row.slice(unknowns.length)]
      }),
      weights: list.indices.map((_, place) => weights[place] ?? 1 / list.indices.length),
    },
  }
}

/** An unknown, and where its quantile goes. */
interface Move {
  readonly name: string
  readonly to: (u: number, place: number) => number
}

function moveOf(wish: Wish, of: Unknowns, flat: readonly string[], list: DrawList): Move | undefined {
  const inside = testOf(wish, of)
  if (wish.kind === 'switch') {
    const options = optionsOf(of.switches[wish.target] ?? { options: [], default: '' })
    const middle = (options.indexOf(wish.option) + 0.5) / options.length
    return { name: `switch_${wish.target}`, to: (u, place) => (inside(list, place) ? u : middle) }
  }
  const parameter = of.parameters.find(({ name }) => name === wish.target)
  if (parameter === undefined) return undefined
  const prior = flat.includes(wish.target) ? { ...parameter, distribution: 'uniform' as const } : parameter
  const [from, to] = [shareBelow(prior, wish.low), shareBelow(prior, wish.high)]
  return { name: wish.target, to: (u, place) => (inside(list, place) ? u : from + (to - from) * u) }
}

/** Part of the prior below a value, found by halving: `quantile` never falls. */
function shareBelow(prior: Parameter, value: number): number {
  if (value <= prior.low) return 0
  if (value >= prior.high) return 1
  let [low, high] = [0, 1]
  for (let k = 0; k < 40; k++) {
    const middle = (low + high) / 2
    if (quantile(prior, middle) < value) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** A side that reaches no value the model may take cannot be run. */
export const isReachable = (wish: Wish, { parameters, switches }: Unknowns): boolean => {
  if (wish.kind === 'switch') {
    const choice = switches[wish.target]
    return choice !== undefined && optionsOf(choice).includes(wish.option)
  }
  const parameter = parameters.find(({ name }) => name === wish.target)
  return parameter !== undefined && wish.low <= parameter.high && wish.high >= parameter.low
}
