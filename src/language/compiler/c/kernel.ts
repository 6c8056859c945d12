/**
 * Kernels as C: the same functions over the same memory as the WebAssembly ones, for a compiler of the machine. They are what
 * the kernels are measured against, and give the same bits when contraction is off (-ffp-contract=off).
 *
 *   void NAME(uint8_t *memory, int columns, int district, int params, int sums, int lo, int hi, int month, int seed)
 *
 * The arguments after `memory` are those of a WebAssembly kernel. From `hi` on, up to LANES − 4 further cells of each column are
 * read and written back as they are, so the last column needs that much room behind it.
 */
import type { Declarations } from '../../rule.ts'
import { BLOCK, HOUSEHOLD, type Node, needed, sumsBehind } from '../graph.ts'
import type { Lowered } from '../lower.ts'
import { PRELUDE } from './prelude.ts'
import { Texts, vectorOf } from './texts.ts'

/** The whole text: what every kernel needs, then one function per kernel under its name. */
export const c = (kernels: Readonly<Record<string, Lowered>>, decl: Declarations): string =>
  `${PRELUDE}${Object.entries(kernels)
    .map(([name, lowered]) => `\n${cKernel(name, lowered, decl)}`)
    .join('')}`

function cKernel(name: string, { graph, stores, sums }: Lowered, decl: Declarations): string {
  const { order, uses } = needed(graph, [...stores.values(), ...sums.values()])
  const isColumn = ({ op }: Node) => op === 'column' || op === 'id'
  const ofSum = sumsBehind(order)
  const block = order.filter((node) => node.level === BLOCK)
  const shared = order.filter(
    (node) => node.level === HOUSEHOLD && !ofSum.has(node.id) && ((uses[node.id] ?? 0) > 1 || isColumn(node)),
  )
  const text = new Texts(graph, new Set([...block, ...shared].map(({ id }) => id)), (node) => leafText(node, decl))
  const named = (node: Node) => `const ${vectorOf[node.type]} v${node.id} = ${text.compute(node)};`
  const columns = [...new Set([...order.filter(isColumn).map((node) => node.name), ...stores.keys()])]
  const isByte = (column: string) => decl.household[column]?.type === 'u8'

  const pass = (masked: boolean): string[] => [
    ...shared.map(named),
    ...[...sums].flatMap(([sum, result]) => [
      'for (int k = 0; k < PARTS; k++) {',
      ...indented(sumLines(sum, result, masked)),
      '}',
    ]),
    ...[...stores].map(([column, result]) => {
      const kept = masked ? `choose(live, ${text.of(result)}, ${loadOf(column, decl)})` : text.of(result)
      return `${isByte(column) ? 'store_byte' : 'store'}(h_${column} + i, ${kept});`
    }),
  ]

  /** One part of a pass added to the lanes of a sum. */
  const sumLines = (sum: string, result: number, masked: boolean): string[] => {
    const [own, narrow] = [order.filter((node) => ofSum.get(node.id) === sum), new Set<number>()]
    const partOf = (id: number): string => {
      if (narrow.has(id)) return `s${id}`
      const node = graph.at(id)
      if (!ofSum.has(id)) return `${node.type === 'mask' ? 'part_of_mask' : 'part'}(${text.of(id)}, k)`
      if (node.op === 'sum') return `o_${sum}`
      const parts = node.args.map(partOf)
      if (node.op === 'add') return `(${parts.join(' + ')})`
      if (node.op === 'sel') return `choose4(${parts.join(', ')})`
      throw new Error(`${node.op} of a sum has no text in C`)
    }
    const lines = own
      .filter(({ id, op }) => op !== 'sum' && id !== result && (uses[id] ?? 0) > 1)
      .map(({ id }) => {
        const line = `const F4 s${id} = ${partOf(id)};`
        narrow.add(id)
        return line
      })
    const next = masked ? `choose4(part_of_mask(live, k), ${partOf(result)}, o_${sum})` : partOf(result)
    return [...lines, `o_${sum} = ${next};`]
  }

  const lines = [
    'const int32_t *const at = (const int32_t *)(memory + columns);',
    'const float *const d = (const float *)(memory + district), *const p = (const float *)(memory + params);',
    'double *const o = (double *)(memory + sums);',
    ...columns.map((column) => {
      const type =
        column === 'id' || decl.household[column]?.type === 'i32' ? 'int32_t' : isByte(column) ? 'uint8_t' : 'float'
      return `${type} *const h_${column} = (${type} *)(memory + at[${placeOf(decl.household, column)}]);`
    }),
    ...block.map(named),
    ...[...sums.keys()].map((sum) => `F4 o_${sum} = {0};`),
    'int i = lo;',
    'for (; i + LANES <= hi; i += LANES) {',
    ...indented(pass(false)),
    '}',
    'if (i < hi) {',
    ...indented(['const I live = (I)(households(i) < (I)whole(hi));', ...pass(true)]),
    '}',
    ...[...sums.keys()].map(
      (sum) => `o[${placeOf(decl.sums, sum)}] = o[${placeOf(decl.sums, sum)}] + total(o_${sum});`,
    ),
    '(void)d, (void)p, (void)o, (void)month, (void)seed;',
  ]
  return `void ${name}(uint8_t *memory, int columns, int district, int params, int sums, int lo, int hi, int month, int seed) {
${indented(lines).join('\n')}
}
`
}

function leafText({ op, name }: Node, decl: Declarations): string {
  if (op === 'district') return `splat(d[${placeOf(decl.district, name)}]) /* ${name} */`
  if (op === 'param') return `splat(p[${placeOf(decl.param, name)}]) /* ${name} */`
  if (op === 'month' || op === 'seed') return `whole(${op})`
  if (op === 'id') return `load_id(h_${name} + i)`
  return loadOf(name, decl)
}

const loadOf = (column: string, decl: Declarations): string =>
  `${decl.household[column]?.type === 'u8' ? 'load_byte' : 'load'}(h_${column} + i)`

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)

function placeOf(names: object, name: string): number {
  const place = Object.keys(names).indexOf(name)
  if (place < 0) throw new Error(`${name} has no place`)
  return place
}
