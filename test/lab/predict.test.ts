import { expect, test } from 'vitest'
import { formulaOf } from '../../src/lab/predict/formula.ts'
import { SERIES } from '../../src/lab/predict/series.ts'
import { readTargets, writePredictions } from '../../src/lab/predict/targets.ts'
import { DEPARTMENTS } from '../../src/lab/predict/zones.ts'
import { area, frame, known, pack, target, zones } from './known.ts'
import { vocabulary } from './shipped.ts'

test('the frame has 95 districts, 24 of them in the coca zone, and only grades A, B, C', () => {
  expect(frame.districts.length).toBe(95)
  expect(frame.districts.filter(({ devida }) => devida).length).toBe(24)
  expect(frame.districts.filter(({ grade }) => grade === 'A').length).toBe(40)
  expect(frame.districts.filter(({ grade }) => grade === 'B').length).toBe(18)
  expect(frame.districts.map(({ ubigeo }) => ubigeo)).toEqual(vocabulary.districts.map(({ ubigeo }) => ubigeo))
})

test('every series that is answered exists in the data, and every row of the data gets an answer', () => {
  const names = new Set(pack.observations.map(({ series }) => series))
  for (const name of Object.keys(SERIES)) expect(names.has(name), name).toBe(true)
  const count: Record<string, number> = {}
  for (const { series, place, year, month } of pack.observations) {
    const formula = formulaOf(target(series, place, year, month), pack, frame)
    const status = typeof formula === 'string' ? formula : 'ok'
    count[status] = (count[status] ?? 0) + 1
  }
  expect(count['unknown place'] ?? 0).toBe(0)
  expect(count.ok).toBeGreaterThan(1800)
})

test('places: the valley, districts in all spellings, zones, the country, departments, and what is not known', () => {
  const targets = [
    target('coca_area_devida', 'VRAEM', 2019),
    target('coca_area_district', 'AYACUCHO/LA MAR/AYNA', 2018),
    target('coca_area', 'Ayna, La Mar, Ayacucho', 2018),
    target('coca_area', '050503', 2018),
    target('coca_area_devida', 'San Gaban', 2020),
    target('coca_area_devida', 'Peru', 2019),
    target('coca_area_devida', 'Puno (department)', 2020),
    target('coca_area_devida', 'Ayacucho (department)', 2020),
    target('coca_area_devida', 'Atlantis', 2019),
    target('airstrips_destroyed', 'VRAEM', 2019),
  ]
  const found = known(targets, area)
  expect(found.map(({ status }) => status)).toEqual([...Array(8).fill('ok'), 'unknown place', 'not modelled'])
  const median = (k: number) => found[k]?.quantiles?.p50 ?? Number.NaN
  expect(Math.abs(Math.log(median(0) / 30000))).toBeLessThan(0.12)
  expect(median(1) / 500).toBeGreaterThan(0.9)
  expect(median(1) / 500).toBeLessThan(1.1)
  expect(median(4) / 1000).toBeGreaterThan(0.9)
  expect(median(5) / 43000).toBeGreaterThan(0.95)
  expect(median(6) / 2000).toBeGreaterThan(0.9)
  const ayacucho = frame.districts.filter((d) => d.devida && d.department === 'Ayacucho').length
  expect(median(7) / (500 * ayacucho)).toBeGreaterThan(0.9)
})

test('a coarser or younger place has a wider band', () => {
  const [zone, near, single] = known(
    [
      target('coca_area_devida', 'San Gaban', 2019),
      target('coca_area_devida', 'Alto Huallaga', 2019),
      target('coca_area', '050503', 2018),
    ],
    area,
    600,
  )
  const width = (k?: { quantiles?: { p05: number; p95: number } }) =>
    Math.log((k?.quantiles?.p95 ?? 1) / (k?.quantiles?.p05 ?? 1))
  expect(width(near)).toBeGreaterThan(1.5 * width(zone))
  expect(width(single)).toBeGreaterThan(width(zone))
})

test('money: soles and dollars of the day, by kilo and by arroba', () => {
  const found = known(
    [
      target('leaf_price_farmgate_pen', 'VRAEM', 2020, 4),
      target('leaf_price_farmgate', 'VRAEM', 2011),
      target('leaf_price_farmgate_arroba', 'VRAEM', 2017, 5),
    ],
    () => 10,
  )
  const spread = 0.02
  expect((found[0]?.quantiles?.p50 ?? 0) / (10 * 0.5)).toBeGreaterThan(1 - spread)
  expect((found[0]?.quantiles?.p50 ?? 0) / (10 * 0.5)).toBeLessThan(1 + spread)
  expect((found[1]?.quantiles?.p50 ?? 0) / ((10 * 0.5) / 4)).toBeCloseTo(1, 1)
  expect((found[2]?.quantiles?.p50 ?? 0) / (10 * 0.5 * 11.5)).toBeCloseTo(1, 1)
})

test('attacks, control and forces are answered for the valley and the year only', () => {
  const answers = [
    target('terrorist_acts', 'Peru (almost all VRAEM)', 2013),
    target('terrorist_acts', 'VRAEM', 2022, 5),
    target('terrorist_acts', 'Vizcatán del Ene, Satipo, Junín', 2022),
    target('sl_vraem_armed', 'VRAEM', 2023),
    target('sl_vraem_armed', 'Satipo', 2023),
    target('incident_deaths_total', 'Vizcatán del Ene, Satipo, Junín', 2021, 5),
    target('military_bases', 'VRAEM', 2021),
  ].map((t) => formulaOf(t, pack, frame))
  expect(answers.map((a) => (typeof a === 'string' ? a : 'ok'))).toEqual([
    'ok',
    'not modelled',
    'not modelled',
    'ok',
    'not modelled',
    'not modelled',
    'not modelled',
  ])
})

test('department shares do not give away more than a zone has', () => {
  const sums: Record<string, number> = {}
  for (const shares of Object.values(DEPARTMENTS))
    for (const [zone, share] of Object.entries(shares)) sums[zone] = (sums[zone] ?? 0) + share
  for (const [zone, sum] of Object.entries(sums)) {
    expect(zones, zone).toContain(zone)
    expect(sum, zone).toBeLessThanOrEqual(1.05)
    expect(sum, zone).toBeGreaterThanOrEqual(0.9)
  }
})

test('a targets file: extra columns travel, quotes survive, rows keep their order', () => {
  const text =
    'id,series,place,year,month,note\n1,coca_area,"Ayna, La Mar, Ayacucho",2019,,"a, b"\n2,nonsense,VRAEM,2019,,\n'
  const { file, problems } = readTargets(text, 't.csv')
  expect(problems).toEqual([])
  const out = writePredictions(file, known([...file.targets], area))
    .trimEnd()
    .split('\n')
  expect(out[0]).toBe('id,series,place,year,month,note,p05,p25,p50,p75,p95,mean,status')
  expect(out[1]).toMatch(/^1,coca_area,"Ayna, La Mar, Ayacucho",2019,,"a, b",\d.*,ok$/)
  expect(out[2]).toBe('2,nonsense,VRAEM,2019,,,,,,,,,not modelled')
})

test('a targets file with faults tells all of them', () => {
  expect(readTargets('serie,place,year\n', 't.csv').problems.map(({ todo }) => todo)).toEqual([
    'rename "serie" if it is meant',
  ])
  const { problems } = readTargets('series,place,year,month\ncoca_area,VRAEM,two,\n,VRAEM,2019,13\na,b\n', 't.csv')
  expect(problems.map(({ line, field }) => `${line} ${field ?? ''}`)).toEqual(['2 year', '3 month', '3 series', '4 '])
})
