// A fan chart: bands of 50 % and 90 % around a thin median, the reference grey, packages from the year in which they part.

import { parts } from '../clauses.ts'
import type { Compared } from '../compared.ts'
import { amount, labelOf, level, type Manner, mannerOf } from '../format.ts'
import { heldOut } from '../held-out.ts'
import type { CompareRow, Observed, ScenarioCard } from '../input.ts'
import { escaped, px } from '../markup.ts'
import { each } from '../words.ts'
import { bandPath, endLabels, linePath, marginFor } from './band.ts'
import { type Frame, frameOf, future, grid, holdout } from './frame.ts'
import { observedMarks } from './observed.ts'
import { partsFrom } from './parting.ts'
import type { Slots } from './slots.ts'

const HEIGHT = 236
/** Packages drawn at a time. */
const DRAWN = 3

/** The chart of one outcome of the valley, or '' where the result has no years for it. */
export function fanChart(c: Compared, outcome: string, slots: Slots, observed: readonly Observed[]): string {
  const reference = c.series(c.reference.name, outcome)
  const [first] = reference
  if (!first) return ''
  const manner = mannerOf(outcome, first.unit)
  const last = c.from - 1
  const packages = c.packages.map((card) => ({
    card,
    rows: c.series(card.name, outcome).filter(({ year }) => year >= partsFrom(c, card.name)),
  }))
  const marks = observed.filter((o) => o.outcome === outcome && o.year >= first.year)
  const most = Math.min(DRAWN, packages.length)
  const margin = marginFor(
    [c.reference, ...c.packages].map(({ title }) => title),
    most + 1,
  )
  const frame = frameOf(
    { years: [first.year, c.to], values: extent(manner, [reference, ...packages.map(({ rows }) => rows)], marks) },
    HEIGHT,
    margin.room,
  )
  const ends = [{ card: c.reference, rows: reference }, ...packages].map(({ card, rows }) => ({
    name: card.name,
    label: card.title,
    value: (rows.at(-1)?.p50 ?? 0) * manner.factor,
    slot: slots.of(card.name),
    // with more names there is no room for figures
    ...(most < DRAWN ? { figure: each((l) => level(manner, rows.at(-1)?.p50 ?? 0, l)) } : {}),
  }))
  const years = [2000, 2010, 2020, 2030].filter((year) => year >= first.year && year <= c.to)
  return [
    `<svg class="chart fan" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-labelledby="fan-${id(outcome)}" tabindex="0"`,
    ` data-o="${escaped(outcome)}" data-x="${px(frame.x(first.year))} ${px(frame.right)} ${first.year} ${c.to}">`,
    future(frame, last),
    holdout(frame, heldOut(c)),
    grid(frame, years),
    fan(frame, manner, reference, c.reference, 'ref'),
    ...packages.map(({ card, rows }) => fan(frame, manner, rows, card, slots.of(card.name))),
    observedMarks(frame, manner, marks),
    ...[{ card: c.reference, rows: reference }, ...packages].map(({ card, rows }) =>
      endBar(frame, manner, rows.at(-1), card, slots.of(card.name)),
    ),
    endLabels(frame, ends, margin),
    `<line class="cross" y1="${frame.top}" y2="${px(frame.bottom)}"/></svg>`,
  ].join('')
}

function fan(frame: Frame, manner: Manner, rows: readonly CompareRow[], card: ScenarioCard, slot: string): string {
  const step = (low: 'p05' | 'p25', high: 'p95' | 'p75') =>
    rows.map((row) => ({ year: row.year, low: row[low] * manner.factor, high: row[high] * manner.factor }))
  const median = rows.map((row) => ({ year: row.year, value: row.p50 * manner.factor }))
  return `<g class="${slot}" data-p="${escaped(card.name)}"><path class="b90" d="${bandPath(frame, step('p05', 'p95'))}"/><path class="b50" d="${bandPath(frame, step('p25', 'p75'))}"/><path class="mid" d="${linePath(frame, median)}"/></g>`
}

/** The last year once more, side by side: 90 %, 50 % and the median. The page's style moves each slot to its place. */
function endBar(frame: Frame, manner: Manner, row: CompareRow | undefined, card: ScenarioCard, slot: string): string {
  if (!row) return ''
  const y = (value: number): string => px(frame.y(value * manner.factor))
  const x = px(frame.right + 7)
  return `<g class="endbar ${slot}" data-p="${escaped(card.name)}"><line x1="${x}" x2="${x}" y1="${y(row.p05)}" y2="${y(row.p95)}"/><line class="half" x1="${x}" x2="${x}" y1="${y(row.p25)}" y2="${y(row.p75)}"/><circle cx="${x}" cy="${y(row.p50)}" r="2.4"/></g>`
}

/** From zero where length is read; away from zero only where all values are far from it. */
function extent(
  manner: Manner,
  series: readonly (readonly CompareRow[])[],
  observed: readonly Observed[],
): [number, number] {
  const rows = series.flat()
  const low = Math.min(...rows.map(({ p05 }) => p05), ...observed.map((o) => o.low ?? o.value)) * manner.factor
  const high = Math.max(...rows.map(({ p95 }) => p95), ...observed.map((o) => o.high ?? o.value)) * manner.factor
  if (low === high) return [Math.min(0, low), Math.max(1, high)]
  return low > 0.85 * high ? [low, high] : [Math.min(0, low), Math.max(0, high)]
}

/** What the crosshair says: by scenario and year median, low and high, ready to show (decimal points; the page turns them). */
export function readings(
  c: Compared,
  outcome: string,
): Record<string, readonly [year: number, mid: string, low: string, high: string][]> {
  const result: Record<string, readonly [number, string, string, string][]> = {}
  for (const card of [c.reference, ...c.packages]) {
    const rows = c.series(card.name, outcome)
    const kept = card === c.reference ? rows : rows.filter(({ year }) => year > partsFrom(c, card.name))
    result[card.name] = kept.map((row) => {
      const manner = mannerOf(outcome, row.unit)
      const text = (value: number): string => amount(manner, value, 'en')
      return [row.year, text(row.p50), text(row.p05), text(row.p95)]
    })
  }
  return result
}

export const id = (outcome: string): string => outcome.replace('/', '-')
export const labelFor = (outcome: string) => labelOf(outcome, parts)
