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
import { BRANCH, Code, END, I32_ADD, I32_LE, I32_LT, IF, LOOP, type Local, NO_RESULT } from './code.ts'
import { Columns } from './columns.ts'
import { type Result, resultsOf } from './results.ts'
import { type Skip, skips } from './skips.ts'
import { addTotals, clear, type Total } from './totals.ts'
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

/** gaps: whether addresses of columns are filled in later, or read from the table. */
export function kernel(lowered: Lowered, decl: Declarations, gaps = false): Bytes {
  return new Kernel(lowered, decl, gaps).code.finished()
}

class Kernel {
  readonly code = new Code(PARAMETERS.length)
  readonly #places: Readonly<Record<'district' | 'param', ReadonlyMap<string, number>>>
  readonly #columns: Columns
  readonly #totals: ReadonlyMap<string, Total>
  readonly #results: readonly Result[]
  /** Values of a block: what all its households share, and constants that occur often (a constant takes 18 bytes). */
  readonly #block: readonly Node[]
  /** Values of a pass that are kept in a local: what is used twice, and columns, which are read before any is written. */
  readonly #shared: readonly Node[]
  readonly #skips: readonly Skip[]
  readonly #values: Values
  readonly #live: Local

  constructor({ graph, stores, sums }: Lowered, decl: Declarations, gaps: boolean) {
    this.#places = { district: placesOf(decl.district), param: placesOf(decl.param) }
    const nodes = [...stores.values(), ...sums.values()]
    const { order, uses } = needed(graph, nodes)
    this.#skips = skips(order, nodes)
    const selected = new Set(this.#skips.flatMap(({ mask, selects }) => [mask, ...selects.map(({ id }) => id)]))
    const usesOf = ({ id }: Node) => uses[id] ?? 0
    this.#block = order.filter((node) => node.level === BLOCK || (node.level === CONSTANT && usesOf(node) >= OFTEN))
    const isColumn = ({ op }: Node) => op === 'column' || op === 'id'
    this.#shared = order.filter(
      (node) =>
        node.level === HOUSEHOLD && node.op !== 'sum' && (usesOf(node) > 1 || isColumn(node) || selected.has(node.id)),
    )
    const rows = placesOf(decl.sums)
    this.#totals = new Map([...sums.keys()].map((sum, global) => [sum, { global, offset: 8 * place(rows, sum) }]))
    this.#results = resultsOf(order, stores, sums)
    const { code } = this
    const columns = order.filter(isColumn).map(({ name }) => name)
    this.#columns = new Columns(code, decl, [...columns, ...stores.keys()], gaps)
    this.#live = code.vector()
    this.#values = new Values(code, graph, (node) => this.#readLeaf(node))
    this.#columns.begin(COLUMNS, LO)
    for (const node of this.#block) this.#values.keep(node)
    clear(code, this.#totals.values())
    this.#passes()
    addTotals(code, SUMS, [...this.#totals.values()])
  }

  /** Passes without masks; the last one, if less than four households remain, keeps those from hi on. */
  #passes(): void {
    const { code } = this
    const { first } = this.#columns
    code.byte(LOOP, NO_RESULT).get(first).i32(4).byte(I32_ADD).get(HI).byte(I32_LE, IF, NO_RESULT)
    this.#pass(false)
    code.byte(BRANCH, 1, END, END)
    code.get(first).get(HI).byte(I32_LT, IF, NO_RESULT)
    this.#pass(true)
    code.byte(END)
  }

  /** In the order of the rules. A body that can be skipped stands before the first value that comes out of it. */
  #pass(masked: boolean): void {
    const { code } = this
    this.#columns.beginPass()
    if (masked) code.households(this.#columns.first).get(HI).simd('i32x4.splat', 'i32x4.lt_s').set(this.#live)
    const first = new Map(this.#skips.map((skip) => [skip.selects[0]?.id, skip]))
    const later = new Set(this.#skips.flatMap(({ selects, body }) => [...selects.map(({ id }) => id), ...body]))
    const rare = this.#skips.flatMap((skip) => this.#rareResults(skip))
    let pending = this.#results.filter((result) => !rare.includes(result))
    for (const node of this.#shared) {
      const skip = first.get(node.id)
      if (skip) this.#keepUnlessSkipped(skip, masked)
      else if (!later.has(node.id)) this.#values.keep(node)
      for (const result of pending) if (result.after <= node.id) this.#give(result, masked)
      pending = pending.filter(({ after }) => after > node.id)
    }
    for (const result of pending) this.#give(result, masked)
    this.#columns.endPass()
    this.#values.forget(this.#shared)
  }

  /** The old values; then, if the mask holds for a lane, the new ones where it does. */
  #keepUnlessSkipped(skip: Skip, masked: boolean): void {
    const { mask, selects, body } = skip
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
    for (const result of this.#rareResults(skip)) this.#give(result, masked)
    values.forget(within)
    code.byte(END)
  }

  /** Results that only this body changes: where it does not run, they are in their place already. */
  #rareResults({ selects }: Skip): Result[] {
    return this.#results.filter(({ node, before }) => selects.some(({ id, args }) => id === node && args[2] === before))
  }

  /** Writes a result to its place; a masked pass keeps what households from hi on hold there. */
  #give({ kind, name, node }: Result, masked: boolean): void {
    const { code } = this
    const push = (old: () => void) => {
      this.#values.push(node)
      if (!masked) return
      old()
      code.get(this.#live).simd('v128.bitselect')
    }
    if (kind === 'column') this.#columns.store(name, () => push(() => this.#columns.load(name)))
    else {
      const { global } = this.#total(name)
      push(() => code.getGlobal(global))
      code.setGlobal(global)
    }
  }

  #readLeaf({ op, name }: Node): void {
    const { code } = this
    const load = (pointer: number, places: ReadonlyMap<string, number>) =>
      code.get(pointer).memory('v128.load32_splat', 2, 4 * place(places, name))
    if (op === 'district') load(DISTRICT, this.#places.district)
    else if (op === 'param') load(PARAMS, this.#places.param)
    else if (op === 'month' || op === 'seed') code.get(op === 'month' ? MONTH : SEED).simd('i32x4.splat')
    else if (op === 'sum') code.getGlobal(this.#total(name).global)
    else this.#columns.load(name)
  }

  #total(sum: string): Total {
    return place(this.#totals, sum)
  }
}

const placesOf = (names: object): Map<string, number> => new Map(Object.keys(names).map((name, k) => [name, k]))

function place<Place>(places: ReadonlyMap<string, Place>, name: string): Place {
  const found = places.get(name)
  if (found === undefined) throw new Error(`${name} has no place`)
  return found
}
