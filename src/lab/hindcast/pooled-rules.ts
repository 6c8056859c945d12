// Naive rules for many places with few figures each: every place follows its own path, and their spread is learnt from all of them.
import { InputError } from '../../evidence/problem.ts'
import { attempt } from '../score/attempt.ts'
import { FEWEST_MISSES } from '../score/naive/walk.ts'
import type { Predictive } from '../score/predictive.ts'
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

/** Student forecasts around the middle; a year's spread is the root mean square miss of all places so far. */
function pooled(middle: Middle, all: readonly Yearly[]): Rule['forecast'] {
  const spreads = new Map<number, { sd: number; misses: number }>()
  const spreadAt = ({ origin, beside }: Known) => {
    const before = spreads.get(origin)
    if (before) return before
    let [squares, misses] = [0, 0]
    for (const series of all)
      for (let k = 0; k + 1 < series.points.length; k++) {
        const [from, to] = [series.points[k], series.points[k + 1]] as [
          Yearly['points'][number],
          Yearly['points'][number],
        ]
        if (to.year > origin) break
        const ahead = to.year - from.year
        const said = attempt(() => middle(knownAt(from.year, series, beside), ahead))
        if (said instanceof InputError) continue
        squares += (to.y - said) ** 2 / ahead
        misses += 1
      }
    const found = { sd: Math.sqrt(squares / Math.max(1, misses)), misses }
    spreads.set(origin, found)
    return found
  }
  return (known, years) => {
    const { sd, misses } = spreadAt(known)
    if (misses < FEWEST_MISSES) throw tooShort(known.series, FEWEST_MISSES, `with ${misses} misses of all places`)
    const { year: from } = lastOf(known.series)
    return years.map((year): Predictive => {
      const ahead = year - from
      return { kind: 'student', mean: middle(known, ahead), scale: sd * Math.sqrt(Math.max(1, ahead)), df: misses }
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
