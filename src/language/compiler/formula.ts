/** Expressions as formulas, for KaTeX or as plain text. */
import type { CallExpression, MemberExpression } from 'acorn'
import type { Syntax } from './source.ts'

/** How a formula is written. */
export interface Notation {
  readonly name: (name: string) => string
  /** A column of the household (h), the district (d), or a parameter (p), or a sum (o). */
  readonly column: (table: string, words: string, isNew: boolean) => string
  readonly operator: (operator: string, right: string) => string
  readonly fraction?: (above: string, below: string) => string
  readonly brackets: (inner: string) => string
  readonly not: string
  readonly cases: (yes: string, test: string, no: string) => string
  readonly call: (name: string, args: string) => string
  readonly draw: (stream: string, index: string) => string
  readonly element: (list: string, index: string) => string
  readonly unit: (value: string, unit: string) => string
}

const RANK: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '===': 3,
  '!==': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
}
const TABLES: readonly string[] = ['h', 'd', 'p', 'o']

/** 'leafPrice' is 'leaf price'. */
const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** text: of the file; written: the columns that were assigned before. outer: the rank of the operation around. */
export function formula(
  node: Syntax,
  notation: Notation,
  text: string,
  written: ReadonlySet<string>,
  outer = 0,
): string {
  const inside = (part: Syntax, rank = 0) => formula(part, notation, text, written, rank)
  const ranked = (rank: number, formula: string) => (rank < outer ? notation.brackets(formula) : formula)
  switch (node.type) {
    case 'Literal':
      return String(node.value)
    case 'Identifier':
      return notation.name(node.name)
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
      return inside(node.expression, outer)
    case 'UnaryExpression':
      return ranked(5, (node.operator === '!' ? notation.not : node.operator) + inside(node.argument, 6))
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const { operator } = node
      if (operator === '/' && notation.fraction) return notation.fraction(inside(node.left), inside(node.right))
      const rank = RANK[operator] ?? 4
      const right = inside(node.right, operator === '-' || operator === '/' ? rank + 1 : rank)
      return ranked(rank, inside(node.left, rank) + notation.operator(operator, right) + right)
    }
    case 'ConditionalExpression': {
      const [yes, no] = [inside(node.consequent, 1), inside(node.alternate, 1)]
      return ranked(0, notation.cases(yes, inside(node.test, 1), no))
    }
    case 'ArrayExpression':
      return notation.brackets(node.elements.map((item) => (item ? inside(item) : '')).join(', '))
    case 'MemberExpression':
      return member(node, notation, inside, written)
    case 'CallExpression':
      return call(node, notation, inside)
    default:
      return text.slice(node.start, node.end)
  }
}

function member(
  { object, property, computed }: MemberExpression,
  notation: Notation,
  inside: (part: Syntax) => string,
  written: ReadonlySet<string>,
): string {
  if (computed) return notation.element(inside(object), inside(property))
  const name = property.type === 'Identifier' ? property.name : ''
  if (object.type === 'Identifier' && TABLES.includes(object.name))
    return notation.column(object.name, words(name), object.name === 'h' && written.has(name))
  return notation.call(name, inside(object)) // list.length
}

function call(
  { callee, arguments: args }: CallExpression,
  notation: Notation,
  inside: (part: Syntax) => string,
): string {
  const [first, second] = args
  const literal = (node: Syntax | undefined) => (node?.type === 'Literal' ? String(node.value) : '')
  if (callee.type === 'MemberExpression') {
    const mapped = first ? inside(first) : ''
    return notation.call(mapped, inside(callee.object)) // list.map(f)
  }
  const name = callee.type === 'Identifier' ? callee.name : ''
  if (name === 'draw') return notation.draw(words(literal(first)), second ? inside(second) : '')
  if (name === 'quantity' && first) return notation.unit(inside(first), literal(second))
  return notation.call(name, args.map((argument) => inside(argument)).join(', '))
}
