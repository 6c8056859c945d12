/**
 * One kernel: a function over the households lo … hi − 1 of one block, four at a time.
 *
 *   kernel(columns, district, params, sums, lo, hi, month, seed)          pointers in bytes; lo a multiple of four
 *
 * columns: i32 addresses in the order of declaration; district, params: f32 rows; sums: an f64 row, which is added to.
 */
import type { Declarations } from '../../rule.ts'
import { BLOCK, CONSTANT, HOUSEHOLD, type Node, needed } from '../graph.ts'
import type { Lowered } from '../lower.ts'
import type { Bytes } from './bytes.ts'
import {
  BRANCH,
  Code,
  END,
  F64_ADD,
  F64_PROMOTE,
  I32_ADD,
  I32_LE,
  I32_LT,
  I32_SHL,
  IF,
  LOOP,
  type Local,
  NO_RESULT,
} from './code.ts'
import { type Skip, skips } from './skips.ts'
import { Values } from './values.ts'

/** The parameters of every kernel, in order. */
export const PARAMETERS = ['columns', 'district', 'params', 'sums', 'lo', 'hi', 'month', 'seed'] as const
const [COLUMNS, DISTRICT, PARAMS, SUMS, LO, HI, MONTH, SEED] = PARAMETERS.map((_, k) => k) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]

const OFTEN = 4

export function kernel(lowered: Lowered, decl: Declarations): Bytes {
  return new Kernel(lowered, decl).code.finished()
}

class Kernel {
  readonly code = new Code(PARAMETERS.length)
  readonly #decl: Declarations
  readonly #places: Readonly<Record<keyof Omit<Declarations, 'streams'>, ReadonlyMap<string, number>>>
  readonly #stores: readonly (readonly [column: string, node: number])[]
  readonly #sums: readonly (readonly [sum: string, node: number])[]
  /** Values of a block: what all its households share, and constants that occur often (a constant takes 18 bytes). */
  readonly #block: readonly Node[]
  /** Values of a pass that are kept in a local: what is used twice, and columns, which are read before any is written. */
  readonly #shared: readonly Node[]
  readonly #skips: readonly Skip[]
  readonly #values: Values
  readonly #address = new Map<string, Local>()
  readonly #lanes = new Map<string, Local>()
  /** The first household of a pass, and four times that. */
  readonly #i: Local
  readonly #i4: Local
  readonly #live: Local

  constructor({ graph, stores, sums }: Lowered, decl: Declarations) {
    this.#decl = decl
    this.#places = {
      household: placesOf(decl.household),
      district: placesOf(decl.district),
      param: placesOf(decl.param),
      sums: placesOf(decl.sums),
    }
    this.#stores = [...stores]
    this.#sums = [...sums]
    const results = [...stores.values(), ...sums.values()]
    const { order, uses } = needed(graph, results)
    this.#skips = skips(order, results)
    const selected = new Set(this.#skips.flatMap(({ mask, selects }) => [mask, ...selects.map(({ id }) => id)]))
    const usesOf = ({ id }: Node) => uses[id] ?? 0
    this.#block = order.filter((node) => node.level === BLOCK || (node.level === CONSTANT && usesOf(node) >= OFTEN))
    const isColumn = ({ op }: Node) => op === 'column' || op === 'id'
    this.#shared = order.filter(
      (node) =>
        node.level === HOUSEHOLD && node.op !== 'sum' && (usesOf(node) > 1 || isColumn(node) || selected.has(node.id)),
    )
    const { code } = this
    this.#i = code.scalar()
    this.#i4 = code.scalar()
    const columns = order.filter(isColumn).map(({ name }) => name)
    for (const column of new Set([...columns, ...stores.keys()])) this.#address.set(column, code.scalar())
    this.#live = code.vector()
    this.#values = new Values(code, graph, (node) => this.#readLeaf(node))
    this.#prologue()
    this.#passes()
    this.#epilogue()
  }

  /** Addresses, and values that are the same for the whole block. */
  #prologue(): void {
    const { code } = this
    for (const [column, local] of this.#address)
      code
        .get(COLUMNS)
        .byte(0x28, 2)
        .unsigned(4 * place(this.#places.household, column))
        .set(local)
    for (const node of this.#block) this.#values.keep(node)
    for (const [sum] of this.#sums) this.#lanes.set(sum, code.vector())
    code.get(LO).set(this.#i)
  }

  /** Whole passes without masks, then at most one that keeps the households from hi on. */
  #passes(): void {
    const { code } = this
    code.byte(LOOP, NO_RESULT)
    code.get(this.#i).i32(4).byte(I32_ADD).get(HI).byte(I32_LE, IF, NO_RESULT)
    this.#pass(false)
    code.byte(BRANCH, 1, END, END)
    code.get(this.#i).get(HI).byte(I32_LT, IF, NO_RESULT)
    this.#pass(true)
    code.byte(END)
  }

  #pass(masked: boolean): void {
    const { code } = this
    code.get(this.#i).i32(2).byte(I32_SHL).set(this.#i4)
    this.#keepShared()
    if (masked) code.households(this.#i).get(HI).simd('i32x4.splat', 'i32x4.lt_s').set(this.#live)
    for (const [sum, node] of this.#sums) {
      this.#values.push(node)
      if (masked) code.get(this.#lane(sum)).get(this.#live).simd('v128.bitselect')
    }
    for (const [sum] of this.#sums.toReversed()) code.set(this.#lane(sum)) // all are computed before any is replaced
    for (const [column, node] of this.#stores) {
      this.#pushAddress(column)
      this.#values.push(node)
      if (masked) {
        this.#load(column)
        code.get(this.#live).simd('v128.bitselect')
      }
      this.#store(column)
    }
    code.get(this.#i).i32(4).byte(I32_ADD).set(this.#i)
    this.#values.forget(this.#shared)
  }

  /** In their order; a body that can be skipped stands before the first value that comes out of it. */
  #keepShared(): void {
    const first = new Map(this.#skips.map((skip) => [skip.selects[0]?.id, skip]))
    const later = new Set(this.#skips.flatMap(({ selects, body }) => [...selects.map(({ id }) => id), ...body]))
    for (const node of this.#shared) {
      const skip = first.get(node.id)
      if (skip) this.#keepUnlessSkipped(skip)
      else if (!later.has(node.id)) this.#values.keep(node)
    }
  }

  /** The old values; then, if the mask holds for a lane, the new ones where it does. */
  #keepUnlessSkipped({ mask, selects, body }: Skip): void {
    const { code } = this
    const values = this.#values
    for (const { id, args } of selects) values.keepAs(id, args[2] as number)
    values.push(mask)
    code.simd('v128.any_true').byte(IF, NO_RESULT)
    const within = this.#shared.filter(({ id }) => body.has(id))
    for (const node of within) values.keep(node)
    for (const { id, args } of selects) {
      values.push(args[1] as number)
      values.push(id)
      values.push(mask)
      code.simd('v128.bitselect')
      values.replace(id)
    }
    values.forget(within)
    code.byte(END)
  }

  /** The four lanes of each sum, in f64 and in order, are added to the block's row. */
  #epilogue(): void {
    const { code } = this
    const lane = (sum: string, k: number) => code.get(this.#lane(sum)).simd('f32x4.extract_lane').byte(k, F64_PROMOTE)
    for (const [sum] of this.#sums) {
      const offset = 8 * place(this.#places.sums, sum)
      code.get(SUMS).get(SUMS).byte(0x2b, 3).unsigned(offset)
      lane(sum, 0)
      for (const k of [1, 2, 3]) lane(sum, k).byte(F64_ADD)
      code.byte(F64_ADD, 0x39, 3).unsigned(offset)
    }
  }

  #readLeaf({ op, name }: Node): void {
    const { code } = this
    const load = (pointer: number, places: ReadonlyMap<string, number>) =>
      code.get(pointer).memory('v128.load32_splat', 2, 4 * place(places, name))
    if (op === 'district') load(DISTRICT, this.#places.district)
    else if (op === 'param') load(PARAMS, this.#places.param)
    else if (op === 'month' || op === 'seed') code.get(op === 'month' ? MONTH : SEED).simd('i32x4.splat')
    else if (op === 'sum') code.get(this.#lane(name))
    else this.#load(name)
  }

  #isByte(column: string): boolean {
    return this.#decl.household[column]?.type === 'u8'
  }

  #pushAddress(column: string): void {
    const offset = this.#isByte(column) ? this.#i : this.#i4
    this.code.get(place(this.#address, column)).get(offset).byte(I32_ADD)
  }

  #load(column: string): void {
    const { code } = this
    this.#pushAddress(column)
    if (this.#isByte(column)) {
      code.memory('v128.load32_zero', 0)
      code.simd('i16x8.extend_low_i8x16_u', 'i32x4.extend_low_i16x8_u', 'f32x4.convert_i32x4_s')
    } else code.memory('v128.load', 4)
  }

  /** Address and value are on the stack. */
  #store(column: string): void {
    const { code } = this
    if (this.#isByte(column)) {
      code.simd('i32x4.trunc_sat_f32x4_s').constant('int', 0).simd('i16x8.narrow_i32x4_u')
      code.constant('int', 0).simd('i8x16.narrow_i16x8_u').memory('v128.store32_lane', 0).byte(0)
    } else code.memory('v128.store', 4)
  }

  #lane(sum: string): Local {
    return place(this.#lanes, sum)
  }
}

const placesOf = (names: object): Map<string, number> => new Map(Object.keys(names).map((name, k) => [name, k]))

function place(places: ReadonlyMap<string, number>, name: string): number {
  const found = places.get(name)
  if (found === undefined) throw new Error(`${name} has no place`)
  return found
}
