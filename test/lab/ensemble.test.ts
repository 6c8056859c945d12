import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsFor, selectionFor } from '../../src/lab/cells.ts'
import { compareResult, differenceOf, sureness } from '../../src/lab/compare.ts'
import { hashOfDraws, priorDraws } from '../../src/lab/draws.ts'
import { collectorFor, runResult } from '../../src/lab/ensemble.ts'
import { checkManifest, makeManifest } from '../../src/lab/manifest.ts'
import { type Plan, planJobs, runJob, same } from '../../src/lab/member.ts'
import type { SCOPES } from '../../src/lab/results.ts'
import { readScenarios, resolve } from '../../src/lab/scenario/library.ts'
import { compareManifests } from '../../src/lab/verify.ts'
import { vocabulary as all, textsIn } from './shipped.ts'
import { frame, toy, toyContext } from './toy.ts'

const vocabulary = { ...all, districts: frame.districts }
const head = 'title: {en: A, es: B}\n'
const files = {
  'history.yaml': `${head}span: {from: 2000, to: 2024}\nlevers: {roads: {km_per_year: 4}}\n`,
  'baseline.yaml': `${head}from: history\nspan: {from: 2025, to: 2035}\n`,
  'copy.yaml': `${head}from: baseline\n`,
  'uproot.yaml': `${head}from: baseline\nlevers: {forced_eradication: {hectares_per_year: 400, start: 2026-06, districts: ['050503']}}\n`,
  'wet.yaml': `${head}from: baseline\nworld: {climate: wet}\n`,
  'switched.yaml': `${head}from: baseline\nmodel: {frontier: none}\n`,
}
const { scenarios } = readScenarios(files, vocabulary)
const planOf = (names: string[], draws = 6, kind: 'run' | 'compare' | 'history' = 'compare'): Plan => ({
  scenarios: names.map((name) => resolve(name, scenarios, vocabulary)),
  draws: priorDraws(7, draws),
  months: 432,
  selection: selectionFor(kind, toy, { from: 2025, to: 2035 }),
})
const run = (plan: Plan) => {
  const context = toyContext(plan)
  const collector = collectorFor(plan, toy, frame)
  for (const job of planJobs(plan)) collector.add(runJob(context, job))
  return collector
}
const hex = 'a'.repeat(64)
const manifestOf = (plan: Plan, result: string, created = '2026-01-01T00:00:00Z') =>
  makeManifest({
    command: 'compare',
    version: '0.1.0',
    data: hex,
    parameters: hex,
    model: hex,
    plan,
    sample: 20,
    scope: 'default',
    kernels: 'simd',
    created,
    result,
  })

test('a policy under another name differs by exactly nothing, and is computed, not copied', () => {
  const plan = planOf(['baseline', 'copy'])
  const { outcomes, periods } = compareResult(run(plan), manifestOf(plan, hex))
  expect(outcomes.length).toBeGreaterThan(100)
  for (const row of [...outcomes, ...periods])
    expect(row.difference).toEqual({ p05: 0, p50: 0, p95: 0, above: 0, below: 0, level: 0 })
  expect(outcomes.find((row) => row.outcome === 'coca_area' && row.year === 2035)?.p50).toBeGreaterThan(5000)
})

test('sharing the past changes no bit: the reference decides nothing', () => {
  const names = ['baseline', 'uproot', 'wet', 'switched', 'history']
  const together = runJob(toyContext(planOf(names)), { index: 0, draw: 3 })
  names.forEach((name, k) => {
    const alone = runJob(toyContext(planOf([name])), { index: 0, draw: 3 })
    expect(same(together.members[k], alone.members[0]), name).toBe(true)
  })
  const turned = runJob(toyContext(planOf([...names].reverse())), { index: 0, draw: 3 })
  expect(same(turned.members[4], together.members[0])).toBe(true)
})

test('eradication in one district shows there, in the valley, and nowhere before its start', () => {
  const plan = planOf(['baseline', 'uproot'])
  const { outcomes } = compareResult(run(plan), manifestOf(plan, hex))
  const find = (outcome: string, place: string, year: number) =>
    outcomes.find((r) => r.scenario === 'uproot' && r.outcome === outcome && r.place === place && r.year === year)
  expect(find('coca_area', 'VRAEM', 2025)?.difference).toMatchObject({ p05: 0, p95: 0 })
  expect(find('coca_area', 'VRAEM', 2035)?.difference).toMatchObject({ above: 0, below: 1 })
  expect(find('coca_area', '050503', 2035)?.difference.below).toBe(1)
  expect(find('coca_area', '080910', 2035)?.difference).toMatchObject({ above: 0, below: 0 })
  expect(find('public_cost', 'VRAEM', 2030)?.p50).toBeCloseTo(400 * 100 * 12, 6)
})

test('years are made as outcomes declare, for each scope', () => {
  const plan = planOf(['history'], 1, 'history')
  const context = toyContext(plan)
  const { members } = runJob(context, { index: 0, draw: 0 })
  const values = members[0] as Float64Array
  const { lines } = cellsFor(plan.selection, toy, frame)
  const value = (outcome: string, year: number, scope: (typeof SCOPES)[number], place = 'VRAEM') => {
    const line = lines.find(
      (l) => l.outcome === outcome && l.place === place && l.shownIn.includes(scope) && !l.monthly,
    )
    return line === undefined ? Number.NaN : (values[line.offset + line.times.indexOf(year)] as number)
  }
  const district = (outcome: string, k: number, year: number) =>
    value(outcome, year, 'default', frame.districts[k]?.ubigeo)
  const sum = (outcome: string, ks: number[], year: number) =>
    ks.reduce((total, k) => total + district(outcome, k, year), 0)
  expect(value('coca_area', 2010, 'default')).toBeCloseTo(sum('coca_area', [0, 1], 2010), 6)
  expect(value('coca_area', 2010, 'A+B')).toBeCloseTo(sum('coca_area', [0, 1, 2], 2010), 6)
  expect(value('coca_area', 2010, 'all')).toBeCloseTo(sum('coca_area', [0, 1, 2, 3], 2010), 6)
  expect(value('leaf_output', 2010, 'default') / value('coca_area', 2010, 'default')).toBeCloseTo(3.6, 0)
  expect(value('leaf_price', 2010, 'default')).toBeGreaterThan(district('leaf_price', 0, 2010))
  expect(value('leaf_price', 2010, 'default')).toBeLessThan(district('leaf_price', 1, 2010))
  expect(value('mode_share/air', 2010, 'default')).toBeCloseTo(0.25, 12)
  expect(value('deaths', 2010, 'all')).toBe(value('deaths/forces', 2010, 'all') * 1.5)
  expect(value('deaths/forces', 2010, 'default') % 2).toBe(0)
  const outside = value('coca_area_outside', 2024, 'default', 'outside')
  expect(outside).toBeCloseTo(
    value('coca_area_outside', 2024, 'default', 'Huallaga') + value('coca_area_outside', 2024, 'default', 'Aguaytia'),
    6,
  )
  const monthly = lines.find((l) => l.monthly && l.outcome === 'leaf_price')
  expect(monthly?.times.length).toBe(432)
})

test('a collector takes results in job order only, and its hash tells any changed bit', () => {
  const plan = planOf(['baseline'], 3)
  const context = toyContext(plan)
  const results = planJobs(plan).map((job) => runJob(context, job))
  const collector = collectorFor(plan, toy, frame)
  expect(() => collector.add(results[1] as never)).toThrow(RangeError)
  for (const result of results) collector.add(result)
  const again = run(plan)
  expect(again.hash()).toBe(collector.hash())
  const changed = collectorFor(plan, toy, frame)
  for (const result of results)
    changed.add({
      ...result,
      members: result.members.map((m, k) => m.map((v, c) => (k === 0 && c === 9 ? v + 1e-9 : v))),
    })
  expect(changed.hash()).not.toBe(collector.hash())
  expect(runResult(collector, manifestOf(plan, hex)).outcomes.every(({ p05, p95 }) => p05 <= p95)).toBe(true)
})

test('a manifest survives its file, and verification names what differs', () => {
  const plan = planOf(['baseline', 'uproot'], 2)
  const saved = manifestOf(plan, run(plan).hash())
  expect(checkManifest(JSON.parse(JSON.stringify(saved)), 'm.json')).toEqual({ manifest: saved, problems: [] })
  expect(checkManifest({ manifest: saved }, 'r.json').manifest).toEqual(saved)
  expect(compareManifests(saved, manifestOf(plan, run(plan).hash(), 'later'))).toEqual({ same: true, differences: [] })
  const other = manifestOf(planOf(['baseline', 'wet'], 3), hex)
  expect(compareManifests(saved, other).differences.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['result', 'scenarios.2.uproot', 'scenarios.2.wet', 'draws.count', 'draws.hash']),
  )
  expect(checkManifest({ ...saved, schema: 99, seed: 'x' }, 'm.json').problems.map(({ field }) => field)).toEqual([
    'schema',
    'seed',
  ])
  expect(checkManifest(null, 'm.json').problems).toHaveLength(1)
  expect(hashOfDraws(priorDraws(7, 2))).not.toBe(hashOfDraws(priorDraws(8, 2)))
})

test('differences are paired and shares add up', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
        { minLength: 1 },
      ),
      (pairs) => {
        const a = Float64Array.from(pairs, ([x]) => x)
        const b = Float64Array.from(pairs, ([, y]) => y)
        const d = differenceOf(a, b)
        expect(d.p05).toBeLessThanOrEqual(d.p50)
        expect(d.p50).toBeLessThanOrEqual(d.p95)
        expect(d.above + d.below).toBeLessThanOrEqual(1 + 1e-12)
        expect(Object.values(d).every(Number.isFinite)).toBe(true)
        expect(sureness(differenceOf(a, a))).toBe('none')
      },
    ),
  )
})

test('the shipped scenarios run through the same machinery', () => {
  const shipped = readScenarios(textsIn('scenarios', '.yaml'), all).scenarios
  for (const name of shipped.keys()) expect(resolve(name, shipped, all).levers.roads?.mask.length).toBe(432)
})
