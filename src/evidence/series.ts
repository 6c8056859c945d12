import type { DataPackage } from './package.ts'
import type { Places } from './places.ts'
import { numberIn, type Table, textIn } from './table.ts'

export type Confidence = 'high' | 'medium' | 'low'

/** One row of a series: what one source says about one place and time. */
export interface Point {
  readonly series: string
  /** As written in the file. */
  readonly place: string
  /** Id of the place: a ubigeo, or a name such as `VRAEM`. */
  readonly placeId?: string
  readonly year: number
  readonly month?: number
  /** In `unit`. Left out where the source gives only a range (low, high) or no figure. */
  readonly value?: number
  readonly low?: number
  readonly high?: number
  readonly unit: string
  readonly source: string
  readonly sourceYear?: number
  readonly url: string
  readonly confidence: Confidence
  readonly note: string
  readonly file: string
  readonly line: number
}

/** The points of a table of kind `observations`; rows without series, place or year are passed over (they are reported elsewhere). */
export function pointsOf(table: Table, places: Places): Point[] {
  const points: Point[] = []
  for (const { line, values } of table.rows) {
    const { series, place, year } = values
    if (typeof series !== 'string' || typeof place !== 'string' || typeof year !== 'number') continue
    const placeId = places.resolve(place)?.id
    points.push({
      series,
      place,
      year,
      ...(placeId === undefined ? {} : { placeId }),
      ...numberIn(values, 'month', 'month'),
      ...numberIn(values, 'value', 'value'),
      ...numberIn(values, 'low', 'low'),
      ...numberIn(values, 'high', 'high'),
      ...numberIn(values, 'source_year', 'sourceYear'),
      unit: textIn(values, 'unit'),
      source: textIn(values, 'source_title'),
      url: textIn(values, 'url'),
      confidence: (values.confidence as Confidence | null) ?? 'low',
      note: textIn(values, 'note'),
      file: table.file,
      line,
    })
  }
  return points
}

/**
 * The points of a series, by year and month, then file order. Contradicting rows stay separate rows: choose by source or
 * confidence, never add them. `place` may be written in any spelling; a year without a month comes before its months.
 * An unknown series or place gives an empty list.
 */
export function seriesOf(
  pack: DataPackage,
  query: { series: string; place?: string; from?: number; to?: number; confidence?: readonly Confidence[] },
): Point[] {
  const placeId = query.place === undefined ? undefined : pack.places.resolve(query.place)?.id
  if (query.place !== undefined && placeId === undefined) return []
  return pack.observations
    .filter(
      (point) =>
        point.series === query.series &&
        (placeId === undefined || point.placeId === placeId) &&
        point.year >= (query.from ?? point.year) &&
        point.year <= (query.to ?? point.year) &&
        (query.confidence?.includes(point.confidence) ?? true),
    )
    .sort((a, b) => a.year - b.year || (a.month ?? 0) - (b.month ?? 0))
}

/** Every series with its units, number of rows and files, by name. */
export function seriesNames(
  pack: DataPackage,
): { series: string; units: readonly string[]; rows: number; files: readonly string[] }[] {
  const found = new Map<string, { units: Set<string>; rows: number; files: Set<string> }>()
  for (const { series, unit, file } of pack.observations) {
    const entry = found.get(series) ?? { units: new Set(), rows: 0, files: new Set() }
    found.set(series, entry)
    entry.units.add(unit)
    entry.files.add(file)
    entry.rows += 1
  }
  return [...found]
    .map(([series, { units, rows, files }]) => ({ series, units: [...units], rows, files: [...files] }))
    .sort((a, b) => (a.series < b.series ? -1 : 1))
}
