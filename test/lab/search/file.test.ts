// Search files: what they may open, what is refused, and that a candidate is the scenario file that is written.
import { describe, expect, test } from 'vitest'
import { readScenarios, resolve } from '../../../src/lab/scenario/library.ts'
import { DEFAULT_SEARCH } from '../../../src/lab/search/default.ts'
import { readSearch, type SearchFile, unknownBase } from '../../../src/lab/search/file.ts'
import { levelsOf, pointAt, scenarioText, tidied, valuesAt } from '../../../src/lab/search/space.ts'
import { studyOutcomes } from '../../../src/lab/study/layout.ts'
import { model } from '../../../src/system/model.ts'
import { textsIn, vocabulary } from '../shipped.ts'

const scored = studyOutcomes(model)
const read = (text: string) => readSearch(text, 'x.yaml', vocabulary, scored)
const told = (text: string) =>
  read(text).problems.map(
    ({ line, field, what, expected, todo }) => `${line} ${field}: ${what} | ${expected} | ${todo}`,
  )
const levers = 'levers:\n  roads: {km_per_year: {low: 0, high: 100}}\n'
const objectives = 'objectives: [{outcome: poverty_rate}]\n'
const shipped = read(DEFAULT_SEARCH).search as SearchFile
const title = { en: 'A', es: 'B' }

describe('the shipped search', () => {
  test('reads, and opens levers of the state and of communities alone', () => {
    expect(read(DEFAULT_SEARCH).problems).toEqual([])
    expect(unknownBase(shipped, 'x', ['baseline'])).toEqual([])
    for (const { path } of shipped.space.genes) {
      const lever = path[0] === 'levers' ? path[1] : path[3]
      if (path[2] === 'when' || path.length === 2) continue
      expect(['farm', 'security', 'services', 'agreements']).toContain(vocabulary.levers[String(lever)]?.group)
    }
    expect(shipped.objectives.map(({ outcome, want }) => `${outcome} ${want}`)).toEqual([
      'poverty_rate less',
      'deaths less',
      'household_income more',
      'public_cost less',
    ])
  })

  test('every point is a scenario file that reads, and means what its numbers say', () => {
    const { space } = shipped
    const files = textsIn('scenarios', '.yaml')
    for (const share of [0, 0.37, 1]) {
      const point = tidied(space, Float64Array.from(space.genes, () => share).map(Math.round))
      const text = scenarioText(space, point, title)
      const { scenarios, problems } = readScenarios({ ...files, 'found.yaml': text }, vocabulary)
      expect(problems).toEqual([])
      const resolved = resolve('found', scenarios, vocabulary)
      const values = valuesAt(space, point)
      const month = (2030 - 2000) * 12
      space.genes.forEach(({ path }, j) => {
        if (path[0] === 'levers')
          expect(resolved.levers[String(path[1])]?.fields[String(path[2])]?.[month]).toBe(values[j])
      })
      expect(resolved.adaptive?.length ?? 0).toBe(share < 0.5 ? 0 : 1)
      if (share > 0.5)
        expect(resolved.adaptive?.[0]).toMatchObject({ start: 312, lasts: 24, when: { threshold: 16, months: 6 } })
      expect(valuesAt(space, pointAt(space, values))).toEqual(values)
    }
  })

  test('numbers of a rule that is not used make no other candidate', () => {
    const { space } = shipped
    const use = space.genes.findIndex(({ path }) => path.length === 2)
    const point = Float64Array.from(space.genes, (_, j) => (j === use ? 0 : 1))
    expect(tidied(space, point).slice(use)).toEqual(new Float64Array(space.genes.length - use))
    expect(scenarioText(space, point, title)).not.toMatch(/rules/)
  })

  test('steps leave no dust', () => {
    const { space } = read(
      `from: baseline\nlevers:\n  dialogue: {effort: {low: 0, high: 0.3, step: 0.1}}\n${objectives}`,
    ).search as SearchFile
    expect(levelsOf(space.genes[0]?.range as never)).toBe(4)
    expect([0, 1, 2, 3].map((k) => valuesAt(space, Float64Array.of(k / 3))[0])).toEqual([0, 0.1, 0.2, 0.3])
  })
})

describe('what cannot be searched', () => {
  test('choices of traffickers and of the armed group, the outside world and rival mechanisms are no levers', () => {
    for (const section of ['world:\n  demand: {low: 0, high: 1}\n', 'model:\n  frontier: {low: 0, high: 1}\n'])
      expect(told(`from: baseline\n${levers}${section}${objectives}`)[0]).toMatch(/"(world|model)" is not known here/)
    for (const name of ['demand', 'armed_strength', 'switch_frontier', 'levy_share', 'mode_share'])
      expect(told(`from: baseline\nlevers:\n  ${name}: {level: {low: 0, high: 1}}\n${objectives}`)).toEqual([
        expect.stringMatching(new RegExp(`^3 levers\\.${name}: "${name}" is not known here`)),
      ])
    for (const outcome of ['armed_revenue', 'exported', 'mode_share/air', 'armed_strength'])
      expect(told(`from: baseline\n${levers}objectives: [{outcome: ${outcome}, want: more}]\n`)[0]).toMatch(
        /objectives\.0\.outcome/,
      )
    expect(told(`from: baseline\n${levers}objectives: [{outcome: deaths, want: more}]\n`)).toEqual([
      expect.stringMatching(/would look for harm \| want: less/),
    ])
  })
})

describe('what is wrong is told', () => {
  test('all at once, at its line', () => {
    expect(
      told(
        [
          'from: baseline',
          'start: 2019-01',
          'levers:',
          '  roads: {km_per_year: {low: 10, high: 5}}',
          '  power: {homes_per_year: {low: 0, high: 100, steps: 5}}',
          '  dialogue: {effort: {low: 0}}',
          'objectives: [{outcome: coca_area}, {outcome: poverty_rat}, {outcome: deaths}, {outcome: deaths}]',
          'limits: [{outcome: deaths}]',
          '',
        ].join('\n'),
      ),
    ).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^2 start: "2019-01" lies in the past/),
        expect.stringMatching(/^4 levers\.roads\.km_per_year: low is 10 and high is 5/),
        expect.stringMatching(/^5 levers\.power\.homes_per_year: "steps" has no meaning/),
        expect.stringMatching(/^6 levers\.dialogue\.effort: a number is missing/),
        expect.stringMatching(/^7 objectives\.0: whether more or less of coca_area is better is open/),
        expect.stringMatching(/^7 objectives\.1\.outcome: "poverty_rat".*write "poverty_rate"/),
        expect.stringMatching(/^7 objectives\.3: deaths stands twice/),
        expect.stringMatching(/^8 limits\.0: no limit stands here/),
      ]),
    )
  })

  test('ranges beyond what a lever takes, wrong units of rules, nothing open, no such base', () => {
    expect(told(`from: baseline\nlevers:\n  roads: {km_per_year: {low: 0, high: 4000}}\n${objectives}`)).toEqual([
      expect.stringMatching(/^3 levers\.roads\.km_per_year: 4000 is out of range \| at most 400/),
    ])
    expect(
      told(
        `from: baseline\n${levers}rules:\n  - when: {outcome: leaf_price, below: {low: 4, high: 9}, unit: USD/kg}\n    then: {roads: {km_per_year: 4}}\n${objectives}`,
      ),
    ).toEqual([expect.stringMatching(/^5 rules\.0\.when\.unit: "USD\/kg" is not the unit/)])
    expect(told(`from: baseline\nlevers:\n  roads: {km_per_year: 4}\n${objectives}`)).toEqual([
      expect.stringMatching(/no number is open/),
    ])
    const { search } = read(`from: baselin\n${levers}${objectives}`)
    expect(unknownBase(search as SearchFile, 'x.yaml', ['baseline'])[0]?.todo).toMatch(/write "baseline"/)
    expect(told('')).toHaveLength(1)
    expect(told('- a\n').length).toBeGreaterThan(0)
  })
})
