import { expect, test } from 'vitest'
import { CUT, known } from '../../../src/lab/calibrate/information.ts'
import { targetsOf } from '../../../src/lab/calibrate/targets.ts'
import { leanAnswer } from '../../../src/lab/lean/answer.ts'
import { leanDrivers } from '../../../src/lab/lean/drivers.ts'
import { runLean } from '../../../src/lab/lean/model.ts'
import { LEAN_NAMES, leanValues } from '../../../src/lab/lean/parameters.ts'
import { readPatterns } from '../../../src/lab/patterns/read.ts'
import { pack } from '../known.ts'
import { textsIn } from '../shipped.ts'

const drivers = leanDrivers(pack)
const middle = leanValues(LEAN_NAMES.map(() => 0.5))
const run = runLean(middle, drivers)

test('gives the numbers of the prototype it was taken from', () => {
  // the prototype with the same structure (no frontier, one type, no liquidity, no labour market) at the middle of its ranges, run once:
  // valley ha, outside ha, USD/kg, national leaf t. Its frontier of 1e9 ha instead of none leaves differences of 1e-6.
  const expected: [month: number, area: number, outside: number, price: number, leaf: number][] = [
    [11, 12623.24, 30859.02, 0.93088, 92951.8],
    [119, 30262.92, 3000, 1.32037, 109763.9],
    [227, 47383.72, 3000, 1.83299, 176907.3],
    [299, 64863.83, 3000, 1.73311, 251130.6],
  ]
  for (const [t, ...numbers] of expected) {
    const found = [run.area[t], run.outside[t], run.price[t], run.leaf[t]].map(Number)
    numbers.forEach((number, k) => {
      expect(Math.abs((found[k] as number) / number - 1)).toBeLessThan(1e-5)
    })
  }
})

test('districts add up to the valley, and no land is negative', () => {
  const total = run.districts[18]?.reduce((a, b) => a + b, 0) as number
  expect(total / (run.area[18 * 12 + 11] as number)).toBeCloseTo(1, 6)
  expect(run.districts.every((year) => year.every((v) => v >= 0))).toBe(true)
  expect(drivers.districts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
})

test('answers areas, prices and districts of the targets', () => {
  const { patterns } = readPatterns(textsIn('checks', '.yaml'))
  const { targets } = targetsOf(
    pack,
    patterns,
    { until: CUT },
    drivers.districts.map(({ ubigeo }) => ubigeo),
  )
  const answered = targets.filter((target) => leanAnswer(target, run, middle, drivers) !== undefined)
  expect(answered.length).toBeGreaterThan(60)
  for (const target of answered) expect(Number.isFinite(leanAnswer(target, run, middle, drivers))).toBe(true)
  const of = (id: string) =>
    leanAnswer(targets.find((target) => target.id === id) as never, run, middle, drivers) as number
  expect(of('growth of coca area 2010–2015')).toBeCloseTo(of('coca area 2015') - of('coca area 2010'), 9)
  // a price in dollars of the day for an arroba is 11.5 times that of a kilo
  expect(Math.exp(of('leaf_price_farmgate_arroba of VRAEM 2016-05 US$/arroba (11.5 kg)'))).toBeCloseTo(
    11.5 * (run.price[196] as number),
    6,
  )
})

test('what drives it until 2018 is the same when later figures are not known', () => {
  const early = leanDrivers(known(pack, { until: CUT }))
  const again = runLean(middle, early)
  // mid-2018 on, lines lean towards the next year
  for (let t = 0; t <= 221; t++) expect(again.area[t]).toBe(run.area[t])
})
