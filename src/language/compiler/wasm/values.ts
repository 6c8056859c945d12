/** Values of the graph as instructions: a value with a local is read from it, any other is computed on the stack. */
import type { Graph, Node, Operation } from '../graph.ts'
import type { Code, Local, Simd } from './code.ts'

/** Where leaves come from; writes code that leaves the leaf's value on the stack. */
export type ReadLeaf = (node: Node) => void

const DIRECT: Partial<Record<Operation, Simd>> = {
  add: 'f32x4.add',
  sub: 'f32x4.sub',
  mul: 'f32x4.mul',
  div: 'f32x4.div',
  pmin: 'f32x4.pmin',
  pmax: 'f32x4.pmax',
  neg: 'f32x4.neg',
  abs: 'f32x4.abs',
  sqrt: 'f32x4.sqrt',
  floor: 'f32x4.floor',
  lt: 'f32x4.lt',
  le: 'f32x4.le',
  gt: 'f32x4.gt',
  ge: 'f32x4.ge',
  eq: 'f32x4.eq',
  ne: 'f32x4.ne',
  and: 'v128.and',
  or: 'v128.or',
  not: 'v128.not',
  iadd: 'i32x4.add',
  imul: 'i32x4.mul',
  ixor: 'v128.xor',
  tofloat: 'f32x4.convert_i32x4_s',
}

/** Added to a whole number of up to 22 bits, it moves that number to the lowest bits; its own bits below the 23rd are zero. */
export const WHOLE = 1.5 * 2 ** 23

export class Values {
  readonly #code: Code
  readonly #graph: Graph
  readonly #readLeaf: ReadLeaf
  readonly #scratch: Local
  readonly #locals = new Map<number, Local>()
  /** Nodes whose local holds them at this point of the code. */
  readonly #kept = new Set<number>()
  /** By value and factor: where their 64-bit products are at this point of the code. */
  readonly #products = new Map<string, readonly [Local, Local]>()

  constructor(code: Code, graph: Graph, readLeaf: ReadLeaf) {
    this.#code = code
    this.#graph = graph
    this.#readLeaf = readLeaf
    this.#scratch = code.vector()
  }

  /** Leaves the value on the stack. */
  push(id: number): void {
    const local = this.#kept.has(id) ? this.#locals.get(id) : undefined
    if (local === undefined) this.#compute(this.#graph.at(id))
    else this.#code.get(local)
  }

  /** Computes a value once, for all later uses. */
  keep({ id }: Node): void {
    this.keepAs(id, id)
  }

  /** Another value in its place, until it is replaced. */
  keepAs(id: number, other: number): void {
    this.push(other)
    this.replace(id)
  }

  /** Takes what is on the stack as the value. */
  replace(id: number): void {
    const local = this.#locals.get(id) ?? this.#code.vector()
    this.#locals.set(id, local)
    this.#kept.add(id)
    this.#code.set(local)
  }

  /** After a pass: its values have to be computed anew. */
  forget(nodes: readonly Node[]): void {
    for (const { id } of nodes) this.#kept.delete(id)
    this.#products.clear()
  }

  #compute(node: Node): void {
    const { op, args, value } = node
    const code = this.#code
    if (op === 'const') code.constant(node.type, value)
    else if (args.length === 0) this.#readLeaf(node)
    else if (op === 'sel') this.#select(args)
    else if (op === 'mulhigh') this.#highWords(args[0] as number, value)
    else if (op === 'imul' && this.#pushLowWords(args)) return
    else {
      for (const argument of args) this.push(argument)
      const direct = DIRECT[op as Operation]
      if (direct) code.simd(direct)
      else this.#composed(op as Operation, value)
    }
  }

  /** Operations of several instructions, with their argument on the stack. */
  #composed(op: Operation, value: number): void {
    const code = this.#code
    switch (op) {
      case 'byte': // nearest, ties to even; pmax(0, NaN) is 0
        code.simd('f32x4.nearest').set(this.#scratch)
        code.constant('float', 255).constant('float', 0).get(this.#scratch).simd('f32x4.pmax', 'f32x4.pmin')
        return
      case 'pow2': // 1.5 · 2^23 more, and the lowest bits are the whole number: cheaper than a conversion that saturates
        code.constant('float', WHOLE).simd('f32x4.add').i32(23).simd('i32x4.shl')
        code.constant('int', 127 << 23).simd('i32x4.add')
        return
      case 'exponent':
        code.i32(1).simd('i32x4.shl').i32(24).simd('i32x4.shr_u')
        code.constant('int', 127).simd('i32x4.sub', 'f32x4.convert_i32x4_s')
        return
      case 'mantissa':
        code.constant('int', 0x7fffff).simd('v128.and').constant('int', 0x3f800000).simd('v128.or')
        return
      case 'shift':
        code.i32(value).simd('i32x4.shr_u')
        return
      default:
        throw new Error(`${op} has no instructions`)
    }
  }

  /** Four 64-bit products, of which the odd words remain; the even ones are kept for a product of the same two. */
  #highWords(id: number, factor: number): void {
    const code = this.#code
    const halves = [code.vector(), code.vector()] as const
    this.push(id)
    code.tee(this.#scratch).constant('int', factor).simd('i64x2.extmul_low_i32x4_u').tee(halves[0])
    code.get(this.#scratch).constant('int', factor).simd('i64x2.extmul_high_i32x4_u').tee(halves[1])
    code.shuffle(1, 3, 5, 7)
    this.#products.set(`${id} ${factor | 0}`, halves)
  }

  /** A product of which the high words were computed before; false where they were not. */
  #pushLowWords([a = 0, b = 0]: readonly number[]): boolean {
    const [id, by] = this.#graph.at(a).op === 'const' ? [b, a] : [a, b]
    const halves = this.#products.get(`${id} ${this.#graph.at(by).value | 0}`)
    if (halves === undefined || this.#graph.at(by).op !== 'const') return false
    this.#code.get(halves[0]).get(halves[1]).shuffle(0, 2, 4, 6)
    return true
  }

  /** mask ? a : b; where one of them is +0, one instruction less. */
  #select([mask = 0, a = 0, b = 0]: readonly number[]): void {
    const isZero = (id: number) => this.#graph.at(id).op === 'const' && Object.is(this.#graph.at(id).value, 0)
    const push = (...ids: readonly number[]) => {
      for (const id of ids) this.push(id)
    }
    if (isZero(b)) {
      push(mask, a)
      this.#code.simd('v128.and')
    } else if (isZero(a)) {
      push(b, mask)
      this.#code.simd('v128.andnot')
    } else {
      push(a, b, mask)
      this.#code.simd('v128.bitselect')
    }
  }
}
