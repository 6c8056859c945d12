import { expect, test, vi } from 'vitest'
import { vraem } from './fake_io.ts'

// Reading the whole data package takes seconds on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 120_000 })

test('sensitivity names every wrong name, with near ones, before anything is run', async () => {
  const { code, err } = await vraem(['sensitivity', 'baseline', 'balanced', '--outcome', 'poverty_rat,deaths'])
  expect(code).toBe(2)
  expect(err).toContain('"poverty_rat" is not an outcome')
  expect(err).toContain('write poverty_rate if you meant that')
  const inputs = await vraem(['sensitivity', 'baseline', '--method', 'curves', '--inputs', 'trust_bas,'])
  expect(inputs).toMatchObject({ code: 2 })
  expect(inputs.err).toContain('write trust_base if you meant that')
  expect((await vraem(['sensitivity', '--method', 'sobel'])).err).toContain('one of morris, sobol, curves')
})

test('contested names packages, outcomes and contradictions that are not there', async () => {
  const wrong = await vraem(['contested', 'baseline', 'balansed'])
  expect(wrong).toMatchObject({ code: 2 })
  expect(wrong.err).toContain('write balanced if you meant that')
  const outcome = await vraem(['contested', '--outcome', 'death'])
  expect(outcome).toMatchObject({ code: 2 })
  expect(outcome.err).toContain('write deaths if you meant that')
  const group = await vraem(['contested', 'baseline', 'balanced', '--outcome', 'deaths', '--rerun', 'K999'])
  expect(group).toMatchObject({ code: 2 })
  expect(group.err).toContain('"K999" is not a contradiction')
  expect((await vraem(['contested', '--study', 'nowhere'])).code).toBe(2)
})
