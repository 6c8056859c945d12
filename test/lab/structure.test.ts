import { expect, test } from 'vitest'
import { withoutSteps } from '../../src/engine/index.ts'
import { cellsFor } from '../../src/lab/cells.ts'
import type { PatternResult } from '../../src/lab/patterns/patterns.ts'
import { readScenarios, resolve } from '../../src/lab/scenario/library.ts'
import { type Answer, answersIn, givenIn, turnedAnswers, turnedRanks } from '../../src/lab/structure/answers.ts'
import { contestCsv, roundOf } from '../../src/lab/structure/contest.ts'
import { BASE, swaps } from '../../src/lab/structure/swaps.ts'
import { branchOf, type Change, openVariants, settled, shifted, type Variant } from '../../src/lab/structure/variant.ts'
import { contestDocument, contestRows } from '../../src/report/contest.ts'
import { mechanisms } from '../../src/system/schedule.ts'
import { pack } from './known.ts'
import { textsIn, vocabulary } from './shipped.ts'
import { frame, machine, parameters, population, toy } from './toy.ts'

const { scenarios } = readScenarios(textsIn('scenarios', '.yaml'), vocabulary)
const history = resolve('history', scenarios, vocabulary)
const selection = {
  outcomes: ['coca_area'],
  years: [2000, 2004] as const,
  districts: [],
  districtYears: [],
  monthly: [],
}
const trunk: Variant = { id: 'history', scenario: history, change: {}, months: 60 }
const like = (id: string, change: Change, from?: number): Variant => ({
  ...trunk,
  id,
  change,
  ...(from === undefined ? {} : { trunk: { id: 'history', from } }),
})
const area = (variants: readonly Variant[]) => {
  const { cells, run } = openVariants({
    model: toy,
    machines: new Map([
      ['', machine],
      ['growth', withoutSteps(machine, ['growth'])],
    ]),
    facts: {},
    frame,
    population,
    tables: { districts: 4, zones: 2, modes: 4, neighbours: [[1], [0], [3], [2]] },
    parameters,
    seed: 1,
    selection,
    sets: [{ id: 'one', variants }],
    prepare: () => {},
  })
  const line = cells.lines.find(({ shownIn }) => shownIn.includes('default'))
  const { members } = run({ index: 0, draw: 3, set: 0 })
  return members.map((values) => Array.from(values.subarray(line?.offset ?? 0, (line?.offset ?? 0) + 5)))
}

test('a run that goes on from another one is that run up to the parting, and as if run from the start', () => {
  const calm = { world: [{ field: 'rain', times: 0, add: 0, from: 24, to: 60 }] }
  const [own, same, branch, whole] = area([trunk, like('same', {}, 24), like('branch', calm, 24), like('whole', calm)])
  expect(same).toEqual(own)
  expect(branch).toEqual(whole)
  expect(branch?.slice(0, 2)).toEqual(own?.slice(0, 2))
  expect(branch?.[2]).not.toBe(own?.[2])
})

test('parameters are set or multiplied, mechanisms left out', () => {
  const rate = { parameters: { growth_rate: 0 }, world: [{ field: 'rain', times: 0, add: 0, from: 0, to: 60 }] }
  const [, still, off] = area([trunk, like('still', rate), like('off', { without: ['growth'] })])
  for (const run of [still, off]) for (const value of run ?? []) expect(value).toBeCloseTo(run?.[0] as number, 6)
  expect(settled({ a: 2, b: 3 }, { a: 5, b: { times: 2 } })).toEqual({ a: 5, b: 6 })
  expect(() => settled({ a: 2 }, { c: 1 })).toThrow('no parameter c')
})

test('the outside world is changed in the months named, and only in figures it has', () => {
  const now = { rain: 0 }
  const outside = (month: number) => {
    now.rain = month
    return now
  }
  const seen = shifted(outside, [{ field: 'rain', times: 2, add: 1, from: 2, to: 4 }])
  expect([1, 2, 3, 4].map((month) => seen(month).rain)).toEqual([1, 5, 7, 4])
  expect(() => shifted(outside, [{ field: 'snow', times: 2, add: 0, from: 0, to: 1 }])(0)).toThrow('no figure snow')
})

test('a package parts from the baseline in the January before it differs', () => {
  const baseline = resolve('baseline', scenarios, vocabulary)
  const base = { ...trunk, scenario: baseline, months: 432 }
  const scenario = resolve('community-control', scenarios, vocabulary)
  expect(branchOf(base, { id: 'x', scenario, change: {}, months: 432 }).trunk).toEqual({ id: 'history', from: 300 })
})

const answer = (name: string, differences: number[], outcome = 'coca_area'): Answer => ({
  package: name,
  outcome,
  differences: Float64Array.from(differences),
})
const base = [answer('a', [-5, -4, -3, -2, -1]), answer('b', [1, 1, 1, 1, -1]), answer('c', [1, -1, 1, -1, 1])]

test('answers turn, come open, or stay; what was open cannot be lost', () => {
  const swapped = [answer('a', [5, 4, 3, 2, -1]), answer('b', [1, 1, 1, -1, -1]), answer('c', [-1, -1, -1, -1, -1])]
  expect(turnedAnswers(base, swapped)).toMatchObject([
    { package: 'a', base: -3, swapped: 3, from: 1, to: 0.2, how: 'turned' },
    { package: 'b', from: 0.8, to: 0.6, how: 'open' },
  ])
  expect(turnedAnswers(base, base)).toEqual([])
  expect(givenIn(base)).toBe(2)
})

test('orders of packages turn draw by draw', () => {
  const one = [answer('a', [1, 2, 3, 4, 5]), answer('b', [2, 3, 4, 5, 6])]
  const other = [answer('a', [2, 3, 4, 5, 6]), answer('b', [1, 2, 3, 4, 9])]
  expect(turnedRanks(one, other)).toEqual([{ outcome: 'coca_area', lower: 'a', higher: 'b', from: 1, to: 0.2 }])
  expect(turnedRanks(one, one)).toEqual([])
})

test('differences are taken in the last year for stocks', () => {
  const cells = cellsFor({ ...selection, outcomes: ['coca_area', 'leaf_output'] }, toy, frame)
  const values = (from: number) => Float64Array.from({ length: cells.length }, (_, k) => from * k)
  const found = answersIn(
    cells,
    [
      new Map([
        ['base', values(1)],
        ['pack', values(3)],
      ]),
    ],
    {
      baseline: 'base',
      packages: ['pack'],
      outcomes: ['coca_area', 'leaf_output'],
      years: [2002, 2004],
    },
  )
  const offset = (name: string) =>
    cells.lines.find(({ outcome, shownIn }) => outcome === name && shownIn.includes('default'))?.offset as number
  expect(found.map(({ differences }) => differences[0])).toEqual([
    2 * (offset('coca_area') + 4),
    2 * (offset('leaf_output') + 3),
  ])
})

const result = (id: string, share: number, role: PatternResult['role'] = 'C') =>
  ({ id, role, share_inside: share, pass: share >= 0.5 }) as PatternResult

test('a round tells what a swap changes, and what changes neither is a candidate', () => {
  const norms = swaps.find(({ id }) => id === 'no-norms') as (typeof swaps)[number]
  const model = { patterns: [result('1a', 0.9), result('2', 0.55), result('15', 0.1, 'S')], answers: base }
  const broken = { patterns: [result('1a', 0.3), result('2', 0.45), result('15', 0.4, 'S')], answers: base }
  const round = roundOf(norms, model, broken)
  expect(round).toMatchObject({ verdict: 'breaks patterns', passed: [0, 3], answers: [], ranks: [] })
  expect(round.patterns.map(({ id, how }) => [id, how])).toEqual([
    ['1a', 'lost'],
    ['15', 'stronger'],
  ])
  expect(roundOf(norms, model, model).verdict).toBe('neither')
  expect(roundOf({ ...norms, arm: true }, model, model).verdict).toBe('arm')
  const better = { ...model, patterns: [...model.patterns.slice(0, 2), result('15', 0.6, 'S')] }
  expect(roundOf(norms, model, better).verdict).toBe('does better')
  const turned = { ...model, answers: [answer('a', [5, 4, 3, 2, 1]), ...base.slice(1)] }
  expect(roundOf(norms, model, turned).verdict).toBe('turns answers')
  expect(roundOf(norms, model, { ...broken, answers: turned.answers }).verdict).toBe('both')

  const rounds = [round, roundOf(norms, model, model)]
  expect(contestCsv(rounds).split('\n')).toEqual([
    'swap,verdict,kind,name,place,base,swapped,how',
    'no-norms,breaks patterns,pattern,1a,,0.9,0.3,lost',
    'no-norms,breaks patterns,pattern,15,,0.1,0.4,stronger',
    'no-norms,neither,none,,,,,',
    '',
  ])
  expect(contestRows(rounds, 'en')[0]?.[2]).toBe('1a lost (90\u202f% → 30\u202f%); 15 stronger (10\u202f% → 40\u202f%)')
  const facts = {
    draws: 4,
    pairs: 2,
    sample: 200,
    kind: 'posterior',
    packages: ['baseline', 'a'],
    years: [2026, 2035],
  } as const
  const text = contestDocument(rounds, {
    ...facts,
    base: [2, 3],
    given: [3, 4],
    created: '2026-11-22T00:00:00Z',
    model: 'abc',
  })
  for (const words of [
    'A refit of each swap is the stronger test',
    'Reajustar cada cambio',
    'neighbours do not matter',
  ])
    expect(text).toContain(words)
})

test('swaps name parameters and mechanisms of the model, each another', () => {
  const names = new Set(pack.parameters.map(({ name }) => name))
  const ids = new Set(mechanisms.map(({ id }) => id))
  for (const { id, change } of [BASE, ...swaps]) {
    for (const name of Object.keys(change.parameters ?? {}))
      expect(name.startsWith('switch_') || names.has(name), `${id}: ${name}`).toBe(true)
    for (const name of change.without ?? []) expect(ids.has(name), `${id}: ${name}`).toBe(true)
  }
  expect(new Set(swaps.map(({ id }) => id)).size).toBe(swaps.length)
  expect(new Set(swaps.map(({ change }) => JSON.stringify(change))).size).toBe(swaps.length)
})
