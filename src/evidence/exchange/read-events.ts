import type { CsvRecord } from '../csv.ts'
import type { Columns } from './columns.ts'
import { yearOf } from './dates.ts'
import type { CodedEvent, Export, Figure, MonthlySums } from './events.ts'
import type { Findings } from './findings.ts'
import type { ImportOptions } from './result.ts'
import { ImportRow, type Survey } from './row.ts'
import type { Gazetteer, Located, Reach } from './where.ts'

/**
 * Events of ACLED. Its time_precision is 1 for a known day, 2 for a week, 3 for a month (the date is then the middle of it): the
 * month stands in all three. Its geo_precision is 1 for a known town, 2 for a part of a region that a nearby town stands for,
 * 3 for a larger region: district, province and department are kept. Admin levels 1 to 3 of Peru are those three.
 */
export const ACLED: Export = {
  title: 'ACLED, Armed Conflict Location and Event Data, export',
  url: 'https://acleddata.com/',
  measures: [
    { series: 'acled_events', unit: 'events' },
    { series: 'acled_violence', unit: 'events' },
    { series: 'acled_fatalities', unit: 'deaths' },
  ],
}
const ACLED_REACH: Readonly<Record<string, Reach>> = { 1: 'district', 2: 'province', 3: 'department' }
const VIOLENCE = ['battles', 'explosions/remote violence', 'violence against civilians']
const ACLED_TYPES = [...VIOLENCE, 'protests', 'riots', 'strategic developments']

/**
 * Events of UCDP GED. date_prec: 1 day, 2 two to six days, 3 week, 4 month, 5 more than a month up to a year. where_prec:
 * 1 place, 2 within about 25 km of one, 3 second-order division (in Peru the province), 4 first-order division (department),
 * 5 a line or an area without borders, 6 country, 7 international waters or airspace. No column holds the district.
 */
export const UCDP: Export = {
  title: 'UCDP Georeferenced Event Dataset (GED), export',
  url: 'https://ucdp.uu.se/downloads/',
  measures: [
    { series: 'ucdp_events', unit: 'events' },
    { series: 'ucdp_deaths_best', unit: 'deaths', range: true },
    { series: 'ucdp_deaths_civilians', unit: 'deaths' },
  ],
}
const UCDP_REACH: Readonly<Record<string, Reach>> = {
  ...{ 1: 'district', 2: 'province', 3: 'province', 4: 'department', 5: 'department', 6: 'country', 7: 'country' },
}

/** Words that say that a description is of more than a district. */
const LARGER = /\b(?:provinc|depart|regi[oó]n)/i

const UNKNOWN_NAME =
  'no map of the laboratory knows these names; their events were kept for the province or the department'

type Reader = (record: CsvRecord) => void
type Parts = readonly [Columns, Survey, ImportOptions, Gazetteer, MonthlySums, Findings]

export function acledReader(...[columns, survey, options, gazetteer, sums, findings]: Parts): Reader {
  const numbers = survey.numbers(options, findings)
  const dates = survey.dates('event_date', options, findings)
  return (record) => {
    const row = new ImportRow(record, columns, findings)
    const date = dates.read(row.raw('event_date'), row.line)
    const reach = precision(row, 'geo_precision', ACLED_REACH)
    precision(row, 'time_precision', { 1: 'day', 2: 'week', 3: 'month' })
    const type = row.choice('event_type', ACLED_TYPES, '')
    if (row.raw('event_type') === '') row.needed('event_type')
    const deaths = count(row, row.number('fatalities', numbers), 'fatalities', true)
    const names = {
      country: row.text('country'),
      department: row.text('admin1'),
      province: row.text('admin2'),
      district: row.text('admin3'),
    }
    const id = row.needed('event_id_cnty')
    inYear(row, date)
    // A wrong code does not hide a wrong name.
    const where = gazetteer.find(names, reach ?? 'department', row.line, 'admin1')
    const event = coded(row, where, id, date, findings, [
      { value: 1 },
      { value: VIOLENCE.includes(type) ? 1 : 0 },
      deaths === undefined ? undefined : { value: deaths },
    ])
    if (!event) return
    if (date?.coarsened) findings.coarsened('event_date')
    if (where !== 'outside' && where?.unknown !== undefined) {
      const field = reach === 'district' ? 'admin3' : 'admin2'
      findings.seen({ code: 'unknown-name', field, what: UNKNOWN_NAME }, where.unknown)
    }
    if (names.district !== '' && !(where !== 'outside' && where?.district)) findings.coarsened('admin3')
    sums.add(event)
  }
}

export function ucdpReader(...[columns, survey, options, gazetteer, sums, findings]: Parts): Reader {
  const numbers = survey.numbers(options, findings)
  const [starts, ends] = ['date_start', 'date_end'].map((field) => survey.dates(field, options, findings))
  return (record) => {
    const row = new ImportRow(record, columns, findings)
    const [start, end] = [starts?.read(row.raw('date_start'), row.line), ends?.read(row.raw('date_end'), row.line)]
    const year = row.raw('year')
    const isYear = /^(?:19|20)\d\d$/.test(year)
    if (!isYear) row.fault('year', 'year', `"${year.slice(0, 40)}" is not a year`, 'four digits', 'write the year')
    const exactness = precision(row, 'date_prec', { 1: 'month', 2: 'month', 3: 'month', 4: 'month', 5: 'year' })
    const reach = precision(row, 'where_prec', UCDP_REACH)
    const [best, low, high] = ['best', 'low', 'high'].map((name) => count(row, row.number(name, numbers), name, true))
    if (best !== undefined && low !== undefined && high !== undefined && (low > best || best > high))
      row.fault(
        'order',
        'best',
        `low ${low}, best ${best}, high ${high} are out of order`,
        'low <= best <= high',
        'correct the figures',
      )
    const civilians = count(row, row.number('deaths_civilians', numbers), 'deaths_civilians', false)
    const described = row.raw('where_description')
    // The description of the place is compared with the names of districts, never kept.
    const names = {
      country: row.text('country'),
      department: row.text('adm_1'),
      province: row.text('adm_2'),
      district: LARGER.test(described) ? '' : described,
    }
    const id = row.needed('id')
    if (start && end && end.to < start.from)
      row.fault('order', 'date_end', 'the event ends before it starts', 'date_start <= date_end', 'correct the dates')
    else if (start && end && isYear) inYear(row, { from: start.from, to: end.to })
    const where = gazetteer.find(names, reach ?? 'department', row.line, 'adm_1')
    const oneMonth =
      start?.month !== undefined && start.month === end?.month && start.year === end.year && String(start.year) === year
    const month = exactness === 'month' && oneMonth ? start.month : undefined
    const date = start && end && { year: Number(year), ...(month === undefined ? {} : { month }), coarsened: true }
    const event = coded(row, where, id, date, findings, [
      { value: 1 },
      best === undefined ? undefined : { value: best, low: low ?? best, high: high ?? best },
      civilians === undefined ? undefined : { value: civilians },
    ])
    if (!event) return
    findings.coarsened('date_start')
    findings.coarsened('date_end')
    if (described !== '') findings.coarsened('where_description')
    sums.add(event)
  }
}

/** Reports a year that is not the one of the date; `from` and `to` as in MonthOfYear. */
function inYear(row: ImportRow, date: { readonly from: number; readonly to: number } | undefined): void {
  const year = row.raw('year')
  if (year === '' || date === undefined) return
  const [first = 0, last = 0] = [date.from, date.to].map(yearOf)
  if (first <= Number(year) && Number(year) <= last) return
  const what = `"${year.slice(0, 20)}" is not the year of the date`
  row.fault('year', 'year', what, `${first}, the year of the date`, 'correct the year or the date')
}

/** The event, when its row is sound and lies on the map; counts the row otherwise. */
function coded(
  row: ImportRow,
  where: Located | undefined,
  id: string,
  date: { readonly year: number; readonly month?: number } | undefined,
  findings: Findings,
  counts: readonly (Figure | undefined)[],
): CodedEvent | undefined {
  if (!row.sound || date === undefined || where === undefined) {
    findings.rows.refused += 1
    return undefined
  }
  if (where === 'outside') {
    findings.rows.outside += 1
    findings.notice({
      code: 'outside',
      what: 'events in other countries and in departments that the laboratory does not map were set aside',
    })
    return undefined
  }
  const { year, month } = date
  const exact = where.district && month !== undefined
  return { line: row.line, id, place: where.place, year, ...(month === undefined ? {} : { month }), exact, counts }
}

function precision<Meaning extends string>(
  row: ImportRow,
  column: string,
  codes: Readonly<Record<string, Meaning>>,
): Meaning | undefined {
  const raw = row.raw(column)
  const meaning = Object.hasOwn(codes, raw) ? codes[raw] : undefined
  if (meaning === undefined)
    row.fault(
      'precision',
      column,
      `"${raw.slice(0, 20)}" is no precision code`,
      `one of ${Object.keys(codes).join(', ')}`,
      'take the code from the export',
    )
  return meaning
}

/** A number of deaths: whole, not negative. */
function count(row: ImportRow, value: number | undefined, column: string, needed: boolean): number | undefined {
  if (value === undefined) {
    if (needed && row.raw(column) === '') row.needed(column)
    return undefined
  }
  if (Number.isInteger(value) && value >= 0) return value
  row.fault('count', column, `${value} is no number of deaths`, 'a whole number from 0', 'correct the figure')
  return undefined
}
