// Ranks of the unknowns of each draw, and how they go together with a value by draw.
import type { Parameter } from '../../evidence/parameters.ts'
import { type DrawList, givenAt, uniformFor } from '../draws.ts'
import { type Choice, optionsOf } from '../scenario/types.ts'

/** One unknown over the draws: ranks, centred and of length one. */
export interface Ranked {
  readonly name: string
  readonly ranks: Float64Array
}

/** Ranks (ties take their mean) less their mean, of length one; undefined where all values are the same. */
export function ranksOf(values: ArrayLike<number>): Float64Array | undefined {
  const n = values.length
  const order = Array.from({ length: n }, (_, k) => k).sort((a, b) => (values[a] as number) - (values[b] as number))
  const ranks = new Float64Array(n)
  for (let from = 0; from < n; ) {
    let to = from + 1
    while (to < n && values[order[to] as number] === values[order[from] as number]) to++
    for (let k = from; k < to; k++) ranks[order[k] as number] = (from + to - n) / 2
    from = to
  }
  return unit(ranks)
}

/** An unknown whose values by draw are worked out when they are asked for. */
export interface Unknown {
  readonly name: string
  values(): number[]
}

/** Of the first `count` draws of a list: every parameter, every switch that is drawn, and the yearly shocks that the list gives. */
export function unknownsOf(
  list: DrawList,
  count: number,
  parameters: readonly Pick<Parameter, 'name'>[],
  switches: Readonly<Record<string, Choice>>,
): Unknown[] {
  const { seed, indices, fitted } = list
  const given = Array.from({ length: count }, (_, place) => givenAt(list, place))
  const quantile = (name: string) => (place: number) =>
    given[place]?.u[name] ?? uniformFor(name, indices[place] as number, seed)
  const unknown = (name: string, of: (place: number) => number): Unknown => ({
    name,
    values: () => Array.from({ length: count }, (_, place) => of(place)),
  })
  return [
    ...parameters.map(({ name }) => unknown(name, quantile(name))),
    ...Object.entries(switches).flatMap(([id, choice]) => {
      const u = quantile(`switch_${id}`)
      const many = optionsOf(choice).length
      return choice.asked ? [] : [unknown(`switch_${id}`, (place) => Math.floor(u(place) * many))]
    }),
    ...(fitted?.shocks ?? []).map((name) => unknown(name, (place) => given[place]?.shocks[name] ?? 0)),
  ]
}

/** Undefined where it is the same in every draw. */
export function ranked({ name, values }: Unknown): Ranked | undefined {
  const ranks = ranksOf(values())
  return ranks && { name, ranks }
}

export const rankedUnknowns = (...of: Parameters<typeof unknownsOf>): Ranked[] =>
  unknownsOf(...of).flatMap((one) => ranked(one) ?? [])

/** Scalar product. */
export function along(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number)
  return sum
}

/** `a` without its part along `direction`, which has length one. */
export function without(a: Float64Array, direction: Float64Array): Float64Array {
  const part = along(a, direction)
  return a.map((value, k) => value - part * (direction[k] as number))
}

/** Of length one; undefined for (nearly) nothing. */
export function unit(a: Float64Array): Float64Array | undefined {
  const length = Math.sqrt(along(a, a))
  return length < 1e-9 ? undefined : a.map((value) => value / length)
}
