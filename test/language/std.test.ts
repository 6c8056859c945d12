// The library of rules: accurate in f64, within f32 rounding in kernels.
import { expect, test } from 'vitest'
import { compile } from '../../src/language/index.ts'
import { exponent, mantissa, max, min, pow2 } from '../../src/language/prim.ts'
import { clamp, curve, exp, log, logistic, logit, pick, pow, step } from '../../src/language/std.ts'
import { ruleFile } from './fixture/files.ts'
import { decl } from './fixture/programs.ts'
import { World } from './fixture/world.ts'

const between = (low: number, high: number) => Array.from({ length: 2000 }, (_, k) => low + ((high - low) * k) / 1999)

test('exp and log', () => {
  for (const x of between(-39, 39)) expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(3e-7)
  for (const x of between(-39, 39)) expect(Math.abs(log(Math.exp(x)) - x)).toBeLessThan(1e-5)
  expect([exp(1000), exp(-1000)].map((y) => Math.round(Math.log(y)))).toEqual([40, -40])
  expect([0, -1, Number.NaN].map((x) => Math.round(log(x)))).toEqual([-87, -87, -87])
})

test('pow, clamp, logistic, step', () => {
  for (const x of between(0.01, 30)) expect(Math.abs(pow(x, 1.7) / x ** 1.7 - 1)).toBeLessThan(2e-6)
  expect([-1, 0.5, 2].map((x) => clamp(x, 0, 1))).toEqual([0, 0.5, 1])
  expect(logistic(0)).toBeCloseTo(0.5, 7)
  expect([0.9, 1, 1.1].map((x) => step(x, 1))).toEqual([0, 1, 1])
})

test('curve: flat before and after its points, straight between them', () => {
  const y = (x: number) => curve(x, [0, 12, 24], [0.2, 1, 0.4])
  expect([-5, 0, 6, 12, 18, 24, 99].map((x) => +y(x).toFixed(12))).toEqual([0.2, 0.2, 0.6, 1, 0.7, 0.4, 0.4])
  expect(curve(3, [1], [7])).toBe(7)
})

test('pick and logit choose in proportion', () => {
  const shares = (choose: (u: number) => number) => {
    const counts = [0, 0, 0]
    for (const u of between(0, 0.9999)) counts[choose(u)] = (counts[choose(u)] ?? 0) + 1 / 2000
    return counts.map((share) => +share.toFixed(2))
  }
  expect(shares((u) => pick([1, 2, 1], u))).toEqual([0.25, 0.5, 0.25])
  expect(shares((u) => logit([0, Math.log(3), 0], u))).toEqual([0.2, 0.6, 0.2])
})

test('primitives', () => {
  expect([min(1, 2), max(1, 2), pow2(-3), exponent(10), mantissa(10)]).toEqual([1, 2, 0.125, 3, 1.25])
  expect([max(Number.NaN, 0), max(0, Number.NaN)]).toEqual([Number.NaN, 0])
})

test('kernels compute the library in f32', () => {
  const body = '  h.a = exp(h.f)\n  h.b = log(h.f + 5)\n  h.c = pow(h.f + 5, 0.3)'
  const world = new World(decl, 100)
  world.fill((_, i) => -4 + i / 12)
  world.run(world.kernels(compile(ruleFile(body), { run: ['x'] }, decl).bytes).run, 0, 100)
  for (let i = 0; i < 100; i++) {
    const x = world.columns.f?.[i] ?? 0
    expect(Math.abs((world.columns.a?.[i] ?? 0) / Math.exp(x) - 1)).toBeLessThan(5e-7)
    expect(world.columns.b?.[i]).toBeCloseTo(Math.log(x + 5), 5)
    expect(world.columns.c?.[i]).toBeCloseTo((x + 5) ** 0.3, 5)
  }
})

test('u8 columns round to even, clamp, and take NaN as 0', () => {
  const values = [0.5, 1.5, 2.5, 254.5, 255.5, 300, -3, Number.NaN, Number.POSITIVE_INFINITY, 7.49]
  const world = new World(decl, values.length)
  world.fill((column, i) => (column === 'a' ? (values[i] ?? 0) : 3))
  world.run(world.kernels(compile(ruleFile('  h.k = h.a'), { run: ['x'] }, decl).bytes).run, 0, values.length)
  expect([...(world.columns.k ?? [])].slice(0, values.length)).toEqual([...new Uint8ClampedArray(values)])
})
