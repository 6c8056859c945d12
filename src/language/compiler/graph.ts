/**
 * The value graph between rules and machine: every operation once (hash-consed), constants folded in f32, and each node
 * knows how often it changes. Arguments come before the operations that use them, so ids are an order of computation.
 */
import { fold } from './fold.ts'
import { simpler } from './simpler.ts'

/** Four floats, four masks or four integers. */
export type Type = 'float' | 'mask' | 'int'

/** Constant; the same for all households of a block; one per household. */
export type Level = 0 | 1 | 2
export const CONSTANT = 0
export const BLOCK = 1
export const HOUSEHOLD = 2

export type Arithmetic = 'add' | 'sub' | 'mul' | 'div' | 'pmin' | 'pmax'
export type Comparison = 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne'
export type Logic = 'and' | 'or' | 'not'
/** byte: what a u8 column keeps of a number. */
export type Unary = 'neg' | 'abs' | 'sqrt' | 'floor' | 'byte' | 'pow2' | 'exponent' | 'mantissa'
/** mulhigh: the high word of a 32 × 32 bit product; shift: unsigned, to the right; both by the node's value. */
export type Integer = 'iadd' | 'imul' | 'ixor' | 'mulhigh' | 'shift'
export type Operation = Arithmetic | Comparison | Logic | Unary | Integer | 'tofloat' | 'sel'
/** sum: what the sum holds before this pass. */
export type Leaf = 'column' | 'id' | 'sum' | 'district' | 'param' | 'month' | 'seed'

export interface Node {
  readonly id: number
  readonly op: Operation | Leaf | 'const'
  readonly args: readonly number[]
  readonly type: Type
  readonly level: Level
  /** Of a constant, or the fixed second operand of mulhigh and shift. */
  readonly value: number
  /** Of a leaf: the column, district column, parameter or sum. */
  readonly name: string
}

const LEVEL: Record<Leaf, Level> = { column: 2, id: 2, sum: 2, district: 1, param: 1, month: 1, seed: 1 }
const MASKS = ['lt', 'le', 'gt', 'ge', 'eq', 'ne', 'and', 'or', 'not'] as const
const INTEGERS = ['iadd', 'imul', 'ixor', 'mulhigh', 'shift', 'id', 'month', 'seed'] as const
const TYPE: Partial<Record<Node['op'], Type>> = {
  ...Object.fromEntries(MASKS.map((op) => [op, 'mask'])),
  ...Object.fromEntries(INTEGERS.map((op) => [op, 'int'])),
}
const typeOf = (op: Node['op']): Type => TYPE[op] ?? 'float'
const COMMUTE = new Set<Operation>(['add', 'mul', 'iadd', 'imul', 'ixor', 'and', 'or', 'eq', 'ne'])

export class Graph {
  readonly nodes: Node[] = []
  readonly #known = new Map<Node['op'], Map<number | string, number>>()

  at(id: number): Node {
    const node = this.nodes[id]
    if (!node) throw new RangeError(`the graph has no node ${id}`)
    return node
  }

  number(value: number): number {
    return this.#add('const', [], CONSTANT, 'float', Math.fround(value))
  }

  int(value: number): number {
    return this.#add('const', [], CONSTANT, 'int', value | 0)
  }

  mask(value: boolean): number {
    return this.#add('const', [], CONSTANT, 'mask', Number(value))
  }

  leaf(op: Leaf, name = ''): number {
    return this.#add(op, [], LEVEL[op], typeOf(op), 0, name)
  }

  op(op: Operation, args: readonly number[], value = 0): number {
    let level: Level = BLOCK
    let constant = true
    for (const id of args) {
      const node = this.at(id)
      if (node.level > level) level = node.level
      if (node.op !== 'const') constant = false
    }
    const [a = 0, b = 0] = args
    const type = op === 'sel' ? this.at(b).type : typeOf(op)
    const same = (constant ? this.folded(op, args) : undefined) ?? simpler(this, op, args)
    if (same !== undefined) return same
    return this.#add(op, COMMUTE.has(op) && a > b ? [b, a] : args, level, type, value)
  }

  /** The constant that this operation gives on constants; undefined when the machine has to do it. */
  folded(op: Operation, args: readonly number[]): number | undefined {
    const [a, b] = args.map((id) => this.at(id))
    const value = fold(op, a?.value ?? 0, b?.value ?? 0)
    return value === undefined ? undefined : this.#add('const', [], CONSTANT, typeOf(op), value)
  }

  #add(op: Node['op'], args: readonly number[], level: Level, type: Type, value = 0, name = ''): number {
    let known = this.#known.get(op)
    if (!known) {
      known = new Map()
      this.#known.set(op, known)
    }
    const key = keyOf(args, value, name, type)
    const old = known.get(key)
    if (old !== undefined) return old
    const id = this.nodes.length
    this.nodes.push({ id, op, args, type, level, value, name })
    known.set(key, id)
    return id
  }
}

/** What tells nodes of one operation apart. */
function keyOf(args: readonly number[], value: number, name: string, type: Type): number | string {
  if (args.length === 0) return name || `${type} ${Object.is(value, -0) ? '-0' : value}`
  const [a = 0, b = -1] = args
  return args.length < 3 && value === 0 ? a * 2 ** 24 + b + 1 : `${args.join()} ${value}` // text is slower
}

/** What these results need, in an order of computation, and how often each node is used. */
export function needed(graph: Graph, results: Iterable<number>): { order: Node[]; uses: number[] } {
  const uses = graph.nodes.map(() => 0)
  const use = (id: number) => {
    uses[id] = (uses[id] ?? 0) + 1
  }
  for (const id of results) use(id)
  const order = graph.nodes
    .toReversed()
    .filter((node) => {
      if (!uses[node.id]) return false
      node.args.forEach(use)
      return true
    })
    .reverse()
  return { order, uses }
}

/** Which sum a node was added to, for the nodes that hold a sum. */
export function sumsBehind(order: readonly Node[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  for (const { id, op, args, name } of order) {
    const sum = op === 'sum' ? name : args.map((arg) => found.get(arg)).find((one) => one !== undefined)
    if (sum !== undefined) found.set(id, sum)
  }
  return found
}
