import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatProblem } from '../../src/evidence/problem.ts'
import { firstDifference, policyOf } from '../../src/lab/policy.ts'
import { readScenarios, resolve } from '../../src/lab/scenario/library.ts'
import { scenarioJsonSchema } from '../../src/lab/scenario/schema.ts'
import { root, textsIn, vocabulary } from './shipped.ts'

const files = textsIn('scenarios', '.yaml')
const { scenarios, problems } = readScenarios(files, vocabulary)
const shipped = (name: string) => resolve(name, scenarios, vocabulary)
const month = (year: number, of = 1) => (year - 2000) * 12 + of - 1

test('every shipped scenario reads without a problem', () => {
  expect(problems.map(formatProblem)).toEqual([])
  expect([...scenarios.keys()].sort()).toEqual(
    [
      'air-interdiction',
      'balanced',
      'baseline',
      'bases-and-patrols',
      'cacao-first',
      'community-control',
      'copy-of-baseline',
      'eradication-30k',
      'history',
      'history-eradication-2014',
      'history-no-air-law',
      'no-levers',
      'roads-power-health',
      'school-transfers',
    ].sort(),
  )
})

test('every shipped scenario names the schema on its first line, and the shipped schema is the one of the declarations', async () => {
  for (const text of Object.values(files)) {
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./scenario.schema.json')
  }
  // `npx vitest run test/lab -u` writes it anew after a declaration has changed
  const written = `${JSON.stringify(scenarioJsonSchema(vocabulary), null, 2)}\n`
  await expect(written).toMatchFileSnapshot(join(root, 'scenarios/scenario.schema.json'))
})

test('the copy of the baseline is the baseline, whatever it is called', () => {
  expect(shipped('copy-of-baseline').card.hash).toBe(shipped('baseline').card.hash)
  expect(firstDifference(shipped('baseline'), shipped('copy-of-baseline'))).toBe(Number.POSITIVE_INFINITY)
})

test('the baseline is history with its last values held', () => {
  const policy = policyOf(shipped('baseline'))
  const last = structuredClone(policy.at(month(2024, 12)))
  expect(policy.at(month(2030))).toEqual(last)
  expect(shipped('baseline').card.span).toEqual({ from: 2025, to: 2035 })
})

test('no scenario of the future touches the past', () => {
  for (const name of scenarios.keys()) {
    if (name.startsWith('history')) continue
    expect(firstDifference(shipped('history'), shipped(name)), name).toBeGreaterThanOrEqual(month(2025))
  }
})

test('no-levers leaves nothing in force', () => {
  const values = policyOf(shipped('no-levers')).at(month(2030)) as Record<string, Record<string, unknown>>
  for (const [name, lever] of Object.entries(vocabulary.levers)) {
    for (const [field, { none }] of Object.entries(lever.fields))
      expect(values[name]?.[field], `${name}.${field}`).toBe(none)
  }
})

test('history tells what the facts tell', () => {
  const policy = policyOf(shipped('history'))
  expect(policy.at(month(2001, 4)).air_interdiction.rule).toBe(2)
  expect(policy.at(month(2001, 5)).air_interdiction.rule).toBe(0)
  expect(policy.at(month(2015, 9)).air_interdiction.rule).toBe(2)
  expect(policy.at(month(2024)).air_interdiction.rule).toBe(1)
  expect(policy.at(month(2013, 6)).outside_eradication.hectares_per_year).toBe(23900)
  let ordered = 0
  for (let m = 0; m < 300; m++) ordered += policy.at(m).forced_eradication.hectares_per_year / 12
  expect(ordered).toBeCloseTo(750 + 200 + 400, 6)
  const reached = policy.at(month(2019, 11)).forced_eradication.where
  expect(vocabulary.districts.filter((_, k) => reached[k] === 1).map(({ name }) => name)).toEqual([
    'Mazamari',
    'Pangoa',
    'Río Tambo',
  ])
  expect(policy.at(month(2014, 12)).alternative_development.promptness).toBe(0.05)
})

test('counterfactual histories differ from history only in the years they are about', () => {
  const history = policyOf(shipped('history'))
  const without = policyOf(shipped('history-no-air-law'))
  expect(without.at(month(2015, 8))).toEqual(history.at(month(2015, 8)))
  expect(without.at(month(2016)).air_interdiction).toMatchObject({ rule: 0, effort: 0.2 })
  expect(without.at(month(2023, 9))).toEqual(history.at(month(2023, 9)))
  const campaign = policyOf(shipped('history-eradication-2014'))
  expect(campaign.at(month(2014)).forced_eradication.hectares_per_year).toBe(15000)
  expect(campaign.at(month(2017))).toEqual(history.at(month(2017)))
})
