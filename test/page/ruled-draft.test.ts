// A package with rules of policy in the page: kept from file to draft, in the link, in the file that is handed out, and in what runs.
import { expect, test } from 'vitest'
import { readScenarios, resolve } from '../../src/lab/scenario/library.ts'
import { checked } from '../../src/page/compare/checked.ts'
import { initial } from '../../src/page/compare/comparison.ts'
import { isPlain, titleOf } from '../../src/page/compare/draft.ts'
import { fileOf, readFile, scenarioOf } from '../../src/page/compare/file.ts'
import { readLink, writeLink } from '../../src/page/compare/link.ts'
import { textsIn, vocabulary } from '../lab/shipped.ts'

const { scenarios } = readScenarios(textsIn('scenarios', '.yaml'), vocabulary)
const text = `title: {en: A, es: B}
from: baseline
rules:
  - when: {outcome: leaf_price, below: 6, for_months: 12}
    then: {roads: {km_per_year: 40}}
`
const read = (file: string) => readFile(file, 'x.yaml', scenarios, vocabulary)

test('rules go from file to draft to link and back to a file that says the same', () => {
  const { draft, problems } = read(text)
  expect(problems).toEqual([])
  if (draft === undefined) throw new Error('no draft')
  expect(isPlain(draft)).toBe(false)
  const { comparison, faults } = readLink(writeLink({ ...initial, packages: [draft] }))
  expect(faults).toEqual([])
  expect(comparison.packages[0]).toEqual(draft)
  const made = scenarioOf(draft, 'x', titleOf(draft, scenarios), {}, vocabulary)
  const found = resolve('x', new Map([...scenarios, ['x', made.scenario as never]]), vocabulary)
  const own = readScenarios({ ...textsIn('scenarios', '.yaml'), 'x.yaml': text }, vocabulary)
  expect(found.card.hash).toBe(resolve('x', own.scenarios, vocabulary).card.hash)
  expect(fileOf(draft, titleOf(draft, scenarios))).toMatch(/below: 6/)
})

test('rules of a damaged link are told and left out, and the rest stays', () => {
  const bad = { from: 'baseline', levers: { roads: { km_per_year: 40 } }, world: {}, model: {}, rules: [{ when: 3 }] }
  const { comparison, dropped } = checked({ ...initial, packages: [bad] }, scenarios, vocabulary, 64)
  expect(dropped.length).toBeGreaterThan(0)
  expect(comparison.packages[0]).toEqual({ from: 'baseline', levers: bad.levers, world: {}, model: {} })
  expect(read(text.replace('leaf_price', 'leaf_prise')).problems[0]?.what).toMatch(/leaf_prise/)
})
