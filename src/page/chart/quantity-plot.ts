// Where the marks of a quantity's chart stand: everything said through time, brackets where sources disagree.
import { scaleLinear, scaleLog } from 'd3-scale'
import type { Frame } from '../../report/chart/frame.ts'
import type { Bracket, Mark } from '../ledger/quantity-sheet.ts'
import { SOURCE_KINDS, type SourceKind } from '../ledger/source-kinds.ts'

export interface Glyph {
  readonly mark: Mark
  readonly x: number
  readonly y: number
  /** Ends of the period, where it is wide enough to be seen. */
  readonly span?: readonly [number, number]
  /** Ends of the range, lower figure first. */
  readonly range?: readonly [number, number]
  /** Path of the shape around 0, 0. */
  readonly shape: string
  /** `o1` … `o4` for those who say most, `o0` for the others. */
  readonly hue: string
}
export interface Label {
  readonly bracket: Bracket
  readonly x: number
  readonly top: number
  readonly bottom: number
  readonly textX: number
  readonly textY: number
  readonly text: string
  readonly anchor: 'start' | 'end'
}
export interface Plot extends Pick<Frame, 'width' | 'height' | 'left' | 'right' | 'top' | 'bottom'> {
  readonly glyphs: readonly Glyph[]
  readonly threads: readonly { readonly path: string; readonly hue: string }[]
  readonly labels: readonly Label[]
  readonly years: readonly { readonly at: number; readonly year: number }[]
  readonly values: readonly { readonly at: number; readonly value: number }[]
  /** Who has which hue, most figures first. */
  readonly voices: readonly { readonly by: string; readonly hue: string; readonly count: number }[]
  readonly kinds: readonly SourceKind[]
  readonly logarithmic: boolean
}

const HUES = 4
const LANE = 18
const LETTER = 6.6
const SHAPES: Readonly<Record<SourceKind, string>> = {
  measured: 'M-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0Z',
  official: 'M-3.8-3.8h7.6v7.6h-7.6Z',
  study: 'M0-4.8l4.6 8h-9.2Z',
  press: 'M0-5l5 5-5 5-5-5Z',
  testimony: 'M0 4.8l4.6-8h-9.2Z',
  other: 'M-4-1.4h2.6v-2.6h2.8v2.6h2.6v2.8h-2.6v2.6h-2.8v-2.6h-2.6Z',
}
export const shapeOf = (kind: SourceKind): string => SHAPES[kind]

/** `width`: of the room there is, in CSS pixels; `label`: the words of a bracket. Marks are dated ones. */
export function quantityPlot(
  marks: readonly Mark[],
  brackets: readonly Bracket[],
  width: number,
  label: (bracket: Bracket) => string,
): Plot {
  const narrow = width < 560
  const [left, right] = [narrow ? 48 : 64, width - 16]
  const x = timeScale(marks, left, right)
  const texts = brackets.map((bracket) => ({ bracket, text: label(bracket), x: x(bracket.at) }))
  const lanes = lanesOf(texts, left, right)
  const count = Math.max(0, ...lanes.map(({ lane }) => lane + 1))
  const top = 16 + count * LANE
  const bottom = top + (narrow ? 260 : 340)
  const figures = marks.flatMap(({ low, high }) => [low, high])
  const [least, most] = [Math.min(...figures), Math.max(...figures)]
  const logarithmic = least > 0 && most / least > 30
  const y = logarithmic
    ? scaleLog().domain([least, most]).nice().range([bottom, top])
    : scaleLinear()
        .domain(least === most ? [Math.min(0, least), Math.max(1, most)] : [Math.min(0, least), Math.max(0, most)])
        .nice(5)
        .range([bottom, top])
  const voices = voicesOf(marks)
  const hueOf = new Map(voices.map(({ by, hue }) => [by, hue]))
  const glyphs = marks.map((mark): Glyph => {
    const [from, to] = [x(mark.from), x(mark.to)]
    return {
      mark,
      x: (from + to) / 2,
      y: y(mark.value ?? (mark.low + mark.high) / 2),
      ...(to - from > 14 && mark.to - mark.from > 1.01 ? { span: [from, to] as const } : {}),
      ...(mark.low !== mark.high ? { range: [y(mark.low), y(mark.high)] as const } : {}),
      shape: SHAPES[mark.sourceKind],
      hue: hueOf.get(mark.origin) ?? 'o0',
    }
  })
  return {
    width,
    height: bottom + 28,
    left,
    right,
    top,
    bottom,
    glyphs,
    threads: threadsOf(glyphs),
    labels: lanes.map(({ bracket, text, x: at, lane, anchor }) => ({
      bracket,
      text,
      x: at,
      top: y(bracket.high),
      bottom: y(bracket.low),
      textX: at,
      textY: 12 + (count - 1 - lane) * LANE,
      anchor,
    })),
    years: x
      .ticks(Math.max(3, Math.min(9, Math.floor((right - left) / 90))))
      .filter(Number.isInteger)
      .map((year) => ({ at: x(year), year })),
    values: (logarithmic ? decades(y.ticks(6)) : y.ticks(5)).map((value) => ({ at: y(value), value })),
    voices,
    kinds: SOURCE_KINDS.filter((kind) => marks.some(({ sourceKind }) => sourceKind === kind)),
    logarithmic,
  }
}

/** Of the ticks of a logarithmic scale, those that begin with 1, 2 or 5. */
const decades = (ticks: readonly number[]): number[] =>
  ticks.filter((tick) => ['1', '2', '5'].includes(String(tick.toExponential()).charAt(0)))

function timeScale(marks: readonly Mark[], left: number, right: number) {
  const from = Math.floor(Math.min(...marks.map((mark) => mark.from)))
  const to = Math.ceil(Math.max(...marks.map((mark) => mark.to)))
  const spare = Math.max(0.5, (to - from) * 0.02)
  return scaleLinear()
    .domain([from - spare, to + spare])
    .range([left, right])
}

function voicesOf(marks: readonly Mark[]): Plot['voices'] {
  const counts = new Map<string, number>()
  for (const { origin } of marks) counts.set(origin, (counts.get(origin) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([by, count], k) => ({ by, count, hue: k < HUES ? `o${k + 1}` : 'o0' }))
}

/** A thin line through the figures of one series of one source. */
function threadsOf(glyphs: readonly Glyph[]): Plot['threads'] {
  const groups = new Map<string, Glyph[]>()
  for (const glyph of glyphs) {
    if (glyph.mark.series === '') continue
    const key = `${glyph.mark.series}\n${glyph.mark.origin}`
    groups.set(key, [...(groups.get(key) ?? []), glyph])
  }
  return [...groups.values()].flatMap((group) => {
    const years = new Set(group.map(({ x }) => Math.round(x)))
    if (group.length < 3 || years.size < group.length) return []
    const points = group.toSorted((a, b) => a.x - b.x).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)
    return [{ path: `M${points.join('L')}`, hue: group[0]?.hue ?? 'o0' }]
  })
}

interface Text {
  readonly bracket: Bracket
  readonly text: string
  readonly x: number
}
/** Labels in rows, so that none touches another; a label near the right edge ends at its bracket. */
function lanesOf(
  texts: readonly Text[],
  left: number,
  right: number,
): (Text & { lane: number; anchor: 'start' | 'end' })[] {
  const taken: [number, number][][] = []
  return texts
    .toSorted((a, b) => a.x - b.x)
    .map((one) => {
      const wide = one.text.length * LETTER + 12
      const anchor = one.x + wide > right && one.x - wide > left - 40 ? 'end' : 'start'
      const [from, to] = anchor === 'start' ? [one.x, one.x + wide] : [one.x - wide, one.x]
      let lane = 0
      while (taken[lane]?.some(([a, b]) => from < b && to > a)) lane++
      taken[lane] = [...(taken[lane] ?? []), [from, to]]
      return { ...one, lane, anchor }
    })
}
