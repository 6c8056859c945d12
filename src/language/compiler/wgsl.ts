/**
 * Values of the graph as a WGSL compute shader, one household per invocation. Masks are bool, integers u32. Equal to the
 * kernel within a tolerance only, since WGSL may fuse a · b + c.
 */
import type { Declarations } from '../rule.ts'
import { type Graph, type Node, needed } from './graph.ts'
import { INFIX } from './infix.ts'
import type { Lowered } from './lower.ts'

/** Masks are bool. */
const BETWEEN: Readonly<Record<string, string>> = { ...INFIX, and: '&&', or: '||' }
const CALL: Readonly<Record<string, string>> = {
  pmin: 'min',
  pmax: 'max',
  abs: 'abs',
  sqrt: 'sqrt',
  floor: 'floor',
  tofloat: 'f32',
  neg: '-',
  not: '!',
}

const MULHIGH = `fn mulhigh(a: u32, b: u32) -> u32 {
  let al = a & 0xffffu; let ah = a >> 16u; let bl = b & 0xffffu; let bh = b >> 16u;
  let middle = ah * bl + ((al * bl) >> 16u);
  return ah * bh + (middle >> 16u) + ((al * bh + (middle & 0xffffu)) >> 16u);
}
`

/** The text of the shader. Its columns lie one after another in `columns`, its sums are per household. */
export function wgsl({ graph, stores, sums }: Lowered, decl: Declarations): string {
  const { order, uses } = needed(graph, [...stores.values(), ...sums.values()])
  const columns = Object.keys(decl.household).filter((name) => !decl.household[name]?.flow)
  const cell = (column: string) => `columns[${columns.indexOf(column)}u * run.stride + i]`
  const named = order.filter(({ id, op }) => (uses[id] ?? 0) > 1 && op !== 'const')
  const text = new Texts(graph, new Set(named.map(({ id }) => id)), cell)
  const sumPlaces = Object.keys(decl.sums)
  const lines = [
    'let i = id.x;',
    'if (i >= run.count) { return; }',
    'let d = district[place[i]];',
    ...named.map((node) => `let v${node.id} = ${text.compute(node)};`),
    ...[...sums].map(([sum, id]) => `sums[i][${sumPlaces.indexOf(sum)}] = ${text.of(id)}; // ${sum}`),
    ...[...stores].map(([column, id]) => `let new_${column} = ${text.of(id)};`),
    ...[...stores.keys()].map((column) => `${cell(column)} = new_${column};`),
  ]
  return `${structs(decl)}${bindings(columns, sumPlaces.length)}${order.some(({ op }) => op === 'mulhigh') ? MULHIGH : ''}
@compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3<u32>) {
${lines.map((line) => `  ${line}\n`).join('')}}
`
}

const structs = (decl: Declarations): string => {
  const fields = (names: object) =>
    Object.keys(names)
      .map((name) => `${name}: f32`)
      .join(', ')
  return `struct District { ${fields(decl.district)} }
struct Params { ${fields(decl.param)} }
struct Run { month: u32, seed: u32, count: u32, stride: u32 }
`
}

const bindings = (columns: readonly string[], sums: number): string => `
@group(0) @binding(0) var<storage, read> district: array<District>;
@group(0) @binding(1) var<uniform> p: Params;
@group(0) @binding(2) var<uniform> run: Run;
@group(0) @binding(3) var<storage, read> place: array<u32>;
@group(0) @binding(4) var<storage, read_write> sums: array<array<f32, ${sums}>>;
@group(0) @binding(5) var<storage, read_write> columns: array<f32>; // ${columns.join(', ')}
`

class Texts {
  readonly #graph: Graph
  readonly #named: ReadonlySet<number>
  readonly #cell: (column: string) => string

  constructor(graph: Graph, named: ReadonlySet<number>, cell: (column: string) => string) {
    this.#graph = graph
    this.#named = named
    this.#cell = cell
  }

  of(id: number): string {
    return this.#named.has(id) ? `v${id}` : this.compute(this.#graph.at(id))
  }

  compute({ op, args, type, value, name }: Node): string {
    const [a = '', b = '', c = ''] = args.map((id) => this.of(id))
    switch (op) {
      case 'const':
        return type === 'float' ? float(value) : type === 'mask' ? String(value === 1) : `${value >>> 0}u`
      case 'district':
        return `d.${name}`
      case 'param':
        return `p.${name}`
      case 'month':
      case 'seed':
        return `run.${op}`
      case 'column':
        return this.#cell(name)
      case 'id':
        return `bitcast<u32>(${this.#cell(name)})`
      case 'sum':
        return '0.0'
      case 'sel':
        return `select(${c}, ${b}, ${a})`
      case 'shift':
        return `(${a} >> ${value}u)`
      case 'mulhigh':
        return `mulhigh(${a}, ${value >>> 0}u)`
      case 'byte':
        return `clamp(round(${a}), 0.0, 255.0)`
      case 'pow2':
        return `bitcast<f32>(u32(i32(${a}) + 127) << 23u)`
      case 'exponent':
        return `f32(i32((bitcast<u32>(${a}) << 1u) >> 24u) - 127)`
      case 'mantissa':
        return `bitcast<f32>((bitcast<u32>(${a}) & 0x7fffffu) | 0x3f800000u)`
      default:
        return BETWEEN[op] ? `(${a} ${BETWEEN[op]} ${b})` : `${CALL[op] ?? op}(${b ? `${a}, ${b}` : a})`
    }
  }
}

const float = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value))
