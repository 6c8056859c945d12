/** Expressions to values. */
import type { BinaryExpression, LogicalExpression, MemberExpression, UnaryExpression } from 'acorn'
import { call } from './calls.ts'
import { readColumn } from './columns.ts'
import { forbidden, forbiddenOperator } from './forbidden.ts'
import type { Comparison } from './graph.ts'
import { readName } from './modules.ts'
import { agree, arithmetic, choose, constant, isArithmetic, items, number, truth } from './numbers.ts'
import { fail } from './problem.ts'
import type { Syntax } from './source.ts'
import { condition, type Lowering, num, type Scope, type Value } from './values.ts'

const COMPARISON: Readonly<Record<string, Comparison>> = {
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  '===': 'eq',
  '!==': 'ne',
}

export function evaluate(run: Lowering, node: Syntax, scope: Scope): Value {
  const inside = (part: Syntax) => run.evaluate(part, scope)
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'number') return num(run.graph.number(node.value))
      if (typeof node.value === 'boolean') return condition(run.graph.mask(node.value))
      return fail(node, 'rules know numbers only', 'use a numbered state, for example 0, 1, 2')
    case 'Identifier':
      return readName(run, scope, node.name, node)
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
      return inside(node.expression)
    case 'ArrayExpression':
      return {
        kind: 'list',
        items: node.elements.map((item) =>
          item ? inside(item) : fail(node, 'the list has a hole', 'write [a, b, c]'),
        ),
      }
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return { kind: 'helper', fn: node, scope }
    case 'UnaryExpression':
      return unary(run, node, scope)
    case 'BinaryExpression':
      return binary(run, node, scope)
    case 'LogicalExpression':
      return logical(run, node, scope)
    case 'ConditionalExpression': {
      const test = truth(inside(node.test), node.test)
      return choose(run, test, inside(node.consequent), inside(node.alternate), node)
    }
    case 'MemberExpression':
      return member(run, node, scope)
    case 'CallExpression':
      return call(run, node, scope)
    default:
      return forbidden(node)
  }
}

function unary(run: Lowering, node: UnaryExpression, scope: Scope): Value {
  const value = run.evaluate(node.argument, scope)
  if (node.operator === '!') return condition(run.graph.op('not', [truth(value, node)]))
  const a = number(value, node)
  if (node.operator === '+') return a
  return node.operator === '-' ? num(run.graph.op('neg', [a.node]), a.unit) : forbiddenOperator(node, node.operator)
}

function binary(run: Lowering, node: BinaryExpression, scope: Scope): Value {
  const { left, right, operator } = node
  const comparison = COMPARISON[operator]
  if (!comparison && !isArithmetic(operator)) return forbiddenOperator(node, operator)
  const a = number(run.evaluate(left, scope), left)
  const b = number(run.evaluate(right, scope), right)
  if (!comparison) return arithmetic(run, operator, a, b, node)
  agree(run, a, b, node, 'compares')
  return condition(run.graph.op(comparison, [a.node, b.node]))
}

function logical(run: Lowering, node: LogicalExpression, scope: Scope): Value {
  if (node.operator === '??') return fail(node, 'a column always has a value', 'leave ?? out')
  const a = truth(run.evaluate(node.left, scope), node.left)
  const b = truth(run.evaluate(node.right, scope), node.right)
  return condition(run.graph.op(node.operator === '&&' ? 'and' : 'or', [a, b]))
}

/** h.column, list.length, list[k] */
function member(run: Lowering, node: MemberExpression, scope: Scope): Value {
  const { object, property, computed } = node
  const of = run.evaluate(object, scope)
  if (of.kind === 'view') return readColumn(run, of.of, node)
  const isLength = !computed && property.type === 'Identifier' && property.name === 'length'
  if (isLength) return num(run.graph.number(items(of, node).length))
  if (!computed) return fail(node, 'this property is not known to rules', 'lists know .length, .map(f) and [k]')
  const list = items(of, node)
  const k = constant(run, number(run.evaluate(property, scope), property))
  if (k === undefined) return fail(node, 'the index differs between households', 'use pick(), curve(), or if … else')
  return list[k] ?? fail(node, `the list has ${list.length} elements, asked for number ${k}`, 'count from 0')
}
