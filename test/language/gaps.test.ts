// Kernels with the addresses of one memory filled in, and what the compiler leaves out, change no bit.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, filled, type Lowered, oracle } from '../../src/language/index.ts'
import { ruleFile, villageFiles, villageRules } from './fixture/files.ts'
import { decl, program } from './fixture/programs.ts'
import { state as village } from './fixture/village_state.ts'
import { difference, numbers, World } from './fixture/world.ts'

type Case = readonly [files: Readonly<Record<string, string>>, rules: readonly string[], decl: typeof decl]

/** Kernel with filled gaps against the oracle; `off`: bytes by which every address is wrong. */
function differs([files, rules, declarations]: Case, start: number, off = 0): boolean {
  const { bytes, gaps } = compile(files, { run: rules }, declarations, { gaps: true })
  const world = new World(declarations, 53)
  const rnd = numbers(start)
  world.fill(() => rnd() * 40 - 10)
  world.district.fill(0.7)
  const addressOf = (column: number) => (world.addresses[column] ?? 0) + off
  const other = world.copy()
  world.run(world.kernels(filled(bytes, gaps, addressOf)).run, 4, 51, 3, 7)
  oracle(files, rules, declarations)({ ...other, lo: 4, hi: 51, month: 3, seed: 7 })
  return difference(world, other) !== undefined
}

test('filled kernels are the oracle, and wrong addresses are not', () => {
  const rules: Case = [villageFiles, villageRules, village as unknown as typeof decl]
  expect(differs(rules, 1)).toBe(false)
  expect(differs(rules, 1, 4)).toBe(true)
})

test('filled kernels are the oracle on random programs', { timeout: 60_000 }, () => {
  const property = fc.property(program, fc.integer(), (body, start) => {
    expect(differs([ruleFile(body), ['x'], decl], start)).toBe(false)
  })
  fc.assert(property, { numRuns: 25 })
})

test('filling leaves the code as it was', () => {
  const { bytes, gaps } = compile(ruleFile('h.a = h.b'), { run: ['x'] }, decl, { gaps: true })
  const before = bytes.slice()
  const full = filled(bytes, gaps, () => 2 ** 32 - 4)
  expect(bytes).toEqual(before)
  expect(full).not.toEqual(before)
  expect(WebAssembly.validate(full)).toBe(true)
})

const operations = (body: string) => {
  const { graph, stores } = compile(ruleFile(body), { run: ['x'] }, decl).kernels.run as Lowered
  const found = new Set<string>()
  const visit = (id: number): void => {
    const { op, args } = graph.at(id)
    found.add(op)
    for (const arg of args) visit(arg)
  }
  for (const id of stores.values()) visit(id)
  return found
}

test('a u8 column is rounded only where the value may need it', () => {
  expect(operations('h.k = h.a > 1 ? 3 : min(h.k + 1, 250)')).not.toContain('byte')
  expect(operations('h.k = h.k + 1')).toContain('byte')
  expect(operations('h.k = h.k - 1')).toContain('byte')
  expect(operations('h.k = min(h.a, 200)')).toContain('byte')
  expect(operations('h.k = h.k * 0.5')).toContain('byte')
})

test('a condition that was made a number is a condition again', () => {
  const hit = 'const hit = h.a > 1 ? 1 : 0'
  expect(operations(`${hit}\n  h.b = hit === 1 ? h.c : h.f`)).not.toContain('eq')
  expect(operations(`${hit}\n  h.b = (1 - hit) * h.c`)).not.toContain('sub')
  expect(operations(`${hit}\n  h.b = h.a * hit`)).toContain('mul') // −0, infinities and NaN keep their bits
})
