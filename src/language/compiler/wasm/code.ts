/** The body of one WebAssembly function: instructions by name, and its local variables. */
import type { Type } from '../graph.ts'
import { Bytes } from './bytes.ts'

export const I32 = 0x7f
export const V128 = 0x7b

/** Instructions of one byte. */
export const LOOP = 0x03
export const IF = 0x04
export const END = 0x0b
export const BRANCH = 0x0c
export const I32_LT = 0x48
export const I32_LE = 0x4c
export const I32_ADD = 0x6a
export const F64_ADD = 0xa0
export const F64_PROMOTE = 0xbb
export const NO_RESULT = 0x40

/** Instructions after the SIMD prefix. */
export const SIMD = {
  'v128.load': 0,
  'v128.load32_splat': 9,
  'v128.store': 11,
  'v128.const': 12,
  'i8x16.shuffle': 13,
  'i32x4.splat': 0x11,
  'f32x4.extract_lane': 0x1f,
  'i32x4.lt_s': 0x39,
  'f32x4.eq': 0x41,
  'f32x4.ne': 0x42,
  'f32x4.lt': 0x43,
  'f32x4.gt': 0x44,
  'f32x4.le': 0x45,
  'f32x4.ge': 0x46,
  'v128.not': 0x4d,
  'v128.and': 0x4e,
  'v128.andnot': 0x4f,
  'v128.or': 0x50,
  'v128.xor': 0x51,
  'v128.bitselect': 0x52,
  'v128.any_true': 0x53,
  'v128.load32_zero': 0x5c,
  'v128.load64_zero': 0x5d,
  'v128.store32_lane': 0x5a,
  'v128.store64_lane': 0x5b,
  'f64x2.promote_low_f32x4': 0x5f,
  'i8x16.narrow_i16x8_u': 0x66,
  'f32x4.floor': 0x68,
  'f32x4.nearest': 0x6a,
  'i16x8.narrow_i32x4_u': 0x86,
  'i16x8.extend_low_i8x16_u': 0x89,
  'i32x4.extend_low_i16x8_u': 0xa9,
  'i32x4.shl': 0xab,
  'i32x4.shr_u': 0xad,
  'i32x4.add': 0xae,
  'i32x4.sub': 0xb1,
  'i32x4.mul': 0xb5,
  'i64x2.extmul_low_i32x4_u': 0xde,
  'i64x2.extmul_high_i32x4_u': 0xdf,
  'f32x4.abs': 0xe0,
  'f32x4.neg': 0xe1,
  'f32x4.sqrt': 0xe3,
  'f32x4.add': 0xe4,
  'f32x4.sub': 0xe5,
  'f32x4.mul': 0xe6,
  'f32x4.div': 0xe7,
  'f32x4.pmin': 0xea,
  'f32x4.pmax': 0xeb,
  'f64x2.add': 0xf0,
  'i32x4.trunc_sat_f32x4_s': 0xf8,
  'f32x4.convert_i32x4_s': 0xfa,
} as const
export type Simd = keyof typeof SIMD

/** A local variable: its number, which is final once all scalar locals are declared. */
export type Local = number

export class Code extends Bytes {
  readonly #parameters: number
  #scalars = 0
  #vectors = 0

  constructor(parameters: number) {
    super()
    this.#parameters = parameters
  }

  /** All scalar locals come before the first vector. */
  scalar(): Local {
    if (this.#vectors) throw new Error('a scalar local is declared after a vector')
    return this.#parameters + this.#scalars++
  }

  vector(): Local {
    return this.#parameters + this.#scalars + this.#vectors++
  }

  get(local: Local): this {
    return this.byte(0x20).unsigned(local)
  }

  set(local: Local): this {
    return this.byte(0x21).unsigned(local)
  }

  tee(local: Local): this {
    return this.byte(0x22).unsigned(local)
  }

  getGlobal(global: number): this {
    return this.byte(0x23).unsigned(global)
  }

  setGlobal(global: number): this {
    return this.byte(0x24).unsigned(global)
  }

  shiftLeft(): this {
    return this.byte(0x74)
  }

  i32(value: number): this {
    return this.byte(0x41).signed(value)
  }

  simd(...instructions: readonly Simd[]): this {
    for (const instruction of instructions) this.byte(0xfd).unsigned(SIMD[instruction])
    return this
  }

  /** A load or store of one lane or all: alignment as a power of two, then the offset. */
  memory(instruction: Simd, align: number, offset = 0): this {
    return this.simd(instruction).byte(align).unsigned(offset)
  }

  /** Four equal lanes. A mask is 0 or 1. */
  constant(type: Type, value: number): this {
    this.simd('v128.const')
    for (let lane = 0; lane < 4; lane++) {
      if (type === 'float') this.float32(value)
      else this.int32(type === 'mask' ? -value : value)
    }
    return this
  }

  /** Lanes 0, 1, 2, 3 of a counter added to a scalar: the numbers of the four households of a pass. */
  households(first: Local): this {
    this.get(first).simd('i32x4.splat', 'v128.const')
    for (let lane = 0; lane < 4; lane++) this.int32(lane)
    return this.simd('i32x4.add')
  }

  /** Four words out of the eight of two vectors. */
  shuffle(...words: readonly number[]): this {
    return this.simd('i8x16.shuffle').byte(...words.flatMap((word) => [0, 1, 2, 3].map((k) => 4 * word + k)))
  }

  /** The function as it stands in the module: its size, its locals, its instructions. */
  finished(): Bytes {
    const locals = [
      { count: this.#scalars, type: I32 },
      { count: this.#vectors, type: V128 },
    ].filter(({ count }) => count > 0)
    const body = new Bytes().unsigned(locals.length)
    for (const { count, type } of locals) body.unsigned(count).byte(type)
    return new Bytes().sized(body.append(this).byte(END))
  }
}
