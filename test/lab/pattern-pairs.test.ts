import { expect, test } from 'vitest'
import { cellsFor, type Selection } from '../../src/lab/cells.ts'
import { priorDraws } from '../../src/lab/draws.ts'
import { HISTORY, runName, variantsOf } from '../../src/lab/patterns/causes.ts'
import { contrasted, stated } from '../../src/lab/patterns/contrasts.ts'
import type { PairTest } from '../../src/lab/patterns/counterfactual.ts'
import { measuredPair } from '../../src/lab/patterns/pairs.ts'
import { judged, together, without } from '../../src/lab/patterns/patterns.ts'
import { withQuantities } from '../../src/lab/patterns/quantities.ts'
import { readPatterns } from '../../src/lab/patterns/read.ts'
import type { Pattern } from '../../src/lab/patterns/schema.ts'
import { readScenarios } from '../../src/lab/scenario/library.ts'
import { measures } from '../../src/system/measure.ts'
import { outcomes } from '../../src/system/outcomes.ts'
import { frame, pack } from './known.ts'
import { textsIn, vocabulary } from './shipped.ts'

const model = withQuantities({ outcomes, measures })
const selection: Selection = {
  outcomes: ['coca_area', 'coca_area_outside', 'eradicated', 'relative_return'],
  years: [2000, 2010],
  districts: [],
  districtYears: [],
  monthly: ['leaf_price'],
}
const cells = cellsFor(selection, model, frame)
type Value = (outcome: string, time: number) => number
const runOf = (value: Value): Float64Array => {
  const run = new Float64Array(cells.length)
  for (const { outcome, times, offset } of cells.lines)
    for (const [k, time] of times.entries()) run[offset + k] = value(outcome, time)
  return run
}
const flat = runOf((outcome) => ({ eradicated: 0, relative_return: 2, leaf_price: 8 })[outcome] ?? 1000)
/** From 2006: a tenth less coca here, 50 ha more elsewhere, 200 ha removed, return down by a fifth, price halved in one month. */
const changed = runOf((outcome, time) => {
  if (outcome === 'leaf_price') return time === 75 ? 4 : 8
  if (outcome === 'eradicated') return time === 2006 ? 200 : 0
  if (outcome === 'relative_return') return time >= 2006 ? 1.6 : 2
  if (outcome === 'coca_area_outside') return time >= 2006 ? 1050 : 1000
  return time < 2006 ? 1000 : time < 2008 ? 900 : 980
})
const asked = (test: object) =>
  measuredPair({ run: 'a', band: [-1, 1], ...test } as PairTest, cells, changed, flat)?.value

test('what is asked of a pair of runs has known answers', () => {
  expect(asked({ statistic: 'relative', outcome: 'coca_area', years: [2006, 2007] })).toBeCloseTo(-0.1, 12)
  expect(asked({ statistic: 'relative', outcome: 'coca_area', years: [2007, 2008] })).toBeCloseTo(-0.06, 12)
  const months = { outcome: 'leaf_price', months: ['2006-03', '2006-06'] }
  expect(asked({ statistic: 'relative_months', how: 'lowest', ...months })).toBe(-0.5)
  expect(asked({ statistic: 'relative_months', how: 'mean', ...months })).toBe(-0.125)
  expect(asked({ statistic: 'difference', outcome: 'eradicated', years: [2005, 2007] })).toBe(200)
  expect(
    asked({ statistic: 'elasticity', outcome: 'coca_area', year: 2006, by: 'relative_return', over: [2006, 2006] }),
  ).toBeCloseTo(Math.log(0.9) / Math.log(0.8), 5)
  // a hundred hectares fewer here, fifty more elsewhere, for two hundred removed
  const both = { outcome: ['coca_area', 'coca_area_outside'], year: 2007 }
  expect(asked({ statistic: 'per_unit', per: 'eradicated', over: [2006, 2006], ...both })).toBeCloseTo(0.25, 12)
  expect(asked({ statistic: 'kept', outcome: 'coca_area', from: 2007, to: 2009 })).toBeCloseTo(0.2, 12)
})

test('a cause that did nothing has no response, and what was not kept is no answer', () => {
  expect(
    asked({ statistic: 'per_unit', outcome: 'coca_area', year: 2003, per: 'eradicated', over: [2002, 2002] }),
  ).toBeNaN()
  expect(asked({ statistic: 'kept', outcome: 'coca_area', from: 2003, to: 2009 })).toBeNaN()
  expect(asked({ statistic: 'relative', outcome: 'leaf_output', years: [2006, 2006] })).toBeUndefined()
  expect(asked({ statistic: 'relative', outcome: 'coca_area', years: [2006, 2011] })).toBeUndefined()
})

const text = (rest: string, role = 'S', answer = 'counterfactual') =>
  `patterns:\n  - {id: p, number: 20, role: ${role}, answer: ${answer}, en: a, es: b, source: s, claims: judgement, tests: [], ${rest}}\n`
const pair = (runs: string, test = 'run: less') =>
  `counterfactual: {from: 2006, until: 2008, runs: {${runs}}, tests: [{statistic: relative, ${test}, outcome: coca_area, years: [2006, 2007], band: [-0.2, 0]}]}`
const less = 'less: {parameters: {growth: 0}}'
const read = (rest: string, ...more: [string?, string?]) => readPatterns({ 'c.yaml': text(rest, ...more) })

test('draws are judged one by one; a number that is none lies outside', () => {
  const [pattern] = read(pair(less)).patterns as [Pattern]
  const draw = (run: Float64Array) => (name: string) => (name === HISTORY ? flat : name === 'p: less' ? run : undefined)
  const [result] = contrasted([pattern], cells, [draw(changed), draw(changed), draw(flat), draw(runOf(() => 2000))])
  expect(result).toMatchObject({ status: 'inside', share_inside: 0.75, pass: true, tests: [{ band: [-0.2, 0] }] })
  expect(result?.tests[0]?.p50).toBeCloseTo(-0.05, 12)
  expect(contrasted([pattern], cells, [() => undefined])[0]).toMatchObject({ status: 'not run', pass: null })
  const none = { value: Number.NaN, band: [-1, 1] as const }
  expect(judged(pattern, [[none], [{ ...none, value: 0.5 }]])).toMatchObject({
    share_inside: 0.5,
    tests: [{ p50: 0.5 }],
  })
  expect(judged({ ...pattern, role: 'I' }, [[{ ...none, value: 0.5 }]])).toMatchObject({ status: 'inside', pass: null })
})

test('an answer takes the place of none, in file order', () => {
  const [a] = read(pair(less)).patterns as [Pattern]
  const b = { ...a, id: 'q' }
  const inside = judged(a, [[{ value: 0, band: [0, 0] }]])
  const found = together([b, a], [without(a, 'not run'), without(b, 'held back')], [inside])
  expect(found.map(({ id, status }) => [id, status])).toEqual([
    ['q', 'held back'],
    ['p', 'inside'],
  ])
  expect(found[0]?.words?.es).toContain('apartado')
  expect(together([a])[0]).toMatchObject({ status: 'not run', words: { en: expect.stringContaining('pairs of runs') } })
})

test.each([
  ['a run that is not described', pair(less, 'run: more')],
  ['tests of another kind', 'values: [{parameter: a, band: [0, 1]}]'],
  ['two kinds of tests', `values: [{parameter: a, band: [0, 1]}], ${pair(less)}`],
  ['none at all', 'need: 0.5'],
])('a counterfactual with %s is refused', (_, rest) => {
  expect(read(rest).problems.map(({ code }) => code)).toEqual(['role'])
  expect(read(pair(less)).problems).toEqual([])
})

const { scenarios } = readScenarios(textsIn('scenarios', '.yaml'), vocabulary)
const { patterns } = readPatterns(textsIn('checks', '.yaml'))

test('a lever that no scenario could name is told with the pattern', () => {
  const [pattern] = read(pair('less: {levers: {air_interdiktion: {effort: 1}}}')).patterns as [Pattern]
  const { problems } = variantsOf([pattern], scenarios, vocabulary)
  expect(problems).toMatchObject([
    { field: 'p: less: levers.air_interdiktion', todo: expect.stringContaining('air_interdiction') },
  ])
})

test('the causes shipped are levers, figures and parameters that there are, and change their run', () => {
  const { variants, problems } = variantsOf(patterns, scenarios, vocabulary)
  expect(problems).toEqual([])
  const history = variants[0]
  const names = new Set(pack.parameters.map(({ name }) => name))
  for (const { number, id, counterfactual: pairs, values = [] } of patterns) {
    for (const { parameter, over } of values)
      expect(names.has(parameter) && (over === undefined || names.has(over)), id).toBe(true)
    for (const run of Object.keys(pairs?.runs ?? {})) {
      const variant = variants.find((one) => one.id === runName({ id } as Pattern, run))
      const acts =
        variant?.scenario.card.hash !== history?.scenario.card.hash || (variant?.change.world ?? []).length > 0
      expect(acts, `${number}: ${run}`).toBe(true)
    }
  }
  const ids = patterns.filter(({ counterfactual: pairs }) => pairs).map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(['15', '20', '22', '23', '24b', '26', '30', '38', 'subsidy-ends']))
})

test('what a parameter states is read from the draws and never counted', () => {
  const asked = patterns.filter(({ id }) => id === '36' || id === '29')
  const results = stated(asked, priorDraws(1, 40), pack.parameters, {})
  expect(results.map(({ id }) => id)).toEqual(asked.map(({ id }) => id))
  for (const { share_inside, pass } of results) {
    expect(share_inside).toBeGreaterThan(0)
    expect(pass).toBeNull()
  }
  const [pattern] = read('values: [{parameter: nothing, band: [0, 1]}]', 'I', 'parameters').patterns as [Pattern]
  expect(() => stated([pattern], priorDraws(1, 1), pack.parameters, {})).toThrow('no parameter nothing')
})
