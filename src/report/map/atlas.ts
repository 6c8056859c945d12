// What the maps show, as data: for every outcome that may be mapped, every map's class and figures by district.

import { parts } from '../clauses.ts'
import type { Compared } from '../compared.ts'
import { GROUPS } from '../compared.ts'
import { amount, labelOf, mannerOf, signed } from '../format.ts'
import { mayMap, suppressed } from '../harm.ts'
import type { CompareRow, Geography, Words } from '../input.ts'
import { each } from '../words.ts'
import { type Classes, classesOf, SIDES } from './classes.ts'

/** Years in which the reference is shown, where the result holds them. */
const YEARS: readonly number[] = [2010, 2020, 2030]

/** At most three years of the reference: those above, or the first, a middle and the last that there are. */
function yearsOf(c: Compared, outcome: string, districts: readonly string[]): readonly number[] {
  const held = [
    ...new Set(districts.flatMap((ubigeo) => c.series(c.reference.name, outcome, ubigeo).map(({ year }) => year))),
  ]
  const wanted = YEARS.filter((year) => held.includes(year))
  if (wanted.length > 1 || held.length < 2) return wanted.length > 0 ? wanted : held
  const sorted = held.sort((a, b) => a - b)
  return [...new Set([sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)])].filter(
    (year) => year !== undefined,
  )
}

/**
 * One small map. `classes`: a letter for each district: 0–5 levels, a–g differences around d, capitals where the sign is not
 * separable, x nothing to show. `figures`: median, low, high as text with decimal points, by district; empty when suppressed.
 */
export interface SmallMap {
  readonly scenario: string
  readonly year: number
  readonly difference: boolean
  readonly classes: string
  readonly figures: readonly (readonly string[])[]
}
export interface Plate {
  readonly outcome: string
  readonly label: Words
  readonly unit: Words
  readonly levels: readonly Words[]
  readonly differences: readonly Words[]
  readonly maps: readonly SmallMap[]
}

/** Plates in the order people first; empty where no district rows were kept. */
export function atlas(c: Compared, geography: Geography): readonly Plate[] {
  const names = Object.values(GROUPS)
    .flat()
    .filter((name) => mayMap(name) && !name.includes('/'))
  return names.map((name) => plate(c, geography, name)).filter((made) => made !== undefined)
}

function plate(c: Compared, geography: Geography, outcome: string): Plate | undefined {
  const districts = geography.cells.map(({ ubigeo }) => ubigeo)
  const rows = (scenario: string, year: number) =>
    districts.map((ubigeo) => c.series(scenario, outcome, ubigeo).find((row) => row.year === year))
  const references = yearsOf(c, outcome, districts)
    .map((year) => ({ year, rows: rows(c.reference.name, year) }))
    .filter((map) => map.rows.some(Boolean))
  const packages = c.packages
    .map(({ name }) => ({ name, rows: rows(name, c.to) }))
    .filter((map) => map.rows.some(Boolean))
  const unit = references[0]?.rows.find(Boolean)?.unit
  if (unit === undefined) return undefined
  const manner = mannerOf(outcome, unit)
  const levels = references.flatMap((map) => map.rows.map((row) => row?.p50 ?? 0))
  const differences = packages.flatMap((map) => map.rows.map((row) => row?.difference.p50 ?? 0))
  const classes = classesOf(manner, levels, differences)
  const level = (value: number): string => amount(manner, value, 'en')
  const gap = (value: number): string => signed(manner, value, 'en')
  const maps: SmallMap[] = [
    ...references.map((map) => ({
      scenario: c.reference.name,
      year: map.year,
      difference: false,
      classes: map.rows
        .map((row) => (row && !suppressed(unit, row.p50) ? String(classes.level(row.p50)) : 'x'))
        .join(''),
      figures: map.rows.map((row) =>
        row && !suppressed(unit, row.p50) ? [level(row.p50), level(row.p05), level(row.p95)] : [],
      ),
    })),
    ...packages.map((map) => ({
      scenario: map.name,
      year: c.to,
      difference: true,
      classes: map.rows.map((row) => letter(classes, row, unit)).join(''),
      figures: map.rows.map((row) =>
        row && !suppressed(unit, row.p50)
          ? [gap(row.difference.p50), gap(row.difference.p05), gap(row.difference.p95)]
          : [],
      ),
    })),
  ]
  return {
    outcome,
    label: labelOf(outcome, parts),
    unit: each((l) => manner.unit[l]),
    levels: classes.levelLabels,
    differences: classes.differenceLabels,
    maps,
  }
}

function letter(classes: Classes, row: CompareRow | undefined, unit: string): string {
  if (!row || suppressed(unit, row.p50)) return 'x'
  const { p05, p50, p95 } = row.difference
  const code = 'abcdefg'[classes.difference(p50) + SIDES] ?? 'd'
  return p05 < 0 && p95 > 0 ? code.toUpperCase() : code
}
