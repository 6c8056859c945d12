import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/browser/esm/sync'
import { expect, test } from 'vitest'
import type { Parameter } from '../../src/evidence/parameters.ts'
import { centralValues, drawValues, firstDraws, nameKey, priorDraws, runSeed, uniformFor } from '../../src/lab/draws.ts'
import { switches } from '../../src/system/switches.ts'
import { root } from './shipped.ts'

const rows = parse(readFileSync(join(root, 'data/parameters.csv'), 'utf8'), { columns: true }) as Record<
  string,
  string
>[]
const parameters = rows.map(
  (row, line) =>
    ({
      ...row,
      low: Number(row.low),
      central: Number(row.central),
      high: Number(row.high),
      claims: [],
      line,
    }) as unknown as Parameter,
)

test('no two names share a key', () => {
  const names = [
    ...parameters.map(({ name }) => name),
    ...Object.keys(switches).map((name) => `switch_${name}`),
    'run seed',
  ]
  expect(new Set(names.map(nameKey)).size).toBe(names.length)
})

test('a draw stays inside its range, and a parameter more or less changes no other', () => {
  for (let draw = 0; draw < 12; draw++) {
    const values = drawValues(draw, 1, parameters, switches)
    for (const { name, low, high } of parameters) {
      expect(values[name], name).toBeGreaterThanOrEqual(low)
      expect(values[name], name).toBeLessThanOrEqual(high)
    }
    const fewer = drawValues(draw, 1, parameters.slice(3), switches)
    for (const { name } of parameters.slice(3)) expect(fewer[name]).toBe(values[name])
  }
})

test('uniforms of one name cover the range evenly and two names are not correlated', () => {
  const n = 4000
  const a = Array.from({ length: n }, (_, i) => uniformFor('coca_labour_days', i, 3))
  const b = Array.from({ length: n }, (_, i) => uniformFor('cacao_labour_days', i, 3))
  const mean = (v: number[]) => v.reduce((s, x) => s + x, 0) / v.length
  expect(Math.abs(mean(a) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n))
  expect(Math.abs(mean(a.map((x, i) => (x - 0.5) * ((b[i] as number) - 0.5))))).toBeLessThan(4 / 12 / Math.sqrt(n))
  expect(Math.max(...a)).toBeLessThan(1)
  expect(Math.min(...a)).toBeGreaterThan(0)
})

test('switches are drawn evenly, and a fixed one moves nothing else', () => {
  const counts = [0, 0, 0]
  for (let draw = 0; draw < 3000; draw++) {
    const k = drawValues(draw, 5, [], switches).switch_frontier as number
    counts[k] = (counts[k] ?? 0) + 1
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(110)
  const free = drawValues(4, 5, parameters, switches)
  const fixed = drawValues(4, 5, parameters, switches, { frontier: 'dated-step' })
  expect({ ...fixed, switch_frontier: 0 }).toEqual({ ...free, switch_frontier: 0 })
  expect(fixed.switch_frontier).toBe(2)
  expect(centralValues(parameters, switches).switch_frontier).toBe(1)
})

test('more draws leave the first ones as they are', () => {
  expect(firstDraws(priorDraws(2, 64), 16)).toEqual(priorDraws(2, 16))
  const seeds = Array.from({ length: 500 }, (_, i) => runSeed(2, i))
  expect(new Set(seeds).size).toBe(500)
  expect(seeds.every((seed) => seed === (seed | 0))).toBe(true)
})
