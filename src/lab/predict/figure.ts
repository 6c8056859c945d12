// The figure that a formula stands for, under every draw, before what reporting adds.
import { FIRST } from '../scenario/types.ts'
import type { Formula } from './formula.ts'
import { type Draw, gainOf, leafPerKilo, moneyOfTheDay, type Reader, type Time } from './reading.ts'
import type { Term } from './terms.ts'

/** Nothing of nothing is nothing. */
const share = (a: number, b: number): number => (b === 0 ? 0 : a / b)

/** Nothing over nothing is no change. */
export const ratio = (a: number, b: number): number => (b === 0 ? (a === 0 ? 1 : 0) : a / b)

/** The figure itself at a time, survey errors of areas included. */
export function figure(formula: Formula, time: Time, read: Reader, draws: readonly Draw[]): Float64Array | undefined {
  const { rule, terms, over, national, season } = formula
  if (time.year < FIRST) return undefined
  const wanted = [terms, over ?? [], national ? [national.valley, national.outside] : [], national?.leaf ?? []]
  const found = wanted.map((group) => group.map((term) => ({ term, values: read(term, time) })))
  const seasons = season && [read(season.month, time), read(season.year, time)]
  if (found.some((group) => group.some(({ values }) => values === undefined)) || seasons?.includes(undefined))
    return undefined
  return Float64Array.from(draws, (draw, k) => {
    const money = formula.money ?? 'PEN'
    const worth = ({ term, values }: { term: Term; values: Float64Array | undefined }): number =>
      term.share === 0
        ? 0
        : term.share *
          ((values as Float64Array)[k] as number) *
          gainOf(term, time, draw) *
          (term.money ? moneyOfTheDay(term.money, money, time, draw) : 1)
    const total = (group: (typeof found)[number]): number => {
      const sum = (yields: boolean) =>
        group.reduce((all, each) => all + ((each.term.gain === 'yield') === yields ? worth(each) : 0), 0)
      return rule.of === 'product' ? sum(false) + refined(sum(true), time, draw) : sum(false) + sum(true)
    }
    const [own = [], below = [], prices = [], leaf = []] = found
    let value = total(own)
    if (rule.money && terms.every((term) => term.money === undefined))
      value *= moneyOfTheDay('PEN of 2024', money, time, draw)
    if (rule.illicit) value = Math.max(value - draw.p('legal_leaf_demand_national'), 0)
    if (over) value = share(value, total(below))
    if (national) {
      const [valley = 0, outside = 0] = prices.map(worth)
      const ours = leaf.reduce((sum, each) => sum + (each.term.gain ? 0 : worth(each)), 0)
      const all = leaf.reduce((sum, each) => sum + worth(each), 0)
      value *= all === 0 || valley === 0 ? 1 : (ours * valley + (all - ours) * outside) / (all * valley)
    }
    if (seasons) value *= ratio((seasons[0] as Float64Array)[k] as number, (seasons[1] as Float64Array)[k] as number)
    return value
  })
}

/** Product from the leaf of the other zones, less what traditional use takes of it. */
const refined = (leaf: number, time: Time, draw: Draw): number =>
  leaf === 0
    ? 0
    : Math.max(leaf - (1 - draw.p('legal_share_of_valley')) * draw.p('legal_leaf_demand_national'), 0) /
      leafPerKilo(time, draw)
