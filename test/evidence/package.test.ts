import { describe, expect, test } from 'vitest'
import { checkPackage, loadPackage } from '../../src/evidence/package.ts'
import { formatProblem } from '../../src/evidence/problem.ts'
import { shippedFiles } from './files.ts'

const files = shippedFiles()
const pack = loadPackage(files)
const rowsOf = (name: string) => pack.tables.get(name)?.rows ?? []

describe('the shipped data package', () => {
  test('has no problems', () => {
    expect(checkPackage(files).problems.map(formatProblem)).toEqual([])
  })

  test('describes every file, and every column with words', () => {
    const described = pack.descriptor?.resources.map((resource) => resource.path).sort()
    expect(described).toEqual(
      Object.keys(files)
        .filter((path) => path.endsWith('.csv'))
        .sort(),
    )
    for (const { schema, path } of pack.descriptor?.resources ?? [])
      for (const field of schema.fields) expect(field.description.length, `${path} ${field.name}`).toBeGreaterThan(3)
  })

  test('is UTF-8 with LF and without a byte order mark', () => {
    for (const [path, text] of Object.entries(files)) {
      expect(text.includes('\r'), path).toBe(false)
      expect(text.startsWith('\uFEFF'), path).toBe(false)
      expect(text.endsWith('\n'), path).toBe(true)
      expect(/Ã[\u0080-\u00bf]/.test(text), `${path}: twice-encoded text`).toBe(false)
    }
  })

  test('has the districts the model simulates', () => {
    const districts = rowsOf('geo-districts').map((row) => row.values)
    expect(districts).toHaveLength(99)
    expect(districts.filter((d) => d.in_outline === 1)).toHaveLength(95)
    expect(districts.filter((d) => d.devida_zone_2021 !== null)).toHaveLength(24)
    const grades = ['A', 'B', 'C', 'D'].map((g) => districts.filter((d) => d.membership_confidence === g).length)
    expect(grades).toEqual([40, 18, 37, 4])
    const population = districts
      .filter((d) => d.in_outline === 1)
      .reduce((sum, d) => sum + Number(d.population_2017), 0)
    expect(population).toBe(591386)
  })

  test('keeps the collected rows', () => {
    expect(pack.observations.length).toBeGreaterThanOrEqual(11173)
    expect(pack.ledger.claims.length).toBeGreaterThanOrEqual(480)
    expect(pack.parameters.length).toBeGreaterThanOrEqual(174)
    expect(rowsOf('geo-adjacency')).toHaveLength(243)
    const sources = new Set(pack.ledger.claims.map(({ source }) => source))
    for (const document of ['000', '001', '002', '003', '004']) expect(sources).toContain(document)
  })

  test('gives every row a source, and a link unless the note or title says why not', () => {
    for (const point of pack.observations) expect(point.source, `${point.file}:${point.line}`).not.toBe('')
    const without = pack.observations.filter((point) => point.url === '')
    expect(without.length).toBeLessThanOrEqual(18)
  })
})

describe('nothing finer than district and month', () => {
  const resources = pack.descriptor?.resources ?? []

  test('no column for a day, a coordinate, a route or a person in any rows about events', () => {
    for (const { path, schema } of resources) {
      const names = schema.fields.map((field) => field.name)
      expect(names, path).not.toContain('day')
      expect(names, path).not.toContain('date_of_event')
      if (path.startsWith('geo/')) continue
      for (const name of names)
        expect(/^(lat|lon|latitude|longitude|route|site|victim|person)/.test(name), `${path} ${name}`).toBe(false)
    }
  })

  test('no day in the words about incidents, nor roads, heights or surroundings as places', () => {
    const day = /\b\d{1,2}(st|nd|rd|th)? (Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/
    for (const { values, line } of rowsOf('events-incidents')) {
      for (const cell of [values.place, values.district, values.note]) {
        expect(day.test(String(cell ?? '')), `line ${line}: ${cell}`).toBe(false)
      }
      expect(/\b(road|heights|area|river|km)\b/i.test(String(values.place)), `line ${line}: ${values.place}`).toBe(
        false,
      )
    }
  })

  test('no trafficking row at a place inside the valley', () => {
    const kinds = new Map(pack.places.all.map((place) => [place.id, place.kind]))
    const found = pack.observations.filter((point) => point.file === 'data/events/trafficking.csv')
    expect(found.length).toBeGreaterThan(100)
    for (const { placeId, line } of found)
      expect(['valley', 'country', 'abroad', 'department', 'zone', 'group'], `line ${line}`).toContain(
        kinds.get(placeId ?? ''),
      )
  })

  test('claims are dated to the month at most', () => {
    for (const { id, period, paraphrase } of pack.ledger.claims) {
      expect(/\d{4}-\d{2}-\d{2}/.test(`${period} ${paraphrase.en} ${paraphrase.es}`), id).toBe(false)
    }
  })
})

describe('rows kept back for the blind test are absent', () => {
  const kind = (id: string | undefined) => pack.places.all.find((place) => place.id === id)?.kind
  const from = (year: number) => pack.observations.filter((point) => point.year >= year)

  test('district coca area from 2019', () => {
    const area = from(2019).filter((p) => p.series.startsWith('coca_area') && /district/.test(kind(p.placeId) ?? ''))
    expect(area).toEqual([])
  })

  test('coca area of other zones and of departments from 2021', () => {
    const area = from(2021).filter(
      (p) => p.series.startsWith('coca_area') && !['VRAEM', 'Peru'].includes(p.placeId ?? ''),
    )
    expect(area).toEqual([])
  })

  test('leaf prices from 2021', () => {
    expect(from(2021).filter((p) => /leaf_price|price_leaf/.test(p.series))).toEqual([])
  })

  test('forest loss from 2021', () => {
    expect(from(2021).filter((p) => p.series.startsWith('forest_loss'))).toEqual([])
  })

  test('incidents, attacks, deaths and armed strength from 2021', () => {
    const violent = /incident|attack|terrorist|deaths|wounded|killed|^sl_|gtd_/
    expect(from(2021).filter((p) => violent.test(p.series))).toEqual([])
  })
})
