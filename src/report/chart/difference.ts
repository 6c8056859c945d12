// Two charts of the paired difference from the reference: year by year, and over the whole comparison with every package.
import { scaleLinear } from 'd3-scale'
import type { Change, Compared } from '../compared.ts'
import { mannerOf, number, signed } from '../format.ts'
import { escaped, lines, px, svg } from '../markup.ts'
import { each, say } from '../words.ts'
import { bandPath, endLabels, linePath, marginFor } from './band.ts'
import { id } from './fan.ts'
import { frameOf, grid, WIDTH } from './frame.ts'
import { partsFrom } from './parting.ts'
import type { Slots } from './slots.ts'

/** Year by year; '' where there are no rows. */
export function differenceChart(c: Compared, outcome: string, slots: Slots): string {
  const all = c.packages.map((card) => ({
    card,
    rows: c.series(card.name, outcome).filter(({ year }) => year >= partsFrom(c, card.name)),
  }))
  const packages = all.filter(({ rows }) => rows.length > 1)
  const unit = packages[0]?.rows[0]?.unit
  if (unit === undefined) return ''
  const { factor } = mannerOf(outcome, unit)
  const differences = packages.flatMap(({ rows }) => rows.map(({ difference }) => difference))
  const low = Math.min(0, ...differences.map(({ p05 }) => p05)) * factor
  const high = Math.max(0, ...differences.map(({ p95 }) => p95)) * factor
  const margin = marginFor(
    packages.map(({ card }) => card.title),
    0,
  )
  const first = Math.min(...packages.map(({ rows }) => rows[0]?.year ?? c.from - 1))
  const frame = frameOf({ years: [first, c.to], values: low === high ? [-1, 1] : [low, high] }, 196, margin.room)
  const bands = packages.map(({ card, rows }) => {
    const steps = rows.map(({ year, difference: d }) => ({ year, low: d.p05 * factor, high: d.p95 * factor }))
    const median = rows.map(({ year, difference: d }) => ({ year, value: d.p50 * factor }))
    return `<g class="${slots.of(card.name)}" data-p="${escaped(card.name)}"><path class="b90 lone" d="${bandPath(frame, steps)}"/><path class="mid" d="${linePath(frame, median)}"/></g>`
  })
  const ends = packages.map(({ card, rows }) => ({
    name: card.name,
    label: card.title,
    value: (rows.at(-1)?.difference.p50 ?? 0) * factor,
    slot: slots.of(card.name),
    figure: each((l) => signed(mannerOf(outcome, unit), rows.at(-1)?.difference.p50 ?? 0, l)),
  }))
  const years = (first < c.from - 1 ? [2000, 2010, 2020, 2030] : [2025, 2030, 2035]).filter(
    (year) => year >= first && year <= c.to,
  )
  return `<svg class="chart by-year" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-labelledby="dif-${id(outcome)}" tabindex="0" data-x="${px(frame.x(first))} ${px(frame.right)} ${first} ${c.to}">${grid(frame, years, true)}${bands.join('')}${endLabels(frame, ends, margin)}<line class="cross" y1="${frame.top}" y2="${px(frame.bottom)}"/></svg>`
}

/** What the crosshair says of the differences: by package and year median, low and high with their signs, points for decimals. */
export function differenceReadings(
  c: Compared,
  outcome: string,
): Record<string, readonly [year: number, mid: string, low: string, high: string][]> {
  return Object.fromEntries(
    c.packages.map(({ name }) => [
      name,
      c.series(name, outcome).map(({ year, unit, difference: { p05, p50, p95 } }) => {
        const text = (value: number): string => signed(mannerOf(outcome, unit), value, 'en')
        return [year, text(p50), text(p05), text(p95)] as const
      }),
    ]),
  ) as Record<string, readonly [number, string, string, string][]>
}

const ROW = 26
const LABELS = 150
const NUMBERS = 68

/** Every second tick, zero among them, where numbers would touch. */
function uncrowded(ticks: readonly number[], x: (value: number) => number): readonly number[] {
  const [first = 0, second = 0] = ticks
  const letters = Math.max(...ticks.map((tick) => String(Math.abs(tick)).length + 1))
  if (ticks.length < 3 || x(second) - x(first) > letters * 7 + 8) return ticks
  const zero = ticks.indexOf(0)
  return ticks.filter((_, k) => (k - zero) % 2 === 0)
}

/** One row for each package: the 90 % band as a line, the median as a dot, full where the direction is very likely. */
export function intervalChart(
  changes: readonly { readonly change: Change; readonly title: { es: string; en: string }; readonly slot: string }[],
): string {
  const [first] = changes
  if (!first) return ''
  const { factor } = first.change.manner
  const ends = changes.flatMap(({ change: { row } }) => [row.difference.p05 * factor, row.difference.p95 * factor])
  const span: [number, number] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const x = scaleLinear()
    .domain(span[0] === span[1] ? [-1, 1] : span)
    .nice(3)
    .range([LABELS, WIDTH - NUMBERS])
  const top = 20
  const height = top + changes.length * ROW + 4
  const ticks = uncrowded(x.ticks(3), x)
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0))
  const scale = ticks.map((tick) => {
    const text = each((l) => (tick > 0 ? '+' : '') + number(tick, step >= 1 ? 0 : step >= 0.1 ? 1 : 2, l))
    return `<line${tick === 0 ? ' class="zero"' : ''} x1="${px(x(tick))}" x2="${px(x(tick))}" y1="${top - 4}" y2="${height - 4}"/><text x="${px(x(tick))}" y="11" text-anchor="middle">${svg(text)}</text>`
  })
  const rows = changes.map(({ change, title, slot }, k) => {
    const y = top + (k + 0.5) * ROW
    const { p05, p50, p95 } = change.row.difference
    const sure = change.certainty.verdict === 'very likely'
    const label = (['es', 'en'] as const).map((l) => {
      const text = lines(title[l], 22)
      const spans = text
        .map((part, i) => `<tspan x="0" dy="${i === 0 ? (text.length > 1 ? -2 : 4) : 12}">${escaped(part)}</tspan>`)
        .join('')
      return title.es === title.en && l === 'en'
        ? ''
        : `<text class="name" y="${y}"${title.es === title.en ? '' : ` lang="${l}"`}>${spans}</text>`
    })
    const value = each((l) => signed(change.manner, p50, l))
    const share = say('range', {
      low: each((l) => signed(change.manner, p05, l)),
      high: each((l) => signed(change.manner, p95, l)),
    })
    return `<g class="row ${slot === 'off' ? 'quiet' : slot}${sure ? ' sure' : ''}" data-row="${escaped(change.row.scenario)}">${label.join('')}<line class="bar" x1="${px(x(p05 * factor))}" x2="${px(x(p95 * factor))}" y1="${y}" y2="${y}"/><circle cx="${px(x(p50 * factor))}" cy="${y}" r="4"/><text class="value" x="${WIDTH}" y="${y}" dy=".33em" text-anchor="end">${svg(value)}</text><title data-es="${escaped(share.es)}" data-en="${escaped(share.en)}">${escaped(share.es)}</title></g>`
  })
  return `<svg class="chart interval" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="int-${id(first.change.outcome)}"><g class="grid">${scale.join('')}</g>${rows.join('')}</svg>`
}
