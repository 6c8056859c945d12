// The years of a map as classes of its districts: what the playing map shows, made before it plays.

import { mannerOf } from '../../report/format.ts'
import { suppressed } from '../../report/harm.ts'
import type { Words } from '../../report/input.ts'
import { type Classes, classesOf } from '../../report/map/classes.ts'

/** One outcome of one scenario, or the difference of one from the reference, for every district and year. */
export interface YearlyField {
  readonly outcome: string
  readonly unit: string
  readonly years: readonly number[]
  /** By year, then by cell of the geography; NaN where there is nothing. */
  readonly values: readonly (readonly number[])[]
  /** Values are differences from the reference. */
  readonly difference: boolean
  /** Levels that decide whether a figure is too small to be shown; the values themselves where they are levels. */
  readonly levels?: readonly (readonly number[])[]
  /** The same quantity in the coca zones outside, by year, then by zone of the geography; NaN where there is none. */
  readonly zones?: readonly (readonly number[])[]
}
export interface MapFrames {
  readonly years: readonly number[]
  /** By year and cell: the CSS class of the report's maps (`q0` … `q5`, `da` … `dg`, `none`). */
  readonly classes: readonly (readonly string[])[]
  readonly legend: readonly { readonly name: string; readonly words: Words }[]
  /** By year and zone outside, in the colours of the districts; where there are none, the map shows no zones. */
  readonly zones?: readonly (readonly string[])[]
}

const SIDES = 'abcdefg'

/** One ramp for all years, so that a colour means the same while the map plays. */
export function mapFrames(field: YearlyField): MapFrames {
  const { outcome, unit, years, values, difference, levels = values } = field
  const all = values.flat().filter(Number.isFinite)
  const classes = classesOf(mannerOf(outcome, unit), difference ? [] : all, difference ? all : [])
  const nameOf = (value: number, level: number): string => {
    if (!Number.isFinite(value) || suppressed(unit, level)) return 'none'
    return difference ? `d${SIDES[classes.difference(value) + 3] ?? 'd'}` : `q${classes.level(value)}`
  }
  return {
    years,
    classes: values.map((row, year) => row.map((value, cell) => nameOf(value, levels[year]?.[cell] ?? value))),
    legend: legendOf(classes, difference),
    ...(field.zones ? { zones: field.zones.map((row) => row.map((value) => nameOf(value, Number.NaN))) } : {}),
  }
}

function legendOf({ levelLabels, differenceLabels }: Classes, difference: boolean): MapFrames['legend'] {
  return difference
    ? differenceLabels.map((words, k) => ({ name: `d${SIDES[k] ?? 'd'}`, words }))
    : levelLabels.map((words, k) => ({ name: `q${k}`, words }))
}
