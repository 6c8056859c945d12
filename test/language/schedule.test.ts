// The schedule: neighbouring rules fuse, district steps split, cohorts under review have their own kernel.
import { expect, test } from 'vitest'
import { compile, plan } from '../../src/language/index.ts'
import { state } from './fixture/demo_state.ts'
import { demoFiles } from './fixture/files.ts'
import { difference, numbers, World } from './fixture/world.ts'

const prices = () => {}
const cohorts = { reviewed: ['decision', 'land'], otherwise: ['stay'] }

test('neighbouring rules fuse, a district step splits, reviewed rules make two kernels', () => {
  const { kernels, stages } = plan([prices, 'earnings', cohorts, 'purse', 'census', prices])
  expect(kernels).toEqual({
    stage1: ['earnings', 'stay', 'purse', 'census'],
    stage1review: ['earnings', 'decision', 'land', 'purse', 'census'],
  })
  expect(stages).toEqual([prices, { kernel: 'stage1', review: 'stage1review' }, prices])
  const module = new WebAssembly.Module(compile(demoFiles, kernels, state).bytes)
  expect(WebAssembly.Module.exports(module).map(({ name }) => name)).toEqual(['stage1', 'stage1review'])
})

test('no rules, no kernel', () => {
  expect(plan([prices, prices])).toEqual({ kernels: {}, stages: [prices, prices] })
})

test('a flow does not cross a district step', () => {
  const { kernels } = plan(['earnings', prices, 'purse'])
  expect(() => compile(demoFiles, kernels, state)).toThrow(/demo\.ts:\d+:\d+: h\.income is read before any rule/)
})

test('two kernels in three calls a block: each household takes its own path', () => {
  const { kernels } = plan([cohorts])
  const { bytes } = compile(demoFiles, kernels, state)
  const rnd = numbers(3)
  const world = new World(state, 40)
  world.fill(() => rnd())
  const all = new World(state, 40)
  all.fill((column, i) => world.columns[column]?.[i] ?? 0)
  const { stage0, stage0review } = world.kernels(bytes)
  world.run(stage0, 0, 12)
  world.run(stage0review, 12, 20)
  world.run(stage0, 20, 38)
  const before = all.copy()
  all.run(all.kernels(bytes).stage0review, 0, 40)
  for (const [name, cells] of Object.entries(world.columns))
    for (let i = 0; i < 40; i++)
      expect(cells[i]).toBe(i >= 12 && i < 20 ? all.columns[name]?.[i] : before.columns[name]?.[i])
  expect(difference(world, all)).toBeDefined()
})
