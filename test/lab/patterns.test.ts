import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadPackage } from '../../src/evidence/package.ts'
import { formatProblem } from '../../src/evidence/problem.ts'
import { readDataPackage } from '../../src/host/sources.ts'
import { answerable, cellsFor, selectionFor } from '../../src/lab/cells.ts'
import { priorDraws } from '../../src/lab/draws.ts'
import { collectorFor } from '../../src/lab/ensemble.ts'
import type { Plan } from '../../src/lab/member.ts'
import { answersOf, evaluate, meets } from '../../src/lab/patterns/patterns.ts'
import { readPatterns } from '../../src/lab/patterns/read.ts'
import { patternLinks, yearsOf } from '../../src/lab/patterns/schema.ts'
import { readScenarios, resolve } from '../../src/lab/scenario/library.ts'
import { screen, screenPatterns } from '../../src/lab/screen.ts'
import { measures } from '../../src/system/measure.ts'
import { outcomes } from '../../src/system/outcomes.ts'
import { districts, root, textsIn, vocabulary } from './shipped.ts'

const model = { outcomes, measures }
const { patterns, problems } = readPatterns(textsIn('checks', '.yaml'), answerable(model))
const frame = { districts, zones: ['Huallaga', 'San Gaban'] }
const selection = selectionFor('history', model, { from: 2000, to: 2024 })
const cells = cellsFor(selection, model, frame)

/** A run made by hand: by outcome, place and year (or month). */
const runOf = (value: (outcome: string, place: string, time: number) => number): Float64Array => {
  const run = new Float64Array(cells.length)
  for (const line of cells.lines)
    for (const [k, time] of line.times.entries()) run[line.offset + k] = value(line.outcome, line.place, time)
  return run
}
const observed: Record<number, number> = {
  2000: 11475,
  2008: 16719,
  2010: 19723,
  2013: 19167,
  2014: 18845,
  2015: 18333,
  2016: 20304,
  2018: 24111,
  2020: 27994,
  2022: 35709,
  2023: 38253,
  2024: 36345,
}
const between = (year: number): number => {
  const known = Object.keys(observed).map(Number)
  const below = Math.max(...known.filter((y) => y <= year))
  const above = Math.min(...known.filter((y) => y >= year))
  const share = above === below ? 0 : (year - below) / (above - below)
  return (observed[below] as number) * (1 - share) + (observed[above] as number) * share
}
const asObserved = runOf((outcome, place, time) => (outcome === 'coca_area' && place === 'VRAEM' ? between(time) : 0))
const pattern = (id: string) => patterns.find((p) => p.id === id) as (typeof patterns)[number]
const ratio = (id: string, run: Float64Array) => meets(pattern(id), cells, run)

test('all 42 patterns are there, roles as the rules want them', () => {
  expect(problems.map(formatProblem)).toEqual([])
  const numbers = new Set(patterns.map(({ number }) => number))
  for (let n = 1; n <= 42; n++) expect(numbers.has(n), `pattern ${n}`).toBe(true)
  for (const { id, role, tests } of patterns)
    if (role === 'C') for (const year of tests.flatMap(yearsOf)) expect(year, id).toBeLessThanOrEqual(2018)
  expect(
    patterns
      .filter(({ role }) => role === 'B')
      .map(({ number }) => number)
      .sort((a, b) => a - b),
  ).toEqual([13, 13, 33, 35])
  const echoes = [8, 8, 16, 21, 24, 25, 27, 28, 29, 31, 36, 37, 41, 42]
  expect(
    patterns
      .filter(({ role }) => role === 'I')
      .map(({ number }) => number)
      .sort((a, b) => a - b),
  ).toEqual([...echoes, 32].sort((a, b) => a - b))
})

test('every pattern cites claims of the ledger or says judgement, and series that are in the data', async () => {
  const { ledger, observations } = loadPackage(await readDataPackage(join(root, 'data')))
  const series = new Set(observations.map((point) => point.series))
  const wrong = patterns.flatMap(({ id, claims, observations = [] }) => [
    ...(claims === 'judgement' ? [] : Object.keys(claims).filter((claim) => ledger.claim(claim) === undefined)),
    ...observations.filter((name) => !series.has(name)).map((name) => `${id}: ${name}`),
  ])
  expect(wrong).toEqual([])
  expect(patterns.filter(({ claims }) => claims === 'judgement').map(({ id }) => id)).toEqual(['12'])
})

test('what patterns cite becomes links of the ledger', () => {
  const links = patternLinks([pattern('4'), pattern('12')])
  expect(links).toHaveLength(3)
  expect(links).toContainEqual({ claim: 'C0145', kind: 'pattern', target: '4', supports: 'size of the first fall' })
})

test('the observed series makes the patterns that were read from it', () => {
  for (const id of ['area-range', 'area-growth', '1a', '1b', '2', '3a', '3b', '4', '10']) {
    const answer = ratio(id, asObserved)
    expect(answer?.met, id).toBe(answer?.of)
  }
})

test('a flat series misses the boom and the fall, and 6,000 ha is absurd', () => {
  const flat = runOf((outcome, place) => (outcome === 'coca_area' && place === 'VRAEM' ? 18000 : 0))
  for (const id of ['1b', '3a', '3b', '4', 'area-growth'])
    expect(ratio(id, flat)?.met, id).toBeLessThan(ratio(id, flat)?.of ?? 0)
  const low = runOf((outcome, place) => (outcome === 'coca_area' && place === 'VRAEM' ? 6000 : 0))
  expect(ratio('area-range', low)?.met).toBe(0)
})

test('concentration counts districts and shares', () => {
  const spread = (n: number) =>
    runOf((outcome, place) =>
      outcome === 'coca_area' && districts.findIndex((d) => d.ubigeo === place) < n && place !== 'VRAEM' ? 100 : 0,
    )
  expect(ratio('5', spread(18))).toEqual({ met: 1, of: 2 })
  const skewed = runOf((outcome, place) => {
    const k = districts.findIndex((d) => d.ubigeo === place)
    return outcome === 'coca_area' && k >= 0 && k < 18 ? (k < 6 ? 300 : 100) : 0
  })
  expect(ratio('5', skewed)).toEqual({ met: 2, of: 2 })
})

test('a price that halves after the air rule makes pattern 9', () => {
  const price = (drop: number) =>
    runOf((outcome, _, time) => (outcome === 'leaf_price' ? (time >= 192 && time < 300 ? 10 * (1 - drop) : 10) : 0))
  expect(ratio('9', price(0.5))).toEqual({ met: 1, of: 1 })
  expect(ratio('9', price(0.2))).toEqual({ met: 0, of: 1 })
  expect(ratio('9', price(0.8))).toEqual({ met: 0, of: 1 })
})

test('the worst year and the shift of a share have known answers', () => {
  const run = runOf((outcome, place, time) => {
    if (outcome.startsWith('deaths/')) return time === 2009 ? 30 : 10
    if (outcome === 'coca_area' && place === 'VRAEM') return time < 2021 ? 45 : 38
    return outcome === 'coca_area_outside' && place === 'outside' ? (time < 2021 ? 55 : 62) : 0
  })
  expect(ratio('34d', run)).toEqual({ met: 1, of: 1 })
  expect(answersOf(pattern('34d'), cells, run)?.[0]?.value).toBe(60)
  expect(answersOf(pattern('6b'), cells, run)?.[2]?.value).toBeCloseTo(-0.07, 12)
})

test('an ensemble passes what half of its draws make; blind and echo patterns are never counted', () => {
  const { scenarios } = readScenarios(textsIn('scenarios', '.yaml'), vocabulary)
  const plan: Plan = {
    scenarios: [resolve('history', scenarios, vocabulary)],
    draws: priorDraws(1, 4),
    months: 300,
    selection,
  }
  const collector = collectorFor(plan, model, frame)
  const zero = new Float64Array(cells.length)
  for (const [index, run] of [asObserved, asObserved, asObserved, zero].entries())
    collector.add({ index, draw: index, members: [run] })
  const results = evaluate(patterns, collector)
  const of = (id: string) => results.find((r) => r.id === id)
  expect(of('1a')).toMatchObject({ status: 'inside', share_inside: 0.75, pass: true })
  expect(of('7a')).toMatchObject({ status: 'outside', share_inside: 0, pass: false })
  expect(of('32c')).toMatchObject({ status: 'not run', pass: null })
  expect(of('15')).toMatchObject({ status: 'not run', share_inside: null, pass: null })
  for (const { role, pass } of results) if (role === 'I' || role === 'B') expect(pass).toBeNull()
})

test('screening keeps the draws that are not absurd and says so', () => {
  const rule = {
    patterns: screenPatterns(patterns).filter(({ id }) => ['area-range', 'area-growth', '1a', '2'].includes(id)),
    misses: 0,
  }
  expect(screenPatterns(patterns).every(({ role }) => role === 'C' || role === 'bound')).toBe(true)
  const runs = [asObserved, new Float64Array(cells.length), asObserved, asObserved]
  const { list, verdicts } = screen(priorDraws(9, 4), rule, cells, (draw) => runs[draw] as Float64Array, 2)
  expect(list).toMatchObject({ kind: 'screened', seed: 9, indices: [0, 2], tried: 3 })
  expect(verdicts[1]?.missed).toContain('area-range')
  expect(list.note.en).toContain('2 of 3')
})

test('a pattern of an outcome that the model does not have is refused, with the name that was meant', () => {
  const pattern = (outcome: string) =>
    `patterns:\n  - {id: x, number: 0, role: bound, answer: history, en: a, es: b, source: s, claims: judgement, tests: [{statistic: ratio, outcome: coca_area, over: [${outcome}], years: [2015, 2020], band: [0, 1]}]}\n`
  const found = (outcome: string) => readPatterns({ 'c.yaml': pattern(outcome) }, answerable(model)).problems
  expect(found('deaths/civilian')).toEqual([])
  expect(found('leaf_outptu')).toMatchObject([
    {
      code: 'unknown-outcome',
      line: 2,
      field: 'x',
      what: 'there is no outcome leaf_outptu',
      todo: 'write leaf_output',
    },
  ])
  expect(found('happiness')).toMatchObject([{ todo: 'write one of those that vraem model lists' }])
})

test('a checks file with faults names them', () => {
  const text =
    'patterns:\n  - {id: x, number: 1, role: C, answer: history, en: a, es: b, source: s, claims: judgement, tests: [{statistic: change, outcome: coca_area, from: 2015, to: 2020, band: [0, 1]}]}\n  - {id: x, number: 43, role: Q, answer: history, en: a, es: b, source: s, claims: judgement, tests: []}\n'
  const codes = readPatterns({ 'c.yaml': text }).problems
  expect(codes.some(({ line, field }) => line === 3 && field?.endsWith('number'))).toBe(true)
  const late = readPatterns({ 'c.yaml': text.split('\n').slice(0, 2).join('\n') }).problems
  expect(late.map(({ code }) => code)).toEqual(['role'])
})

test.each([
  ['no claims at all', '', 'patterns.0.claims'],
  ['an empty list of claims', 'claims: {}, ', 'patterns.0.claims'],
  ['four words', 'claims: {C0135: area in year 2000}, ', 'patterns.0.claims.C0135'],
  ['an id that no claim has', 'claims: {K1: area at the start year}, ', 'patterns.0.claims'],
  ['a word for the grounds other than judgement', 'claims: guess, ', 'patterns.0.claims'],
])('a pattern on the wrong grounds is refused: %s', (_, claims, field) => {
  const text = `patterns:\n  - {id: x, number: 0, role: bound, answer: parameters, en: a, es: b, source: s, ${claims}tests: [], values: [{parameter: a, band: [0, 1]}]}\n`
  expect(readPatterns({ 'c.yaml': text }).problems.map((problem) => problem.field)).toEqual([field])
  const right = text.replace(
    claims || 'tests:',
    claims ? 'claims: {C0135: area at the start year}, ' : 'claims: judgement, tests:',
  )
  expect(readPatterns({ 'c.yaml': right }).problems).toEqual([])
})
