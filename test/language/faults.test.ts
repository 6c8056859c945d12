// Faults planted in the encoder: a comparison with the oracle notices each of them.
import { afterEach, describe, expect, test } from 'vitest'
import { SIMD, type Simd } from '../../src/language/compiler/wasm/code.ts'
import { compile, type Declarations, oracle } from '../../src/language/index.ts'
import { ruleFile, villageFiles, villageRules } from './fixture/files.ts'
import { decl } from './fixture/programs.ts'
import { state as village } from './fixture/village_state.ts'
import { difference, numbers, World } from './fixture/world.ts'

const codes: Record<string, number> = SIMD
const original = { ...codes }
afterEach(() => {
  Object.assign(codes, original)
})

const everything = `
  h.t = h.a - h.b / 3
  h.b = max(min(h.a, h.c), -abs(h.t)) + sqrt(h.f + 7) * floor(h.a)
  if (h.a <= 1 || !(h.b < 2)) h.c = exp(h.c) - draw('u') * draw('v', 1)
  else if (h.a >= 0 && h.c > 0) h.k += h.c
  h.a = (h.k === 3 ? h.c : h.t) + (h.k !== 2 ? log(h.f + 5) : 0)
  o.r += (h.k < 3 ? 1 : 0) + (h.k > 1 ? 2 : 0)
  o.s += h.a > 0 ? 0 : h.b
  h.k += 0.7`

function differs(files: ReturnType<typeof ruleFile>, names: readonly string[], declarations: Declarations): boolean {
  const { bytes } = compile(files, { run: names }, declarations)
  const world = new World(declarations, 61)
  const rnd = numbers(11)
  world.fill(() => (rnd() < 0.1 ? Number.NaN : rnd() * 9 - 4))
  world.district.fill(0.7)
  const other = world.copy()
  try {
    world.run(world.kernels(bytes).run, 4, 58, 3, 7)
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return true // the engine noticed
    throw error
  }
  oracle(files, names, declarations)({ ...other, lo: 4, hi: 58, month: 3, seed: 7 })
  return difference(world, other) !== undefined
}

const faults: [Simd, Simd][] = [
  ['f32x4.add', 'f32x4.sub'],
  ['f32x4.sub', 'f32x4.add'],
  ['f32x4.mul', 'f32x4.div'],
  ['f32x4.div', 'f32x4.mul'],
  ['f32x4.pmin', 'f32x4.pmax'],
  ['f32x4.pmax', 'f32x4.pmin'],
  ['f32x4.abs', 'f32x4.neg'],
  ['f32x4.neg', 'f32x4.abs'],
  ['f32x4.sqrt', 'f32x4.abs'],
  ['f32x4.floor', 'f32x4.nearest'],
  ['f32x4.nearest', 'f32x4.floor'],
  ['f32x4.lt', 'f32x4.le'],
  ['f32x4.le', 'f32x4.gt'],
  ['f32x4.gt', 'f32x4.ge'],
  ['f32x4.ge', 'f32x4.lt'],
  ['f32x4.eq', 'f32x4.ne'],
  ['f32x4.ne', 'f32x4.eq'],
  ['v128.and', 'v128.or'],
  ['v128.or', 'v128.and'],
  ['v128.not', 'f32x4.abs'],
  ['v128.andnot', 'v128.and'],
  ['v128.xor', 'v128.or'],
  ['v128.bitselect', 'v128.and'],
  ['i32x4.add', 'i32x4.sub'],
  ['i32x4.sub', 'i32x4.add'],
  ['i32x4.mul', 'i32x4.add'],
  ['i32x4.shl', 'i32x4.shr_u'],
  ['i32x4.shr_u', 'i32x4.shl'],
  ['i32x4.lt_s', 'f32x4.ge'],
  ['i64x2.extmul_low_i32x4_u', 'i64x2.extmul_high_i32x4_u'],
  ['i64x2.extmul_high_i32x4_u', 'i64x2.extmul_low_i32x4_u'],
  ['f64x2.promote_low_f32x4', 'f32x4.abs'],
  ['f64x2.add', 'f32x4.add'],
]

test('without a fault nothing differs', () => {
  expect(differs(ruleFile(everything), ['x'], decl)).toBe(false)
  expect(differs(villageFiles, villageRules, village)).toBe(false)
})

describe('planted', () => {
  test.each(faults)('%s becomes %s', (from, to) => {
    codes[from] = original[to] ?? 0
    expect(differs(ruleFile(everything), ['x'], decl) || differs(villageFiles, villageRules, village)).toBe(true)
  })
})
