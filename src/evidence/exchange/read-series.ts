import type { CsvRecord } from '../csv.ts'
import { type Places, placeKey } from '../places.ts'
import { nearest } from '../problem.ts'
import type { Columns } from './columns.ts'
import { type Observation, writtenName } from './entries.ts'
import type { Findings } from './findings.ts'
import type { ImportOptions } from './result.ts'
import { ImportRow, type Survey } from './row.ts'

/** Where rows go: `keep` gives the id (or line) of what stands there already, if anything does. */
export interface Sink {
  readonly places: Places
  /** Title of a source of the ledger, by id. */
  readonly titles: ReadonlyMap<string, string>
  keep(observation: Observation): string | undefined
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

  return (record: CsvRecord): void => {
    const row = new ImportRow(record, columns, findings)
    const place = placeOf(row)
    const series = named(row, 'series')
    const unit = named(row, 'unit')
    const title = sourceOf(row)
    const url = row.text('url')
    const confidence = row.choice('confidence', CONFIDENCE, 'low')
    const when = wide ? undefined : whenOf(row)
    const figures = wide
      ? [...columns.years].flatMap(([index, year]) => {
          const value = numbers.read(record.cells[index] ?? '', record.line, String(year))
          if (value === null) row.sound = false
          return typeof value === 'number' ? [{ year, value }] : []
        })
      : [
          {
            ...when,
            ...present({
              low: row.number('low', numbers),
              value: row.number('value', numbers),
              high: row.number('high', numbers),
            }),
          },
        ]
    const empty = figures.every((figure) => !['value', 'low', 'high'].some((name) => name in figure))
    if (row.sound && empty)
      row.fault(
        'no-figure',
        'value',
        'the row has no figure',
        'value, low or high',
        'enter a figure, or remove the row',
      )
    if (!row.sound || !place) {
      findings.rows.refused += 1
      return
    }
    let earlier: string | undefined
    let added = false
    for (const figure of figures) {
      const observation: Observation = {
        series,
        place: place.name,
        placeId: place.id,
        year: 0,
        ...figure,
        unit,
        title,
        url,
        confidence,
        note: '',
        line: record.line,
      }
      const of = sink.keep(observation)
      if (of === undefined) added = true
      else earlier ??= of
    }
    if (added && sink.full()) findings.rows.refused += 1
    else if (added) findings.rows.added += 1
    else findings.duplicate(record.line, earlier ?? '')
  }
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

function present<Names extends string>(figures: Record<Names, number | undefined>): { [Name in Names]?: number } {
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined)) as {
    [Name in Names]?: number
  }
}
