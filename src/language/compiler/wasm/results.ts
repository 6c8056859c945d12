/** What a pass leaves behind: new cells of columns, and sums. Each is written as early as its value is there. */
import type { Node } from '../graph.ts'

export interface Result {
  readonly kind: 'column' | 'sum'
  /** Of the column or sum. */
  readonly name: string
  /** The node that holds it, and the node that held it before the pass, if any rule reads that. */
  readonly node: number
  readonly before: number | undefined
  /** It can be written when all nodes up to this one are computed: nothing reads what it held before any more. */
  readonly after: number
}

/**
 * order: all that is computed. Writing early matters for speed: values that wait for the end of a pass fill the registers.
 */
export function resultsOf(
  order: readonly Node[],
  stores: ReadonlyMap<string, number>,
  sums: ReadonlyMap<string, number>,
): Result[] {
  const leaves = new Map(order.filter(({ args }) => args.length === 0).map(({ op, name, id }) => [`${op} ${name}`, id]))
  const result = (kind: Result['kind'], [name, node]: [string, number]): Result => {
    const before = leaves.get(`${kind} ${name}`)
    return { kind, name, node, before, after: Math.max(node, before ?? 0) }
  }
  return [...[...stores].map((entry) => result('column', entry)), ...[...sums].map((entry) => result('sum', entry))]
}
