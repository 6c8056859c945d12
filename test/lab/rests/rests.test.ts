import { describe, expect, test } from 'vitest'
import { type DrawList, priorDraws } from '../../../src/lab/draws.ts'
import { identificationIn, knownOf } from '../../../src/lab/rests/known.ts'
import { rankedUnknowns, ranksOf } from '../../../src/lab/rests/ranks.ts'
import { restsOn } from '../../../src/lab/rests/rests.ts'

const N = 200
const names = ['known', 'unknown', ...Array.from({ length: 300 }, (_, k) => `idle ${k}`)]
const parameters = names.map((name) => ({ name }))
const list = priorDraws(7, N)
const unknowns = rankedUnknowns(list, N, parameters, { kind: { options: ['a', 'b', 'c'], default: 'a' } })
const column = (name: string) => unknowns.find((one) => one.name === name)?.ranks as Float64Array
const made = (a: number, b: number, noise: number) =>
  column('known').map(
    (v, k) => a * v + b * (column('unknown')[k] as number) + noise * (column('idle 299')[k] as number),
  )
const others = unknowns.filter(({ name }) => name !== 'idle 299')
const identified = new Set(['known', 'idle 3'])

describe('ranks', () => {
  test('ties share their rank, a constant has none', () => {
    const [a = 0, b = 0, c = 0, d = 0] = ranksOf([5, 1, 5, 9]) ?? []
    expect(a).toBe(c)
    expect(b).toBeLessThan(a)
    expect(d).toBeCloseTo(-b)
    expect(ranksOf([2, 2, 2])).toBeUndefined()
  })

  test('a posterior gives its own quantiles and shocks, a switch its option', () => {
    const fitted: DrawList = {
      ...priorDraws(7, 3),
      kind: 'posterior',
      fitted: {
        unknowns: ['known'],
        shocks: ['mood 2005'],
        flat: [],
        rows: [[0.9, 1], [0.5, 3], [0.1, 2]],
        weights: [1 / 3, 1 / 3, 1 / 3],
      },
    } // biome-ignore format: rows
    const found = rankedUnknowns(fitted, 3, [{ name: 'known' }], {
      asked: { options: ['a', 'b'], default: 'a', asked: true },
    })
    expect(found.map(({ name }) => name)).toEqual(['known', 'mood 2005'])
    expect(Math.sign(found[0]?.ranks[0] ?? 0)).toBe(1)
    expect(Math.sign(found[1]?.ranks[0] ?? 0)).toBe(-1)
    expect(unknowns.some(({ name }) => name === 'switch_kind')).toBe(true)
  })
})

describe('what a difference rests on', () => {
  test('mostly on what the past does not tell: prior-driven, and it is named first', () => {
    const rests = restsOn(made(1, 3, 1), others, identified)
    expect(rests?.basis).toBe('prior-driven')
    expect(rests?.unknowns.map(({ name }) => name)).toEqual(['unknown', 'known'])
    expect(rests?.prior).toBeGreaterThan(0.6)
    expect(rests?.past).toBeLessThan(0.3)
  })

  test('mostly on what the past tells: not marked', () => {
    const rests = restsOn(made(3, 1, 1), others, identified)
    expect(rests?.basis).toBe('informed by the past')
    expect(rests?.unknowns[0]).toMatchObject({ name: 'known', identified: true })
  })

  test('the same difference is prior-driven where the past tells nothing', () => {
    expect(restsOn(made(3, 1, 1), others, new Set())?.basis).toBe('prior-driven')
  })

  test('a falling effect counts as a rising one', () => {
    expect(restsOn(made(1, -3, 1), others, identified)?.basis).toBe('prior-driven')
  })

  test('noise singles out nothing: what it rests on is not told', () => {
    const noise = made(0, 0, 1)
    expect(restsOn(noise, others, identified)).toMatchObject({ basis: 'not told', unknowns: [], past: 0, prior: 0 })
  })

  test('then unknowns directly behind the levers decide, where the past tells none of them', () => {
    const noise = made(0, 0, 1)
    expect(restsOn(noise, others, identified, new Set(['idle 5']))).toMatchObject({
      basis: 'prior-driven',
      behind: true,
    })
    expect(restsOn(noise, others, identified, new Set(['idle 5', 'idle 3']))?.basis).toBe('not told')
    expect(restsOn(noise, others, identified, new Set(['nowhere']))?.basis).toBe('not told')
  })

  test('of too few draws nothing is told, of no difference nothing is said', () => {
    const few = rankedUnknowns(list, 12, parameters, {})
    expect(restsOn(few[1]?.ranks as Float64Array, few, identified)?.basis).toBe('not told')
    expect(restsOn(new Float64Array(N), others, identified)).toBeUndefined()
  })

  test('two unknowns that go together are not counted twice', () => {
    const twin = { name: 'twin', ranks: column('unknown') }
    const rests = restsOn(made(0, 1, 0.2), [...others, twin], identified)
    expect(rests?.unknowns.filter(({ name }) => name === 'twin' || name === 'unknown')).toHaveLength(1)
    expect((rests?.prior ?? 2) + (rests?.past ?? 2)).toBeLessThanOrEqual(1 + 1e-9)
  })

  test('names something idle in about one answer of ten', () => {
    let named = 0
    const idle = unknowns.slice(0, 200)
    for (let k = 200; k < 300; k++) named += restsOn(column(`idle ${k - 2}`), idle, identified)?.unknowns.length ? 1 : 0
    expect(named).toBeLessThan(20)
  })
})

describe('what the past tells', () => {
  const posterior = {
    'manifest.json': JSON.stringify({ until: 2024 }),
    'summary.json': JSON.stringify({
      threshold: 0.9,
      marginals: [
        { name: 'a', identified: true, contraction: 0.2 },
        { name: 'b', identified: false, contraction: 0.95 },
      ],
      shocks: [
        { name: 'mood 2005', contraction: 0.4 },
        { name: 'mood 2006', contraction: 0.95 },
      ],
      influences: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
    }),
  }

  test('is read from the summary of the posterior', () => {
    expect(knownOf({ kind: 'posterior' }, posterior)).toEqual({
      kind: 'posterior',
      until: 2024,
      identified: ['a', 'mood 2005'],
    })
  })

  test('what is left open is told, and how many keep their priors', () => {
    expect(identificationIn(posterior)).toEqual({ fitted: 2, open: [{ name: 'b', contraction: 0.95 }], kept: 1 })
    expect(identificationIn({})).toBeUndefined()
  })

  test('is nothing without a calibration, or with a summary that cannot be read', () => {
    expect(knownOf({ kind: 'prior' }, posterior)).toEqual({ kind: 'prior' })
    expect(knownOf({ kind: 'screened' }, posterior)).toEqual({ kind: 'screened', until: 2018 })
    expect(knownOf({ kind: 'posterior' }, { 'summary.json': '{' })).toEqual({ kind: 'posterior', identified: [] })
  })
})
