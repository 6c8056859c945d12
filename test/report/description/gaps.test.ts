// A mechanism that lacks its grounds, a quantity without a unit, a forgotten sentence: each is found, and said with its place.
import { expect, test } from 'vitest'
import { describe } from '../../../src/report/description/describe.ts'
import type { Described } from '../../../src/report/description/description.ts'
import { gapsOf } from '../../../src/report/description/gaps.ts'
import { shipped } from './shipped.ts'

const gaps = (of: Described) => gapsOf(of, describe(of))

test('the shipped model lacks nothing', () => {
  expect(gaps(shipped)).toEqual([])
})

type Change = Partial<Described['model']['mechanisms'][number]>
const changed = (id: string, change: Change): Described => ({
  ...shipped,
  model: {
    ...shipped.model,
    mechanisms: shipped.model.mechanisms.map((one) => (one.id === id ? ({ ...one, ...change } as typeof one) : one)),
  },
})

test.each<[Change, RegExp]>([
  [{ claims: {} }, /^src\/system\/community\/trust\.ts: `claims` is empty/],
  [{ claims: { C9999: 'what nobody has ever said' } }, /trust\.ts: C9999 is not in data\/evidence$/],
  [{ claims: { C0306: 'breeds distrust' } }, /trust\.ts: C0306: five words .* “breeds distrust”$/],
  [{ says: '' }, /trust\.ts: `says` is no sentence/],
  [{ ignores: '' }, /trust\.ts: `ignores` is no sentence/],
  [{ ignores: 'nothing much' }, /trust\.ts: `ignores` is no sentence/],
  [{ subsystems: [] }, /trust\.ts: `subsystems` is empty/],
  [{ equation: [] } as Change, /trust\.ts: it has no equation/],
  [{ parameters: ['trust_in_nobody'] } as Change, /^data\/parameters\.csv: trust_in_nobody is missing/],
])('a mechanism changed by %o', (change, said) => {
  expect(gaps(changed('trust', change))).toEqual([expect.stringMatching(said)])
})

const withText = (file: string, from: RegExp, to: string): Described => ({
  ...shipped,
  texts: { ...shipped.texts, [file]: (shipped.texts[file] ?? '').replace(from, to) },
})

test('comments that are missing before a step, a rule and what stands in for it', () => {
  const step = withText('src/system/community/trust.ts', /\/\*\* [^\n]* \*\/\nexport const trust/, 'export const trust')
  expect(gaps(step)).toEqual([expect.stringMatching(/trust\.ts: no \/\*\* comment \*\/ stands before the step/)])
  const file = 'src/system/farm/harvest.ts'
  const rule = withText(file, /\/\*\* [^\n]* \*\/\nexport const harvest =/, 'export const harvest =')
  expect(gaps(rule)).toEqual([expect.stringMatching(/harvest\.ts: no \/\*\* comment \*\/ stands before the rule$/)])
  const other = withText(file, /\/\*\* [^\n]* \*\/\nexport const noHarvest =/, 'export const noHarvest =')
  expect(gaps(other)).toEqual([expect.stringMatching(/harvest\.ts: no .* before the rule that stands in for it$/)])
})

test('a stream that steps draw from and nobody declared', () => {
  const of = withText('src/system/community/protest.ts', /uniform\('protest'/, "uniform('anger'")
  expect(gaps(of)).toEqual(['src/system/state.ts: the stream anger is missing'])
})

test('a mechanism that is written and not in the schedule', () => {
  const mechanisms = shipped.model.mechanisms.filter(({ id }) => id !== 'trust')
  expect(gaps({ ...shipped, model: { ...shipped.model, mechanisms } })).toEqual([
    'src/system/schedule.ts: the mechanism of src/system/community/trust.ts is not in the list',
  ])
})

test('a column without a unit, with a word that is none, or without a meaning', () => {
  const valley = {
    ...shipped.model.state.valley,
    armed: { unit: '', about: 'armed members' },
    funds: { unit: 'dollars a year', about: 'funds' },
    levy: { unit: 'USD/month', about: ' ' },
  }
  const state = { ...shipped.model.state, valley } as unknown as typeof shipped.model.state
  expect(gaps({ ...shipped, model: { ...shipped.model, state } })).toEqual([
    'src/system/state: valley.armed has no unit',
    'src/system/state: valley.levy says nothing on what it means',
  ])
})

test('a parameter without a unit', () => {
  const parameters = shipped.pack.parameters.map((one) => (one.name === 'trust_base' ? { ...one, unit: '' } : one))
  expect(gaps({ ...shipped, pack: { ...shipped.pack, parameters } })).toEqual([
    'data/parameters.csv: trust_base has no unit',
  ])
})
