// Rules of policy: told when wrong, blind to what is not known yet, and the same bits wherever a run begins.
import { describe, expect, test } from 'vitest'
import { cellsFor } from '../../src/lab/cells.ts'
import { priorDraws } from '../../src/lab/draws.ts'
import { type Plan, runJob } from '../../src/lab/member.ts'
import type { LabModel } from '../../src/lab/model.ts'
import { readables } from '../../src/lab/rules-of-policy/readable.ts'
import { figureOf, watchOf } from '../../src/lab/rules-of-policy/watch.ts'
import { readScenarios, resolve } from '../../src/lab/scenario/library.ts'
import type { Resolved } from '../../src/lab/scenario/types.ts'
import { outcomes } from '../../src/system/outcomes.ts'
import { vocabulary } from './shipped.ts'
import { frame, toy, toyContext } from './toy.ts'

const model: LabModel = {
  ...toy,
  // biome-ignore lint/suspicious/noExplicitAny: rows of the toy have no type of their own
  measures: { ...toy.measures, coca_area_reported: { of: 'district', num: (d: any) => d.coca } },
}
const head = 'title: {en: A, es: B}\n'
const base = 'title: {en: Base, es: Base}\nspan: {from: 2003, to: 2006}\n'
const told = (rules: string) =>
  readScenarios({ 'x.yaml': `${head}${rules}` }, vocabulary).problems.map(
    ({ line, field, what, expected, todo }) => `${line} ${field}: ${what} | ${expected} | ${todo}`,
  )
function scenario(text: string): Resolved {
  const { scenarios, problems } = readScenarios({ 'base.yaml': base, 'x.yaml': `${head}${text}` }, vocabulary)
  expect(problems).toEqual([])
  return resolve('x', scenarios, vocabulary)
}
const plain = scenario('from: base\n')
const planOf = (...scenarios: Resolved[]): Plan => ({
  scenarios,
  draws: priorDraws(1, 5),
  months: 84,
  selection: {
    outcomes: ['coca_area', 'deaths', 'public_cost'],
    years: [2000, 2006],
    districts: [],
    districtYears: [],
    monthly: ['coca_area'],
  },
})
const run = (...scenarios: Resolved[]) => runJob(toyContext(planOf(...scenarios), model), { index: 0, draw: 3 }).members
const rule = (when: string, more = '', act = 'hectares_per_year: 9') =>
  `from: base\nrules:\n  - when: ${when}\n    then: {forced_eradication: {${act}}}\n${more}`

describe('what is wrong with rules is told', () => {
  test('all at once, with lines, near names, units and ranges', () => {
    expect(
      told(
        [
          'rules:',
          '  - when: {outcome: leaf_prise, below: 6}',
          '    then: {roads: {km_per_year: 40}}',
          '  - when: {outcome: leaf_price, below: 6, above: 9, unit: USD/kg}',
          '    then: {rods: {km_per_year: 40}}',
          '  - when: {outcome: poverty_rate, above: 30, delay_months: 1, for_month: 3}',
          '    then: {roads: {km_per_year: 4000}, power: {districts: all}}',
          '    lasts_months: 0',
          '    start: 2026',
          '  - when: {outcome: deaths, below: 10}',
          '    then: {}',
          '',
        ].join('\n'),
      ),
    ).toEqual([
      expect.stringMatching(/^3 rules\.0\.when\.outcome: "leaf_prise".*write "leaf_price"/),
      expect.stringMatching(/^5 rules\.1\.when: two thresholds/),
      expect.stringMatching(/^6 rules\.1\.then\.rods.*write "roads"/),
      expect.stringMatching(/^7 rules\.2\.when\.for_month:.*write "for_months"/),
      expect.stringMatching(/^7 rules\.2\.when\.above: 30 is out of range \| a share.*write 0\.3/),
      expect.stringMatching(/^7 rules\.2\.when\.delay_months: poverty_rate is not known 1 months.*at least 5/),
      expect.stringMatching(/^8 rules\.2\.then\.roads\.km_per_year: 4000 is out of range \| at most 400/),
      expect.stringMatching(/^8 rules\.2\.then\.power: the rule sets no field/),
      expect.stringMatching(/^9 rules\.2\.lasts_months: 0 is out of range/),
      expect.stringMatching(/^10 rules\.2\.start/),
      expect.stringMatching(/^12 rules\.3\.then: the rule does nothing/),
    ])
    expect(told('rules:\n  - when: {outcome: leaf_price, below: 6, unit: USD/kg}\n    then: {roads: none}\n')).toEqual([
      expect.stringMatching(/^3 .*"USD\/kg" is not the unit of leaf_price \| PEN\/kg/),
    ])
  })

  test('a rule reads only what is published, and sets only levers', () => {
    for (const hidden of ['armed_strength', 'armed_revenue', 'armed_control', 'exported', 'mode_share', 'coca_area'])
      expect(told(`rules:\n  - when: {outcome: ${hidden}, above: 0}\n    then: {roads: none}\n`)).toHaveLength(1)
    for (const name of Object.keys(readables)) expect(Object.keys(outcomes)).toContain(name)
    expect(told('rules:\n  - when: {outcome: deaths, above: 9}\n    then: {demand: {path: low}}\n')).toEqual([
      expect.stringMatching(/"demand" is not known here/),
    ])
  })

  test('names that every object has are unknown like any other', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const known = `rules:\n  - when: {outcome: deaths, above: 9}\n    then: {${name}: {km_per_year: 4}}\n`
      expect(told(known).join('\n')).toContain(`"${name}" is not known here`)
      expect(told(`rules:\n  - when: {outcome: ${name}, above: 9}\n    then: {roads: none}\n`)).toHaveLength(1)
    }
  })
})

describe('what is known', () => {
  const watch = watchOf([scenario(rule('{outcome: deaths, above: 1}'))], model, frame)
  const monthly = watch?.cells.lines.find(({ outcome }) => outcome === 'deaths')

  test('is twelve months up to the delay, and nothing of the first months', () => {
    if (!watch || !monthly) throw new Error('deaths are not watched')
    const seen = new Float64Array(watch.cells.length)
    for (let k = 0; k < 60; k++) seen[monthly.offset + k] = k
    const figure = figureOf(watch, { outcome: 'deaths', delay: 2 })
    expect(figure(seen, 12)).toBeNaN()
    expect(figure(seen, 13)).toBe(66)
    expect(figure(seen, 30)).toBe(Array.from({ length: 12 }, (_, k) => 17 + k).reduce((a, b) => a + b))
  })

  test('of a year comes with its delay after December', () => {
    const yearly = watchOf([scenario(rule('{outcome: coca_area_reported, above: 1}'))], model, frame)
    const line = yearly?.cells.lines.find(({ shownIn }) => shownIn.includes('default'))
    if (!yearly || !line) throw new Error('the survey is not watched')
    const seen = new Float64Array(yearly.cells.length)
    line.times.forEach((year, k) => {
      seen[line.offset + k] = year
    })
    const figure = figureOf(yearly, { outcome: 'coca_area_reported', delay: 6 })
    expect(figure(seen, 12 + 4)).toBeNaN()
    expect(figure(seen, 12 + 5)).toBe(2000)
    expect(figure(seen, 24 + 4)).toBe(2000)
    expect(figure(seen, 24 + 5)).toBe(2001)
  })

  test('no plan without rules measures anything for them', () => {
    expect(toyContext(planOf(plain), model).watch).toBeUndefined()
    expect(plain.card).not.toHaveProperty('rules')
  })
})

describe('a run with a rule', () => {
  // the survey of December 2003, known in June 2004, is the first one above this
  const cells = cellsFor(planOf(plain).selection, model, frame)
  const line = cells.lines.find(
    ({ outcome, scope, monthly }) => outcome === 'coca_area' && scope === 'coca zone' && !monthly,
  )
  const survey = run(plain)[0]?.slice(line?.offset, (line?.offset ?? 0) + 7) as Float64Array
  const middle = ((survey[2] as number) + (survey[3] as number)) / 2
  const fixed = (start: string, end = '') =>
    scenario(`from: base\nlevers:\n  forced_eradication: {hectares_per_year: 9, start: ${start}${end}}\n`)

  test('is the run of a plan that sets the same levers from the month the figure is known', () => {
    const [adaptive] = run(scenario(rule(`{outcome: coca_area_reported, above: ${middle}}`)))
    expect(adaptive).toEqual(run(fixed('2004-06'))[0])
    expect(adaptive).not.toEqual(run(plain)[0])
    expect(run(scenario(rule(`{outcome: coca_area_reported, above: ${middle}, delay_months: 9}`)))[0]).toEqual(
      run(fixed('2004-09'))[0],
    )
  })

  test('waits for months in a row, may not act before its start, and goes back when it ends', () => {
    expect(run(scenario(rule(`{outcome: coca_area_reported, above: ${middle}, for_months: 5}`)))[0]).toEqual(
      run(fixed('2004-10'))[0],
    )
    expect(run(scenario(rule(`{outcome: coca_area_reported, above: ${middle}}`, '    start: 2005-03\n')))[0]).toEqual(
      run(fixed('2005-03'))[0],
    )
    const below = `{outcome: coca_area_reported, below: ${middle}}`
    expect(run(scenario(rule(below, '    lasts_months: 4\n')))[0]).toEqual(run(fixed('2003-01', ', end: 2004-09'))[0])
  })

  test('has the same bits alone and as a branch of another scenario', () => {
    const long = scenario(rule(`{outcome: coca_area_reported, above: ${survey[1]}, for_months: 14}`))
    const short = scenario(rule(`{outcome: leaf_price, above: 1}`, '    lasts_months: 1\n'))
    const [, first, second, third] = run(plain, long, short, fixed('2004-06'))
    expect(first).toEqual(run(long)[0])
    expect(second).toEqual(run(short)[0])
    expect(third).toEqual(run(fixed('2004-06'))[0])
    expect(run(long, plain)[1]).toEqual(run(plain)[0])
    expect(first).not.toEqual(run(plain)[0])
  })

  test('a rule that limits its lever to districts gives them back', () => {
    const where = `{outcome: coca_area_reported, below: ${middle}}`
    const act = "hectares_per_year: 9, districts: ['050503']"
    const set = `from: base\nlevers:\n  forced_eradication: {${act}, end: 2004-06}\n`
    expect(run(scenario(rule(where, '    lasts_months: 1\n', act)))[0]).toEqual(run(scenario(set))[0])
  })

  test('rules are part of what names a policy, and its card tells them', () => {
    const one = scenario(rule('{outcome: leaf_price, below: 6}'))
    expect(one.card.hash).not.toBe(plain.card.hash)
    expect(one.card.hash).not.toBe(scenario(rule('{outcome: leaf_price, below: 7}')).card.hash)
    expect(one.card.rules).toEqual([
      {
        ...{ outcome: 'leaf_price', unit: 'PEN/kg', side: 'below', threshold: 6, months: 1, figure: 'month', delay: 3 },
        ...{ start: '2003-01', sets: { forced_eradication: { hectares_per_year: 9 } } },
      },
    ])
    expect(structuredClone(one)).toEqual(one)
  })
})
