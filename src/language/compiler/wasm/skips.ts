/**
 * Work that few households need: what an `if` changes is select(mask, new, old) with one mask, and where the mask holds for
 * none of the four lanes, every new value is dropped. The values that only such selects use are bodies that can be skipped;
 * a value that two bodies need is computed in each.
 */
import { HOUSEHOLD, type Node } from '../graph.ts'

/** Selects with one mask, and what is computed for their new values only. */
export interface Skip {
  readonly mask: number
  /** In order; all they use comes before the first of them. */
  readonly selects: readonly Node[]
  readonly body: ReadonlySet<number>
}

/** A body of fewer values costs less than a branch that is guessed wrongly. */
const LEAST = 16

/** order: all that is computed, as needed() gives it. results: nodes that are stored. */
export function skips(order: readonly Node[], results: Iterable<number>): Skip[] {
  const stored = new Set(results)
  let found = runsOf(order)
  for (;;) {
    const dropped = droppedBy(found, order, stored)
    const next = found
      .map(({ mask, selects }) => ({ mask, selects: selects.filter(({ id }) => !dropped.has(id)) }))
      .map((run) => ({ ...run, body: bodyOf(run.selects, order, dropped) }))
      .filter(({ body }) => body.size >= LEAST)
    if (next.length === found.length) return next
    found = next // without the small ones, fewer values are dropped
  }
}

type Run = Pick<Skip, 'mask' | 'selects'>

/** Selects of one mask that can stand together: none uses what comes after the first of them. */
function runsOf(order: readonly Node[]): Run[] {
  const runs: { mask: number; selects: Node[] }[] = []
  const last = new Map<number, Node[]>()
  for (const node of order) {
    if (node.op !== 'sel' || node.level !== HOUSEHOLD) continue
    const [mask = 0] = node.args
    const selects = last.get(mask)
    const first = selects?.[0]?.id ?? 0
    if (selects && node.args.every((id) => id < first)) selects.push(node)
    else {
      const begun = [node]
      runs.push({ mask, selects: begun })
      last.set(mask, begun)
    }
  }
  return runs
}

/** Households' values of which every use is the new value of such a select, or another of these values. */
function droppedBy(runs: readonly Run[], order: readonly Node[], stored: ReadonlySet<number>): Set<number> {
  const selects = new Set(runs.flatMap((run) => run.selects))
  const needed = new Set(stored)
  const dropped = new Set<number>()
  for (const node of order.toReversed()) {
    if (node.level === HOUSEHOLD && !needed.has(node.id)) dropped.add(node.id)
    else if (selects.has(node)) for (const k of [0, 2]) needed.add(node.args[k] as number)
    else for (const id of node.args) needed.add(id)
  }
  return dropped
}

function bodyOf(selects: readonly Node[], order: readonly Node[], dropped: ReadonlySet<number>): Set<number> {
  const used = new Set(selects.map(({ args }) => args[1] as number))
  const body = new Set<number>()
  const from = selects[0]?.id ?? 0
  for (const { id, args } of order.toReversed()) {
    if (id >= from || !used.has(id) || !dropped.has(id)) continue
    body.add(id)
    for (const arg of args) used.add(arg)
  }
  return body
}
