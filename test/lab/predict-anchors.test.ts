import { expect, test } from 'vitest'
import { known as cut } from '../../src/lab/calibrate/information.ts'
import { anchorOf } from '../../src/lab/predict/anchor.ts'
import { after, driftOfArea } from '../../src/lab/predict/drift.ts'
import { formulaOf } from '../../src/lab/predict/formula.ts'
import { SERIES } from '../../src/lab/predict/series.ts'
import { area, frame, known, median, pack, target } from './known.ts'

const pack2016 = cut(pack, { until: 2016 })
const ayna = '050503'
/** Hectares of Ayna in 2016 (series/coca_area_subregional.csv). */
const LAST = 287

test('a package that ends at an origin starts forecasts from its last figure, whatever comes later in the data', () => {
  const asked = [target('coca_area_district', ayna, 2017), target('coca_area_district', ayna, 2018)]
  const anchors = asked.map((one) => anchorOf(one, SERIES.coca_area_district as never, pack2016))
  expect(anchors.map((one) => [one?.observed, one?.since, one?.of])).toEqual([
    [LAST, 1, 'itself'],
    [LAST, 2, 'itself'],
  ])
  expect(asked.map((one) => anchorOf(one, SERIES.coca_area_district as never, pack))).toEqual([undefined, undefined])
  const [cutAt2016, alone] = [
    known(asked, area, 400, { pack: pack2016 }),
    known(asked, area, 400, { pack: pack2016, start: 'model' }),
  ]
  expect(median(cutAt2016[0]) / LAST).toBeCloseTo(1, 1)
  expect(median(alone[0]) / 500).toBeCloseTo(1, 0)
  expect(median(alone[0])).toBeGreaterThan(400)
})

test('a series that was not there yet at the origin is answered in the unit of one that tells the same', () => {
  const early = cut(pack, { until: 2013 })
  expect(early.observations.some(({ series }) => series === 'coca_area_devida')).toBe(false)
  const formula = formulaOf(target('coca_area_devida', 'VRAEM', 2015), early, frame)
  expect(typeof formula === 'string' ? formula : formula.unit).toBe('ha')
})

test('values by draw stand beside the quantiles, in the unit of the series', () => {
  const [one] = known([target('coca_area_devida', 'VRAEM', 2027)], area, 50)
  expect(one?.unit).toBe('ha')
  expect(one?.values).toHaveLength(50)
  expect([...(one?.values ?? [])].sort((a, b) => a - b)[25]).toBeGreaterThan(one?.quantiles?.p05 ?? Number.NaN)
})

test('a district grows mostly with the valley', () => {
  const grows = (ofDistrict: number, ofValley: number) =>
    known(
      [target('coca_area_district', ayna, 2017)],
      (_, place, time) => {
        const base = place === 'VRAEM' ? 20000 : 500
        return time === 2017 ? base * (place === 'VRAEM' ? ofValley : ofDistrict) : base
      },
      600,
      { pack: pack2016 },
    )[0]
  const still = median(grows(1, 1))
  expect(Math.log(median(grows(1, 1.5)) / still) / Math.log(1.5)).toBeCloseTo(0.7, 1)
  expect(Math.log(median(grows(1.5, 1)) / still) / Math.log(1.5)).toBeCloseTo(0.3, 1)
})

test('bands widen with the distance from the last figure, and are wider for smaller places', () => {
  const width = (k?: { quantiles?: { p05: number; p95: number } }) =>
    Math.log(((k?.quantiles?.p95 ?? 0) + 2) / ((k?.quantiles?.p05 ?? 0) + 2))
  const years = known(
    [2025, 2027, 2030].map((year) => target('coca_area_devida', 'VRAEM', year)),
    area,
    600,
  )
  const [next, third, sixth] = years.map(width) as [number, number, number]
  expect(next).toBeGreaterThan(0.1)
  expect(third).toBeGreaterThan(1.4 * next)
  expect(sixth).toBeGreaterThan(1.2 * third)
  const [large, small, none] = known(
    ['050408', '050505', '050402'].map((place) => target('coca_area_district', place, 2019)),
    area,
    600,
  ).map(width) as [number, number, number]
  expect(small).toBeGreaterThan(2 * large)
  expect(none).toBeGreaterThan(small)
})

test('drift: square root of time for the valley, fading for places that jump, less where more is grown', () => {
  expect(after(4, 1)).toBeCloseTo(2, 12)
  expect(after(2, 0.5)).toBeCloseTo(Math.sqrt(1.25), 12)
  const terms = (place: string) => [{ outcome: 'coca_area', place, share: 1 }]
  expect(driftOfArea(terms('VRAEM'), 24000, 4)).toBeCloseTo(2 * driftOfArea(terms('VRAEM'), 24000, 1), 12)
  expect(driftOfArea(terms(ayna), 3000, 1)).toBeLessThan(driftOfArea(terms(ayna), 30, 1) / 4)
  expect(driftOfArea(terms('Huallaga'), 400, 12)).toBeLessThan(1.2)
})

test('what a price missed fades; what an area missed stays', () => {
  const rows = [2025, 2030].map((year) => target('leaf_price_farmgate', 'Peru', year))
  const anchors = rows.map((row) => anchorOf(row, SERIES.leaf_price_farmgate as never, pack))
  expect(anchors[0]?.of).toBe('itself')
  const formula = formulaOf(rows[0] as never, pack, frame)
  expect(typeof formula === 'string' ? formula : formula.unit).toBe('US$/kg')
  const market = (outcome: string) => ({ leaf_price: 8, leaf_price_outside: 2, leaf_output: 20000 })[outcome] ?? 1000
  const [soon, late] = known(rows, market, 400)
  const [alone] = known(rows, market, 400, { start: 'model' })
  const miss = (k: typeof soon) => Math.abs(Math.log(median(k) / median(alone)))
  expect(miss(late)).toBeLessThan(0.5 * miss(soon) + 0.05)
})
