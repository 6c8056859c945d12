// Kernels without vectors, in WebAssembly and as plain steps, give the bits of those with: over the rules of the fixtures, and over random programs.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, type Declarations, type Files, stepsOf, stepwise } from '../../src/language/index.ts'
import { state as demo } from './fixture/demo_state.ts'
import { demoFiles, demoRules, ruleFile, villageFiles, villageRules } from './fixture/files.ts'
import { hostile, program, decl as random } from './fixture/programs.ts'
import { state as village } from './fixture/village_state.ts'
import { difference, numbers, World } from './fixture/world.ts'

const numRuns = Number(process.env.PROGRAMS ?? 150)
const LARGEST = 4000 // nodes

function both(files: Files, rules: readonly string[], decl: Declarations) {
  const { bytes, kernels } = compile(files, { run: rules }, decl)
  const lowered = kernels.run
  if (!lowered) throw new Error('not compiled')
  const scalar = compile(files, { run: rules }, decl, { vectors: false }).bytes
  const steps = structuredClone(stepsOf(lowered, decl))
  return {
    nodes: lowered.graph.nodes.length,
    vector: (world: World) => world.kernels(bytes).run,
    scalar: (world: World) => world.kernels(scalar).run,
    plain: (world: World) => stepwise(steps, world.memory.buffer),
  }
}

/** Worlds with the same numbers in them. */
function triplets(decl: Declarations, n: number, value: (column: string) => number, district: () => number) {
  const [one, other, third] = [new World(decl, n), new World(decl, n), new World(decl, n)]
  one.fill(value)
  one.district.forEach((_, k) => {
    one.district[k] = district()
  })
  for (const copy of [other, third]) new Uint8Array(copy.memory.buffer).set(new Uint8Array(one.memory.buffer))
  return [one, other, third] as const
}

test.each([
  ['demo', demoFiles, demoRules, demo, 8],
  ['village', villageFiles, villageRules, village, 30],
] as const)('%s: the same bits month after month, also at the ends of a range', (_, files, rules, decl, scale) => {
  const { vector, scalar, plain } = both(files, rules, decl)
  const rnd = numbers(3)
  for (let trial = 0; trial < 12; trial++) {
    const n = 1 + Math.floor(rnd() * 200)
    const [one, other, third] = triplets(
      decl,
      n,
      () => scale * rnd(),
      () => 0.1 + rnd(),
    )
    for (let month = 0; month < 6; month++) {
      const lo = 4 * Math.floor((rnd() * n) / 4)
      const hi = lo + Math.floor(rnd() * (n - lo + 1))
      const seed = (rnd() * 2 ** 32) | 0
      one.run(vector(one), lo, hi, 300 * month, seed)
      other.run(plain(other), lo, hi, 300 * month, seed)
      third.run(scalar(third), lo, hi, 300 * month, seed)
      expect(difference(one, other)).toBeUndefined()
      expect(difference(one, third)).toBeUndefined()
    }
  }
})

test('random programs with hostile values', { timeout: 60 * numRuns + 60_000 }, () => {
  const agree = fc.property(program, fc.integer(), (body, start) => {
    const { vector, scalar, plain, nodes } = both(ruleFile(body), ['x'], random)
    fc.pre(nodes < LARGEST)
    const rnd = numbers(start)
    const n = 1 + Math.floor(rnd() * 40)
    const value = () => (rnd() < 0.15 ? (hostile[Math.floor(rnd() * hostile.length)] ?? 0) : rnd() * 40 - 10)
    const [one, other, third] = triplets(random, n, value, () => rnd() * 3)
    const [month, seed] = [Math.floor(rnd() * 2048), (rnd() * 2 ** 32) | 0]
    one.run(vector(one), 0, n, month, seed)
    other.run(plain(other), 0, n, month, seed)
    third.run(scalar(third), 0, n, month, seed)
    expect(difference(one, other)).toBeUndefined()
    expect(difference(one, third)).toBeUndefined()
  })
  fc.assert(agree, { numRuns })
})

test('a difference would be seen', () => {
  const { vector, plain } = both(ruleFile('  h.cash = h.cash * 1.1'), ['x'], village)
  const [one, other] = triplets(
    village,
    8,
    () => 3,
    () => 1,
  )
  one.run(vector(one), 0, 8)
  expect(difference(one, other)).toMatch(/^cash\[0\]/)
  other.run(plain(other), 0, 7)
  expect(difference(one, other)).toMatch(/^cash\[7\]/)
})
