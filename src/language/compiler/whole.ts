/** Which values are whole numbers from 0 on, so that a u8 column keeps them as they are and need not round and clamp them. */
import type { Graph, Node } from './graph.ts'

const EXACT = 2 ** 24

/** What is known of the nodes of one graph: the largest whole number that a node can be, Infinity where it can be anything. */
export class Whole {
  readonly #graph: Graph
  readonly #bytes: (column: string) => boolean
  readonly #most: number[] = []

  /** bytes: whether a column is u8. */
  constructor(graph: Graph, bytes: (column: string) => boolean) {
    this.#graph = graph
    this.#bytes = bytes
  }

  /** Whether this is a whole number from 0 to 255, and not −0. */
  isByte(id: number): boolean {
    for (const node of this.#graph.nodes.slice(this.#most.length, id + 1)) this.#most.push(this.#mostOf(node))
    return (this.#most[id] as number) <= 255
  }

  #mostOf({ op, args, value, name }: Node): number {
    const [a = 0, b = 0, c = 0] = args.map((id) => this.#most[id] as number)
    if (op === 'byte') return 255
    if (op === 'column') return this.#bytes(name) ? 255 : Infinity
    if (op === 'const') return Number.isInteger(value) && !Object.is(value, -0) && value >= 0 ? value : Infinity
    if (op === 'sel') return Math.max(b, c)
    if (op === 'pmin' && a < Infinity && b < Infinity) return Math.min(a, b)
    if (op === 'pmax') return Math.max(a, b)
    if (op === 'add' || op === 'mul') {
      const result = op === 'add' ? a + b : a * b
      return result <= EXACT ? result : Infinity // also where 0 · Infinity is NaN
    }
    return Infinity
  }
}
