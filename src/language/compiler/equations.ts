/** A rule as equations, one per assignment, in the order of the rule. */
import type { AssignmentExpression, BinaryOperator, Expression } from 'acorn'
import { formula, type Notation } from './formula.ts'
import type { RuleAccess } from './library.ts'
import * as notations from './notations.ts'
import type { Syntax } from './source.ts'

export interface Equation {
  /** In the rule's file. */
  readonly line: number
  /** For KaTeX. */
  readonly tex: string
  readonly text: string
}

/** A condition in both notations, as it reads before its branch changes anything. */
type Condition = Pick<Equation, 'tex' | 'text'>

export function equations({ fn, text }: RuleAccess): Equation[] {
  const writer = new Writer(text)
  writer.visit(fn.body, [])
  return writer.equations
}

class Writer {
  readonly equations: Equation[] = []
  readonly #text: string
  /** Columns that have a new value already. */
  readonly #written = new Set<string>()

  constructor(text: string) {
    this.#text = text
  }

  visit(node: Syntax, conditions: readonly Condition[]): void {
    if (node.type === 'BlockStatement') for (const statement of node.body) this.visit(statement, conditions)
    else if (node.type === 'ForStatement' || node.type === 'ForOfStatement') this.visit(node.body, conditions)
    else if (node.type === 'VariableDeclaration') {
      for (const { id, init } of node.declarations) if (init) this.#equation(id, '=', init, conditions)
    } else if (node.type === 'ExpressionStatement' && node.expression.type === 'AssignmentExpression')
      this.#assignment(node.expression, conditions)
    else if (node.type === 'IfStatement') {
      const yes = this.#condition(node.test)
      const no = this.#condition({
        ...node.test,
        type: 'UnaryExpression',
        operator: '!',
        prefix: true,
        argument: node.test,
      })
      this.visit(node.consequent, [...conditions, yes])
      if (node.alternate) this.visit(node.alternate, [...conditions, no])
    }
  }

  /** `h.x += a` reads x' = x + a: the right side sees the old value, the left side is the new one. */
  #assignment({ left, right, operator, ...place }: AssignmentExpression, conditions: readonly Condition[]): void {
    const column =
      left.type === 'MemberExpression' && left.object.type === 'Identifier' && left.object.name === 'h'
        ? left.property
        : undefined
    if (left.type !== 'MemberExpression' || column?.type !== 'Identifier') {
      this.#equation(left, operator, right, conditions)
      return
    }
    const sign = operator.slice(0, -1) as BinaryOperator | ''
    const value: Expression = sign ? { ...place, type: 'BinaryExpression', operator: sign, left, right } : right
    this.#equation(left, '=', value, conditions, column.name)
  }

  #equation(left: Syntax, sign: string, right: Syntax, conditions: readonly Condition[], column?: string): void {
    const values = { tex: this.#formula(right, notations.tex), text: this.#formula(right, notations.text) }
    if (column) this.#written.add(column)
    const texSign = sign === '=' ? '=' : `\\mathrel{${sign.slice(0, -1)}{=}}`
    const when = (separator: string, pick: (condition: Condition) => string, before: string) =>
      conditions.length ? before + conditions.map(pick).join(separator) : ''
    this.equations.push({
      line: left.loc?.start.line ?? 0,
      tex: `${this.#formula(left, notations.tex)} ${texSign} ${values.tex}${when(' \\land ', (c) => c.tex, ' \\quad\\text{if } ')}`,
      text: `${this.#formula(left, notations.text)} ${sign} ${values.text}${when(' and ', (c) => c.text, '   if ')}`,
    })
  }

  #condition(node: Syntax): Condition {
    return { tex: this.#formula(node, notations.tex, 2), text: this.#formula(node, notations.text, 2) }
  }

  #formula(node: Syntax, notation: Notation, outer = 0): string {
    return formula(node, notation, this.#text, this.#written, outer)
  }
}
