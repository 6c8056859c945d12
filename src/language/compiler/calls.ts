/** Calls: primitives become operations, helpers are put in place of their calls. */
import type { CallExpression } from 'acorn'
import type { Declarations, Quantity } from '../rule.ts'
import { draw } from './draw.ts'
import type { Operation } from './graph.ts'
import { agree, items, number } from './numbers.ts'
import { Fault, fail, nearest } from './problem.ts'
import type { Syntax } from './source.ts'
import { isUnit, namesOf, root, show, unit } from './units.ts'
import {
  bind,
  type LocalFunction,
  type Lowering,
  type Num,
  num,
  type Primitive,
  type Scope,
  type Value,
} from './values.ts'

const PRIMITIVES: Readonly<Record<string, { readonly op: Operation; readonly arity: number }>> = {
  min: { op: 'pmin', arity: 2 },
  max: { op: 'pmax', arity: 2 },
  abs: { op: 'abs', arity: 1 },
  sqrt: { op: 'sqrt', arity: 1 },
  floor: { op: 'floor', arity: 1 },
  pow2: { op: 'pow2', arity: 1 },
  exponent: { op: 'exponent', arity: 1 },
  mantissa: { op: 'mantissa', arity: 1 },
}
const WITHOUT_UNIT: readonly string[] = ['pow2', 'exponent', 'mantissa']
const DEEPEST = 40

export function call(run: Lowering, node: CallExpression, scope: Scope): Value {
  const { callee, arguments: given } = node
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 'map') {
    const list = items(run.evaluate(callee.object, scope), node)
    const [first] = given
    if (!first) return fail(node, 'map needs a helper', 'write list.map(f)')
    const f = run.evaluate(first, scope)
    return { kind: 'list', items: list.map((item) => apply(run, f, [item], node)) }
  }
  const f = run.evaluate(callee, scope)
  if (f.kind === 'draw') return draw(run, node, scope)
  if (f.kind === 'primitive' && f.name === 'quantity') return quantity(run, node, scope)
  const values = given.map((argument) => run.evaluate(argument, scope))
  if (f.kind === 'helper' && callee.type === 'Identifier' && callee.name === 'curve') checkKnots(values, node)
  return apply(run, f, values, node)
}

/** A curve of which some values have no knot would be read as another one than was meant. */
function checkKnots([_, xs, ys]: readonly Value[], node: Syntax): void {
  if (xs?.kind === 'list' && ys?.kind === 'list' && xs.items.length !== ys.items.length)
    fail(node, `the curve has ${xs.items.length} knots and ${ys.items.length} values`, 'write one value for each knot')
}

function apply(run: Lowering, f: Value, args: readonly Value[], node: Syntax): Value {
  if (f.kind === 'primitive') return primitive(run, f, args, node)
  if (f.kind === 'helper') return inlined(run, f, args, node)
  return fail(node, 'this is not a helper function', 'helpers are const f = (x: number) => … in a rule file')
}

/** quantity(5, 'PEN/day') */
function quantity(run: Lowering, node: CallExpression, scope: Scope): Num {
  const [value, text] = node.arguments
  if (!value || text?.type !== 'Literal' || typeof text.value !== 'string' || !isUnit(text.value))
    return fail(node, 'quantity needs a number and a unit', "write quantity(5, 'PEN/day')")
  const stranger = namesOf(text.value).find((name) => !unitNames(run).has(name))
  if (stranger !== undefined)
    return fail(text, `no declaration has the unit ${stranger}`, nearest(stranger, [...unitNames(run)].sort()))
  const plain = number(run.evaluate(value, scope), value)
  if (plain.unit === '')
    return fail(node, 'quantity is for numbers as they are written', `multiply: … * quantity(1, '${text.value}')`)
  if (plain.unit !== undefined)
    return fail(
      node,
      `the value has a unit already: ${show(plain.unit)}`,
      'multiply by a parameter with a unit instead',
    )
  return num(plain.node, unit(text.value))
}

/** Names of units that occur in the declarations. */
function unitNames({ decl }: Lowering): ReadonlySet<string> {
  const known = unitsIn.get(decl)
  if (known) return known
  const { household, district, param, sums } = decl
  const all = [household, district, param, sums].flatMap((columns) => Object.values<Quantity>(columns))
  const names = new Set(all.flatMap(({ unit }) => namesOf(unit)))
  unitsIn.set(decl, names)
  return names
}
const unitsIn = new WeakMap<Declarations, ReadonlySet<string>>()

function primitive(run: Lowering, { name }: Primitive, args: readonly Value[], node: Syntax): Num {
  const known = PRIMITIVES[name]
  if (!known) return fail(node, `${name} is not a primitive`, nearest(name, Object.keys(PRIMITIVES)))
  const [a, b] = args.map((value) => number(value, node))
  if (!a || args.length !== known.arity)
    return fail(node, `${name} takes ${known.arity} arguments, not ${args.length}`, `write ${name}(…)`)
  if (WITHOUT_UNIT.includes(name) && a.unit)
    return fail(node, `${name} of ${show(a.unit)}`, 'divide by a reference value first: its argument must have no unit')
  if (b) return num(run.graph.op(known.op, [a.node, b.node]), agree(run, a, b, node, `${name} of`))
  return num(run.graph.op(known.op, [a.node]), name === 'sqrt' ? rootOf(a, node) : a.unit)
}

function rootOf({ unit }: Num, node: Syntax): Num['unit'] {
  if (unit === undefined) return undefined
  return root(unit) ?? fail(node, `the root of ${show(unit)} has no unit`, 'check the expression under the root')
}

function inlined(run: Lowering, { fn, scope }: LocalFunction, args: readonly Value[], node: Syntax): Value {
  if (run.depth >= DEEPEST) return fail(node, 'the helper calls itself', 'write a loop of fixed length')
  const inner = scope.inner()
  fn.params.forEach((parameter, k) => {
    if (parameter.type !== 'Identifier') fail(parameter, 'helpers take plain arguments', 'write (a, b) => …')
    const value = args[k] ?? fail(node, `argument ${parameter.name} is missing`, 'pass it')
    bind(run, inner, parameter.name, { value })
  })
  run.depth++
  try {
    return result(run, fn, inner, node)
  } catch (error) {
    // a mistake inside another file's helper is shown at its call in the rule, with the place in the helper
    if (error instanceof Fault && scope.file !== run.rule.file && error.node.loc?.source === scope.file)
      throw new Fault(node, error.what, error.instead, error.inside ?? `${scope.file}:${error.node.loc.start.line}`)
    throw error
  } finally {
    run.depth--
  }
}

/** Runs the body; a helper returns once, at its end. */
function result(run: Lowering, fn: LocalFunction['fn'], scope: Scope, node: Syntax): Value {
  if (fn.body.type !== 'BlockStatement') return run.evaluate(fn.body, scope)
  const last = fn.body.body.at(-1)
  for (const statement of fn.body.body.slice(0, -1)) run.execute(statement, scope)
  return last?.type === 'ReturnStatement' && last.argument
    ? run.evaluate(last.argument, scope)
    : fail(last ?? node, 'a helper ends with return', 'return one value at the end')
}
