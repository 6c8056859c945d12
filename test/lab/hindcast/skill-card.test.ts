import { describe, expect, test, vi } from 'vitest'
import { setOf } from '../../../src/lab/hindcast/sets.ts'
import { STACK, skillCard } from '../../../src/lab/hindcast/skill-card.ts'
import { stackWeights } from '../../../src/lab/hindcast/stacking.ts'
import { skillRows, verdictOf } from '../../../src/lab/hindcast/verdict.ts'
import { lookOf } from '../../../src/lab/score/looks.ts'
import { DISTRICT_NAMES, madeUpHindcast, madeUpOrigin, madeUpPack, point } from './fake.ts'

vi.setConfig({ testTimeout: 240_000 })

const pack = madeUpPack()
const sets = ['rolling', 'holdout', 'without-2015-16', 'space'] as const
const hindcasts = sets.map((name) => {
  const set = setOf(name, DISTRICT_NAMES)
  return madeUpHindcast(
    name,
    set.origins.map((origin) => madeUpOrigin(origin)),
  )
})
const date = '2026-11-22T00:00:00Z'
const { card, remarks } = skillCard(pack, hindcasts, { date })

describe('the card', () => {
  test('scores the model, its arms, the stack and the naive rules on the same forecasts', () => {
    const of = (rule: string) =>
      card.rows.find((row) => row.set === 'rolling' && row.place === 'VRAEM' && row.rule === rule && row.lead === null)
    for (const rule of ['model', 'model told', 'arm frontier=none', 'stack', 'last value', 'drift long', 'damped'])
      expect(of(rule), rule).toMatchObject({ series: 'coca_area' })
    expect(of('model')?.crps).toBeLessThan(of('last value')?.crps as number)
    expect(of('model')).toMatchObject({ from: 2011, to: 2018 })
    expect(card.rules.find(({ id }) => id === 'arm frontier=none')?.kind).toBe('arm')
  })
  test('keeps the hold-out closed until it is opened: no figure after 2018 is in it', () => {
    expect(card.sets.map(({ id }) => id)).not.toContain('holdout')
    expect(Math.max(...card.rows.map(({ to }) => to))).toBe(2018)
    // other figures after 2018 change nothing
    const other = madeUpPack(2018, [point('coca_area_devida', 'VRAEM', 2021, 1)])
    expect(skillCard(other, hindcasts, { date }).card).toEqual(card)
    const opened = skillCard(pack, hindcasts, { date, opened: true, look: true }).card
    const row = opened.rows.find(({ set, rule, lead }) => set === 'holdout' && rule === 'model' && lead === null)
    expect(row).toMatchObject({ n: 6, from: 2019, to: 2024 })
    for (const rule of ['published drift since 2014', 'published drift since 2015', 'published last value', STACK.id])
      expect(
        opened.rows.some((one) => one.set === 'holdout' && one.rule === rule),
        rule,
      ).toBe(true)
  })
  test('holds a gap against the line between its neighbours, and districts against the others', () => {
    const rules = (set: string) => new Set(card.rows.filter((row) => row.set === set).map(({ rule }) => rule))
    expect(rules('without-2015-16')).toContain('between neighbours')
    expect(rules('without-2015-16')).toContain('model')
    expect(rules('space')).toEqual(new Set(['model', 'other districts']))
    expect(card.rows.find(({ set }) => set === 'space')).toMatchObject({ place: 'districts', from: 2014, to: 2018 })
  })
  test('judges districts together', () => {
    const row = card.rows.find(({ set, rule }) => set === 'rolling-districts' && rule === 'model')
    expect(row).toMatchObject({ place: 'districts', series: 'coca_area', from: 2012 })
  })
  test('says what cannot be scored, and why', () => {
    expect(card.unscored?.map(({ outcome }) => outcome)).toEqual(['seized'])
    const rows = skillRows(card, [])
    expect(rows.at(-1)).toMatchObject({ outcome: 'seized', badge: 'not scored' })
    expect(rows.find((row) => 'set' in row && row.rule === 'model' && row.set === 'rolling')).toMatchObject({
      outcome: 'coca_area',
      baselines: { 'last value': expect.any(Number), 'drift long': expect.any(Number) },
    })
  })
  test('says when a hindcast knew more than its origin', () => {
    const [rolling, ...rest] = hindcasts as [(typeof hindcasts)[number]]
    const origins = rolling.origins.map((one) => ({ ...one, information: { until: one.origin + 1 } }))
    expect(() => skillCard(pack, [{ ...rolling, origins }, ...rest], { date })).toThrow(/used figures of 2011/)
  })
  test('no remark on sound figures, one on each other', () => {
    expect(remarks).toEqual([])
    const bad = madeUpPack(2018, [
      point('sl_vraem_armed', 'VRAEM', 2012, 400, 'persons', 7),
      point('sl_vraem_armed', 'VRAEM', 2012, 200, 'persons', 8),
      point('sl_vraem_armed', 'VRAEM', 2015, 0, 'persons', 9),
      point('sl_vraem_armed', 'VRAEM', 2016, 105, 'persons', 10),
      point('leaf_production_potential', 'VRAEM', 2013, 50_000, 't/yr sun-dried', 11),
    ])
    const asked = (series: string, year: number) => ({ series, place: 'VRAEM', unit: '', year, values: [1, 2, 3] })
    const [rolling, ...rest] = hindcasts as [(typeof hindcasts)[number]]
    const origins = rolling.origins.map((one) => ({
      ...one,
      forecasts: [...one.forecasts, asked('sl_vraem_armed', 2016), asked('leaf_production_potential', 2013)],
    }))
    const said = skillCard(bad, [{ ...rolling, origins }, ...rest], { date }).remarks
    expect(said.map(({ code, line }) => [code, line])).toEqual([
      ['zero', 9],
      ['contradiction', 7],
      ['missing-years', 7],
      ['one-point', 11],
    ])
    for (const one of said) expect(one.todo).toMatch(/^nothing: /)
  })
})

describe('the badge of a chart', () => {
  test('comes from the rolling origin until the first look, then from that look', () => {
    const before = verdictOf(card, [], 'coca_area')
    expect(before).toMatchObject({ set: 'rolling' })
    expect(verdictOf(card, [], 'coca_area', '050408')).toMatchObject({ set: 'rolling-districts', years: 7 })
    expect(verdictOf(card, [], 'coca_area_reported')).toEqual(before)
    const opened = skillCard(pack, hindcasts, { date, opened: true, look: true }).card
    const looks = lookOf(opened, 'abc', ['holdout']).map((row) => ({ look: 1, ...row }))
    expect(verdictOf(card, looks, 'coca_area')).toMatchObject({ set: 'holdout', years: 6 })
    const [first] = skillRows(card, looks)
    expect(first).toMatchObject({ set: 'holdout', outcome: 'coca_area', commit: 'abc', look: 1 })
    expect(first).toHaveProperty('baselines.published drift since 2014')
    const later = looks.map((row) => ({ ...row, look: 2, badge: 'has skill', crpss: 1 }))
    expect(verdictOf(card, [...looks, ...later], 'coca_area')).toEqual(verdictOf(card, looks, 'coca_area'))
  })
  test('is none for what nobody scored', () => {
    expect(verdictOf(card, [], 'child_labour')).toEqual({ badge: 'not scored' })
    expect(verdictOf(card, [], 'coca_area', 'Huallaga')).toEqual({ badge: 'not scored' })
  })
})

test('weights of the stack are learnt without a look at the hold-out', () => {
  const weights = stackWeights(pack, hindcasts)
  expect(weights?.stacks.map(({ outcome }) => outcome)).toEqual(['coca_area'])
  const total = weights?.stacks[0]?.members.reduce((sum, { weight }) => sum + weight, 0)
  expect(total).toBeCloseTo(1, 2)
  expect(stackWeights(madeUpPack(2018), hindcasts)).toEqual(weights)
  expect(stackWeights(pack, hindcasts.slice(1))).toBeUndefined()
})

test('a registered forecast is scored by what has come, and no more', () => {
  const years = [2019, 2020, 2021, 2022, 2023, 2024]
  const origin = madeUpOrigin({ origin: 2018, information: { until: 2018 }, years })
  const registered = [madeUpHindcast('registered', [origin])]
  const of = (until: number) => skillCard(madeUpPack(until), [], { date, opened: true, registered }).card
  expect(of(2018).rows).toEqual([])
  const row = of(2021).rows.find(({ rule, lead, place }) => rule === 'model' && lead === null && place === 'VRAEM')
  expect(row).toMatchObject({ set: 'registered', n: 3, from: 2019, to: 2021 })
})
