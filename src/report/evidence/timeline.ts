// A small chart in characters: everything said about one quantity through time, one line a period.
import type { Language } from '../input.ts'
import { stated } from './figure.ts'

/** One statement about the quantity, already in the unit of the chart. */
export interface Said {
  readonly period: string
  /** Months since year 0 of its start, for the order; absent when undated. */
  readonly from?: number
  readonly low?: number
  readonly value?: number
  readonly high?: number
  /** Who is behind it; equal origins are one voice. */
  readonly origin: string
  /** The claim the chart is drawn for. */
  readonly own?: boolean
  /** Damaged in the text, or a national figure told of the place. */
  readonly doubtful?: boolean
}

interface Line {
  readonly period: string
  readonly from: number
  readonly items: readonly Said[]
}

/** Lines at most; with more, periods without the own claim are drawn together by five years, then ten. */
const MOST = 36

/**
 * Lines of the chart, at most `width` characters: `●` a figure, `○` a doubtful one, `├──┤` a range, `>` `<` at least and at most,
 * `◆` the claim itself; to the right lowest to highest figure, doubtful ones apart, and how many independent voices. The axis is
 * logarithmic where figures span more than a factor of 30.
 */
export function timeline(
  said: readonly Said[],
  width: number,
  language: Language,
  voices: (n: number) => string,
): string[] {
  const figures = said.flatMap(extent)
  if (figures.length === 0) return []
  const [least, most] = [Math.min(...figures), Math.max(...figures)]
  const scale = scaleOf(least, most)
  const lines = thinned(said)
  const label = Math.max(...lines.map(({ period }) => period.length))
  const notes = lines.map(({ items }) => note(items, language, voices))
  const room = Math.max(16, Math.min(60, width - label - Math.max(...notes.map((text) => text.length)) - 4))
  const drawn = lines.map(({ period, items }, k) =>
    `${period.padEnd(label)}  ${bar(items, scale, room)}  ${notes[k]}`.trimEnd(),
  )
  // An end that only doubtful figures reach is in brackets.
  const sure = new Set(said.filter(({ doubtful }) => doubtful !== true).flatMap(extent))
  const end = (figure: number) => (sure.has(figure) ? stated(figure, language) : `(${stated(figure, language)})`)
  const [left, right] = [end(least), end(most)]
  const axis = `${' '.repeat(label)}  ${left}${' '.repeat(Math.max(1, room - left.length - right.length))}${right}`
  return [...drawn, axis]
}

const extent = ({ low, value, high }: Said): number[] => [low, value, high].filter((figure) => figure !== undefined)

/** Maps a figure to 0 … 1. */
function scaleOf(least: number, most: number): (figure: number) => number {
  if (most === least) return () => 0.5
  if (least > 0 && most / least > 30) {
    const [a, b] = [Math.log(least), Math.log(most)]
    return (figure) => (Math.log(figure) - a) / (b - a)
  }
  return (figure) => (figure - least) / (most - least)
}

/** Statements by period in order of time, undated ones last; periods are joined when there are too many. */
function thinned(said: readonly Said[]): Line[] {
  for (const years of [0, 5, 10, 50]) {
    const lines = new Map<string, Said[]>()
    for (const item of said) {
      const period = item.own === true || item.from === undefined || years === 0 ? item.period : span(item.from, years)
      const line = lines.get(period)
      if (line) line.push(item)
      else lines.set(period, [item])
    }
    if (lines.size > MOST && years < 50) continue
    return [...lines]
      .map(([period, items]) => ({ period, items, from: Math.min(...items.map(({ from }) => from ?? Infinity)) }))
      .sort((a, b) => (a.from === b.from ? (a.period < b.period ? -1 : 1) : a.from - b.from))
  }
  return []
}

function span(months: number, years: number): string {
  const first = Math.floor(Math.floor(months / 12) / years) * years
  return `${first}–${first + years - 1}`
}

function bar(items: readonly Said[], scale: (figure: number) => number, room: number): string {
  const cells = Array.from({ length: room }, () => '·')
  const at = (figure: number) => Math.round(scale(figure) * (room - 1))
  const solid = items.filter(({ doubtful }) => doubtful !== true)
  for (const { low, high } of solid) {
    if (low !== undefined && high !== undefined) {
      for (let cell = at(low); cell <= at(high); cell++) cells[cell] = '─'
      cells[at(low)] = '├'
      cells[at(high)] = '┤'
    } else if (low !== undefined) cells[at(low)] = '>'
    else if (high !== undefined) cells[at(high)] = '<'
  }
  // What can be relied on is drawn over what cannot, the claim itself over everything.
  for (const item of items) if (item.doubtful === true) for (const figure of marks(item)) cells[at(figure)] = '○'
  for (const { value } of solid) if (value !== undefined) cells[at(value)] = '●'
  for (const item of items) if (item.own === true) for (const figure of marks(item)) cells[at(figure)] = '◆'
  return cells.join('')
}

/** Where a statement has its mark: its figure, else its ends. */
const marks = (item: Said): number[] => (item.value === undefined ? extent(item) : [item.value])

const DOUBTFUL = { en: 'doubtful', es: 'dudosa' } as const

/** `18 729–18 845 · doubtful 60 000 · 3 independent voices`; doubtful statements are no voices. */
function note(items: readonly Said[], language: Language, voices: (n: number) => string): string {
  const solid = items.filter(({ doubtful }) => doubtful !== true)
  const [sure, unsure] = [solid, items.filter(({ doubtful }) => doubtful === true)].map((some) =>
    rangeOf(some.flatMap(extent), language),
  )
  const origins = new Set(solid.map(({ origin }) => origin)).size
  const parts = [sure, unsure && `${DOUBTFUL[language]} ${unsure}`, origins > 1 ? voices(origins) : '']
  return parts.filter(Boolean).join(' · ')
}

function rangeOf(figures: readonly number[], language: Language): string {
  if (figures.length === 0) return ''
  const [least, most] = [Math.min(...figures), Math.max(...figures)]
  return least === most ? stated(least, language) : `${stated(least, language)}–${stated(most, language)}`
}
