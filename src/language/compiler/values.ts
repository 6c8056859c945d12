/** What expressions and names stand for while a rule is run symbolically. */
import type { ArrowFunctionExpression, FunctionDeclaration, FunctionExpression } from 'acorn'
import type { Declarations } from '../rule.ts'
import type { Graph } from './graph.ts'
import type { Library, RuleAccess } from './library.ts'
import type { LanguageProblem } from './problem.ts'
import type { Syntax } from './source.ts'
import type { Store } from './store.ts'
import type { Unit } from './units.ts'
import type { Whole } from './whole.ts'

/** A number. unit undefined: a plain number, not yet a quantity. */
export interface Num {
  readonly kind: 'number'
  readonly node: number
  readonly unit: Unit | undefined
}
export interface Condition {
  readonly kind: 'condition'
  readonly node: number
}
export interface List {
  readonly kind: 'list'
  readonly items: readonly Value[]
}
export interface LocalFunction {
  readonly kind: 'helper'
  readonly fn: ArrowFunctionExpression | FunctionExpression | FunctionDeclaration
  readonly scope: Scope
}
/** h, d, p or o. */
export type Table = 'h' | 'd' | 'p' | 'o'
export interface TableView {
  readonly kind: 'view'
  readonly of: Table
}
export interface Primitive {
  readonly kind: 'primitive'
  readonly name: string
}
/** unknown: what a mistake, already reported, left behind. */
export type Value =
  | Num
  | Condition
  | List
  | LocalFunction
  | TableView
  | Primitive
  | { readonly kind: 'draw' | 'unknown' }

export const UNKNOWN: Value = { kind: 'unknown' }
export const num = (node: number, unit?: Unit): Num => ({ kind: 'number', node, unit })
export const condition = (node: number): Condition => ({ kind: 'condition', node })

/** A name and its first value; `later` computes it when it is first read. */
export interface Binding {
  readonly name: string
  readonly mutable: boolean
  /** Counts the bindings of a compilation, so that a branch knows its own. */
  readonly born: number
  value: Value | undefined
  readonly later: (() => Value) | undefined
}

export class Scope {
  readonly file: string
  readonly outer: Scope | undefined
  #names: Map<string, Binding> | undefined // most scopes bind nothing

  constructor(file: string, outer?: Scope) {
    this.file = file
    this.outer = outer
  }

  inner(): Scope {
    return new Scope(this.file, this)
  }

  /** The binding made in this very scope. */
  own(name: string): Binding | undefined {
    return this.#names?.get(name)
  }

  find(name: string): Binding | undefined {
    return this.own(name) ?? this.outer?.find(name)
  }

  add(binding: Binding): void {
    this.#names ??= new Map()
    this.#names.set(binding.name, binding)
  }
}

/** The state of one symbolic run through a list of rules. */
export interface Lowering {
  readonly library: Library
  readonly decl: Declarations
  /** The column that keys the draws. */
  readonly id: string
  /** Two places that draw the same number are a mistake. */
  readonly drawOnce: boolean
  readonly graph: Graph
  readonly whole: Whole
  readonly modules: Map<string, Scope>
  readonly problems: LanguageProblem[]
  readonly store: Store
  /** The rule that is running. */
  rule: RuleAccess
  /** Bindings made so far, and helpers that are open. */
  births: number
  depth: number
  readonly evaluate: (node: Syntax, scope: Scope) => Value
  readonly execute: (node: Syntax, scope: Scope) => void
}

/** Binds a name in this scope. */
export function bind(run: Lowering, scope: Scope, name: string, rest: Partial<Binding>): Binding {
  const { mutable = false, value, later } = rest
  const binding: Binding = { name, mutable, born: run.births++, value, later }
  scope.add(binding)
  return binding
}

/** Ends a statement that needs a value which a reported mistake left unknown. */
export class Unclear extends Error {}

export function clear(value: Value): Value {
  if (value.kind === 'unknown') throw new Unclear()
  return value
}
