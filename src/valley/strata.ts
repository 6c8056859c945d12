import { POVERTY_LINE } from './families.ts'
import type { Whole } from './households.ts'

/** Kinds of household within a district: growers of coca, other farms, town households, vacant slots. */
export const KINDS = 4
export const VACANT = 3

const kindOf = (whole: Whole, k: number): number => {
  if (whole.columns.here[k] === 0) return VACANT
  if (whole.columns.farm[k] === 0) return 2
  return whole.holder[k] === 1 ? 0 : 1
}

const level = (value: number, a: number, b: number, c: number): number =>
  value < a ? 0 : value < b ? 1 : value < c ? 2 : 3

/** Households alike in what matters have the same number, 0 … 31: plot or trees and land, poor or not. */
function likeness(whole: Whole, k: number, kind: number): number {
  const { columns } = whole
  if (kind === VACANT) return 0
  const persons = (columns.adults[k] as number) + (columns.children[k] as number)
  const poor = (columns.income[k] as number) < POVERTY_LINE * persons ? 1 : 0
  if (kind === 2) return poor
  if (kind === 0)
    return 2 * level((columns.cocaBearing[k] as number) + (columns.cocaYoung[k] as number), 0.6, 1.1, 1.8) + poor
  const trees = ((columns.cacaoBearing[k] as number) > 0 ? 1 : 0) + ((columns.coffeeBearing[k] as number) > 0 ? 2 : 0)
  return (trees * 4 + level(columns.land[k] as number, 1, 2.5, 5)) * 2 + poor
}

const DRAWS = 2 ** 22
const PLACES = 2 ** 20

/**
 * The households of a district by kind, each list ordered by likeness and then by the draw of the grower type, up and down in turn, so
 * that even steps through it meet every mix of the two.
 */
export function strataOf(whole: Whole, district: number): Int32Array[] {
  const first = whole.starts[district] as number
  const count = (whole.starts[district + 1] as number) - first
  const counts = new Int32Array(KINDS)
  const keys = new Float64Array(count)
  for (let j = 0; j < count; j++) {
    const kind = kindOf(whole, first + j)
    counts[kind] = (counts[kind] as number) + 1
    const like = likeness(whole, first + j, kind)
    const draw = Math.floor((whole.typeDraw[first + j] as number) * (DRAWS - 1))
    const order = (kind * 32 + like) * DRAWS + (like % 2 === 0 ? draw : DRAWS - 1 - draw)
    // kind, likeness, draw and place in one whole number below 2^53, so that a plain numeric sort does
    keys[j] = order * PLACES + j
  }
  keys.sort()
  let done = 0
  return Array.from(counts, (size) => {
    const members = new Int32Array(size)
    for (let j = 0; j < size; j++) members[j] = first + ((keys[done + j] as number) % PLACES)
    done += size
    return members
  })
}
