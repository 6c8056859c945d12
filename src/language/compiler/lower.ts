/**
 * From rules to values: runs the rules symbolically, one after another on the same columns, so that they are fused. A column
 * that one rule writes and the next one reads never touches memory.
 */
import type { Declarations } from '../rule.ts'
import { checkDeclarations } from './declarations.ts'
import { evaluate } from './expressions.ts'
import { Graph } from './graph.ts'
import { Library, type RuleAccess } from './library.ts'
import { moduleScope } from './modules.ts'
import { distinct, Fault, type LanguageProblem, Refused } from './problem.ts'
import { type Files, type Syntax, TOO_DEEP } from './source.ts'
import { execute, executeAll } from './statements.ts'
import { Store } from './store.ts'
import { bind, type Lowering, type Num, type Value } from './values.ts'
import { Whole } from './whole.ts'

export interface LowerOptions {
  /** The i32 column that keys the draws; 'id' unless given. */
  readonly id?: string
  /** Refuses two places, in one rule or in two, that draw the same number: the streams of a model have one meaning each. */
  readonly drawOnce?: boolean
}

/** What a fused list of rules computes. */
export interface Lowered {
  readonly graph: Graph
  /** Column -> the node that holds its new value. */
  readonly stores: ReadonlyMap<string, number>
  /** Sum -> the node that holds it after this household. */
  readonly sums: ReadonlyMap<string, number>
  readonly rules: readonly RuleAccess[]
}

/** Throws Refused with all mistakes in these rules and their declarations. */
export function lower(
  files: Files | Library,
  names: readonly string[],
  decl: Declarations,
  { id = 'id', drawOnce = false }: LowerOptions = {},
): Lowered {
  const library = files instanceof Library ? files : new Library(files)
  const problems: LanguageProblem[] = checkDeclarations(decl)
  const rules: RuleAccess[] = []
  for (const name of names) {
    const found = library.rule(name)
    if ('fn' in found) rules.push(found)
    else problems.push(found)
  }
  const [first] = rules
  if (!first) throw new Refused(problems)
  const count = counter(problems)
  const graph = new Graph()
  const run: Lowering = {
    library,
    decl,
    id,
    drawOnce,
    graph,
    whole: new Whole(graph, (column) => decl.household[column]?.type === 'u8'),
    modules: new Map(),
    problems,
    store: new Store(),
    rule: first,
    births: 0,
    depth: 0,
    evaluate: (node, scope) => {
      count(run, node)
      return evaluate(run, node, scope)
    },
    execute: (node, scope) => execute(run, node, scope),
  }
  for (const rule of rules) runRule(run, rule)
  checkDepth(run)
  if (problems.length) throw new Refused(distinct(problems))
  const stores = [...held(run, 'h.')].filter(([name]) => !decl.household[name]?.flow)
  return { graph: run.graph, stores: new Map(stores), sums: held(run, 'o.'), rules }
}

/** Ten times what the largest kernel of the model takes. */
const MOST_STEPS = 300_000
const MOST_NODES = 20_000
/** The deepest formula that the stack can hold when it is written out. */
const DEEPEST = 2_000

/** Ends a compilation whose loops and helpers unroll to more than a kernel may hold, before it takes long. */
function counter(problems: readonly LanguageProblem[]): (run: Lowering, node: Syntax) => void {
  let steps = 0
  return ({ graph }, node) => {
    if (++steps <= MOST_STEPS && graph.nodes.length <= MOST_NODES) return
    const what = 'with its loops unrolled and its helpers put in place, the rules grow too long here'
    const fault = new Fault(node, what, 'shorten the loops, or the lists they go over')
    throw new Refused(distinct([...problems, fault.problem]))
  }
}

function checkDepth({ graph, rule, problems }: Lowering): void {
  const depth = new Uint32Array(graph.nodes.length)
  for (const { id, args } of graph.nodes)
    for (const arg of args) depth[id] = Math.max(depth[id] as number, (depth[arg] as number) + 1)
  if (!depth.some((one) => one > DEEPEST)) return
  const what = `one value depends on ${Math.max(...depth)} operations, one after another`
  problems.push({ file: rule.file, line: rule.line, column: 1, what, instead: 'shorten the loop that adds to it' })
}

const VIEW: Readonly<Record<string, Value>> = {
  h: { kind: 'view', of: 'h' },
  d: { kind: 'view', of: 'd' },
  p: { kind: 'view', of: 'p' },
  o: { kind: 'view', of: 'o' },
  draw: { kind: 'draw' },
}

function runRule(run: Lowering, rule: RuleAccess): void {
  run.rule = rule
  const { params, body } = rule.fn
  const scope = moduleScope(run, rule.file).inner()
  const [view] = params
  for (const property of view?.type === 'ObjectPattern' ? view.properties : [])
    if (property.type === 'Property' && property.key.type === 'Identifier' && property.value.type === 'Identifier') {
      const value = VIEW[property.key.name]
      if (value) bind(run, scope, property.value.name, { value })
    }
  try {
    executeAll(run, body.type === 'BlockStatement' ? body.body : [body], scope)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    run.problems.push({ file: rule.file, line: rule.line, column: 1, ...TOO_DEEP })
  }
}

/** What columns ('h.') or sums ('o.') hold at the end. */
function held(run: Lowering, prefix: string): Map<string, number> {
  const numbers = [...run.store.entries()].filter((entry): entry is [string, Num] => {
    const [place, value] = entry
    return typeof place === 'string' && place.startsWith(prefix) && value.kind === 'number'
  })
  return new Map(numbers.map(([place, value]) => [place.slice(2), value.node]))
}
