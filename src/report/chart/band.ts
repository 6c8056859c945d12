// Bands, medians and the labels at their ends.
import { area, line } from 'd3-shape'
import type { Words } from '../input.ts'
import { escaped, lines, px } from '../markup.ts'
import type { Frame } from './frame.ts'

export interface Step {
  readonly year: number
  readonly low: number
  readonly high: number
}

export function bandPath(frame: Frame, steps: readonly Step[]): string {
  const path = area<Step>(
    (s) => frame.x(s.year),
    (s) => frame.y(s.low),
    (s) => frame.y(s.high),
  ).digits(1)
  return path([...steps]) ?? ''
}

export function linePath(frame: Frame, points: readonly { readonly year: number; readonly value: number }[]): string {
  const path = line<{ year: number; value: number }>(
    (s) => frame.x(s.year),
    (s) => frame.y(s.value),
  ).digits(1)
  return path([...points]) ?? ''
}

export interface End {
  /** Name of the scenario, so that the reader's choice can hide it. */
  readonly name: string
  readonly label: Words
  readonly value: number
  readonly slot: string
  /** Written under the name. */
  readonly figure?: Words
}

/** Height of a line of a label, and how far below its middle its letters stand. */
const LEADING = 13
const DROP = 4

/** Distance of the labels from the plot, and the letters that fit in a line of them. */
export interface Margin {
  readonly gap: number
  readonly letters: number
  readonly rows: number
}

/**
 * Direct labels at the right end, moved apart where they would touch; hidden ones keep their place for the page's script,
 * which repeats the same arithmetic when the reader chooses other packages.
 */
export function endLabels(frame: Frame, ends: readonly End[], { gap, letters, rows: most }: Margin): string {
  const heightOf = (end: End): number =>
    (Math.max(lines(end.label.es, letters, most).length, lines(end.label.en, letters, most).length) +
      (end.figure ? 1 : 0)) *
      LEADING +
    2
  const shown = ends.filter(({ slot }) => slot !== 'off')
  const placed = apart(
    shown.map((end) => ({ at: frame.y(end.value), height: heightOf(end) })),
    frame.top,
    frame.bottom,
  )
  const marks = ends.map((end) => {
    const wanted = frame.y(end.value)
    const at = placed[shown.indexOf(end)] ?? wanted
    const same = end.label.es === end.label.en && end.figure?.es === end.figure?.en
    const text = (['es', 'en'] as const).map((l) => {
      const rows = [...lines(end.label[l], letters, most), ...(end.figure ? [end.figure[l]] : [])]
      const spans = rows.map(
        (row, k) =>
          `<tspan x="${px(frame.right + gap)}" dy="${k === 0 ? DROP - ((rows.length - 1) * LEADING) / 2 : LEADING}">${escaped(row)}</tspan>`,
      )
      const lang = same ? '' : ` lang="${l}"`
      return `<text y="0"${lang}>${spans.join('')}</text>`
    })
    const texts = same ? (text[0] ?? '') : text.join('')
    return `<g class="end ${end.slot}" data-p="${escaped(end.name)}" data-y="${px(wanted)}" data-h="${heightOf(end)}" transform="translate(0 ${px(at)})">${texts}</g>`
  })
  return `<g class="ends" data-top="${frame.top}" data-bottom="${px(frame.bottom)}">${marks.join('')}</g>`
}

/** Centres of labels as near to where they belong as their heights allow, in the given order. */
export function apart(
  items: readonly { readonly at: number; readonly height: number }[],
  top: number,
  bottom: number,
): number[] {
  const order = items.map((_, k) => k).sort((a, b) => (items[a]?.at ?? 0) - (items[b]?.at ?? 0))
  const at = items.map((item) => item.at)
  let edge = top - 6
  for (const k of order) {
    const half = (items[k]?.height ?? 0) / 2
    at[k] = Math.max(at[k] ?? 0, edge + half)
    edge = (at[k] ?? 0) + half
  }
  edge = bottom + 8
  for (const k of order.reverse()) {
    const half = (items[k]?.height ?? 0) / 2
    at[k] = Math.min(at[k] ?? 0, edge - half)
    edge = (at[k] ?? 0) - half
  }
  return at
}

/** Widest letter in units of the sheet, and the letters in a line of a label: as the longest word needs, within limits. */
const LETTER = 6.2
const FEWEST = 8
const MOST = 13

/** Room on the right of a chart for bars and names of these scenarios, as narrow as the names allow. */
export function marginFor(titles: readonly Words[], bars: number): Margin & { readonly room: number } {
  const longest = Math.max(...titles.flatMap(({ es, en }) => `${es} ${en}`.split(' ').map((word) => word.length)))
  const letters = Math.max(FEWEST, Math.min(MOST, longest))
  const gap = bars > 0 ? 14 + 7.5 * (bars - 1) : 8
  return { gap, letters, rows: 3, room: Math.ceil(gap + letters * LETTER) + 2 }
}
