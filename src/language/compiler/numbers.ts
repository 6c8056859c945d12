/** Arithmetic and choice on symbolic values, with their units. */
import type { Arithmetic } from './graph.ts'
import { fail } from './problem.ts'
import type { Syntax } from './source.ts'
import { show, times, type Unit } from './units.ts'
import { condition, type List, type Lowering, type Num, num, type Value } from './values.ts'

const ARITHMETIC: Readonly<Record<string, Arithmetic>> = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div' }
export const isArithmetic = (operator: string): boolean => operator in ARITHMETIC

export function number(value: Value, node: Syntax): Num {
  if (value.kind === 'number') return value
  if (value.kind === 'condition') return fail(node, 'a condition is used as a number', 'write (condition ? 1 : 0)')
  return fail(node, 'a number is needed here', 'take one value, for example list[0]')
}

export function truth(value: Value, node: Syntax): number {
  if (value.kind === 'condition') return value.node
  return fail(node, 'a number is used as a condition', 'say what is meant: x > 0 or x !== 0')
}

export function items(value: Value, node: Syntax): List['items'] {
  return value.kind === 'list' ? value.items : fail(node, 'a list of known length is needed here', 'write [a, b, c]')
}

/** The value of a constant, undefined for what is only known at run time. */
export function constant(run: Lowering, value: { readonly node: number }): number | undefined {
  const node = run.graph.at(value.node)
  return node.op === 'const' ? node.value : undefined
}

/** The common unit of two numbers. Zero has every unit; a plain number goes with a number without unit. */
export function agree(run: Lowering, a: Num, b: Num, node: Syntax, doing: string): Unit | undefined {
  if (a.unit === b.unit) return a.unit
  if (a.unit === undefined && (b.unit === '' || constant(run, a) === 0)) return b.unit
  if (b.unit === undefined && (a.unit === '' || constant(run, b) === 0)) return a.unit
  const name = (unit: Unit | undefined) => (unit === undefined ? 'a plain number' : show(unit))
  const instead =
    a.unit === undefined || b.unit === undefined
      ? "make the number a parameter with a unit, or write quantity(0.9, 'PEN/month')"
      : `the two sides differ by ${show(times(a.unit, b.unit, -1))}: a factor with that unit is missing or too many`
  return fail(node, `${doing} ${name(a.unit)} and ${name(b.unit)}`, instead)
}

/** a operator b, for + − × ÷. */
export function arithmetic(run: Lowering, operator: string, a: Num, b: Num, node: Syntax): Num {
  const op = ARITHMETIC[operator] ?? fail(node, `${operator} is not translated`, 'use + - * /')
  const result = () => run.graph.op(op, [a.node, b.node])
  if (op === 'add' || op === 'sub') {
    const unit = agree(run, a, b, node, op === 'add' ? 'adds' : 'subtracts')
    return num(result(), unit)
  }
  if (a.unit === undefined && b.unit === undefined) return num(result())
  return num(result(), times(a.unit ?? '', b.unit ?? '', op === 'mul' ? 1 : -1))
}

/** Both cases are computed, one is selected. */
export function choose(run: Lowering, mask: number, a: Value, b: Value, node: Syntax): Value {
  const { graph } = run
  if (a.kind === 'condition' && b.kind === 'condition') {
    const yes = graph.op('and', [mask, a.node])
    const no = graph.op('and', [graph.op('not', [mask]), b.node])
    return condition(graph.op('or', [yes, no]))
  }
  if (a.kind === 'list' && b.kind === 'list' && a.items.length === b.items.length) {
    const others = b.items
    return { kind: 'list', items: a.items.map((item, k) => choose(run, mask, item, others[k] ?? item, node)) }
  }
  const [x, y] = [number(a, node), number(b, node)]
  return num(graph.op('sel', [mask, x.node, y.node]), agree(run, x, y, node, 'the two cases give'))
}
