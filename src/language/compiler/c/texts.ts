/** Values of the graph as C expressions: a value with a name is read from it, any other stands where it is used. */
import type { Graph, Node, Type } from '../graph.ts'
import { INFIX } from '../infix.ts'

/** Where leaves come from, as C expressions. */
export type LeafText = (node: Node) => string

const CALL: Readonly<Record<string, string>> = {
  pmin: 'smaller',
  pmax: 'larger',
  abs: 'absolute',
  sqrt: 'root',
  floor: 'below',
  neg: '-',
  not: '~',
}

/** The C type of four, eight or sixteen values. */
export const vectorOf: Readonly<Record<Type, string>> = { float: 'F', mask: 'I', int: 'U' }

export class Texts {
  readonly #graph: Graph
  readonly #named: ReadonlySet<number>
  readonly #leaf: LeafText

  constructor(graph: Graph, named: ReadonlySet<number>, leaf: LeafText) {
    this.#graph = graph
    this.#named = named
    this.#leaf = leaf
  }

  of(id: number): string {
    return this.#named.has(id) ? `v${id}` : this.compute(this.#graph.at(id))
  }

  compute(node: Node): string {
    const { op, args, type, value } = node
    if (op === 'const') return constant(type, value)
    if (args.length === 0) return this.#leaf(node)
    if (op === 'sel') return this.#choose(args)
    const [a = '', b] = args.map((id) => this.of(id))
    if (op === 'shift') return `(${a} >> ${value}u)`
    if (op === 'mulhigh') return `mulhigh(${a}, ${value >>> 0}u)`
    const infix = INFIX[op]
    // comparisons and masks: GCC gives them a type of its own
    const text = infix ? `(${a} ${infix} ${b})` : `${CALL[op] ?? op}(${b === undefined ? a : `${a}, ${b}`})`
    return type === 'mask' ? `(I)${text}` : text
  }

  /** mask ? a : b; where one of them is +0, one instruction less. */
  #choose([mask = 0, a = 0, b = 0]: readonly number[]): string {
    const isZero = (id: number) => this.#graph.at(id).op === 'const' && Object.is(this.#graph.at(id).value, 0)
    if (isZero(b)) return `only(${this.of(mask)}, ${this.of(a)})`
    if (isZero(a)) return `except(${this.of(mask)}, ${this.of(b)})`
    return `choose(${this.of(mask)}, ${this.of(a)}, ${this.of(b)})`
  }
}

/** One number for all lanes. */
function constant(type: Type, value: number): string {
  if (type === 'mask') return `truth(${value})`
  if (type === 'int') return `whole(${value >>> 0}u)`
  return `splat(${float(value)})`
}

/** The f32 nearest to a double is found again from its shortest text. */
function float(value: number): string {
  if (Number.isNaN(value)) return '__builtin_nanf("")'
  if (!Number.isFinite(value)) return value > 0 ? '__builtin_inff()' : '-__builtin_inff()'
  if (Object.is(value, -0)) return '-0.0f'
  const text = String(value)
  return /[.e]/.test(text) ? `${text}f` : `${text}.0f`
}
