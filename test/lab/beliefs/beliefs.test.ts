import { describe, expect, test } from 'vitest'
import type { Parameter } from '../../../src/evidence/parameters.ts'
import { type Asked, wishesOf } from '../../../src/lab/beliefs/asked.ts'
import { apart, apartInPairs } from '../../../src/lab/beliefs/chance.ts'
import { effectiveOf, insideOf, isReachable, LEAST, restrict } from '../../../src/lab/beliefs/restrict.ts'
import { type DrawList, drawValues, givenAt, priorDraws } from '../../../src/lab/draws.ts'

const made = (name: string, low: number, high: number): Parameter => ({
  ...{ subsystem: '', unit: '1', source: '', url: '', confidence: '', note: '', claims: [], line: 1 },
  ...{ name, low, central: (low + high) / 2, high, distribution: 'uniform' as const },
})
const parameters = [made('reach', 0, 10), made('pull', -1, 1)]
const switches = {
  spill: { options: ['moves', 'deters'], default: 'moves' },
  kept: { options: ['fixed', 'other'], default: 'fixed', asked: true },
}
const of = { parameters, switches }
const believe = (contradiction: string, standsFor?: Asked['standsFor']): Asked => ({
  contradiction,
  side: 'a',
  standsFor,
})
const range = (target: string, low: number, high: number) => ({ kind: 'parameter', target, low, high }) as const
const option = (target: string, chosen: string) => ({ kind: 'switch', target, option: chosen }) as const
const valuesOf = (list: DrawList, place: number) =>
  drawValues(list.indices[place] as number, list.seed, parameters, switches, {}, givenAt(list, place))

/** Two hundred draws of which only `reach` was fitted. */
const fitted: DrawList = {
  ...priorDraws(7, 200),
  kind: 'posterior',
  fitted: {
    unknowns: ['reach'],
    shocks: ['mood 2005'],
    flat: [],
    rows: Array.from({ length: 200 }, (_, k) => [(k + 0.5) / 400, k]),
    weights: Array.from({ length: 200 }, () => 1 / 200),
  },
}

describe('what believed sides ask', () => {
  test('ranges are cut to what they share; two that share nothing, and two options, conflict', () => {
    const { wishes, conflicts, untested } = wishesOf([
      believe('K1', range('reach', 0, 4)),
      believe('K2', range('reach', 3, 9)),
      believe('K3', range('pull', -1, -0.5)),
      believe('K4', range('pull', 0.5, 1)),
      believe('K5', option('spill', 'moves')),
      believe('K6', option('spill', 'deters')),
      believe('K7'),
      believe('K8', { kind: 'mechanism', target: 'trust' }),
    ])
    expect(wishes).toMatchObject([{ target: 'reach', low: 3, high: 4 }])
    expect(conflicts.map(({ target, by }) => [target, by.map(({ contradiction }) => contradiction)])).toEqual([
      ['pull', ['K3', 'K4']],
      ['spill', ['K5', 'K6']],
    ])
    expect(untested.map(({ contradiction }) => contradiction)).toEqual(['K7', 'K8'])
  })

  test('what the model cannot be is told apart', () => {
    const { wishes } = wishesOf([
      believe('K1', range('reach', 11, 12)),
      believe('K2', option('spill', 'nothing')),
      believe('K3', range('pull', 0.5, 3)),
    ])
    expect(wishes.map((wish) => isReachable(wish, of))).toEqual([false, false, true])
  })
})

describe('draws that keep to it', () => {
  test('enough inside: they stay bit by bit, none is moved', () => {
    const { wishes } = wishesOf([believe('K1', range('reach', 0, 2.5))])
    const inside = insideOf(fitted, wishes, of)
    expect(inside).toHaveLength(100)
    const found = restrict(fitted, wishes, of, 64)
    expect(found).toMatchObject({ inside: 100, of: 200, moved: 0, fixed: {} })
    expect(found.effective).toBeCloseTo(100, 9)
    expect(found.draws.indices).toEqual(inside.slice(0, 64).map((place) => fitted.indices[place]))
    for (let k = 0; k < 64; k++) expect(valuesOf(found.draws, k)).toEqual(valuesOf(fitted, inside[k] as number))
    expect(found.draws.fitted?.weights.reduce((a, b) => a + b)).toBeCloseTo(1, 9)
  })

  test('too few inside: others are moved within the side, in their order, and nothing else of them changes', () => {
    const { wishes } = wishesOf([believe('K1', range('reach', 4.8, 8)), believe('K2', option('spill', 'deters'))])
    const found = restrict(fitted, wishes, of, 64)
    expect(found.inside).toBeLessThan(LEAST)
    expect(found.draws.indices).toEqual(fitted.indices.slice(0, 64))
    const still = insideOf(fitted, wishes, of).filter((place) => place < 64)
    expect(found.moved).toBe(64 - still.length)
    const reach: number[] = []
    for (let k = 0; k < 64; k++) {
      const values = valuesOf(found.draws, k)
      const before = valuesOf(fitted, fitted.indices.indexOf(found.draws.indices[k] as number))
      expect(values.reach).toBeGreaterThanOrEqual(4.8 - 1e-9)
      expect(values.reach).toBeLessThanOrEqual(8 + 1e-9)
      expect(values.switch_spill).toBe(1)
      expect(values.pull).toBe(before.pull)
      expect(givenAt(found.draws, k)?.shocks['mood 2005']).toBe(found.draws.indices[k])
      if (still.includes(k)) expect(values).toEqual(before)
      else reach.push(values.reach ?? 0)
    }
    expect(reach.length).toBeGreaterThan(20)
    expect([...reach].sort((a, b) => a - b)).toEqual(reach)
  })

  test('a list without a posterior takes the same way', () => {
    const list = priorDraws(3, 80)
    const { wishes } = wishesOf([believe('K1', range('pull', 0.9, 1))])
    const found = restrict(list, wishes, of, 50)
    expect(found.draws.indices).toHaveLength(50)
    for (let k = 0; k < 50; k++) expect(valuesOf(found.draws, k).pull).toBeGreaterThanOrEqual(0.9 - 1e-9)
    expect(valuesOf(found.draws, 49).reach).toBe(
      valuesOf(list, list.indices.indexOf(found.draws.indices[49] as number)).reach,
    )
  })

  test('a switch that draws do not take is fixed for the run', () => {
    const { wishes } = wishesOf([believe('K1', option('kept', 'other'))])
    const found = restrict(fitted, wishes, of, 10)
    expect(found).toMatchObject({ fixed: { kept: 'other' }, inside: 0, moved: 10 })
    expect(restrict(fitted, wishesOf([believe('K1', option('kept', 'fixed'))]).wishes, of, 10)).toMatchObject({
      inside: 200,
      moved: 0,
    })
  })

  test('weights count: a heavy draw is worth less than many', () => {
    const heavy = { ...fitted, fitted: { ...(fitted.fitted as object), weights: [0.9, 0.1] } } as unknown as DrawList
    expect(effectiveOf(heavy, [0, 1])).toBeCloseTo(1 / (0.81 + 0.01), 9)
  })
})

describe('moved by more than chance', () => {
  const around = (middle: number, n: number, wide = 1) =>
    Float64Array.from({ length: n }, (_, k) => middle + wide * Math.sin(k * 12.9898) * ((k % 7) + 1))

  test('two halves of one set are not apart, nor is a small shift of few draws; a clear one is', () => {
    const all = around(0, 128)
    expect(
      apart(
        all.filter((_, k) => k % 2 === 0),
        all.filter((_, k) => k % 2 === 1),
      ),
    ).toBe(false)
    expect(apart(around(10, 32), around(10.4, 32))).toBe(false)
    expect(apart(around(10, 32), around(14, 32))).toBe(true)
    expect(apart(around(10, 400), around(11.5, 400))).toBe(true)
  })

  test('a sign that most draws change is a move, whatever the size', () => {
    const draws = (up: number) => Float64Array.from({ length: 64 }, (_, k) => (k < up ? 1e-6 : -1e-6))
    expect(apart(draws(20), draws(50))).toBe(true)
    expect(apart(draws(30), draws(34))).toBe(false)
    expect(apart(new Float64Array(40), new Float64Array(40))).toBe(false)
  })

  test('in pairs, a small shift that all draws take is a move, and one that half of them take is not', () => {
    const before = around(10, 32)
    expect(
      apartInPairs(
        before,
        before.map((value) => value + 0.01),
      ),
    ).toBe(true)
    expect(
      apartInPairs(
        before,
        before.map((value, k) => value + (k % 2 === 0 ? 1 : -1)),
      ),
    ).toBe(false)
    expect(apartInPairs(before, before)).toBe(false)
  })
})
