// Everything a calibration is held to: figures of series, their growth by period, C-patterns, and areas of districts.
import type { DataPackage } from '../../evidence/package.ts'
import type { Problem } from '../../evidence/problem.ts'
import { type Point, seriesOf } from '../../evidence/series.ts'
import type { Pattern, PatternTest } from '../patterns/schema.ts'
import type { Target } from '../predict/formula.ts'
import { DISCREPANCY, FIGURES, type Figure, type FigureRule, figuresOf } from './figures.ts'
import { barred, fittedPatterns, type Knowledge, known } from './information.ts'
import { patternTarget } from './pattern-targets.ts'
import type { FitTarget } from './task.ts'

/** What a run is asked, so that its answer can be laid beside the target. */
export type Asked =
  /** What `predict` would answer for this row, without its reporting noise; the logarithm of it on the ln scale. */
  | { readonly kind: 'figure'; readonly row: Target }
  /** ln of the answer for `to` less ln of that for `from`. */
  | { readonly kind: 'growth'; readonly from: Target; readonly to: Target }
  /** The statistic of a pattern's test (`measured`, its n-th answer); the logarithm of it on the ln scale. */
  | { readonly kind: 'statistic'; readonly test: PatternTest; readonly place: number }

export interface CalibrationTarget extends FitTarget {
  readonly asked: Asked
  readonly scale: 'ln' | 'plain'
  /** As the series gives it; empty for statistics. */
  readonly unit: string
  readonly observation: number
  readonly discrepancy: number
  /** Made of figures that are targets themselves: growth, changes. For ruling out; counting both in one likelihood counts them twice. */
  readonly shape?: boolean
  /** A district's level carries one random effect too, whose variance is fitted for all together. */
  readonly district?: string
  readonly source: string
}

export interface TargetList {
  readonly targets: readonly CalibrationTarget[]
  /** What the targets were read from: later facts are not in it. Formulas are made with this package. */
  readonly pack: DataPackage
  /** What makes a calibration impossible. */
  readonly problems: readonly Problem[]
  /** Zeros, single points, contradictions, missing years: said, and dealt with as they say. */
  readonly remarks: readonly Problem[]
  /** Figures and patterns that are not fitted, and why. */
  readonly leftOut: readonly { readonly what: string; readonly why: string }[]
}

const DISTRICT_SERIES = 'coca_area_district'
/** Limits and method of the district figures are the same in these years. */
const DISTRICT_YEARS = [2014, 2018] as const
const DISTRICT_ERROR = 0.15
/** Smaller districts' figures are mostly rounding and edges of the survey. */
const DISTRICT_LEAST = 50

/** Reads the targets that `knowledge` allows. `ubigeos`: districts of the model that can hold coca. */
export function targetsOf(
  whole: DataPackage,
  patterns: readonly Pattern[],
  knowledge: Knowledge,
  ubigeos: readonly string[],
): TargetList {
  const pack = known(whole, knowledge)
  const targets: CalibrationTarget[] = []
  const remarks: Problem[] = []
  const leftOut: { what: string; why: string }[] = []
  const fitted = new Set<string>()
  for (const rule of FIGURES) {
    const points = rule.series
      .flatMap((series) => seriesOf(pack, { series, place: rule.place, from: 2000 }))
      .filter((point) => {
        const why = barred(point, patterns)
        if (why) leftOut.push({ what: `${point.series} ${point.place} ${point.year}`, why })
        return why === undefined
      })
    const read = figuresOf(rule, points, points.length > 0 ? rule.settled?.(pack) : undefined)
    for (const { row, year } of read.figures)
      for (const series of [row.series, ...rule.series]) fitted.add(`${series} ${rule.place} ${year}`)
    remarks.push(...read.remarks, ...gaps(rule, read.figures))
    targets.push(...read.figures.map((figure) => levelOf(rule, figure)), ...growthsOf(rule, read.figures))
  }
  for (const pattern of fittedPatterns(patterns, knowledge))
    pattern.tests.forEach((test, k) => {
      const made = patternTarget(pattern, test, k, (series, year) => fitted.has(`${series} VRAEM ${year}`))
      if ('why' in made) leftOut.push({ what: `pattern ${pattern.id}, test ${k + 1}`, why: made.why })
      else targets.push(...made.targets)
    })
  targets.push(...districtsOf(pack, ubigeos, leftOut))
  return { targets, pack, problems: faults(targets, knowledge), remarks, leftOut }
}

/** The row that `predict` would be asked. */
export const askedOf = ({ series, place, year, month, line }: Point): Target => ({
  line,
  series,
  place,
  year,
  ...(month === undefined ? {} : { month }),
})

/** `2015`, `2015-04`. */
export const whenOf = ({ year, month }: Pick<Figure, 'year'> & { readonly month?: number | undefined }) =>
  `${year}${month === undefined ? '' : `-${String(month).padStart(2, '0')}`}`

const levelOf = (rule: FigureRule, figure: Figure): CalibrationTarget =>
  levelTarget(
    `${rule.id} ${whenOf(figure)}${rule.scale === 'ln' && /arroba/.test(rule.id) ? ` ${figure.unit}` : ''}`,
    rule,
    figure,
  )

/** The level of a series at one time as a target. */
export const levelTarget = (id: string, rule: FigureRule, figure: Figure): CalibrationTarget => ({
  id,
  asked: { kind: 'figure', row: askedOf(figure.row) },
  scale: rule.scale,
  unit: figure.unit,
  value: figure.value,
  observation: figure.error,
  discrepancy: rule.discrepancy,
  sd: Math.hypot(figure.error, rule.discrepancy),
  source: figure.row.source,
})

function growthsOf(rule: FigureRule, figures: readonly Figure[]): CalibrationTarget[] {
  return (rule.growth ?? []).flatMap(([from, to]) => {
    const [a, b] = [from, to].map((year) =>
      figures.find((figure) => figure.year === year && figure.month === undefined),
    )
    if (a === undefined || b === undefined) return []
    const observation = Math.hypot(a.error, b.error)
    return [
      {
        id: `growth of ${rule.id} ${from}–${to}`,
        asked: { kind: 'growth', from: askedOf(a.row), to: askedOf(b.row) },
        shape: true,
        scale: 'plain',
        unit: a.unit,
        value: b.value - a.value,
        observation,
        // misses at both ends go together: what is left of a change is taken as one of them
        discrepancy: rule.discrepancy,
        sd: Math.hypot(observation, rule.discrepancy),
        source: `${a.row.source}; ${b.row.source}`,
      },
    ]
  })
}

/** Mean ln area of each district over the years: levels through covariates and one random effect, never a constant each. */
function districtsOf(
  pack: DataPackage,
  ubigeos: readonly string[],
  leftOut: { what: string; why: string }[],
): CalibrationTarget[] {
  const [first, last] = DISTRICT_YEARS
  return ubigeos.flatMap((ubigeo) =>
    seriesOf(pack, { series: DISTRICT_SERIES, place: ubigeo, from: first, to: last }).flatMap(
      (row): CalibrationTarget[] => {
        const { value = 0, year, source } = row
        if (value < DISTRICT_LEAST) {
          leftOut.push({ what: `${DISTRICT_SERIES} ${ubigeo} ${year}`, why: `${value} ha, under ${DISTRICT_LEAST}` })
          return []
        }
        return [
          {
            id: `district ${ubigeo} ${year}`,
            asked: { kind: 'figure', row: askedOf(row) },
            scale: 'ln',
            unit: row.unit,
            value: Math.log(value),
            observation: DISTRICT_ERROR,
            discrepancy: DISCREPANCY.area,
            sd: Math.hypot(DISTRICT_ERROR, DISCREPANCY.area),
            district: ubigeo,
            source,
          },
        ]
      },
    ),
  )
}

function gaps(rule: FigureRule, figures: readonly Figure[]): Problem[] {
  const years = new Set(figures.map(({ year }) => year))
  const [from, to] = [Math.min(...years), Math.max(...years)]
  const missing = rule.growth
    ? Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k).filter((y) => !years.has(y))
    : []
  const [row] = figures
  if (missing.length === 0 || row === undefined) return []
  return [
    {
      code: 'missing-years',
      file: row.row.file,
      field: rule.id,
      what: `no figure for ${missing.join(', ')}`,
      expected: `every year from ${from} to ${to}`,
      todo: 'nothing: these years are free in the fit',
    },
  ]
}

function faults(targets: readonly CalibrationTarget[], { until }: Knowledge): Problem[] {
  const problem = (code: string, what: string, expected: string, field = 'targets'): Problem => ({
    code,
    file: 'data/series',
    field,
    what,
    expected,
    todo: 'choose a later year, or add figures to data/',
  })
  const area = targets.filter(({ id, asked }) => asked.kind === 'figure' && id.startsWith('coca area 2'))
  const twice = targets.find(({ id }, k) => targets.findIndex((other) => other.id === id) !== k)
  return [
    ...(area.length < 3
      ? [problem('too-few', `${area.length} figures of the valley's area up to ${until}`, 'three or more')]
      : []),
    ...(twice ? [problem('duplicate', 'two targets have one name', 'each name once', twice.id)] : []),
  ]
}
