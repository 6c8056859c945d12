/**
 * Values that exist already under another name. Only rewrites that keep every bit, NaN and −0 included, so a rule may say
 * `hit === 1` of a number that it chose between 1 and 0 itself, and pays for neither the number nor the comparison.
 */
import type { Graph, Node, Operation } from './graph.ts'

/** A node with the same bits as this operation on these arguments, undefined where there is none. */
export function simpler(graph: Graph, op: Operation, args: readonly number[]): number | undefined {
  const [a = 0, b = 0, c = 0] = args
  const is = (id: number, value: number) => graph.at(id).op === 'const' && Object.is(graph.at(id).value, value)
  switch (op) {
    case 'mul':
      return is(b, 1) ? a : is(a, 1) ? b : ofChoice(graph, op, args)
    case 'div':
      return is(b, 1) ? a : ofChoice(graph, op, args)
    case 'sub':
      return is(b, 0) ? a : ofChoice(graph, op, args)
    case 'and':
      return is(a, 0) || is(b, 1) || a === b ? a : is(b, 0) || is(a, 1) ? b : undefined
    case 'or':
      return is(a, 1) || is(b, 0) || a === b ? a : is(b, 1) || is(a, 0) ? b : undefined
    case 'not':
      return graph.at(a).op === 'not' ? graph.at(a).args[0] : undefined
    case 'sel':
      return choice(graph, graph.at(a), b, c)
    default:
      return ofChoice(graph, op, args)
  }
}

/** mask ? b : c */
function choice(graph: Graph, mask: Node, b: number, c: number): number | undefined {
  if (b === c) return b
  if (mask.op === 'const') return mask.value ? b : c
  if (mask.op === 'not') return graph.op('sel', [mask.args[0] ?? 0, c, b])
  // where the same mask has chosen before, the other case never shows
  const [yes, no] = [graph.at(b), graph.at(c)]
  const chosen = (node: Node, k: 1 | 2, otherwise: number) =>
    node.op === 'sel' && node.args[0] === mask.id ? (node.args[k] as number) : otherwise
  const [x, y] = [chosen(yes, 1, b), chosen(no, 2, c)]
  return x === b && y === c ? undefined : graph.op('sel', [mask.id, x, y])
}

/** An operation on a choice between two constants, and at most one constant more: both results are known. */
function ofChoice(graph: Graph, op: Operation, args: readonly number[]): number | undefined {
  const nodes = args.map((id) => graph.at(id))
  const choices = nodes.filter((node) => node.op === 'sel')
  const [one] = choices
  if (!one || choices.length > 1 || nodes.some((node) => node !== one && node.op !== 'const')) return undefined
  const [mask = 0, yes = 0, no = 0] = one.args
  if (graph.at(yes).op !== 'const' || graph.at(no).op !== 'const') return undefined
  const [x, y] = [yes, no].map((case_) =>
    graph.folded(
      op,
      args.map((id) => (id === one.id ? case_ : id)),
    ),
  )
  if (x === undefined || y === undefined) return undefined
  if (graph.at(x).type !== 'mask') return graph.op('sel', [mask, x, y])
  const not = () => graph.op('not', [mask])
  return x === y ? x : graph.at(x).value ? mask : not()
}
