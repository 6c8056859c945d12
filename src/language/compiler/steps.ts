/**
 * Kernels as lists of steps, for machines whose WebAssembly has no SIMD or that have none: plain data, made from the same graph
 * as the WebAssembly kernels, that stepwise.ts runs. A register holds one number for each of a few households.
 */
import type { Declarations } from '../rule.ts'
import type { KernelSteps, Step, SumSteps } from '../stepwise.ts'
import { BLOCK, CONSTANT, type Graph, HOUSEHOLD, type Node, needed, sumsBehind } from './graph.ts'
import type { Lowered } from './lower.ts'

export function stepsOf({ graph, stores, sums }: Lowered, decl: Declarations): KernelSteps {
  const kept = [...stores.values(), ...sums.values()]
  const { order } = needed(graph, kept)
  const ofSum = sumsBehind(order)
  const own = (sum: string) => order.filter(({ id }) => ofSum.get(id) === sum)
  const plain = order.filter(({ id }) => !ofSum.has(id))
  const registers = new Registers(order, plain, kept)

  const step = ({ id, op, args, value, name }: Node): Step => {
    const places = { column: decl.household, id: decl.household, district: decl.district, param: decl.param }
    const table = op in places ? places[op as keyof typeof places] : undefined
    const isByte = op === 'column' && decl.household[name]?.type === 'u8'
    return {
      op: isByte ? 'bytes' : op,
      out: registers.of(id),
      args: args.map((arg) => registers.of(arg)),
      value: table ? placeOf(table, name) : value,
    }
  }
  const ofLevel = (level: number) => plain.filter((node) => node.level === level).map(step)
  return {
    registers: registers.count,
    constants: plain
      .filter(({ level }) => level === CONSTANT)
      .map(({ id, type, value }) => ({ out: registers.of(id), value, float: type === 'float' })),
    block: ofLevel(BLOCK),
    shared: sharedBy(graph, order, kept).map((id) => registers.of(id)),
    household: ofLevel(HOUSEHOLD),
    sums: [...sums].map(([sum, result]): SumSteps => {
      const nodes = own(sum)
      const leaf = nodes.find(({ op }) => op === 'sum')
      return {
        place: placeOf(decl.sums, sum),
        before: leaf ? registers.of(leaf.id) : registers.of(result),
        after: registers.of(result),
        steps: nodes.filter(({ op }) => op !== 'sum').map(step),
      }
    }),
    stores: [...stores].map(([column, node]) => ({
      place: placeOf(decl.household, column),
      byte: decl.household[column]?.type === 'u8',
      from: registers.of(node),
    })),
  }
}

/** Values of the block that households read. */
function sharedBy(graph: Graph, order: readonly Node[], kept: readonly number[]): number[] {
  const read = order.flatMap(({ level, args }) => (level === HOUSEHOLD ? args : []))
  return [...new Set([...read, ...kept])].filter((id) => graph.at(id).level === BLOCK)
}

/** Which register holds a node: one of its own for what the whole block shares, else one that nobody needs any more. */
class Registers {
  readonly #of = new Map<number, number>()
  readonly #reusable = new Set<number>()
  count = 0

  constructor(order: readonly Node[], plain: readonly Node[], kept: readonly number[]) {
    const inPlain = new Set(plain.map(({ id }) => id))
    const last = new Map<number, number>()
    order.forEach(({ id, args }, k) => {
      // what a sum reads is read after all other steps
      for (const arg of args)
        last.set(arg, Math.max(last.get(arg) ?? 0, inPlain.has(id) ? k : Number.POSITIVE_INFINITY))
    })
    for (const id of kept) last.set(id, Number.POSITIVE_INFINITY)
    const free: number[] = []
    order.forEach(({ id, level, args }, k) => {
      const reusable = level === HOUSEHOLD && inPlain.has(id)
      // a step reads and writes household by household, so its result may take the place of an argument
      if (reusable)
        for (const arg of new Set(args)) if (last.get(arg) === k && this.#reusable.has(arg)) free.push(this.of(arg))
      this.#of.set(id, (reusable ? free.pop() : undefined) ?? this.count++)
      if (reusable) this.#reusable.add(id)
    })
  }

  of(id: number): number {
    const register = this.#of.get(id)
    if (register === undefined) throw new Error(`node ${id} has no register`)
    return register
  }
}

function placeOf(names: object, name: string): number {
  const place = Object.keys(names).indexOf(name)
  if (place < 0) throw new Error(`${name} has no place`)
  return place
}
