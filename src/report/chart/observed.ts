// Published figures on a chart: open marks, one shape for each series, so that rival sources are seen to disagree.

import { level, type Manner } from '../format.ts'
import type { Observed } from '../input.ts'
import { px, title } from '../markup.ts'
import { each, fill } from '../words.ts'
import type { Frame } from './frame.ts'

const SHAPES = [
  (x: number, y: number) => `<circle cx="${px(x)}" cy="${px(y)}" r="3.2"/>`,
  (x: number, y: number) => `<rect x="${px(x - 2.9)}" y="${px(y - 2.9)}" width="5.8" height="5.8"/>`,
  (x: number, y: number) => `<path d="M${px(x)} ${px(y - 4)}l4 4-4 4-4-4z"/>`,
  (x: number, y: number) => `<path d="M${px(x)} ${px(y - 3.8)}l3.8 6.6h-7.6z"/>`,
]

export function observedMarks(frame: Frame, manner: Manner, points: readonly Observed[]): string {
  const series = [...new Set(points.map((point) => point.series))]
  const marks = points.map((point) => {
    const x = frame.x(point.year)
    const shape = SHAPES[series.indexOf(point.series) % SHAPES.length] ?? SHAPES[0]
    const value = each((l) => level(manner, point.value, l))
    const note = point.note ? ` (${point.note})` : ''
    const words = fill(
      { es: '{year}: {value} — {source}', en: '{year}: {value} — {source}' },
      { year: point.year, value, source: point.source + note },
    )
    const { low, high } = point
    const whisker =
      low === undefined || high === undefined
        ? ''
        : `<line x1="${px(x)}" x2="${px(x)}" y1="${px(frame.y(low * manner.factor))}" y2="${px(frame.y(high * manner.factor))}"/>`
    return `<g>${whisker}${shape?.(x, frame.y(point.value * manner.factor)) ?? ''}${title(words)}</g>`
  })
  return marks.length > 0 ? `<g class="obs">${marks.join('')}</g>` : ''
}
