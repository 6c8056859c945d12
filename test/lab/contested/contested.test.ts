import { expect, test } from 'vitest'
import { contested } from '../../../src/lab/contested/contested.ts'
import { columnQuestions, contradictionQuestions } from '../../../src/lab/contested/questions.ts'
import { sidesOn, toyStudy } from './toy.ts'

/** Density and distribution of a standard normal. */
const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)
function below(z: number): number {
  let sum = 0
  for (let x = -8; x < z; x += 1e-3) sum += density(x + 5e-4) * 1e-3
  return sum
}
/** Expected value of knowing a normal number of spread b behind a mean gain of a. */
const gain = (a: number, b: number) => a * below(a / b) + b * density(a / b) - Math.max(0, a)

const K1 = sidesOn('K1', [
  { kind: 'parameter', target: 'x', high: -0.2 },
  { kind: 'parameter', target: 'x', low: 0.2 },
])
const K2 = sidesOn('K2', [{ kind: 'parameter', target: 'idle', low: 0 }, undefined])
const K3 = sidesOn('K3', [undefined, undefined])
const K4 = sidesOn('K4', [{ kind: 'parameter', target: 'elsewhere', low: 0, high: 1 }])
const K5 = sidesOn('K5', [
  { kind: 'switch', target: 'idle', option: 'one' },
  { kind: 'switch', target: 'idle', option: 'three' },
])
const K6 = sidesOn('K6', [
  { kind: 'parameter', target: 'x', low: 2.6, high: 3 },
  { kind: 'parameter', target: 'x', low: -1, high: 1 },
])
const ALL = [K1, K2, K3, K4, K5, K6]
const varied = new Set(['x', 'z', 'idle', 'switch_idle', 'switch_acts', 'world_luck'])

test('two packages with normal gains: the value of knowing is the closed form, in the unit of the outcome', () => {
  const study = toyStudy(1500, 750, ({ x, z, noise }) => [50, 50 + 2 + 10 * x + 6 * z + 8 * noise])
  const answer = contested(study, columnQuestions(study, []))
  const row = (group: string) => answer.groups.find((one) => one.group === group)
  // 750 draws know a mean of spread 10 to 0.37
  expect(Math.abs((row('x')?.evpi as number) - gain(2, 10))).toBeLessThan(0.5)
  expect(Math.abs((row('z')?.evpi as number) - gain(2, 6))).toBeLessThan(0.4)
  for (const group of ['idle', 'switch_idle', 'switch_acts', 'world_luck']) {
    expect(row(group)).toMatchObject({ evpi: 0, effect: 0, ranking_changes: 0 })
    expect(row(group)?.evpi_floor).toBeGreaterThan(row(group)?.evpi_found as number)
  }
  expect(answer.outcomes[0]?.everything).toBeGreaterThan(row('x')?.evpi as number)
  expect(answer.groups[0]?.group).toBe('x')
  expect(row('x')?.ranking_changes).toBe(1)
  expect(answer.draws).toBe(750)
})

test('a choice among rivals: knowing it is worth exactly what its options are apart', () => {
  // package 1 gains 3 under the second option and loses 3 under the others: −1 on average, so knowing is worth a third of 3
  const study = toyStudy(1200, 400, ({ option, x }) => [x, x + (option === 1 ? 3 : -3)])
  const { groups } = contested(study, columnQuestions(study, []))
  const share =
    study.uncertainties.find(({ name }) => name === 'switch_acts')?.values.filter((v) => v === 1).length ?? 0
  const row = groups.find(({ group }) => group === 'switch_acts')
  expect(row?.evpi).toBeCloseTo((3 * share) / 1200, 6)
  expect(row?.share).toBeCloseTo(1, 6)
  expect(row?.turned).toEqual([{ better: 'p1', worse: 'p0', on: 'two', not_on: 'one' }])
  expect(row?.sides.map(({ preferred }) => preferred)).toEqual(['p0', 'p1', 'p0'])
  expect(row?.sides[1]?.forgone).toBeCloseTo(3, 6)
})

test.each([1, 2])('a study without a conflict answers zero everywhere (seed %i)', (seed) => {
  const study = toyStudy(600, 200, ({ z, noise }) => [z, z + noise, z + 0.02 + 0.5 * noise], { seed })
  const { questions } = contradictionQuestions(ALL, varied)
  const { groups } = contested(study, questions, { seed, shuffles: 99 })
  expect(groups).toHaveLength(4)
  for (const row of groups) expect(row).toMatchObject({ effect: 0, ranking_changes: 0, evpi: 0 })
})

test('contradictions: futures of each side, what is too few, what is not in the model', () => {
  const study = toyStudy(900, 300, ({ x, noise }) => [10, 10 + 4 * x + noise])
  const { questions, unanswered } = contradictionQuestions(ALL, varied)
  expect(unanswered.map(({ group, why }) => [group, why])).toEqual([
    ['K3', 'not in the model'],
    ['K4', 'not in this study'],
  ])
  expect(questions.map(({ group, alike }) => [group, alike])).toEqual([
    ['K1', ['K6']],
    ['K2', []],
    ['K5', []],
    ['K6', ['K1']],
  ])
  const { groups } = contested(study, questions, { unanswered })
  const row = groups.find(({ group }) => group === 'K1')
  expect(row?.effect).toBeGreaterThan(5)
  expect(row).toMatchObject({ ranking_changes: 1, effect_package: 'p1' })
  const [low, high] = row?.sides ?? []
  expect([low?.preferred, high?.preferred]).toEqual(['p0', 'p1'])
  expect((low?.futures ?? 0) / 900).toBeCloseTo(below(-0.2), 1)
  // the only side of K2 that stands for something is held against all other values
  expect(groups.find(({ group }) => group === 'K2')?.sides.map(({ side }) => side)).toEqual(['a', 'other'])
  const rare = groups.find(({ group }) => group === 'K6')
  expect(rare?.sides[0]).toMatchObject({ side: 'a', few: true })
  expect(rare?.sides[0]?.preferred).toBeUndefined()
  expect(rare?.ranking_changes).toBe(0)
})

test('where nobody knows whether more is better there is no value of knowing, but effects; failed futures are left out', () => {
  const study = toyStudy(600, 200, ({ x }) => [0, x], { better: 'open' })
  study.failed[3] = 1
  ;(study.outcomes[0]?.values as Float64Array)[600 + 7] = Number.NaN
  const answer = contested(study, columnQuestions(study, [K1]))
  expect(answer).toMatchObject({ futures: 598, failed: 2 })
  const row = answer.groups.find(({ group }) => group === 'x')
  expect(row).toMatchObject({ evpi: null, share: null })
  expect(row?.effect).toBeGreaterThan(1)
  expect(answer.questions.find(({ group }) => group === 'x')?.alike).toEqual(['K1'])
})

test('one package alone: nothing can be chosen, so knowing is worth nothing', () => {
  const study = toyStudy(300, 100, ({ x }) => [x])
  const { groups } = contested(study, columnQuestions(study, []))
  for (const row of groups) expect(row).toMatchObject({ evpi: 0, ranking_changes: 0 })
})
