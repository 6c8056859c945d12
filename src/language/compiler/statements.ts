/** Statements: they change what variables, columns and sums hold. */
import type {
  AssignmentExpression,
  ForOfStatement,
  ForStatement,
  IfStatement,
  UpdateExpression,
  VariableDeclaration,
} from 'acorn'
import { flowAfterMistake, initial, writeColumn } from './columns.ts'
import { forbidden, forbiddenOperator } from './forbidden.ts'
import { readName } from './modules.ts'
import { agree, arithmetic, choose, constant, isArithmetic, items, number, truth } from './numbers.ts'
import { Fault, fail } from './problem.ts'
import { children, type Syntax } from './source.ts'
import type { Place } from './store.ts'
import { bind, type Lowering, num, type Scope, UNKNOWN, Unclear, type Value } from './values.ts'

const LONGEST = 64

export function execute(run: Lowering, node: Syntax, scope: Scope): void {
  if (node.type === 'VariableDeclaration') declare(run, node, scope)
  else if (node.type === 'ExpressionStatement') change(run, node.expression, scope)
  else if (node.type === 'BlockStatement') executeAll(run, node.body, scope.inner())
  else if (node.type === 'IfStatement') branch(run, node, scope)
  else if (node.type === 'ForOfStatement') forOf(run, node, scope)
  else if (node.type === 'ForStatement') forLoop(run, node, scope)
  else if (node.type !== 'EmptyStatement') forbidden(node)
}

/** Runs one statement after another; a mistake ends its statement, not the rest. */
export function executeAll(run: Lowering, statements: readonly Syntax[], scope: Scope): void {
  for (const statement of statements) {
    try {
      execute(run, statement, scope)
    } catch (error) {
      if (run.depth > 0) throw error // what is wrong in a helper is wrong at its call
      if (error instanceof Fault) run.problems.push(error.problem)
      else if (!(error instanceof Unclear)) throw error
      forget(run, statement, scope)
    }
  }
}

/** After a mistake: what this statement would have assigned is unknown, so that one mistake is reported once. */
function forget(run: Lowering, node: Syntax, scope: Scope): void {
  for (const part of children(node)) forget(run, part, scope)
  if (node.type !== 'AssignmentExpression') return
  const { left } = node
  const binding = left.type === 'Identifier' ? scope.find(left.name) : undefined
  if (binding) run.store.set(binding, UNKNOWN)
  if (left.type === 'MemberExpression' && left.object.type === 'Identifier' && left.property.type === 'Identifier')
    flowAfterMistake(run, `${left.object.name}.${left.property.name}`)
}

function declare(run: Lowering, node: VariableDeclaration, scope: Scope): void {
  for (const { id, init } of node.declarations) {
    if (id.type !== 'Identifier') fail(id, 'this form of declaration is not translated', 'write const x = …')
    const binding = bind(run, scope, id.name, { mutable: node.kind === 'let', value: UNKNOWN })
    binding.value = init ? named(run.evaluate(init, scope), init) : undefined
  }
}

/** h, d, p and o have one name each, so that a reader knows what is read and written. */
function named(value: Value, node: Syntax): Value {
  return value.kind === 'view'
    ? fail(node, `${value.of} cannot get another name`, `write ${value.of}.name where it is used`)
    : value
}

/** An expression that stands as a statement: only an assignment changes something. */
function change(run: Lowering, node: Syntax, scope: Scope): void {
  if (node.type === 'AssignmentExpression') assign(run, node, scope)
  else if (node.type === 'UpdateExpression') forbidden(node)
  else fail(node, 'this statement changes nothing', 'assign it: const x = … or h.column = …')
}

function assign(run: Lowering, node: AssignmentExpression, scope: Scope): void {
  const { left, operator } = node
  const compute = (old: () => Value): Value => {
    if (operator === '=') return run.evaluate(node.right, scope)
    const sign = operator.slice(0, -1)
    if (!isArithmetic(sign)) return forbiddenOperator(node, operator)
    return arithmetic(run, sign, number(old(), node), number(run.evaluate(node.right, scope), node.right), node)
  }
  const table = left.type === 'MemberExpression' ? run.evaluate(left.object, scope) : undefined
  if (left.type === 'Identifier') assignVariable(run, left.name, node, scope, compute)
  else if (left.type === 'MemberExpression' && table?.kind === 'view') writeColumn(run, table.of, left, node, compute)
  else fail(left, 'only columns, sums and let variables are assigned', 'write h.column = … or o.sum += …')
}

function assignVariable(
  run: Lowering,
  name: string,
  node: AssignmentExpression,
  scope: Scope,
  compute: (old: () => Value) => Value,
): void {
  const binding = scope.find(name)
  if (!binding?.mutable) fail(node.left, `${name} cannot be assigned`, 'declare it with let inside the rule')
  const value = compute(() => readName(run, scope, name, node.left))
  const old = run.store.get(binding) ?? binding.value
  if (old?.kind === 'number' && value.kind === 'number' && old.unit !== undefined && value.unit !== undefined)
    agree(run, old, value, node, `the values of ${name} are in`)
  run.store.set(binding, value)
}

/** Both branches run; where they differ, the condition selects. */
function branch(run: Lowering, node: IfStatement, scope: Scope): void {
  const mask = truth(run.evaluate(node.test, scope), node.test)
  const outside = run.births
  const after = (statement: Syntax | null | undefined): Map<Place, Value> =>
    run.store.trial(() => executeAll(run, statement ? [statement] : [], scope.inner()))
  const yes = after(node.consequent)
  const no = after(node.alternate)
  for (const place of new Set([...yes.keys(), ...no.keys()])) {
    if (typeof place !== 'string' && place.born >= outside) continue // a variable of the branch itself
    const before = run.store.get(place) ?? (typeof place === 'string' ? initial(run, place) : place.value)
    const a = yes.get(place) ?? before
    const b = no.get(place) ?? before
    if (a && b) run.store.set(place, merge(run, mask, a, b, node))
    else if (typeof place === 'string')
      fail(node, `${place} gets a value in one branch only`, 'set it in both branches, or before the if')
    else run.store.set(place, UNKNOWN)
  }
}

function merge(run: Lowering, mask: number, a: Value, b: Value, node: Syntax): Value {
  if (a === b) return a
  return a.kind === 'unknown' || b.kind === 'unknown' ? UNKNOWN : choose(run, mask, a, b, node)
}

function forOf(run: Lowering, node: ForOfStatement, scope: Scope): void {
  const name = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : undefined
  if (name?.type !== 'Identifier') fail(node.left, 'this form of loop is not translated', 'write for (const x of list)')
  for (const value of items(run.evaluate(node.right, scope), node.right)) {
    const inner = scope.inner()
    bind(run, inner, name.name, { value })
    execute(run, node.body, inner)
  }
}

function forLoop(run: Lowering, node: ForStatement, scope: Scope): void {
  const { init, test, update } = node
  const inner = scope.inner()
  if (init?.type !== 'VariableDeclaration' || !test || !update)
    fail(node, 'this form of loop is not translated', 'write for (let k = 0; k < 4; k++)')
  execute(run, init, inner)
  for (let turns = 0; ; turns++) {
    const goes = constant(run, { node: truth(run.evaluate(test, inner), test) })
    if (turns > LONGEST) fail(node, `the loop takes more than ${LONGEST} turns`, 'write a shorter loop: it is unrolled')
    if (goes === undefined) fail(node, 'the loop length is not known in advance', 'write for (let k = 0; k < 4; k++)')
    if (!goes) return
    execute(run, node.body, inner.inner())
    if (update.type === 'UpdateExpression') count(run, update, inner)
    else if (update.type === 'AssignmentExpression') assign(run, update, inner)
    else fail(update, 'this step is not translated', 'write k++')
  }
}

/** k++ */
function count(run: Lowering, { argument, operator }: UpdateExpression, scope: Scope): void {
  const binding = argument.type === 'Identifier' ? scope.find(argument.name) : undefined
  if (!binding || argument.type !== 'Identifier') fail(argument, 'this step is not translated', 'write k++')
  const k = number(readName(run, scope, argument.name, argument), argument)
  run.store.set(binding, arithmetic(run, operator.slice(0, 1), k, num(run.graph.number(1)), argument))
}
