import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/browser/esm/sync'
import { describe, expect, test } from 'vitest'
import { unitInWords } from '../../src/evidence/ledger/unit-words.ts'
import { mapFrames } from '../../src/page/chart/frames.ts'
import { quantityPlot } from '../../src/page/chart/quantity-plot.ts'
import { fileName } from '../../src/page/chart/save.ts'
import { csvOf } from '../../src/page/chart/table.ts'
import type { Bracket, Mark } from '../../src/page/ledger/quantity-sheet.ts'
import { MINI, miniFan } from '../../src/page/map/mini-fan.ts'
import { peopleFirst } from '../../src/page/map/order.ts'
import { densityPicture } from '../../src/page/works/density.ts'
import { standingOf } from '../../src/page/works/standing.ts'
import { marginFor } from '../../src/report/chart/band.ts'
import { differenceChart, differenceReadings } from '../../src/report/chart/difference.ts'
import { fanChart } from '../../src/report/chart/fan.ts'
import { slotsOf } from '../../src/report/chart/slots.ts'
import { compared } from '../../src/report/compared.ts'
import { root } from '../house/tree.ts'
import { comparison } from '../report/fixture.ts'

const words = (text: string) => ({ es: text, en: text })
function mark(id: string, year: number, low: number, high = low, origin = 'a'): Mark {
  return {
    ...{ id, from: year, to: year + 1, low, high, value: (low + high) / 2, origin, series: '', kind: 'quantity' },
    ...{ said: words(id), figure: words(''), period: words(''), place: words(''), by: origin, source: '', subject: '' },
    ...{ sourceKind: 'press', contested: 0, shown: words(''), how: words('') },
  }
}
const bracket = (id: string, at: number): Bracket => ({
  ...{ id, at, title: words(id), reason: 'territory', status: 'open' },
  ...{ low: 10, high: 40, claims: [] },
})

describe('the chart of a quantity', () => {
  const marks = [mark('C1', 2000, 10), mark('C2', 2010, 20, 40), mark('C3', 2020, 50, 50, 'b')]

  test.each([320, 390, 1200])('keeps every mark inside a room of %i', (width) => {
    const plot = quantityPlot(marks, [bracket('K1', 2005)], width, () => 'territorios distintos')
    for (const { x, y } of plot.glyphs) {
      expect(x).toBeGreaterThanOrEqual(plot.left)
      expect(x).toBeLessThanOrEqual(plot.right)
      expect(y).toBeGreaterThanOrEqual(plot.top - 0.01)
      expect(y).toBeLessThanOrEqual(plot.bottom + 0.01)
    }
    expect(plot.glyphs[1]?.range?.[0]).toBeGreaterThan(plot.glyphs[1]?.range?.[1] ?? 0)
  })

  test('labels of brackets never touch', () => {
    const plot = quantityPlot(
      marks,
      [2001, 2002, 2002, 2019, 2020].map((at, k) => bracket(`K${k}`, at)),
      390,
      () => 'x'.repeat(24),
    )
    const rows = new Map<number, [number, number][]>()
    for (const { textX, textY, text, anchor } of plot.labels) {
      const wide = text.length * 6.6
      const own: [number, number] = anchor === 'start' ? [textX, textX + wide] : [textX - wide, textX]
      for (const [from, to] of rows.get(textY) ?? []) expect(own[0] >= to || own[1] <= from).toBe(true)
      rows.set(textY, [...(rows.get(textY) ?? []), own])
    }
  })

  test('begins at zero, and becomes logarithmic where figures span more than a factor of 30', () => {
    expect(quantityPlot(marks, [], 800, String).values[0]?.value).toBe(0)
    const wide = quantityPlot([mark('C1', 2000, 1), mark('C2', 2001, 500)], [], 800, String)
    expect(wide.logarithmic).toBe(true)
    expect(wide.values.map(({ value }) => value)).toContain(100)
  })

  test('whoever says most has a hue of their own', () => {
    const plot = quantityPlot([...marks, mark('C4', 2021, 5)], [], 800, String)
    expect(plot.voices.map(({ by, hue, count }) => [by, hue, count])).toEqual([
      ['a', 'o1', 3],
      ['b', 'o2', 1],
    ])
  })
})

describe('files', () => {
  test('CSV quotes what it must and opens no formula', () => {
    const text = csvOf({
      columns: ['a', 'b'],
      rows: [
        ['x, "y"', 1.5],
        ['=1+1', Number.NaN],
        ['-5', 'z\nw'],
      ],
    })
    expect(text).toBe('a,b\r\n"x, ""y""",1.5\r\n\'=1+1,\r\n-5,"z\nw"\r\n')
  })

  test('names of files have no accents', () => {
    expect(fileName('Área de coca: todo, VRAEM')).toBe('area-de-coca-todo-vraem')
  })
})

describe('small pictures', () => {
  test('the frames of a map share one ramp and hide what is too small', () => {
    const field = {
      outcome: 'coca_area',
      unit: 'ha',
      years: [2000, 2001],
      values: [
        [0, 3, 900],
        [100, Number.NaN, 1000],
      ],
    }
    const frames = mapFrames({ ...field, difference: false })
    expect(frames.classes[0]).toEqual(['q0', 'none', 'q4'])
    expect(frames.classes[1]?.[1]).toBe('none')
    expect(frames.legend).toHaveLength(6)
    const gaps = mapFrames({
      ...field,
      difference: true,
      values: [[-50, 0, 50]],
      levels: [[900, 900, 2]],
      years: [2000],
    })
    expect(gaps.classes[0]).toEqual(['da', 'dd', 'none'])
  })

  test('a density stays in its box', () => {
    const { curve, bars } = densityPicture([0, 50, 100], [100, 0], 120, 28)
    expect(curve.startsWith('M0 28L')).toBe(true)
    for (const { x, width, y, height } of bars) {
      expect(x + width).toBeLessThanOrEqual(120)
      expect(y + height).toBe(28)
    }
  })

  test('a pattern stands as the run found it', () => {
    expect(['inside', 'outside', 'needs calibration', 'stated by a parameter'].map(standingOf)).toEqual([
      ...['inside', 'outside', 'waiting', 'stated'],
    ])
  })
})

describe('charts over years', () => {
  const one = compared(comparison(1, false))
  const slots = slotsOf(one, undefined)

  test('the room for names is as wide as their longest word, and one or two names carry their last figure', () => {
    const [short, long] = [marginFor([words('Como en 2024')], 2), marginFor([words('Erradicación, 30 000 ha')], 2)]
    expect(short.room).toBeLessThan(long.room)
    expect(marginFor([words('x'.repeat(60))], 4).room).toBeLessThan(125)
    const chart = fanChart(one, 'household_income', slots, [])
    const right = Number(/data-x="[\d.]+ ([\d.]+)/.exec(chart)?.[1])
    expect(right).toBeGreaterThan(290)
    expect(chart).toMatch(/class="end k1"[\s\S]*S\/\u202F\d/)
  })

  test('years that skill was scored by are hatched while held out, and marked at the foot since', () => {
    const seen = compared({ ...comparison(1, false), marks: { until: 2024 } as never })
    expect(fanChart(one, 'coca_area', slots, [])).toContain('class="holdout"')
    expect(fanChart(seen, 'coca_area', slots, [])).toMatch(/class="tested"[^>]*height="7"/)
  })

  test('differences have a crosshair of their own, and are read with their sign', () => {
    const chart = differenceChart(one, 'coca_area', slots)
    expect(chart).toMatch(/tabindex="0" data-x="[\d.]+ [\d.]+ 2025 2035"/)
    const last = differenceReadings(one, 'coca_area')['cacao-first']?.at(-1)
    expect(last?.[0]).toBe(2035)
    expect(last?.[1]).toMatch(/^[+\u2212]/)
  })

  test('a district at the size of a line stays in its box', () => {
    const mini = miniFan(one, 'coca_area')
    const numbers = [mini?.band, ...(mini?.medians.map(({ path }) => path) ?? [])].join(' ').match(/-?[\d.]+ -?[\d.]+/g)
    expect(numbers?.length).toBeGreaterThan(80)
    for (const [x, y] of numbers?.map((pair) => pair.split(' ').map(Number)) ?? []) {
      expect(x).toBeLessThanOrEqual(MINI.width)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(MINI.height)
    }
    expect(peopleFirst(['coca_area', 'made_up', 'poverty_rate'])).toEqual(['poverty_rate', 'coca_area', 'made_up'])
  })

  test('every unit of a parameter is read in Spanish', () => {
    const rows = parse(readFileSync(join(root, 'data', 'parameters.csv'), 'utf8'), { columns: true }) as {
      unit: string
    }[]
    const units = new Set(rows.map(({ unit }) => unit))
    const english = /\b(yr|day|month|person|hour)s?\b/
    expect([...units].filter((unit) => english.test(unitInWords(unit, 'es')))).toEqual([])
  })
})
