// What a gap between known figures, or a district without any, is held against: the straight line between neighbours, the mean of others.
import { deviation } from '../../engine/quantiles.ts'
import { learntSpread } from '../score/naive/walk.ts'
import type { Predictive } from '../score/predictive.ts'
import { knownAt } from '../score/rolling.ts'
import { lastOf, type Yearly } from '../score/yearly.ts'

export const NEIGHBOURS = {
  id: 'between neighbours',
  en: 'straight line between the years around',
  es: 'línea recta entre los años vecinos',
} as const
export const OTHERS = {
  id: 'other districts',
  en: 'mean of the other districts',
  es: 'media de los otros distritos',
} as const

/**
 * A year between known ones: on the line between its neighbours, with the spread of a walk that is held at both ends. `known`: the
 * series without the years held out. Undefined where there is no figure on both sides. Throws InputError where figures are too few.
 */
export function betweenNeighbours(known: Yearly, year: number): Predictive | undefined {
  const before = known.points.findLast((point) => point.year < year)
  const after = known.points.find((point) => point.year > year)
  if (before === undefined || after === undefined) return undefined
  const [a, b] = [year - before.year, after.year - year]
  const last = lastOf(known).year
  const stays = learntSpread(
    ({ series }) =>
      (ahead) => ({ mean: lastOf(series).y, variance: ahead }),
    knownAt(last, known),
  )
  const mean = (b * before.y + a * after.y) / (a + b)
  return { kind: 'student', mean, scale: stays.sd * Math.sqrt((a * b) / (a + b)), df: stays.misses }
}

/** A district of which nothing is known: like the others in that year. Undefined with fewer than three of them. */
export function likeOthers(others: readonly Yearly[], year: number): Predictive | undefined {
  const values = others.flatMap(({ points }) => points.filter((point) => point.year === year).map(({ y }) => y))
  if (values.length < 3) return undefined
  const mean = values.reduce((sum, y) => sum + y, 0) / values.length
  // the mean itself is not sure
  return { kind: 'student', mean, scale: deviation(values) * Math.sqrt(1 + 1 / values.length), df: values.length - 1 }
}
