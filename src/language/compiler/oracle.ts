/**
 * The oracle: the rules' own text, run as JavaScript, one household after another. It shares only the parser with the
 * kernels: loops, branches, calls and assignments are JavaScript's own. With every operation rounded to f32 it gives the
 * kernel's bits; lines stay where they are, so breakpoints and stack traces fit the source.
 */
import { uniformOf } from '../draws.ts'
import * as prim from '../prim.ts'
import type { Declarations } from '../rule.ts'
import { Library } from './library.ts'
import { plain, ROUND } from './plain.ts'
import { Refused } from './problem.ts'
import { type Files, isPrimitives, resolve } from './source.ts'

export interface OracleOptions {
  /** The i32 column that keys the draws; 'id' unless given. */
  readonly id?: string
  /** Round every operation to f32, as the kernel does: true unless given. false: the rule as it is, in f64. */
  readonly round?: boolean
}

/** One call, as of a kernel. columns by name, for all but flows; columns and sums are changed. */
export interface Run {
  readonly columns: Readonly<Record<string, Float32Array | Uint8ClampedArray | Int32Array>>
  readonly district: Float32Array
  readonly params: Float32Array
  readonly sums: Float64Array
  readonly lo: number
  readonly hi: number
  readonly month: number
  readonly seed: number
}

type Row = Record<string, number>
interface RuleView {
  readonly h: Row
  readonly d: Row
  readonly p: Row
  readonly o: Row
  readonly draw: (stream: string, index?: number) => number
}
type Names = Record<string, unknown>

/** The rules of these names as one function with the effect of their kernel. Throws Refused where a rule is missing. */
export function oracle(
  files: Files,
  names: readonly string[],
  decl: Declarations,
  { id = 'id', round = true }: OracleOptions = {},
): (run: Run) => void {
  const rules = load(files, names, round)
  const sums = Object.keys(decl.sums)
  const stored = Object.keys(decl.household).filter((name) => !decl.household[name]?.flow)
  return ({ columns, district, params, sums: total, lo, hi, month, seed }) => {
    const h = household(decl)
    const d = row(Object.keys(decl.district), district)
    const p = row(Object.keys(decl.param), params)
    const lanes = [0, 1, 2, 3].map(() => row(sums, new Float32Array(sums.length)))
    let i = lo
    const draw = (stream: string, index = 0) =>
      uniformOf(columns[id]?.[i] ?? 0, month, seed, decl.streams.indexOf(stream), index)
    const views = lanes.map((o): RuleView => ({ h, d, p, o, draw }))
    for (; i < hi; i++) {
      for (const name of stored) h[name] = columns[name]?.[i] ?? 0
      const view = views[i & 3]
      if (view) for (const rule of rules) rule(view)
      for (const name of stored) {
        const column = columns[name]
        if (column) column[i] = h[name] ?? 0
      }
    }
    sums.forEach((name, k) => {
      total[k] = (total[k] ?? 0) + lanes.reduce((sum, lane) => sum + (lane[name] ?? 0), 0)
    })
  }
}

const row = (names: readonly string[], values: Float32Array): Row =>
  Object.fromEntries(names.map((name, k) => [name, values[k] ?? 0]))

/** One household as a plain object, which a debugger shows as it stands; u8 columns round and clamp when assigned. */
function household(decl: Declarations): Row {
  const h: Row = {}
  for (const [name, { type }] of Object.entries(decl.household)) {
    if (type !== 'u8') h[name] = 0
    else {
      const cell = new Uint8ClampedArray(1)
      const set = (value: number) => {
        cell[0] = value
      }
      Object.defineProperty(h, name, { get: () => cell[0], set, enumerable: true })
    }
  }
  return h
}

/** Runs the files of these rules, and what they import. */
function load(files: Files, names: readonly string[], round: boolean): ((view: RuleView) => void)[] {
  const library = new Library(files)
  const done = new Map<string, Names>()
  const run = (path: string): Names => {
    if (isPrimitives(path)) return round ? { ...prim, sqrt: (a: number) => Math.fround(prim.sqrt(a)) } : prim
    const text = files[path]
    if (text === undefined) return STANDINS
    const known = done.get(path)
    if (known) return known
    const { js, exports } = plain(path, text, round, (from) => `$import(${JSON.stringify(resolve(path, from))})`)
    const source = `((${ROUND}, $import) => { ${js}\nreturn { ${exports.join(', ')} } })`
    const place = `\n//# sourceURL=${path}${round ? '?f32' : '?f64'}`
    // Function() would put two lines before the source, and breakpoints would miss
    // biome-ignore lint/security/noGlobalEval: the text of rules is the program's own
    const module: Names = globalThis.eval(source + place)(Math.fround, run)
    done.set(path, module)
    return module
  }
  return names.map((name) => {
    const found = library.rule(name)
    if (!('fn' in found)) throw new Refused([found])
    return run(found.file)[name] as (view: RuleView) => void
  })
}

/** For modules that are no rule files: each of their names gives back its argument, as `rule` does. */
const STANDINS: Names = new Proxy({}, { get: () => (argument: unknown) => argument })
