// What is measured for rules of policy during a run, and what of it is known in a month. All memory that rules have is here.
import { type Cells, cellsFor } from '../cells.ts'
import type { Frame, LabModel } from '../model.ts'
import { FIRST, LAST, type Resolved, type Trigger } from '../scenario/types.ts'
import { type ReadableName, readables } from './readable.ts'

/** Where measured values of the outcomes of rules stand, in an array of `cells.length` that a tally of `cells` writes. */
export interface Watch {
  readonly cells: Cells
  /** Names what is watched: the same text, the same layout. */
  readonly key: string
}

/** What the rules of these scenarios look at; undefined where no scenario has any. */
export function watchOf(
  scenarios: readonly Pick<Resolved, 'adaptive'>[],
  model: Pick<LabModel, 'outcomes' | 'measures'>,
  frame: Frame,
): Watch | undefined {
  const names = [...new Set(scenarios.flatMap(({ adaptive = [] }) => adaptive.map(({ when }) => when.outcome)))].sort()
  if (names.length === 0) return undefined
  const selection = {
    outcomes: names.filter((name) => readables[name].figure === 'year'),
    monthly: names.filter((name) => readables[name].figure !== 'year'),
    years: [FIRST, LAST] as const,
    districts: [],
    districtYears: [],
  }
  return { cells: cellsFor(selection, model, frame), key: names.join(' ') }
}

/**
 * The figure that is known at the beginning of a month; NaN where there is none yet. Nothing later than `month − delay` is read,
 * so a run that goes on from a kept state needs only what was measured until then.
 */
export function figureOf(
  { cells }: Watch,
  { outcome, delay }: Pick<Trigger, 'outcome' | 'delay'>,
): (seen: Float64Array, month: number) => number {
  const { figure } = readables[outcome as ReadableName]
  const line = cells.lines.find((one) => one.outcome === outcome && one.shownIn.includes('default'))
  if (line === undefined) throw new RangeError(`${outcome} is not watched`)
  const at = (seen: Float64Array, k: number) => seen[line.offset + k] as number
  if (figure === 'year')
    return (seen, month) => {
      const years = Math.floor((month - delay + 1) / 12)
      return years > 0 ? at(seen, years - 1) : Number.NaN
    }
  if (figure === 'month') return (seen, month) => (month >= delay ? at(seen, month - delay) : Number.NaN)
  return (seen, month) => {
    const last = month - delay
    if (last < 11) return Number.NaN
    let sum = 0
    for (let k = last - 11; k <= last; k++) sum += at(seen, k)
    return sum
  }
}

/** Months in a row, this one included, whose known figure lies on the side of the trigger; `streak`: the same a month before. */
export function streakOf(watch: Watch, when: Trigger): (seen: Float64Array, month: number, streak: number) => number {
  const figure = figureOf(watch, when)
  const { side, threshold } = when
  return (seen, month, streak) => {
    const value = figure(seen, month)
    return (side === 'below' ? value < threshold : value > threshold) ? streak + 1 : 0
  }
}
