import { describe, expect, test } from 'vitest'
import type { Point } from '../../../src/evidence/series.ts'
import { FIGURES, type FigureRule, figuresOf } from '../../../src/lab/calibrate/figures.ts'
import {
  barred,
  CONTAMINATED,
  CUT,
  fittedPatterns,
  known,
  withFlatPriors,
} from '../../../src/lab/calibrate/information.ts'
import { randomEffect } from '../../../src/lab/calibrate/random-effect.ts'
import { targetsOf } from '../../../src/lab/calibrate/targets.ts'
import { readPatterns } from '../../../src/lab/patterns/read.ts'
import { yearsOf } from '../../../src/lab/patterns/schema.ts'
import { formulaOf } from '../../../src/lab/predict/formula.ts'
import { frame, pack } from '../known.ts'
import { districts, textsIn } from '../shipped.ts'

const { patterns } = readPatterns(textsIn('checks', '.yaml'))
const coca = districts.filter(({ devida }) => devida).map(({ ubigeo }) => ubigeo)
const list = targetsOf(pack, patterns, { until: CUT }, coca)

describe('targets of the shipped data', () => {
  test('are there, each once, with an error, and without faults', () => {
    expect(list.problems).toEqual([])
    expect(new Set(list.targets.map(({ id }) => id)).size).toBe(list.targets.length)
    for (const target of list.targets) {
      expect(Number.isFinite(target.value)).toBe(true)
      expect(target.sd).toBeGreaterThan(0)
      expect(target.sd).toBeCloseTo(Math.hypot(target.observation, target.discrepancy))
    }
    const of = (id: string) => list.targets.find((target) => target.id === id)
    expect(Math.exp(of('coca area 2014')?.value ?? 0)).toBeCloseTo(18845)
    expect(of('coca area 2014')?.discrepancy).toBe(0.08)
    expect(Math.exp(of('coca area 2017')?.value ?? 0)).toBeCloseTo(21685)
    // only the pattern tells of 2000; the years that series tell of are not taken twice
    expect(
      list.targets.filter(({ id }) => id.startsWith('pattern 1a')).map(({ value }) => Math.exp(value)),
    ).toHaveLength(1)
    expect(of('growth of coca area 2015–2018')?.value).toBeCloseTo(Math.log(24111 / 18333))
    expect(of('growth of coca area 2010–2015')?.value).toBeLessThan(0)
    expect(list.targets.filter(({ district }) => district).length).toBeGreaterThan(40)
  })

  test('know nothing later than 2018, by construction', () => {
    expect(Math.max(...list.pack.observations.map(({ year }) => year))).toBe(2018)
    for (const { asked } of list.targets) {
      const years =
        asked.kind === 'statistic'
          ? yearsOf(asked.test)
          : asked.kind === 'growth'
            ? [asked.from.year, asked.to.year]
            : [asked.row.year]
      expect(Math.max(...years)).toBeLessThanOrEqual(2018)
    }
    const altered = {
      ...pack,
      observations: pack.observations.map((point) =>
        point.year > 2018 && point.value !== undefined ? { ...point, value: 1 } : point,
      ),
    }
    expect(targetsOf(altered, patterns, { until: CUT }, coca).targets).toEqual(list.targets)
    const early = targetsOf(pack, patterns, { until: 2012 }, coca)
    expect(early.targets.some(({ id }) => /201[3-9]/.test(id))).toBe(false)
    expect(early.targets.some(({ district }) => district)).toBe(false)
  })

  test('the model can be asked for every figure', () => {
    for (const { asked, id } of list.targets) {
      const rows = asked.kind === 'figure' ? [asked.row] : asked.kind === 'growth' ? [asked.from, asked.to] : []
      for (const row of rows) expect([id, typeof formulaOf(row, list.pack, frame)]).toEqual([id, 'object'])
    }
  })

  test('leave out input echoes and what is blind, and say so', () => {
    expect(list.leftOut).toContainEqual({ what: 'modal_share_air VRAEM 2014', why: 'input echo of pattern 32a' })
    expect(barred({ series: 'sl_vraem_armed', year: 2009 }, patterns)).toMatch(/blind/)
    expect(barred({ series: 'coca_area_unodc', year: 2014 }, patterns)).toBeUndefined()
    for (const { role, number } of fittedPatterns(patterns, { until: CUT })) {
      expect(role).toBe('C')
      expect([13, 33, 35]).not.toContain(number)
    }
  })

  test('whole shocks and districts are held out when asked', () => {
    const without = targetsOf(pack, patterns, { until: CUT, without: [2015, 2016], withoutDistricts: ['050503'] }, coca)
    expect(without.targets.some(({ id }) => /2015|2016/.test(id))).toBe(false)
    expect(without.targets.some(({ district }) => district === '050503')).toBe(false)
    expect(list.targets.some(({ district }) => district === '050503')).toBe(true)
    expect(known(pack, { until: CUT, without: [2015] }).observations.some(({ year }) => year === 2015)).toBe(false)
  })

  test('contradictions and missing years are said', () => {
    const said = list.remarks.map(({ code, field }) => `${code} ${field}`)
    expect(said).toContain('missing-years coca area')
    expect(said.some((text) => text.startsWith('contradiction'))).toBe(true)
  })

  test('too few figures are a problem with what to do', () => {
    const { problems } = targetsOf(pack, patterns, { until: 2004 }, coca)
    expect(problems[0]?.code).toBe('too-few')
  })
})

test('contaminated parameters exist and become flat over their whole range', () => {
  const flat = withFlatPriors(pack.parameters)
  for (const name of CONTAMINATED) {
    const parameter = flat.find((one) => one.name === name)
    expect([name, parameter?.distribution]).toEqual([name, 'uniform'])
  }
  expect(flat.filter(({ distribution }, k) => distribution !== pack.parameters[k]?.distribution).length).toBe(
    CONTAMINATED.length,
  )
})

describe('figures from rows', () => {
  const rule = { ...(FIGURES[0] as FigureRule), id: 'x' }
  const row = (year: number, value: number | undefined, more: Partial<Point> = {}): Point => ({
    series: 'coca_area',
    place: 'VRAEM',
    year,
    ...(value === undefined ? {} : { value }),
    unit: 'ha',
    source: 's',
    url: '',
    confidence: 'medium',
    note: '',
    file: 'f.csv',
    line: year,
    ...more,
  })

  test('sources that repeat a figure are one; sources that contradict each other widen its error', () => {
    const { figures, remarks } = figuresOf(rule, [
      row(2010, 100),
      row(2010, 100),
      row(2011, 100),
      row(2011, 150, { confidence: 'high' }),
    ])
    expect(figures.map(({ sources }) => sources)).toEqual([1, 2])
    expect(figures[0]?.error).toBe(0.05)
    expect(figures[1]?.error).toBeGreaterThan(0.2)
    expect(Math.exp(figures[1]?.value ?? 0)).toBeGreaterThan(125)
    expect(remarks.map(({ code }) => code)).toEqual(['contradiction'])
  })

  test('agreeing sources never make a figure surer than the surest', () => {
    const { figures } = figuresOf(rule, [row(2010, 100), row(2010, 101)])
    expect(figures[0]?.error).toBeCloseTo(0.05)
  })

  test('months side by side that cannot both be right are both widened', () => {
    const price = { ...rule, growth: [] }
    const { figures, remarks } = figuresOf(price, [
      row(2012, 120, { month: 4 }),
      row(2012, 35, { month: 5 }),
      row(2012, 36, { month: 12 }),
    ])
    expect(figures.map(({ error }) => error > 0.5)).toEqual([true, true, false])
    expect(remarks.map(({ code }) => code)).toEqual(['contradiction'])
  })

  test('zeros are left out, ranges widen, rows without a figure are passed over, one figure is said', () => {
    const zero = figuresOf(rule, [row(2010, 0), row(2011, undefined), row(2012, undefined, { low: 90, high: 110 })])
    expect(zero.remarks.map(({ code }) => code)).toEqual(['zero', 'one-point'])
    expect(zero.figures).toHaveLength(1)
    expect(Math.exp(zero.figures[0]?.value ?? 0)).toBeCloseTo(100)
    expect(zero.figures[0]?.error).toBeCloseTo(Math.hypot(0.05, 0.1))
  })
})

test('the random effect finds the spread that errors do not explain', () => {
  const z = [-1.5, -1, -0.7, -0.4, -0.1, 0.1, 0.4, 0.7, 1, 1.5]
  const found = randomEffect(
    z.map((v) => 0.3 + v),
    z.map(() => 0.2),
  )
  const sample = z.reduce((sum, v) => sum + v * v, 0) / 9
  expect(found.sd).toBeCloseTo(Math.sqrt(sample - 0.04), 2)
  expect(found.shift).toBeCloseTo(0.3)
  expect(
    randomEffect(
      z.map((v) => 0.05 * v),
      z.map(() => 0.2),
    ).sd,
  ).toBe(0)
})
