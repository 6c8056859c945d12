// Which uncertainties have to do with failing at all? Peeling among hundreds of idle ones follows luck, slice by slice.
import jStat from 'jstat'
import type { Dimension, Space } from './space.ts'

const BINS = 5

/** Places of the dimensions that go with failing most clearly, at most so many, clearest first. */
export function relevant({ dimensions }: Space, fails: Uint8Array, most: number): number[] {
  const chances = dimensions.map((dimension) => chanceOf(dimension, fails))
  return chances
    .map((_, k) => k)
    .sort((a, b) => (chances[a] as number) - (chances[b] as number) || a - b)
    .slice(0, most)
}

/**
 * How likely so much is by chance: a choice by its options, a number by its ranks (one way) or by fifths of its values (a middle or
 * both ends), whichever is clearer, counted twice.
 */
export function chanceOf({ values, options }: Dimension, fails: Uint8Array): number {
  if (options !== undefined) return byGroups(values, options.length, fails)
  const order = Int32Array.from(values, (_, f) => f).sort((a, b) => (values[a] as number) - (values[b] as number))
  const fifths = new Float64Array(values.length)
  order.forEach((f, rank) => {
    fifths[f] = Math.floor((rank * BINS) / values.length)
  })
  return Math.min(1, 2 * Math.min(byRanks(order, fails), byGroups(fifths, BINS, fails)))
}

/** Wilcoxon's rank sum; ties are not corrected, which makes it a little too careful. */
function byRanks(order: Int32Array, fails: Uint8Array): number {
  const count = order.length
  let failing = 0
  let ranks = 0
  order.forEach((f, rank) => {
    failing += fails[f] as number
    ranks += (fails[f] as number) * (rank + 1)
  })
  const passing = count - failing
  if (failing === 0 || passing === 0) return 1
  const z = (ranks - (failing * (count + 1)) / 2) / Math.sqrt((failing * passing * (count + 1)) / 12)
  return 1 - jStat.chisquare.cdf(z * z, 1)
}

/** Chi-square of failing by group. */
function byGroups(groups: Float64Array, count: number, fails: Uint8Array): number {
  const held = new Float64Array(count)
  const failing = new Float64Array(count)
  let all = 0
  for (let f = 0; f < groups.length; f++) {
    const group = groups[f] as number
    held[group] = (held[group] as number) + 1
    failing[group] = (failing[group] as number) + (fails[f] as number)
    all += fails[f] as number
  }
  const share = all / groups.length
  const kinds = held.filter((one) => one > 0).length
  if (share === 0 || share === 1 || kinds < 2) return 1
  let square = 0
  for (let k = 0; k < count; k++)
    if ((held[k] as number) > 0)
      square +=
        ((failing[k] as number) - (held[k] as number) * share) ** 2 / ((held[k] as number) * share * (1 - share))
  return 1 - jStat.chisquare.cdf(square, kinds - 1)
}
