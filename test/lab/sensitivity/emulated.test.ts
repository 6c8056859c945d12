import { expect, test } from 'vitest'
import { quantile } from '../../../src/evidence/parameters.ts'
import { chanceOf } from '../../../src/lab/calibrate/chance.ts'
import { latinHypercube } from '../../../src/lab/calibrate/designs.ts'
import { type DrawList, drawValues, givenAt, priorDraws } from '../../../src/lab/draws.ts'
import {
  curvesAnswer,
  designFor,
  morrisAnswer,
  pointsOf,
  sobolOnEmulator,
  sobolOnModel,
} from '../../../src/lab/sensitivity/answers.ts'
import { groupingsOf } from '../../../src/lab/sensitivity/groups.ts'
import { type Input, listOfWanted, picked, turnedOf } from '../../../src/lab/sensitivity/inputs.ts'
import { morrisTrajectories } from '../../../src/lab/sensitivity/morris.ts'
import { sidesOn } from '../contested/toy.ts'

const angle = (u: number) => (2 * u - 1) * Math.PI
/** Ishigami on the unit cube, a = 7, b = 0.1. */
const ishigami = (u: ArrayLike<number>) => {
  const [x, y, z] = Array.from(u, angle) as [number, number, number]
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x)
}
const EXACT = { first: [0.3139, 0.4424, 0], total: [0.5576, 0.4424, 0.2437] }
const input = (name: string, subsystem: string, contradictions: string[] = []): Input => ({
  ...{ name, kind: 'parameter', subsystem, unit: '1', low: 0, high: 1, contradictions },
})
const inputs = [input('x', 'one', ['K1']), input('y', 'two'), input('z', 'one', ['K1'])]
const K1 = sidesOn('K1', [
  { kind: 'parameter', target: 'x', low: 0, high: 1 },
  { kind: 'parameter', target: 'z', low: 0, high: 1 },
])
const groupings = groupingsOf(inputs, [K1])
const card = { outcome: 'deaths', what: 'level', unit: '1/yr', how: 'mean', from: 2025, to: 2035 } as const

test('an emulator of Ishigami: indices near the exact ones, and its own error stated and true', () => {
  const points = latinHypercube(140, 3, chanceOf(4, 'points'))
  const answer = sobolOnEmulator({ ...card, values: Float64Array.from(points, ishigami) }, points, inputs, groupings, 1)
  expect(answer.emulator?.bad).toBe(false)
  expect(answer.emulator?.explained).toBeGreaterThan(0.9)
  inputs.forEach(({ name }, k) => {
    const row = answer.rows.find((one) => one.input === name)
    expect(Math.abs((row?.first.value ?? 9) - (EXACT.first[k] as number))).toBeLessThan(0.06)
    expect(Math.abs((row?.total.value ?? 9) - (EXACT.total[k] as number))).toBeLessThan(0.06)
  })
  // x and z together are all that y is not: their group leaves nothing but y, interactions inside it count as its own
  const group = answer.groups.find((one) => one.group === 'K1')
  expect(Math.abs((group?.first.value ?? 9) - (EXACT.total[0] as number))).toBeLessThan(0.06)
  expect(answer.groups.find((one) => one.group === 'one')?.first.value).toBeCloseTo(group?.first.value ?? 9, 6)
})

test('an emulator of noise says that it is bad', () => {
  const chance = chanceOf(6, 'noise')
  const points = latinHypercube(60, 3, chance)
  const answer = sobolOnEmulator(
    { ...card, values: Float64Array.from(points, (_, k) => chance.normal(k, 1)) },
    points,
    inputs,
    [],
    1,
  )
  expect(answer.emulator?.bad).toBe(true)
})

test('on the model itself: runs of the design in its order', () => {
  const n = 1024
  const points = pointsOf(designFor(n, inputs, groupings, 3))
  expect(points).toHaveLength(n * (2 + 3 + groupings.length))
  const answer = sobolOnModel({ ...card, values: Float64Array.from(points, ishigami) }, n, inputs, groupings, 3)
  expect(answer.on).toBe('model')
  const row = answer.rows.find((one) => one.input === 'x')
  expect(Math.abs((row?.total.value ?? 9) - (EXACT.total[0] as number))).toBeLessThan(0.04)
})

test('shares of groups add up over subsystems; effects that are not told from zero are not clear', () => {
  const trajectories = morrisTrajectories(12, 6, 3, chanceOf(1, 'm'))
  const values = Float64Array.from(
    trajectories.flatMap(({ points }) => points.map((u) => 4 * (u[0] as number) + (u[1] as number))),
  )
  const answer = morrisAnswer({ ...card, values }, trajectories, inputs, groupings)
  expect(answer.rows.map(({ input: name, clear }) => [name, clear])).toEqual([
    ['x', true],
    ['y', true],
    ['z', false],
  ])
  const shares = answer.groups.filter(({ by }) => by === 'subsystem').map(({ share }) => share)
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10)
  expect(answer.groups.find(({ group }) => group === 'K1')?.share).toBeCloseTo(16 / 17, 10)
})

test('a curve has the mean and the band of its draws at each place', () => {
  const values = Float64Array.from([1, 3, 2, 4, 3, 5, 4, 6, 5, 7, 6, 8, 7, 9])
  const { rows } = curvesAnswer({ ...card, values }, [inputs[0] as Input], 2, (_, u) => 10 * u)
  expect(rows[0]?.points[0]).toEqual({ u: 0.05, at: 0.5, mean: 2, p10: 1.2, p90: 2.8 })
  expect(rows[0]?.swing).toBe(6)
})

test('a run that is wanted is the base draw with its inputs turned, over what the posterior left', () => {
  const parameter = (name: string) => ({
    ...{ name, subsystem: 's', unit: '1', low: 0, central: 5, high: 10, distribution: 'uniform' as const },
    ...{ source: '', url: '', confidence: 'low', note: '', claims: [], line: 1 },
  })
  const parameters = [parameter('a'), parameter('b'), parameter('c')]
  const switches = { way: { options: ['left', 'right'], default: 'left' } }
  const base: DrawList = {
    ...priorDraws(1, 3),
    kind: 'posterior',
    indices: [7, 8, 9],
    fitted: {
      unknowns: ['a'],
      shocks: ['mood 2005'],
      flat: [],
      rows: [
        [0.4, 1],
        [0.5, 2],
        [0.6, 3],
      ],
      weights: [1, 1, 1],
    },
  }
  const turned = turnedOf({ parameters, switches, contradictions: [], posterior: base })
  expect(turned.inputs.map(({ name, kind }) => [name, kind])).toEqual([
    ['a', 'parameter'],
    ['b', 'parameter'],
    ['c', 'parameter'],
    ['switch_way', 'switch'],
  ])
  // a was fitted to 0.4 … 0.6 of its prior: turned over that alone
  expect(turned.inputs[0]?.low).toBeCloseTo(4.1, 6)
  expect(turned.inputs[1]?.low).toBeCloseTo(0.5, 6)
  const some = picked(turned, ['b', 'switch_way'])
  const list = listOfWanted(
    [
      { place: 1, u: [0.25, 0.9] },
      { place: 2, u: [Number.NaN, 0.1] },
    ],
    some,
    base,
  )
  const values = (at: number) =>
    drawValues(list.indices[at] as number, list.seed, parameters, switches, {}, givenAt(list, at))
  const drawn = drawValues(9, 1, parameters, switches, {}, givenAt(base, 2))
  expect(values(0)).toMatchObject({ a: 5, b: 2.5, switch_way: 1 })
  expect(values(1)).toMatchObject({ a: 6, b: drawn.b, c: drawn.c, switch_way: 0 })
  expect(givenAt(list, 0)?.shocks).toEqual({ 'mood 2005': 2 })
  expect(quantile(parameter('b'), 0.25)).toBe(2.5)
})
