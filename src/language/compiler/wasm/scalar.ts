/**
 * A kernel without vectors: the same function over the same memory, one household at a time, with the same bits. A sum is kept in
 * four lanes, as the four lanes of a vector keep it; after each household the lanes move up by one, so that the first is due.
 */
import type { Declarations } from '../../rule.ts'
import { BLOCK, HOUSEHOLD, type Node, needed, type Operation } from '../graph.ts'
import type { Lowered } from '../lower.ts'
import { Bytes } from './bytes.ts'
import { I32 } from './code.ts'

const F32 = 0x7d
const [COLUMNS, DISTRICT, PARAMS, SUMS, LO, HI, MONTH, SEED, PARAMETERS] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const
const [BLOCK_OP, LOOP, END, BRANCH, BRANCH_IF, EMPTY] = [0x02, 0x03, 0x0b, 0x0c, 0x0d, 0x40] as const
const [GET, SET, SELECT] = [0x20, 0x21, 0x1b] as const
const I32_ = {
  eqz: 0x45,
  ge: 0x4e,
  add: 0x6a,
  sub: 0x6b,
  mul: 0x6c,
  and: 0x71,
  or: 0x72,
  xor: 0x73,
  shl: 0x74,
  shr: 0x76,
}
const F32_ = { lt: 0x5d, nearest: 0x90 }
const [F64_LOAD, F64_STORE, F64_ADD, PROMOTE] = [0x2b, 0x39, 0xa0, 0xbb] as const
const [REINTERPRET_F32, REINTERPRET_I32, CONVERT] = [0xbc, 0xbe, 0xb2] as const

/** Operations of one instruction. Masks are 0 and 1. */
const DIRECT: Readonly<Partial<Record<Operation, number>>> = {
  add: 0x92,
  sub: 0x93,
  mul: 0x94,
  div: 0x95,
  neg: 0x8c,
  abs: 0x8b,
  sqrt: 0x91,
  floor: 0x8e,
  lt: 0x5d,
  le: 0x5f,
  gt: 0x5e,
  ge: 0x60,
  eq: 0x5b,
  ne: 0x5c,
  and: I32_.and,
  or: I32_.or,
  not: I32_.eqz,
  iadd: I32_.add,
  imul: I32_.mul,
  ixor: I32_.xor,
  tofloat: CONVERT,
}

export const scalarKernel = (lowered: Lowered, decl: Declarations): Bytes => new ScalarKernel(lowered, decl).finished()

class ScalarKernel {
  readonly #code = new Bytes()
  readonly #types: number[] = []
  readonly #lowered: Lowered
  readonly #decl: Declarations
  /** The local of each value that is no constant. */
  readonly #values = new Map<number, number>()
  readonly #addresses = new Map<string, number>()
  readonly #lanes = new Map<string, readonly number[]>()
  /** The household, and four times that. */
  readonly #i = this.#local(I32)
  readonly #i4 = this.#local(I32)
  readonly #scratch = this.#local(F32)

  constructor(lowered: Lowered, decl: Declarations) {
    this.#lowered = lowered
    this.#decl = decl
    const { stores, sums, graph } = lowered
    const { order } = needed(graph, [...stores.values(), ...sums.values()])
    const read = order.filter(({ op }) => op === 'column' || op === 'id').map(({ name }) => name)
    for (const column of new Set([...read, ...stores.keys()])) {
      this.#addresses.set(column, this.#local(I32))
      this.#get(COLUMNS)
        .#op(0x28, 2)
        .#unsigned(4 * placeOf(decl.household, column))
      this.#set(this.#addressOf(column))
    }
    for (const sum of sums.keys())
      this.#lanes.set(
        sum,
        [0, 1, 2, 3].map(() => this.#local(F32)),
      )
    for (const node of order) if (node.op !== 'const' && node.level === BLOCK) this.#keep(node)
    this.#get(LO).#set(this.#i)
    this.#eachHousehold(order.filter((node) => node.op !== 'const' && node.level === HOUSEHOLD))
    this.#wholeTurn()
    this.#addUp()
  }

  /** The local variables one by one, then the instructions. */
  finished(): Bytes {
    const body = new Bytes().unsigned(this.#types.length)
    for (const type of this.#types) body.unsigned(1).byte(type)
    return new Bytes().sized(body.append(this.#code).byte(END))
  }

  #eachHousehold(nodes: readonly Node[]): void {
    const { stores, sums } = this.#lowered
    this.#op(BLOCK_OP, EMPTY, LOOP, EMPTY)
    this.#get(this.#i, HI).#op(I32_.ge, BRANCH_IF, 1)
    this.#get(this.#i).#i32(2).#op(I32_.shl).#set(this.#i4)
    for (const node of nodes) this.#keep(node)
    for (const [sum, result] of sums) {
      this.#push(result)
      this.#set((this.#lanes.get(sum) as readonly number[])[0] as number)
    }
    for (const [column, result] of stores) {
      this.#pushAddress(column)
      this.#push(result)
      if (this.#isByte(column)) this.#truncate().#op(0x3a, 0, 0)
      else this.#op(0x38, 2, 0)
    }
    this.#next()
    this.#op(BRANCH, 0, END, END)
  }

  /** After the last household the lanes move on to where they began. */
  #wholeTurn(): void {
    this.#op(BLOCK_OP, EMPTY, LOOP, EMPTY)
    this.#get(this.#i).#i32(3).#op(I32_.and, I32_.eqz, BRANCH_IF, 1)
    this.#next()
    this.#op(BRANCH, 0, END, END)
  }

  /** On to the next household: its lane becomes the first. */
  #next(): void {
    for (const [a, b, c, d] of this.#lanes.values() as Iterable<readonly [number, number, number, number]>) {
      this.#get(a, b).#set(a).#get(c).#set(b).#get(d).#set(c).#set(d)
    }
    this.#get(this.#i).#i32(1).#op(I32_.add).#set(this.#i)
  }

  #addUp(): void {
    for (const [sum, lanes] of this.#lanes) {
      const offset = 8 * placeOf(this.#decl.sums, sum)
      this.#get(SUMS, SUMS).#op(F64_LOAD, 3).#unsigned(offset)
      lanes.forEach((lane, k) => {
        this.#get(lane).#op(PROMOTE)
        if (k > 0) this.#op(F64_ADD)
      })
      this.#op(F64_ADD, F64_STORE, 3).#unsigned(offset)
    }
  }

  /** Computes a value into its local. */
  #keep(node: Node): void {
    const { id, op, args, type, value } = node
    this.#values.set(id, this.#local(type === 'float' ? F32 : I32))
    if (args.length === 0) this.#leaf(node)
    else if (op === 'sel')
      this.#push(args[1] as number)
        .#push(args[2] as number)
        .#push(args[0] as number)
        .#op(SELECT)
    else if (op === 'pmin' || op === 'pmax') this.#either(op === 'pmin', args[0] as number, args[1] as number)
    else {
      for (const arg of args) this.#push(arg)
      const direct = DIRECT[op as Operation]
      if (direct === undefined) this.#composed(op as Operation, value)
      else this.#op(direct)
    }
    this.#set(this.#values.get(id) as number)
  }

  /** pmin: b < a ? b : a; pmax: a < b ? b : a. */
  #either(smaller: boolean, a: number, b: number): void {
    this.#push(b).#push(a)
    const [first, second] = smaller ? [b, a] : [a, b]
    this.#push(first).#push(second).#op(F32_.lt, SELECT)
  }

  /** Operations of several instructions, with their argument on the stack. */
  #composed(op: Operation, value: number): void {
    const scratch = this.#scratch
    switch (op) {
      case 'byte': // nearest, ties to even; between 0 and 255, NaN as 0
        this.#op(F32_.nearest).#set(scratch)
        this.#get(scratch).#f32(0).#f32(0).#get(scratch).#op(F32_.lt, SELECT).#set(scratch)
        this.#get(scratch).#f32(255).#get(scratch).#f32(255).#op(F32_.lt, SELECT)
        return
      case 'pow2':
        this.#truncate().#i32(127).#op(I32_.add).#i32(23).#op(I32_.shl, REINTERPRET_I32)
        return
      case 'exponent':
        this.#op(REINTERPRET_F32).#i32(1).#op(I32_.shl).#i32(24).#op(I32_.shr).#i32(127).#op(I32_.sub, CONVERT)
        return
      case 'mantissa':
        this.#op(REINTERPRET_F32).#i32(0x7fffff).#op(I32_.and).#i32(0x3f800000).#op(I32_.or, REINTERPRET_I32)
        return
      case 'shift':
        this.#i32(value).#op(I32_.shr)
        return
      case 'mulhigh': // through 64 bits: unsigned product, high word
        this.#op(0xad).#i32(value).#op(0xad, 0x7e, 0x42, 32, 0x88, 0xa7)
        return
      default:
        throw new Error(`${op} has no instructions`)
    }
  }

  #leaf({ op, name }: Node): void {
    const at = (row: number, names: object) =>
      this.#get(row)
        .#op(0x2a, 2)
        .#unsigned(4 * placeOf(names, name))
    if (op === 'district') at(DISTRICT, this.#decl.district)
    else if (op === 'param') at(PARAMS, this.#decl.param)
    else if (op === 'month' || op === 'seed') this.#get(op === 'month' ? MONTH : SEED)
    else if (op === 'sum') this.#get((this.#lanes.get(name) as readonly number[])[0] as number)
    else {
      this.#pushAddress(name)
      if (op === 'id') this.#op(0x28, 2, 0)
      else if (this.#isByte(name)) this.#op(0x2d, 0, 0, CONVERT)
      else this.#op(0x2a, 2, 0)
    }
  }

  #push(id: number): this {
    const { op, type, value } = this.#lowered.graph.at(id)
    if (op !== 'const') return this.#get(this.#values.get(id) as number)
    return type === 'float' ? this.#f32(value) : this.#i32(value)
  }

  #pushAddress(column: string): void {
    this.#get(this.#addressOf(column), this.#isByte(column) ? this.#i : this.#i4).#op(I32_.add)
  }

  #addressOf(column: string): number {
    return this.#addresses.get(column) as number
  }

  #isByte(column: string): boolean {
    return this.#decl.household[column]?.type === 'u8'
  }

  /** f32 to i32, to the nearest end where it is out of range. */
  #truncate(): this {
    return this.#op(0xfc, 0)
  }

  #local(type: number): number {
    return PARAMETERS + this.#types.push(type) - 1
  }

  #get(...locals: readonly number[]): this {
    for (const local of locals) this.#op(GET).#unsigned(local)
    return this
  }

  #set(local: number): this {
    return this.#op(SET).#unsigned(local)
  }

  #op(...bytes: readonly number[]): this {
    this.#code.byte(...bytes)
    return this
  }

  #unsigned(value: number): this {
    this.#code.unsigned(value)
    return this
  }

  #i32(value: number): this {
    this.#code.byte(0x41).signed(value)
    return this
  }

  #f32(value: number): this {
    this.#code.byte(0x43).float32(value)
    return this
  }
}

function placeOf(names: object, name: string): number {
  const place = Object.keys(names).indexOf(name)
  if (place < 0) throw new Error(`${name} has no place`)
  return place
}
