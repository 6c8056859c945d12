// The figures of years that a posterior does not know yet: which of them it can learn from, and why it cannot learn from others.
import type { DataPackage } from '../../evidence/package.ts'
import type { Problem } from '../../evidence/problem.ts'
import type { Point } from '../../evidence/series.ts'
import { FIGURES, type Figure, type FigureRule, figuresOf } from '../calibrate/figures.ts'
import { askedOf, type CalibrationTarget, levelTarget, whenOf } from '../calibrate/targets.ts'
import type { Frame } from '../model.ts'
import { formulaOf, type Target } from '../predict/formula.ts'
import { SERIES } from '../predict/series.ts'

export interface NewFigures {
  readonly targets: readonly CalibrationTarget[]
  /** Rows of those years that are not learnt from, as `series place year`. */
  readonly notTakenIn: readonly string[]
  readonly remarks: readonly Problem[]
}

const VALLEY = 'VRAEM'
/** Of series that no calibration is held to: what the best model of this kind may miss, in ln units. */
const DISCREPANCY = 0.15
const ERRORS = { high: 0.05, medium: 0.1, low: 0.2 } as const

const fitted = ({ series, place }: Pick<Target, 'series' | 'place'>): boolean =>
  FIGURES.some((rule) => rule.place === place && rule.series.includes(series))
const named = (row: Target) => `${row.series} ${row.place} ${whenOf(row)}`

/**
 * What can be learnt from the figures after `until`: those that a calibration is held to (`all`: its targets, later years included),
 * and figures of the valley in any other series that the model answers.
 */
export function newFigures(
  pack: DataPackage,
  frame: Frame,
  until: number,
  all: readonly CalibrationTarget[],
): NewFigures {
  const own = all.filter(({ asked, shape }) => asked.kind === 'figure' && !shape && asked.row.year > until)
  const later = pack.observations.filter(({ year }) => year > until)
  const others = later.filter((point) => {
    const rule = SERIES[point.series]
    if (rule === undefined || rule.change || point.placeId !== VALLEY || fitted({ ...point, place: VALLEY }))
      return false
    return typeof formulaOf(askedOf(point), pack, frame) !== 'string'
  })
  const remarks: Problem[] = []
  const more = [...new Set(others.map(({ series }) => series))].flatMap((series) => {
    const rule = ruleOf(series)
    const read = figuresOf(
      rule,
      others.filter((point) => point.series === series),
    )
    remarks.push(...read.remarks.filter(({ code }) => code !== 'one-point'))
    return read.figures.map((figure) => targetOf(rule, figure))
  })
  const taken = new Set([...own, ...more].flatMap(({ asked }) => (asked.kind === 'figure' ? [named(asked.row)] : [])))
  const left = later.filter(
    (point) => !taken.has(named(askedOf(point))) && !fitted({ ...point, place: point.placeId ?? '' }),
  )
  return { targets: [...own, ...more], notTakenIn: [...new Set(left.map((point) => named(askedOf(point))))], remarks }
}

function ruleOf(series: string): FigureRule {
  const sd = SERIES[series]?.sd
  const reporting = typeof sd === 'number' ? sd : DISCREPANCY
  const error = {
    high: Math.hypot(ERRORS.high, reporting),
    medium: Math.hypot(ERRORS.medium, reporting),
    low: Math.hypot(ERRORS.low, reporting),
  }
  return { id: series, series: [series], place: VALLEY, scale: 'ln', error, discrepancy: DISCREPANCY }
}

const targetOf = (rule: FigureRule, figure: Figure): CalibrationTarget =>
  levelTarget(named({ ...askedOf(figure.row), place: rule.place }), rule, figure)

/** Figures that agree to this part are one. */
const SAME = 0.005

/** Two figures of one series, place and time after `until` that differ: which of them counts, nobody but the analyst can say. */
export function contradictions({ observations }: DataPackage, until: number): Problem[] {
  const first = new Map<string, Point>()
  return observations.flatMap((point): Problem[] => {
    const { series, year, month, placeId = '', value, unit, file, line } = point
    if (year <= until || value === undefined || SERIES[series] === undefined) return []
    const key = JSON.stringify([series, placeId, year, month, unit])
    const other = first.get(key)
    if (other === undefined) first.set(key, point)
    if (other?.value === undefined || Math.abs(other.value - value) <= SAME * Math.abs(other.value)) return []
    return [
      {
        code: 'contradiction',
        file,
        line,
        field: named(askedOf(point)),
        what: `it is ${value} here and ${other.value} in ${other.file}:${other.line}`,
        expected: 'one figure, or one row with low and high',
        todo: 'leave the row that counts, and write the other down as a claim (vraem evidence import)',
      },
    ]
  })
}
