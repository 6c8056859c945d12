// The C text: what it holds, and, where there is a gcc, the same bits as the kernels at every width.
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { FLAGS_128, FLAGS_NATIVE, gccVersion, hashOf, References, vectorShare } from '../../bench/reference.ts'
import { c } from '../../src/language/compiler/c/kernel.ts'
import { compile, type Declarations, type Kernel, lower } from '../../src/language/index.ts'
import { state as demo } from './fixture/demo_state.ts'
import { demoFiles, demoRules, ruleFile, villageFiles, villageRules } from './fixture/files.ts'
import { decl as anything, hostile, program } from './fixture/programs.ts'
import { state as village } from './fixture/village_state.ts'
import { difference, numbers, World } from './fixture/world.ts'

const one = { unit: '1', about: '' }
const tiny: Declarations = {
  household: { id: { ...one, type: 'i32', fixed: true }, a: one, k: { ...one, type: 'u8' } },
  district: { x: one },
  param: { m: { ...one, value: 2 } },
  sums: { s: one },
  streams: ['u'],
}
const textOf = (body: string) =>
  c({ run: lower(ruleFile(body), ['x'], tiny) }, tiny)
    .split('\nvoid run')
    .at(-1) ?? ''

test('a kernel is a function of the memory and the arguments of a kernel', () => {
  expect(textOf('h.a = h.a + 1')).toMatch(
    /^\(uint8_t \*memory, int columns, .*, int lo, int hi, int month, int seed\) \{/,
  )
})

test('bytes are read and written as bytes, constants keep every digit', () => {
  const text = textOf('h.k = h.k * 0.1 + h.a')
  expect(text).toContain('load_byte(h_k + i)')
  expect(text).toContain('store_byte(h_k + i, byte(')
  expect(text).toContain(`splat(${Math.fround(0.1)}f)`)
})

test('sums are added part by part, in f32 lanes', () => {
  const text = textOf('if (h.a > 1) o.s += h.a * d.x')
  expect(text).toContain('for (int k = 0; k < PARTS; k++)')
  expect(text).toMatch(
    /o_s = choose4\(part_of_mask\(.*\(o_s \+ part\(|o_s = choose4\(part_of_mask\(.*part\(.* \+ o_s\)/,
  )
})

test('hashes tell words and their order apart', () => {
  const hashes = [[], [0], [1], [1, 2], [2, 1]].map((words) => hashOf(Int32Array.from(words)))
  expect(new Set(hashes).size).toBe(hashes.length)
})

/** Runs the same blocks by a kernel and by a program in C; undefined where every bit agrees. */
function compared(world: World, kernel: Kernel | undefined, references: References, built: string, which: number) {
  const seed = 77
  const month = 301
  const n = world.columns.id?.length ?? 0
  const blocks = [
    [0, 4 * (n >> 3)],
    [4 * (n >> 3), n - 3],
  ] as const
  let addresses: readonly number[] = []
  world.run(
    (...given) => {
      addresses = given
    },
    0,
    0,
  )
  const [columns = 0, district = 0, params = 0, sums = 0] = addresses
  const work = references.write({
    memory: new Uint8Array(world.memory.buffer),
    restored: world.memory.buffer.byteLength,
    columns,
    params,
    sums: { at: sums, bytes: world.sums.byteLength },
    firstMonth: month,
    seed,
    months: [blocks.map(([lo, hi]) => ({ kernel: which, district, sums, lo, hi }))],
    regions: [],
  })
  const dump = join(tmpdir(), `vraem-c-test-${process.pid}.bin`)
  references.run(built, work, 1, dump)
  const bytes = Uint8Array.from(readFileSync(dump)).buffer
  const seen = <A extends { buffer: ArrayBufferLike; byteOffset: number; length: number }>(view: A): A =>
    new (view.constructor as new (b: ArrayBufferLike, at: number, n: number) => A)(bytes, view.byteOffset, view.length)
  for (const [lo, hi] of blocks) world.run(kernel, lo, hi, month, seed)
  const columnsSeen = Object.entries(world.columns).map(([name, cells]) => [
    name,
    cells instanceof Int32Array ? cells : seen(cells), // ids are no view of the memory, and nobody writes them
  ])
  return difference(world, { columns: Object.fromEntries(columnsSeen), sums: seen(world.sums) })
}

/** At 128 bits, at the width of this machine, and in words that any GCC knows, which is what other processors get. */
const BUILDS = [
  ['128 bits', [...FLAGS_128, '-DLANES=4']],
  ['this machine', FLAGS_NATIVE],
  ['any machine', ['-DLANES=8']],
] as const

describe.skipIf(gccVersion() === undefined)('with gcc', () => {
  const open: References[] = []
  const referencesOf = (kernels: ConstructorParameters<typeof References>[0], decl: Declarations) => {
    const made = new References(kernels, decl)
    open.push(made)
    return made
  }
  afterAll(() => {
    for (const one of open) one.close()
  })

  const cases = [
    { name: 'demo', files: demoFiles, rules: demoRules, decl: demo as Declarations },
    { name: 'village', files: villageFiles, rules: villageRules, decl: village as Declarations },
  ]
  test.each(cases)('$name rules give the bits of their kernel', { timeout: 120_000 }, ({ files, rules, decl }) => {
    const references = referencesOf({ run: lower(files, rules, decl) }, decl)
    const { bytes } = compile(files, { run: rules }, decl)
    const rnd = numbers(3)
    for (const [name, flags] of BUILDS) {
      // the optimiser has its say once: it takes most of the time
      const optimised = files === demoFiles && name === '128 bits'
      const built = references.build(name.replaceAll(' ', '-'), optimised ? flags : [...flags, '-O1'])
      const world = new World(decl, 103)
      world.fill(() => 12 * rnd())
      world.district.forEach((_, k) => {
        world.district[k] = 0.1 + 1.9 * rnd()
      })
      expect(compared(world, world.kernels(bytes).run, references, built, 0), name).toBeUndefined()
      if (optimised) expect(vectorShare(built, ['run']) ?? 100).toBeGreaterThan(80)
    }
  })

  test('random programs give the bits of their kernels', { timeout: 240_000 }, () => {
    const bodies = fc.sample(program, { numRuns: 40, seed: 11 })
    const all = bodies.map((body) => ({ body, files: ruleFile(body), lowered: lower(ruleFile(body), ['x'], anything) }))
    const some = all.filter(({ lowered }) => lowered.graph.nodes.length < 700).slice(0, 15)
    expect(some.length).toBeGreaterThan(10)
    const references = referencesOf(Object.fromEntries(some.map(({ lowered }, k) => [`run${k}`, lowered])), anything)
    const rnd = numbers(5)
    for (const [name, flags] of BUILDS.slice(0, 2)) {
      const built = references.build(name.replaceAll(' ', '-'), [...flags, '-O1'])
      some.forEach(({ body, files }, k) => {
        const world = new World(anything, 43)
        world.fill(() => (rnd() < 0.15 ? (hostile[Math.floor(rnd() * hostile.length)] ?? 0) : rnd() * 40 - 10))
        world.district.set([rnd() * 3, rnd() * 3])
        const kernel = world.kernels(compile(files, { run: ['x'] }, anything).bytes).run
        expect(compared(world, kernel, references, built, k), `${name}: ${body}`).toBeUndefined()
      })
    }
  })
})
