// Figures of a series as targets: sources of one time pooled into one figure whose error grows where they contradict each other.
import type { DataPackage } from '../../evidence/package.ts'
import type { Problem } from '../../evidence/problem.ts'
import type { Confidence, Point } from '../../evidence/series.ts'
import { areaOfValley } from '../score/area.ts'
import type { Yearly } from '../score/yearly.ts'

/** What is fitted of the series, and how well it is known. Set before any fit was seen; never tuned to one. */
export interface FigureRule {
  readonly id: string
  /** Series that mean the same thing in the same unit. */
  readonly series: readonly string[]
  readonly place: string
  readonly scale: 'ln' | 'plain'
  /** Error of a source by how sure it is, on the scale. */
  readonly error: Readonly<Record<Confidence, number>>
  /** How far the best model of this kind may miss, on the scale. */
  readonly discrepancy: number
  /** Spans whose growth is a target of its own, in addition to the levels. */
  readonly growth?: readonly (readonly [from: number, to: number])[]
  /** Where sources contradict each other and one was found right, by year: the series as it is scored. */
  readonly settled?: (pack: DataPackage) => Yearly
}

/** Stated once (methods, section 4): areas 8 %, prices 15 %, deaths 25 %, shares 5 points. */
export const DISCREPANCY = { area: 0.08, price: 0.15, deaths: 0.25, share: 0.05 } as const

export const FIGURES: readonly FigureRule[] = [
  {
    id: 'coca area',
    series: ['coca_area_unodc', 'coca_area_devida', 'coca_area'],
    place: 'VRAEM',
    scale: 'ln',
    error: { high: 0.04, medium: 0.05, low: 0.1 },
    discrepancy: DISCREPANCY.area,
    settled: areaOfValley,
    growth: [
      [2004, 2010],
      [2010, 2015],
      [2015, 2018],
    ],
  },
  {
    id: 'coca area of Peru',
    series: ['coca_area_unodc', 'coca_area_devida', 'coca_area'],
    place: 'Peru',
    scale: 'ln',
    error: { high: 0.05, medium: 0.06, low: 0.1 },
    discrepancy: DISCREPANCY.area,
    growth: [
      [2004, 2011],
      [2011, 2015],
      [2015, 2018],
    ],
  },
  {
    id: 'leaf of the valley',
    series: ['leaf_production_potential'],
    place: 'VRAEM',
    scale: 'ln',
    error: { high: 0.08, medium: 0.1, low: 0.15 },
    discrepancy: DISCREPANCY.area,
  },
  ...(['VRAEM', 'Peru'] as const).flatMap((place) =>
    // price_leaf repeats what these say in another unit
    ['leaf_price_farmgate', 'leaf_price_farmgate_arroba', 'leaf_price_farmgate_pen'].map((series) => ({
      id: `${series} of ${place}`,
      series: [series],
      place,
      scale: 'ln' as const,
      error: { high: 0.12, medium: 0.2, low: 0.35 },
      discrepancy: DISCREPANCY.price,
    })),
  ),
  {
    id: 'air share',
    series: ['modal_share_air'],
    place: 'VRAEM',
    scale: 'plain',
    // in per cent, as the series
    error: { high: 5, medium: 10, low: 15 },
    discrepancy: 100 * DISCREPANCY.share,
  },
]

/** One time of a rule. */
export interface Figure {
  readonly year: number
  readonly month?: number
  /** Money of a day and of an arroba are told apart. */
  readonly unit: string
  /** A row that stands for the figure: what `predict` would be asked. */
  readonly row: Point
  /** On the scale. */
  readonly value: number
  readonly error: number
  readonly sources: number
}

/** The figure of a row: its value, or the middle of its range, whose width widens its error. */
function figureOf({ value, low, high }: Point): { value: number; half: number } | undefined {
  if (value !== undefined) return { value, half: low !== undefined && high !== undefined ? (high - low) / 2 : 0 }
  if (low === undefined || high === undefined) return undefined
  return { value: (low + high) / 2, half: (high - low) / 2 }
}

/** Figures of a rule from rows, with what is worth saying about them. Rows without a value are passed over. */
export function figuresOf(
  rule: FigureRule,
  points: readonly Point[],
  settled?: Yearly,
): { figures: Figure[]; remarks: Problem[] } {
  const remarks: Problem[] = []
  const byTime = new Map<string, { row: Point; y: number; error: number }[]>()
  for (const row of points) {
    const of = figureOf(row)
    if (of === undefined) continue
    if (rule.scale === 'ln' && !(of.value > 0)) {
      remarks.push(remark('zero', row, rule, `the figure is ${of.value}, which has no logarithm`, 'it is left out'))
      continue
    }
    const relative = rule.scale === 'ln' ? of.half / of.value : of.half
    const y = rule.scale === 'ln' ? Math.log(of.value) : of.value
    const key = `${row.year}|${row.month ?? ''}|${row.unit}`
    byTime.set(key, [...(byTime.get(key) ?? []), { row, y, error: Math.hypot(rule.error[row.confidence], relative) }])
  }
  const figures = [...byTime.values()].map((rows) => {
    const year = rows[0]?.row.month === undefined ? rows[0]?.row.year : undefined
    return pooled(rule, rows, remarks, settled?.points.find((point) => point.year === year)?.y)
  })
  figures.sort((a, b) => a.year - b.year || (a.month ?? 0) - (b.month ?? 0) || a.unit.localeCompare(b.unit))
  const told = widenedByNeighbours(rule, figures, remarks)
  const [only] = told
  if (figures.length === 1 && only)
    remarks.push(remark('one-point', only.row, rule, 'there is one figure', 'it is a level; no growth is read from it'))
  return { figures: told, remarks }
}

function pooled(
  rule: FigureRule,
  rows: readonly { row: Point; y: number; error: number }[],
  remarks: Problem[],
  settled?: number,
): Figure {
  // a figure that several sources repeat is one figure, by the surest
  const sure = [...rows].sort((a, b) => a.error - b.error)
  const own = sure.filter(({ y }, k) => sure.findIndex((other) => Math.abs(other.y - y) < 1e-9) === k)
  if (settled !== undefined) {
    const [near] = [...own].sort((a, b) => Math.abs(a.y - settled) - Math.abs(b.y - settled))
    if (near) return made(near.row, settled, near.error, own.length)
  }
  const weights = own.map(({ error }) => error ** -2)
  const total = weights.reduce((a, b) => a + b, 0)
  const value = own.reduce((sum, { y }, k) => sum + (weights[k] as number) * y, 0) / total
  const chi = own.reduce((sum, { y, error }) => sum + ((y - value) / error) ** 2, 0)
  // sources copy from one survey: pooling them never makes the figure surer than the surest
  const widened = (own[0]?.error ?? 1) * Math.sqrt(Math.max(1, own.length > 1 ? chi / (own.length - 1) : 1))
  const { row } = own[0] as (typeof own)[number]
  if (chi > 4)
    remarks.push(
      remark(
        'contradiction',
        row,
        rule,
        `sources of ${row.year} say ${own.map(({ row: one }) => figureOf(one)?.value).join(' and ')}`,
        `their weighted mean is used, its error widened to ${widened.toFixed(2)}`,
      ),
    )
  return made(row, value, widened, own.length)
}

const made = (row: Point, value: number, error: number, sources: number): Figure => ({
  year: row.year,
  ...(row.month === undefined ? {} : { month: row.month }),
  unit: row.unit,
  row,
  value,
  error,
  sources,
})

/** Months next to each other that differ by more than their errors allow can't both be the valley's price: both grow less sure. */
function widenedByNeighbours(rule: FigureRule, figures: readonly Figure[], remarks: Problem[]): Figure[] {
  const all = [...figures]
  all.forEach((later, k) => {
    const before = all.slice(0, k).findLast(({ unit, month }) => unit === later.unit && month !== undefined)
    if (before?.month === undefined || later.month === undefined) return
    const apart = (later.year - before.year) * 12 + later.month - before.month
    const gap = Math.abs(later.value - before.value)
    if (apart > 2 || gap < 3 * Math.hypot(later.error, before.error)) return
    remarks.push(
      remark(
        'contradiction',
        later.row,
        rule,
        `${apart} month${apart > 1 ? 's' : ''} after another figure it differs by a factor of ${Math.exp(gap).toFixed(1)}`,
        'the errors of both are widened by half the gap',
      ),
    )
    for (const one of [before, later]) all[all.indexOf(one)] = { ...one, error: Math.hypot(one.error, gap / 2) }
  })
  return all
}

const remark = (code: string, row: Point, rule: FigureRule, what: string, todo: string): Problem => ({
  code,
  file: row.file,
  line: row.line,
  field: `${rule.id} ${row.year}`,
  what,
  expected: 'one positive figure a time, from sources that agree',
  todo: `nothing: ${todo}`,
})
