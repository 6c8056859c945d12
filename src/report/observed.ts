// Which published series may stand beside which outcome. A series joins only where it means the same thing in the same unit.
import type { Observed, Source } from './input.ts'

/** The fields of a point of the evidence that are needed here. */
export interface Published {
  readonly series: string
  readonly place: string
  readonly year: number
  readonly month?: number
  readonly value?: number
  readonly low?: number
  readonly high?: number
  readonly source: string
  readonly url: string
}

interface Match {
  readonly outcome: string
  readonly places: readonly string[]
  /** From the unit of the series to that of the outcome. */
  readonly factor: number
  readonly note?: string
}

const VALLEY = ['VRAEM', 'VRAE', 'VRAEM / Apurimac river']
const MATCHES: Readonly<Record<string, Match>> = {
  coca_area_unodc: { outcome: 'coca_area', places: VALLEY, factor: 1 },
  coca_area_devida: { outcome: 'coca_area', places: VALLEY, factor: 1 },
  leaf_production_potential: { outcome: 'leaf_output', places: VALLEY, factor: 1 },
  forest_loss_sum: {
    outcome: 'forest_loss',
    places: ['VRAEM core+rim districts'],
    factor: 1,
    note: 'core and rim districts; another set than the model’s',
  },
  poverty: { outcome: 'poverty_rate', places: VALLEY, factor: 0.01 },
  population: { outcome: 'population', places: VALLEY, factor: 1 },
}

/** The published points that charts show, each year and value of a series once. */
export function observedOf(points: readonly Published[]): Observed[] {
  const seen = new Set<string>()
  return points.flatMap((point) => {
    const match = MATCHES[point.series]
    if (!match || point.value === undefined || point.month !== undefined || !match.places.includes(point.place))
      return []
    const key = `${point.series} ${point.year} ${point.value}`
    if (seen.has(key)) return []
    seen.add(key)
    const bounds =
      point.low === undefined || point.high === undefined
        ? {}
        : { low: point.low * match.factor, high: point.high * match.factor }
    return [
      {
        outcome: match.outcome,
        year: point.year,
        value: point.value * match.factor,
        ...bounds,
        series: point.series,
        source: point.source,
        url: point.url,
        ...(match.note ? { note: match.note } : {}),
      },
    ]
  })
}

/** Each source once, in the order of the alphabet. */
export function sourcesOf(
  points: readonly { readonly source: string; readonly url: string; readonly sourceYear?: number }[],
): Source[] {
  const found = new Map<string, Source>()
  for (const { source, url, sourceYear } of points) {
    const key = `${source} ${url}`
    if (!found.has(key))
      found.set(key, {
        title: source,
        ...(url ? { url } : {}),
        ...(sourceYear === undefined ? {} : { year: sourceYear }),
      })
  }
  return [...found.values()].sort((a, b) => a.title.localeCompare(b.title, 'es'))
}
