// Draws: known answers of Random123, and the kernel's draws equal the plain TypeScript ones.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, type Declarations, philox2x32, uniformOf } from '../../src/language/index.ts'
import { ruleFile } from './fixture/files.ts'
import { World } from './fixture/world.ts'

const one = { unit: '1', about: '' }
const streams = Array.from({ length: 9 }, (_, k) => `s${k}`)
const decl: Declarations = {
  household: { id: { ...one, type: 'i32', fixed: true }, a: one, b: one, c: one },
  district: {},
  param: {},
  sums: {},
  streams,
}

test.each([
  [0, 0, 0, 0xff1dae59, 0x6cd10df2],
  [0xffffffff, 0xffffffff, 0xffffffff, 0x2c3f628b, 0xab4fd7ad],
  [0x243f6a88, 0x85a308d3, 0x13198a2e, 0xdd7ce038, 0xf62a4c12],
])('philox2x32-10 of %i, %i with key %i', (counter0, counter1, key, first, second) => {
  expect(philox2x32(counter0, counter1, key)).toEqual([first, second])
  expect(philox2x32(counter0 | 0, counter1 | 0, key | 0)).toEqual([first, second])
})

test('the high words agree with exact integers', () => {
  const exact = (x: number, y: number, key: number) => {
    let [a, b, k] = [BigInt(x), BigInt(y), BigInt(key)]
    for (let round = 0; round < 10; round++) {
      const product = a * 0xd256d193n
      ;[a, b] = [(product >> 32n) ^ k ^ b, product & 0xffffffffn]
      k = (k + 0x9e3779b9n) & 0xffffffffn
    }
    return [Number(a), Number(b)]
  }
  const word = fc.integer({ min: 0, max: 0xffffffff })
  const same = fc.property(word, word, word, (x, y, key) => {
    expect(philox2x32(x, y, key)).toEqual(exact(x, y, key))
  })
  fc.assert(same)
})

test('the kernel draws what uniformOf says', () => {
  const body = "  h.a = draw('s0')\n  h.b = draw('s7', 3)\n  h.c = draw('s8', 2047)"
  const { bytes } = compile(ruleFile(body), { run: ['x'] }, decl)
  const world = new World(decl, 64)
  const kernel = world.kernels(bytes).run
  for (const [month, seed] of [
    [0, 0],
    [2047, -1],
    [431, 0x13198a2e],
  ] as const) {
    world.run(kernel, 0, 64, month, seed)
    for (let i = 0; i < 64; i++) {
      expect(world.columns.a?.[i]).toBe(uniformOf(1000 + i, month, seed, 0))
      expect(world.columns.b?.[i]).toBe(uniformOf(1000 + i, month, seed, 7, 3))
      expect(world.columns.c?.[i]).toBe(uniformOf(1000 + i, month, seed, 8, 2047))
    }
  }
})

test('draws are uniform, and differ by id, month, seed, stream and index', () => {
  const draws = Array.from({ length: 20_000 }, (_, id) => uniformOf(id, 3, 4, 1))
  const mean = draws.reduce((a, b) => a + b, 0) / draws.length
  expect(mean).toBeCloseTo(0.5, 2)
  expect(draws.every((u) => u >= 0 && u < 1)).toBe(true)
  const near = [uniformOf(1, 1, 1, 1), uniformOf(2, 1, 1, 1), uniformOf(1, 2, 1, 1), uniformOf(1, 1, 2, 1)]
  near.push(uniformOf(1, 1, 1, 0), uniformOf(1, 1, 1, 3), uniformOf(1, 1, 1, 1, 1))
  expect(new Set(near).size).toBe(near.length)
})
