// What an `if` computes is skipped where it holds for none of four households, and no bit changes.
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { needed } from '../../src/language/compiler/graph.ts'
import { SIMD } from '../../src/language/compiler/wasm/code.ts'
import { skips } from '../../src/language/compiler/wasm/skips.ts'
import { compile, type Files, type Lowered, oracle } from '../../src/language/index.ts'
import { ruleFile } from './fixture/files.ts'
import { decl, program } from './fixture/programs.ts'
import { disagreement } from './fixture/trial.ts'
import { difference, numbers, World } from './fixture/world.ts'

const codes: Record<string, number> = SIMD
const original = codes['v128.any_true'] ?? 0
afterEach(() => {
  codes['v128.any_true'] = original
})
const ALL_TRUE = 0xa3 // i32x4.all_true: a fault that runs a body only where its mask holds for all four

const found = ({ graph, stores, sums }: Lowered) => {
  const results = [...stores.values(), ...sums.values()]
  return skips(needed(graph, results).order, results)
}
const skipsOf = (body: string) => found(compile(ruleFile(body), { run: ['x'] }, decl).kernels.run as Lowered)

/** Kernel against oracle, after the cells were filled. */
function differs(files: Files, fill: (column: string, i: number) => number): boolean {
  const world = new World(decl, 61)
  world.fill(fill)
  world.district.fill(0.7)
  const other = world.copy()
  world.run(world.kernels(compile(files, { run: ['x'] }, decl).bytes).run, 4, 58, 3, 7)
  oracle(files, ['x'], decl)({ ...other, lo: 4, hi: 58, month: 3, seed: 7 })
  return difference(world, other) !== undefined
}

const rare = `
  const outside = exp(h.c)
  if (h.k === 3) {
    h.a = exp(draw('u')) / h.b + outside
    h.k += 2
    o.s += h.a * outside
  }
  h.c = outside`

test('the branch runs the body: where the mask holds nowhere, nothing is missed without it', () => {
  const rnd = numbers(5)
  const cell = (k: (i: number) => number) => (column: string, i: number) => (column === 'k' ? k(i) : rnd() * 9 - 4)
  const mixed = cell((i) => (i % 7 === 0 ? 3 : 1))
  const never = cell(() => 1)
  expect(differs(ruleFile(rare), mixed)).toBe(false)
  expect(differs(ruleFile(rare), never)).toBe(false)
  codes['v128.any_true'] = ALL_TRUE
  expect(differs(ruleFile(rare), mixed)).toBe(true)
  expect(differs(ruleFile(rare), never)).toBe(false)
})

test('a body holds what only the if uses; what else is used stays outside', () => {
  const [skip, ...more] = skipsOf(rare)
  expect(more).toEqual([])
  expect(skip?.selects).toHaveLength(3)
  const alone = skip?.body.size ?? 0
  const drawn = skipsOf(rare.replace('const outside', "h.t = draw('u')\n  const outside").concat('\n  h.b = h.t'))
  expect(drawn[0]?.body.size ?? 0).toBeLessThan(alone - 30) // the draw is used outside too
  expect(skipsOf('if (h.k === 3) h.a = h.b * h.c')).toEqual([]) // too little to branch for
})

test('what two bodies share is in each', () => {
  const two = skipsOf(`
  if (h.k === 3) h.a = draw('u') * h.b
  if (d.x > 1) h.c = draw('v') + h.f`) // two words of one computation
  expect(two).toHaveLength(2)
  const [a, b] = two.map(({ body }) => body)
  expect([...(a ?? [])].filter((id) => b?.has(id)).length).toBeGreaterThan(30)
})

const numRuns = Number(process.env.PROGRAMS ?? 40)

test('kernel and oracle agree on random programs under masks that seldom hold', {
  timeout: 60 * numRuns + 60_000,
}, () => {
  let skipped = 0
  const property = fc.property(program, program, fc.integer(), (first, second, start) => {
    const files = ruleFile(`h.t = h.a\nif (h.k === 3) {\n${first}\n}\nif (h.f > 28) {\n${second}\n}\nh.a += h.t`)
    const { bytes, kernels } = compile(files, { run: ['x'] }, decl)
    fc.pre((kernels.run?.graph.nodes.length ?? 0) < 4000)
    skipped += found(kernels.run as Lowered).length
    expect(disagreement(files, bytes, start, { most: 60, share: 0.1 })).toBeUndefined()
  })
  fc.assert(property, { numRuns })
  expect(skipped).toBeGreaterThan(numRuns / 2)
})
