import type { CsvRecord } from '../csv.ts'
import { type Places, placeKey } from '../places.ts'
import { nearest } from '../problem.ts'
import type { Columns } from './columns.ts'
import { type Observation, writtenName } from './entries.ts'
import type { Findings } from './findings.ts'
import type { Duplicate, ImportOptions } from './result.ts'
import { ImportRow, type Survey } from './row.ts'

/** Where rows go: `keep` gives the id (or line) of what stands there already, if anything does. */
export interface Sink {
  readonly places: Places
  /** Title of a source of the ledger, by id. */
  readonly titles: ReadonlyMap<string, string>
  keep(observation: Observation): string | undefined
  /** Id of the row of the ledger that says the same, without taking it. */
  holds(observation: Observation): string | undefined
  /** Takes a row that is refused already, so that the checks of all data find what else is wrong with it. */
  tryRow(observation: Observation): void
  /** Nothing more is taken. */
  full(): boolean
}

const MONTH_WORDS = [
  'ene jan',
  'feb',
  'mar',
  'abr apr',
  'may',
  'jun',
  'jul',
  'ago aug',
  'set sep',
  'oct',
  'nov',
  'dic dec',
]
const CONFIDENCE = ['high', 'medium', 'low'] as const

/** Reads rows of a series, one observation a row, or tables with a year in each column. */
export function seriesReader(columns: Columns, survey: Survey, options: ImportOptions, sink: Sink, findings: Findings) {
  const numbers = survey.numbers(options, findings)
  const dates = survey.dates('date', options, findings)
  const known = new Map<string, Spot>()
  const wide = columns.years.size > 0
  if (wide) findings.figures = { read: 0, added: 0, duplicate: 0, refused: 0, empty: 0 }

  const placeOf = (row: ImportRow): Spot | undefined => {
    const parts = ['district', 'province', 'department'].map((column) => row.text(column))
    const written = row.has('place') ? row.text('place') : parts.filter(Boolean).join(', ')
    const earlier = known.get(written)
    if (earlier) return earlier
    const place = sink.places.resolve(written)
    if (place) {
      const spot = { id: place.id, name: writtenName(place, sink.places) }
      known.set(written, spot)
      return spot
    }
    const field = row.has('place') ? 'place' : 'district'
    const advice = findings.lists('place') ? placeAdvice(written, sink.places) : ''
    row.fault('place', field, `"${written.slice(0, 80)}" is not a known place`, EXPECTED_PLACE, advice)
    return undefined
  }

  const whenOf = (row: ImportRow): { year: number; month?: number } | undefined => {
    if (row.has('date') && !row.has('year')) {
      const date = dates.read(row.raw('date'), row.line)
      if (date?.coarsened) findings.coarsened('date')
      if (!date) row.sound = false
      return date && { year: date.year, ...(date.month === undefined ? {} : { month: date.month }) }
    }
    const year = row.raw('year')
    if (!/^(?:19|20)\d\d$/.test(year))
      row.fault(
        'year',
        'year',
        `"${year.slice(0, 40)}" is not a year`,
        'four digits',
        'write the year; a month has its own column',
      )
    const month = monthOf(row.raw('month'))
    if (month === undefined)
      row.fault(
        'month',
        'month',
        `"${row.raw('month').slice(0, 40)}" is not a month`,
        '1 to 12 or empty',
        'write the number of the month',
      )
    return { year: Number(year), ...(month ? { month } : {}) }
  }

  const sourceOf = (row: ImportRow): string => {
    const declared = options.source === undefined ? undefined : sink.titles.get(options.source)
    if (declared !== undefined) return declared
    const title = row.text('source_title')
    if (title === '' && options.source === undefined)
      row.fault(
        'source',
        'source_title',
        'the row names no source',
        'a source',
        'fill in source_title, or name one with --source',
      )
    return title
  }

  const named = (row: ImportRow, column: 'series' | 'unit'): string => {
    const text = row.text(column) || (wide ? (options[column] ?? '') : '')
    if (text !== '') return text
    if (!wide) row.needed(column)
    else if (!row.has(column)) row.sound = false
    else row.fault('required', column, 'is empty', 'a value', `fill it in, or say it with --${column}`)
    return ''
  }

  const figuresOf = (row: ImportRow, { cells, line }: CsvRecord): { found: Figures[]; read: boolean } => {
    if (!wide) {
      const when = whenOf(row)
      const before = row.sound
      row.sound = true
      const [low, value, high] = ['low', 'value', 'high'].map((column) => row.number(column, numbers))
      const read = row.sound
      row.sound = before && read
      return { found: [{ year: 0, ...when, ...present({ low, value, high }) }], read }
    }
    let read = true
    const found = [...columns.years].flatMap(([index, year]) => {
      const value = numbers.read(cells[index] ?? '', line, String(year))
      if (value === null) read = false
      return typeof value === 'number' ? [{ year, value }] : []
    })
    if (!read) row.sound = false
    return { found, read }
  }

  return (record: CsvRecord): void => {
    const row = new ImportRow(record, columns, findings)
    const { line } = record
    const place = placeOf(row)
    const series = named(row, 'series')
    const title = sourceOf(row)
    const url = row.text('url')
    const confidence = row.choice('confidence', CONFIDENCE, 'low')
    const { found, read } = figuresOf(row, record)
    const empty = found.every((figure) => !['value', 'low', 'high'].some((name) => name in figure))
    const observation = (figure: Figures, unit: string): Observation => {
      const { id, name } = place ?? { id: 'Peru', name: 'Peru' }
      return { series, place: name, placeId: id, ...figure, unit, title, url, confidence, note: '', line }
    }
    const [first] = found
    // A dated event has no figure and no unit: such a row of our own export is known, any other one lacks its figure.
    const event = row.sound && empty && !wide && first && sink.holds(observation(first, row.text('unit')))
    if (event) {
      findings.duplicate(line, event)
      return
    }
    const unit = named(row, 'unit')
    if (read && empty) {
      const todo = 'enter a figure, or remove the row'
      row.fault('no-figure', 'value', 'the row has no figure', 'value, low or high', todo)
    }
    const sound = row.sound && place !== undefined
    const count = findings.figures
    if (count) {
      const blank = [...columns.years.keys()].filter((index) => numbers.isBlank(record.cells[index] ?? '')).length
      count.read += columns.years.size
      count.empty += blank
      if (!sound) count.refused += columns.years.size - blank
    }
    if (!sound) {
      findings.rows.refused += 1
      // Cells that were told of get something sound, so that the others can be checked.
      if (!wide || (series !== '' && unit !== ''))
        for (const figure of found) sink.tryRow(soundly(observation(figure, unit || 'ha'), title))
      return
    }
    const earlier: Duplicate[] = []
    for (const figure of found) {
      const of = sink.keep(observation(figure, unit))
      if (of !== undefined) earlier.push({ line, ...(wide ? { field: String(figure.year) } : {}), of })
    }
    const added = found.length - earlier.length
    const refused = added > 0 && sink.full()
    if (refused) findings.rows.refused += 1
    else if (added > 0) findings.rows.added += 1
    else findings.rows.duplicate += 1
    for (const duplicate of earlier) findings.repeated(duplicate)
    if (!count) return
    count.duplicate += earlier.length
    count[refused ? 'refused' : 'added'] += added
  }
}

type Figures = Pick<Observation, 'year' | 'month' | 'value' | 'low' | 'high'>

/** A refused row with something sound where a cell was told of. */
function soundly(row: Observation, title: string): Observation {
  const year = row.year >= 1900 && row.year <= 2100 ? row.year : 2000
  return { ...row, year, series: row.series || 'unnamed', title: title || 'unnamed' }
}

/** Id of a place and the spelling under which it is written. */
interface Spot {
  readonly id: string
  readonly name: string
}

const EXPECTED_PLACE = 'a district (also as ubigeo), VRAEM, Peru, or a place of geo/places.csv'

export function placeAdvice(written: string, places: Places): string {
  if (/^(?:gran )?total|^total/i.test(placeKey(written)))
    return 'write the place whose total it is (Peru, VRAEM), or remove the row'
  const near = nearest(
    written,
    places.all.map(({ name }) => name),
  )
  return near === undefined ? 'correct the name, or declare it in geo/places.csv' : `write "${near}" if that is meant`
}

/** 1 to 12; null where there is none; undefined for anything else. */
function monthOf(text: string): number | null | undefined {
  if (text === '') return null
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : undefined
  const start = text.slice(0, 3).toLowerCase()
  const index = text.length < 3 ? -1 : MONTH_WORDS.findIndex((words) => words.split(' ').includes(start))
  return index < 0 ? undefined : index + 1
}

function present(figures: Record<'low' | 'value' | 'high', number | undefined>): Partial<Figures> {
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined))
}
