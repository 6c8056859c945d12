import { expect, test } from 'vitest'
import { formulaOf } from '../../src/lab/predict/formula.ts'
import { SERIES } from '../../src/lab/predict/series.ts'
import { area, frame, known, median, pack, target } from './known.ts'

/** Prices by outcome; leaf 100 kt in the valley, zones of 1000 ha. */
const market = (outcome: string, place: string): number =>
  ({ leaf_price: 8, leaf_price_outside: 3, product_price: 1200, leaf_output: 20000 })[outcome] ?? area(outcome, place)
const statuses = (...targets: ReturnType<typeof target>[]) =>
  targets.map((each) => formulaOf(each, pack, frame)).map((answer) => (typeof answer === 'string' ? answer : 'ok'))

test('every row of the data that can be answered has finite quantiles in order', () => {
  const seen = new Set<string>()
  const targets = pack.observations
    .filter(({ series, place, year, month }) => {
      const key = `${series}|${place}|${year}|${month ?? ''}`
      return SERIES[series] !== undefined && !seen.has(key) && seen.add(key)
    })
    .map(({ series, place, year, month }) => target(series, place, year, month))
  const found = known(targets, market, 40)
  const answered = found.filter(({ status }) => status === 'ok')
  expect(answered.length).toBeGreaterThan(2500)
  for (const { target: asked, quantiles: q } of answered) {
    const row = q ? [q.p05, q.p25, q.p50, q.p75, q.p95] : [Number.NaN]
    expect([...row, q?.mean].every(Number.isFinite), JSON.stringify(asked)).toBe(true)
    expect(row, JSON.stringify(asked)).toEqual(row.toSorted((a, b) => a - b))
  }
})

test('months of prices are the months themselves; a district follows the valley from its own year', () => {
  const [valley, district, outside] = known(
    [
      target('leaf_price_farmgate_pen', 'VRAEM', 2020, 4),
      target('leaf_price_farmgate_pen', '050503', 2020, 4),
      target('leaf_price_farmgate', 'Kosnipata', 2020, 4),
    ],
    (outcome, place, time) => {
      const april = time === 20 * 12 + 3
      if (outcome === 'leaf_price_outside') return april ? 2 : 4
      return place === 'VRAEM' ? (april ? 4 : 8) : 10
    },
  )
  // the toy world's level of prices is half of 2024's
  expect(median(valley) / (4 * 0.5)).toBeCloseTo(1, 1)
  expect(median(district) / (10 * 0.5 * 0.5)).toBeCloseTo(1, 1)
  expect(median(outside) / 2).toBeCloseTo(1, 1)
})

test('the national price lies between the valley and the other zones, by leaf', () => {
  const [peru, product, soles] = known(
    [
      target('leaf_price_farmgate', 'Peru', 2019),
      target('hcl_price_producing_area', 'Peru', 2019),
      target('hcl_price_producing_area_pen', 'VRAEM', 2020, 1),
    ],
    market,
    400,
  )
  // 8 soles of 2024 are 4 soles of the day are 1 dollar; outside it is 3
  expect(median(peru)).toBeGreaterThan(1.5)
  expect(median(peru)).toBeLessThan(2.6)
  expect(median(product) / 1200 / median(peru)).toBeCloseTo(1, 1)
  expect(median(soles) / 4800).toBeCloseTo(1, 1)
})

test('eradication adds up, by year and month', () => {
  const [peru, valley, month] = known(
    [
      target('eradication_corah', 'Peru', 2018),
      target('eradication_corah', 'VRAEM', 2018),
      target('eradication_corah_monthly', 'Peru', 2011, 3),
    ],
    (outcome, place) => (outcome === 'eradicated' ? 100 : place === 'outside' ? 900 : 50),
  )
  expect(median(peru) / (100 + 13 * 50)).toBeCloseTo(1, 1)
  expect(median(valley) / 100).toBeCloseTo(1, 1)
  expect(median(month) / 1000).toBeCloseTo(1, 1)
})

test('districts are counted with those that were split off later', () => {
  const size = (ubigeo: string, year: number) => {
    const formula = formulaOf(target('coca_area_district', ubigeo, year), pack, frame)
    return typeof formula === 'string'
      ? formula
      : formula.terms.map(({ place, share }) => `${place}×${share}`).join(' ')
  }
  expect(size('050408', 2013)).toBe('050408×1 050409×1')
  expect(size('050408', 2016)).toBe('050408×1')
  expect(size('050409', 2013)).toBe('050409×0')
  expect(size('080907', 2014)).toBe('080907×1 080913×1 080916×1 080917×1')
  expect(size('080907', 2022)).toBe('080907×1')
})

test('zones count from the year in which they are watched, and more zones are watched later', () => {
  const [early, late, new2022] = known(
    [
      target('coca_area_unodc', 'Peru', 2005),
      target('coca_area_devida', 'Peru', 2020),
      target('coca_area_devida', 'Peru', 2022),
    ],
    area,
    400,
  )
  const young = (pack.tables.get('geo-zones')?.rows ?? []).filter(({ values }) => Number(values.watched_from) > 2005)
  expect(young.length).toBeGreaterThan(4)
  expect(median(early) / (30000 + (13 - young.length) * 1000)).toBeGreaterThan(0.97)
  expect(median(early) / (30000 + (13 - young.length) * 1000)).toBeLessThan(1.08)
  expect((median(new2022) - 30000) / (median(late) - 30000)).toBeCloseTo(1.11, 1)
})

test('places outside are answered through their zones, wider; new zones through their group; nonsense not at all', () => {
  expect(
    statuses(
      target('coca_area_district', 'PUNO/SANDIA/YANAHUAYA', 2021),
      target('coca_area_province_sum', 'SAN MARTIN/TOCACHE', 2021),
      target('coca_area_devida', 'Bajo Huallaga', 2022),
      target('coca_area_devida', 'Atalaya – lower Urubamba', 2022),
      target('coca_area_devida', 'Atlantis', 2022),
      target('forest_loss', 'Bajo Huallaga', 2022),
    ),
  ).toEqual(['ok', 'ok', 'ok', 'ok', 'unknown place', 'unknown place'])
})

test('what the model has nothing to say about is not modelled', () => {
  expect(
    statuses(
      target('seizure_hcl', 'Peru', 2020),
      target('cacao_area_harvested', 'Peru', 2020),
      target('cocoa_world_price', 'World', 2020),
      target('exchange_rate_pen_usd', 'Peru', 2020),
      target('forest_loss_department', 'Ayacucho', 2022),
      target('poverty', 'Peru', 2018),
      target('price_cocaine', 'USA', 2022),
      target('eradication_corah_partial', 'Peru', 2024),
      target('coca_area_us_cnc', 'Peru', 2018),
      target('coca_area_devida', 'VRAEM', 2036),
    ),
  ).toEqual(Array(10).fill('not modelled'))
})

test('a forecast goes on from what was last observed; the past is told by the model alone', () => {
  const observed = 7705 // Inambari-Tambopata in 2020
  const [past, next] = known(
    [target('coca_area_devida', 'Inambari-Tambopata', 2019), target('coca_area_devida', 'Inambari-Tambopata', 2021)],
    (_, __, time) => (time === 2021 ? 1200 : 1000),
    600,
  )
  expect(median(past) / 1000).toBeGreaterThan(0.9)
  expect(median(past) / 1000).toBeLessThan(1.15)
  expect(median(next) / (1.2 * observed)).toBeGreaterThan(0.9)
  expect(median(next) / (1.2 * observed)).toBeLessThan(1.1)
})

test('a zone that was first watched later starts from the size of such zones, with a wide band', () => {
  const [atalaya, named, known2020] = known(
    [
      target('coca_area_devida', 'Atalaya – lower Urubamba', 2022),
      target('coca_area_devida', 'Bajo Huallaga', 2022),
      target('coca_area_devida', 'Kosnipata', 2022),
    ],
    area,
    600,
  )
  const width = (k: typeof atalaya) => Math.log((k?.quantiles?.p95 ?? 1) / (k?.quantiles?.p05 ?? 1))
  for (const zone of [atalaya, named]) {
    expect(median(zone)).toBeGreaterThan(750)
    expect(median(zone)).toBeLessThan(1080)
    expect(width(zone)).toBeGreaterThan(2 * width(known2020))
  }
})

test('changes are changes: in per cent since the year or the month before', () => {
  const [year, month] = known(
    [target('leaf_price_change_pct', 'Peru', 2008), target('hcl_price_change_pct', 'VRAEM', 2020, 5)],
    (outcome, _, time) => (outcome === 'product_price' ? (time === 20 * 12 + 4 ? 1100 : 1000) : time === 2008 ? 6 : 4),
    600,
  )
  expect(median(year) / 50).toBeGreaterThan(0.7)
  expect(median(year) / 50).toBeLessThan(1.3)
  expect(Math.abs(median(month) - 10)).toBeLessThan(4)
})
