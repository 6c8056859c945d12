// A part of a whole whose share stays as it was.
import type { Forecaster, Known } from '../rolling.ts'
import { fromScale, lastOf, onScale, tooShort } from '../yearly.ts'
import { follow, type Path } from './walk.ts'

/**
 * The share that the part had of the whole when both were last known, times the last figure of the whole: the whole is series `whole` beside,
 * carried on by its mean change of the last `years` years (0: as it is). The spread is the rule's own.
 */
export const frozenShare = (whole: string, years = 0): Forecaster => follow((known) => shared(known, whole, years))

function shared(known: Known, name: string, years: number): Path {
  const { series } = known
  const whole = known.beside[name]
  const part = series.points.findLast(({ year }) => whole?.points.some((point) => point.year === year))
  const then = whole?.points.find(({ year }) => year === part?.year)
  if (whole === undefined || part === undefined || then === undefined || then.value === 0)
    throw tooShort({ ...series, points: [] }, 1, `in a year in which ${name} is known`)
  const now = lastOf(whole)
  const first = whole.points.findLast(({ year }) => year <= now.year - years) ?? now
  const rate = first.year === now.year ? 0 : (now.y - first.y) / (now.year - first.year)
  const { year: last } = lastOf(series)
  const share = part.value / then.value
  return (ahead) => {
    const total = now.y + rate * (last + ahead - now.year)
    return { mean: onScale(share * fromScale(total, whole.scale), series.scale), variance: ahead }
  }
}
