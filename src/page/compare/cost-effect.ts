// What each package costs against what it changes: a point with its two bands.
import { scaleLinear } from 'd3-scale'
import type { Compared } from '../../report/compared.ts'
import type { Manner } from '../../report/format.ts'

export interface Point {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly across: readonly [number, number]
  readonly along: readonly [number, number]
}
export interface Plot {
  readonly points: readonly Point[]
  readonly zero: readonly [x: number, y: number]
  readonly xTicks: readonly { readonly at: number; readonly value: number }[]
  readonly yTicks: readonly { readonly at: number; readonly value: number }[]
  readonly cost: Manner
  readonly effect: Manner
}

export const SIZE = { height: 300, left: 56, top: 16, bottom: 252 } as const

/** `right`: end of the plot, in pixels. Undefined where the answer has no such outcome. */
export function costEffect(c: Compared, outcome: string, right: number): Plot | undefined {
  const found = c.packages.flatMap(({ name }) => {
    const cost = c.change(name, 'public_cost')
    const effect = c.change(name, outcome)
    return cost && effect ? [{ name, cost, effect }] : []
  })
  const [first] = found
  if (!first) return undefined
  const [fx, fy] = [first.cost.manner.factor, first.effect.manner.factor]
  const spread = (of: 'cost' | 'effect', factor: number): [number, number] => {
    const ends = found.flatMap((one) => [one[of].row.difference.p05 * factor, one[of].row.difference.p95 * factor])
    const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)]
    return low === high ? [-1, 1] : [low, high]
  }
  const x = scaleLinear().domain(spread('cost', fx)).nice(5).range([SIZE.left, right])
  const y = scaleLinear().domain(spread('effect', fy)).nice(4).range([SIZE.bottom, SIZE.top])
  return {
    points: found.map(({ name, cost, effect }) => {
      const [a, b] = [cost.row.difference, effect.row.difference]
      return {
        name,
        x: x(a.p50 * fx),
        y: y(b.p50 * fy),
        across: [x(a.p05 * fx), x(a.p95 * fx)],
        along: [y(b.p05 * fy), y(b.p95 * fy)],
      }
    }),
    zero: [x(0), y(0)],
    xTicks: x.ticks(right < 420 ? 3 : 5).map((value) => ({ at: x(value), value })),
    yTicks: y.ticks(4).map((value) => ({ at: y(value), value })),
    cost: first.cost.manner,
    effect: first.effect.manner,
  }
}
