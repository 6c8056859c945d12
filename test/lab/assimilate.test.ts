import { expect, test } from 'vitest'
import { inverseNormal } from '../../src/engine/draws.ts'
import { listOf, type RunTrials, trialAt } from '../../src/lab/calibrate/trial.ts'
import { uniformFor } from '../../src/lab/draws.ts'
import { assimilate } from '../../src/lab/forecast/assimilate.ts'
import { missOf, unknownsMoved } from '../../src/lab/forecast/learnt.ts'

/** A linear toy: the new figure is 2 a + s + nothing of b; another answer rides along. */
const run: RunTrials = async (trials) =>
  trials.map(({ given }) => {
    const a = inverseNormal(given.u.a as number)
    return [2 * a + (given.shocks['mood 2025'] as number), a]
  })
const made = (count: number) =>
  listOf(
    Array.from({ length: count }, (_, k) =>
      trialAt(
        ['a', 'b', 'mood 2024'],
        ['a', 'b', 'mood 2024'].map((name) => uniformFor(name, k, 3)),
        100 + k,
        [],
      ),
    ),
    5,
  )
const wish = (count: number) => ({
  list: made(count),
  targets: [{ id: 'figure', value: 3, sd: 0.5 }],
  added: ['mood 2025'],
  run,
  signal: new AbortController().signal,
})
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length

test('a new figure moves what made it to the exact answer of a linear model, and leaves the rest', async () => {
  const taken = await assimilate(wish(2000))
  if (taken === undefined) throw new Error('stopped')
  // prior variance of the answer 4 + 1, gain for a: 2 / (5 + 0.25), for the shock: 1 / 5.25
  const by = Object.fromEntries(taken.moved.map(({ name, by, narrowed }) => [name, { by, narrowed }]))
  expect(by.a?.by).toBeCloseTo((2 * 3) / 5.25, 0)
  expect(Math.abs((by.a?.by ?? 0) - 6 / 5.25)).toBeLessThan(0.12)
  expect(Math.abs((by['mood 2025']?.by ?? 0) - 3 / 5.25)).toBeLessThan(0.12)
  expect(by.a?.narrowed).toBeCloseTo(Math.sqrt(1 - 4 / 5.25), 1)
  expect(Math.abs(by.b?.by ?? 1)).toBeLessThan(0.06)
  expect(by.b?.narrowed).toBeGreaterThan(0.95)
  expect(mean(taken.after.map(([figure]) => figure as number))).toBeCloseTo(3 * (5 / 5.25), 0)
  expect(taken.list.fitted?.shocks).toEqual(['mood 2024', 'mood 2025'])
  // a draw keeps its number, and with it everything that is not fitted
  expect(taken.list.indices).toEqual(made(2000).indices)
  expect(taken.runs).toBeGreaterThanOrEqual(4000)
  const parameters = ['a', 'b'].map((name) => ({
    name,
    unit: 'ha',
    low: 0,
    central: 5,
    high: 10,
    distribution: 'uniform',
  }))
  const [most] = unknownsMoved(taken.moved, parameters as never, {}, [])
  expect(most).toMatchObject({ name: 'a', unit: 'ha' })
  expect(most?.before.p50).toBeCloseTo(5, 0)
  expect(most?.after.p50).toBeGreaterThan(8)
})

test('draws that do not run are left out; too few are refused; a stop gives nothing', async () => {
  const some: RunTrials = async (trials) =>
    (await run(trials)).map((answer, k) => ((trials[k]?.draw ?? 0) % 4 === 0 ? null : answer))
  const taken = await assimilate({ ...wish(40), run: some })
  expect(taken?.list.indices).toEqual(made(40).indices.filter((draw) => draw % 4 !== 0))
  await expect(assimilate({ ...wish(40), run: async (trials) => trials.map(() => null) })).rejects.toThrow(RangeError)
  const stopped = new AbortController()
  stopped.abort()
  expect(await assimilate({ ...wish(40), signal: stopped.signal, run: async () => [] })).toBeUndefined()
})

test('misses of earlier figures are root mean squares of medians, in standard deviations', () => {
  const targets = [
    { id: 'x', value: 1, sd: 0.5 },
    { id: 'y', value: 2, sd: 1 },
  ]
  expect(
    missOf(
      targets as never,
      [
        [0, 2, 2],
        [0, 2, 2],
      ],
      1,
    ),
  ).toBeCloseTo(Math.sqrt(2), 3)
})
