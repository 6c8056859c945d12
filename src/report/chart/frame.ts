// The frame that charts over years share: scales, grid, the ground of the future, hatched hold-out years.
import { scaleLinear } from 'd3-scale'
import { number } from '../format.ts'
import { HOLDOUT } from '../limits.ts'
import { px, svg } from '../markup.ts'
import { each, plainWords } from '../words.ts'

/** All charts are drawn on a sheet of this width and scaled by the page; 12 units of type stay readable on a telephone. */
export const WIDTH = 400

export interface Frame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: (year: number) => number
  readonly y: (value: number) => number
  readonly ticks: readonly number[]
}

export interface Extent {
  readonly years: readonly [from: number, to: number]
  readonly values: readonly [low: number, high: number]
}

/** `values` in the scaled unit; the top and bottom tick enclose them. */
export function frameOf(extent: Extent, height: number, right = 92): Frame {
  const edge = { left: 52, right: WIDTH - right, top: 12, bottom: height - 22 }
  const y = scaleLinear().domain(extent.values).nice(4).range([edge.bottom, edge.top])
  const x = scaleLinear().domain(extent.years).range([edge.left, edge.right])
  return { width: WIDTH, height, ...edge, x, y, ticks: y.ticks(4) }
}

function tickDecimals(ticks: readonly number[]): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0))
  return step >= 1 ? 0 : step >= 0.1 ? 1 : 2
}

/** Grid lines and their numbers; `zero` draws the zero line strongly. */
export function grid(frame: Frame, years: readonly number[], zero = false): string {
  const decimals = tickDecimals(frame.ticks)
  const rows = frame.ticks.map((tick) => {
    const at = px(frame.y(tick))
    const strong = tick === 0 ? ` class="${zero ? 'zero' : 'base'}"` : ''
    const text = each((l) => (zero && tick > 0 ? '+' : '') + number(tick, decimals, l))
    return `<line${strong} x1="${frame.left}" x2="${px(frame.right)}" y1="${at}" y2="${at}"/><text x="${frame.left - 6}" y="${at}" dy=".33em" text-anchor="end">${svg(text)}</text>`
  })
  const columns = years.map((year) => {
    const at = px(frame.x(year))
    return `<text x="${at}" y="${frame.bottom + 16}" text-anchor="middle">${svg(plainWords(String(year)))}</text>`
  })
  return `<g class="grid">${rows.join('')}${columns.join('')}</g>`
}

/** The light ground of the years after `last`, the first year whose figures are all simulated. */
export function future(frame: Frame, last: number): string {
  const from = frame.x(last)
  return `<rect class="future" x="${px(from)}" y="${frame.top}" width="${px(frame.right - from)}" height="${px(frame.bottom - frame.top)}"/>`
}

/** Height of the strip over years that were held out once and have been used since. */
const STRIP = 7

/** The years by which skill is judged: hatched where these draws never saw them, else a strip at the foot says which they were. */
export function holdout(frame: Frame, held: boolean): string {
  const [from, to] = HOLDOUT
  const x = frame.x(from - 0.5)
  const height = held ? frame.bottom - frame.top : STRIP
  return `<rect class="${held ? 'holdout' : 'tested'}" x="${px(x)}" y="${px(frame.bottom - height)}" width="${px(frame.x(to) - x)}" height="${px(height)}"/>`
}
