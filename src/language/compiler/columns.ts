/** Columns, parameters and sums, as rules read and write them. */
import type { MemberExpression } from 'acorn'
import type { Column, Quantity } from '../rule.ts'
import { agree, constant, number } from './numbers.ts'
import { fail, nearest } from './problem.ts'
import type { Syntax } from './source.ts'
import { show, type Unit, unit } from './units.ts'
import { clear, type Lowering, type Num, num, type Table, type Value } from './values.ts'

interface Named {
  readonly name: string
  /** 'h.cash' */
  readonly key: string
  readonly unit: Unit
  readonly column: Column
}

/** The declaration behind h.name, d.name, p.name or o.name. */
function declared(run: Lowering, table: Table, node: MemberExpression): Named {
  const { household: h, district: d, param: p, sums: o } = run.decl
  const columns: Readonly<Record<string, Quantity>> = { h, d, p, o }[table]
  if (node.computed || node.property.type !== 'Identifier')
    return fail(node, 'columns are named, not computed', `write ${table}.name`)
  const name = node.property.name
  const key = `${table}.${name}`
  const column = Object.hasOwn(columns, name) ? (columns[name] as Column) : undefined
  const readable = () => Object.keys(columns).filter((one) => (columns[one] as Column).type !== 'i32')
  if (!column) return fail(node.property, `${key} is not declared`, nearest(name, readable()))
  if (column.type === 'i32')
    return fail(node.property, `${key} tells households apart, it is no quantity`, `use draw('…'), which ${key} keys`)
  return { name, key, unit: unit(column.unit), column }
}

/** What a column or sum holds before the rules of this pass; undefined for a flow. */
export function initial(run: Lowering, key: string): Num | undefined {
  const name = key.slice(2)
  if (key.startsWith('o.')) return num(run.graph.leaf('sum', name), unit(run.decl.sums[name]?.unit ?? '1'))
  const column = run.decl.household[name]
  return column && !column.flow ? num(run.graph.leaf('column', name), unit(column.unit)) : undefined
}

/** Stands for a flow whose writing was a mistake, so that one mistake is reported once. */
export function flowAfterMistake(run: Lowering, key: string): void {
  const column = key.startsWith('h.') ? run.decl.household[key.slice(2)] : undefined
  if (column?.flow) run.store.set(key, num(run.graph.leaf('column', key.slice(2)), unit(column.unit)))
}

export function readColumn(run: Lowering, table: Table, node: MemberExpression): Value {
  const { name, key, unit } = declared(run, table, node)
  if (table === 'o')
    return fail(
      node,
      'a sum is not known before the month is over',
      `write ${key} += …; a district rule reads it afterwards`,
    )
  run.rule.reads.add(key)
  if (table === 'd') return num(run.graph.leaf('district', name), unit)
  if (table === 'p') return num(run.graph.leaf('param', name), unit)
  const value = run.store.get(key) ?? initial(run, key)
  if (value) return clear(value)
  return fail(
    node,
    `${key} is read before any rule of this month has written it`,
    'put the rule that writes it earlier in the schedule',
  )
}

/** Assigns to h.name or o.name; compute gets what to read the old value with. */
export function writeColumn(
  run: Lowering,
  table: Table,
  target: MemberExpression,
  assignment: Syntax & { readonly operator: string },
  compute: (old: () => Value) => Value,
): void {
  const { name, key, unit, column } = declared(run, table, target)
  if (table === 'd')
    fail(target, `${key} is written by a household rule`, 'add to a sum (o.… += …) and let a district rule set it')
  if (table === 'p')
    fail(
      target,
      `${key} is written by a household rule`,
      'a parameter keeps its value through a run: write a column of h',
    )
  if (column.fixed)
    fail(target, `${key} is declared fixed`, 'remove fixed from its declaration, or write another column')
  if (table === 'o' && assignment.operator !== '+=') fail(assignment, 'a sum only grows', `write ${key} += …`)
  const sum = () => run.store.get(key) ?? initial(run, key) ?? fail(target, `${key} is not declared`, nearest(name, []))
  const value = number(compute(table === 'o' ? sum : () => readColumn(run, table, target)), assignment)
  if (value.unit !== undefined || constant(run, value) !== 0)
    agree(run, num(run.graph.number(1), unit), value, assignment, `${key} is in ${show(unit)}; the assignment joins`)
  run.rule.writes.add(key)
  // a u8 column rounds and clamps when it is assigned, as a cell of a Uint8ClampedArray does
  const rounds = table === 'h' && column.type === 'u8' && !run.whole.isByte(value.node)
  const kept = rounds ? run.graph.op('byte', [value.node]) : value.node
  run.store.set(key, num(kept, unit))
}
