import { expect, test } from 'vitest'
import type { Point } from '../../src/evidence/series.ts'
import { contradictions } from '../../src/lab/forecast/new-year.ts'
import { yearsAfter } from '../../src/lab/forecast/questions.ts'
import {
  asHindcast,
  nameOf,
  type Registered,
  readRegistered,
  registered,
  registeredCsv,
  registeredText,
} from '../../src/lab/forecast/registered.ts'
import { scoreRegistered } from '../../src/lab/forecast/score.ts'
import { hindcastText, readHindcast } from '../../src/lab/hindcast/format.ts'

const hash = 'a'.repeat(64)
const values = [9000.4444, 10000, 11000, 12000]
const content = {
  title: { en: 'Made up', es: 'Inventado' },
  madeBy: {
    command: 'vraem forecast',
    created: '2013-02-03T04:05:06.000Z',
    version: '0.0.0',
    sample: 200,
    seed: 1,
    data: hash,
    model: hash,
    parameters: hash,
    scenario: { name: 'baseline', hash },
    draws: { kind: 'posterior' as const, hash, count: 4, note: { en: 'n', es: 'n' } },
  },
  origins: [
    {
      origin: 2012,
      information: { until: 2012 },
      draws: hash,
      arms: { frontier: ['a', 'b', 'a', 'b'] },
      forecasts: [2013, 2014, 2030].map((year) => ({
        series: 'leaf_production_potential',
        place: 'VRAEM',
        unit: 't/yr sun-dried',
        year,
        values,
      })),
    },
  ] as Registered['origins'],
  outcomes: [{ outcome: 'coca_area', place: 'VRAEM', scope: 'coca zone', unit: 'ha', year: 2013, values }],
}

test('a registered forecast is named by date and hash, and reads back as it was', () => {
  const made = registered(content)
  expect(nameOf(made)).toBe(`2013-02-03-${made.sha256.slice(0, 8)}`)
  expect(made.origins[0].forecasts[0]?.values).toEqual([9000, 10000, 11000, 12000])
  const { forecast, problems } = readRegistered(registeredText(made), 'f.json')
  expect(problems).toEqual([])
  expect(forecast).toEqual(made)
  expect(registered(content).sha256).toBe(made.sha256)
})

test('a forecast that was changed, or is none, is refused with the file', () => {
  const text = registeredText(registered(content))
  expect(readRegistered(text.replace('10000', '10001'), 'f.json').problems).toMatchObject([
    { code: 'forecast-changed', file: 'f.json' },
  ])
  expect(readRegistered(text.replace('2013-02-03', '2012-02-03'), 'f.json').problems[0]?.code).toBe('forecast-changed')
  expect(readRegistered('{"format":"vraem-forecast-1"}', 'f.json').problems.map(({ field }) => field)).toContain(
    'sha256',
  )
  expect(readRegistered('half a fi', 'f.json').problems[0]?.code).toBe('forecast')
})

test('its CSV has five quantiles and the mean for each series and outcome', () => {
  const [head, first, , , outcome] = registeredCsv(registered(content)).split('\n')
  expect(head).toBe('outcome,series,place,year,unit,p05,p25,p50,p75,p95,mean')
  expect(first).toBe(
    'leaf_output,leaf_production_potential,VRAEM,2013,t/yr sun-dried,9150,9750,10500,11250,11850,10500',
  )
  expect(outcome).toMatch(/^coca_area,,VRAEM,2013,ha,/)
})

test('it is a hindcast to whatever scores hindcasts', () => {
  const text = hindcastText(asHindcast(registered(content)))
  expect(readHindcast(text, 'h.json', { model: hash, parameters: hash }).problems).toEqual([])
})

const point = (year: number, value: number, more: Partial<Point> = {}): Point => ({
  ...{ series: 'leaf_production_potential', place: 'VRAEM', placeId: 'VRAEM', year, value, unit: 't/yr sun-dried' },
  ...{ source: 's', url: '', confidence: 'high', note: '', file: 'data/x.csv', line: year - 1998 },
  ...more,
})
const packOf = (...observations: Point[]) => ({
  places: { all: [], resolve: (id: string) => ({ id, kind: 'group', name: id, ubigeos: [] }) },
  observations,
})

test('figures that came are scored beside the naive rules; the rest waits; later figures do not leak into the naive rules', () => {
  const past = [2008, 2009, 2010, 2011, 2012].map((year, k) => point(year, 8000 + 400 * k))
  const [origin] = registered(content).origins
  const { scores, waiting } = scoreRegistered(origin, packOf(...past, point(2013, 10400)) as never)
  expect(waiting).toBe(2)
  const mine = scores.filter(({ rule }) => rule === 'model')
  expect(mine).toMatchObject([{ year: 2013, lead: 1, observed: 10400, origin: 2012 }])
  expect(mine[0]?.p50).toBeCloseTo(Math.sqrt(10000 * 11000), 6)
  const last = scores.find(({ rule }) => rule === 'last value')
  expect(last?.p50).toBeCloseTo(9600, 0)
  expect(scores.every(({ crps }) => crps > 0 && crps < 0.5)).toBe(true)
  expect(scoreRegistered(origin, packOf(...past) as never)).toMatchObject({ scores: [], waiting: 3 })
})

test('sources that contradict each other are said, and nothing is scored on them', () => {
  const [origin] = registered(content).origins
  const two = packOf(point(2012, 9000), point(2013, 10000), point(2013, 12000, { line: 99 }))
  const { scores, skipped, waiting } = scoreRegistered(origin, two as never)
  expect(scores).toEqual([])
  expect(waiting).toBe(3)
  expect(skipped).toMatchObject([{ rule: 'model', series: 'leaf_production_potential' }])
  expect(contradictions(two as never, 2012)).toMatchObject([
    { code: 'contradiction', file: 'data/x.csv', line: 99, what: 'it is 12000 here and 10000 in data/x.csv:15' },
  ])
  expect(contradictions(two as never, 2013)).toEqual([])
})

test('a forecast looks six years ahead, and not beyond the last year of the model', () => {
  expect(yearsAfter(2024)).toEqual([2025, 2026, 2027, 2028, 2029, 2030])
  expect(yearsAfter(2033)).toEqual([2034, 2035])
})
