// A posterior on disk: what is written is what is run, and another model's is refused with the command that makes a new one.
import { expect, test } from 'vitest'
import type { Parameter } from '../../src/evidence/parameters.ts'
import { type DrawList, drawValues, firstDraws, givenAt, hashOfDraws } from '../../src/lab/draws.ts'
import { planJobs } from '../../src/lab/member.ts'
import { noteOf, posteriorFiles, readPosterior } from '../../src/lab/posterior.ts'

const hex = (digit: string) => digit.repeat(64)
const made = { parameters: hex('a'), model: hex('b') }
const list: DrawList = {
  kind: 'posterior',
  seed: 3,
  indices: [4, 0, 9],
  note: noteOf(3, 2018),
  fitted: {
    unknowns: ['growth', 'switch_frontier'],
    shocks: ['mood 2005'],
    flat: ['growth'],
    rows: [
      [0.1, 0.2, -1.25],
      [0.5, 0.6, 0],
      [0.99999, 0.9, 2],
    ],
    weights: [0.25, 0.5, 0.25],
  },
}
const files = posteriorFiles(list, {
  ...{ command: 'vraem calibrate --quick --until 2018 --seed 3', created: '2026-11-22', version: '0.3.0', ...made },
  ...{ targets: hex('c'), until: 2018, sample: 200, runs: 10 },
})

test('comes back as it was written', () => {
  const { list: again, problems } = readPosterior(files, 'data/posterior', made)
  expect(problems).toEqual([])
  expect(again).toEqual(list)
})

test.each(['parameters', 'model'] as const)(
  'is refused when the %s are others, with the command to remake it',
  (name) => {
    const { list: none, problems } = readPosterior(files, 'data/posterior', { ...made, [name]: hex('d') })
    expect(none).toBeUndefined()
    expect(problems).toMatchObject([{ code: 'posterior-old', field: name }])
    expect(problems[0]?.todo).toContain('vraem calibrate --quick --until 2018 --seed 3')
  },
)

test('is refused when a number, a row or the manifest was changed', () => {
  const table = files['draws.csv'] ?? ''
  for (const broken of [table.replace('-1.25', '-1.26'), table.split('\n').slice(0, -2).join('\n'), '', `${table}x`])
    expect(readPosterior({ ...files, 'draws.csv': broken }, 'p', made).problems[0]?.code).toBe('posterior-table')
  for (const broken of ['', '{', '{}', (files['manifest.json'] ?? '').replace('"schema": 1', '"schema": 2')])
    expect(readPosterior({ ...files, 'manifest.json': broken }, 'p', made).problems[0]?.code).toBe('posterior')
  expect(readPosterior({}, 'p', made)).toEqual({ problems: [] })
})

test('gives quantiles and leaves the rest of a draw as in the priors', () => {
  const triangular = { low: 0, central: 1, high: 4, distribution: 'triangular' }
  const parameters = [
    { ...triangular, name: 'growth' },
    { ...triangular, name: 'other' },
  ] as unknown as Parameter[]
  const switches = { frontier: { en: '', es: '', options: { a: {}, b: {}, c: {} }, default: 'a' } } as never
  const prior = drawValues(4, 3, parameters, switches)
  const values = drawValues(4, 3, parameters, switches, {}, givenAt(list, 0))
  // flat over its range
  expect(values.growth).toBeCloseTo(0.4, 12)
  expect(values.other).toBe(prior.other)
  expect(values.switch_frontier).toBe(0)
  expect(drawValues(4, 3, parameters, switches, { frontier: 'c' }, givenAt(list, 0)).switch_frontier).toBe(2)
})

test('hands each job its row, and the first draws of a list theirs', () => {
  const jobs = planJobs({ draws: list } as never)
  expect(jobs.map(({ draw, given }) => [draw, given?.shocks['mood 2005']])).toEqual([
    [4, -1.25],
    [0, 0],
    [9, 2],
  ])
  const two = firstDraws(list, 2)
  expect(two.fitted?.rows).toHaveLength(2)
  expect(two.fitted?.weights.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
  expect(hashOfDraws(two)).not.toBe(hashOfDraws(list))
  expect(hashOfDraws({ ...list, fitted: undefined } as never)).not.toBe(hashOfDraws(list))
})
