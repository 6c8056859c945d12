// The kernel equals the f32 oracle in every bit, over random states, block ranges, months and seeds.
import { describe, expect, test } from 'vitest'
import { compile, type Declarations, type Files, oracle } from '../../src/language/index.ts'
import { state as demo } from './fixture/demo_state.ts'
import { demoFiles, demoRules, villageFiles, villageRules } from './fixture/files.ts'
import { state as village } from './fixture/village_state.ts'
import { difference, numbers, World } from './fixture/world.ts'

interface Case {
  readonly name: string
  readonly files: Files
  readonly rules: readonly string[]
  readonly decl: Declarations
  readonly scale: Readonly<Record<string, number>>
}
const cases: readonly Case[] = [
  {
    name: 'demo',
    files: demoFiles,
    rules: demoRules,
    decl: demo,
    scale: { crop: 5, pasture: 8, forest: 20, wealth: 5, debt: 2, labour: 4, distance: 30 },
  },
  {
    name: 'village',
    files: villageFiles,
    rules: villageRules,
    decl: village,
    scale: { members: 12, status: 3, months: 40, cash: 30, land: 10 },
  },
]

describe.each(cases)('$name rules', ({ files, rules, decl, scale }) => {
  const { bytes } = compile(files, { run: rules }, decl)
  const rnd = numbers(1)
  const filled = (n: number) => {
    const world = new World(decl, n)
    world.fill((column) => (scale[column] ?? 1) * rnd())
    world.district.forEach((_, k) => {
      world.district[k] = 0.1 + 1.9 * rnd()
    })
    return world
  }

  test('kernel and f32 oracle give the same bits, also at the ends of a range', () => {
    const run = oracle(files, rules, decl)
    for (let trial = 0; trial < 25; trial++) {
      const n = 1 + Math.floor(rnd() * 300)
      const world = filled(n)
      const kernel = world.kernels(bytes).run
      const other = world.copy()
      for (let month = 0; month < 6; month++) {
        const lo = 4 * Math.floor((rnd() * n) / 4)
        const hi = lo + 1 + Math.floor(rnd() * (n - lo))
        const seed = (rnd() * 2 ** 32) | 0
        world.run(kernel, lo, hi, 300 * month, seed)
        run({ ...other, lo, hi, month: 300 * month, seed })
        expect(difference(world, other)).toBeUndefined()
      }
    }
  })

  test('an empty range changes nothing', () => {
    const world = filled(16)
    const before = world.copy()
    world.run(world.kernels(bytes).run, 8, 8)
    expect(difference(world, before)).toBeUndefined()
  })

  test('the rules as they are, in f64, agree within rounding', () => {
    const world = filled(300)
    const exact = world.copy()
    world.run(world.kernels(bytes).run, 0, 300, 3, 9)
    oracle(files, rules, decl, { round: false })({ ...exact, hi: 300, month: 3, seed: 9 })
    const far = Object.entries(world.columns).flatMap(([name, cells]) =>
      [...cells].filter((x, i) => {
        const y = exact.columns[name]?.[i] ?? 0
        return Math.abs(x - y) > 1e-4 * (1 + Math.abs(y))
      }),
    )
    expect(far.length).toBeLessThan(3) // a draw may fall between the two
  })

  test('draws follow the id, not the place', () => {
    const [world, other] = [filled(8), new World(decl, 8)]
    const reversed = (name: string, i: number) => world.columns[name]?.[7 - i] ?? 0
    other.fill(reversed)
    other.district.set(world.district)
    const table = new Int32Array(other.memory.buffer, 1024)
    const ids = new Int32Array(other.memory.buffer, table[Object.keys(decl.household).indexOf('id')], 8)
    ids.reverse()
    world.run(world.kernels(bytes).run, 0, 8, 5, 6)
    other.run(other.kernels(bytes).run, 0, 8, 5, 6)
    for (const [name, cells] of Object.entries(world.columns))
      if (name !== 'id') expect([...(other.columns[name] ?? [])].reverse()).toEqual([...cells])
  })

  test('a shared memory gives the same', () => {
    const shared = compile(files, { run: rules }, decl, { shared: true }).bytes
    const memory = new WebAssembly.Memory({ initial: 4, maximum: 4, shared: true })
    expect(() => new WebAssembly.Instance(new WebAssembly.Module(shared), { env: { memory } })).not.toThrow()
  })
})

test('block sums are exact to rounding, and add to what is there', () => {
  const n = 4096
  const world = new World(demo, n)
  const rnd = numbers(5)
  world.fill(() => 0.5 + 4 * rnd())
  world.district.fill(0.5)
  world.sums.fill(1e6)
  world.run(world.kernels(compile(demoFiles, { run: demoRules }, demo).bytes).run, 0, n)
  const names = Object.keys(demo.sums)
  for (const name of ['crop', 'pasture', 'forest', 'wealth', 'debt']) {
    const exact = [...(world.columns[name] ?? [])].reduce((a, b) => a + b, 0)
    expect(Math.abs(((world.sums[names.indexOf(name)] ?? 0) - 1e6) / exact - 1)).toBeLessThan(2e-6)
  }
})
