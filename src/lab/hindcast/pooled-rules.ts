// Naive rules for many places with few figures each: every place follows its own path, and their spread is learnt from all of them.
import { quantile } from '../../engine/quantiles.ts'
import { InputError } from '../../evidence/problem.ts'
import { attempt } from '../score/attempt.ts'
import { FEWEST_MISSES } from '../score/naive/walk.ts'
import { drawsOf, type Predictive } from '../score/predictive.ts'
import { type Known, knownAt, type Rule } from '../score/rolling.ts'
import { fromScale, lastOf, onScale, tooShort, type Yearly } from '../score/yearly.ts'

/** The middle of a forecast so many years after the last figure, on the scale. Throws an InputError where it cannot be told. */
type Middle = (known: Known, ahead: number) => number

const last: Middle = ({ series }) => lastOf(series).y

const drift: Middle = ({ series }, ahead) => {
  const [first, now] = [series.points[0], lastOf(series)]
  if (first === undefined || first.year === now.year) throw tooShort(series, 2)
  return now.y + (ahead * (now.y - first.y)) / (now.year - first.year)
}

const SHARE_YEARS = 5
/** The place keeps its part of the whole, which goes on with its mean growth of five years. */
const shareOf =
  (name: string): Middle =>
  ({ series, beside }, ahead) => {
    const whole = beside[name]
    const part = series.points.findLast(({ year }) => whole?.points.some((point) => point.year === year))
    const then = whole?.points.find(({ year }) => year === part?.year)
    if (whole === undefined || part === undefined || then === undefined)
      throw tooShort({ ...series, points: [] }, 1, `in a year in which the ${name} is known`)
    const now = lastOf(whole)
    const first = whole.points.findLast(({ year }) => year <= now.year - SHARE_YEARS) ?? whole.points[0] ?? now
    const rate = first.year === now.year ? 0 : (now.y - first.y) / (now.year - first.year)
    const total = now.y + rate * (lastOf(series).year + ahead - now.year)
    return onScale((part.value / then.value) * fromScale(total, whole.scale), series.scale)
  }

/**
 * The middle, and around it the misses of all places so far, a year's worth each, less their median. Few places jump (from nothing to
 * something, when a district is told apart) and most hardly move: a bell curve would be too wide for nearly all.
 */
function pooled(middle: Middle, all: readonly Yearly[]): Rule['forecast'] {
  const kept = new Map<number, readonly number[]>()
  const missesAt = ({ origin, beside }: Known): readonly number[] => {
    const before = kept.get(origin)
    if (before) return before
    const misses = all.flatMap((series) =>
      series.points.slice(1).flatMap((to, k) => {
        const from = series.points[k] as Yearly['points'][number]
        if (to.year > origin) return []
        const ahead = to.year - from.year
        const said = attempt(() => middle(knownAt(from.year, series, beside), ahead))
        return said instanceof InputError ? [] : [(to.y - said) / Math.sqrt(ahead)]
      }),
    )
    const sorted = Float64Array.from(misses).sort()
    const centred = misses.map((miss) => miss - quantile(sorted, 0.5))
    kept.set(origin, centred)
    return centred
  }
  return (known, years) => {
    const misses = missesAt(known)
    if (misses.length < FEWEST_MISSES)
      throw tooShort(known.series, FEWEST_MISSES, `with ${misses.length} misses of all places`)
    const { year: from } = lastOf(known.series)
    return years.map((year): Predictive => {
      const ahead = Math.max(1, year - from)
      const mean = middle(known, year - from)
      return drawsOf(misses.map((miss) => mean + miss * Math.sqrt(ahead)))
    })
  }
}

/** Rules for places that are judged together. `whole`: name of the series beside of which they are parts. */
export function pooledRules(all: readonly Yearly[], whole?: string): Rule[] {
  return [
    { id: 'last value', en: 'last value', es: 'último valor', forecast: pooled(last, all) },
    { id: 'drift long', en: 'drift of all years', es: 'deriva de todos los años', forecast: pooled(drift, all) },
    ...(whole === undefined
      ? []
      : [
          {
            ...{ id: 'frozen share', en: 'share of the valley as last', es: 'parte del valle como la última' },
            forecast: pooled(shareOf(whole), all),
          },
        ]),
  ]
}
